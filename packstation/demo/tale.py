"""All that happened at Casa Azul before today, told in the order in which it must be known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.baskets import Shelves
from packstation.demo.calendar import newest_order
from packstation.demo.cast import Cast, Role, lucias_story
from packstation.demo.giving import Giver
from packstation.demo.history import Past
from packstation.demo.mishaps import incidents_of
from packstation.demo.people import People, Person
from packstation.demo.waiting import LUCIAS_SLOT, OLDER, Known, Waiting
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.founding import PastIncident, PastTouch
from packstation.domain.touches import Touch

CUSTOMERS: Final = 1500
NEWCOMERS: Final = 8
"""Those of them whose first order waits."""
GUESTS: Final = 60
LUCIAS_NUMBER: Final = 10042
TOLD: Final = timedelta(days=40)

Numbered = dict[str, list[ArrivingOrder]]
"""A customer's outside_id -> the orders of the past, the oldest first."""


@dataclass(frozen=True, slots=True)
class Tale:
    people: tuple[Person, ...]
    orders: tuple[ArrivingOrder, ...]
    """Numbered, the oldest first."""
    incidents: tuple[PastIncident, ...]
    given: tuple[PastTouch, ...]


class Teller:
    """Lets two years pass, then has the last two days' orders come in."""

    def __init__(
        self, seed: str, here: datetime, shelves: Shelves, treats: tuple[Touch, ...]
    ) -> None:
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        self._seed, self._here = seed, here
        self._shelves, self._treats = shelves, treats
        self._people = People(seed, tuple(shelves.by_sku.values()), midnight - TOLD)
        self._past = Past(seed, midnight, shelves, self._people)

    def tell(self, progress: Callable[[float], None]) -> Tale:
        newest = newest_order(self._here)
        roles = list(Cast(self._seed, self._people, self._shelves, self._past).roles(newest))
        crowd = [self._people.somebody() for _ in range(CUSTOMERS - len(roles) - NEWCOMERS)]
        history = _numbered(self._lived(roles, crowd))
        progress(0.5)
        orders = _by_customer(history)
        incidents, given = self._aftermath(crowd, orders)
        progress(0.8)
        hurt = {it.order for it in incidents if it.healed_at is None}
        waiting = Waiting(self._seed, (newest, self._here), (self._shelves, self._people))
        known = [
            self._known(person, orders[person.customer.outside_id], hurt) for person in crowd
        ]
        now = waiting.orders(roles, known)
        broken, her_touches = lucias_story(tuple(orders[roles[0].person.customer.outside_id]))
        return Tale(
            people=(*(role.person for role in roles), *crowd, *waiting.newcomers),
            orders=(*history, *_with_numbers(now, LUCIAS_NUMBER - LUCIAS_SLOT - OLDER)),
            incidents=(*incidents, broken),
            given=(*given, *her_touches),
        )

    def _lived(self, roles: Sequence[Role], crowd: Sequence[Person]) -> Iterator[ArrivingOrder]:
        for role in roles:
            yield from role.past
        for person in crowd:
            yield from self._past.of(person)
        yield from (self._past.of_guest() for _ in range(GUESTS))

    def _aftermath(
        self, crowd: Sequence[Person], orders: Numbered
    ) -> tuple[list[PastIncident], list[PastTouch]]:
        chance = Random(f"{self._seed}/aftermath")
        incidents: list[PastIncident] = []
        given: list[PastTouch] = []
        for person in crowd:
            own = orders[person.customer.outside_id]
            wrong = list(incidents_of(chance, own, self._shelves.by_sku, self._here))
            healed = {it.healed_at for it in wrong if it.healed_at}
            incidents += wrong
            given += Giver(chance, person.customer, self._treats).give(own, healed)
        return incidents, given

    def _known(self, person: Person, own: Sequence[ArrivingOrder], hurt: set[str]) -> Known:
        away = (self._here.date() - own[-1].placed_at.date()).days
        return Known(person, away, any(order.outside_id in hurt for order in own))


def _numbered(orders: Iterable[ArrivingOrder]) -> tuple[ArrivingOrder, ...]:
    """The orders of the past: their numbers end where those that wait begin."""
    oldest_first = sorted(orders, key=lambda order: order.placed_at)
    first = LUCIAS_NUMBER - LUCIAS_SLOT - OLDER - len(oldest_first)
    return tuple(_with_numbers(oldest_first, first))


def _with_numbers(orders: Iterable[ArrivingOrder], first: int) -> Iterator[ArrivingOrder]:
    for number, order in enumerate(orders, first):
        yield replace(order, outside_id=str(number), number=str(number))


def _by_customer(history: Iterable[ArrivingOrder]) -> Numbered:
    orders: Numbered = defaultdict(list)
    for order in history:
        if order.customer:
            orders[order.customer].append(order)
    return orders
