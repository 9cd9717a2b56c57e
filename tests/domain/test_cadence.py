"""How often someone orders, and which order ends a silence."""

from datetime import date, timedelta

import pytest

from packstation.domain.cadence import (
    LEAST_GAPS,
    cadence_days,
    expected_gap,
    gap_on,
    lapse_of,
    lapse_ratio,
    lapse_without_order,
    shop_gaps,
)
from packstation.domain.customers import Lapse

TODAY = date(2026, 11, 22)


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=n) for n in ago]


@pytest.mark.parametrize(
    "ago, usual",
    [((), None), ((30,), None), ((30, 60), None), ((10, 40, 70), 30), ((10, 10, 40, 70), 30)],
)
def test_the_usual_gap_needs_three_order_days(ago: tuple[int, ...], usual: int | None) -> None:
    assert cadence_days(days(*ago)) == usual


@pytest.mark.parametrize(
    "ago, lapse",
    [
        ((), Lapse.NEW),
        ((20,), Lapse.ACTIVE),
        ((100,), Lapse.LATE),
        ((200,), Lapse.RETURNING),
        ((30, 40, 50, 60, 70, 80), Lapse.LATE),
        ((46, 53, 60, 67, 74, 81), Lapse.RETURNING),
        ((150, 300, 450, 600), Lapse.ACTIVE),
    ],
)
def test_silence_is_measured_by_the_persons_own_rhythm(
    ago: tuple[int, ...], lapse: Lapse
) -> None:
    assert lapse_of(days(*ago), TODAY) is lapse


@pytest.mark.parametrize(
    "ago, lapse",
    [
        ((), Lapse.NEW),
        ((20,), Lapse.ACTIVE),
        ((100,), Lapse.LATE),
        ((200,), Lapse.LAPSED),
        ((400,), Lapse.LOST),
        ((40, 44, 48, 52, 56, 60), Lapse.LATE),  # three times the usual, but within 45 days
        ((731, 1100, 1500, 1900), Lapse.LOST),
        ((729, 1100, 1500, 1900), Lapse.LAPSED),
    ],
)
def test_whoever_stays_silent_is_late_then_lapsed_then_lost(
    ago: tuple[int, ...], lapse: Lapse
) -> None:
    assert lapse_without_order(days(*ago), TODAY) is lapse


def test_after_two_years_everybody_returns() -> None:
    assert lapse_of(days(731, 1900, 3100), TODAY) is Lapse.RETURNING


def test_with_one_order_the_shops_own_gap_is_expected() -> None:
    assert round(expected_gap(days(30), shop_gap=42)) == 42
    assert lapse_ratio(days(63), TODAY, shop_gap=42) == 150


def test_two_parcels_of_one_day_are_one_purchase() -> None:
    assert expected_gap(days(10, 10, 40)) == expected_gap(days(10, 40))


def test_without_an_earlier_order_there_is_no_silence() -> None:
    assert lapse_ratio([], TODAY) is None


JUNE, JULY, AUGUST = date(2026, 6, 15), date(2026, 7, 1), date(2026, 8, 31)


def test_a_shop_of_few_gaps_has_no_median_of_its_own() -> None:
    few = [(JUNE, 20)] * (LEAST_GAPS - 1)
    assert shop_gaps(few, TODAY) == {}
    assert gap_on(TODAY, {}) == 60


def test_a_months_median_is_of_what_ended_before_it() -> None:
    ended = [(JUNE, 20)] * LEAST_GAPS + [(JULY, 90)] * (LEAST_GAPS + 1) + [(AUGUST, 30)]
    assert shop_gaps(ended, TODAY) == {"2026-07": 20, "2026-08": 90}


def test_an_order_is_judged_by_the_median_of_its_own_month() -> None:
    found = {"2026-07": 20, "2026-09": 90}
    asked = (JUNE, JULY, AUGUST, date(2026, 9, 1), TODAY)
    assert [gap_on(day, found) for day in asked] == [60, 20, 20, 90, 90]


def test_gaps_in_whatever_order_give_the_same_medians() -> None:
    ended = [(JUNE + timedelta(days=n), 7 + n * 37 % 50) for n in range(120)]
    assert shop_gaps(reversed(ended), TODAY) == shop_gaps(ended, TODAY) != {}
