"""A parcel that has just been sealed is found by whatever stands on its papers."""

from collections.abc import Iterator

import pytest

from packstation.assemble import Opened
from packstation.domain import scans
from packstation.domain.records import Core
from packstation.store import lately
from tests.small_shop import BIG_CUP, LAMP, MARTA, SEAL, TEA, a_new_shop, an_arriving_order
from tests.small_shop import found_shop as found
from tests.station.killing import Living, at_of, opened_at
from tests.station.stories import Input

PARCEL = an_arriving_order(
    "W-77",
    ("TAZ-003", 1),
    ("LAMP-1", 1),
    customer="",
    customer_name="Àngel O'Neill",
    recipient="Eulàlia Puig",
    gift_message="¡Felicidades, abuela!",
    address=("Eulàlia Puig", "Carrer de la Sang 3", "08012 Castelló d'Empúries"),
    carrier="Correos Exprés",
)
WAITING = an_arriving_order("W-78", ("TE-100", 1), address=("Eva", "Sol 1", "11001 Cádiz"))
WHOLE: tuple[Input, ...] = (
    MARTA,
    "W-77",
    BIG_CUP,
    LAMP,
    scans.GiveDetail('SER-9"%'),
    SEAL,
    SEAL,
)


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    """Marta has sealed order W-77; W-78 waits."""
    home = tmp_path_factory.mktemp("lately")
    found(home, a_new_shop(PARCEL, WAITING)).engine.dispose()
    living = Living(opened_at(home))
    living.station.resume()
    for number, given in enumerate(WHOLE):
        living.do(given, at_of(number))
    yield living
    living.opened.engine.dispose()


def find(shop: Opened, what: str) -> list[str]:
    with shop.read() as work:
        return [hit.number for hit in work.searches.find(what)]


def sealed(shop: Opened) -> Core:
    with shop.read() as work:
        (order_id,) = work.orders.numbered("W-77")
        parcel = work.packings.of_order(order_id)
    assert parcel is not None
    return parcel.record.core


@pytest.mark.parametrize(
    "what",
    [
        "sang 3",
        "08012",
        "castello",
        "d'emp puig",
        "correos",
        "expres",
        "marta",
        "abuela",
        "angel castello",
        "taz-003",
        BIG_CUP,
        "barro",
        "grande",
        'ser-9"%',
    ],
)
def test_a_sealed_parcel_is_found_by_what_stands_on_slip_and_label(
    living: Living, what: str
) -> None:
    assert find(living.opened, what) == ["W-77"]


@pytest.mark.parametrize("field", ["slip_number", "slip_code", "order_code"])
def test_a_sealed_parcel_is_found_by_each_number_of_its_slip(
    living: Living, field: str
) -> None:
    assert find(living.opened, getattr(sealed(living.opened), field)) == ["W-77"]


@pytest.mark.parametrize("what", ["astello", "ser-9", "lines", "order_number", "sevilla", "9%"])
def test_what_does_not_stand_there_finds_nothing(living: Living, what: str) -> None:
    assert find(living.opened, what) == []


@pytest.mark.parametrize("what, number", [("seur", "W-78"), (TEA, "W-78"), ("cadiz", "W-78")])
def test_what_waits_is_found_likewise(living: Living, what: str, number: str) -> None:
    assert find(living.opened, what) == [number]


def test_only_the_last_parcels_are_looked_through(
    living: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lately, "LOOKED_THROUGH", 0)
    assert find(living.opened, "castello") == []
    assert find(living.opened, "angel") == ["W-77"]
