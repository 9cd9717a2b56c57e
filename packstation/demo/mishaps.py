"""What went wrong with orders of the past, and how it was made good."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.catalogue import Ware
from packstation.demo.texts import COMPLAINTS
from packstation.domain.arrivals import ArrivingLine, ArrivingOrder
from packstation.domain.founding import PastIncident

CAUSES: Final = ("damaged", "missing", "wrong", "late", "quality")
BREAKABLE: Final = frozenset({"TAZ", "TET", "PLA", "JAR"})
"""Families of earthenware and glass: a cushion does not arrive in pieces."""
LATELY: Final = timedelta(days=50)
"""Some of what was reported since then is not solved yet."""


def incidents_of(
    chance: Random, orders: Sequence[ArrivingOrder], wares: dict[str, Ware], now: datetime
) -> Iterator[PastIncident]:
    """What went wrong with one customer's orders; a later parcel mostly made up for it."""
    for number, order in enumerate(orders):
        reported = order.placed_at + timedelta(days=chance.randint(3, 9), hours=2)
        if chance.random() > 0.04 or reported > now:
            continue
        cause, line = _cause(chance, order)
        solved = reported + timedelta(days=chance.randint(1, 6), hours=3)
        open_still = solved > now or (now - reported < LATELY and chance.random() < 0.4)
        later = [it.placed_at + timedelta(days=1) for it in orders[number + 1 :]]
        cured = [moment for moment in later if moment > solved]
        name = wares[line.sku].product.name
        yield PastIncident(
            order=order.outside_id,
            cause=cause,
            product_name="" if cause == "late" else name,
            customer_words=chance.choice(COMPLAINTS[cause][order.language]),
            reported_at=reported,
            resolved_at=None if open_still else solved,
            healed_at=None if open_still or not cured or chance.random() < 0.1 else cured[0],
        )


def _cause(chance: Random, order: ArrivingOrder) -> tuple[str, ArrivingLine]:
    """What went wrong, and with which line."""
    cause = chance.choices(CAUSES, (34, 22, 16, 16, 12))[0]
    if cause != "damaged":
        return cause, chance.choice(order.lines)
    breakable = [it for it in order.lines if it.sku.partition("-")[0] in BREAKABLE]
    if breakable:
        return cause, chance.choice(breakable)
    return "quality", chance.choice(order.lines)
