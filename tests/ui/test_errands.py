"""An errand of the office on its lane: what it comes to is told, also when that is nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Never

from pytestqt.qtbot import QtBot

from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder, Printer
from packstation.domain.office import CameToNothing
from packstation.domain.outcomes import SignedIn
from packstation.domain.scans import Scan
from packstation.domain.shop import Packer
from packstation.ui.bridge import Bridge
from tests.small_shop import NOW, PILAR, found_shop

OWNER = Packer(1, "Marta", role="owner")


def test_whoever_asked_hears_that_an_errand_failed_and_the_window_says_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    opened = found_shop(tmp_path)
    errand = "nothing the office knows"
    bridge = Bridge(lambda _: _Failing(opened, Folder(tmp_path / "slips")))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    with (
        qtbot.waitSignal(bridge.told) as told,
        qtbot.waitSignal(bridge.failed, check_params_cb=_is_ours),
    ):
        bridge.run_errand(errand, OWNER)
    assert told.args == [CameToNothing(errand)]
    bridge.close()


def test_the_bench_packs_on_while_a_file_still_comes_in_behind_a_closed_office(
    tmp_path: Path, qtbot: QtBot
) -> None:
    opened, done = found_shop(tmp_path), Event()
    bridge = Bridge(lambda _: _Busy(opened, Folder(tmp_path / "slips"), done))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    bridge.run_errand("a long file", OWNER)
    bridge.reopen()
    with qtbot.waitSignal(bridge.stepped) as step:
        bridge.receive(Scan(PILAR, NOW))
    with qtbot.waitSignals([bridge.told, bridge.resumed]):
        done.set()
    assert step.args is not None
    assert isinstance(step.args[0].outcome, SignedIn)
    bridge.close()


def test_scans_go_on_while_the_office_is_left_and_the_printer_takes_its_time(
    tmp_path: Path, qtbot: QtBot
) -> None:
    opened, done = found_shop(tmp_path), Event()
    closed: list[str] = []
    slow = _Slow(opened, Folder(tmp_path / "slips"), lambda: closed.append("slow"), done)
    quick = BenchParts(opened, Folder(tmp_path / "slips"))
    both = iter((slow, quick))
    bridge = Bridge(lambda _: next(both))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    slow.printing_now.wait()
    with qtbot.waitSignal(bridge.resumed):
        bridge.reopen()
    with qtbot.waitSignal(bridge.stepped) as step:
        bridge.receive(Scan(PILAR, NOW))
    closed_while_it_printed = list(closed)
    done.set()
    bridge.close()
    assert step.args is not None
    assert isinstance(step.args[0].outcome, SignedIn)
    assert (closed_while_it_printed, closed) == ([], ["slow"])


def test_closing_the_window_stops_a_file_and_reopens_nothing(
    tmp_path: Path, qtbot: QtBot
) -> None:
    opened, done = found_shop(tmp_path), Event()
    bridge = Bridge(lambda _: _Busy(opened, Folder(tmp_path / "slips"), done))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    bridge.run_errand("a long file", OWNER)
    bridge.reopen()
    with qtbot.assertNotEmitted(bridge.failed), qtbot.assertNotEmitted(bridge.resumed):
        bridge.close()
    assert done.is_set()


def test_what_was_asked_for_but_has_not_begun_is_not_begun_at_the_end(
    tmp_path: Path, qtbot: QtBot
) -> None:
    opened, done = found_shop(tmp_path), Event()
    bridge = Bridge(lambda _: _Busy(opened, Folder(tmp_path / "slips"), done))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    told: list[object] = []
    bridge.told.connect(told.append)
    bridge.run_errand("a long file", OWNER)
    bridge.run_errand("another", OWNER)
    with qtbot.waitSignal(bridge.told):
        bridge.close()
    assert told == ["a long file"]


def _is_ours(error: Exception) -> bool:
    return isinstance(error, ArithmeticError)


class _Slow(BenchParts):
    """Its printer takes until ``done``."""

    def __init__(
        self, opened: Opened, printer: Printer, leave: Callable[[], None], done: Event
    ) -> None:
        super().__init__(opened, printer, leave)
        self.printing_now, self._done = Event(), done

    def print_next(self, now: datetime) -> bool:
        del now
        self.printing_now.set()
        self._done.wait()
        return False


class _Failing(BenchParts):
    def run_errand(self, errand: object, asked_by: Packer | None, now: datetime) -> Never:
        raise ArithmeticError(errand, asked_by, now)


class _Busy(BenchParts):
    """Its errand takes until ``done``, or until it is stopped."""

    def __init__(self, opened: Opened, printer: Printer, done: Event) -> None:
        super().__init__(opened, printer)
        self._done = done

    def run_errand(
        self, errand: object, asked_by: Packer | None, now: datetime
    ) -> Iterator[object]:
        del asked_by, now
        self._done.wait()
        yield errand

    def stop_errand(self) -> None:
        self._done.set()
