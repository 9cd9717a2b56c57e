"""A shop's file before any of it comes in: its first rows, and what its columns are for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from packstation.domain.intake import Refusal


class Lists(StrEnum):
    """What the rows of a file are about."""

    ORDERS = "orders"
    PRODUCTS = "products"
    """The shop's catalogue: packstation.domain.catalogue."""


NEEDED: Final = {
    Lists.ORDERS: ("order", "quantity", "sku|barcode|product"),
    Lists.PRODUCTS: ("sku|barcode|product",),
}
"""Without these nobody can use a row; ``sku|barcode`` means one of them."""
_ALSO_NEEDED: Final = ("product", "barcode", "place", "price")
"""What there could be to say of a product: naming it alone tells nothing."""


class DayOrder(StrEnum):
    """Which way round a date such as 03/04/2026 is meant."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class FileKind(StrEnum):
    """How we know what a file's columns mean."""

    SHIPPED = "shipped"
    """One of the kinds that we came with."""
    REMEMBERED = "remembered"
    """Somebody has matched the columns of such a file before."""
    NEW = "new"
    """Nobody has: all we have are guesses."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of a file was looked at: its bytes, and when it was last written."""

    size: int
    written_ns: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a file's columns are taken for."""

    columns: tuple[str, ...]
    """From the left: our column, or nothing for one that is left out."""
    day_order: DayOrder | None = None
    """None: nobody has said."""
    states: Mapping[str, str] = field(default_factory=dict)
    """The file's word for an order's state -> open, held, shipped or cancelled."""
    lists: Lists = Lists.ORDERS

    def taken_for(self, place: int, column: str) -> "Match":
        """The same, with the file's column at ``place`` taken for ``column`` and no other."""
        columns = ["" if it == column else it for it in self.columns]
        columns[place] = column
        return replace(self, columns=tuple(columns))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is needed and matched by no column."""
        taken = set(self.columns) - {""}
        lacking = tuple(it for it in NEEDED[self.lists] if not set(it.split("|")) & taken)
        if lacking or len(taken) > 1:
            return lacking
        return ("|".join(it for it in _ALSO_NEEDED if it not in taken),)


@dataclass(frozen=True, slots=True)
class DatesAsked:
    """A date of the file that can be read in two ways, or could be if others were not there."""

    place: int
    """Its column, from the left."""
    text: str
    day_first: date | None
    """None: it cannot be read like this."""
    month_first: date | None


@dataclass(frozen=True, slots=True)
class FirstRows:
    """What the first rows come to, read as the whole file would be."""

    lines: int = 0
    orders: int = 0
    refused: tuple[Refusal, ...] = ()
    products: int | None = None
    """None: they are rows of orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A file's first rows, and how we would read it. Nothing has been written."""

    path: str
    stamp: Stamp
    kind: FileKind
    profile: str
    """Empty for a new kind of file."""
    encoding: str
    delimiter: str
    decimal: str
    """Empty: no amount in the first rows says which it is."""
    header: tuple[str, ...]
    """A name for every column, each only once."""
    rows: tuple[tuple[str, ...], ...]
    """The first of them, with as many cells as the header."""
    match: Match
    dates: DatesAsked | None = None
    words: tuple[str, ...] = ()
    """What the file says of its orders' states and nobody has told us yet, as it is written."""
    first: FirstRows | None = None
    """None: something is missing that the rows cannot be read without."""
    whole: bool = False
    """These rows are all there are."""

    @property
    def ready(self) -> bool:
        """Whether nothing has to be said any more before it can come in."""
        return not self.missing and not self.undated and not self.words

    @property
    def missing(self) -> tuple[str, ...]:
        """What is needed and matched by no column; a kind we came with has its own ways."""
        return () if self.kind is FileKind.SHIPPED else self.match.missing

    @property
    def undated(self) -> bool:
        """Whether somebody must say which way round its dates are."""
        return self.dates is not None and self.match.day_order is None
