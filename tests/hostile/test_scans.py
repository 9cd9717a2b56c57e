"""Whatever a scanner sends is answered, written down once, and changes nothing else."""

import random
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import text as sql

from packstation.domain import outcomes as out
from packstation.domain.arrivals import ArrivingCode, ArrivingProduct
from packstation.domain.bench import Free, Packing
from packstation.domain.codes import LONGEST, Kind, own_code
from packstation.domain.packing import Step
from packstation.domain.scans import Scan
from packstation.station.station import Station
from tests import small_shop as shop
from tests.hostile.rows import OWN, ids_of
from tests.small_shop import NOW, an_arriving_order, found_shop

SEEN = 0.05
"""Seconds until the bench has answered."""
BOOK = "0012345678905"
PAPER = "1001"

PRODUCTS = (
    *shop.PRODUCTS,
    ArrivingProduct(sku="BOOK", name="Cuaderno", codes=(ArrivingCode(code=BOOK),)),
    ArrivingProduct(sku="1001", name="Papel", codes=(ArrivingCode(code=PAPER),)),
)
ORDERS = (
    an_arriving_order("ORD-1001", ("TET-001", 1), ("BOOK", 3), ("1001", 1)),
    an_arriving_order("ORD-2002", ("TE-100", 2)),
    an_arriving_order("1001", ("TE-100", 1)),
)


class Bench:
    """A real station on a file of its own; each scan a second after the one before."""

    def __init__(self, home: Path) -> None:
        new = shop.a_new_shop(*ORDERS)
        self.opened = found_shop(home, replace(new, products=PRODUCTS))
        self.station = Station(self.opened.write, self.opened.shop, "2")
        self.station.resume()
        self.at = NOW
        self.scan(shop.MARTA)

    def scan(self, code: str, us: str = "", after: float = 1.0) -> Step | None:
        self.at += timedelta(seconds=after)
        return self.station.receive(Scan(code, self.at, us))

    def said(self, code: str, us: str = "", after: float = 1.0) -> out.Outcome:
        step = self.scan(code, us, after)
        assert step is not None
        return step.outcome

    @property
    def written(self) -> int:
        """How many inputs the journal holds."""
        return int(self._ask("SELECT count(*) FROM bench_events"))

    @property
    def claimed(self) -> int:
        return int(self._ask("SELECT count(*) FROM orders WHERE state = 'claimed'"))

    @property
    def counts(self) -> tuple[int, ...]:
        assert isinstance(self.station.bench, Packing)
        return self.station.bench.counts

    def _ask(self, question: str) -> str:
        with self.opened.engine.connect() as connection:
            return str(connection.execute(sql(question)).scalar_one())


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    here = Bench(tmp_path)
    yield here
    here.opened.engine.dispose()


def _shuffled(length: int) -> str:
    chance = random.Random(7)  # noqa: S311 (any text will do)
    return "".join(chance.choices(string.ascii_uppercase + string.digits, k=length))


# ---- texts that are no code of this shop


@pytest.mark.parametrize(
    "text, shown",
    [
        ("*000122521", "*000122521"),
        ("ABC\t999", "ABC\t999"),
        ("ORD'1001", "ORD'1001"),
        ("ORD_1001", "ORD_1001"),
        ("ORD%", "ORD%"),
        ("x'; DROP TABLE orders;--", "x'; DROP TABLE orders;--"),
        ("PSCMD:SHIP", "PSCMD:SHIP"),
        ("OORRDD--11000012", "OORRDD--11000012"),
        ("ORD-1001\u202e7102", "ORD-1001\u202e7102"),
        ("\ud800ORD", "\ufffdORD"),
        ("ORD\x00\x1b[2J", "ORD\u241b[2J"),
        (own_code("ZZZ", Kind.COMMAND, "SEAL"), own_code("ZZZ", Kind.COMMAND, "SEAL")),
        (_shuffled(2900), _shuffled(2900)),
        *((text, None) for text in OWN),
    ],
)
@pytest.mark.parametrize("order", ["", "ORD-1001"])
def test_an_unknown_text_is_shown_to_the_letter_and_written_once(
    bench: Bench, order: str, text: str, shown: str | None
) -> None:
    bench.scan(order)
    before, written = bench.station.bench, bench.written
    start = perf_counter()
    said = bench.said(text)
    took = perf_counter() - start
    assert isinstance(said, out.UnknownCode)
    assert shown is None or said == out.UnknownCode(shown)
    assert bench.station.bench == before
    assert bench.written == written + 1
    assert bench.claimed == bool(order)
    assert took < 20 * SEEN


def test_a_text_without_end_is_cut_and_said_to_be(bench: Bench) -> None:
    written = bench.written
    said = bench.said("9" * 200_000)
    assert said == out.UnknownCode("9" * LONGEST, cut=True)
    assert bench.written == written + 1


@pytest.mark.parametrize("text", ["", " \r\n", "\x00", "\u3000"])
def test_nothing_at_all_is_ignored_in_silence(bench: Bench, text: str) -> None:
    written = bench.written
    assert bench.scan(text) is None
    assert bench.written == written


@pytest.mark.parametrize("row", ids_of("scan"))
def test_every_row_of_the_file_has_its_test(row: str) -> None:
    assert row in {*HERE, *ELSEWHERE}


# ---- codes that are known


@pytest.mark.parametrize(
    "text, us",
    [
        ("  ORD-1001  \r\n", ""),
        ("\uff2f\uff32\uff24\uff0d\uff11\uff10\uff10\uff11", ""),
        ("ORD'1001", "ORD-1001"),
    ],
)
def test_an_order_is_found_however_its_number_arrives(bench: Bench, text: str, us: str) -> None:
    said = bench.said(text, us)
    assert isinstance(said, out.Opened)
    assert said.order.number == "ORD-1001"


def test_the_order_twice_is_one_claim(bench: Bench) -> None:
    bench.said("ORD-1001")
    assert isinstance(bench.said("ORD-1001", after=0.05), out.ReadTwice)
    assert isinstance(bench.said("ORD-1001"), out.ReadTwice)
    assert bench.claimed == 1


def test_a_stutter_counts_once_and_two_scans_twice(bench: Bench) -> None:
    bench.said("ORD-1001")
    bench.said(BOOK)
    assert isinstance(bench.said(BOOK, after=0.03), out.ReadTwice)
    assert isinstance(bench.said(BOOK, after=0.5), out.PieceOk)
    assert isinstance(bench.said(BOOK), out.LineDone)
    assert isinstance(bench.said(BOOK), out.OneTooMany)
    assert sum(bench.counts) == 3


@pytest.mark.parametrize(
    "code", ["]C10100012345678905", "012345678905", "]E00012345678905", BOOK]
)
def test_one_product_by_all_its_codes(bench: Bench, code: str) -> None:
    bench.said("ORD-1001")
    said = bench.said(code)
    assert isinstance(said, out.PieceOk)
    assert said.line.product.sku == "BOOK"


def test_another_order_waits_until_this_one_is_done(bench: Bench) -> None:
    bench.said("ORD-1001")
    bench.said(BOOK)
    counts = bench.counts
    assert bench.said("ORD-2002") == out.FinishFirst("ORD-1001", "ORD-2002")
    assert bench.counts == counts


def test_a_piece_that_no_order_waits_for_opens_none(bench: Bench) -> None:
    assert isinstance(bench.said(shop.CUP), out.NoOrderWants)
    assert isinstance(bench.station.bench, Free)


def test_a_wrong_check_digit_is_a_misread(bench: Bench) -> None:
    assert bench.said("8412345678900") == out.Misread("8412345678900")


def test_a_number_that_names_an_order_and_a_piece_is_what_is_wanted_now(bench: Bench) -> None:
    bench.said("ORD-1001")
    said = bench.said(PAPER)
    assert isinstance(said, out.LineDone)
    assert said.line.product.sku == "1001"
    bench.said(shop.PUT_BACK)
    bench.said(shop.PUT_BACK)  # the first only asks: a piece was counted
    opened = bench.said(PAPER)
    assert isinstance(opened, out.Opened)
    assert opened.order.number == "1001"


@pytest.mark.parametrize("how", ["code", "number", "link"])
def test_the_slip_of_a_packed_parcel_is_shown_and_opens_nothing(bench: Bench, how: str) -> None:
    core = _packed(bench).record.core
    read = {
        "code": core.slip_code,
        "number": core.slip_number,
        "link": f"https://casaazul.example/p/{core.slip_number}?p={core.proof}",
    }
    said = bench.said(read[how])
    assert isinstance(said, out.SlipShown)
    assert said.parcel.record.core == core
    assert bench.claimed == 0


@pytest.mark.parametrize(
    "link",
    [
        "https://casaazul.example/p/2-26-000001?p=GUESSED",
        "https://casaazul.example/p/2-26-000001",
        "https://elsewhere.example/p/2-26-000001?p=",
        "https://casaazul.example/p/..%2F?p=x",
    ],
)
def test_a_link_that_proves_nothing_is_an_unknown_code(bench: Bench, link: str) -> None:
    _packed(bench)
    assert bench.said(link) == out.UnknownCode(link)


def _packed(bench: Bench) -> out.Sealed:
    for code in ("1001", shop.TEA):
        bench.said(code)
    sealed = bench.said(shop.SEAL)
    if isinstance(sealed, out.AskBeforeSeal):
        sealed = bench.said(shop.SEAL)
    assert isinstance(sealed, out.Sealed)
    return sealed


HERE = {
    *("scan-01", "scan-02", "scan-04", "scan-05", "scan-07", "scan-08", "scan-13", "scan-16"),
    *("scan-17", "scan-19", "scan-20", "scan-22", "scan-23", "scan-25", "scan-26", "scan-28"),
    *("scan-31", "scan-32", "scan-34", "scan-35", "scan-37", "scan-38", "scan-40"),
}
ELSEWHERE = {
    "scan-10": "which keys make a GS is the wedge's: tests/ui/test_keyboard.py",
    "scan-11": "the same",
    "scan-14": "what Enter presses is the window's: tests/ui/test_typing.py",
    "scan-29": "our printed commands carry no nonce: they are this shop's own, and last",
}
