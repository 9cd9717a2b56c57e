"""What is counted from today: days of a year, and days of the calendar."""

from datetime import date

import pytest

from packstation.domain.answers import answered
from packstation.domain.operators import Op, Truth
from packstation.domain.touches import Got

TODAY = date(2026, 12, 28)


@pytest.mark.parametrize(
    "op, got, want, truth",
    [
        (Op.WITHIN_NEXT_DAYS, "12-28", 0, True),
        (Op.WITHIN_NEXT_DAYS, "01-02", 5, True),
        (Op.WITHIN_NEXT_DAYS, "01-02", 4, False),
        (Op.WITHIN_NEXT_DAYS, "12-27", 10, False),
        (Op.WITHIN_NEXT_DAYS, "2027-01-02", 5, True),
        (Op.WITHIN_NEXT_DAYS, "2026-12-27", 5, False),
        (Op.IN_LAST_DAYS, "12-28", 0, True),
        (Op.IN_LAST_DAYS, "12-20", 8, True),
        (Op.IN_LAST_DAYS, "12-20", 7, False),
        (Op.IN_LAST_DAYS, "2026-12-20", 8, True),
        (Op.IN_LAST_DAYS, "2026-12-29", 8, False),
        (Op.IN_LAST_DAYS, None, 8, None),
        (Op.WITHIN_NEXT_DAYS, None, 8, None),
    ],
)
def test_days_are_counted_from_today(op: Op, got: Got, want: Got, truth: Truth) -> None:
    assert answered(op, got, want, TODAY) == (got, truth)


def test_of_lines_it_is_told_how_many_were_meant() -> None:
    assert answered(Op.NO_LINE, (), ("category=mesa",), TODAY) == (0, True)
    assert answered(Op.NO_LINE, None, ("category=mesa",), TODAY) == (None, None)
