"""An order as it is at one moment, whole, in three statements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, literal, select

from packstation.domain.orders import Opener, Order, OrderLine
from packstation.store.base import Fetched
from packstation.store.products import PRODUCT, product_of
from packstation.store.rows import LineRow, OrderRow, ProductPartRow, ProductRow

ORDER = select(OrderRow.__table__).where(OrderRow.id == bindparam("order_id"))
_ORDERS = select(OrderRow.__table__).where(OrderRow.id.in_(bindparam("orders", expanding=True)))
_kits = ProductRow.__table__.alias("kits")


def _lines(of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            LineRow.id,
            LineRow.quantity,
            LineRow.note,
            literal("").label("kit"),
            ProductRow.packable,
            *PRODUCT,
        )
        .join(ProductRow, ProductRow.id == LineRow.product_id)
        .where(of, LineRow.quantity > 0)
        .order_by(ProductRow.place, LineRow.position)
    )


def _parts(of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            LineRow.id,
            LineRow.quantity * ProductPartRow.quantity,
            LineRow.note,
            _kits.c.name,
            ProductRow.packable,
            *PRODUCT,
        )
        .join(ProductPartRow, ProductPartRow.kit_id == LineRow.product_id)
        .join(_kits, _kits.c.id == LineRow.product_id)
        .join(ProductRow, ProductRow.id == ProductPartRow.part_id)
        .where(of, LineRow.quantity > 0)
        .order_by(LineRow.position, ProductRow.place, ProductPartRow.id)
    )


_OF_ONE = LineRow.order_id == bindparam("order_id")
_OF_SEVERAL = LineRow.order_id.in_(bindparam("orders", expanding=True))
_LINES, _PARTS = _lines(_OF_ONE), _parts(_OF_ONE)
_ALL_LINES, _ALL_PARTS = (
    its.add_columns(LineRow.order_id) for its in (_lines(_OF_SEVERAL), _parts(_OF_SEVERAL))
)


def take_snapshot(connection: Connection, order_id: int) -> tuple[Order, int | None]:
    """The order as it is now, and its customer's id."""
    row = connection.execute(ORDER, {"order_id": order_id}).one()
    lines = connection.execute(_LINES, {"order_id": order_id}).all()
    parts = connection.execute(_PARTS, {"order_id": order_id}).all()
    return _order(row, _packed(lines, parts)), row.customer_id


def take_snapshots(
    connection: Connection, orders: Sequence[int]
) -> Iterator[tuple[Order, Fetched]]:
    """The same of several in three statements, in their order; with the order's own row."""
    wanted = {"orders": list(orders)}
    rows = {row.id: row for row in connection.execute(_ORDERS, wanted)}
    lines = _by_order(connection.execute(_ALL_LINES, wanted))
    parts = _by_order(connection.execute(_ALL_PARTS, wanted))
    for id_ in orders:
        yield _order(rows[id_], _packed(lines[id_], parts[id_])), rows[id_]


def _by_order(rows: Iterable[Fetched]) -> defaultdict[int, list[Fetched]]:
    found = defaultdict[int, list[Fetched]](list)
    for row in rows:
        found[row.order_id].append(row)
    return found


def _packed(lines: Sequence[Fetched], parts: Sequence[Fetched]) -> tuple[OrderLine, ...]:
    # A kit is the heading of its parts, whatever it is in the shop's own list.
    kits = {part[0] for part in parts}
    packed = [line for line in lines if line.packable and line[0] not in kits]
    return tuple(map(_line, (*packed, *parts)))


def _line(row: Fetched) -> OrderLine:
    id_, quantity, note, kit, _packable = row[:5]
    return OrderLine(id=id_, product=product_of(row, 5), quantity=quantity, note=note, kit=kit)


def _order(row: Fetched, lines: tuple[OrderLine, ...]) -> Order:
    # What the shop says since is better than what somebody at a bench thought.
    told = row.opener_told if row.opener == Opener.UNKNOWN.value else None
    return Order(
        id=row.id,
        number=row.number,
        code=row.code,
        revision=row.revision,
        customer_name=row.customer_name,
        recipient=row.recipient,
        opener=Opener(told or row.opener),
        opener_told=told is not None,
        language=row.language,
        country=row.country,
        channel=row.channel,
        carrier=row.carrier,
        placed_at=row.placed_at,
        leaves_at=row.leaves_at,
        flags=tuple(row.flags),
        message=row.message,
        gift_message=row.gift_message,
        total_cents=row.total_cents,
        currency=row.currency,
        lines=lines,
    )
