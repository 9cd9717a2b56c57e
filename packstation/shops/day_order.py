"""Dates that people write: whether day or month comes first, asked once and never guessed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from packstation.domain.matching import DatesAsked, DayOrder

_YEARS_FIRST: Final = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?")
_WRITTEN: Final = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?P<comma>,?)(?: \d{1,2}:\d\d(?::\d\d)?(?P<half> ?[AaPp][Mm])?)?"
)
_CENTURY: Final = 100
_ISO: Final = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")


def is_date(text: str) -> bool:
    """Whether ``text`` is a date in figures, with or without a clock."""
    return bool(_YEARS_FIRST.fullmatch(text) or _WRITTEN.fullmatch(text))


def shown(asked: Iterable[DatesAsked]) -> DatesAsked | None:
    """The one that shows best what has to be asked; None: years come first, or no dates do."""
    # A date that can be read both ways shows the question; one that cannot answers it.
    return max(asked, key=_shows, default=None)


def only_way(asked: Iterable[DatesAsked]) -> DayOrder | None:
    """What the dates of a file say when none of them can be read both ways."""
    ways = {_only(it) for it in asked}
    return ways.pop() if len(ways) == 1 else None


def all_asked(place: int, texts: Iterable[str]) -> Iterator[DatesAsked]:
    for text in texts:
        found = _asked(place, text.strip())
        if found is not None:
            yield found


def formats(texts: Iterable[str], order: DayOrder) -> tuple[str, ...]:
    """Python's formats for dates such as ``texts``, and for those with the year first."""
    found = [it for it in map(_WRITTEN.fullmatch, (text.strip() for text in texts)) if it]
    marks = dict.fromkeys(it["mark"] for it in found)
    years = dict.fromkeys("%y" if len(it["year"]) == 2 else "%Y" for it in found)  # noqa: PLR2004 (26)
    commas = dict.fromkeys(["", *(it["comma"] for it in found)])
    one, two = ("%d", "%m") if order is DayOrder.DAY_FIRST else ("%m", "%d")
    days = [f"{one}{mark}{two}{mark}{year}" for mark in marks for year in years]
    clocks = ["", " %H:%M:%S", " %H:%M"]
    if any(it["half"] for it in found):
        clocks += [" %I:%M:%S %p", " %I:%M %p", " %I:%M:%S%p", " %I:%M%p"]
    written = [day + comma + clock for day in days for comma in commas for clock in clocks]
    return (*dict.fromkeys(written), *_ISO)


def _asked(place: int, text: str) -> DatesAsked | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    year += 2000 if year < _CENTURY else 0
    return DatesAsked(place, text, _day(year, two, one), _day(year, one, two))


def _shows(asked: DatesAsked) -> int:
    both = asked.day_first is not None and asked.month_first is not None
    return (2 if asked.day_first != asked.month_first else 1) if both else 0


def _only(asked: DatesAsked) -> DayOrder | None:
    match asked.day_first, asked.month_first:
        case date(), None:
            return DayOrder.DAY_FIRST
        case None, date():
            return DayOrder.MONTH_FIRST
        case _:
            return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
