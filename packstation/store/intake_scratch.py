"""A table beside the shop's own, where a file waits until all of it is known to be good."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from packstation.domain.intake import FileLine, ImportRunning
from packstation.store.intake_turns import Database

_TABLES: Final = """
    CREATE TABLE lines (
        line INTEGER PRIMARY KEY, number TEXT, sku TEXT, quantity INTEGER, cents INTEGER,
        at TEXT, note TEXT, state TEXT, head TEXT
    );
    CREATE TABLE products (
        sku TEXT, details TEXT, seen INTEGER, cents INTEGER, PRIMARY KEY (sku, details)
    ) WITHOUT ROWID;
    CREATE TABLE spoilt (number TEXT PRIMARY KEY) WITHOUT ROWID
"""
_LINE: Final = "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PRODUCT: Final = """
    INSERT INTO products VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET seen = seen + excluded.seen, cents = excluded.cents
"""
_COUNT: Final = "SELECT count(*) FROM lines WHERE number NOT IN (SELECT number FROM spoilt)"
_BY_ORDER: Final = """
    SELECT * FROM lines WHERE number NOT IN (SELECT number FROM spoilt) ORDER BY number, line
"""
_SET_ASIDE: Final = """
    SELECT count(*) FILTER (WHERE quantity > 0), count(*) FILTER (WHERE quantity = 0)
    FROM lines WHERE number IN (SELECT number FROM spoilt)
"""
_FOLDED_AT: Final = 20_000
_ASKED: Final = 500

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
        self._rows.executemany(_LINE, (it[:9] for it in lines))
        for it in lines:
            if it.quantity:
                product = (it.sku, it.details)
                self._described[product] += 1
                self._prices[product] = it.cents
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
        self._rows.execute("CREATE INDEX by_number ON lines (number)")

    def set_aside(self) -> tuple[int, int]:
        """Lines of goods, and of cancelled orders, that share an order with a refused line."""
        goods, cancelled = self._rows.execute(_SET_ASIDE).fetchone()
        return goods, cancelled

    def count(self) -> int:
        """Lines that come in."""
        found: int = self._rows.execute(_COUNT).fetchone()[0]
        return found

    def by_order(self) -> Iterator[tuple[Any, ...]]:
        """(line, number, sku, quantity, cents, at, note, state, head), order by order."""
        # No generator: one that is left in the middle would be closed after the file is.
        return self._rows.execute(_BY_ORDER)

    def described(self, skus: Iterable[str]) -> Iterator[Described]:
        """What the file says of these products, the most frequent first."""
        wanted = list(skus)
        for start in range(0, len(wanted), _ASKED):
            some = wanted[start : start + _ASKED]
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


def scratch_beside(database: Database, otherwise: Path) -> Path:
    """Where the shop's file waits: beside the SQLite file, else in the folder ``otherwise``."""
    name = database.url.database or ""
    is_file = database.dialect.name == "sqlite" and name not in {"", ":memory:"}
    return Path(f"{name}.arriving") if is_file else otherwise / "packstation.arriving"


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
