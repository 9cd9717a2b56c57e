"""What someone keeps coming back for, seen in what was bought: nobody has to say so.

It is asked how often something is in the parcel, not how many pieces of it: see
docs/decisions/0009. A day counts half as much for every 180 days of its age. What was bought
to be given away tells of somebody else's taste and is left out.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

HALF_LIFE_DAYS: Final = 180
LEAST_DATES: Final = 2
LEAST_SHARE: Final = 25
"""Percent of the days on which anything was bought, as they count today."""
MOST: Final = 3
"""Whoever buys the same basket each week has no ten favourites."""


class PastLine(NamedTuple):
    """A line of an earlier order: as light as its row, for there are many."""

    sku: str
    quantity: int
    bought_on: date
    """In the shop's zone."""
    name: str = ""
    category: str = ""
    gift: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Favourite:
    key: str
    """A SKU, or a category."""
    name: str
    dates: int
    """On how many days it was bought: "always" is said from three on."""
    quantity: int
    share: int
    """In how many of a hundred order days it was, whole: what is said is what decides."""


Favourites = tuple[Favourite, ...]


def favourites(
    lines: Iterable[PastLine], today: date, least: int = LEAST_SHARE, most: int = MOST
) -> tuple[Favourites, Favourites]:
    """The products, and the categories, of two days at least that are in every fourth parcel.

    The dearest first. ``least``, in percent, and ``most`` let runners-up be seen too.
    """
    own = [line for line in lines if not line.gift and line.quantity > 0]
    weights = {day: _weight(day, today) for day in {line.bought_on for line in own}}
    products: dict[str, list[PastLine]] = {}
    categories: dict[str, list[PastLine]] = {}
    for line in own:
        products.setdefault(line.sku, []).append(line)
        categories.setdefault(line.category, []).append(line)
    categories.pop("", None)
    names = {line.sku: line.name for line in own}
    return (
        tuple(_dearest(products, names, weights, least)[:most]),
        tuple(_dearest(categories, {}, weights, least)[:most]),
    )


def _weight(day: date, today: date) -> float:
    return float(0.5 ** (max(0, (today - day).days) / HALF_LIFE_DAYS))


def _dearest(
    groups: dict[str, list[PastLine]],
    names: dict[str, str],
    weights: dict[date, float],
    least: int,
) -> list[Favourite]:
    # Exact sums: the order in which a database hands rows over may not change a favourite.
    whole = math.fsum(weights.values())
    found = []
    for key, each in groups.items():
        if len(each) < LEAST_DATES:
            continue
        days = {line.bought_on for line in each}
        share = round(100 * math.fsum([weights[day] for day in days]) / whole)
        if len(days) < LEAST_DATES or share < least:
            continue
        pieces = sum([line.quantity for line in each])
        name = names.get(key, key)
        found.append(
            Favourite(key=key, name=name, dates=len(days), quantity=pieces, share=share)
        )
    return sorted(found, key=lambda it: (-it.share, -it.dates, -it.quantity, it.key))
