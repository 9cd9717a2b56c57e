"""A match as a profile: what somebody told us of a file's columns, kept for the next file."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from packstation.domain.matching import DayOrder, Match
from packstation.shops.day_order import formats
from packstation.shops.layout import Layout
from packstation.shops.profile import COLUMNS, STATES, TEMPLATE, Profile

_DATED: Final = ("date", "leaves_at")
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
    columns = {ours: header[place] for place, ours in enumerate(match.columns) if ours}
    given = [text for column in _DATED for text in cells.get(column, [])]
    dates = () if match.day_order is None else formats(given, match.day_order)
    # What was left out must not be found again by the words of our template.
    left_out: dict[str, list[str]] = {it: [] for it in COLUMNS if it not in columns}
    return {
        "name": name,
        "extends": TEMPLATE,
        "columns": {ours: [word] for ours, word in columns.items()} | left_out,
        "orders": {"required": sorted(columns)},
        "file": {"dates": list(dates), "decimal": decimal_of(cells)},
        "status": _states(match, template),
    }


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
