"""Write a whole shop into an empty database, all in one go."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Engine, false, func, insert, select

from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.codes import order_code
from packstation.domain.founding import NewShop
from packstation.store import rows
from packstation.store.base import Row
from packstation.store.search_words import COLUMNS, of_customer, of_order, of_product

CHUNK: Final = 2000
_IMPORT: Final = 1

Values = dict[str, Any]


def lay_out(engine: Engine) -> None:
    """Make the tables of this version, for a database that will never see another."""
    Row.metadata.create_all(engine)


def found(
    connection: Connection, new: NewShop, progress: Callable[[float], None] = lambda _: None
) -> None:
    """Fill the empty tables behind ``connection``; the caller commits.

    ``progress`` is told the share that is done, from 0 to 1.
    """
    tables = tuple(_tables(new))
    for done, (table, values) in enumerate(tables, 1):
        each = iter(values)
        while chunk := list(islice(each, CHUNK)):
            connection.execute(insert(table), chunk)
        progress(done / len(tables))
    if connection.dialect.name == "postgresql":
        _count_on(connection, [table for table, _ in tables])


def _tables(new: NewShop) -> Iterator[tuple[type[Row], Iterable[Values]]]:
    """Every table with its rows, those first that others point at."""
    people = {it.outside_id: number for number, it in enumerate(new.customers, 1)}
    orders = {it.outside_id: number for number, it in enumerate(new.orders, 1)}
    whose = {it.outside_id: people.get(it.customer) for it in new.orders}
    yield rows.SettingRow, [{"key": "shop", "value": asdict(new.shop)}]
    yield rows.PackerRow, _packers(new)
    yield rows.ImportRow, _import(new)
    yield rows.ProductRow, _products(new)
    yield rows.ProductCodeRow, _product_codes(new)
    yield rows.ProductPartRow, _product_parts(new)
    yield rows.CustomerRow, _customers(new)
    yield rows.PreferenceRow, _preferences(new, people)
    yield rows.OrderRow, _orders(new, people)
    yield rows.LineRow, _lines(new)
    yield rows.IncidentRow, _incidents(new, orders, whose)
    yield rows.TouchRow, _touches(new)
    yield rows.StockMovementRow, _stock(new)
    yield rows.GivenTouchRow, _given(new, orders, whose)
    yield rows.RuleRow, _rules(new)
    yield rows.SearchWordRow, _search_words(new)


def _packers(new: NewShop) -> Iterator[Values]:
    for number, it in enumerate(new.packers, 1):
        yield asdict(it) | {"id": number}


def _import(new: NewShop) -> Iterator[Values]:
    yield {
        "id": _IMPORT,
        "source": new.source,
        "file_name": "",
        "started_at": new.founded_at,
        "published_at": new.founded_at,
        "summary": {
            "products": len(new.products),
            "customers": len(new.customers),
            "orders": len(new.orders),
        },
    }


def _products(new: NewShop) -> Iterator[Values]:
    for number, it in enumerate(new.products, 1):
        yield {
            "id": number,
            "sku": it.sku,
            "name": it.name,
            "variant": it.variant,
            "place": it.place,
            "picture": it.picture,
            "category": it.category,
            "price_cents": it.price_cents,
            "packable": it.packable,
            "policy": it.policy,
            "asks": " ".join(it.asks),
            "brand": it.brand,
            "supplier": it.supplier,
            "tags": _lines_of(it.tags),
            "import_id": _IMPORT,
        }


def _product_codes(new: NewShop) -> Iterator[Values]:
    for number, product in enumerate(new.products, 1):
        for it in product.codes:
            yield asdict(it) | {"product_id": number}


def _product_parts(new: NewShop) -> Iterator[Values]:
    numbers = {it.sku: number for number, it in enumerate(new.products, 1)}
    for kit in new.products:
        for sku, quantity in kit.parts:
            part = {"part_id": numbers[sku], "quantity": quantity}
            yield part | {"kit_id": numbers[kit.sku]}


def _customers(new: NewShop) -> Iterator[Values]:
    for number, it in enumerate(new.customers, 1):
        yield {
            "id": number,
            "source": new.source,
            "outside_id": it.outside_id,
            "name": it.name,
            "called": it.called,
            "email": it.email,
            "language": it.language,
            "country": it.country,
            "no_extras": it.no_extras,
            "no_personalisation": it.no_personalisation,
            "promise": it.promise,
            "promised_at": it.promised_at,
            "tags": _lines_of(it.tags),
            "birthday": it.birthday,
            "birthday_consent_at": it.birthday_consent_at,
            "import_id": _IMPORT,
        }


def _preferences(new: NewShop, people: dict[str, int]) -> Iterator[Values]:
    for it in new.customers:
        said = {"customer_id": people[it.outside_id], "said_at": it.told_at or new.founded_at}
        yield from (said | {"kind": "like", "value": value} for value in it.likes)
        yield from (said | {"kind": "limit", "value": value} for value in it.limits)


def _orders(new: NewShop, people: dict[str, int]) -> Iterator[Values]:
    for number, it in enumerate(new.orders, 1):
        yield {
            "id": number,
            "source": new.source,
            "outside_id": it.outside_id,
            "number": it.number,
            "code": new.printed.get(it.outside_id) or order_code(new.shop.mark, number),
            "state": it.state,
            "customer_id": people.get(it.customer),
            "customer_name": it.customer_name,
            "recipient": it.recipient,
            "opener": it.opener,
            "address": it.address,
            "language": it.language,
            "country": it.country,
            "channel": it.channel,
            "carrier": it.carrier,
            "placed_at": it.placed_at,
            "leaves_at": it.leaves_at,
            "pieces": sum(line.quantity for line in it.lines),
            **_said_with(it),
            **_also_told(it),
            "hold_reason": it.hold_reason,
            "held_by": it.held_by,
            "import_id": _IMPORT,
        }


def _said_with(it: ArrivingOrder) -> Values:
    return {
        "flags": it.flags,
        "message": it.message,
        "gift_message": it.gift_message,
        "total_cents": it.total_cents,
        "currency": it.currency,
    }


def _also_told(it: ArrivingOrder) -> Values:
    """What not every shop says of an order."""
    return {
        "items_cents": it.items_cents,
        "region": it.region,
        "coupon": it.coupon,
        "paid_at": it.paid_at,
        "replacement": it.replacement,
    }


def _lines(new: NewShop) -> Iterator[Values]:
    products = {it.sku: number for number, it in enumerate(new.products, 1)}
    for number, order in enumerate(new.orders, 1):
        for position, it in enumerate(order.lines):
            yield {
                "order_id": number,
                "position": position,
                "product_id": products[it.sku],
                "quantity": it.quantity,
                "price_cents": it.price_cents,
                "note": it.note,
            }


def _incidents(
    new: NewShop, orders: dict[str, int], whose: dict[str, int | None]
) -> Iterator[Values]:
    for it in new.incidents:
        values = asdict(it)
        key = values.pop("order")
        yield values | {"order_id": orders[key], "customer_id": whose[key]}


def _touches(new: NewShop) -> Iterator[Values]:
    for number, it in enumerate(new.touches, 1):
        yield asdict(it) | {"id": number, "position": number}


def _stock(new: NewShop) -> Iterator[Values]:
    for it in new.touches:
        if it.on_hand is not None:
            yield {
                "touch_key": it.key,
                "change": it.on_hand,
                "reason": "counted",
                "at": new.founded_at,
            }


def _given(
    new: NewShop, orders: dict[str, int], whose: dict[str, int | None]
) -> Iterator[Values]:
    for it in new.given:
        yield {
            "order_id": orders[it.order],
            "customer_id": whose[it.order],
            "touch_key": it.key,
            "note_text": it.note,
            "at": it.at,
            "reaction": it.reaction,
            "reacted_at": it.reacted_at,
        }


def _lines_of(tags: tuple[str, ...] | None) -> str | None:
    """As the tables keep several texts in one: a line each."""
    return None if tags is None else "\n".join(tags)


def _rules(new: NewShop) -> Iterator[Values]:
    for position, body in enumerate(new.rules, 1):
        state = body.get("state", "on")
        yield {"key": body["rule_id"], "position": position, "state": state, "body": body}


def _search_words(new: NewShop) -> Iterator[Values]:
    products = {it.sku: (it.name, it.variant) for it in new.products}
    customers = {it.outside_id: f"{it.name} {it.called}" for it in new.customers}
    for number, thing in enumerate(new.products, 1):
        parts = (name for sku, _ in thing.parts for name in products[sku])
        yield from _as_values(of_product(number, thing.name, thing.variant, *parts))
    for number, person in enumerate(new.customers, 1):
        yield from _as_values(of_customer(number, person.name, person.called))
    for number, it in enumerate(new.orders, 1):
        names, customer = (it.customer_name, it.recipient), customers.get(it.customer, "")
        yield from _as_values(of_order(number, it.state, names, it.address, customer))


def _as_values(words: Iterable[tuple[str, str, int]]) -> Iterator[Values]:
    return (dict(zip(COLUMNS, word, strict=True)) for word in words)


def _count_on(connection: Connection, tables: Iterable[type[Row]]) -> None:
    """Let PostgreSQL number the next rows after those whose ids were given here."""
    for row in tables:
        table = row.__table__
        if "id" in table.c:
            sequence = func.pg_get_serial_sequence(table.name, "id")
            after = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
            connection.execute(select(func.setval(sequence, after, false())))
