"""What the shop knows of the products a file names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, func, select

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import Shelved
from packstation.domain.code_claims import Owner
from packstation.store.base import Fetched
from packstation.store.engine import Database, reading, some_at_once
from packstation.store.rows import ProductCodeRow, ProductRow

_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_SHELVED = select(
    ProductRow.id,
    ProductRow.sku,
    ProductRow.name,
    ProductRow.variant,
    ProductRow.place,
    ProductRow.category,
    ProductRow.brand,
    ProductRow.tags,
    ProductRow.price_cents,
    ProductRow.packable,
    ProductRow.policy,
    ProductRow.picture,
).where(ProductRow.sku.in_(_KEYS))
_CODES = (
    select(
        ProductCodeRow.product_id,
        ProductCodeRow.code,
        ProductCodeRow.units,
        ProductCodeRow.source,
    )
    .where(ProductCodeRow.product_id.in_(_KEYS))
    .order_by(ProductCodeRow.id)
)
_OWNERS = (
    select(ProductCodeRow.code, ProductRow.sku, ProductCodeRow.source)
    .join(ProductRow, ProductRow.id == ProductCodeRow.product_id)
    .where(ProductCodeRow.code.in_(_KEYS))
    .order_by(ProductCodeRow.id)
)

MOST: Final = 20
_AMBIGUOUS = (
    select(ProductCodeRow.code)
    .group_by(ProductCodeRow.code)
    .having(func.count() > 1)
    .order_by(ProductCodeRow.code)
    .limit(MOST)
)


class Shelves:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._reading = reading(database)

    def of(self, skus: Iterable[str]) -> dict[str, Shelved]:
        """The products of these SKUs, with their codes."""
        rows = list(self._asked(_SHELVED, skus))
        codes: dict[int, list[ArrivingCode]] = {row.id: [] for row in rows}
        for row in self._asked(_CODES, codes):
            code = ArrivingCode(code=row.code, units=row.units, source=row.source)
            codes[row.product_id].append(code)
        return {row.sku: _shelved(row, codes[row.id]) for row in rows}

    def owners(self, codes: Iterable[str]) -> dict[str, tuple[Owner, ...]]:
        """Code -> the products that have it."""
        owners: dict[str, tuple[Owner, ...]] = {}
        for row in self._asked(_OWNERS, codes):
            owners[row.code] = (*owners.get(row.code, ()), Owner(row.sku, row.source))
        return owners

    def ambiguous(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Codes that several products have, each with their SKUs; the first MOST of them."""
        with self._reading.connect() as connection:
            codes = connection.execute(_AMBIGUOUS).scalars().all()
        return tuple(
            (code, tuple(it.sku for it in owners))
            for code, owners in sorted(self.owners(codes).items())
        )

    def _asked(
        self, statement: Select[*tuple[Any, ...]], keys: Iterable[str | int]
    ) -> Iterator[Fetched]:
        with self._reading.connect() as connection:
            for some in some_at_once(keys):
                yield from connection.execute(statement, {"keys": some})


def _shelved(row: Fetched, codes: Sequence[ArrivingCode]) -> Shelved:
    return Shelved(
        id=row.id,
        sku=row.sku,
        name=row.name,
        variant=row.variant,
        place=row.place,
        category=row.category,
        brand=row.brand or "",
        tags=tuple((row.tags or "").splitlines()),
        price_cents=row.price_cents,
        packable=row.packable,
        policy=row.policy,
        picture=row.picture,
        codes=tuple(codes),
    )
