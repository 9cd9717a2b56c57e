"""The shop the figures are measured on: built once for each size, then found again."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packstation.demo.catalogue import wares
from packstation.demo.pictures import draw_pictures
from packstation.places import migrations
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from tests.bench import shop_rows
from tests.bench.shop_rows import SOURCE, WAITING, tables

BUILD: Final = Path("build/bench")
_IN_A_HURRY: Final = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA cache_size=-500000",
)


@dataclass(frozen=True, slots=True)
class BenchShop:
    """A shop of ``orders`` orders in an SQLite file of its own."""

    orders: int
    home: Path

    @property
    def file(self) -> Path:
        return self.home / f"shop-{self.orders}.db"

    @property
    def pictures(self) -> Path:
        return self.home / "pictures"

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

    def tidy(self) -> None:
        """As it was when it was new, whatever an earlier run has left."""
        live = "UPDATE orders SET state = ?, bench = NULL WHERE state IN ('open', 'claimed')"
        first = self.orders - WAITING
        resume = shop_rows.at_rest()
        with closing(sqlite3.connect(self.file)) as file, file:
            file.execute(f"{live} AND id <= ?", ("shipped", first))
            file.execute(f"{live} AND id > ?", ("open", first))
            file.execute("DELETE FROM bench_events")
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
    """What a build depends on: our tables, and how their rows are made up."""
    parts = [*sorted((migrations() / "versions").glob("*.py")), Path(shop_rows.__file__)]
    return zlib.crc32(b"".join(part.read_bytes() for part in parts)) >> 1


def _build(shop: BenchShop) -> None:
    for name, drawing in draw_pictures(wares(SOURCE)):
        (shop.pictures / name).write_text(drawing, "utf-8")
    empty_shop(shop.file)
    with closing(sqlite3.connect(shop.file, isolation_level=None)) as file:
        for pragma in _IN_A_HURRY:
            file.execute(pragma)
        indexes = file.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            file.execute(f"DROP INDEX {name}")
        for insert, rows in tables(shop.orders):
            file.execute("BEGIN")
            file.executemany(insert, rows)
            file.execute("COMMIT")
        for _, again in indexes:  # sorting once is quicker than keeping in order
            file.execute(again)
        file.execute(f"PRAGMA user_version={_fingerprint()}")
    with closing(sqlite3.connect(shop.file)) as file:
        file.execute("PRAGMA journal_mode=WAL")
