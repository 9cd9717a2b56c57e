"""How often someone orders, and whether this order ends a long silence."""

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from packstation.domain.customers import Lapse

SHOP_GAP_DAYS = 60.0
"""The median gap assumed for a shop that has not measured its own."""
_TRUST = 2.0
"""How many gaps of one's own weigh as much as the shop's median."""
LATE, LAPSED = 1.5, 3.0
"""Silence, in expected gaps, from which someone is late or lapsed."""
LAPSED_DAYS = 45
_USUAL_FROM = 3


def cadence_days(days: Sequence[date]) -> int | None:
    """The usual days between two orders: the median gap, None with fewer than three days."""
    gaps = sorted(_gaps(days))
    return gaps[len(gaps) // 2] if len(gaps) + 1 >= _USUAL_FROM else None


def lapse_of(days: Sequence[date], today: date) -> Lapse:
    """Where someone with orders on ``days`` (any order) stands when ordering on ``today``."""
    if not days:
        return Lapse.NEW
    silence = (today - max(days)).days
    ratio = silence / _expected_gap(_gaps(days))
    if ratio >= LAPSED and silence >= LAPSED_DAYS:
        return Lapse.RETURNING
    return Lapse.LATE if ratio >= LATE else Lapse.ACTIVE


def _gaps(days: Sequence[date]) -> list[int]:
    ordered = sorted(set(days))
    return [(later - earlier).days for earlier, later in pairwise(ordered)]


def _expected_gap(gaps: Sequence[int]) -> float:
    """The mean log gap, drawn towards the shop's median while one's own gaps are few."""
    logs = sum(math.log(gap) for gap in gaps)
    return math.exp((_TRUST * math.log(SHOP_GAP_DAYS) + logs) / (_TRUST + len(gaps)))
