"""What can be seen of an order and its customer at one moment."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from packstation.domain.background import Background, Memory
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.lines import BoughtLine
from packstation.domain.operators import words_of
from packstation.domain.orders import GIFT, Opener, Order, OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """``card`` is None for an order without a customer; ``now`` is in the shop's own zone.

    Without ``background`` only what order and card say is known.
    """

    order: Order
    card: CustomerCard | None
    now: datetime
    background: Background | None = None

    @property
    def memory(self) -> Memory | None:
        """None when nobody looked, or nobody is known."""
        return None if self.background is None else self.background.memory

    @property
    def lines(self) -> tuple[BoughtLine, ...]:
        """What was bought, as the shop sold it; without background, as it is packed."""
        if self.background is not None:
            return self.background.lines
        return tuple(
            BoughtLine(
                sku=line.product.sku,
                quantity=line.quantity,
                category=line.product.category or None,
            )
            for line in self.order.lines
        )

    @property
    def for_buyer(self) -> bool:
        """Whether, for all we know, the one who opens the parcel is the one who paid for it."""
        return self.order.opener is Opener.BUYER and not self._marked_as_gift

    @property
    def is_gift(self) -> bool | None:
        if self._marked_as_gift or self.order.opener is Opener.RECIPIENT:
            return True
        return None if self.order.opener is Opener.UNKNOWN else False

    @property
    def _marked_as_gift(self) -> bool:
        return GIFT in self.order.flags or bool(self.order.gift_message.strip())

    @property
    def is_late(self) -> bool | None:
        leaves_at = self.order.leaves_at
        return None if leaves_at is None else self.now > leaves_at

    @property
    def categories(self) -> tuple[str, ...]:
        named = {line.product.category for line in self.order.lines}
        return tuple(sorted(named - {""}))

    @property
    def favourites(self) -> tuple[OrderLine, ...] | None:
        """The lines that are what the customer said to like; None: nobody said anything."""
        if self.card is None or not self.card.likes:
            return None
        likes = self.card.likes
        return tuple(line for line in self.order.lines if _is_liked(line, likes))

    @property
    def days_with_us(self) -> int | None:
        if self.card is None or self.card.since is None:
            return None
        came_on = self.order.placed_at.astimezone(self.now.tzinfo).date()
        return (came_on - self.card.since).days

    @property
    def incident(self) -> Incident | None:
        return None if self.card is None else self.card.incident

    @property
    def is_disputed(self) -> bool:
        """Something went wrong and is not solved yet."""
        return self.incident is not None and self.incident.solved_after_days is None

    @property
    def recovery_owed(self) -> bool:
        """What went wrong is solved, and no parcel since has made up for it."""
        told = self.incident
        return told is not None and told.solved_after_days is not None and not told.healed

    @property
    def days_since_solved(self) -> int | None:
        told = self.incident
        if told is None or told.solved_after_days is None:
            return None
        return max(0, (self.now.date() - told.reported_on).days - told.solved_after_days)

    def days_since(self, touch: str) -> int | None:
        """Days from the last time ``touch`` went in to this order; None: never, or unknown."""
        given = () if self.card is None else self.card.last_touches
        return min((days for key, days in given if key == touch), default=None)


def _is_liked(line: OrderLine, likes: tuple[str, ...]) -> bool:
    product = line.product
    return any(fits(like, product.name, product.variant, product.category) for like in likes)


@lru_cache(maxsize=8192)
def fits(like: str, *texts: str) -> bool:
    """Whether every word of ``like`` stands in ``texts``, a plural s aside."""
    wanted = {word.removesuffix("s") for word in words_of(like)}
    there = {word.removesuffix("s") for text in texts for word in words_of(text)}
    return bool(wanted) and wanted <= there
