"""Open SQLite or PostgreSQL, with the right manners for each."""

import sqlite3
from collections.abc import Iterable, Iterator
from threading import Event
from time import monotonic
from typing import Any, Final, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from packstation.store.server import READING, open_server

_PATIENCE: Final = 5
"""Seconds to wait for another writer."""
_AT_ONCE: Final = 500
_Key = TypeVar("_Key")
Database: TypeAlias = Engine
"""For those who hand the shop's database on and must not speak to it."""

# Measured (reliability.md): WAL with FULL lost nothing in simulated power cuts, NORMAL did;
# mmap makes the first scans of the day thirty times slower.
_MANNERS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_PATIENCE * 1000}",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


def open_engine(url: str) -> Engine:
    """An engine whose transactions write: on SQLite each begins IMMEDIATE.

    ``reading(engine)`` gives its twin for transactions that only read.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return open_server(url)
    # What was to be written may be a name or a PIN: an error that is logged tells neither.
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _behave)
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """The same database for transactions that only read and so never wait for a writer."""
    manners = READING if engine.dialect.name == "postgresql" else {}
    return engine.execution_options(reads_only=True, **manners)


def some_at_once(keys: Iterable[_Key]) -> Iterator[list[_Key]]:
    """``keys`` in parts, each small enough to be asked for in one statement."""
    wanted = list(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def _behave(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 (SQLAlchemy's pool record)
    # The driver would begin transactions at moments of its own choosing.
    connection.isolation_level = None
    for pragma in _MANNERS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later is refused at once, whatever the
    # busy timeout, when another writer came in between: so writers say so from the start.
    if connection.get_execution_options().get("reads_only", False):
        connection.exec_driver_sql("BEGIN")
    else:
        _begin_writing(connection)


def _begin_writing(connection: Connection) -> None:
    """Get the pen within a millisecond of its being free, at the latest in _PATIENCE.

    SQLite's own waiting looks ever less often, up to every 100 ms: beside an import, which
    lays the pen down for 4 ms at a time, a scan could miss every one of its pauses.
    """
    driver = connection.connection.dbapi_connection
    until = monotonic() + _PATIENCE
    pause = Event()
    driver.execute("PRAGMA busy_timeout=0")  # type: ignore[union-attr] # sqlite3's own connection
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as error:
                if "locked" not in str(error.orig) or monotonic() > until:
                    raise
                pause.wait(0.001)
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout={_PATIENCE * 1000}")  # type: ignore[union-attr] # as above
