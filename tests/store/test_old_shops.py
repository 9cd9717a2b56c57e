"""A shop of an older version keeps all it had, and is found as a new one is."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine, MetaData, Table, insert, text

from packstation.places import migrations
from packstation.store.engine import open_engine, reading
from packstation.store.migrate import migrate
from packstation.store.search import Searches
from packstation.store.search_words import of_customer, of_product, renew_order
from packstation.store.upgrade import is_current
from tests.station.bringing import ask

LAST_YEAR: Final = datetime(2025, 11, 22, 9, tzinfo=UTC)
PRODUCTS: Final = ({"sku": "TAZ", "name": "Taza de barro"}, {"sku": "SET", "name": "Regalo"})
PARTS: Final = ({"kit_id": 2, "part_id": 1, "quantity": 2},)
CUSTOMERS: Final = (
    {"outside_id": "1", "name": "Lucía Núñez", "called": "Luchi"},
    {"outside_id": "2", "name": "C-17", "called": ""},
)
ORDERS: Final[tuple[Mapping[str, Any], ...]] = (
    {"number": "W-1", "state": "open", "customer_id": 1, "address": ["Calle Sol 1", "León"]},
    {"number": "W-2", "state": "held", "customer_name": "Ana", "recipient": "Eva Łoś"},
    {"number": "P-1", "state": "packed", "customer_id": 1, "customer_name": "Lucía Núñez"},
    {"number": "P-2", "state": "shipped", "customer_id": 1, "recipient": "Eulàlia Núñez"},
    {"number": "P-3", "state": "shipped", "customer_name": "Iker Ortuño", "address": ["Jaén"]},
    {"number": "P-4", "state": "cancelled", "customer_id": 2, "customer_name": "Øyvind"},
    {"number": "A-1", "state": "arriving", "arrives_as": "open", "customer_name": "Noa"},
)
LINES: Final = ({"order_id": 1, "product_id": 2, "position": 0, "quantity": 1},)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """A shop that was kept with the first version, and is opened with this one."""
    engine = open_engine(f"sqlite:///{tmp_path / 'shop.db'}")
    an_old_shop(engine)
    migrate(engine, migrations())
    return engine


def an_old_shop(engine: Engine) -> None:
    """Kept with the first version."""
    migrate(engine, migrations(), "0001")
    everything: dict[str, Sequence[Mapping[str, Any]]] = {
        "products": PRODUCTS,
        "product_parts": PARTS,
        "customers": [{"source": "csv", "language": "es", **it} for it in CUSTOMERS],
        "orders": [_order(it) for it in ORDERS],
        "order_lines": LINES,
    }
    with engine.begin() as connection:
        for name, rows in everything.items():
            table = Table(name, MetaData(), autoload_with=connection)
            for row in rows:  # one by one, for they do not all name the same columns
                connection.execute(insert(table), row)


def _order(said: Mapping[str, Any]) -> dict[str, Any]:
    usual = {"source": "csv", "language": "es", "placed_at": LAST_YEAR, "flags": []}
    named = {"outside_id": said["number"], "code": said["number"], "address": []}
    return usual | named | dict(said)


def words(engine: Engine) -> set[tuple[Any, ...]]:
    return set(ask(engine, "SELECT kind, word, thing_id FROM search_words"))


@pytest.mark.parametrize(
    "what, numbers",
    [
        ("nunez", ["W-1", "P-2", "P-1"]),
        ("luchi", ["W-1", "P-2", "P-1"]),
        ("leon sol", ["W-1"]),
        ("los", ["W-2"]),
        ("eulalia", ["P-2"]),
        ("ortuno", ["P-3"]),
        ("oyvind", ["P-4"]),
        ("taza", ["W-1"]),
        ("jaen", []),
        ("noa", []),
    ],
)
def test_an_older_shop_is_searched_like_a_new_one(
    engine: Engine, what: str, numbers: list[str]
) -> None:
    with reading(engine).connect() as connection:
        hits = Searches(connection).find(what)
    assert sorted(hit.number for hit in hits) == sorted(numbers)
    assert not hits or hits[0].number == numbers[0]


def test_it_is_found_under_the_very_words_this_version_writes(engine: Engine) -> None:
    before = words(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET state = 'open' WHERE state = 'arriving'"))
        connection.execute(
            text("DELETE FROM search_words WHERE kind IN ('product', 'customer')")
        )
        for order_id in range(1, len(ORDERS) + 1):
            renew_order(connection, order_id)
    things = (
        *of_product(1, "Taza de barro", ""),
        *of_product(2, "Regalo", "", "Taza de barro", ""),
        *of_customer(1, "Lucía Núñez", "Luchi"),
        *of_customer(2, "C-17", ""),
    )
    assert before == words(engine) | set(things)


def test_it_has_lost_nothing(engine: Engine) -> None:
    assert is_current(engine)
    assert ask(engine, "SELECT number, state FROM orders ORDER BY id") == [
        (it["number"], it["state"]) for it in ORDERS
    ]
