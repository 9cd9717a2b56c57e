"""What went wrong with orders of the past, and how it was made good."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.catalogue import Ware
from packstation.demo.texts import COMPLAINTS
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.founding import PastIncident

CAUSES: Final = ("damaged", "missing", "wrong", "late", "quality")
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
        cause = chance.choices(CAUSES, (34, 22, 16, 16, 12))[0]
        solved = reported + timedelta(days=chance.randint(1, 6), hours=3)
        open_still = solved > now or (now - reported < LATELY and chance.random() < 0.4)
        later = [it.placed_at + timedelta(days=1) for it in orders[number + 1 :]]
        cured = [moment for moment in later if moment > solved]
        name = wares[chance.choice(order.lines).sku].product.name
        yield PastIncident(
            order=order.outside_id,
            cause=cause,
            product_name="" if cause == "late" else name,
            customer_words=chance.choice(COMPLAINTS[cause][order.language]),
            reported_at=reported,
            resolved_at=None if open_still else solved,
            healed_at=None if open_still or not cured or chance.random() < 0.1 else cured[0],
        )
