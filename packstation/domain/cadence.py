"""How often someone orders, and whether this order ends a long silence."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final

from packstation.domain.customers import Lapse

SHOP_GAP_DAYS: Final = 60.0
"""The median gap assumed for a shop that has not measured its own."""
LEAST_GAPS: Final = 50
"""Of fewer gaps a median says nothing yet."""
_TRUST: Final = 2.0
"""How many gaps of one's own weigh as much as the shop's median."""
LATE, LAPSED, LOST = 150, 300, 600
"""Silence, in hundredths of the expected gap, from which someone is late, lapsed or lost."""
LAPSED_DAYS, LOST_DAYS = 45, 730
"""Nobody lapses sooner than that, and everybody is lost after that."""
_USUAL_FROM: Final = 3


def shop_gaps(ended: Iterable[tuple[date, int]], today: date) -> dict[str, int]:
    """The shop's median gap by the month ("2026-11") from which on it holds.

    ``ended`` is on which day a gap of how many days ended. Of a month only what was known
    before it counts, so that an old order is judged by what the shop was then.
    """
    known: list[int] = []
    found: dict[str, int] = {}
    last = 0
    each = sorted((*((_month(day), gap) for day, gap in ended), (_month(today), 0)))
    for month, gaps in groupby(each, key=itemgetter(0)):
        median = known[len(known) // 2] if len(known) >= LEAST_GAPS else last
        if median != last:
            last = found[month] = median
        known = sorted((*known, *(gap for _, gap in gaps)))
    return found


def gap_on(day: date, months: Mapping[str, int]) -> float:
    """What ``shop_gaps`` found to hold on ``day``; 60 days where nothing did yet."""
    before = [month for month in months if month <= _month(day)]
    return float(months[max(before)]) if before else SHOP_GAP_DAYS


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def cadence_days(days: Sequence[date]) -> int | None:
    """The usual days between two orders: the median gap, None with fewer than three days."""
    gaps = sorted(_gaps(days))
    return gaps[len(gaps) // 2] if len(gaps) + 1 >= _USUAL_FROM else None


def lapse_of(days: Sequence[date], today: date, shop_gap: float = SHOP_GAP_DAYS) -> Lapse:
    """Where someone with orders on ``days`` (any order) stands when ordering on ``today``."""
    before = lapse_without_order(days, today, shop_gap)
    return Lapse.RETURNING if before in {Lapse.LAPSED, Lapse.LOST} else before


def lapse_without_order(
    days: Sequence[date], today: date, shop_gap: float = SHOP_GAP_DAYS
) -> Lapse:
    """Where someone with orders on ``days`` stands who is silent on ``today``."""
    ratio = lapse_ratio(days, today, shop_gap)
    if ratio is None:
        return Lapse.NEW
    silence = (today - max(days)).days
    if silence > LOST_DAYS or (ratio >= LOST and silence >= LAPSED_DAYS):
        return Lapse.LOST
    if ratio >= LAPSED and silence >= LAPSED_DAYS:
        return Lapse.LAPSED
    return Lapse.LATE if ratio >= LATE else Lapse.ACTIVE


def lapse_ratio(
    days: Sequence[date], today: date, shop_gap: float = SHOP_GAP_DAYS
) -> int | None:
    """The silence in hundredths of the gap one would expect; None without an earlier order."""
    if not days:
        return None
    return round(100 * (today - max(days)).days / expected_gap(days, shop_gap))


def expected_gap(days: Sequence[date], shop_gap: float = SHOP_GAP_DAYS) -> float:
    """The mean log gap, drawn towards the shop's median while one's own gaps are few.

    Split shipments and second orders of one day are one purchase.
    """
    gaps = _gaps(days)
    logs = math.fsum(map(math.log, gaps))
    return math.exp((_TRUST * math.log(shop_gap) + logs) / (_TRUST + len(gaps)))


def _gaps(days: Sequence[date]) -> list[int]:
    ordered = sorted(set(days))
    return [(later - earlier).days for earlier, later in pairwise(ordered)]
