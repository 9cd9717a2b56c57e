"""Two years of orders: some people come once, some stay away, some never stop coming."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from packstation.demo.baskets import Shelves
from packstation.demo.calendar import MADRID
from packstation.demo.ordering import as_gift, guest_order, order_of, with_wishes
from packstation.demo.people import People, Person
from packstation.domain.arrivals import ArrivingOrder

REACH: Final = 728
"""Days of history, a little less than two years."""
QUIET: Final = 6
"""The newest past order is at least this many days old: later ones still wait."""
HOURS: Final = (*[0] * 7, 2, 4, 6, 8, 8, 7, 6, 5, 6, 6, 7, 7, 8, 9, 10, 9, 5)


@dataclass(frozen=True, slots=True)
class Habit:
    """How often someone comes."""

    share: int
    orders: tuple[int, int]
    days: tuple[int, int]
    """From one order to the next."""


HABITS: Final = (
    Habit(35, (1, 1), (120, 120)),
    Habit(30, (2, 4), (70, 210)),
    Habit(25, (4, 8), (45, 110)),
    Habit(10, (8, 15), (24, 60)),
)


def days_ago(chance: Random) -> tuple[int, ...]:
    """On which days before today somebody ordered, the oldest first; at least one."""
    habit = chance.choices(HABITS, [habit.share for habit in HABITS])[0]
    wanted, usual = chance.randint(*habit.orders), chance.randint(*habit.days)
    if wanted == 1:
        # More new people lately: the shop grows.
        return (QUIET + int((REACH - QUIET) * chance.random() ** 1.3),)
    day = QUIET + _silence(chance, usual)
    days: list[int] = []
    while len(days) < wanted and day <= REACH:
        days.append(day)
        day += max(3, round(usual * chance.lognormvariate(0, 0.3)))
    return tuple(reversed(days)) or (REACH - usual,)


def _silence(chance: Random, usual: int) -> int:
    """Days since the last order: mostly within the habit, sometimes far beyond it."""
    low, high = chance.choices(((0.05, 1.3), (1.5, 2.8), (3.2, 7.0)), (58, 14, 28))[0]
    return round(usual * chance.uniform(low, high))


def clock_time(chance: Random) -> time:
    hour = chance.choices(range(24), HOURS)[0]
    return time(hour, chance.randrange(60), chance.randrange(60))


class Past:
    """Writes the orders that left the shop long ago."""

    def __init__(self, seed: str, midnight: datetime, shelves: Shelves, people: People) -> None:
        self._chance = Random(f"{seed}/past")
        self._midnight = midnight
        self._shelves = shelves
        self._people = people

    def of(self, person: Person) -> Iterator[ArrivingOrder]:
        for days in days_ago(self._chance):
            yield self.order(person, days)

    def order(self, person: Person, days: int) -> ArrivingOrder:
        """One order of ``person``, placed so many days before today; numbered later."""
        chance = self._chance
        lines = self._shelves.basket(chance, person)
        order = with_wishes(chance, order_of(person, lines, self.moment(days), chance))
        return as_gift(chance, order, self._people) if self._is_gift(order) else order

    def of_guest(self) -> ArrivingOrder:
        chance = self._chance
        moment = self.moment(chance.randint(QUIET, REACH))
        return guest_order(self._people, self._shelves.basket(chance, None), moment, chance)

    def moment(self, days: int) -> datetime:
        day = self._midnight.date() - timedelta(days=days)
        return datetime.combine(day, clock_time(self._chance), MADRID)

    def _is_gift(self, order: ArrivingOrder) -> bool:
        before_christmas = (11, 24) <= (order.placed_at.month, order.placed_at.day) <= (12, 22)
        return self._chance.random() < (0.34 if before_christmas else 0.06)
