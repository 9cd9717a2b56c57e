"""The touches that went into past parcels, as a careful shop would have chosen them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.texts import NOTES
from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder
from packstation.domain.diet import Diet, diet
from packstation.domain.founding import PastTouch
from packstation.domain.orders import GIFT
from packstation.domain.touches import Touch

# Nobody gets a note, or sweets, sooner again than this.
NOTE_REST: Final = timedelta(days=60)
TREAT_REST: Final = timedelta(days=30)
AWAY: Final = timedelta(days=200)
MILESTONE: Final = 5
LARGE_CENTS: Final = 12000


class Giver:
    """Gives to one customer, order by order, and remembers what went in."""

    def __init__(
        self, chance: Random, customer: ArrivingCustomer, treats: Collection[Touch]
    ) -> None:
        self._chance = chance
        self._customer = customer
        self._treats = [touch for touch in treats if _suits(touch, customer)]
        self._note_at: datetime | None = None
        self._treat_at: datetime | None = None
        self._treat = ""

    def give(
        self, orders: Sequence[ArrivingOrder], healed: Collection[datetime]
    ) -> Iterator[PastTouch]:
        """What went into each; ``healed``: when a parcel made up for something."""
        if self._customer.no_extras or self._customer.no_personalisation:
            return
        for number, order in enumerate(orders, 1):
            at = order.placed_at + timedelta(days=1)
            before = orders[number - 2].placed_at if number > 1 else at
            why = "recovery" if at in healed else _reason(number, order.placed_at - before)
            chosen = (
                self._gift_safe() if GIFT in order.flags else self._for_buyer(number, why, at)
            )
            boxed = 0.7 if why == "recovery" else 0.2 * (order.total_cents > LARGE_CENTS)
            for key, note in (*chosen, *self._now_and_then(boxed, "box-premium")):
                yield PastTouch(order=order.outside_id, key=key, note=note, at=at)

    def _for_buyer(self, number: int, why: str, at: datetime) -> list[tuple[str, str]]:
        if number == 1:
            return self._now_and_then(0.45, "card-welcome")
        wanted = why and self._chance.random() < 0.6
        if wanted and _rested(self._note_at, at, NOTE_REST):
            self._note_at = at
            return [("note", self._note(why))]
        others = [touch.key for touch in self._treats if touch.key != self._treat]
        if others and _rested(self._treat_at, at, TREAT_REST) and self._chance.random() < 0.2:
            self._treat_at, self._treat = at, self._chance.choice(others)
            return [(self._treat, "")]
        return []

    def _gift_safe(self) -> list[tuple[str, str]]:
        return self._now_and_then(0.5, "card-gift")

    def _now_and_then(self, share: float, key: str) -> list[tuple[str, str]]:
        return [(key, "")] if self._chance.random() < share else []

    def _note(self, why: str) -> str:
        text = self._chance.choice(NOTES[why][self._customer.language])
        return text.format(n=f", {self._customer.called}" if self._customer.called else "")


def _reason(number: int, gap: timedelta) -> str:
    if gap > AWAY:
        return "returning"
    return "milestone" if number % MILESTONE == 0 else {2: "second"}.get(number, "")


def _rested(last: datetime | None, at: datetime, rest: timedelta) -> bool:
    return last is None or at - last > rest


def _suits(touch: Touch, customer: ArrivingCustomer) -> bool:
    return diet(touch, customer.limits) is Diet.FREE
