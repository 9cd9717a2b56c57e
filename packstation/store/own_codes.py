"""Our own codes on products: which product has one, and which carries no code at all."""

from collections.abc import Iterable, Mapping

from sqlalchemy import BindParameter, Connection, Select, bindparam, exists, insert, select

from packstation.domain.product_labels import ProductLabel
from packstation.store.engine import some_at_once
from packstation.store.rows import ProductCodeRow, ProductPartRow, ProductRow

OURS = "ours"
_NO_CODE = ("sku", OURS)
"""The sources of codes that stand on no thing by itself, and that nobody has learned."""

_KEYS: BindParameter[str] = bindparam("keys", expanding=True)
_own = (
    select(ProductCodeRow.product_id, ProductCodeRow.code)
    .where(ProductCodeRow.source == OURS)
    .subquery()
)
_PRODUCTS = (
    select(
        ProductRow.id,
        ProductRow.sku,
        ProductRow.name,
        ProductRow.variant,
        ProductRow.place,
        _own.c.code,
    )
    .outerjoin(_own, _own.c.product_id == ProductRow.id)
    .order_by(ProductRow.place, ProductRow.name, ProductRow.variant, ProductRow.id)
)
_CODED = exists().where(
    ProductCodeRow.product_id == ProductRow.id, ProductCodeRow.source.not_in(_NO_CODE)
)
_A_KIT = exists().where(ProductPartRow.kit_id == ProductRow.id)
_WITHOUT = _PRODUCTS.where(ProductRow.packable, ~_CODED, ~_A_KIT)
_NAMED = _PRODUCTS.where(ProductRow.sku.in_(_KEYS))

_HAVE = select(ProductCodeRow.product_id).where(
    ProductCodeRow.source == OURS,
    ProductCodeRow.product_id.in_(bindparam("ids", expanding=True)),
)


class OwnCodes:
    """A label without a code is one of a product that was not given any yet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def without_code(self) -> dict[int, ProductLabel]:
        """Id -> label of each thing that is packed and carries no code but ours, by place."""
        return self._labels(_WITHOUT, ())

    def named(self, skus: tuple[str, ...]) -> dict[int, ProductLabel]:
        """Id -> label of the products of these SKUs, by place."""
        found: dict[int, ProductLabel] = {}
        for some in some_at_once(skus):
            found |= self._labels(_NAMED, some)
        return found

    def give(self, codes: Mapping[int, str]) -> None:
        """Id -> code; whatever got one meanwhile keeps that."""
        had = self._connection.execute(_HAVE, {"ids": list(codes)}).scalars().all()
        rows = [
            {"product_id": product_id, "code": code, "source": OURS}
            for product_id, code in codes.items()
            if product_id not in had
        ]
        if rows:
            self._connection.execute(insert(ProductCodeRow), rows)

    def _labels(
        self, statement: Select[*tuple[int, ...]], keys: Iterable[str]
    ) -> dict[int, ProductLabel]:
        given = {"keys": list(keys)} if keys else {}
        return {
            row.id: ProductLabel(row.sku, row.name, row.variant, row.place, row.code or "")
            for row in self._connection.execute(statement, given)
        }
