"""A scanner on a serial line: a pair of ptys stands for its cable, and can be pulled."""

import os
import tty
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.serial_port import Codes, Contact, Port, SerialScanner
from packstation.devices.wedge import GS
from packstation.domain.codes import LONGEST
from packstation.domain.scans import Scan

PATIENCE_S = 10.0
SOON_S = 0.02


def read(*sent: bytes, habits: ScannerHabits | None = None) -> list[str]:
    """All codes in what was sent, in those pieces, and then nothing more."""
    codes = Codes(habits)
    return [code for piece in sent for code in codes.feed(piece)] + list(codes.silence())


@pytest.mark.parametrize(
    "sent, codes",
    [
        ([b"ORD-1001\r"], ["ORD-1001"]),
        ([b"ORD-1001\n"], ["ORD-1001"]),
        ([b"ORD-1001\r\n"], ["ORD-1001"]),
        ([b"ORD-1001\r", b"\n"], ["ORD-1001"]),
        ([b"ORD-1001\t"], ["ORD-1001"]),
        ([b"ORD-1001"], ["ORD-1001"]),
        ([b"ORD", b"-10", b"01\r"], ["ORD-1001"]),
        ([b"A1\r\nB2\r\nC3\r\n"], ["A1", "B2", "C3"]),
        ([b"A\tB\r"], ["A\tB"]),
        ([b"0108412345678905\x1d10X\r"], [f"0108412345678905{GS}10X"]),
        ([b"\r\n\r\n"], []),
        ([], []),
        (["piñón\r".encode()], ["piñón"]),
        ([b"pi\xc3", b"\xb1\r"], ["piñ"]),
        (["piñón €\r".encode("cp1252")], ["piñón €"]),
        ([b"\x81\x8d\r"], ["\N{REPLACEMENT CHARACTER}" * 2]),
    ],
)
def test_bytes_become_codes(sent: list[bytes], codes: list[str]) -> None:
    assert read(*sent) == codes


def test_tab_ends_a_code_where_the_shop_says_so() -> None:
    assert read(b"A1\tB2\t", habits=ScannerHabits(suffix=Suffix.TAB)) == ["A1", "B2"]


def test_a_prefix_is_no_part_of_a_code_where_the_shop_says_so() -> None:
    assert read(b"*A1\r*B2\rC3\r", habits=ScannerHabits(prefix="*")) == ["A1", "B2", "C3"]
    assert read(b"*A1\r") == ["*A1"]


def test_a_code_longer_than_any_is_still_one_code_and_cut() -> None:
    (code,) = read(*([b"9" * 1000] * 200), b"\r")

    assert len(code) == LONGEST + 1


class Cable:
    """What the scanner's end is plugged into: a link that comes and goes, as in /dev."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._ours: int | None = None

    def plug(self) -> None:
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.link.symlink_to(os.ttyname(theirs))
        self._theirs = theirs

    def send(self, sent: bytes) -> None:
        assert self._ours is not None
        os.write(self._ours, sent)

    def pull(self) -> None:
        if self._ours is not None:
            self.link.unlink()
            os.close(self._theirs)
            os.close(self._ours)
            self._ours = None


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "ttyACM0")
    yield cable
    cable.pull()


class Desk:
    """Hears the scanner, and what is said of its cable."""

    def __init__(self, cable: Cable) -> None:
        self._scans: Queue[Scan] = Queue()
        self._contacts: Queue[Contact] = Queue()
        port = Port(str(cable.link))
        self.scanner = SerialScanner(port, self._scans.put, self._contacts.put, retry_s=SOON_S)

    def scan(self) -> str:
        return self._scans.get(timeout=PATIENCE_S).text

    def contact(self) -> Contact:
        return self._contacts.get(timeout=PATIENCE_S)

    @property
    def quiet(self) -> bool:
        return self._scans.empty() and self._contacts.empty()


def test_a_serial_scanner_is_heard_through_its_cable(cable: Cable) -> None:
    cable.plug()
    desk = Desk(cable)
    desk.contact()

    cable.send(b"ORD-1001\r\n")
    first = desk.scan()
    cable.send(b"8412345678905")
    second = desk.scan()
    desk.scanner.close()

    assert [first, second] == ["ORD-1001", "8412345678905"]
    assert desk.quiet


def test_a_hundred_scans_at_once_are_a_hundred_scans(cable: Cable) -> None:
    cable.plug()
    desk = Desk(cable)
    desk.contact()
    codes = [f"A{n:03}" for n in range(100)]

    cable.send("".join(f"{code}\r\n" for code in codes).encode())
    heard = [desk.scan() for _ in codes]
    desk.scanner.close()

    assert heard == codes


def test_a_pulled_cable_is_said_once_and_the_scanner_goes_on_when_it_is_back(
    cable: Cable,
) -> None:
    cable.plug()
    desk = Desk(cable)
    said = [desk.contact()]
    cable.send(b"BEFORE\r")
    heard = [desk.scan()]

    cable.pull()
    said.append(desk.contact())
    cable.plug()
    said.append(desk.contact())
    cable.send(b"AFTER\r")
    heard.append(desk.scan())
    desk.scanner.close()

    assert heard == ["BEFORE", "AFTER"]
    assert said == [Contact.FOUND, Contact.LOST, Contact.FOUND]
    assert desk.quiet


def test_a_port_that_is_not_there_is_said_and_looked_for(cable: Cable) -> None:
    desk = Desk(cable)

    said = [desk.contact()]
    cable.plug()
    said.append(desk.contact())
    desk.scanner.close()

    assert said == [Contact.LOST, Contact.FOUND]
