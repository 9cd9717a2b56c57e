"""The products and customers a file's orders name: found, or made known."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Select, bindparam, func, select

from packstation.domain.codes import gtin
from packstation.domain.heads import unpack
from packstation.store.base import Fetched
from packstation.store.engine import reading, some_at_once
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_scratch import Described, Scratch
from packstation.store.intake_turns import Into, Turns
from packstation.store.intake_wire import Terms
from packstation.store.rows import CustomerRow, ProductCodeRow, ProductRow, SearchWordRow
from packstation.store.search_words import COLUMNS as WORD_COLUMNS
from packstation.store.search_words import SearchWord, of_customer, of_product

_KEPT: Final = 100_000
_PRODUCTS = select(ProductRow.sku, ProductRow.id).where(
    ProductRow.sku.in_(bindparam("keys", expanding=True))
)
_CUSTOMERS = select(
    CustomerRow.outside_id, CustomerRow.id, CustomerRow.name, CustomerRow.called
).where(
    CustomerRow.source == bindparam("source"),
    CustomerRow.outside_id.in_(bindparam("keys", expanding=True)),
)
_LATEST = select(func.max(CustomerRow.id))
_MADE = select(CustomerRow.outside_id, CustomerRow.id, CustomerRow.name).where(
    CustomerRow.id > bindparam("above"), CustomerRow.import_id == bindparam("import_id")
)
_PRODUCT_COLUMNS: Final = (
    "sku", "name", "variant", "place", "category", "price_cents", "import_id",
)  # fmt: skip
_CODE_COLUMNS: Final = ("code", "product_id", "source")
_CUSTOMER_COLUMNS: Final = (
    "source", "outside_id", "name", "email", "language", "country", "import_id",
)  # fmt: skip


class Goods:
    """Products by SKU. A file of orders is no catalogue: what is known here keeps its name."""

    def __init__(self, turns: Turns, scratch: Scratch) -> None:
        tables = ProductRow.metadata.tables
        self._turns = turns
        self._scratch = scratch
        self._products = Into(turns.engine, tables["products"], _PRODUCT_COLUMNS)
        self._codes = Into(turns.engine, tables[ProductCodeRow.__tablename__], _CODE_COLUMNS)
        self._words = SearchWords(turns)
        self._ids: dict[str, int] = {}
        self.new = 0

    def ids(self, orders: Iterable[GatheredOrder], import_id: int) -> dict[str, int]:
        """Every SKU of ``orders`` -> id."""
        skus = {line[0] for order in orders for line in order.lines}
        if len(self._ids) > _KEPT:
            self._ids = {}
        unmet = skus - self._ids.keys()
        self._ids |= _found(self._turns, _PRODUCTS, unmet)
        unknown = sorted(unmet - self._ids.keys())
        if unknown:
            self._make_known(unknown, import_id)
        return self._ids

    def _make_known(self, skus: list[str], import_id: int) -> None:
        said = {
            sku: list(rows)
            for sku, rows in groupby(self._scratch.described(skus), itemgetter(0))
        }
        rows = [_product(sku, said[sku], import_id) for sku in skus]
        self._turns.each(rows, self._products.write)
        made = _found(self._turns, _PRODUCTS, skus)
        codes = [
            (code, made[sku], source) for sku in skus for code, source in _codes(sku, said[sku])
        ]
        self._turns.each(codes, self._codes.write)
        self._words.write(word for row in rows for word in of_product(made[row[0]], *row[1:3]))
        self._ids |= made
        self.new += len(made)


class Buyer(NamedTuple):
    id: int
    names: str
    """What they are found by."""


class Buyers:
    """Customers by the shop's key, or by e-mail where it has none."""

    def __init__(self, turns: Turns, terms: Terms) -> None:
        self._turns = turns
        self._terms = terms
        table = CustomerRow.metadata.tables["customers"]
        self._customers = Into(turns.engine, table, _CUSTOMER_COLUMNS)
        self._words = SearchWords(turns)
        with reading(turns.engine).connect() as connection:
            self._latest: int = connection.execute(_LATEST).scalar() or 0
        self.new = 0

    def known(self, orders: Iterable[GatheredOrder], import_id: int) -> dict[str, Buyer]:
        """Every customer of ``orders``, by the shop's key; a guest is none."""
        first: dict[str, GatheredOrder] = {}
        for order in orders:
            if order.customer:
                first.setdefault(order.customer, order)
        known = self._found(first)
        rows = [self._row(key, it, import_id) for key, it in first.items() if key not in known]
        if not rows:
            return known
        self._turns.each(rows, self._customers.write)
        self.new += len(rows)
        made = self._made(import_id)
        self._words.write(word for it in made.values() for word in of_customer(it.id, it.names))
        return known | made

    def _found(self, keys: Iterable[str]) -> dict[str, Buyer]:
        source = {"source": self._terms.source}
        return {
            key: Buyer(number, f"{name} {called}")
            for key, number, name, called in _asked(self._turns, _CUSTOMERS, keys, source)
        }

    def _made(self, import_id: int) -> dict[str, Buyer]:
        """The latest of this import, by one look at the table's end."""
        given = {"import_id": import_id, "above": self._latest}
        with reading(self._turns.engine).connect() as connection:
            rows = connection.execute(_MADE, given).all()
            made = {key: Buyer(number, f"{name} ") for key, number, name in rows}
        self._latest = max(it.id for it in made.values())
        return made

    def _row(self, key: str, order: GatheredOrder, import_id: int) -> tuple[Any, ...]:
        head = order.head
        return (
            self._terms.source,
            key,
            head.get("name", key),
            head.get("email", ""),
            self._terms.language_of(order),
            head.get("country", ""),
            import_id,
        )


class SearchWords:
    """Under which words what comes in will be found."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        table = SearchWordRow.metadata.tables[SearchWordRow.__tablename__]
        self._into = Into(turns.engine, table, WORD_COLUMNS)

    def write(self, words: Iterable[SearchWord]) -> None:
        # Those that begin alike together: each turn then touches few pages.
        self._turns.each(sorted(words), self._into.write)


def _found(turns: Turns, statement: Select[str, int], keys: Iterable[str]) -> dict[str, int]:
    return {row[0]: row[1] for row in _asked(turns, statement, keys, {})}


def _asked(
    turns: Turns,
    statement: Select[*tuple[Any, ...]],
    keys: Iterable[str],
    given: dict[str, str],
) -> Iterator[Fetched]:
    with reading(turns.engine).connect() as connection:
        for some in some_at_once(keys):
            yield from connection.execute(statement, {"keys": some, **given}).all()


def _product(sku: str, said: list[Described], import_id: int) -> tuple[Any, ...]:
    """The name most lines give; texts that are no names have been left out before."""
    read = [(unpack(packed), cents) for _, packed, _, cents in said]
    details, cents = next((it for it in read if "product" in it[0]), read[0])
    return (
        sku,
        details.get("product", sku),
        details.get("variant", ""),
        details.get("place", ""),
        details.get("category", ""),
        cents,
        import_id,
    )


def _codes(sku: str, said: list[Described]) -> Iterator[tuple[str, str]]:
    """(code, source): the barcodes of the file, or the SKU where there are none."""
    printed = [unpack(packed).get("barcode", "") for _, packed, _, _ in said]
    codes = dict.fromkeys(gtin(code) or code for code in printed if code)
    if not codes:
        yield gtin(sku) or sku, "sku"
    for code in codes:
        yield code, "catalogue"
