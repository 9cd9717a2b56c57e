"""What a bench does unasked, and what it does not: seal by itself, count twice, stay open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.bench import Away, Free, Packing
from packstation.domain.packing import Step
from packstation.domain.pins import check_pin
from packstation.domain.scans import Command, Reply, Scan, Wish
from packstation.domain.shop import IDLE
from packstation.station.station import Station
from tests import small_shop as shop
from tests.small_shop import NOW, found_shop


class Bench:
    """A station at a shop of its own choosing; each input a second after the one before."""

    def __init__(self, opened: Opened, *, seal_by_itself: bool = False) -> None:
        self.opened = opened
        self.shop = replace(opened.shop, seal_by_itself=seal_by_itself)
        self.at = NOW
        self.restart()

    def restart(self) -> None:
        self.station = Station(self.opened.write, self.shop, "2")
        self.station.resume()

    def scan(self, *codes: str, after: float = 1.0) -> out.Outcome:
        steps = [self.station.receive(Scan(code, self._tick(after))) for code in codes]
        return _outcome(steps[-1])

    def press(self, wish: Wish) -> out.Outcome:
        return _outcome(self.station.receive(Command(wish, self._tick(1.0))))

    def plan(self) -> out.Outcome:
        return _outcome(self.station.follow_up(self.at))

    @property
    def packing(self) -> Packing:
        assert isinstance(self.station.bench, Packing)
        return self.station.bench

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with self.opened.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question))]

    def tell(self, statement: str) -> None:
        with self.opened.engine.begin() as connection:
            connection.execute(text(statement))

    def _tick(self, seconds: float) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at


def _outcome(step: Step | None) -> out.Outcome:
    assert step is not None
    return step.outcome


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def bench(opened: Opened) -> Bench:
    return Bench(opened)


@pytest.fixture
def willing(opened: Opened) -> Bench:
    """A bench whose owner wants parcels sealed without being asked."""
    return Bench(opened, seal_by_itself=True)


OPEN = (shop.MARTA, "1042")
PIECES = (shop.POT, shop.CUP, shop.CUP, shop.CUP, shop.TEA)


# ---- sealing by itself


def test_the_last_answer_seals_where_the_owner_chose_that(willing: Bench) -> None:
    willing.scan(*OPEN)
    willing.plan()
    assert isinstance(willing.scan(*PIECES), out.AllDone)
    sealed = willing.scan(shop.SWEETS)
    assert isinstance(sealed, out.Sealed)
    assert [it.key for it in sealed.record.core.touches] == ["sweets-lemon"]
    assert isinstance(willing.station.bench, Free)
    assert willing.ask("SELECT state FROM print_jobs") == [("queued",)]


def test_the_last_piece_seals_when_every_touch_is_answered(willing: Bench) -> None:
    willing.scan(*OPEN)
    willing.plan()
    willing.press(scans.AnswerTouch("sweets-lemon", Reply.NOT_TODAY))
    assert isinstance(willing.scan(*PIECES), out.Sealed)


def test_a_plan_that_asks_for_nothing_seals_what_waited_for_it(willing: Bench) -> None:
    assert isinstance(willing.scan(shop.MARTA, shop.TEA), out.Opened)
    assert isinstance(willing.plan(), out.Sealed)


def test_no_bench_seals_by_itself_unless_the_owner_chose_that(bench: Bench) -> None:
    bench.scan(shop.MARTA, shop.TEA)
    assert isinstance(bench.plan(), out.PlanShown)
    bench.scan(shop.PUT_BACK, shop.PUT_BACK, "1042", *PIECES)
    assert isinstance(bench.scan(shop.SWEETS), out.TouchDone)


def test_a_wrong_piece_is_asked_about_by_itself_and_sealed_by_a_hand(willing: Bench) -> None:
    willing.scan(*OPEN, shop.BIG_CUP)
    willing.plan()
    willing.press(scans.AnswerTouch("sweets-lemon", Reply.NOT_TODAY))
    assert willing.scan(*PIECES) == out.AskBeforeSeal(1, ())
    assert isinstance(willing.scan(shop.SEAL), out.Sealed)


def test_an_order_the_shop_changed_meanwhile_is_not_sealed(willing: Bench) -> None:
    willing.scan(shop.MARTA, shop.TEA)
    willing.tell("UPDATE orders SET revision = 2 WHERE number = '1043'")
    assert isinstance(willing.plan(), out.HasChanged)
    assert willing.ask("SELECT count(*) FROM packings") == [(0,)]


def test_what_sealed_itself_is_found_again_after_a_restart(willing: Bench) -> None:
    willing.scan(shop.MARTA, shop.TEA)
    willing.plan()
    before = willing.station.bench
    willing.restart()
    assert willing.station.bench == before
    kinds = "SELECT kind FROM bench_events ORDER BY seq DESC LIMIT 2"
    assert willing.ask(kinds) == [("SealScanned",), ("PlanMade",)]


# ---- one scan counts once


@pytest.mark.parametrize(
    "after, counted, said", [(0.05, 0, out.ReadTwice), (0.5, 1, out.PieceOk)]
)
def test_a_stutter_of_the_substitute_s_own_scan_counts_no_piece(
    bench: Bench, after: float, counted: int, said: type[out.Outcome]
) -> None:
    bench.scan(*OPEN)
    bench.press(scans.Substitute(0, shop.BIG_CUP, "roto"))
    outcome = bench.scan(shop.BIG_CUP, after=after)
    assert isinstance(outcome, said)
    assert bench.packing.in_box == counted


# ---- the journal has it to the letter

FULL_WIDTH = "\uff11\uff10\uff14\uff12"


@pytest.mark.parametrize(
    "given, kept",
    [
        (FULL_WIDTH, FULL_WIDTH),
        ("  1042  \r\n", "  1042  \r\n"),
        ("]C11042", "]C11042"),
        ("\ud800\x001042", "\\ud800\\x001042"),
        ("9" * 200_000, "9" * 4096),
    ],
)
def test_the_journal_has_what_was_scanned_before_anything_was_folded(
    bench: Bench, given: str, kept: str
) -> None:
    bench.scan(shop.MARTA, given)
    written = bench.ask("SELECT scanned FROM bench_events ORDER BY seq")
    assert written == [(shop.MARTA,), (kept,)]


def test_full_width_digits_open_the_order_all_the_same(bench: Bench) -> None:
    opened = bench.scan(shop.MARTA, FULL_WIDTH)
    assert isinstance(opened, out.Opened)
    assert opened.order.number == "1042"


def test_what_was_pressed_has_no_code_and_a_pin_least_of_all(bench: Bench) -> None:
    bench.press(scans.SignIn(1, "2580"))
    bench.press(scans.TypeCode("1042"))
    bench.press(scans.Substitute(1, shop.BIG_CUP, "roto"))
    written = bench.ask("SELECT scanned FROM bench_events ORDER BY seq")
    assert written == [("",), ("1042",), (shop.BIG_CUP,)]


# ---- who is there


def test_whoever_has_no_pin_signs_in_by_the_name(bench: Bench) -> None:
    bench.tell("UPDATE packers SET pin = '' WHERE name = 'Marta'")
    assert bench.press(scans.SignIn(1, "")) == out.SignedIn("Marta")
    with bench.opened.read() as work:
        people = {packer.name: packer.has_pin for packer in work.people.all()}
    assert people == {"Marta": False, "Joan": True, "Pilar": True}


@pytest.mark.parametrize("pin", ["", "0000"])
def test_whoever_has_a_pin_is_not_entered_without_it(bench: Bench, pin: str) -> None:
    assert bench.press(scans.SignIn(1, pin)) == out.PinWrong("Marta", 4)
    assert check_pin("", "")


@pytest.mark.parametrize("codes, counted", [((shop.MARTA,), None), ((*OPEN, shop.CUP), 1)])
def test_after_a_restart_a_bench_left_too_long_is_locked_and_keeps_its_counts(
    bench: Bench, codes: tuple[str, ...], counted: int | None
) -> None:
    bench.scan(*codes)
    bench.restart()
    found = bench.station.lock_if_left(bench.at + IDLE)
    assert isinstance(found, Away)
    assert found.packer.name == "Marta"
    assert (None if found.packing is None else found.packing.in_box) == counted
    bench.restart()
    assert bench.station.bench == found


def test_after_a_short_power_cut_the_bench_goes_on_as_it_was(bench: Bench) -> None:
    bench.scan(*OPEN, shop.CUP)
    bench.restart()
    bench.station.lock_if_left(bench.at + IDLE - timedelta(seconds=1))
    assert bench.packing.in_box == 1


@pytest.mark.parametrize("codes", [(), (shop.MARTA, shop.SIGN_OUT), (*OPEN, shop.LOCK)])
def test_a_bench_nobody_is_at_is_not_locked_once_more(
    bench: Bench, codes: tuple[str, ...]
) -> None:
    if codes:
        bench.scan(*codes)
    bench.restart()
    before = bench.station.bench
    assert bench.station.lock_if_left(NOW + 100 * IDLE) == before
    assert bench.ask("SELECT count(*) FROM bench_events") == [(len(codes),)]


# ---- held orders


def test_the_owner_lets_go_the_very_order_that_was_scanned(bench: Bench) -> None:
    held = bench.scan(shop.PILAR, "1044")
    assert isinstance(held, out.IsHeld)
    assert bench.press(scans.Release(held.order_id)) == out.WasReleased("1044")
    assert isinstance(bench.scan("1044"), out.Opened)
