"""How an order that we know has changed, in the parts a shopkeeper would name."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, select

from packstation.domain.noticed import Changed, Difference, Part
from packstation.domain.shop_news import minutes
from packstation.store.base import Fetched
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_wire import Terms
from packstation.store.rows import LineRow, OrderRow, ProductRow

_ORDER = select(
    OrderRow.state,
    OrderRow.customer_name,
    OrderRow.recipient,
    OrderRow.address,
    OrderRow.message,
    OrderRow.gift_message,
    OrderRow.flags,
    OrderRow.carrier,
    OrderRow.leaves_at,
    OrderRow.total_cents,
    OrderRow.currency,
).where(OrderRow.id == bindparam("order_id"))
_LINES = (
    select(ProductRow.sku, LineRow.quantity, LineRow.note)
    .join(ProductRow, ProductRow.id == LineRow.product_id)
    .where(LineRow.order_id == bindparam("order_id"))
    .order_by(LineRow.position)
)
_NAMES = select(ProductRow.sku, ProductRow.name).where(
    ProductRow.sku.in_(bindparam("skus", expanding=True))
)


def changed(
    connection: Connection, order_id: int, order: GatheredOrder, state: str, terms: Terms
) -> Changed:
    """How the order ``order_id`` as we have it differs from ``order``."""
    row = connection.execute(_ORDER, {"order_id": order_id}).one()
    found = [] if row.state == state else [Difference(Part.STATE, row.state, state)]
    if state != "cancelled":  # then its lines and its people stay as they are
        found += _of_lines(connection, order_id, order)
        found += _of_head(row, order, terms)
    return Changed(order.number, tuple(found))


def _of_lines(
    connection: Connection, order_id: int, order: GatheredOrder
) -> Iterator[Difference]:
    lines = connection.execute(_LINES, {"order_id": order_id}).all()
    before, after = Counter[str](), Counter[str]()
    for sku, count, _ in lines:
        before[sku] += count
    for sku, count, _, _ in order.lines:
        after[sku] += count
    other = [sku for sku in before | after if before[sku] != after[sku]]
    names = {row[0]: row[1] for row in connection.execute(_NAMES, {"skus": other})}
    for sku in other:
        name = names.get(sku, sku)
        yield Difference(Part.LINES, str(before[sku]), str(after[sku]), name)
    told = sorted(note for _, _, note in lines if note)
    tells = sorted(line[3] for line in order.lines if line[3])
    if told != tells:
        yield Difference(Part.LINE_NOTES, "\n".join(told), "\n".join(tells))


def _of_head(row: Fetched, order: GatheredOrder, terms: Terms) -> Iterator[Difference]:
    said, zone = order.head.get, terms.zone
    name = said("name", "")
    pairs: tuple[tuple[Part, str, str], ...] = (
        (Part.NAME, row.customer_name, name),
        (Part.RECIPIENT, row.recipient, said("recipient", "") or name),
        (Part.ADDRESS, ", ".join(row.address), ", ".join(order.address)),
        (Part.MESSAGE, row.message, said("message", "")),
        (Part.GIFT_MESSAGE, row.gift_message, said("gift_message", "")),
        (Part.FLAGS, ", ".join(row.flags), ", ".join(order.flags)),
        (Part.CARRIER, row.carrier, said("carrier", "")),
        (Part.LEAVES, minutes(row.leaves_at, zone), minutes(_moment(order), zone)),
        (Part.TOTAL, _money(row.total_cents, row.currency), _total(order, terms)),
    )
    for part, before, after in pairs:
        if before != after:
            yield Difference(part, before, after)


def _moment(order: GatheredOrder) -> datetime | None:
    text = order.head.get("leaves_at")
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _total(order: GatheredOrder, terms: Terms) -> str:
    return _money(order.total_cents, order.head.get("currency") or terms.currency)


def _money(cents: int, currency: str) -> str:
    return f"{cents // 100}.{cents % 100:02} {currency}"
