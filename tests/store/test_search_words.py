"""An order is found by what it says now: as it waits, once it has left, when it comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.scans import Scan
from packstation.station.station import Station
from tests import small_shop as shop
from tests.small_shop import NOW, a_new_shop, an_arriving_order, found_shop
from tests.station.bringing import a_file, an_engine, ask, bring

GUEST = an_arriving_order(
    "G-1",
    ("TE-100", 1),
    customer="",
    customer_name="Mar Núñez",
    address=("Mar Núñez", "Calle Sol 1", "41001 Sevilla"),
)
OF_LUCIA = an_arriving_order("L-1", ("TE-100", 1), recipient="Lucía F.")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made = found_shop(tmp_path, a_new_shop(GUEST, OF_LUCIA))
    yield made
    made.engine.dispose()


def words(opened: Opened, order_id: int) -> list[tuple[str, str]]:
    asked = "SELECT kind, word FROM search_words WHERE thing_id = :order_id"
    kinds = " AND kind IN ('waiting', 'gone') ORDER BY word"
    return [(it[0], it[1]) for it in ask(opened.engine, asked + kinds, order_id=order_id)]


def scan(opened: Opened, *codes: str) -> out.Outcome:
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    steps = [station.receive(Scan(code, NOW)) for code in codes]
    last = steps[-1]
    assert last is not None
    return last.outcome


def test_a_waiting_order_is_found_by_names_and_address(opened: Opened) -> None:
    spoken = ["1", "41001", "calle", "mar", "nunez", "sevilla", "sol"]
    assert words(opened, 1) == [("waiting", it) for it in spoken]


def test_of_a_guests_packed_order_the_names_stay(opened: Opened) -> None:
    sealed = scan(opened, shop.MARTA, "G-1", shop.TEA, shop.SEAL)
    assert isinstance(sealed, out.Sealed)
    assert words(opened, 1) == [("gone", "mar"), ("gone", "nunez")]


def test_of_a_customers_packed_order_only_what_the_customer_is_not_found_by(
    opened: Opened,
) -> None:
    with opened.engine.begin() as connection:
        connection.execute(text("UPDATE rules SET state = 'draft'"))
    sealed = scan(opened, shop.MARTA, "L-1", shop.TEA, shop.SEAL)
    assert isinstance(sealed, out.Sealed)
    assert words(opened, 2) == [("gone", "f")]


def test_a_parcel_that_is_opened_again_is_found_as_before(opened: Opened) -> None:
    before = words(opened, 1)
    scan(opened, shop.MARTA, "G-1", shop.TEA, shop.SEAL)
    with opened.write() as work:
        work.orders.reclaim(1, "2", "Marta", NOW)
        work.commit()
    assert words(opened, 1) == before


HEADER = "order,sku,product,qty,name,email,recipient,city,status"


def found(folder: Path, *lines: str) -> list[tuple[str, str]]:
    """What is written when ``lines`` come in, one file each."""
    engine = an_engine(folder)
    for line in lines:
        bring(engine, a_file(folder, line, header=HEADER))
    asked = "SELECT kind, word FROM search_words WHERE kind <> 'product' ORDER BY kind, word"
    return [(it[0], it[1]) for it in ask(engine, asked)]


def test_an_imported_order_is_found_by_names_and_town_and_its_products(tmp_path: Path) -> None:
    assert found(tmp_path, "1,X,Jabón de oliva,1,Ana Gómez,a@b.es,,León,open") == [
        ("customer", "ana"),
        ("customer", "gomez"),
        ("waiting", "ana"),
        ("waiting", "gomez"),
        ("waiting", "leon"),
    ]
    engine = an_engine(tmp_path)
    assert ask(engine, "SELECT word FROM search_words WHERE kind = 'product' ORDER BY 1") == [
        ("de",),
        ("jabon",),
        ("oliva",),
    ]


def test_imported_history_adds_no_words_for_each_order(tmp_path: Path) -> None:
    assert found(tmp_path, "1,X,Té,1,Ana,a@b.es,Eva,León,shipped") == [
        ("customer", "ana"),
        ("gone", "eva"),
    ]


def test_a_changed_order_is_found_by_its_new_text_alone(tmp_path: Path) -> None:
    before, now = "1,X,Té,1,Ana,,,León,open", "1,X,Té,2,Eva,,,Jaén,open"
    assert found(tmp_path, before, now) == [("waiting", "eva"), ("waiting", "jaen")]


def test_a_cancelled_order_keeps_its_names_only(tmp_path: Path) -> None:
    before, now = "1,X,Té,1,Ana,,,León,open", "1,X,Té,1,Ana,,,León,cancelled"
    assert found(tmp_path, before, now) == [("gone", "ana")]
