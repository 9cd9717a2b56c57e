"""What lies behind an order, as of the order's time, in five statements."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

from sqlalchemy import Connection, String, bindparam, cast, exists, func, or_, select

from packstation.domain.background import Background, Memory, PastIncident, PastTouchSeen
from packstation.domain.customers import CustomerCard
from packstation.domain.lines import BoughtLine
from packstation.domain.orders import GIFT, Opener, Order
from packstation.domain.taste import PastLine, favourites
from packstation.store.prepared import Prepared, Row, spelled
from packstation.store.rows import (
    CustomerRow,
    GivenTouchRow,
    IncidentRow,
    LineRow,
    OrderRow,
    ProductPartRow,
    ProductRow,
    TouchRow,
)

_ORDERS_LOOKED_AT: Final = 400
_TOUCHES_LOOKED_AT: Final = 100
_INCIDENTS_LOOKED_AT: Final = 40

_ORDER = (
    select(
        OrderRow.items_cents,
        OrderRow.coupon,
        OrderRow.paid_at,
        OrderRow.replacement,
        OrderRow.region,
        CustomerRow.tags,
        CustomerRow.birthday,
        CustomerRow.birthday_consent_at,
        CustomerRow.promise,
        CustomerRow.promised_at,
    )
    .outerjoin(CustomerRow, CustomerRow.id == OrderRow.customer_id)
    .where(OrderRow.id == bindparam("order_id"))
)
# A kit is the heading of its parts, whatever it is in the shop's own list.
_IN_THE_BOX = or_(ProductRow.packable, exists().where(ProductPartRow.kit_id == ProductRow.id))
_LINES = (
    select(
        LineRow.product_id,
        LineRow.quantity,
        LineRow.price_cents,
        ProductRow.sku,
        ProductRow.category,
        ProductRow.brand,
        ProductRow.supplier,
        ProductRow.tags,
    )
    .join(ProductRow, ProductRow.id == LineRow.product_id)
    .where(LineRow.order_id == bindparam("order_id"), LineRow.quantity > 0, _IN_THE_BOX)
    .order_by(LineRow.position, LineRow.id)
)
_BEFORE = (
    select(
        OrderRow.id,
        OrderRow.placed_at,
        or_(
            OrderRow.opener == Opener.RECIPIENT.value,
            func.coalesce(OrderRow.opener_told, "") == Opener.RECIPIENT.value,
            OrderRow.gift_message != "",
            cast(OrderRow.flags, String).contains(f'"{GIFT}"'),
        ).label("gift"),
    )
    .where(
        OrderRow.customer_id == bindparam("customer_id"),
        OrderRow.placed_at < bindparam("before"),
        # Not as a list: a prepared statement has as many places as it has parameters.
        OrderRow.state != "cancelled",
        OrderRow.state != "arriving",
    )
    .order_by(OrderRow.placed_at.desc())
    .limit(_ORDERS_LOOKED_AT)
    .subquery("before")
)
_PAST = (
    select(
        LineRow.product_id,
        LineRow.quantity,
        _BEFORE.c.placed_at,
        _BEFORE.c.gift,
        ProductRow.sku,
        ProductRow.name,
        ProductRow.category,
    )
    .select_from(_BEFORE)
    .join(LineRow, LineRow.order_id == _BEFORE.c.id)
    .join(ProductRow, ProductRow.id == LineRow.product_id)
    .where(LineRow.quantity > 0, _IN_THE_BOX)
)
_TOUCHES = (
    select(
        GivenTouchRow.touch_key,
        GivenTouchRow.at,
        GivenTouchRow.reaction,
        GivenTouchRow.reacted_at,
        TouchRow.kind,
        TouchRow.tier,
    )
    .outerjoin(TouchRow, TouchRow.key == GivenTouchRow.touch_key)
    .where(
        GivenTouchRow.customer_id == bindparam("customer_id"),
        GivenTouchRow.at < bindparam("before"),
    )
    .order_by(
        GivenTouchRow.at.desc(),
        GivenTouchRow.touch_key,
        func.coalesce(GivenTouchRow.reaction, ""),
        GivenTouchRow.id,
    )
    .limit(_TOUCHES_LOOKED_AT)
)
_INCIDENTS = (
    select(
        IncidentRow.cause,
        IncidentRow.severity,
        IncidentRow.reported_at,
        IncidentRow.resolved_at,
        IncidentRow.healed_at,
    )
    .where(
        IncidentRow.customer_id == bindparam("customer_id"),
        IncidentRow.reported_at < bindparam("before"),
    )
    # By what they say, down to the last of it: how rows came to lie must not matter.
    .order_by(
        IncidentRow.reported_at.desc(),
        IncidentRow.cause,
        func.coalesce(IncidentRow.severity, 0),
        IncidentRow.id,
    )
    .limit(_INCIDENTS_LOOKED_AT)
)


# Five questions for every order: each is worth being asked straight.
_ORDER_READY, _LINES_READY, _PAST_READY, _TOUCHES_READY, _INCIDENTS_READY = map(
    Prepared, (_ORDER, _LINES, _PAST, _TOUCHES, _INCIDENTS)
)


class Backgrounds:
    """What rules and notes may know of an order beyond what the packer sees."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, order: Order, card: CustomerCard | None, at: datetime) -> Background:
        """What was known when ``order`` came; nothing in it is younger than that.

        ``at`` is when it came, in the shop's own zone: its days are those that count.
        """
        here = self._connection
        customer_id = None if card is None else card.id
        when = spelled(here, {"order_id": order.id, "before": at, "customer_id": customer_id})
        [head] = _ORDER_READY.rows(here, when)
        rows = _LINES_READY.rows(here, when)
        past = [] if card is None else _PAST_READY.rows(here, when)
        items, coupon, paid_at, replacement, region = head[:5]
        return Background(
            items_cents=items,
            coupon=coupon,
            paid_at=paid_at,
            replacement=replacement,
            region=region,
            lines=tuple(_lines(rows, past, card)),
            memory=None if card is None else self._memory(head, past, when, at),
        )

    def bought(self, customer_id: int, before: datetime) -> tuple[PastLine, ...]:
        """The lines of a customer's earlier orders: what the favourites are seen in.

        Days of the zone that ``before`` is in.
        """
        when = spelled(self._connection, {"before": before, "customer_id": customer_id})
        return _past_lines(_PAST_READY.rows(self._connection, when), before)

    def _memory(
        self, head: Row, past: Sequence[Row], when: dict[str, object], at: datetime
    ) -> Memory:
        here = self._connection
        tags, birthday, consent_at, promise, promised_at = head[5:]
        products, categories = favourites(_past_lines(past, at), at.date())
        return Memory(
            tags=_split(tags),
            birthday=birthday if consent_at is not None else None,
            promised=bool(promise.strip()) and (promised_at is None or promised_at < at),
            products=products,
            categories=categories,
            touches=tuple([_touch(row, at) for row in _TOUCHES_READY.rows(here, when)]),
            incidents=tuple([_incident(row, at) for row in _INCIDENTS_READY.rows(here, when)]),
        )


@lru_cache(maxsize=1024)
def _split(tags: str | None) -> tuple[str, ...] | None:
    return None if tags is None else tuple(sorted(tags.split("\n"))) if tags else ()


def _lines(
    rows: Sequence[Row], past: Sequence[Row], card: CustomerCard | None
) -> Iterator[BoughtLine]:
    products, categories = {row[0] for row in past}, {row[6] for row in past}
    # Of orders that nobody looked at, nobody knows what they were for.
    whole = card is not None and card.order_number <= _ORDERS_LOOKED_AT + 1
    for product, quantity, cents, sku, category, brand, supplier, tags in rows:
        before = product in products or (False if whole else None)
        new = bool(category) and category not in categories
        told = (sku, quantity, category or None, brand, supplier, _split(tags), cents or None)
        yield BoughtLine(*told, before, new if whole or not new else None)


def _past_lines(rows: Sequence[Row], at: datetime) -> tuple[PastLine, ...]:
    # There are many lines and few orders: each is asked for its day once.
    days = {it: it.astimezone(at.tzinfo).date() for it in {row[2] for row in rows}}
    return tuple(
        [
            PastLine(sku, quantity, days[placed_at], name, category, bool(gift))
            for _, quantity, placed_at, gift, sku, name, category in rows
        ]
    )


def _touch(row: Row, at: datetime) -> PastTouchSeen:
    key, given_at, reaction, reacted_at, kind, tier = row
    heard = reaction is not None and reacted_at is not None and reacted_at < at
    return PastTouchSeen(
        key=key,
        kind=kind or "",
        tier=tier or 1,
        days_ago=(at - given_at).days,
        reaction=reaction if heard else "",
    )


def _incident(row: Row, at: datetime) -> PastIncident:
    cause, severity, reported_at, resolved_at, healed_at = row
    solved = resolved_at is not None and resolved_at < at
    return PastIncident(
        cause=cause,
        severity=severity,
        days_since_reported=(at - reported_at).days,
        days_since_resolved=(at - resolved_at).days if solved else None,
        healed=healed_at is not None and healed_at < at,
    )
