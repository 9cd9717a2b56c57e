"""What a shop's product file says, how that differs from what we know, and what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Final, NamedTuple

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.intake import IntakeStopped, Refusal
from packstation.domain.noticed import Changed
from packstation.domain.orders import Policy

MOST: Final = 100_000
"""Products of one file: it is read as a whole, for its codes are compared with each other."""

CATALOGUE: Final = "catalogue"
BY_HAND: Final = ("learned", "ours")
"""The sources of codes a file never takes away: somebody here gave them."""
_TEXTS: Final = ("name", "place", "category", "brand", "picture")


class RowKind(StrEnum):
    """What a row of a product file is. Every row is exactly one of these."""

    PRODUCT = "products"
    MORE = "more"
    """More of a product above it: another code, another picture."""
    HEADING = "headings"
    """Nobody packs it: the common name of variants, or a link to another shop."""
    BLANK = "blank"
    REFUSED = "refused"


class WarningKind(StrEnum):
    """What an owner should know of a file that came in all the same."""

    CODE_SHARED = "code_shared"
    """Several products of the file have this code, so none of them gets it."""
    CODE_TAKEN = "code_taken"
    """A product that is here already has this code and keeps it."""
    CHECK_DIGIT = "check_digit"
    """Not a right GTIN: kept as it is printed."""
    PICTURE_MISSING = "picture_missing"
    PICTURE_UNREADABLE = "picture_unreadable"
    """It is no picture, too large, or outside the file's own folder."""
    PICTURE_AWAY = "picture_away"
    """An address on the internet: we fetch nothing."""


@dataclass(frozen=True, slots=True)
class CatalogueWarning:
    line: int
    sku: str
    kind: WarningKind
    text: str
    """The code or the picture."""
    other: str = ""
    """The SKU of the other product that has the code."""


@dataclass(frozen=True, slots=True)
class ListedCode:
    code: str
    """A GTIN in 13 digits, or as printed."""
    units: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A product as the file has it. What is empty or None the file does not say."""

    line: int
    sku: str
    """Folded; a stand-in as orders have it, where the shop gives none."""
    name: str = ""
    variant: str | None = None
    place: str = ""
    category: str = ""
    brand: str = ""
    tags: tuple[str, ...] = ()
    price_cents: int | None = None
    packable: bool | None = None
    policy: Policy | None = None
    picture: str = ""
    """First the cell of the file, then the name in the shop's folder of pictures."""
    codes: tuple[ListedCode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A product as the shop knows it."""

    id: int
    sku: str
    name: str
    variant: str
    place: str
    category: str
    brand: str
    tags: tuple[str, ...]
    price_cents: int
    packable: bool
    policy: str
    picture: str
    codes: tuple[ArrivingCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written of one product; ``fields`` by the names of Shelved."""

    sku: str
    fields: Mapping[str, Any]
    codes: tuple[ArrivingCode, ...] | None
    """All the catalogue gives it from now on; None: they stay as they are."""
    line: int
    is_new: bool


class CatalogueTally(NamedTuple):
    """What became of the file's products."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSummary:
    """What a product file brought.

    ``lines`` adds up to every line under its header, and its PRODUCTs to ``products``.
    """

    file_name: str
    profile: str
    lines: Mapping[RowKind, int]
    products: CatalogueTally
    codes: int = 0
    """How many codes came to a product."""
    pictures: int = 0
    """How many were copied into the shop's folder."""
    counts: Mapping[WarningKind, int] = field(default_factory=dict)
    warnings: tuple[CatalogueWarning, ...] = ()
    """The first of them, at most packstation.domain.intake.LISTED."""
    changed: tuple[Changed, ...] = ()
    """The first of them, likewise, by their SKUs."""
    refused: tuple[Refusal, ...] = ()
    """The first of them, likewise."""

    @property
    def total_lines(self) -> int:
        return sum(self.lines.values())

    def as_json(self) -> dict[str, Any]:
        """The keys docs/import.md documents: they stay."""
        return {
            "file": self.file_name,
            "profile": self.profile,
            "lines": {
                "total": self.total_lines,
                **{kind.value: self.lines.get(kind, 0) for kind in RowKind},
            },
            "products": {"total": sum(self.products), **self.products._asdict()},
            "codes": self.codes,
            "pictures": self.pictures,
            "warnings": {
                "total": sum(self.counts.values()),
                **{kind.value: self.counts.get(kind, 0) for kind in WarningKind},
                "first": [asdict(it) for it in self.warnings],
            },
            "changed": [asdict(it) for it in self.changed],
            "refused": [asdict(it) for it in self.refused],
        }


@dataclass(eq=False)
class CatalogueTooLong(IntakeStopped):
    code: ClassVar[str] = "catalogue_too_long"
    most: int


def change_of(
    listed: Listed, codes: tuple[ArrivingCode, ...], shelved: Shelved | None
) -> Change | None:
    """What ``listed`` changes; None: nothing. ``codes`` are those it may have."""
    told = dict(_told(listed))
    if shelved is None:
        return Change(listed.sku, told, codes, listed.line, is_new=True)
    fields = {key: value for key, value in told.items() if getattr(shelved, key) != value}
    given = codes if listed.codes and _codes_differ(codes, shelved) else None
    if not fields and given is None:
        return None
    return Change(shelved.sku, fields, given, listed.line, is_new=False)


def _told(listed: Listed) -> Iterator[tuple[str, Any]]:
    for key in _TEXTS:
        if getattr(listed, key):
            yield key, getattr(listed, key)
    if listed.tags:
        yield "tags", listed.tags
    for key in ("variant", "price_cents", "packable", "policy"):
        if getattr(listed, key) is not None:
            yield key, getattr(listed, key)


def _codes_differ(codes: tuple[ArrivingCode, ...], shelved: Shelved) -> bool:
    by_hand = {it.code for it in shelved.codes if it.source in BY_HAND}
    given = (it for it in codes if it.source == CATALOGUE and it.code not in by_hand)
    wanted = {(it.code, it.units) for it in given}
    return wanted != {(it.code, it.units) for it in shelved.codes if it.source == CATALOGUE}
