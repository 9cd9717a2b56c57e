"""Which line of a slip goes on which page, and how much room is left for the pen."""

from dataclasses import dataclass
from itertools import pairwise

PADDINGS = (11.5, 7.5, 4.8)
"""Air in a row of the table: the more lines, the less."""
INK = (100.0, 84.0, 48.0)
"""The least height of the hand-written box, for each padding."""
MOST_INK = 144.0
_KEPT_TOGETHER = 2
"""Rows that go along when the signature needs a page of its own: it never stands alone."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """Heights, in points."""

    first: float
    """For rows and what follows them, on the first page."""
    later: float
    closing: float
    """What the end of the slip needs besides the hand-written box."""


@dataclass(frozen=True, slots=True)
class Plan:
    padding: float
    breaks: tuple[tuple[int, int], ...]
    """The rows of each page, as a first and a last one that is not on it any more."""
    ink: float


def arrange(rows: tuple[float, ...], rooms: Rooms) -> Plan:
    """The most airy plan for ``rows`` (their heights without air) with the fewest pages."""
    plans = [_plan(rows, rooms, *it) for it in zip(PADDINGS, INK, strict=True)]
    return min(plans, key=lambda plan: len(plan.breaks))


def _plan(rows: tuple[float, ...], rooms: Rooms, padding: float, ink: float) -> Plan:
    heights = [row + padding for row in rows]
    starts, left = _filled(heights, rooms)
    if left < rooms.closing + ink:
        start = min(len(rows), max(len(rows) - _KEPT_TOGETHER, starts[-1] + 1))
        # A row full of serial numbers does not go along where it has no room.
        if rooms.later - sum(heights[start:]) < rooms.closing + ink:
            start = len(rows)
        starts.append(start)
        left = rooms.later - sum(heights[start:])
    breaks = tuple(pairwise([*starts, len(rows)]))
    return Plan(padding, breaks, min(MOST_INK, left - rooms.closing))


def _filled(heights: list[float], rooms: Rooms) -> tuple[list[int], float]:
    """Where each page begins, and what is left of the last."""
    starts, left = [0], rooms.first
    for number, height in enumerate(heights):
        if height > left:
            starts.append(number)
            left = rooms.later
        left -= height
    return starts, left
