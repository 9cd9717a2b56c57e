"""Working days, carriers and their cut-offs, as seen from the moment the demo is built."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

MADRID: Final = ZoneInfo("Europe/Madrid")
OPENS: Final = time(8, 50)
SATURDAY: Final = 5
# The feasts that are the same every year and everywhere in Spain.
FEASTS: Final = {(1, 1), (1, 6), (5, 1), (8, 15), (10, 12), (11, 1), (12, 6), (12, 8), (12, 25)}


@dataclass(frozen=True, slots=True)
class Carrier:
    name: str
    cut_off: time


SEUR: Final = Carrier("SEUR 24", time(14, 0))
CORREOS: Final = Carrier("Correos", time(17, 30))
GLS: Final = Carrier("GLS", time(17, 30))


def works(day: date) -> bool:
    return day.weekday() < SATURDAY and (day.month, day.day) not in FEASTS


def next_cut_off(carrier: Carrier, after: datetime) -> datetime:
    """The first cut-off of ``carrier`` on a working day later than ``after``."""
    day = after.date()
    while True:
        cut_off = datetime.combine(day, carrier.cut_off, MADRID)
        if works(day) and cut_off > after:
            return cut_off
        day += timedelta(days=1)


def newest_order(built_at: datetime) -> datetime:
    """No order is younger: the shop is as it stood when its doors opened that day."""
    opening = datetime.combine(built_at.date(), OPENS, MADRID)
    return min(opening, built_at - timedelta(minutes=10))
