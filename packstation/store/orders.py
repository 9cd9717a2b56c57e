"""The orders: find one, claim it for a bench, take its snapshot."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, or_, select, update

from packstation.domain.events import (
    AtOtherBench,
    Granted,
    NothingToPack,
    OnHold,
    Standing,
    WasCancelled,
)
from packstation.domain.orders import Opener, Order, OrderLine, Product
from packstation.store.base import Fetched
from packstation.store.rows import LineRow, OrderRow, ProductRow

LEASE: Final = timedelta(minutes=10)

# Statements are built once: building them anew for each scan costs more than running them.
_BY_CODE = select(OrderRow.id).where(OrderRow.code == bindparam("code"))
_BY_NUMBER = (
    select(OrderRow.id)
    .where(OrderRow.number == bindparam("number"), OrderRow.state != "arriving")
    .order_by(OrderRow.id)
    .limit(5)
)
_STATE = select(OrderRow.state).where(OrderRow.id == bindparam("order_id"))
_ORDER = select(OrderRow.__table__).where(OrderRow.id == bindparam("order_id"))
_LINES = (
    select(
        LineRow.id,
        LineRow.quantity,
        LineRow.note,
        ProductRow.id.label("product_id"),
        ProductRow.sku,
        ProductRow.name,
        ProductRow.variant,
        ProductRow.place,
        ProductRow.picture,
        ProductRow.category,
    )
    .join(ProductRow, ProductRow.id == LineRow.product_id)
    .where(LineRow.order_id == bindparam("order_id"), ProductRow.packable, LineRow.quantity > 0)
    .order_by(ProductRow.place, LineRow.position)
)
_CLAIM = (
    update(OrderRow)
    .where(
        OrderRow.id == bindparam("order_id"),
        or_(
            OrderRow.state == "open",
            (OrderRow.state == "claimed")
            & or_(
                OrderRow.bench == bindparam("to_bench"), OrderRow.lease_until < bindparam("now")
            ),
        ),
    )
    .values(
        state="claimed",
        bench=bindparam("to_bench"),
        packer_name=bindparam("to_packer"),
        claimed_at=bindparam("now"),
        lease_until=bindparam("until"),
    )
)
_RELEASE = (
    update(OrderRow)
    .where(
        OrderRow.id == bindparam("order_id"),
        OrderRow.bench == bindparam("of_bench"),
        OrderRow.state == "claimed",
    )
    .values(state="open", bench=None, packer_name="", claimed_at=None, lease_until=None)
)
_PACKED = (
    update(OrderRow)
    .where(
        OrderRow.id == bindparam("order_id"),
        OrderRow.bench == bindparam("of_bench"),
        OrderRow.state == "claimed",
        OrderRow.revision == bindparam("seen_revision"),
    )
    .values(state="packed", lease_until=None)
)
# "+ 0" keeps SQLite from walking every line that ever had this product: it begins with the
# orders that wait, which are few, whatever the shop's age.
_WANTING = (
    select(OrderRow.id, OrderRow.number, OrderRow.pieces)
    .join(LineRow, LineRow.order_id == OrderRow.id)
    .where(OrderRow.state == "open", LineRow.product_id + 0 == bindparam("product_id"))
    .order_by(OrderRow.pieces != 1, OrderRow.leaves_at, OrderRow.id)
    .distinct()
    .limit(4)
)


class StaleOrderError(Exception):
    """The order changed, or another bench took it, since it was opened here."""


class Orders:
    """The orders of the shop, waiting and gone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_code(self, code: str) -> int | None:
        """The order whose sheet carries ``code``."""
        return self._connection.execute(_BY_CODE, {"code": code}).scalar()

    def numbered(self, number: str) -> tuple[int, ...]:
        """Orders with this number: two shops may use the same one."""
        return tuple(self._connection.execute(_BY_NUMBER, {"number": number}).scalars())

    def wanting(self, product_id: int) -> tuple[tuple[int, str, int], ...]:
        """(id, number, pieces) of up to four waiting orders with this product.

        One-piece orders come first, then the soonest to leave.
        """
        rows = self._connection.execute(_WANTING, {"product_id": product_id})
        return tuple((row.id, row.number, row.pieces) for row in rows)

    def claim(self, order_id: int, bench: str, packer: str, now: datetime) -> Standing:
        """Make the order this bench's alone, in one statement, or say why that cannot be."""
        claimed = self._connection.execute(
            _CLAIM,
            {
                "order_id": order_id,
                "to_bench": bench,
                "to_packer": packer,
                "now": now,
                "until": now + LEASE,
            },
        )
        if claimed.rowcount == 1:
            return Granted()
        return _standing(self._connection.execute(_ORDER, {"order_id": order_id}).one())

    def release(self, order_id: int, bench: str) -> None:
        """Let it wait again, unless it is no longer this bench's."""
        self._connection.execute(_RELEASE, {"order_id": order_id, "of_bench": bench})

    def pack(self, order_id: int, bench: str, revision: int) -> None:
        """Mark it packed. Raises StaleOrderError when this bench no longer has this revision."""
        done = self._connection.execute(
            _PACKED, {"order_id": order_id, "of_bench": bench, "seen_revision": revision}
        )
        if done.rowcount != 1:
            raise StaleOrderError(order_id)

    def state(self, order_id: int) -> str:
        """One of packstation.store.rows.ORDER_STATES."""
        return self._connection.execute(_STATE, {"order_id": order_id}).scalar_one()

    def snapshot(self, order_id: int) -> tuple[Order, int | None]:
        """The order as it is now, and its customer's id."""
        row = self._connection.execute(_ORDER, {"order_id": order_id}).one()
        lines = self._connection.execute(_LINES, {"order_id": order_id})
        return _order(row, tuple(map(_line, lines))), row.customer_id


def _standing(row: Fetched) -> Standing:
    match row.state:
        case "claimed":
            return AtOtherBench(row.bench or "", row.packer_name, row.claimed_at)
        case "held":
            return OnHold(row.hold_reason, row.held_by)
        case "cancelled":
            return WasCancelled()
        case _:
            return NothingToPack()


def _line(row: Fetched) -> OrderLine:
    product = Product(
        id=row.product_id,
        sku=row.sku,
        name=row.name,
        variant=row.variant,
        place=row.place,
        picture=row.picture,
        category=row.category,
    )
    return OrderLine(id=row.id, product=product, quantity=row.quantity, note=row.note)


def _order(row: Fetched, lines: tuple[OrderLine, ...]) -> Order:
    return Order(
        id=row.id,
        number=row.number,
        code=row.code,
        revision=row.revision,
        customer_name=row.customer_name,
        recipient=row.recipient,
        opener=Opener(row.opener),
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
