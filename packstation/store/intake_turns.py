"""Many writes in short turns, so that a bench's scan never waits long for its own."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter
from threading import Event
from time import perf_counter
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, insert
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import OperationalError

from packstation.domain.intake import ImportCancelled
from packstation.store.intake_faults import is_busy

# A bench looks once a millisecond whether it may write (packstation.store.engine): it waits no
# longer than one turn. Shorter turns would write the same pages of an index more often.
_TURN: Final = 0.025
_PAUSE: Final = 0.004
_LEAST, _MOST = 20, 10_000
_TRIES: Final = 6
_BATCH: Final = 10_000
_FEW: Final = 20
"""What is fetched within the end of a pause: about half a millisecond of work."""
# With the 2 MB of every connection an index of 100,000 orders is read again and again.
# Until the import is decided a power cut may take it back, so nothing waits for the disk: the
# commit that decides is FULL again, and the log it syncs holds everything before it.
# Emptying the log syncs twice and copies pages that are written again a moment later: of 16 MB
# instead of 4 it is a sixth less to write.
_HURRIED: Final = (
    "PRAGMA cache_size=-8000",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA wal_autocheckpoint=4000",
)
_SAFE: Final = ("PRAGMA synchronous=FULL",)
_AS_BEFORE: Final = (*_SAFE, "PRAGMA cache_size=-2000", "PRAGMA wal_autocheckpoint=1000")

_VALUES: Final = 240
"""In one statement, at most: with more, nothing is won any more."""

T = TypeVar("T")


class Turns:
    """Takes the shop's database for some milliseconds at a time."""

    def __init__(self, engine: Engine, cancelled: Event) -> None:
        self.engine = engine
        self.room = 200
        """How many rows the next turn should take."""
        self.meanwhile: Callable[[], bool] = lambda: False
        """A little of the work that needs no database; False when there is none to do."""
        self._cancelled = cancelled
        self._rested_from = 0.0
        self._connection = engine.connect()
        self._wish(_HURRIED)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wish(_AS_BEFORE)
        self._connection.close()

    def decide(self) -> None:
        """The next turn makes it final: what was written is safe, and too late to cancel."""
        if self._cancelled.is_set():
            raise ImportCancelled
        self._cancelled = Event()
        self._wish(_SAFE)

    def take(self, write: Callable[[Connection], T], rows: int) -> T:
        """Run ``write`` in one transaction of its own; it should touch about ``rows`` rows."""
        if self._cancelled.is_set():
            raise ImportCancelled
        self._pause()
        done, lasted = self._run(write)
        self._rested_from = perf_counter()
        if rows >= self.room // 2 or lasted > _TURN:
            wanted = int(rows * _TURN / max(lasted, 0.0005))
            self.room = max(_LEAST, min(_MOST, wanted, self.room * 2))
        return done

    def each(
        self, rows: Sequence[T], write: Callable[[Connection, Sequence[T]], object]
    ) -> None:
        """Write ``rows`` in as many turns as it takes."""
        start = 0
        while start < len(rows):
            part = rows[start : start + self.room]
            self.take(lambda connection, part=part: write(connection, part), len(part))  # type: ignore[misc] # bound at once
            start += len(part)

    def _pause(self) -> None:
        """Until a bench has had its chance since the last turn."""
        until = self._rested_from + _PAUSE
        while (left := until - perf_counter()) > 0:
            if not self.meanwhile():
                self._cancelled.wait(left)
                if self._cancelled.is_set():
                    raise ImportCancelled

    def _run(self, write: Callable[[Connection], T]) -> tuple[T, float]:
        for _ in range(_TRIES - 1):
            try:
                return self._once(write)
            except OperationalError as error:
                if not is_busy(error):
                    raise
            if self._cancelled.is_set():
                raise ImportCancelled
        return self._once(write)

    def _once(self, write: Callable[[Connection], T]) -> tuple[T, float]:
        with self._connection.begin():
            began = perf_counter()
            done = write(self._connection)
        return done, perf_counter() - began

    def _wish(self, pragmas: Sequence[str]) -> None:
        dbapi = self._connection.connection.dbapi_connection
        if self.engine.dialect.name == "sqlite" and dbapi is not None:
            for pragma in pragmas:
                dbapi.execute(pragma)


class Ahead(Generic[T]):
    """Items of a stream, some of them fetched before they are needed."""

    def __init__(self, stream: Iterator[T], weight: Callable[[T], int]) -> None:
        self._stream = stream
        self._weight = weight
        self._fetched: list[T] = []
        self._heavy = 0
        self._ended = False

    def fetch(self) -> bool:
        """A few more; False when that is enough for one batch."""
        if self._heavy >= _BATCH or self._ended:
            return False
        some = list(islice(self._stream, _FEW))
        self._fetched += some
        self._heavy += sum(map(self._weight, some))
        self._ended = not some
        return bool(some)

    def batch(self) -> list[T]:
        """About _BATCH rows' worth; empty at the end."""
        while self.fetch():
            pass
        batch, self._fetched, self._heavy = self._fetched, [], 0
        return batch


class Into:
    """An insert built once, for rows as plain tuples: twice as fast as rows as mappings."""

    def __init__(self, engine: Engine, table: Table, columns: Sequence[str]) -> None:
        compiled = insert(table).compile(dialect=engine.dialect, column_keys=list(columns))
        self._statement = str(compiled)
        self._columns = tuple(columns)
        self._by_place = (
            isinstance(engine.dialect, DefaultDialect) and engine.dialect.positional
        )
        if self._by_place:
            # The statement names the columns in the table's order, whatever ours is.
            order = [self._columns.index(it) for it in compiled.positiontup or ()]
            self._turn = itemgetter(*order) if order != list(range(len(order))) else None
            head, values = self._statement.split(" VALUES ")
            self._together = max(1, _VALUES // len(order))
            self._several = f"{head} VALUES {', '.join([values] * self._together)}"

    def write(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        if self._by_place:
            self._write_by_place(connection, rows)
            return
        given = [dict(zip(self._columns, row, strict=True)) for row in rows]
        connection.exec_driver_sql(self._statement, given)

    def _write_by_place(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        if self._turn is not None:
            rows = list(map(self._turn, rows))
        # One statement for a handful takes an eighth less time than one for each.
        last = len(rows) - len(rows) % self._together
        several = [
            tuple(chain.from_iterable(rows[first : first + self._together]))
            for first in range(0, last, self._together)
        ]
        if several:
            connection.exec_driver_sql(self._several, several)
        if last < len(rows):
            connection.exec_driver_sql(self._statement, list(rows[last:]))
