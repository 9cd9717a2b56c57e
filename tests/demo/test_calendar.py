"""A cut-off is always still to come, on a day when somebody works."""

from datetime import datetime

import pytest

from packstation.demo.calendar import CORREOS, MADRID, SEUR, Carrier, newest_order, next_cut_off


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=MADRID)


@pytest.mark.parametrize(
    "carrier, now, cut_off",
    [
        (SEUR, at(24, 9), at(24, 14)),
        (SEUR, at(24, 14), at(25, 14)),
        (CORREOS, at(24, 15), at(24, 17, 30)),
        (CORREOS, at(27, 18), at(30, 17, 30)),  # Friday evening: Monday
        (SEUR, at(28, 9), at(30, 14)),  # Saturday
        (SEUR, at(7, 15, month=12), at(9, 14, month=12)),  # a feast between
    ],
)
def test_the_next_cut_off(carrier: Carrier, now: datetime, cut_off: datetime) -> None:
    assert next_cut_off(carrier, now) == cut_off


@pytest.mark.parametrize(
    "built_at, newest",
    [(at(24, 16), at(24, 8, 50)), (at(24, 9), at(24, 8, 50)), (at(24, 7), at(24, 6, 50))],
)
def test_the_newest_order_came_before_the_doors_opened(
    built_at: datetime, newest: datetime
) -> None:
    assert newest_order(built_at) == newest
