"""A file looked at before it comes in: what we take it for, and what its first rows come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from packstation.domain import matching as it
from packstation.domain.intake import (
    ColumnsMissing,
    HeaderMissing,
    LineKind,
    NotAText,
    QuoteLeftOpen,
)
from packstation.shops.cells import one_line
from packstation.shops.csv_file import CsvFile
from packstation.shops.day_order import all_asked, only_way, shown
from packstation.shops.first_rows import FirstRows, Sheet, sheet_of
from packstation.shops.guessing import guess, no_header
from packstation.shops.layout import Layout, cells_of, names_of, recognise
from packstation.shops.matched import decimal_of, match_of, name_of, parts_of
from packstation.shops.profile import TEMPLATE, Profile, named, remembered
from packstation.shops.text_file import stamp_of

SHOWN: Final = 20
"""Rows that are handed on to be seen."""
_LONGEST: Final = 120
_WORDS: Final = 12
_DATED: Final = ("date", "leaves_at")


@dataclass(frozen=True, slots=True)
class Known:
    """What files may be read by."""

    profiles: tuple[Profile, ...]
    folder: Path
    """Where those lie that we came with."""
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Looked:
    """A preview, and how the whole file is to be read."""

    preview: it.Preview
    profile: Profile
    parts: Mapping[str, Any] | None
    """What is to be remembered of it; None when nothing was said that we did not know."""
    replaces: str = ""
    """The remembered profile that these parts correct."""


def look(path: Path, known: Known, match: it.Match | None = None) -> Looked:
    """What ``path`` seems to be; with a ``match``, what it comes to when it is read by that.

    Only its beginning is read. Raises one of the IntakeStopped family.
    """
    stamp = stamp_of(path)
    text = FirstRows(path)
    return _Look(text, stamp, known).with_match(match)


def of_products(path: Path) -> it.Preview:
    """A catalogue: packstation.shops.catalogue_kind has told that it is one."""
    return it.Preview(
        path=str(path),
        stamp=stamp_of(path),
        kind=it.FileKind.PRODUCTS,
        profile="",
        encoding="",
        delimiter="",
        decimal="",
        header=(),
        rows=(),
        match=it.Match(()),
    )


class _Look:
    """One file being looked at."""

    def __init__(self, text: FirstRows, stamp: it.Stamp, known: Known) -> None:
        self._text, self._stamp, self._known = text, stamp, known
        self._template = named(TEMPLATE, known.folder)
        sheet = sheet_of(text)
        self._layout = self._recognised(sheet)
        if self._layout is not None and self._layout.delimiter != sheet.delimiter:
            sheet = sheet_of(text, self._layout.delimiter)
        self._sheet: Sheet = sheet
        header = cells_of(sheet.line, sheet.delimiter)
        self._header = names_of(header)
        if self._layout is None:
            self._refuse_what_has_no_columns(header)

    def with_match(self, match: it.Match | None) -> Looked:
        found = match or self._guessed()
        layout = self._layout
        if layout is not None and found == self._by_layout(layout):
            profile, parts = layout.profile, None
        else:
            parts = self._parts(found)
            profile = remembered(parts, self._known.folder)
        again = layout is not None and layout.profile.remembered
        replaces = layout.profile.name if layout is not None and again else ""
        preview = self._preview(found, profile, self._kind(found))
        return Looked(preview, profile, parts, replaces)

    def _recognised(self, sheet: Sheet) -> Layout | None:
        try:
            return recognise(sheet.line, self._known.profiles, sheet.announced)
        except ColumnsMissing:
            return None

    def _refuse_what_has_no_columns(self, header: list[str]) -> None:
        path = str(self._text.path)
        if len(header) == 1 and all(len(row) == 1 for row in self._sheet.rows):
            raise NotAText(path, "unknown")
        if no_header(header):
            raise HeaderMissing(path)

    def _by_layout(self, layout: Layout) -> it.Match:
        return match_of(layout, self._template)

    def _guessed(self) -> it.Match:
        """What a profile says; where there is none, or only our template, what we guess."""
        layout = self._layout
        if layout is not None and layout.profile.name != TEMPLATE:
            return self._by_layout(layout)
        sure = ("",) * len(self._header)
        if layout is not None:
            sure = self._by_layout(layout).columns
        likely = guess(self._header, self._sheet.rows)
        both = zip(sure, likely, strict=True)
        columns = tuple(one or ("" if two in sure else two) for one, two in both)
        return it.Match(columns, only_way(self._asked(columns)))

    def _kind(self, match: it.Match) -> it.FileKind:
        if self._layout is None or self._by_layout(self._layout).columns != match.columns:
            return it.FileKind.NEW
        if self._layout.profile.remembered:
            return it.FileKind.REMEMBERED
        return it.FileKind.SHIPPED

    def _parts(self, match: it.Match) -> dict[str, Any]:
        name = name_of(self._text.path)
        return parts_of(name, match, self._header, self._by_column(match), self._template)

    def _preview(self, match: it.Match, profile: Profile, kind: it.FileKind) -> it.Preview:
        layout = self._layout
        preview = it.Preview(
            path=str(self._text.path),
            stamp=self._stamp,
            kind=kind,
            profile="" if layout is None or kind is it.FileKind.NEW else layout.profile.name,
            encoding=self._text.encoding,
            delimiter=self._sheet.delimiter,
            decimal=profile.decimal or decimal_of(self._by_column(match)),
            header=self._header,
            rows=tuple(self._shown()),
            match=match,
            dates=shown(self._asked(match.columns)) if self._asks(profile, match) else None,
            words=self._words(match, profile),
            whole=self._text.whole,
        )
        if preview.missing or preview.undated:
            return preview
        return replace(preview, first=self._first(profile))

    def _asks(self, profile: Profile, match: it.Match) -> bool:
        """A profile that came with its dates knows them."""
        return not profile.dates or match.day_order is not None

    def _asked(self, columns: tuple[str, ...]) -> list[it.DatesAsked]:
        return [
            asked
            for place, ours in enumerate(columns)
            if ours in _DATED
            for asked in all_asked(place, self._cells(place))
        ]

    def _words(self, match: it.Match, profile: Profile) -> tuple[str, ...]:
        """States of orders nobody has told us the meaning of."""
        if "status" not in match.columns or profile.form:
            return ()
        told = {**profile.statuses, **{word.casefold(): "" for word in match.states}}
        cells = map(one_line, self._cells(match.columns.index("status")))
        unknown = dict.fromkeys(word for word in cells if word.casefold() not in told)
        return tuple(unknown)[:_WORDS]

    def _by_column(self, match: it.Match) -> dict[str, list[str]]:
        columns = enumerate(match.columns)
        return {ours: list(self._cells(place)) for place, ours in columns if ours}

    def _cells(self, place: int) -> Iterator[str]:
        texts = (row[place].strip() for row in self._sheet.rows if place < len(row))
        return (text for text in texts if text)

    def _shown(self) -> Iterator[tuple[str, ...]]:
        wide = len(self._header)
        for row in self._sheet.rows[:SHOWN]:
            cells = [one_line(cell)[:_LONGEST] for cell in row[:wide]]
            yield tuple(cells + [""] * (wide - len(cells)))

    def _first(self, profile: Profile) -> it.FirstRows:
        file = CsvFile(self._text, (profile,), self._known.zone)
        orders: set[str] = set()
        try:
            for batch in file.batches():
                orders |= {line.order for line in batch if line.quantity}
        except QuoteLeftOpen:
            if self._text.whole:
                raise
        lines = file.counts[LineKind.GOODS]
        return it.FirstRows(lines, len(orders), tuple(file.refused))
