"""What looking at a file asks of each sort of file: orders, and products."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from packstation.domain.intake import QuoteLeftOpen
from packstation.domain.matching import DatesAsked, DayOrder, FirstRows, Lists, Match
from packstation.shops.catalogue_profile import CatalogueProfile
from packstation.shops.first_rows import FirstRows as Text
from packstation.shops.profile import Profile
from packstation.shops.seen import Seen

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Known:
    """What files may be read by."""

    profiles: tuple[Profile, ...]
    """Those of orders."""
    catalogues: tuple[CatalogueProfile, ...]
    folder: Path
    """Where those lie that we came with."""
    zone: ZoneInfo

    @property
    def all_columns(self) -> tuple[Profile, ...]:
        return (*self.profiles, *(it.columns for it in self.catalogues))


@dataclass(frozen=True, slots=True)
class Asked:
    """What only the owner can tell."""

    dates: DatesAsked | None = None
    words: tuple[str, ...] = ()


class Way(Protocol):
    """How files of one sort are recognised, matched and read."""

    lists: Lists
    template: Profile
    profiles: tuple[Profile, ...]

    def parts(self, name: str, match: Match, seen: Seen) -> dict[str, Any]:
        """``match`` as the keys of a profile called ``name``."""

    def read_from(self, parts: dict[str, Any]) -> Profile: ...
    def whole(self, profile: Profile) -> Profile | CatalogueProfile: ...
    def day_order(self, columns: tuple[str, ...], seen: Seen) -> DayOrder | None:
        """Which way round its dates are, where they leave no doubt."""

    def asked(self, match: Match, profile: Profile, seen: Seen) -> Asked: ...
    def first(self, text: Text, profile: Profile) -> FirstRows:
        """What the first rows come to, read by ``profile`` as the whole file would be."""


def as_far_as_it_is(text: Text, rows: Iterable[_Row]) -> Iterator[_Row]:
    """``rows``. A quote that is open at the end of a mere beginning may close further down."""
    try:
        yield from rows
    except QuoteLeftOpen:
        if text.whole:
            raise
