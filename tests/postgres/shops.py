"""A shop in PostgreSQL as one of its benches has it open, and all that its tables hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, select

from packstation.assemble import Opened
from packstation.settings import BenchSettings
from packstation.store.base import Row
from packstation.store.engine import open_engine, reading
from tests.small_shop import SHOP

# New each time: names of operations, and the chance that goes into a seal.
BY_CHANCE: Final = frozenset({"op", "payload", "core", "personal", "digest"})
# SQLite gives the number of a deleted row out again; nobody refers to these by it.
_RENUMBERED: Final = frozenset({"given_touches", "notes_ahead", "print_jobs", "written_notes"})

Tables = dict[str, list[dict[str, Any]]]


def opened_on(url: str, home: Path, bench: str = "2") -> Opened:
    settings = BenchSettings(home=home, database=url, bench=bench)
    return Opened(settings, open_engine(url), SHOP)


@contextmanager
def at_bench(opened: Opened, bench: str) -> Iterator[Opened]:
    """The same shop as another computer has it open."""
    other = opened_on(opened.settings.database, opened.settings.home, bench)
    try:
        yield other
    finally:
        other.engine.dispose()


def every_row(engine: Engine) -> Tables:
    """Table -> its rows by their keys, as the shop's own types read them."""
    with reading(engine).connect() as connection:
        return {it.name: list(_rows(connection, it)) for it in Row.metadata.sorted_tables}


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    left_out = BY_CHANCE | ({"id"} if table.name in _RENUMBERED else set())
    in_order = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(in_order).mappings():
        yield {name: it for name, it in row.items() if name not in left_out}
