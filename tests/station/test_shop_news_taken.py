"""What the shop has changed is taken in, or found by whoever goes on with the order."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.scans import HoldBack, Park, PutBack, Scan, TakeNews
from packstation.station.station import Station
from packstation.store.orders import LEASE
from packstation.store.work import Work
from tests import small_shop as shop
from tests.station.shop_told import (
    CANCELLED,
    FEWER,
    MOVED,
    NUMBER,
    SENT,
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


# ---- changed: taken in


def test_the_change_is_taken_in_with_what_is_right_in_the_box(day: Told) -> None:
    day.bring(**FEWER)
    day.scan(SOAP)
    step = day.press(TakeNews())
    changes = (out.Change("Olive soap", 2, 1),)
    assert step.outcome == out.HasChanged(NUMBER, changes, 1)
    assert (day.hand.news, day.hand.counts) == (None, (1, 0))
    assert day.rows == [("claimed", 2, 2)]
    sealed = day.scan(TEA, shop.SEAL, shop.SEAL).outcome  # one piece was to be taken out
    assert isinstance(sealed, out.Sealed)
    assert (sealed.record.core.revision, sealed.record.core.not_taken) == (2, ())


def test_a_new_address_costs_no_piece(day: Told) -> None:
    day.bring(**MOVED)
    day.scan(SOAP)
    assert day.press(TakeNews()).outcome == out.HasChanged(NUMBER, (), 0)
    assert day.hand.in_box == 2


def test_what_the_shop_has_sent_leaves_the_bench(day: Told) -> None:
    day.bring(**SENT)
    day.scan(SOAP)
    step = day.press(TakeNews())
    assert (step.outcome, isinstance(step.bench, Free)) == (out.WasSent(NUMBER), True)
    assert day.rows == [("shipped", 2, 3)]


def test_what_the_shop_has_on_hold_is_on_hold_once_it_is_put_back(day: Told) -> None:
    day.bring(Financial_Status="pending")
    day.press(PutBack())
    assert day.press(PutBack()).outcome == out.WasHeld(NUMBER, "")
    assert day.rows == [("held", 2, 3)]


def test_what_the_shop_has_sent_is_sent_for_whoever_holds_it_back(day: Told) -> None:
    day.bring(**SENT)
    assert day.press(HoldBack("wet")).outcome == out.WasSent(NUMBER)
    assert day.rows == [("shipped", 2, 3)]


def test_what_the_shop_has_sent_waits_no_more_once_it_is_put_back(day: Told) -> None:
    day.bring(**SENT)
    day.press(PutBack())
    assert day.press(PutBack()).outcome == out.WasSent(NUMBER)
    assert day.scan(NUMBER).outcome == out.WasSent(NUMBER)


def test_there_is_nothing_to_take_in_where_the_shop_said_nothing(day: Told) -> None:
    step = day.press(TakeNews())
    assert step.outcome == out.NoNews(NUMBER)
    assert (day.hand.in_box, day.rows) == (1, [("claimed", 1, 3)])


def test_put_back_and_opened_anew_it_is_as_the_shop_has_it_now(day: Told) -> None:
    day.bring(**FEWER)
    day.press(PutBack())
    day.press(PutBack())
    assert day.rows == [("open", 2, 2)]
    assert day.ask("SELECT arrives_as FROM orders WHERE number = '#2001'") == [(None,)]
    day.scan(NUMBER)
    assert (day.hand.news, day.hand.order.pieces, day.hand.in_box) == (None, 2, 0)


def test_what_a_person_holds_is_changed_and_stays_held(day: Told) -> None:
    day.bring(**FEWER)
    day.press(HoldBack("wet"))
    assert day.ask(
        "SELECT state, revision, hold_reason FROM orders WHERE number = '#2001'"
    ) == [("held", 2, "wet")]


# ---- put aside, handed over, taken over


@pytest.mark.parametrize("told", [True, False])
def test_whoever_goes_on_with_it_finds_the_counts_and_is_told(day: Told, *, told: bool) -> None:
    if told:
        day.bring(**FEWER)
        day.scan(TEA)
    day.press(Park("", "Joan"))
    if not told:
        day.bring(**FEWER)
    step = day.scan(shop.JOAN, NUMBER)
    assert isinstance(step.outcome, out.WentOn)
    assert step.outcome.in_box == (2 if told else 1)
    assert day.hand.news is not None
    assert isinstance(day.scan(SOAP, *(() if told else (TEA,))).outcome, out.AllDone)
    assert isinstance(day.scan(shop.SEAL).outcome, out.AskBeforeSeal)


@pytest.mark.parametrize(
    "other, rows", [(FEWER, [("claimed", 2, 2)]), (CANCELLED, [("cancelled", 2, 3)])]
)
def test_whoever_takes_it_over_begins_with_what_the_shop_says_now(
    day: Told, other: dict[str, str], rows: list[tuple[object, ...]]
) -> None:
    day.bring(**other)
    engine, at = day.opened.engine, day.at + LEASE + timedelta(minutes=1)
    station = Station(lambda: Work(engine, "3"), day.opened.shop, "3")
    station.resume()
    station.receive(Scan(shop.JOAN, at))
    station.receive(Scan(NUMBER, at + timedelta(seconds=1)))
    assert day.rows == rows
    assert isinstance(day.scan(SOAP).bench, Free)
