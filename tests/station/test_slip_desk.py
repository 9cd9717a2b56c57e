"""Slips on their way to paper: none is lost, and none comes out twice by itself."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.devices.printers import PrinterTrouble, Submitted
from packstation.domain.printing import Trouble
from packstation.domain.records import Printing
from packstation.domain.scans import Scan
from packstation.pressroom import Pressroom
from packstation.slips.press import SlipUndrawn
from packstation.station.noticeboard import Noticeboard
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from tests import small_shop as shop
from tests.small_shop import NOW, found_shop


class Paper:
    """A printer that has a trouble, or none, and counts what it was handed."""

    name = "b"

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.handed = 0

    def submit(self, pdf: bytes, title: str) -> Submitted:
        assert pdf.startswith(b"%PDF")
        self.handed += 1
        if self.trouble is not None:
            raise PrinterTrouble(self.trouble)
        return Submitted(title)


class Hand(Pressroom):
    """Draws slips while it can."""

    tired = False

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        if self.tired:
            raise SlipUndrawn
        return super().draw(core, personal, copy, logo)


class Corner:
    """The desk of a shop in which one parcel has just been sealed."""

    def __init__(self, opened: Opened) -> None:
        self.paper = Paper()
        self._opened = opened
        self.press = Hand()
        self._desk = SlipDesk(opened.write, self.paper, self.press)

    def print_all(self) -> int:
        """How many were handed to the printer, all that wait being tried."""
        before = self.paper.handed
        while self._desk.print_next(NOW):
            pass
        return self.paper.handed - before

    def retry(self) -> int:
        return self._desk.retry(NOW)

    @property
    def printing(self) -> Printing:
        opened = self._opened
        slips = opened.settings.slips
        return Noticeboard(opened.read, opened.shop, self.paper, slips).printing()

    def packed(self) -> list[str]:
        """The states of orders that have a record."""
        with self._opened.engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "SELECT state FROM orders JOIN packings ON packings.order_id = orders.id"
            )
            return [row[0] for row in rows]

    def attempts(self) -> list[int]:
        with self._opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT attempts FROM print_jobs ORDER BY id")
            return [row[0] for row in rows]


@pytest.fixture
def corner(tmp_path: Path) -> Iterator[Corner]:
    opened = found_shop(tmp_path)
    _seal(opened, "1042", shop.POT, shop.CUP, shop.CUP, shop.CUP, shop.TEA)
    yield Corner(opened)
    opened.engine.dispose()


def _seal(opened: Opened, *codes: str) -> None:
    station = Station(opened.write, opened.shop, "2")
    station.resume()
    for n, code in enumerate((shop.MARTA, *codes, shop.SEAL, shop.SEAL)):
        station.receive(Scan(code, NOW + timedelta(seconds=n)))


def test_a_slip_goes_to_the_printer_once(corner: Corner) -> None:
    assert corner.print_all() == 1
    assert corner.print_all() == 0
    assert corner.printing == Printing(printer="b")


def test_a_slip_that_may_have_come_out_is_asked_about_and_never_printed_by_itself(
    corner: Corner,
) -> None:
    corner.paper.trouble = Trouble.PERHAPS

    tries = [corner.print_all(), corner.print_all()]

    assert tries == [1, 0]
    printing = corner.printing
    assert printing == Printing(
        printer="b", perhaps=1, reason="perhaps printed", doubt=printing.doubt
    )
    assert printing.doubt is not None
    assert printing.doubt.record.core.order_number == "1042"
    assert corner.attempts() == [1]


def test_a_slip_that_did_not_come_out_waits_to_be_tried_again(corner: Corner) -> None:
    corner.paper.trouble = Trouble.JAM

    assert corner.print_all() == 1
    assert corner.printing == Printing(printer="b", failed=1, reason="jam")


def test_trying_again_what_failed_leaves_alone_what_may_have_come_out(corner: Corner) -> None:
    corner.paper.trouble = Trouble.PERHAPS
    corner.print_all()
    corner.paper.trouble = None

    queued = corner.retry()

    assert (queued, corner.print_all()) == (0, 0)
    assert corner.printing.perhaps == 1
    assert corner.attempts() == [1]


def test_a_slip_that_cannot_be_drawn_is_not_printed_and_its_parcel_stays_packed(
    corner: Corner,
) -> None:
    corner.press.tired = True

    assert corner.print_all() == 0
    assert corner.printing == Printing(printer="b", failed=1, reason="not drawn")
    assert corner.packed() == ["packed"]


def test_a_slip_that_could_not_be_drawn_is_drawn_when_it_is_tried_again(
    corner: Corner,
) -> None:
    corner.press.tired = True
    corner.print_all()
    corner.press.tired = False

    queued = corner.retry()

    assert (queued, corner.print_all()) == (1, 1)
    assert corner.printing == Printing(printer="b")
