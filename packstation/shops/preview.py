"""A file looked at before it comes in: what we take it for, and what its first rows come to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from packstation.domain import matching as it
from packstation.shops.catalogue_kind import is_shaped, what_it_lists
from packstation.shops.catalogue_profile import CatalogueProfile
from packstation.shops.first_rows import FirstRows
from packstation.shops.guessing import guess
from packstation.shops.layout import Layout
from packstation.shops.matched import decimal_of, match_of, name_of
from packstation.shops.preview_orders import AsOrders
from packstation.shops.preview_products import AsProducts
from packstation.shops.preview_way import Known, Way
from packstation.shops.profile import Profile
from packstation.shops.seen import Seen, recognised
from packstation.shops.text_file import stamp_of


@dataclass(frozen=True, slots=True)
class Looked:
    """A preview, and how the whole file is to be read."""

    preview: it.Preview
    profile: Profile | CatalogueProfile | None
    """None: by what we came with, which the header tells."""
    parts: Mapping[str, Any] | None = None
    """What is to be remembered of it; None when nothing was said that we did not know."""
    replaces: str = ""
    """The remembered profile that these parts correct."""


def look(
    path: Path,
    known: Known,
    match: it.Match | None = None,
    lists: it.Lists | None = None,
) -> Looked:
    """What ``path`` seems to be; with a ``match``, what it comes to when it is read by that.

    ``lists``: what its rows are; None: decide. Only its beginning is read. Raises one of the
    IntakeStopped family.
    """
    stamp = stamp_of(path)
    text = FirstRows(path)
    lists = match.lists if match is not None else lists or what_it_lists(text, known)
    if lists is it.Lists.ORDERS:
        return _Look(text, stamp, known, AsOrders(known)).with_match(match)
    if match is None and is_shaped(text, known):
        return Looked(of_products(path), None)
    return _Look(text, stamp, known, AsProducts(known)).with_match(match)


def of_products(path: Path) -> it.Preview:
    """A shop's own form of catalogue, or JSON: more than columns, so none are shown."""
    return it.Preview(
        path=str(path),
        stamp=stamp_of(path),
        kind=it.FileKind.SHIPPED,
        profile="",
        encoding="",
        delimiter="",
        decimal="",
        header=(),
        rows=(),
        match=it.Match((), lists=it.Lists.PRODUCTS),
    )


class _Look:
    """One file being looked at."""

    def __init__(self, text: FirstRows, stamp: it.Stamp, known: Known, way: Way) -> None:
        self._text, self._stamp, self._known, self._way = text, stamp, known, way
        self._seen = Seen(text, way.profiles)
        self._layout = self._seen.layout

    def with_match(self, match: it.Match | None) -> Looked:
        found = match or self._guessed()
        layout, parts, own = self._layout, None, self._remembered_as()
        by_layout = None if layout is None else self._by_layout(layout)
        # What was taken for the other sort of file before is to be remembered as this one.
        if layout is not None and found == by_layout and own in {"", layout.profile.name}:
            profile = layout.profile
        else:
            parts = self._way.parts(name_of(self._text.path), found, self._seen)
            profile = self._way.read_from(parts)
        preview = self._preview(found, profile, self._kind(found))
        return Looked(preview, self._way.whole(profile), parts, own)

    def _by_layout(self, layout: Layout) -> it.Match:
        return replace(match_of(layout, self._way.template), lists=self._way.lists)

    def _guessed(self) -> it.Match:
        """What a profile says; where there is none, or only our template, what we guess."""
        layout = self._layout
        if layout is not None and layout.profile.name != self._way.template.name:
            return self._by_layout(layout)
        sure = ("",) * len(self._seen.header)
        if layout is not None:
            sure = self._by_layout(layout).columns
        likely = guess(self._seen.header, self._seen.rows, self._way.lists)
        both = zip(sure, likely, strict=True)
        columns = tuple(one or ("" if two in sure else two) for one, two in both)
        day_order = self._way.day_order(columns, self._seen)
        return it.Match(columns, day_order, lists=self._way.lists)

    def _kind(self, match: it.Match) -> it.FileKind:
        if self._layout is None or self._by_layout(self._layout).columns != match.columns:
            return it.FileKind.NEW
        if self._layout.profile.remembered:
            return it.FileKind.REMEMBERED
        return it.FileKind.SHIPPED

    def _remembered_as(self) -> str:
        """The name of the profile; one of the other sort of file only where this has none."""
        for profiles in (self._way.profiles, self._known.all_columns):
            own = [it for it in profiles if it.remembered]
            layout = recognised(self._seen.line, own, self._seen.announced) if own else None
            if layout is not None:
                return layout.profile.name
        return ""

    def _preview(self, match: it.Match, profile: Profile, kind: it.FileKind) -> it.Preview:
        layout, seen = self._layout, self._seen
        asked = self._way.asked(match, profile, seen)
        preview = it.Preview(
            path=str(self._text.path),
            stamp=self._stamp,
            kind=kind,
            profile="" if layout is None or kind is it.FileKind.NEW else layout.profile.name,
            encoding=self._text.encoding,
            delimiter=seen.delimiter,
            decimal=profile.decimal or decimal_of(seen.by_column(match.columns)),
            header=seen.header,
            rows=tuple(seen.shown()),
            match=match,
            dates=asked.dates,
            words=asked.words,
            whole=self._text.whole,
        )
        if preview.missing or preview.undated:
            return preview
        return replace(preview, first=self._way.first(self._text, profile))
