"""From a scanner's text to a counted piece: cases, kits, lots, what carries no code."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.bench import Packing
from packstation.domain.orders import Detail
from packstation.domain.packing import Step
from packstation.domain.scans import Command, Problem, Scan, Wish
from packstation.station.station import Station
from tests import small_shop as shop
from tests.small_shop import NOW, a_new_shop, an_arriving_order, found_shop

ORDERS = (
    an_arriving_order("1", ("TAZ-002", 7)),
    an_arriving_order("2", ("TE-SET", 2), ("TAZ-002", 1)),
    an_arriving_order("3", ("LAMP-1", 2), ("MIEL-1", 1)),
    an_arriving_order("4", ("CINTA-1", 1), ("BOLSA-1", 3)),
    an_arriving_order("5", ("TET-001", 1), state="held", hold_reason="falta", held_by="Joan"),
)
GS1_LAMP = "0108412345678950" + "21S-77"
GS1_HONEY = "]d2" + "0108412345678967" + "17270501" + "10L-7"


class Bench:
    """Bench 2 and a clock that goes on a second with every input."""

    def __init__(self, home: Path) -> None:
        self.opened = found_shop(home, a_new_shop(*ORDERS))
        self.at = NOW
        self.station = Station(self.opened.write, self.opened.shop, "2")
        self.station.resume()

    def scan(self, *codes: str) -> Step:
        steps = [self.give(Scan(code, self._tick())) for code in codes]
        return steps[-1]

    def press(self, *wished: Wish) -> Step:
        steps = [self.give(Command(wish, self._tick())) for wish in wished]
        return steps[-1]

    def give(self, given: Scan | Command) -> Step:
        step = self.station.receive(given)
        assert step is not None
        return step

    @property
    def packing(self) -> Packing:
        assert isinstance(self.station.bench, Packing)
        return self.station.bench

    def _tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.opened.engine.dispose()


def test_a_case_counts_its_pieces_and_the_rest_are_scanned(bench: Bench) -> None:
    bench.scan(shop.MARTA, "1")
    assert isinstance(bench.scan(shop.CUP_CASE).outcome, out.PieceOk)
    assert isinstance(bench.scan(shop.CUP).outcome, out.AllDone)
    assert isinstance(bench.scan(shop.CUP_CASE).outcome, out.OneTooMany)
    assert bench.packing.aside == 6


def test_a_kit_is_packed_by_its_parts(bench: Bench) -> None:
    bench.scan(shop.MARTA, "2")
    parts = [(it.product.sku, it.quantity, it.kit) for it in bench.packing.order.lines]
    assert sorted(parts) == [
        ("TAZ-002", 1, ""),
        ("TAZ-002", 4, "Set de té"),
        ("TE-100", 2, "Set de té"),
    ]
    bench.scan(shop.TEA, shop.TEA, shop.CUP)
    sealed = bench.press(scans.TypeCount(5), scans.Seal()).outcome
    assert isinstance(sealed, out.Sealed)
    assert sealed.record.core.pieces == 7


def test_a_part_opens_the_order_that_wants_it_in_a_kit(bench: Bench) -> None:
    opened = bench.scan(shop.MARTA, shop.TEA).outcome
    assert isinstance(opened, out.Opened)
    assert opened.order.number == "2"
    assert bench.packing.in_box == 1


def test_one_code_may_tell_product_and_serial_number(bench: Bench) -> None:
    bench.scan(shop.MARTA, "3")
    assert isinstance(bench.scan(GS1_LAMP).outcome, out.PieceOk)
    assert bench.scan(GS1_LAMP).outcome == out.ReadTwice("S-77")
    asked = bench.scan(shop.LAMP).outcome
    assert isinstance(asked, out.AsksDetail)
    assert asked.detail is Detail.SERIAL
    assert isinstance(bench.scan("S-78").outcome, out.LineDone)
    assert isinstance(bench.scan(GS1_HONEY).outcome, out.AllDone)
    sealed = bench.press(scans.Seal()).outcome
    assert isinstance(sealed, out.Sealed)
    told = {line.sku: line.traces for line in sealed.record.core.lines}
    assert told == {
        "LAMP-1": (("serial", "S-77"), ("serial", "S-78")),
        "MIEL-1": (("lot", "L-7"), ("expiry", "2027-05-01")),
    }


def test_what_carries_no_code_is_confirmed_by_hand(bench: Bench) -> None:
    bench.scan(shop.MARTA, "4")
    ribbon, bags = bench.packing.order.lines
    assert (ribbon.product.sku, bags.product.sku) == ("CINTA-1", "BOLSA-1")
    assert isinstance(bench.press(scans.CountByHand(1)).outcome, out.ScanIt)
    bench.press(scans.CountByHand(0))
    bench.scan(shop.BAG)
    assert isinstance(
        bench.press(scans.CountByHand(1), scans.CountByHand(1)).outcome, out.AllDone
    )


def test_a_reopened_parcel_gives_its_slip_number_on(bench: Bench) -> None:
    bench.scan(shop.MARTA, "1", shop.CUP_CASE)
    bench.press(scans.TellProblem(0, Problem.MISSING), scans.Seal())
    reopened = bench.press(scans.Reopen("2-26-000001", "queda una")).outcome
    assert isinstance(reopened, out.Reopened)
    bench.press(scans.PutBack(), scans.PutBack())
    bench.scan("1", shop.CUP_CASE, shop.CUP)
    sealed = bench.press(scans.Seal()).outcome
    assert isinstance(sealed, out.Sealed)
    assert sealed.record.core.replaces == "2-26-000001"
    void = bench.press(scans.Reopen("2-26-000001", "otra vez")).outcome
    assert isinstance(void, out.PackedBefore)


def test_only_the_owner_lets_a_held_order_go_and_only_at_a_free_bench(bench: Bench) -> None:
    held = scans.Release(5)
    bench.scan(shop.MARTA)
    assert bench.press(held).outcome == out.NotAllowed()
    bench.scan(shop.PILAR)
    bench.press(scans.Lock())
    assert bench.press(held).outcome == out.SignInFirst()
    bench.scan(shop.PILAR, "1")
    assert bench.press(held).outcome == out.FinishFirst("1")
    bench.press(scans.PutBack())
    assert isinstance(bench.scan("5").outcome, out.IsHeld)
    assert bench.press(held).outcome == out.WasReleased("5")
    assert isinstance(bench.scan("5").outcome, out.Opened)


def test_whoever_steps_away_is_away_though_the_shop_changed_the_order(bench: Bench) -> None:
    bench.scan(shop.MARTA, "1")
    with bench.opened.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE orders SET revision = 2 WHERE id = 1")
    assert bench.press(scans.Lock()).outcome == out.Locked("Marta")
    assert bench.scan(shop.MARTA).outcome == out.Resumed("Marta")
    assert isinstance(bench.scan(shop.CUP).outcome, out.HasChanged)


def test_the_same_operation_is_taken_once(bench: Bench) -> None:
    bench.scan(shop.MARTA, "1")
    cup = Scan(shop.CUP, bench.at + timedelta(seconds=1), op="cup-1")
    first, again = bench.give(cup), bench.give(cup)
    assert again == first
    assert bench.packing.in_box == 1


def test_a_scan_that_could_not_be_written_may_be_given_again(bench: Bench) -> None:
    bench.scan(shop.MARTA, "1")
    cup = Scan(shop.CUP, bench.at + timedelta(seconds=1), op="cup-1")

    def fail(*_: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("database is locked"))

    event.listen(bench.opened.engine, "commit", fail)
    with pytest.raises(OperationalError):
        bench.give(cup)
    event.remove(bench.opened.engine, "commit", fail)
    assert isinstance(bench.give(cup).outcome, out.PieceOk)
    assert bench.packing.in_box == 1
