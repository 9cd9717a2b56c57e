"""A whole shop goes into empty tables, and everything in it points at something."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, create_engine, func, select, text

from packstation.demo.shop import demo_shop
from packstation.domain.codes import order_code
from packstation.domain.founding import NewShop
from packstation.places import resources
from packstation.store.base import Row
from packstation.store.founding import found
from packstation.store.rows import (
    CustomerRow,
    GivenTouchRow,
    IncidentRow,
    LineRow,
    OrderRow,
    ProductCodeRow,
    ProductRow,
    RuleRow,
    SettingRow,
    StockMovementRow,
)

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def shop() -> NewShop:
    return demo_shop(NOON, resources() / "rules").founding


@pytest.fixture(scope="module")
def founded(shop: NewShop) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA foreign_keys = ON"))
        Row.metadata.create_all(connection)
        found(connection, shop)
        yield connection
    engine.dispose()


def count(connection: Connection, table: type[Row]) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_every_reference_points_at_something(founded: Connection) -> None:
    assert founded.execute(text("PRAGMA foreign_key_check")).all() == []


def test_everything_is_written(founded: Connection, shop: NewShop) -> None:
    assert count(founded, ProductRow) == len(shop.products)
    assert count(founded, CustomerRow) == len(shop.customers)
    assert count(founded, OrderRow) == len(shop.orders)
    assert count(founded, LineRow) == sum(len(order.lines) for order in shop.orders)
    assert count(founded, IncidentRow) == len(shop.incidents)
    assert count(founded, GivenTouchRow) == len(shop.given)
    assert count(founded, RuleRow) == len(shop.rules) > 0


def test_an_order_carries_its_code_and_counts_its_pieces(
    founded: Connection, shop: NewShop
) -> None:
    row = founded.execute(select(OrderRow.__table__).where(OrderRow.number == "10042")).one()
    assert row.code == order_code(shop.shop.mark, row.id)
    assert row.pieces == 5
    assert row.flags == ["no_invoice", "no_plastic"]


def test_a_piece_is_found_by_its_ean(founded: Connection, shop: NewShop) -> None:
    code = shop.products[1].codes[0].code
    found_sku = founded.execute(
        select(ProductRow.sku)
        .join(ProductCodeRow, ProductCodeRow.product_id == ProductRow.id)
        .where(ProductCodeRow.code == code)
    ).scalar_one()
    assert found_sku == "TAZ-002"


def test_what_is_on_the_shelf_was_counted(founded: Connection, shop: NewShop) -> None:
    on_hand = sum(touch.on_hand or 0 for touch in shop.touches)
    assert founded.execute(select(func.sum(StockMovementRow.change))).scalar_one() == on_hand


def test_the_shops_own_words_are_kept(founded: Connection, shop: NewShop) -> None:
    kept = founded.execute(select(SettingRow.value)).scalar_one()
    assert kept["brand"]["name"] == "Casa Azul"
    assert kept["mark"] == shop.shop.mark
    assert list(kept["commands"].values()) == list(shop.shop.commands.values())


def test_progress_ends_with_all() -> None:
    engine = create_engine("sqlite://")
    shares: list[float] = []
    with engine.connect() as connection:
        Row.metadata.create_all(connection)
        found(connection, demo_shop(NOON, resources() / "rules").founding, shares.append)
    engine.dispose()
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
