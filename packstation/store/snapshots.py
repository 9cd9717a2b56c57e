"""An order as it is at one moment, whole, in three statements."""

from sqlalchemy import Connection, bindparam, literal, select

from packstation.domain.orders import Opener, Order, OrderLine
from packstation.store.base import Fetched
from packstation.store.products import PRODUCT, product_of
from packstation.store.rows import LineRow, OrderRow, ProductPartRow, ProductRow

ORDER = select(OrderRow.__table__).where(OrderRow.id == bindparam("order_id"))
_LINES = (
    select(
        LineRow.id,
        LineRow.quantity,
        LineRow.note,
        literal("").label("kit"),
        ProductRow.packable,
        *PRODUCT,
    )
    .join(ProductRow, ProductRow.id == LineRow.product_id)
    .where(LineRow.order_id == bindparam("order_id"), LineRow.quantity > 0)
    .order_by(ProductRow.place, LineRow.position)
)
_kits = ProductRow.__table__.alias("kits")
_PARTS = (
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
    .where(LineRow.order_id == bindparam("order_id"), LineRow.quantity > 0)
    .order_by(LineRow.position, ProductRow.place, ProductPartRow.id)
)


def take_snapshot(connection: Connection, order_id: int) -> tuple[Order, int | None]:
    """The order as it is now, and its customer's id."""
    row = connection.execute(ORDER, {"order_id": order_id}).one()
    lines = connection.execute(_LINES, {"order_id": order_id}).all()
    parts = connection.execute(_PARTS, {"order_id": order_id}).all()
    # A kit is the heading of its parts, whatever it is in the shop's own list.
    kits = {part[0] for part in parts}
    packed = [line for line in lines if line.packable and line[0] not in kits]
    return _order(row, tuple(map(_line, (*packed, *parts)))), row.customer_id


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
