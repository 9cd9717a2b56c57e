"""A match as a profile: what somebody told us of a file's columns, kept for the next file."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from packstation.domain.matching import DayOrder, Match
from packstation.shops import catalogue_profile as catalogue
from packstation.shops.day_order import formats
from packstation.shops.layout import Layout
from packstation.shops.profile import COLUMNS, STATES, TEMPLATE, Profile

DATED: Final = ("date", "leaves_at")
"""Columns whose day and month could be either way round."""
_OF_ONE_DAY: Final = re.compile(r"[\W_]*\d{4}.*$|[\W\d_]+$")
_CENTS: Final = re.compile(r"\d([.,])\d\d?\D*$")


def name_of(path: Path) -> str:
    """What a profile made for this file is called: without the day in the file's own name."""
    stem = path.name.split(".")[0]
    return _OF_ONE_DAY.sub("", stem) or stem or "csv"


def parts_of(
    name: str,
    match: Match,
    header: tuple[str, ...],
    cells: Mapping[str, list[str]],
    template: Profile,
) -> dict[str, Any]:
    """The keys of a profile's TOML; ``cells``: our column -> what stands in the first rows."""
    given = [text for column in DATED for text in cells.get(column, [])]
    dates = () if match.day_order is None else formats(given, match.day_order)
    return {
        "name": name,
        "extends": TEMPLATE,
        "columns": _columns(match, header, COLUMNS),
        "orders": {"required": _required(match)},
        "file": {"dates": list(dates), "decimal": decimal_of(cells)},
        "status": _states(match, template),
    }


def catalogue_parts_of(
    name: str, match: Match, header: tuple[str, ...], cells: Mapping[str, list[str]]
) -> dict[str, Any]:
    """As ``parts_of``, for a file of products."""
    return {
        "name": name,
        "extends": catalogue.TEMPLATE,
        "columns": _columns(match, header, catalogue.COLUMNS),
        "required": _required(match),
        "decimal": decimal_of(cells),
    }


def _columns(
    match: Match, header: tuple[str, ...], ours: tuple[str, ...]
) -> dict[str, list[str]]:
    """What was left out must not be found again by the words of our template."""
    matched = {it: [header[place]] for place, it in enumerate(match.columns) if it}
    return matched | {it: [] for it in ours if it not in matched}


def _required(match: Match) -> list[str]:
    return sorted(filter(None, match.columns))


def decimal_of(cells: Mapping[str, list[str]]) -> str:
    """The mark before the cents, where the first rows leave no doubt; else nothing."""
    amounts = [text for column in ("price", "total") for text in cells.get(column, [])]
    marks = {found[1] for it in amounts if (found := _CENTS.search(it))}
    return marks.pop() if len(marks) == 1 else ""


def match_of(layout: Layout, template: Profile) -> Match:
    """What a profile takes a file's columns for, as somebody would have told us."""
    at = {place: ours for ours, place in reversed(list(layout.places.items()))}
    known, profile = template.statuses, layout.profile
    states = {word: of for word, of in profile.statuses.items() if known.get(word) != of}
    columns = tuple(at.get(place, "") for place in range(len(layout.header)))
    return Match(columns, _day_order(profile), states if profile.remembered else {})


def _day_order(profile: Profile) -> DayOrder | None:
    if not profile.remembered or not profile.dates:
        return None
    begins = {"%d": DayOrder.DAY_FIRST, "%m": DayOrder.MONTH_FIRST}
    return begins.get(profile.dates[0][:2])


def _states(match: Match, template: Profile) -> dict[str, list[str]]:
    told = {word.casefold(): state for word, state in match.states.items()}
    words = {**template.statuses, **told}
    return {
        state: sorted(word for word, of in words.items() if of == state) for state in STATES
    }
