"""A slip printed again, from the scan of a printed command to the copy in the folder."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.records import Copy, Parcel, PrintState
from packstation.domain.scans import Command, Reopen, Reprint, Scan, TellPaper, Wish
from tests import small_shop as shop
from tests.small_shop import NOW, found_shop
from tests.station.killing import Living
from tests.station.stories import Own

SLIP = "2-26-000001"


class Bench:
    """Bench 2 of a shop whose order 1042 has just been packed by Marta."""

    def __init__(self, opened: Opened) -> None:
        self._living = Living(opened)
        self._living.station.resume()
        self._opened = opened
        self.at = NOW
        for code in (shop.MARTA, "1042", shop.POT, *(shop.CUP,) * 3, shop.TEA):
            self.give(code)
        self.give(shop.SEAL)
        self.give(shop.SEAL)

    def give(self, given: str | Wish) -> out.Outcome:
        self.at += timedelta(seconds=1)
        scan = Scan(given, self.at) if isinstance(given, str) else Command(given, self.at)
        step = self._living.station.receive(scan)
        assert step is not None
        return step.outcome

    def print(self, how: Own = Own.PRINT) -> None:
        self._living.do(how, self.at)

    def restart(self) -> None:
        self._living = Living(self._opened)
        self._living.station.resume()

    @property
    def parcel(self) -> Parcel:
        with self._opened.read() as work:
            parcel = work.packings.of_slip(SLIP)
        assert parcel is not None
        return parcel

    @property
    def papers(self) -> list[str]:
        """What is said of each paper in the folder, under its bars."""
        folder = self._opened.settings.slips
        texts = [
            PdfReader(BytesIO(path.read_bytes())).pages[0].extract_text()
            for path in sorted(folder.glob("*.pdf"))
        ]
        return [next(line for line in text.splitlines() if SLIP in line) for text in texts]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    opened = found_shop(tmp_path)
    yield Bench(opened)
    opened.engine.dispose()


def test_a_copy_is_asked_for_by_scanner_alone_and_says_what_it_is(bench: Bench) -> None:
    bench.print()

    said = bench.give(shop.TORN)
    bench.print()

    assert isinstance(said, out.CopyPrints)
    assert bench.papers == [f"Albarán {SLIP} · Copia 2", f"Albarán {SLIP}"]
    assert bench.parcel.copies == (Copy(2, "torn", "Marta", bench.at),)


def test_days_later_the_order_or_the_slip_says_which_one(bench: Bench) -> None:
    bench.print()
    bench.restart()

    first = bench.give(shop.LOST)
    bench.give("1042")
    then = bench.give(shop.LOST)

    assert (type(first), type(then)) == (out.SlipFirst, out.CopyPrints)


def test_each_copy_has_its_number_reason_and_person(bench: Bench) -> None:
    bench.print()
    bench.give(shop.JAMMED)
    bench.print()
    bench.give(shop.JOAN)
    bench.give(Reprint(SLIP, "se mojó"))
    bench.print()

    copies = [(it.number, it.reason, it.by) for it in bench.parcel.copies]
    assert copies == [(2, "jammed", "Marta"), (3, "se mojó", "Joan")]


def test_a_slip_in_doubt_is_looked_for_before_it_is_copied(bench: Bench) -> None:
    bench.print(Own.PERHAPS)

    said = bench.give(shop.TORN)

    assert isinstance(said, out.AsksIfOut)
    assert bench.parcel.in_doubt


def test_a_slip_that_came_out_after_all_is_settled_by_whoever_saw_it(bench: Bench) -> None:
    bench.print(Own.PERHAPS)
    bench.restart()

    said = bench.give(shop.CAME_OUT)
    bench.print()

    assert isinstance(said, out.CameOut)
    job = bench.parcel.job
    assert job is not None
    assert (job.state, job.seen_by, job.attempts) == (PrintState.SENT, "Marta", 1)
    assert bench.papers == []
    assert isinstance(bench.give(shop.CAME_OUT), out.NoDoubt)


def test_a_slip_nobody_has_prints_again_and_is_still_the_original(bench: Bench) -> None:
    bench.print(Own.PERHAPS)

    said = bench.give(TellPaper(SLIP, came_out=False))
    bench.print()

    assert isinstance(said, out.PrintsAgain)
    assert bench.papers == [f"Albarán {SLIP}"]
    assert bench.parcel.copies == ()


def test_an_answer_without_a_slip_is_about_the_one_asked_for_first(bench: Bench) -> None:
    bench.print(Own.PERHAPS)
    for code in ("1043", shop.TEA, shop.SEAL, shop.SEAL):
        bench.give(code)
    bench.print(Own.PERHAPS)
    bench.restart()

    first, second = bench.give(shop.CAME_OUT), bench.give(shop.CAME_OUT)

    assert isinstance(first, out.CameOut)
    assert isinstance(second, out.CameOut)
    numbers = [it.parcel.record.core.slip_number for it in (first, second)]
    assert numbers == [SLIP, "2-26-000002"]


def test_the_copy_of_a_parcel_opened_again_does_not_come_out(bench: Bench) -> None:
    bench.print()
    bench.give(shop.TORN)
    bench.give(Reopen(SLIP, "queda una"))

    bench.print()

    assert bench.papers == [f"Albarán {SLIP}"]
