"""What stands beside the screen is joined with it: loudspeaker and serial scanner."""

import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from packstation.devices.equipment import Equipment, set_up
from packstation.devices.habits import ScannerHabits
from packstation.devices.serial_port import Port
from packstation.devices.speaker import Silence
from packstation.domain import outcomes as out
from packstation.domain.bench import Free, Unattended
from packstation.domain.first_hour import ComeIn
from packstation.domain.packing import Step
from packstation.domain.scanner_check import ScannerShown
from packstation.domain.scans import Lock
from packstation.domain.sounds import Sound
from packstation.places import resources
from packstation.ui.app import Desktop
from packstation.ui.bridge import Progress
from packstation.ui.parts import Parts
from packstation.words.words import load
from tests import making as made
from tests.keystrokes import Keyboard


class Ear:
    """A loudspeaker that remembers what it was asked for."""

    def __init__(self) -> None:
        self.heard: list[Sound | str] = []

    def play(self, sound: Sound) -> None:
        self.heard.append(sound)

    def close(self) -> None:
        self.heard.append("closed")


def never(_: Progress) -> Parts:
    raise AssertionError("this bench never opens")


def desktop(folder: Path, equipment: Equipment) -> Desktop:
    return Desktop(
        never, lambda _: load("en", resources()), lambda error, _: str(error), folder, equipment
    )


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, ear: Ear) -> Iterator[Desktop]:
    here = desktop(tmp_path, Equipment(speaker=ear))
    qtbot.addWidget(here.window)
    yield here
    here.close()


def test_every_step_is_heard_and_what_comes_by_itself_is_not(bench: Desktop, ear: Ear) -> None:
    free = Free(made.a_packer())

    bench.bridge.stepped.emit(Step(Unattended(), out.UnknownCode("84")))
    bench.bridge.stepped.emit(Step(free, out.PlanShown(2)))
    bench.bridge.stepped.emit(Step(Unattended(), out.ReadTwice("84")))

    assert ear.heard == [Sound.UNKNOWN, Sound.TWICE]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """For whom the list of what waits was asked for."""
    names: list[str] = []
    monkeypatch.setattr(
        "packstation.ui.stand.Bridge.look", lambda _, packer: names.append(packer.name)
    )
    return names


def test_a_free_bench_asks_what_waits_and_only_once_it_is_painted(
    qtbot: QtBot, bench: Desktop, looked: list[str]
) -> None:
    bench.bridge.stepped.emit(Step(Free(made.a_packer()), out.UnknownCode("84")))
    assert looked == []
    qtbot.waitUntil(lambda: looked == ["Marta"])


def test_who_has_gone_on_meanwhile_is_not_shown_what_waits(
    bench: Desktop, looked: list[str]
) -> None:
    bench.bridge.stepped.emit(Step(Free(made.a_packer()), out.UnknownCode("84")))
    bench.bridge.stepped.emit(Step(made.a_bench(), out.Opened(made.an_order(), None)))
    bench.looking.timeout.emit()
    assert looked == []


def test_a_release_brings_the_list_anew(bench: Desktop, looked: list[str]) -> None:
    free = Free(made.a_packer())
    bench.bridge.stepped.emit(Step(free, out.UnknownCode("84")))
    at_first = len(looked)

    bench.bridge.stepped.emit(Step(free, out.WasReleased("1031")))

    assert len(looked) == at_first + 1


def test_a_serial_scanners_scans_reach_the_bench_and_its_cable_is_spoken_of(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    monkeypatch.setattr(
        "packstation.ui.stand.Bridge.receive", lambda _, scan: received.append(scan.text)
    )
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    port = Port(os.ttyname(theirs))
    here = desktop(tmp_path, Equipment(port=port, habits=ScannerHabits(prefix="*")))
    qtbot.addWidget(here.window)

    def scanned() -> bool:
        """Again and again: what is sent before the port is open goes nowhere."""
        os.write(ours, b"*ORD-1001\r\n")
        return bool(received)

    qtbot.waitUntil(scanned)
    os.close(theirs)
    os.close(ours)
    qtbot.waitUntil(lambda: not here.window.failure.isHidden())
    here.close()

    assert set(received) == {"ORD-1001"}
    assert "Is its cable in?" in here.window.failure.accessibleName()


def test_what_is_mended_is_taken_back_and_nothing_else(bench: Desktop) -> None:
    banner = bench.window.failure

    bench.window.show_failure("The cable is out.")
    banner.take_back("Another thing.")
    stayed = not banner.isHidden()
    banner.take_back("The cable is out.")

    assert stayed
    assert banner.isHidden()


def test_a_bench_without_a_port_has_a_scanner_that_types() -> None:
    told = set_up(volume=0, habits=ScannerHabits(gap_ms=50), scanner="", baud=9600)

    assert told.port is None
    assert told.habits.gap_ms == 50
    assert isinstance(told.speaker, Silence)


def test_a_bench_that_learns_of_its_scanner_reads_the_next_scan_accordingly(
    bench: Desktop, qtbot: QtBot
) -> None:
    bench.filter.scanned.disconnect(bench.hear)  # this bench never opens
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    bench.filter.listen()

    told = ScannerShown(suffix="enter", prefix="*", gap_ms=60, repaired=True)
    bench.bridge.told.emit(told)
    with qtbot.waitSignal(bench.filter.scanned) as scanned:
        Keyboard(pace_ms=50).scan("*ORD-1001")

    assert [it.text for it in scanned.args or ()] == ["ORD-1001"]


def test_a_bench_that_is_closed_hears_no_keys_any_more(qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    here = desktop(tmp_path, Equipment())
    qtbot.addWidget(here.window)
    here.filter.listen()

    here.close()
    Keyboard().type("ORD-1001")

    assert elsewhere.text() == "ORD-1001"


# ---- the office nobody touches any more

PILAR = made.a_packer(id=3, name="Pilar", role="owner")


@pytest.fixture
def wished(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    wishes: list[object] = []
    monkeypatch.setattr("packstation.ui.stand.Bridge.wish", lambda _, wish: wishes.append(wish))
    return wishes


def test_an_office_nobody_touches_locks_though_its_guide_lies_over_it(
    bench: Desktop, wished: list[object], qtbot: QtBot
) -> None:
    screens = bench.window.screens
    bench.enter_office(PILAR)
    screens.show_help(load("en", resources()))
    covered = not screens.in_office
    with qtbot.waitSignal(screens.office_left):
        bench.unused.timeout.emit()
    assert covered
    assert wished == [Lock()]


def test_whoever_is_named_first_does_not_leave_the_office_open_for_good(
    bench: Desktop,
) -> None:
    bench.enter_office(None)
    before = bench.unused.isActive()
    bench.bridge.told.emit(ComeIn(PILAR))
    assert not before
    assert bench.unused.isActive()


def test_whoever_is_let_in_too_late_is_at_the_bench_and_stays_there(bench: Desktop) -> None:
    bench.window.screens.put_up(bench.window.screens.free)
    bench.bridge.told.emit(ComeIn(PILAR))
    assert not bench.unused.isActive()
