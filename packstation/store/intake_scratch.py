"""A table beside the shop's own, where a file waits until all of it is known to be good."""

import marshal
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, starmap
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from packstation.domain.intake import FileLine, ImportRunning
from packstation.store.engine import some_at_once
from packstation.store.intake_orders import Run

_TABLES: Final = """
    CREATE TABLE runs (
        number TEXT, at TEXT, state TEXT, head TEXT, goods INTEGER, others INTEGER, lines BLOB
    );
    CREATE TABLE products (
        sku TEXT, details TEXT, seen INTEGER, cents INTEGER, PRIMARY KEY (sku, details)
    ) WITHOUT ROWID;
    CREATE TABLE spoilt (number TEXT PRIMARY KEY) WITHOUT ROWID
"""
_RUN: Final = "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)"
_PRODUCT: Final = """
    INSERT INTO products VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET seen = seen + excluded.seen, cents = excluded.cents
"""
_BY_ORDER: Final = "SELECT number, at, state, head, lines FROM runs ORDER BY number, rowid"
_COUNT: Final = "SELECT coalesce(sum(goods + others), 0) FROM runs"
_SET_ASIDE: Final = """
    SELECT coalesce(sum(goods), 0), coalesce(sum(others), 0)
    FROM runs WHERE number IN (SELECT number FROM spoilt)
"""
_LEAVE_OUT: Final = "DELETE FROM runs WHERE number IN (SELECT number FROM spoilt)"
# By their places in a FileLine: names would take three times as long.
_WHOSE: Final = itemgetter(*map(FileLine._fields.index, ("order", "at", "state", "head")))
_ASKED_FOR: Final = itemgetter(
    *map(FileLine._fields.index, ("sku", "quantity", "cents", "note"))
)
_DESCRIBED: Final = itemgetter(*map(FileLine._fields.index, ("sku", "details")))
_QUANTITY: Final = itemgetter(FileLine._fields.index("quantity"))
_CENTS: Final = itemgetter(FileLine._fields.index("cents"))
_FOLDED_AT: Final = 20_000

Described = tuple[str, str, int, int]
"""SKU, packed details, how many lines say so, price in hundredths."""


class Scratch:
    """The lines of one file, on disk, for as long as an import runs.

    The file is held with an exclusive lock: who cannot have it knows that an import runs
    elsewhere, and who finds it unlocked knows that one was killed.
    """

    def __init__(self, path: Path) -> None:
        """Raises ImportRunning when another import holds ``path``."""
        self._path = path
        self._described: Counter[tuple[str, str]] = Counter()
        self._prices: dict[tuple[str, str], int] = {}
        self._rows = self._held()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.close()
        self._path.unlink(missing_ok=True)

    def add(self, lines: list[FileLine]) -> None:
        self._rows.executemany(_RUN, starmap(_packed, groupby(lines, _WHOSE)))
        goods = list(filter(_QUANTITY, lines))
        described = list(map(_DESCRIBED, goods))
        self._described.update(described)
        self._prices.update(zip(described, map(_CENTS, goods), strict=True))
        if len(self._described) > _FOLDED_AT:
            self._fold()

    def spoil(self, numbers: Iterable[str]) -> None:
        """These orders have a refused line and must not come in."""
        self._rows.executemany(
            "INSERT OR IGNORE INTO spoilt VALUES (?)", ((it,) for it in numbers)
        )

    def finish(self) -> None:
        """All lines are in: make them quick to read order by order."""
        self._fold()
        self._rows.execute("CREATE INDEX by_number ON runs (number)")

    def set_aside(self) -> tuple[int, int]:
        """Leave out whole orders; lines of goods, and of cancelled ones, that go with it."""
        goods, cancelled = self._rows.execute(_SET_ASIDE).fetchone()
        self._rows.execute(_LEAVE_OUT)
        return goods, cancelled

    def count(self) -> int:
        """Lines that come in."""
        found: int = self._rows.execute(_COUNT).fetchone()[0]
        return found

    def by_order(self) -> Iterator[Run]:
        """Order by order; those of one order as they stand in the file."""
        # No generator: one that is left in the middle would be closed after the file is.
        return map(_unpacked, self._rows.execute(_BY_ORDER))

    def described(self, skus: Iterable[str]) -> Iterator[Described]:
        """What the file says of these products, the most frequent first."""
        for some in some_at_once(skus):
            marks = ", ".join("?" * len(some))
            yield from self._rows.execute(
                f"SELECT sku, details, seen, cents FROM products WHERE sku IN ({marks})"  # noqa: S608 (question marks)
                " ORDER BY sku, seen DESC, details",
                some,
            )

    def products(self) -> int:
        found: int = self._rows.execute("SELECT count(DISTINCT sku) FROM products").fetchone()[
            0
        ]
        return found

    def give_way(self) -> None:
        """Nothing of it is wanted any more: its room on the disk goes to the clearing up.

        It stays locked, so that no other import begins meanwhile.
        """
        os.truncate(self._path, 0)

    def _fold(self) -> None:
        self._rows.executemany(
            _PRODUCT,
            ((*it, seen, self._prices[it]) for it, seen in self._described.items()),
        )
        self._described.clear()
        self._prices.clear()

    def _held(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists():
            _clear(self._path)
        rows = sqlite3.connect(
            self._path, isolation_level=None, timeout=0, check_same_thread=False
        )
        try:
            _lock(rows)
            for table in _TABLES.split(";"):
                rows.execute(table)
        except sqlite3.Error:
            rows.close()
            raise
        return rows


def _packed(whose: tuple[str, ...], lines: Iterator[FileLine]) -> tuple[Any, ...]:
    asked = list(map(_ASKED_FOR, lines))
    goods = sum([1 for line in asked if line[1]])
    return (*whose, goods, len(asked) - goods, marshal.dumps(asked))


def _unpacked(row: tuple[Any, ...]) -> Run:
    *whose, packed = row
    # Many times as quick as JSON, and nobody but this very process has written it.
    return (*whose, marshal.loads(packed))  # noqa: S302 (see above)


def _lock(rows: sqlite3.Connection) -> None:
    """Hold the file for as long as ``rows`` is open."""
    # It is thrown away after a crash, so nothing has to be safe in it.
    for wish in (
        "locking_mode=EXCLUSIVE",
        "journal_mode=OFF",
        "synchronous=OFF",
        "cache_size=-4000",
    ):
        rows.execute(f"PRAGMA {wish}")
    try:
        rows.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        raise ImportRunning from error


def _clear(path: Path) -> None:
    """Away with what a killed import left, unless it is not dead at all."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as rows:
        try:
            rows.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise ImportRunning from error
        except sqlite3.DatabaseError:
            pass  # torn, so nobody holds it
    path.unlink(missing_ok=True)
