"""The shop changes or cancels an order that is in somebody's hands: told, and left to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.domain import intake as it
from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Free, Packing
from packstation.domain.noticed import Difference, Part
from packstation.domain.scans import HoldBack, Lock, Park, PutBack, Scan, TakeNews, Wish
from packstation.station.station import Station
from packstation.store.orders import LEASE
from packstation.store.shop_news import NEWS
from packstation.store.work import Work
from tests import small_shop as shop
from tests.station.shop_told import (
    CANCELLED,
    FEWER,
    MOVED,
    NUMBER,
    OF_CHANGES,
    SOAP,
    TEA,
    Told,
    a_told_day,
)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Told]:
    day = a_told_day(tmp_path)
    yield day
    day.opened.engine.dispose()


# ---- told


@pytest.mark.parametrize("other", [CANCELLED, *OF_CHANGES])
def test_the_next_scan_counts_and_brings_the_news(day: Told, other: dict[str, str]) -> None:
    order = day.hand.order
    day.bring(**other)
    step = day.scan(TEA)
    assert isinstance(step.outcome, out.LineDone)
    assert day.hand.news is not None
    assert (day.hand.order, day.hand.in_box) == (order, 2)


def test_what_the_shop_says_is_told_part_by_part(day: Told) -> None:
    day.bring(**FEWER, **MOVED)
    day.scan(TEA)
    assert day.hand.news is not None
    assert day.hand.news.differences == (
        Difference(Part.LINES, "2", "1", "Olive soap"),
        Difference(
            Part.ADDRESS, "Carrer Nou 7, 17001 Girona, ES", "Carrer Vell 1, 17001 Girona, ES"
        ),
    )


def test_when_it_leaves_is_told_by_the_clocks_of_the_shop(day: Told) -> None:
    day.bring(**MOVED)
    with day.opened.engine.begin() as connection:
        leaves = "UPDATE orders SET leaves_at = '2026-11-22 16:00:00.000000' WHERE source = :it"
        connection.execute(text(leaves), {"it": NEWS})
    day.scan(TEA)
    assert day.hand.news is not None
    assert day.hand.news.differences[0] == Difference(Part.LEAVES, "", "2026-11-22T17:00+01:00")


@pytest.mark.parametrize("other", [CANCELLED, FEWER])
def test_the_same_export_twice_is_told_once(day: Told, other: dict[str, str]) -> None:
    day.bring(**other)
    day.scan(TEA)
    told = day.hand.news
    summary = day.bring(**other)
    day.scan(SOAP)
    assert (summary.orders.unchanged, summary.orders.left_alone) == (1, 0)
    assert day.hand.news is told
    assert day.ask("SELECT count(*) FROM bench_events WHERE kind = 'NewsCame'") == [(1,)]


def test_the_summary_says_that_a_bench_has_it(day: Told) -> None:
    summary = day.bring(**FEWER)
    assert summary.left_alone == (it.LeftAlone(NUMBER, "claimed"),)
    assert (summary.orders.changed, summary.changed) == (0, ())


def test_only_the_newest_is_told(day: Told) -> None:
    day.bring(**FEWER)
    day.scan(TEA)
    day.bring(**MOVED)
    day.scan(SOAP)
    assert day.hand.news is not None
    assert [it.part for it in day.hand.news.differences] == [Part.ADDRESS]
    assert len(day.rows) == 2


def test_what_the_shop_takes_back_is_no_news_any_more(day: Told) -> None:
    day.bring(**CANCELLED)
    day.scan(TEA)
    day.bring()
    assert isinstance(day.scan(SOAP).outcome, out.AllDone)
    assert day.hand.news is None
    assert isinstance(day.scan(shop.SEAL).outcome, out.Sealed)


def test_a_cancellation_in_the_row_of_news_that_was_taken_back_is_told(day: Told) -> None:
    day.bring(**FEWER)
    day.scan(SOAP, TEA)
    taken_back = day.ask("SELECT max(id) FROM orders")
    day.bring()
    day.bring(**CANCELLED)
    assert day.ask("SELECT max(id) FROM orders") == taken_back  # the number is used again
    for step in (day.scan(shop.SEAL), day.scan(shop.SEAL)):
        assert isinstance(step.outcome, out.ShopSays)
        assert step.outcome.news.cancels


def test_a_bench_that_was_killed_knows_what_it_was_told(day: Told) -> None:
    day.bring(**FEWER)
    day.scan(TEA)
    before = day.station.bench
    assert day.restarted().bench == before
    assert day.hand.news is not None


def test_what_comes_while_the_bench_is_off_is_told_when_it_is_on(day: Told) -> None:
    day.bring(**FEWER)
    day.restarted()
    day.scan(TEA)
    assert day.hand.news is not None


def test_undo_takes_back_the_piece_and_not_the_news(day: Told) -> None:
    day.bring(**FEWER)
    day.scan(TEA, shop.UNDO, shop.UNDO)
    assert day.hand.in_box == 0
    assert day.hand.news is not None


def test_whoever_steps_away_is_away_and_is_told_on_coming_back(day: Told) -> None:
    day.bring(**CANCELLED)
    assert isinstance(day.scan(shop.LOCK).outcome, out.FinishFirst | out.Locked)
    day.scan(shop.MARTA, TEA)
    assert day.hand.news is not None


def test_whoever_steps_away_has_the_order_for_a_whole_lease(day: Told) -> None:
    day.at += LEASE * 2 / 3
    day.press(Lock())
    day.at += LEASE * 2 / 3
    engine = day.opened.engine
    other = Station(lambda: Work(engine, "3"), day.opened.shop, "3")
    other.resume()
    other.receive(Scan(shop.JOAN, day.at))
    step = other.receive(Scan(NUMBER, day.at + timedelta(seconds=1)))
    assert step is not None
    assert isinstance(step.outcome, out.OtherBenchHasIt)


def test_the_text_that_waits_is_nobody_s_order(day: Told) -> None:
    day.bring(**FEWER)
    assert day.scan(NUMBER).outcome == out.ReadTwice(NUMBER)
    assert day.rows == [("claimed", 1, 3), ("arriving", 1, 2)]


# ---- cancelled


def test_a_cancelled_order_is_never_sealed(day: Told) -> None:
    day.scan(SOAP, TEA)
    day.bring(**CANCELLED)
    for step in (day.scan(shop.SEAL), day.scan(shop.SEAL)):
        assert isinstance(step.outcome, out.ShopSays)
        assert step.outcome.news.cancels
    assert day.hand.asked is AskBack.CANCELLED
    assert day.ask("SELECT count(*) FROM packings") == [(0,)]


@pytest.mark.parametrize("wish", [TakeNews(), PutBack(), Park("", "Joan"), HoldBack("wet")])
def test_a_cancelled_order_leaves_the_bench_cancelled(day: Told, wish: Wish) -> None:
    day.bring(**CANCELLED)
    day.scan(TEA)
    step = day.press(wish)
    assert (step.outcome, isinstance(step.bench, Free)) == (out.IsCancelled(NUMBER), True)
    assert day.rows == [("cancelled", 2, 3)]
    assert day.scan(NUMBER).outcome == out.IsCancelled(NUMBER)


@pytest.mark.parametrize("wish", [PutBack(), Park("", "Joan"), HoldBack("wet")])
def test_it_does_so_also_when_that_is_the_first_it_hears(day: Told, wish: Wish) -> None:
    day.bring(**CANCELLED)
    assert day.press(wish).outcome == out.IsCancelled(NUMBER)
    assert day.rows == [("cancelled", 2, 3)]


def test_what_is_put_aside_and_then_cancelled_waits_no_more(day: Told) -> None:
    day.press(Park())
    summary = day.bring(**CANCELLED)
    assert (summary.orders.changed, summary.orders.left_alone) == (1, 0)
    assert day.scan(NUMBER).outcome == out.IsCancelled(NUMBER)


def test_what_waited_for_the_one_put_aside_is_gone_once_it_is_cancelled(day: Told) -> None:
    day.bring(**FEWER)
    day.press(Park())
    day.bring(**CANCELLED)
    assert day.rows == [("cancelled", 2, 3)]
    assert day.ask("SELECT arrives_as FROM orders WHERE number = '#2001'") == [(None,)]


# ---- changed: as it was


@pytest.mark.parametrize("other", OF_CHANGES)
def test_the_seal_asks_first_and_is_then_as_it_was(day: Told, other: dict[str, str]) -> None:
    day.bring(**other)
    asked = day.scan(SOAP, TEA, shop.SEAL).outcome
    assert isinstance(asked, out.AskBeforeSeal)
    assert asked.news is not None
    assert asked.news == day.hand.news
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    core = step.outcome.record.core
    assert (core.pieces, core.revision) == (3, 1)
    assert core.not_taken == tuple(dict.fromkeys(it.part for it in asked.news.differences))
    assert day.rows == [("packed", 1, 3)]


@pytest.mark.parametrize("other", [CANCELLED, FEWER])
def test_what_comes_after_the_question_is_asked_about_too(
    day: Told, other: dict[str, str]
) -> None:
    day.scan(shop.TEA, SOAP, TEA)  # one wrong piece, to be asked about
    assert isinstance(day.scan(shop.SEAL).outcome, out.AskBeforeSeal)
    day.bring(**other)
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.AskBeforeSeal | out.ShopSays)
    assert isinstance(step.bench, Packing)
    assert day.ask("SELECT count(*) FROM packings") == [(0,)]


def test_what_was_sealed_as_it_was_is_known_by_that_when_the_export_comes_again(
    day: Told,
) -> None:
    day.bring(**FEWER)
    day.scan(SOAP, TEA, shop.SEAL, shop.SEAL)
    summary = day.bring(**FEWER)
    assert summary.left_alone == (it.LeftAlone(NUMBER, "packed"),)
    assert day.rows == [("packed", 1, 3)]


def test_nothing_is_sealed_by_itself_once_the_shop_has_said_something(day: Told) -> None:
    willing = replace(day.opened.shop, seal_by_itself=True)
    day.opened = replace(day.opened, shop=willing)
    day.restarted()
    day.plan()
    day.bring(**FEWER)
    assert isinstance(day.scan(SOAP, TEA).outcome, out.AllDone)
    assert isinstance(day.scan(shop.SEAL).outcome, out.AskBeforeSeal)
