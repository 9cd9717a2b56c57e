"""The station on a real SQLite file: what is shown is written, what fails leaves no trace."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Free, Packing, Unattended
from packstation.domain.packing import Step
from packstation.domain.scans import AnswerTouch, Command, OpenOrder, Reply, Scan, SignIn, Wish
from packstation.station.station import Station
from packstation.store.work import Work
from tests import small_shop as shop
from tests.small_shop import NOW, found_shop


class Day:
    """A station and a clock that goes on a second with every input."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.at = NOW
        self.station = self.restarted()

    def restarted(self) -> Station:
        """The bench as another process finds it after kill -9."""
        self.station = Station(self.opened.write, self.opened.shop, self.opened.settings.bench)
        self.station.resume()
        return self.station

    def scan(self, *codes: str, us: str = "") -> Step:
        steps = [self.station.receive(Scan(code, self._tick(), us)) for code in codes]
        assert steps[-1] is not None
        return steps[-1]

    def press(self, wish: Wish) -> Step:
        step = self.station.receive(Command(wish, self._tick()))
        assert step is not None
        return step

    def plan(self) -> Step:
        step = self.station.follow_up(self.at)
        assert step is not None
        return step

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        with self.opened.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def _tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = found_shop(tmp_path)
    yield Day(opened)
    opened.engine.dispose()


OPEN = (shop.MARTA, "1042")
ALL_IN = (*OPEN, shop.POT, shop.CUP, shop.CUP, shop.CUP, shop.TEA)


def test_a_parcel_from_badge_to_seal(day: Day) -> None:
    day.scan(*ALL_IN)
    assert day.scan(shop.SEAL).outcome == out.AskBeforeSeal(0, ("sweets-lemon",))
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    core = step.outcome.record.core
    assert core.slip_number == "2-26-000001"
    assert core.pieces == 5
    assert isinstance(step.bench, Free)
    assert day.ask("SELECT state FROM orders WHERE number = '1042'") == [("packed",)]
    assert day.ask("SELECT slip_number, digest FROM packings") == [
        ("2-26-000001", step.outcome.record.digest)
    ]
    assert day.ask("SELECT state FROM print_jobs") == [("queued",)]


def test_slip_numbers_have_no_gaps(day: Day) -> None:
    day.scan(*OPEN, shop.SEAL, shop.POT, shop.CUP, shop.CUP, shop.CUP, shop.TEA, shop.SEAL)
    day.scan(shop.SEAL)
    step = day.scan("1043", shop.TEA, shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    assert step.outcome.record.core.slip_number == "2-26-000002"


@pytest.mark.parametrize("until", range(1, len(ALL_IN) + 1))
def test_a_bench_that_was_killed_comes_back_with_every_tick(day: Day, until: int) -> None:
    day.scan(*ALL_IN[:until])
    before = day.station.bench
    assert day.restarted().bench == before


def test_a_locked_bench_that_was_killed_is_locked_with_its_counts(day: Day) -> None:
    day.scan(*OPEN, shop.CUP, shop.LOCK)
    bench = day.restarted().bench
    assert isinstance(bench, Away)
    assert bench.packing is not None
    assert bench.packing.in_box == 1


def test_undo_survives_a_restart(day: Day) -> None:
    day.scan(*OPEN, shop.CUP, shop.CUP)
    day.restarted()
    assert day.scan(shop.UNDO).outcome == out.Undone("Taza de barro, pequeña")
    bench = day.station.bench
    assert isinstance(bench, Packing)
    assert bench.in_box == 1


def test_when_writing_fails_the_bench_stays_where_it_was(day: Day) -> None:
    day.scan(*OPEN)
    before = day.station.bench

    def fail(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    event.listen(day.opened.engine, "commit", fail)
    with pytest.raises(OperationalError):
        day.scan(shop.CUP)
    event.remove(day.opened.engine, "commit", fail)
    assert day.station.bench == before
    day.restarted()
    assert isinstance(day.scan(shop.CUP).outcome, out.PieceOk)


@pytest.mark.parametrize(
    "codes, outcome",
    [
        ((shop.CUP,), out.SignInFirst),
        ((shop.MARTA, shop.SEAL), out.OrderFirst),
        ((shop.MARTA, "1044"), out.IsHeld),
        ((shop.MARTA, "1045"), out.IsCancelled),
        ((shop.MARTA, "900"), out.WasSent),
        ((shop.MARTA, "no such thing"), out.UnknownCode),
        ((shop.MARTA, "8412345678900"), out.Misread),
        ((shop.MARTA, shop.BIG_CUP), out.NoOrderWants),
        ((*OPEN, shop.BIG_CUP), out.WrongPiece),
        ((*OPEN, shop.SHARED), out.AsksWhich),
        ((*OPEN, "1043"), out.FinishFirst),
        ((*OPEN, shop.TEA, shop.TEA), out.OneTooMany),
        ((*OPEN, shop.SEAL), out.StillMissing),
        ((*OPEN, "TAZ-002"), out.PieceOk),
        ((*OPEN, "taz-002"), out.PieceOk),
        ((*OPEN, "]E0" + shop.CUP), out.PieceOk),
        ((*OPEN, "0" + shop.CUP), out.PieceOk),
        ((*OPEN, shop.SEAL[:-1] + "?"), out.UnknownCode),
        ((*OPEN, "PSCMD:SHIP"), out.UnknownCode),
        ((*OPEN, "x'; DROP TABLE orders;--"), out.UnknownCode),
        ((*OPEN, "9" * 5000), out.UnknownCode),
        ((*OPEN, shop.SWEETS), out.TouchDone),
        ((shop.MARTA, "1043", shop.SWEETS), out.TouchNotPlanned),
    ],
)
def test_what_a_scan_leads_to(
    day: Day, codes: tuple[str, ...], outcome: type[out.Outcome]
) -> None:
    assert isinstance(day.scan(*codes).outcome, outcome)


def test_a_piece_opens_the_only_order_that_wants_it_and_is_counted(day: Day) -> None:
    step = day.scan(shop.MARTA, shop.POT)
    assert isinstance(step.outcome, out.Opened)
    assert step.outcome.order.number == "1042"
    assert isinstance(step.bench, Packing)
    assert step.bench.in_box == 1


def test_a_piece_of_many_orders_opens_the_one_that_is_just_this_piece(day: Day) -> None:
    step = day.scan(shop.MARTA, shop.TEA)
    assert isinstance(step.outcome, out.Opened)
    assert step.outcome.order.number == "1043"
    assert isinstance(step.bench, Packing)
    assert step.bench.complete


def test_a_scanner_that_stutters_counts_once_and_says_so(day: Day) -> None:
    day.scan(*OPEN)
    cup = Scan(shop.CUP, day.at + timedelta(seconds=1))
    again = Scan(shop.CUP, cup.at + timedelta(milliseconds=30))
    slower = Scan(shop.CUP, again.at + timedelta(milliseconds=500))
    outcomes = [step.outcome for step in map(day.station.receive, (cup, again, slower)) if step]
    assert [type(outcome) for outcome in outcomes] == [out.PieceOk, out.ReadTwice, out.PieceOk]


def test_the_second_reading_of_a_foreign_keyboard_is_understood(day: Day) -> None:
    day.scan(shop.MARTA)
    assert isinstance(day.scan("!=$é", us="1042").outcome, out.Opened)


def test_a_scan_of_nothing_is_nothing(day: Day) -> None:
    assert day.station.receive(Scan(" \r\n", NOW)) is None
    assert day.ask("SELECT count(*) FROM bench_events") == [(0,)]


def test_every_input_is_in_the_journal(day: Day) -> None:
    day.scan(shop.MARTA, "1042", shop.CUP, "hello")
    kinds = [kind for (kind,) in day.ask("SELECT kind FROM bench_events ORDER BY seq")]
    assert kinds == ["BadgeScanned", "OrderScanned", "PieceScanned", "UnknownScanned"]


def test_an_order_open_at_another_bench_says_whose_it_is(day: Day) -> None:
    day.scan(*OPEN)
    other = Station(lambda: Work(day.opened.engine, "3"), day.opened.shop, "3")
    other.resume()
    other.receive(Scan(shop.JOAN, NOW))
    step = other.receive(Scan("1042", NOW + timedelta(seconds=5)))
    assert step is not None
    assert isinstance(step.outcome, out.OtherBenchHasIt)
    assert (step.outcome.bench, step.outcome.packer) == ("2", "Marta")


def test_an_order_put_back_can_be_opened_elsewhere(day: Day) -> None:
    day.scan(*OPEN, shop.PUT_BACK)
    assert day.ask("SELECT state, bench FROM orders WHERE number = '1042'") == [("open", None)]


def test_a_packed_order_and_its_slip_show_the_parcel(day: Day) -> None:
    day.scan(*ALL_IN, shop.SEAL)
    sealed = day.scan(shop.SEAL).outcome
    assert isinstance(sealed, out.Sealed)
    by_slip = day.scan(sealed.record.core.slip_code).outcome
    assert isinstance(by_slip, out.SlipShown)
    assert by_slip.parcel.record == sealed.record
    by_order = day.scan("1042").outcome
    assert isinstance(by_order, out.PackedBefore)


def test_sweets_come_with_their_because_and_leave_the_jar(day: Day) -> None:
    day.scan(*OPEN)
    day.plan()
    bench = day.station.bench
    assert isinstance(bench, Packing)
    assert [suggestion.touch.key for suggestion in bench.plan or ()] == ["sweets-lemon"]
    day.scan(shop.SWEETS, *ALL_IN[2:], shop.SEAL)
    assert day.ask("SELECT on_hand FROM touches") == [(1,)]
    assert day.ask("SELECT touch_key FROM given_touches") == [("sweets-lemon",)]


def test_a_tap_answers_a_touch_and_opens_an_order(day: Day) -> None:
    day.scan(shop.MARTA)
    (order_id,) = day.ask("SELECT id FROM orders WHERE number = '1042'")[0]
    assert isinstance(order_id, int)
    day.press(OpenOrder(order_id))
    day.plan()
    outcome = day.press(AnswerTouch("sweets-lemon", Reply.NOT_TODAY)).outcome
    assert outcome == out.TouchDone("sweets-lemon", Reply.NOT_TODAY)


def test_a_name_and_its_pin_sign_in(day: Day) -> None:
    assert day.press(SignIn(1, "2580")).outcome == out.SignedIn("Marta")


def test_five_wrong_pins_make_a_name_wait(day: Day) -> None:
    tries = [day.press(SignIn(1, "0000")).outcome for _ in range(5)]
    assert tries[-1] == out.PinWrong("Marta", 0)
    assert day.press(SignIn(1, "2580")).outcome == out.PinWrong("Marta", 0)
    day.at += timedelta(minutes=6)
    assert day.press(SignIn(1, "2580")).outcome == out.SignedIn("Marta")


def test_a_pin_is_never_written_down(day: Day) -> None:
    day.press(SignIn(1, "7391"))
    assert "7391" not in str(day.ask("SELECT payload FROM bench_events"))
    assert "7391" not in repr(SignIn(1, "7391"))


def test_nobody_signed_in_means_unattended_after_sign_out(day: Day) -> None:
    assert day.scan(shop.MARTA, shop.SIGN_OUT).bench == Unattended()
    assert day.restarted().bench == Unattended()
