"""A copy in the shop's place: all of it or nothing, and no number of a slip twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine

from packstation.domain.safe_keeping import BroughtBack, NotOurShop, ShopItself, Tally
from packstation.domain.scans import Scan
from packstation.station.station import Station
from packstation.store.backup import copy_shop
from packstation.store.restore import bring_back
from tests.small_shop import MARTA, NOW, ORDERS, SEAL, TEA, found_shop
from tests.station.killing import BENCH, opened_at

EMPTY = Tally(len(ORDERS), 0, 0)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Path]:
    """A shop whose copy was made before its first parcel was sealed."""
    opened = found_shop(tmp_path)
    copy_shop(opened.engine, tmp_path / "copy.db", Event())
    seal_1043(opened.engine, tmp_path)
    opened.engine.dispose()
    yield tmp_path / "packstation.db"
    (tmp_path / "packstation.db").unlink()


def seal_1043(engine: Engine, home: Path) -> None:
    opened = opened_at(home, engine)
    station = Station(opened.write, opened.shop, BENCH)
    station.resume()
    for code in (MARTA, "1043", TEA, SEAL):
        station.receive(Scan(code, NOW))


def bring(shop: Path) -> BroughtBack:
    return bring_back(shop.with_name("copy.db"), shop, shop.with_name("aside.db"))


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as there:
        return there.execute(question).fetchall()


def test_the_shop_is_as_it_was_and_what_it_was_until_now_is_kept(shop: Path) -> None:
    back = bring(shop)
    aside = shop.with_name("aside.db")
    assert back == BroughtBack(EMPTY, aside, missing=1, last_slip="2-26-000001")
    assert ask(shop, "SELECT state FROM orders WHERE number = '1043'") == [("open",)]
    assert ask(aside, "SELECT state FROM orders WHERE number = '1043'") == [("packed",)]
    assert not list(shop.parent.glob("*.returning"))


def test_a_number_that_is_on_paper_is_not_given_again(shop: Path) -> None:
    bring(shop)
    seal_1043(opened_at(shop.parent).engine, shop.parent)
    assert ask(shop, "SELECT slip_number FROM packings") == [("2-26-000002",)]


def test_a_new_computer_has_nothing_to_put_aside(shop: Path, tmp_path: Path) -> None:
    there = tmp_path / "new" / "packstation.db"
    there.parent.mkdir()
    back = bring_back(shop.with_name("copy.db"), there, tmp_path / "aside.db")
    assert back == BroughtBack(EMPTY, None, missing=0, last_slip="")
    assert ask(there, "SELECT count(*) FROM orders") == [(len(ORDERS),)]


@pytest.mark.parametrize("damage", [b"this is no database any more", b""])
def test_a_damaged_shop_is_put_aside_with_its_log(shop: Path, damage: bytes) -> None:
    log = shop.with_name("packstation.db-wal")
    shop.write_bytes(damage * 400)
    log.write_bytes(b"half a log")
    bring(shop)
    assert not log.exists()  # it does not belong to the copy
    assert ask(shop, "SELECT count(*) FROM orders") == [(len(ORDERS),)]
    assert ask(shop, "PRAGMA integrity_check") == [("ok",)]
    assert not damage or shop.with_name("aside.db-wal").read_bytes() == b"half a log"


@pytest.mark.parametrize("doing", ["SELECT * FROM orders", "BEGIN IMMEDIATE"])
def test_a_shop_somebody_has_open_stays_as_it_is(shop: Path, doing: str) -> None:
    with closing(sqlite3.connect(shop, timeout=0)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute(doing).fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            bring(shop)
    assert ask(shop, "SELECT state FROM orders WHERE number = '1043'") == [("packed",)]


def test_what_is_no_copy_changes_nothing(shop: Path) -> None:
    before = ask(shop, "SELECT * FROM orders")
    shop.with_name("copy.db").write_text("Dear Marta, this is a letter.")
    with pytest.raises(NotOurShop):
        bring(shop)
    assert ask(shop, "SELECT * FROM orders") == before
    assert not shop.with_name("aside.db").exists()


def test_the_shop_is_not_its_own_copy(shop: Path) -> None:
    with pytest.raises(ShopItself):
        bring_back(shop, shop, shop.with_name("aside.db"))
