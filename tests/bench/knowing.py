"""All facts of an order, beside the bare statements that fetch what they are made of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from time import perf_counter
from typing import Any, Final

from packstation.domain.customers import CustomerCard
from packstation.domain.facts import FACTS, look_up
from packstation.domain.orders import Order
from packstation.store.engine import open_engine
from packstation.store.work import Work
from tests.bench.figures import Figure, ms, p50
from tests.bench.shop import BenchShop

GOAL: Final = 3.0
_WARMING: Final = 5

# FROZEN, as floors.py is: what a background is made of, in five prepared statements.
ORDER: Final = (
    "SELECT o.items_cents, o.coupon, o.paid_at, o.replacement, o.region, c.tags, c.birthday,"
    " c.birthday_consent_at, c.promise, c.promised_at FROM orders o"
    " LEFT JOIN customers c ON c.id = o.customer_id WHERE o.id = ?"
)
LINES: Final = (
    "SELECT l.product_id, l.quantity, l.price_cents, p.sku, p.category, p.brand, p.supplier,"
    " p.tags FROM order_lines l JOIN products p ON p.id = l.product_id"
    " WHERE l.order_id = ? AND l.quantity > 0 AND (p.packable OR EXISTS"
    " (SELECT 1 FROM product_parts k WHERE k.kit_id = p.id)) ORDER BY l.position, l.id"
)
PAST: Final = (
    "SELECT l.product_id, l.quantity, b.placed_at, b.gift, p.sku, p.name, p.category FROM"
    " (SELECT id, placed_at, (opener = 'recipient' OR gift_message != '' OR"
    " CAST(flags AS VARCHAR) LIKE '%\"gift\"%') AS gift FROM orders WHERE customer_id = ?"
    " AND placed_at < ? AND state NOT IN ('cancelled', 'arriving')"
    " ORDER BY placed_at DESC LIMIT 400) b JOIN order_lines l ON l.order_id = b.id"
    " JOIN products p ON p.id = l.product_id WHERE l.quantity > 0 AND (p.packable OR EXISTS"
    " (SELECT 1 FROM product_parts k WHERE k.kit_id = p.id))"
)
TOUCHES: Final = (
    "SELECT g.touch_key, g.at, g.reaction, g.reacted_at, t.kind, t.tier FROM given_touches g"
    " LEFT JOIN touches t ON t.key = g.touch_key WHERE g.customer_id = ? AND g.at < ?"
    " ORDER BY g.at DESC, g.touch_key, g.id LIMIT 100"
)
INCIDENTS: Final = (
    "SELECT cause, severity, reported_at, resolved_at, healed_at FROM incidents"
    " WHERE customer_id = ? AND reported_at < ? ORDER BY reported_at DESC, id DESC LIMIT 40"
)


def knowing(shop: BenchShop, rounds: int) -> Iterator[Figure]:
    """Orders of ten lines and of one to five, in turn; app and floor take turns too."""
    ids = [*shop.newest(10, rounds), *shop.newest(3, rounds)]
    engine = open_engine(shop.url)
    app: list[float] = []
    behind: list[float] = []
    floor: list[float] = []
    with closing(sqlite3.connect(shop.file)) as bare, Work(engine, "1") as work:
        asked = [_asked(work, it) for it in ids]
        for turn, (order, card) in enumerate((*asked[:_WARMING], *asked)):
            samples = [_bare(bare, order, card)] if turn % 2 else []
            fetched, known = _known(work, order, card)
            samples += [] if samples else [_bare(bare, order, card)]
            if turn >= _WARMING:
                floor += samples
                behind.append(fetched)
                app.append(known)
    engine.dispose()
    yield Figure(
        act="all facts of an order, beside its bare statements",
        app=ms(app),
        floor=ms(floor),
        goal=GOAL,
        parts={"until fetched": p50(ms(behind)), "facts": len(FACTS)},
    )


def _asked(work: Work, order_id: int) -> tuple[Order, CustomerCard | None]:
    """What the bench has in hand by then."""
    order, customer = work.orders.snapshot(order_id)
    now = datetime.now(UTC)
    return order, None if customer is None else work.customers.card(customer, order, now)


def _known(work: Work, order: Order, card: CustomerCard | None) -> tuple[float, float]:
    """Seconds until everything is fetched, and until every fact is known."""
    begin = perf_counter()
    scene = work.scene(order, card, order.placed_at)
    fetched = perf_counter()
    look_up(FACTS, scene)
    return fetched - begin, perf_counter() - begin


def _bare(bare: sqlite3.Connection, order: Order, card: CustomerCard | None) -> float:
    run = bare.execute
    at = order.placed_at.isoformat(" ", "microseconds")[: -len("+00:00")]
    who: tuple[Any, ...] = (card.id if card is not None else None, at)
    begin = perf_counter()
    run(ORDER, (order.id,)).fetchone()
    run(LINES, (order.id,)).fetchall()
    run(PAST, who).fetchall()
    run(TOUCHES, who).fetchall()
    run(INCIDENTS, who).fetchall()
    return perf_counter() - begin
