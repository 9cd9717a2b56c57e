"""No statement walks through a large table: three million orders are asked as ten are.

SQLite tells beforehand how it will look: SEARCH goes by an index, SCAN walks all there is.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import pytest
from sqlalchemy import Connection, Delete, Select, Update, event
from sqlalchemy.dialects import sqlite

from packstation import store
from packstation.places import migrations
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from packstation.store.search import Searches

SMALL: Final = {"notes_ahead", "packers", "rules", "settings", "touches"}
"""Tables that do not grow with the years: a shop has so many people, rules and touches."""

ALLOWED: Final = {
    "backgrounds._PAST": "walks the four hundred orders at most that an index has found first",
    "catalogue._AMBIGUOUS": "walks the index of codes for an owner who asks which are shared",
    "catalogue_arrivals._UNFINISHED": "walks the imports, one for each file, after a crash",
    "leftovers._LATEST": "walks the imports backwards and stops after twenty",
    "own_codes._PRODUCTS": "only the beginning of others, never run by itself",
    "own_codes._WITHOUT": "for who prints a label of every product, on the command line",
    "packings._PARCEL": "only the beginning of others, never run by itself",
    "queue._PACE": "walks the index of sealing times backwards and stops after fifty",
    "notes._NOTE": "only the beginning of others, never run by itself",
    "products._LEARNED": "for an owner who asks what the benches have learned, now and then",
    "queue._ANY": "stops at the first order that is not still on its way in",
    "search._HIT": "only the beginning of others, never run by itself",
    "search_words._KITS_OF": "walks the parts of kits, which are few, when products change",
}
Statement = Select[*tuple[object, ...]] | Update | Delete


def _statements() -> Iterator[tuple[str, Statement]]:
    for module in iter_modules(store.__path__):
        for name, value in vars(import_module(f"{store.__name__}.{module.name}")).items():
            if isinstance(value, Select | Update | Delete):
                yield f"{module.name}.{name}", value


STATEMENTS: Final = dict(_statements())


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('plans') / 'shop.db'}")
    migrate(engine, migrations())
    with closing(engine.connect()) as opened:
        yield opened
    engine.dispose()


@pytest.mark.parametrize("name", sorted(STATEMENTS.keys() - ALLOWED.keys()))
def test_no_statement_walks_through_a_large_table(connection: Connection, name: str) -> None:
    said = _sql(name)

    assert _walked(connection, said, (None,) * said.count("?")) == []


@pytest.mark.parametrize("name", ["queue._WAITING", "queue._HELD"])
def test_of_all_that_waits_only_what_is_shown_is_read(
    connection: Connection, name: str
) -> None:
    said = _sql(name)
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", (12,) * said.count("?"))

    steps = [str(step[3]) for step in plan if str(step[3]).startswith("SEARCH orders")]
    assert steps == [
        "SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)",
        "SEARCH orders USING COVERING INDEX ix_orders_live (state=?)",
    ]


@pytest.mark.parametrize(
    "text", ["1042", "Lucía", "8412345678905", "K7QS-22", "taza", "ana de la puig"]
)
def test_no_search_walks_through_a_large_table(connection: Connection, text: str) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))  # type: ignore[arg-type] # (connection, cursor, statement, parameters, ...)

    event.listen(connection, "before_cursor_execute", note)
    Searches(connection).find(text)
    event.remove(connection, "before_cursor_execute", note)

    assert len(asked) >= 6
    assert [_walked(connection, *it) for it in asked] == [[]] * len(asked)


def test_only_what_walks_is_allowed_to() -> None:
    assert ALLOWED.keys() <= STATEMENTS.keys()


def test_a_walk_is_seen(connection: Connection) -> None:
    assert _walked(connection, "SELECT id FROM orders WHERE message = ''", ()) == [
        "SCAN orders"
    ]


def _sql(name: str) -> str:
    said = str(STATEMENTS[name].compile(dialect=sqlite.dialect()))
    return re.sub(r"\(?__\[POSTCOMPILE_\w+\]\)?", "(NULL)", said)


def _walked(
    connection: Connection, statement: str, parameters: tuple[object, ...]
) -> list[str]:
    """The steps of the plan that walk through the whole of something large."""
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [str(step[3]) for step in plan]
    return [it for it in steps if it.startswith("SCAN ") and it.split()[1] not in SMALL]
