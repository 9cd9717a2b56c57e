"""An errand of the office on its lane: what it comes to is told, also when that is nothing."""

from datetime import datetime
from pathlib import Path
from typing import Never

from pytestqt.qtbot import QtBot

from packstation.assemble import BenchParts
from packstation.devices.printers import Folder
from packstation.domain.office import CameToNothing
from packstation.domain.shop import Packer
from packstation.ui.bridge import Bridge
from tests.small_shop import found_shop

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


def _is_ours(error: Exception) -> bool:
    return isinstance(error, ArithmeticError)


class _Failing(BenchParts):
    def run_errand(self, errand: object, asked_by: Packer | None, now: datetime) -> Never:
        raise ArithmeticError(errand, asked_by, now)
