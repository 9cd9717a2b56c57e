"""A slip that is void never comes out: its parcel is open again, and a new one will tell."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.assemble import Opened
from packstation.devices.printers import Folder
from packstation.domain import outcomes as out
from packstation.domain.packing import Step
from packstation.domain.scans import Command, Reopen, Scan
from packstation.pressroom import Pressroom
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from tests import small_shop as shop
from tests.slips.reading import text_of
from tests.small_shop import NOW, found_shop


class Corner:
    """A bench, its desk, and the folder that slips go into."""

    def __init__(self, opened: Opened, folder: Path) -> None:
        self.opened, self.folder = opened, folder
        self.printer = Folder(folder)
        self.desk = SlipDesk(opened.write, self.printer, Pressroom())
        self.station = Station(opened.write, opened.shop, "2")
        self.station.resume()
        self.at = NOW

    def scan(self, *codes: str) -> Step:
        steps = [self.station.receive(Scan(code, self._later())) for code in codes]
        assert steps[-1] is not None
        return steps[-1]

    def reopen(self, slip: str) -> Step | None:
        return self.station.receive(Command(Reopen(slip, "one was left"), self._later()))

    def print_all(self) -> list[str]:
        while self.desk.print_next(self._later()):
            pass
        return sorted(text_of(it.read_bytes()) for it in self.folder.glob("*.pdf"))

    @property
    def waiting(self) -> int:
        """Slips that the header says are on their way."""
        with self.opened.read() as work:
            return sum(count for count, _ in work.print_jobs.standing().values())

    def _later(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def corner(tmp_path: Path) -> Iterator[Corner]:
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    opened = found_shop(home)
    here = Corner(opened, tmp_path / "slips")
    yield here
    here.desk.close()
    opened.engine.dispose()


SEALED = (shop.MARTA, "1043", shop.TEA, shop.SEAL)


def test_a_slip_made_void_in_the_queue_is_not_printed_and_the_new_one_is(
    corner: Corner,
) -> None:
    first = corner.scan(*SEALED).outcome
    assert isinstance(first, out.Sealed)
    slip = first.record.core.slip_number
    corner.reopen(slip)
    assert corner.print_all() == []
    assert corner.waiting == 0
    assert corner.desk.retry(corner.at) == 0
    corner.scan(shop.SEAL)
    (printed,) = corner.print_all()
    assert f"Replaces slip {slip}" in printed


def test_a_void_slip_is_not_written_by_the_command_line_either(
    corner: Corner, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = corner.scan(*SEALED).outcome
    assert isinstance(sealed, out.Sealed)
    corner.reopen(sealed.record.core.slip_number)
    paper = tmp_path / "slip.pdf"
    assert main(("--language", "en", "slip", "1043", "-o", str(paper))) == 1
    assert "is void" in capsys.readouterr().err
    assert not paper.exists()
