"""How rows of a product file become products, for each way shops have of writing them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from packstation.domain.catalogue import Listed, RowKind
from packstation.domain.intake import Reason
from packstation.shops.catalogue_cells import Row, stand_in
from packstation.shops.catalogue_profile import Shape
from packstation.shops.cells import BadCell

_OPTIONS: Final = ("option1", "option2", "option3")
_HEADINGS: Final = frozenset({"variable", "grouped", "external", "variable-subscription"})


class Reader(Protocol):
    """Reads the rows of one file."""

    def take(self, row: Row) -> Listed | RowKind | None:
        """A product, or what the row is instead; None: ``rest`` will tell. Raises BadCell."""

    def rest(self) -> Iterator[Listed]:
        """The products that could be told only when all rows were known."""


class Plain:
    """A row is a product."""

    def take(self, row: Row) -> Listed | RowKind | None:
        row.refuse_formulas()  # written by hand in a sheet, not by a shop
        name, codes = row["product"], row.codes
        sku = row.sku or (codes[0].code if codes else stand_in(name))
        if not sku:
            raise BadCell("sku", "", Reason.MISSING)
        return Listed(
            line=row.line,
            sku=sku,
            name=name,
            variant=row["variant"] if "variant" in row.cells and name else None,
            place=row.place,
            category=row["category"],
            brand=row["brand"],
            tags=row.several("tags"),
            price_cents=row.price_cents,
            packable=row.told("packable"),
            policy=row.policy,
            picture=row["picture"],
            codes=codes,
        )

    def rest(self) -> Iterator[Listed]:
        yield from ()


@dataclass(slots=True)
class _Common:
    """What the rows of one handle, or a parent, say for all its variants."""

    name: str = ""
    category: str = ""
    brand: str = ""
    tags: tuple[str, ...] = ()
    picture: str = ""


class Shopify:
    """Rows of one handle are variants; only the first says what they have in common."""

    def __init__(self) -> None:
        self._handles: dict[str, _Common] = {}

    def take(self, row: Row) -> Listed | RowKind | None:
        handle = row["handle"]
        if not handle:
            raise BadCell("handle", "", Reason.MISSING)
        common = self._handles.setdefault(handle, _Common())
        self._learn(common, row)
        if not any(row[it] for it in ("sku", "barcode", "price", *_OPTIONS)):
            return RowKind.MORE  # another picture
        if not common.name:
            raise BadCell("product", "", Reason.MISSING)
        variant = row.variant(*_OPTIONS)
        return Listed(
            line=row.line,
            sku=row.sku or stand_in(common.name, variant),
            name=common.name,
            variant=variant,
            category=common.category,
            brand=common.brand,
            tags=common.tags,
            price_cents=row.price_cents,
            packable=row.told("packable"),
            picture=row["picture"] or common.picture,
            codes=row.codes,
        )

    def rest(self) -> Iterator[Listed]:
        yield from ()

    @staticmethod
    def _learn(common: _Common, row: Row) -> None:
        common.name = common.name or row["product"]
        common.category = common.category or row["category"] or _leaf(row["taxonomy"])
        common.brand = common.brand or row["brand"]
        common.tags = common.tags or row.several("tags")
        common.picture = common.picture or row["common_picture"]


class WooCommerce:
    """A row says what it is; a variation has its name from its parent, wherever that stands."""

    def __init__(self) -> None:
        self._parents: dict[str, _Common] = {}
        self._variations: list[tuple[Listed, str]] = []

    def take(self, row: Row) -> Listed | RowKind | None:
        kinds = {it.casefold() for it in row.several("kind")}
        if kinds & _HEADINGS:
            self._remember(row)
            return RowKind.HEADING
        parent = _parent_of(row)
        listed = self._listed(row, {"virtual"} & kinds or row.told("virtual"))
        if "variation" in kinds or parent:
            self._variations.append((listed, parent))
            return None
        return listed

    def rest(self) -> Iterator[Listed]:
        for listed, parent in self._variations:
            yield _joined(listed, self._parents.get(parent, _Common()))

    def _remember(self, row: Row) -> None:
        common = _common(row)
        for key in (f"ID:{row['id']}", row["sku"].upper()):
            self._parents.setdefault(key, common)

    @staticmethod
    def _listed(row: Row, virtual: object) -> Listed:
        common, variant = _common(row), row.variant(*_OPTIONS)
        is_own = not _parent_of(row)
        if not common.name:
            raise BadCell("product", "", Reason.MISSING)
        return Listed(
            line=row.line,
            sku=row.sku or (stand_in(common.name) if is_own else ""),
            name=common.name,
            # A simple product may tell its one colour as well: its name is enough for it.
            variant="" if is_own else variant,
            category=common.category,
            brand=common.brand,
            tags=common.tags,
            price_cents=row.price_cents,
            packable=not virtual,
            picture=common.picture,
            codes=row.codes,
        )


def reader_of(shape: Shape) -> Reader:
    match shape:
        case Shape.PLAIN:
            return Plain()
        case Shape.SHOPIFY:
            return Shopify()
        case Shape.WOOCOMMERCE:
            return WooCommerce()


def _common(row: Row) -> _Common:
    categories = row.several("category")
    pictures = row.several("picture")
    return _Common(
        name=row["product"],
        category=_leaf(categories[0]) if categories else "",
        brand=", ".join(row.several("brand")[:1]),
        tags=row.several("tags"),
        picture=pictures[0] if pictures else "",
    )


def _parent_of(row: Row) -> str:
    """As WooCommerce writes it: the parent's SKU, or ``id:`` and its number."""
    parent = row["parent"].upper()
    number = row["parent_id"]
    return parent or (f"ID:{number}" if number not in {"", "0"} else "")


def _joined(listed: Listed, parent: _Common) -> Listed:
    name = parent.name or listed.name
    own = listed.name.removeprefix(name).strip(" -,")
    return replace(
        listed,
        sku=listed.sku or stand_in(name, own),
        name=name,
        variant=listed.variant or own,
        category=listed.category or parent.category,
        brand=listed.brand or parent.brand,
        tags=listed.tags or parent.tags,
        picture=listed.picture or parent.picture,
    )


def _leaf(path: str) -> str:
    """``Clothing > Hoodies`` is about hoodies."""
    return path.rpartition(">")[2].strip()
