"""Feasts that move, birthdays that come nearer, and a 29 February in every year."""

from datetime import date

import pytest

from packstation.domain.days import SEASONS, days_from, easter_sunday, in_year, seasons


@pytest.mark.parametrize(
    "easter",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ],
)
def test_easter_is_when_it_is(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


@pytest.mark.parametrize(
    "today, tags",
    [
        (date(2026, 11, 22), ("autumn",)),
        (date(2026, 11, 27), ("autumn", "black_friday")),
        (date(2026, 12, 24), ("christmas", "winter")),
        (date(2027, 1, 6), ("three_kings", "winter")),
        (date(2027, 1, 7), ("winter",)),
        (date(2026, 4, 2), ("easter", "spring")),
        (date(2026, 5, 3), ("mothers_day", "spring")),
        (date(2026, 5, 4), ("spring",)),
        (date(2026, 2, 14), ("valentine", "winter")),
        (date(2026, 8, 1), ("summer",)),
    ],
)
def test_what_time_of_the_year_it_is(today: date, tags: tuple[str, ...]) -> None:
    assert seasons(today) == tags
    assert {*tags} <= {*SEASONS}


@pytest.mark.parametrize(
    "day, today, away",
    [
        ("11-25", date(2026, 11, 22), 3),
        ("11-20", date(2026, 11, 22), -2),
        ("11-22", date(2026, 11, 22), 0),
        ("01-02", date(2026, 12, 30), 3),
        ("12-30", date(2027, 1, 2), -3),
        ("02-29", date(2026, 2, 27), 1),
        ("02-29", date(2028, 2, 27), 2),
    ],
)
def test_the_nearest_one_counts(day: str, today: date, away: int) -> None:
    assert days_from(day, today) == away


def test_a_day_that_never_was_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        in_year("02-30", 2026)
