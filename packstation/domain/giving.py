"""How freely a shop gives: what the owner allows one parcel, one person and one packer."""

from dataclasses import dataclass
from typing import Final

from packstation.domain.touches import Touch, TouchKind

_SECONDS: Final = {
    TouchKind.NOTE: 90,
    TouchKind.TREAT: 15,
    TouchKind.BOX: 40,
    TouchKind.CARD: 10,
    TouchKind.CHECK: 30,
}
"""What each takes until a shop has measured its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    country: str = "ES"
    """Where parcels leave from; where an order's own country is not told, it goes there."""
    most_visible: int = 3
    """Touches that whoever opens one parcel finds in it."""
    most_percent: int = 5
    """Of the price of its pieces."""
    most_cents: int = 600
    most_seconds: int = 240
    most_a_year: int = 6
    """Visible touches for one person in twelve months, what is owed not counted as too many."""
    days_on_the_way: int = 5
    days_to_eat: int = 14
    """Something edible is good for as long after it has come."""
    surprise_cents: int = 1000
    """What each packer may give away a month, by a decision of one's own."""
    surprise_count: int = 20


@dataclass(frozen=True, slots=True)
class Left:
    """What a packer may still give away this month by a decision of one's own."""

    cents: int
    count: int

    def less(self, touch: Touch) -> "Left":
        return Left(max(0, self.cents - touch.cost_cents), max(0, self.count - 1))


def seconds_of(touch: Touch) -> int:
    return _SECONDS[touch.kind] if touch.seconds is None else touch.seconds
