"""A statement compiled once, and run straight through the driver with its own types.

SQLAlchemy's own way costs each time more than SQLite needs to answer. What is asked five times
for every order is worth these lines; everything else goes the usual way.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from packstation.store.base import Moment

Row = tuple[Any, ...]
Reads = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Ready:
    """One statement in one database's dialect."""

    text: str
    names: tuple[str, ...]
    """Of its parameters, in the order of their places; empty when they go by name."""
    constants: Mapping[str, Any]
    reads: tuple[tuple[int, Reads], ...]
    """(column, how its value is read), of those the driver does not read well enough."""


class Prepared:
    """A statement, in as many dialects as it was run in."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self._statement: Final = statement
        self._ready: dict[str, _Ready] = {}

    def rows(self, connection: Connection, given: Mapping[str, Any]) -> list[Row]:
        """All rows; ``given`` as ``spelled`` made it."""
        dialect = connection.dialect
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = self._compiled(dialect)
        known = {**ready.constants, **given} if ready.constants else given
        cursor = connection.connection.cursor()
        try:
            cursor.execute(ready.text, [known[name] for name in ready.names] or known)
            found = [*cursor.fetchall()]
        except dialect.loaded_dbapi.Error as error:
            raise DBAPIError(ready.text, None, error) from error
        finally:
            cursor.close()
        return _read(found, ready.reads) if found and ready.reads else found

    def _compiled(self, dialect: Dialect) -> _Ready:
        compiled = self._statement.compile(dialect=dialect)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError(compiled)
        constants = {name: it for name, it in compiled.params.items() if it is not None}
        return _Ready(
            str(compiled),
            tuple(compiled.positiontup or ()),
            constants,
            tuple(self._reads(dialect)),
        )

    def _reads(self, dialect: Dialect) -> Iterator[tuple[int, Reads]]:
        for place, column in enumerate(self._statement.selected_columns):
            read = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if isinstance(column.type, Moment) and dialect.name == "sqlite":
                read = _moment
            if read is not None:
                yield place, read


def spelled(connection: Connection, given: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the driver wants them: for all statements of one question, once."""
    write = _writes(connection.dialect)
    if write is None:
        return dict(given)
    return {name: write(it) if isinstance(it, datetime) else it for name, it in given.items()}


@lru_cache(maxsize=256)
def _moment(text: str | None) -> datetime | None:
    """As Moment reads it, in a third of the time: a customer's past is full of the same few."""
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


@lru_cache(maxsize=4)
def _writes(dialect: Dialect) -> Reads | None:
    """How a moment is written there."""
    return Moment().dialect_impl(dialect).bind_processor(dialect)


def _read(rows: list[Row], reads: tuple[tuple[int, Reads], ...]) -> list[Row]:
    """By columns: most need no reading at all."""
    columns: list[Any] = list(zip(*rows, strict=True))
    for place, read in reads:
        columns[place] = map(read, columns[place])
    return list(zip(*columns, strict=True))
