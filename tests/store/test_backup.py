"""A copy of a shop is whole, checked, and nobody waits for it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import pytest
from sqlalchemy import Engine, text

from packstation.domain.safe_keeping import (
    CopyDamaged,
    Interrupted,
    KeptByServer,
    NoRoom,
    NotOurShop,
    ShopItself,
    Tally,
)
from packstation.store import backup
from packstation.store.backup import copy_shop, examine
from packstation.store.engine import open_engine
from packstation.store.upgrade import NewerDatabaseError
from tests.small_shop import ORDERS, found_shop
from tests.station.saying import say

MEGABYTES = 40


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Engine]:
    engine = found_shop(tmp_path).engine
    yield engine
    engine.dispose()


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as there:
        return there.execute(question).fetchall()


def grow(shop: Engine, megabytes: int) -> None:
    """Let ``shop`` be as large as one of many years."""
    with shop.begin() as connection:
        connection.execute(
            text("INSERT INTO settings (key, value) VALUES (:key, :value)"),
            [{"key": f"year {n}", "value": f'"{"x" * 500_000}"'} for n in range(2 * megabytes)],
        )


def test_a_copy_holds_what_the_shop_holds(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert copy_shop(shop, copy, Event()) == Tally(len(ORDERS), 0, 0)
    assert ask(copy, "SELECT number FROM orders ORDER BY id") == [(it.number,) for it in ORDERS]
    assert {it.name for it in tmp_path.glob("copy*")} == {"copy.db"}


def test_an_order_that_no_bench_sees_is_not_counted(shop: Engine, tmp_path: Path) -> None:
    say(shop)
    assert copy_shop(shop, tmp_path / "copy.db", Event()).orders == len(ORDERS)
    assert ask(tmp_path / "copy.db", "SELECT count(*) FROM orders") == [(len(ORDERS) + 1,)]


def test_a_bench_has_as_much_room_for_its_orders_after_a_copy(
    shop: Engine, tmp_path: Path
) -> None:
    def room() -> object:
        with shop.connect() as connection:  # the one that the copy was read through
            return connection.exec_driver_sql("PRAGMA cache_size").scalar()

    before = room()
    copy_shop(shop, tmp_path / "copy.db", Event())
    assert room() == before


def test_a_copy_is_one_file_that_can_be_read_where_nobody_may_write(
    shop: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "disc"
    folder.mkdir()
    copy_shop(shop, folder / "copy.db", Event())
    assert (folder / "copy.db").read_bytes()[18:20] == b"\1\1"  # no log beside it
    folder.chmod(0o555)
    assert examine(folder / "copy.db", Event()).orders == len(ORDERS)
    folder.chmod(0o755)


def test_a_copy_takes_the_place_of_an_older_one(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_shop(shop, copy, Event())
    with shop.begin() as connection:
        connection.execute(text("UPDATE orders SET number = 'new' WHERE number = '1042'"))
    copy_shop(shop, copy, Event())
    assert ask(copy, "SELECT count(*) FROM orders WHERE number = 'new'") == [(1,)]


def writes_beside(shop: Engine, to: Path) -> tuple[list[float], int]:
    """How long each of a bench's writes took while a copy was made, and how many there were."""
    done = Event()

    def copy() -> None:
        try:
            copy_shop(shop, to, Event())
        finally:
            done.set()

    copying = Thread(target=copy)
    copying.start()
    bench = open_engine(str(shop.url))
    waits: list[float] = []
    while not done.wait(0.005):
        began = perf_counter()
        with bench.begin() as connection:
            connection.execute(
                text("INSERT INTO settings (key, value) VALUES (:key, '{}')"),
                {"key": f"write {len(waits)}"},
            )
        waits.append(perf_counter() - began)
    copying.join()
    bench.dispose()
    return waits, len(waits)


def test_a_scan_never_waits_for_a_copy_and_the_copy_does_not_begin_anew(
    shop: Engine, tmp_path: Path
) -> None:
    grow(shop, MEGABYTES)
    copy = tmp_path / "copy.db"
    waits, wrote = writes_beside(shop, copy)
    assert wrote > 5
    assert max(waits) < 0.25
    # The shop of the moment it began: without what was written since.
    held = ask(copy, "SELECT count(*) FROM settings WHERE key LIKE 'write %'")
    assert held in [[(n,)] for n in range(wrote)]


def test_a_copy_that_is_interrupted_leaves_no_trace(shop: Engine, tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Interrupted):
        copy_shop(shop, tmp_path / "copy.db", stop)
    assert not list(tmp_path.glob("copy*"))
    copy_shop(shop, tmp_path / "copy.db", Event())


def test_a_copy_without_room_is_not_begun(
    shop: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "ROOM_TO_WORK", 10**18)
    with pytest.raises(NoRoom) as stopped:
        copy_shop(shop, tmp_path / "copy.db", Event())
    assert stopped.value.missing > 10**17
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_the_shop_itself_is_no_place_for_a_copy(shop: Engine, tmp_path: Path, end: str) -> None:
    with pytest.raises(ShopItself):
        copy_shop(shop, tmp_path / f"packstation.db{end}", Event())


def test_somebody_elses_file_is_not_written_over(shop: Engine, tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("number,sku\n1042,TAZ-002\n")
    with pytest.raises(NotOurShop):
        copy_shop(shop, orders, Event())
    assert orders.read_text().startswith("number")


def test_a_server_makes_its_own_copies(tmp_path: Path) -> None:
    with pytest.raises(KeptByServer):
        copy_shop(open_engine("sqlite://"), tmp_path / "copy.db", Event())


def test_damage_is_found(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_shop(shop, copy, Event())
    whole = bytearray(copy.read_bytes())
    whole[4096 * 5 : 4096 * 6] = os.urandom(4096)
    copy.write_bytes(whole)
    with pytest.raises(CopyDamaged):
        examine(copy, Event())


def test_a_row_that_points_at_nothing_is_damage(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_shop(shop, copy, Event())
    with closing(sqlite3.connect(copy)) as there, there:
        there.execute("DELETE FROM products")
    with pytest.raises(CopyDamaged, match="product_codes"):
        examine(copy, Event())


def test_a_cut_off_copy_is_damage(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_shop(shop, copy, Event())
    copy.write_bytes(copy.read_bytes()[:-8192])
    with pytest.raises(CopyDamaged):
        examine(copy, Event())


def test_another_programs_database_is_not_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE orders (id INTEGER)")
    with pytest.raises(NotOurShop):
        examine(tmp_path / "other.db", Event())


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_pipe_is_no_copy_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "copy.db")
    with pytest.raises(NotOurShop):
        examine(tmp_path / "copy.db", Event())


def test_a_newer_programs_copy_is_left_alone(shop: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_shop(shop, copy, Event())
    with closing(sqlite3.connect(copy)) as there, there:
        there.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabaseError):
        examine(copy, Event())
