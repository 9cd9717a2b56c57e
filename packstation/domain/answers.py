"""One question to one fact, answered: by its operator, its lines, or the days from today."""

from datetime import date
from typing import cast

from packstation.domain.days import days_since, days_until
from packstation.domain.fact import Seen
from packstation.domain.lines import BoughtLine, asked_of_lines, wanted
from packstation.domain.operators import LINE_OPS, RELATIVE_OPS, VALUE_OPS, Op, Truth, holds
from packstation.domain.touches import Got

_ABOUT_LINES = frozenset({*LINE_OPS, *VALUE_OPS})
_WHOLE_DATE = len("2026-12-24")


def answered(op: Op, seen: Seen, want: Got, today: date) -> tuple[Got, Truth]:
    """What was found, fit to be shown, and whether it holds."""
    if op in _ABOUT_LINES:
        lines = _lines(seen)
        if lines is None:
            return None, None
        return asked_of_lines(op, lines, wanted(_texts(want)))
    got = cast("Got", seen)  # only the operators of lines are asked of lines
    if op in RELATIVE_OPS:
        return got, _near(op, got, want, today)
    return got, holds(op, got, want)


def _lines(seen: Seen) -> tuple[BoughtLine, ...] | None:
    if not isinstance(seen, tuple):
        return None
    return tuple(it for it in seen if isinstance(it, BoughtLine))


def _texts(want: Got) -> tuple[str, ...]:
    return tuple(str(it) for it in want) if isinstance(want, tuple) else ()


def _near(op: Op, got: Got, want: Got, today: date) -> Truth:
    if not isinstance(got, str) or not isinstance(want, int):
        return None
    if len(got) == _WHOLE_DATE:
        ahead = (date.fromisoformat(got) - today).days
        return 0 <= (ahead if op is Op.WITHIN_NEXT_DAYS else -ahead) <= want
    away = days_until if op is Op.WITHIN_NEXT_DAYS else days_since
    return away(got, today) <= want
