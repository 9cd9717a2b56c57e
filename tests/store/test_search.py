"""An order is found by anything that stands on paper or on a shelf."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.domain.orders import Hit
from packstation.store.search import MOST
from tests.small_shop import (
    BIG_CUP,
    NOW,
    ORDERS,
    TEA,
    a_new_shop,
    an_arriving_order,
    found_shop,
)

# Without the guest called Ana.
SOME = tuple(it for it in ORDERS if it.number != "1043")
OF_ONE = an_arriving_order(
    "W-77",
    ("TAZ-003", 1),
    customer="",
    customer_name="Àngel O'Neill 100%_/\\",
    address=("Àngel O'Neill", "Carrer de la Sang 3", "08012 Castelló d'Empúries"),
)
GONE = (
    an_arriving_order(
        "P-1",
        ("TET-001", 1),
        state="shipped",
        customer="",
        customer_name="Mar Sol Núñez",
        address=("Mar Sol Núñez", "Paseo de Andalucía 4", "41001 Sevilla"),
    ),
    an_arriving_order("P-2", ("TET-001", 1), state="packed", recipient="Eulàlia Puig"),
)
KIT = an_arriving_order("K-1", ("TE-SET", 1))
HAD_BIG_CUPS = ("1045", "900")
"""Of SOME, the newest first: they do not wait."""
MANY = tuple(an_arriving_order(f"Z-{n:03}", ("TE-100", 1)) for n in range(60))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    home: Path = tmp_path_factory.mktemp("search")
    opened = found_shop(home, a_new_shop(*SOME, OF_ONE, *GONE, KIT, *MANY))
    yield opened
    opened.engine.dispose()


def find(shop: Opened, what: str) -> tuple[Hit, ...]:
    with shop.read() as work:
        return work.searches.find(what)


@pytest.mark.parametrize(
    "what",
    [
        "W-77",
        "w-77",
        "W-7",
        "angel",
        "ÀNGEL",
        "àng",
        "castello",
        "08012",
        "neill",
        "o'neill àngel",
        "d'emp angel",
        "sang 3",
    ],
)
def test_it_is_found_by_what_stands_on_paper(shop: Opened, what: str) -> None:
    assert [hit.number for hit in find(shop, what)] == ["W-77"]


@pytest.mark.parametrize("what", ["2001", "#2001", "2001-es", "#2001-E"])
def test_the_mark_before_a_number_need_not_be_typed(tmp_path: Path, what: str) -> None:
    shop = found_shop(tmp_path, a_new_shop(an_arriving_order("#2001-ES", ("TE-100", 1))))
    assert [hit.number for hit in find(shop, what)] == ["#2001-ES"]
    shop.engine.dispose()


def test_it_is_found_by_its_own_code(shop: Opened) -> None:
    with shop.read() as work:
        (order_id,) = work.orders.numbered("W-77")
        code = work.orders.snapshot(order_id)[0].code
    assert [hit.number for hit in find(shop, code.lower())] == ["W-77"]


@pytest.mark.parametrize("what", [BIG_CUP, "taz-003"])
def test_a_product_leads_to_what_waits_for_it_then_to_what_had_it(
    shop: Opened, what: str
) -> None:
    assert [hit.number for hit in find(shop, what)] == ["W-77", *HAD_BIG_CUPS]


@pytest.mark.parametrize("what", ["barro", "TAZA", "grande", "tazá gran"])
def test_a_products_name_leads_to_what_waits_for_it(shop: Opened, what: str) -> None:
    assert "W-77" in [hit.number for hit in find(shop, what)]


def test_a_product_must_have_every_word(shop: Opened) -> None:
    assert [hit.number for hit in find(shop, "taza grande")] == ["W-77", *HAD_BIG_CUPS]
    assert find(shop, "taza azul") == ()


def test_a_kit_is_found_by_its_parts(shop: Opened) -> None:
    assert "K-1" in [hit.number for hit in find(shop, "taza pequeña")]


@pytest.mark.parametrize("what", ["nunez", "NÚÑEZ", "mar nun", "nuñ sol"])
def test_a_parcel_that_has_left_is_found_by_any_word_of_the_name(
    shop: Opened, what: str
) -> None:
    assert [hit.number for hit in find(shop, what)] == ["P-1"]


def test_a_gift_that_has_left_is_found_by_who_got_it(shop: Opened) -> None:
    assert [hit.number for hit in find(shop, "eulalia")] == ["P-2"]


@pytest.mark.parametrize("what", ["ana", "ngel", "unez", "lalia"])
def test_nothing_is_found_by_the_middle_of_a_word(shop: Opened, what: str) -> None:
    assert find(shop, what) == ()


def test_a_customers_past_orders_are_found_by_how_the_name_begins(shop: Opened) -> None:
    found = find(shop, "Lucía")
    assert "900" in {hit.number for hit in find(shop, "900")}
    assert len(found) == MOST


def test_the_hit_says_where_it_goes(shop: Opened) -> None:
    (hit,) = find(shop, "W-77")
    assert (hit.place, hit.pieces, hit.state) == ("08012 Castelló d'Empúries", 1, "open")


@pytest.mark.parametrize("what", ["", "   ", "nobody of that name", "%", "_", "' OR 1=1 --"])
def test_what_nobody_is_called_finds_nobody(shop: Opened, what: str) -> None:
    assert find(shop, what) == ()


def test_no_more_are_found_than_one_can_look_at(shop: Opened) -> None:
    assert len(find(shop, TEA)) == MOST
    assert len(find(shop, "Z-")) == MOST


def test_the_queue_knows_each_carriers_next_cut_off(shop: Opened) -> None:
    with shop.read() as work:
        seen = work.queue.overview(NOW, NOW, 1)
    (seur,) = seen.cut_offs
    assert (seur.carrier, seur.at, seur.orders) == ("SEUR 24", seen.cut_off, seen.ready)
