"""The shop the figures are measured on: built once for each size, then found again."""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from inspect import getsource
from itertools import islice
from pathlib import Path
from typing import Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from packstation.demo.catalogue import wares
from packstation.demo.pictures import draw_pictures
from packstation.domain import finding
from packstation.places import migrations
from packstation.store.base import Row
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from tests.bench import shop_rows
from tests.bench.shop_rows import SOURCE, WAITING, Values, tables

BUILD: Final = Path("build/bench")
_SQLITE: Final = sqlite.dialect()
_IN_A_HURRY: Final = (
    "PRAGMA journal_mode=TRUNCATE",  # whoever stops a build finds it whole
    "PRAGMA synchronous=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA cache_size=-2000000",
    "PRAGMA threads=2",
)
_CHUNK: Final = 250_000
_TRACES: Final = ("bench_events", "decisions", "notes_ahead", "written_notes", "rules")
"""What work at the bench leaves; and the rules, which are today's."""


@dataclass(frozen=True, slots=True)
class BenchShop:
    """A shop of ``orders`` orders in an SQLite file of its own."""

    orders: int
    home: Path
    pictures: Path = BUILD / "pictures"

    @property
    def file(self) -> Path:
        return self.home / f"shop-{self.orders}.db"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file.absolute()}"

    def newest(self, lines: int, wanted: int) -> tuple[int, ...]:
        """Orders that have exactly ``lines`` lines."""
        return shop_rows.orders_with(lines, self.orders, wanted)

    @contextmanager
    def waiting(self, *orders: int) -> Iterator[None]:
        """Let ``orders`` wait for packing meanwhile, though they left long ago."""
        some = [(order,) for order in orders if order <= self.orders - WAITING]
        self._set("UPDATE orders SET state = 'open' WHERE id = ?", some)
        try:
            yield
        finally:
            self._set("UPDATE orders SET state = 'shipped', bench = NULL WHERE id = ?", some)

    def let_wait(self, *orders: int) -> None:
        """Let ``orders`` wait for packing, though they left long ago."""
        self._set("UPDATE orders SET state = 'open' WHERE id = ?", [(it,) for it in orders])

    @contextmanager
    def copy(self, home: Path) -> Iterator["BenchShop"]:
        """The same shop in a new folder ``home``, for acts that leave traces; gone after."""
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        copied = replace(self, home=home)
        try:
            # What still lies in the log beside the file would be missing from its copy.
            with closing(sqlite3.connect(self.file)) as file:
                file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            shutil.copyfile(self.file, copied.file)
            copied.tidy()
            yield copied
        finally:
            shutil.rmtree(home)

    def tidy(self) -> None:
        """As it was when it was new, whatever an earlier run has left."""
        live = "UPDATE orders SET state = ?, bench = NULL WHERE state IN ('open', 'claimed')"
        first = self.orders - WAITING
        resume = shop_rows.at_rest()
        with closing(sqlite3.connect(self.file)) as file, file:
            file.execute(f"{live} AND id <= ?", ("shipped", first))
            file.execute(f"{live} AND id > ?", ("open", first))
            for table in _TRACES:
                file.execute(f"DELETE FROM {table}")  # noqa: S608 (ours)
            file.execute("DELETE FROM settings WHERE key != 'shop'")
            file.executemany(*shop_rows.rules())
            file.execute("UPDATE benches SET resume_seq = 0, resume = ?", (resume,))

    def _set(self, statement: str, rows: list[tuple[int]]) -> None:
        with closing(sqlite3.connect(self.file)) as file, file:
            file.executemany(statement, rows)


def shop_of(orders: int) -> BenchShop:
    """The shop of that size, built now unless a build of the same tables is there."""
    shop = BenchShop(orders, BUILD)
    shop.pictures.mkdir(parents=True, exist_ok=True)
    if not _is_built(shop.file):
        print(f"Building a shop of {orders:,} orders in {shop.file}, once.")
        _build(shop)
    shop.tidy()
    return shop


def empty_shop(file: Path) -> None:
    """Our tables in ``file``, and nothing in them."""
    for name in (file, *(Path(f"{file}{end}") for end in ("-wal", "-shm"))):
        name.unlink(missing_ok=True)
    engine = open_engine(f"sqlite:///{file.absolute()}")
    migrate(engine, migrations())
    engine.dispose()


def _is_built(file: Path) -> bool:
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0] == _fingerprint())


def _fingerprint() -> int:
    """What a build depends on: our tables as they are now, and how their rows are made up."""
    said: list[str] = []
    for table in Row.metadata.sorted_tables:
        said.append(str(CreateTable(table).compile(dialect=_SQLITE)))
        said += sorted(str(CreateIndex(it).compile(dialect=_SQLITE)) for it in table.indexes)
    said += (getsource(it) for it in (shop_rows, finding))
    return zlib.crc32("\n".join(said).encode()) >> 1


def _build(shop: BenchShop) -> None:
    """Row upon row into a part file; a build that was stopped goes on where it was."""
    for name, drawing in draw_pictures(wares(SOURCE)):
        (shop.pictures / name).write_text(drawing, "utf-8")
    part = shop.home / f"shop-{shop.orders}-{_fingerprint()}.part"
    for old in {*shop.home.glob(f"shop-{shop.orders}[-.]*")} - {part}:
        if old.name != f"{part.name}-journal":
            old.unlink()
    empty = shop.home / "empty.db"
    indexes = _indexes(empty)
    if part.exists():
        empty.unlink()
    else:
        empty.rename(part)
    with closing(sqlite3.connect(part, isolation_level=None)) as file:
        for pragma in _IN_A_HURRY:
            file.execute(pragma)
        if not _counted(file, "settings"):
            for name in indexes:
                file.execute(f"DROP INDEX {name}")
        for insert, rows in tables(shop.orders):
            _fill(file, insert, rows)
        there = dict(_own_indexes(file))
        for name, again in indexes.items():  # sorting once is quicker than keeping in order
            if name not in there:
                file.execute(again)
        file.execute(f"PRAGMA user_version={_fingerprint()}")
        file.execute("PRAGMA locking_mode=NORMAL")
        file.execute("PRAGMA journal_mode=WAL")
    part.rename(shop.file)


def _fill(file: sqlite3.Connection, insert: str, rows: Iterator[Values]) -> None:
    table = insert.split()[2]
    there = _counted(file, table)
    for some in _chunks(islice(rows, there, None)):
        file.execute("BEGIN")
        file.executemany(insert, some)
        file.execute("COMMIT")
        there += len(some)
        if len(some) == _CHUNK:
            print(f"  {there:,} {table}", flush=True)


def _chunks(rows: Iterator[Values]) -> Iterator[list[Values]]:
    while some := list(islice(rows, _CHUNK)):
        yield some


def _counted(file: sqlite3.Connection, table: str) -> int:
    (count,) = file.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (ours)
    return int(count)


def _indexes(empty: Path) -> dict[str, str]:
    """Name -> statement, of a shop with nothing in it, which is left in ``empty``."""
    empty_shop(empty)
    with closing(sqlite3.connect(empty)) as file:
        file.execute("PRAGMA journal_mode=DELETE")  # all in the one file
        return dict(_own_indexes(file))


def _own_indexes(file: sqlite3.Connection) -> list[tuple[str, str]]:
    return file.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
