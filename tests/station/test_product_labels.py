"""Products that carry no code get one of ours, and it scans at the bench."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.codes import Kind, read_own
from packstation.domain.product_labels import ProductsUnknown
from packstation.domain.scans import Scan
from packstation.station.product_labels import ProductLabels
from packstation.station.station import Station
from packstation.store.own_codes import OwnCodes
from tests import small_shop as shop
from tests.small_shop import MARK, NOW, found_shop
from tests.station.bringing import ask

OURS = "SELECT code FROM product_codes WHERE source = 'ours' ORDER BY id"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made = found_shop(tmp_path)
    yield made
    made.engine.dispose()


def labels(opened: Opened) -> ProductLabels:
    return ProductLabels(opened.write, opened.shop)


def lose_codes(opened: Opened, *skus: str) -> None:
    with opened.engine.begin() as connection:
        for sku in skus:
            of = "(SELECT id FROM products WHERE sku = :sku)"
            statement = text(f"DELETE FROM product_codes WHERE product_id = {of}")  # noqa: S608 (our own)
            connection.execute(statement, {"sku": sku})


def test_a_product_without_a_code_gets_one_of_ours_that_scans(opened: Opened) -> None:
    lose_codes(opened, "TE-100")
    paper = labels(opened).of((), "es")
    (tea,) = (it for it in paper.labels if it.sku == "TE-100")
    own = read_own(MARK, tea.code)
    assert own is not None
    assert own[0] is Kind.PIECE
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    steps = [station.receive(Scan(it, NOW)) for it in (shop.MARTA, "1042", tea.code)]
    assert steps[-1] is not None
    assert isinstance(steps[-1].outcome, out.LineDone)


def test_what_carries_a_code_gets_none_unless_it_is_asked_for(opened: Opened) -> None:
    assert "TE-100" not in {it.sku for it in labels(opened).of((), "es").labels}
    paper = labels(opened).of(("te-100",), "es")
    assert [it.sku for it in paper.labels] == ["TE-100"]
    assert ask(opened.engine, OURS)[-1:] == [(paper.labels[0].code,)]


def test_a_label_printed_again_is_the_same(opened: Opened) -> None:
    lose_codes(opened, "TE-100")
    first, again = labels(opened).of((), "es"), labels(opened).of((), "es")
    assert first == again
    assert len(ask(opened.engine, OURS)) == len(first.labels)


def test_two_who_print_at_once_give_one_code(opened: Opened) -> None:
    for _ in range(2):
        with opened.write() as work:
            work.of(OwnCodes).give({1: "K7QA001X"})
            work.commit()
    assert ask(opened.engine, OURS) == [("K7QA001X",)]


def test_labels_come_by_place(opened: Opened) -> None:
    skus = tuple(sku for (sku,) in ask(opened.engine, "SELECT sku FROM products"))
    places = [it.place for it in labels(opened).of(skus, "es").labels]
    assert places == sorted(places)


def test_an_unknown_product_is_named_and_none_gets_a_code(opened: Opened) -> None:
    with pytest.raises(ProductsUnknown) as unknown:
        labels(opened).of(("te-100", "nobody", "nothing"), "es")
    assert unknown.value.skus == ("NOBODY", "NOTHING")
    assert ask(opened.engine, OURS) == []


def test_what_is_not_packed_and_what_is_packed_by_its_parts_needs_no_label(
    opened: Opened,
) -> None:
    skus = tuple(sku for (sku,) in ask(opened.engine, "SELECT sku FROM products"))
    lose_codes(opened, *skus)
    needed = {it.sku for it in labels(opened).of((), "es").labels}
    asked = """
        SELECT sku FROM products WHERE packable
        AND id NOT IN (SELECT kit_id FROM product_parts)
    """
    assert needed == {sku for (sku,) in ask(opened.engine, asked)}
