"""Days of the year: how far away they are, and which feasts are near."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

_LEAP_DAY: Final = (2, 29)
_HALF_A_YEAR: Final = 182

SEASONS: Final = (
    "spring", "summer", "autumn", "winter",
    "christmas", "three_kings", "valentine", "easter", "book_day",
    "fathers_day", "mothers_day", "all_saints", "black_friday",
)  # fmt: skip
"""Every tag that ``seasons`` may answer."""

# (tag, first and last day, as MM-DD)
_FIXED: Final = (
    ("spring", "03-20", "06-20"),
    ("summer", "06-21", "09-21"),
    ("autumn", "09-22", "12-20"),
    ("winter", "12-21", "03-19"),
    ("christmas", "12-01", "12-25"),
    ("three_kings", "12-26", "01-06"),
    ("valentine", "02-07", "02-14"),
    ("fathers_day", "03-12", "03-19"),
    ("book_day", "04-16", "04-23"),
    ("all_saints", "10-24", "11-01"),
)


def month_day(day: date) -> str:
    """Such as "12-24"."""
    return day.isoformat()[-len("12-24") :]


def in_year(monthday: str, year: int) -> date:
    """That day of ``year``; who was born on a 29 February has the 28th in other years."""
    month, day = int(monthday[:2]), int(monthday[3:])
    try:
        return date(year, month, day)
    except ValueError:
        if (month, day) != _LEAP_DAY:
            raise
        return date(year, 2, 28)


def days_until(monthday: str, today: date) -> int:
    """Days to the next one; 0 is today."""
    this_year = in_year(monthday, today.year)
    coming = this_year if this_year >= today else in_year(monthday, today.year + 1)
    return (coming - today).days


def days_since(monthday: str, today: date) -> int:
    """Days from the last one; 0 is today."""
    this_year = in_year(monthday, today.year)
    gone = this_year if this_year <= today else in_year(monthday, today.year - 1)
    return (today - gone).days


def days_from(monthday: str, today: date) -> int:
    """Days to the nearest one: below 0 when it has just been."""
    away = (in_year(monthday, today.year) - today).days
    if away > _HALF_A_YEAR:
        return (in_year(monthday, today.year - 1) - today).days
    return (in_year(monthday, today.year + 1) - today).days if away < -_HALF_A_YEAR else away


@lru_cache(maxsize=64)
def seasons(today: date) -> tuple[str, ...]:
    """What time of the year it is in a Spanish shop, in the order of the alphabet."""
    now = month_day(today)
    tags = {
        tag
        for tag, first, last in _FIXED
        if (first <= now <= last if first <= last else now >= first or now <= last)
    }
    tags |= {tag for tag, first, last in _moving(today.year) if first <= today <= last}
    return tuple(sorted(tags))


def _moving(year: int) -> tuple[tuple[str, date, date], ...]:
    """The feasts that move: (tag, first day, last day)."""
    easter = easter_sunday(year)
    mothers = _nth_weekday(date(year, 5, 1), 6, 1)
    friday = _nth_weekday(date(year, 11, 1), 3, 4) + timedelta(days=1)
    week = timedelta(days=7)
    return (
        ("easter", easter - week, easter),
        ("mothers_day", mothers - week, mothers),
        ("black_friday", friday - timedelta(days=4), friday + timedelta(days=3)),
    )


def _nth_weekday(first: date, weekday: int, nth: int) -> date:
    """The ``nth`` such weekday (Monday is 0) of the month that begins with ``first``."""
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter_sunday(year: int) -> date:
    """Of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)
