"""Which product a code stands for."""

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, literal, select

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.codes import LearnedCode
from packstation.domain.entries import CodeKept
from packstation.domain.events import Found
from packstation.domain.orders import Detail, Policy, Product
from packstation.store.base import Fetched
from packstation.store.rows import ProductCodeRow, ProductRow

_READINGS: tuple[BindParameter[str], ...] = (
    bindparam("one"),
    bindparam("two"),
    bindparam("three"),
)
PRODUCT = (
    ProductRow.id,
    ProductRow.sku,
    ProductRow.name,
    ProductRow.variant,
    ProductRow.place,
    ProductRow.picture,
    ProductRow.category,
    ProductRow.policy,
    ProductRow.asks,
)
_CODED = (
    select(*PRODUCT, ProductCodeRow.units)
    .join(ProductRow, ProductRow.id == ProductCodeRow.product_id)
    .where(ProductCodeRow.code.in_(_READINGS))
    .order_by(ProductRow.id)
    .limit(6)
)
_NAMED = select(*PRODUCT, literal(1).label("units")).where(ProductRow.sku.in_(_READINGS))
_CODES = (
    select(
        ProductCodeRow.product_id,
        ProductCodeRow.code,
        ProductCodeRow.units,
        ProductCodeRow.source,
    )
    .where(ProductCodeRow.product_id.in_(bindparam("products", expanding=True)))
    .order_by(ProductCodeRow.product_id, ProductCodeRow.id)
)
_LEARNED = (
    select(
        ProductCodeRow.code,
        ProductRow.name,
        ProductRow.variant,
        ProductCodeRow.units,
        ProductCodeRow.learned_by,
        ProductCodeRow.learned_at,
    )
    .join(ProductRow, ProductRow.id == ProductCodeRow.product_id)
    .where(ProductCodeRow.source == "learned")
    .order_by(ProductCodeRow.learned_at.desc(), ProductCodeRow.id.desc())
)
_FORGET = delete(ProductCodeRow).where(
    ProductCodeRow.source == "learned", ProductCodeRow.code.in_(_READINGS)
)


class Products:
    """The shop's goods by what is printed on them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def coded(self, readings: tuple[str, ...]) -> tuple[Found, ...]:
        """The products any of up to three ``readings`` of a code stands for, each once.

        A code of the catalogue goes before a SKU that happens to read the same.
        """
        one, two, three = (*readings, "", "", "")[:3]
        wanted = {"one": one, "two": two, "three": three}
        found: dict[int, Found] = {}
        rows = self._connection.execute(_CODED, wanted).all()
        for row in rows or self._connection.execute(_NAMED, wanted):
            found.setdefault(row.id, Found(product_of(row), row.units))
        return tuple(found.values())

    def codes_of(self, products: tuple[int, ...]) -> dict[int, tuple[ArrivingCode, ...]]:
        """Product id -> the codes that stand for it."""
        codes: dict[int, tuple[ArrivingCode, ...]] = {}
        for row in self._connection.execute(_CODES, {"products": products}):
            code = ArrivingCode(code=row.code, units=row.units, source=row.source)
            codes[row.product_id] = (*codes.get(row.product_id, ()), code)
        return codes

    def learn(self, kept: CodeKept) -> None:
        """From now on the code stands for the product, at every bench."""
        self._connection.execute(
            insert(ProductCodeRow).values(
                code=kept.code,
                product_id=kept.product_id,
                units=kept.units,
                source="learned",
                learned_by=kept.by,
                learned_at=kept.at,
            )
        )

    def learned(self) -> tuple[LearnedCode, ...]:
        """The codes learned at the benches, the latest first."""
        return tuple(
            LearnedCode(
                code=row.code,
                product=row.name,
                variant=row.variant,
                units=row.units,
                by=row.learned_by or "",
                at=row.learned_at,
            )
            for row in self._connection.execute(_LEARNED)
        )

    def forget(self, readings: tuple[str, ...]) -> int:
        """Forget what was learned as any of up to three ``readings``; how many codes it was."""
        one, two, three = (*readings, "", "", "")[:3]
        wanted = {"one": one, "two": two, "three": three}
        return self._connection.execute(_FORGET, wanted).rowcount


def product_of(row: Fetched, first: int = 0) -> Product:
    """The product in the columns of PRODUCT, which begin at ``first``.

    By place, not by name: an order of 200 lines is read while somebody waits.
    """
    id_, sku, name, variant, place, picture, category, policy, asks = row[first : first + 9]
    return Product(
        id=id_,
        sku=sku,
        name=name,
        variant=variant,
        place=place,
        picture=picture,
        category=category,
        policy=Policy(policy),
        asks=tuple(map(Detail, asks.split())) if asks else (),
    )
