"""Who opens the parcel: asked once, kept on the order, and its plan made anew."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from packstation.domain import outcomes as out
from packstation.domain.orders import Opener
from packstation.domain.scans import TellOpener, Wish
from tests.shop_with_notes import BY_BUYER, NOBODY_KNOWS
from tests.small_shop import PUT_BACK, UNDO
from tests.station.bringing import a_file, an_engine, ask, bring
from tests.station.noting import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    it = Bench(tmp_path)
    yield it
    it.opened.engine.dispose()


def test_while_nobody_knows_who_opens_it_the_drafts_are_for_anybody(bench: Bench) -> None:
    bench.open("1052")
    sheet = bench.sheet()
    assert not sheet.for_buyer
    assert {it.fact.key for it in sheet.drafts} == {"gift_safe"}


@pytest.mark.parametrize("given", [BY_BUYER, TellOpener(Opener.BUYER)])
def test_who_opens_it_is_told_once_and_the_plan_is_made_anew(
    bench: Bench, given: str | Wish
) -> None:
    bench.open("1052")
    step = bench.press(given) if not isinstance(given, str) else bench.scan(given)
    assert step.outcome == out.OpenerNoted(Opener.BUYER)
    assert bench.packing.plan is None
    bench.station.follow_up(bench.at)
    assert bench.packing.plan
    assert bench.sheet().for_buyer


def test_a_plan_from_before_tells_nothing_to_somebody_else(bench: Bench) -> None:
    bench.open("1050")
    order = replace(bench.packing.order, opener=Opener.RECIPIENT)
    sheet = bench.desk.sheet(replace(bench.packing, order=order), order.id, 0, bench.at)
    assert sheet is not None
    assert [it.key for it in sheet.points] == ["gift_safe"]


def test_an_answer_is_kept_for_the_next_time_the_order_is_opened(bench: Bench) -> None:
    bench.open("1052")
    bench.scan(NOBODY_KNOWS, PUT_BACK, "1052")
    assert bench.packing.order.opener is Opener.UNKNOWN
    assert bench.packing.order.opener_told


def test_an_answer_that_is_undone_is_asked_for_again(bench: Bench) -> None:
    bench.open("1052")
    bench.scan(BY_BUYER)
    bench.station.follow_up(bench.at)
    bench.scan(UNDO)
    assert bench.packing.order.opener is Opener.UNKNOWN
    assert not bench.packing.order.opener_told
    assert bench.packing.plan is None
    bench.scan(PUT_BACK, "1052")
    assert not bench.packing.order.opener_told


def test_what_the_shop_says_later_counts_more_than_what_was_told(bench: Bench) -> None:
    bench.open("1052")
    bench.scan(BY_BUYER, PUT_BACK)
    with bench.opened.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE orders SET opener = 'recipient' WHERE number = '1052'"
        )
    bench.scan("1052")
    assert bench.packing.order.opener is Opener.RECIPIENT


@pytest.mark.parametrize(
    "told, opener",
    [
        ("Ana;Ana;;", "buyer"),
        ("Ana;;;", "buyer"),
        ("Ana;Luis;;", "unknown"),
        ("Ana;;regalo;", "unknown"),
        ("Ana;;;Felicidades", "unknown"),
        ("Ana;Luis;regalo;", "recipient"),
        ("Ana;Luis;;Felicidades", "recipient"),
    ],
)
def test_only_what_a_shop_says_plainly_is_not_asked_about(
    tmp_path: Path, told: str, opener: str
) -> None:
    engine = an_engine(tmp_path)
    header = "pedido;ref;cantidad;nombre;destinatario;avisos;mensaje de regalo"
    bring(engine, a_file(tmp_path, f"7;SOAP;1;{told}", header=header))
    assert ask(engine, "SELECT opener FROM orders") == [(opener,)]
    engine.dispose()
