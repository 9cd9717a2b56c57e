"""A seal that was said to have failed, and was written all the same: its slip comes out."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder
from packstation.domain.outcomes import Opened as OrderOpened
from packstation.domain.outcomes import WasWritten
from packstation.domain.scans import Scan
from packstation.store.work import Work
from packstation.ui.bridge import Bridge
from tests.small_shop import MARTA, NOW, SEAL, TEA, found_shop
from tests.station.test_lost_answers import Unanswered


@dataclass(frozen=True, slots=True)
class _Shaky(Opened):
    """Work is of the kinds that are laid ready, then as it should be."""

    kinds: list[type[Work]] = field(default_factory=list)

    def write(self) -> Work:
        kind = self.kinds.pop() if self.kinds else Work
        return kind(self.engine, self.settings.bench)


def test_a_seal_nobody_heard_of_prints_once_it_is_known_and_the_next_order_waits(
    tmp_path: Path, qtbot: QtBot
) -> None:
    shop = found_shop(tmp_path)
    opened = _Shaky(shop.settings, shop.engine, shop.shop)
    slips = tmp_path / "slips"
    bridge = Bridge(lambda _: BenchParts(opened, Folder(slips)))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    for seconds, code in enumerate((MARTA, "1043", TEA)):
        with qtbot.waitSignal(bridge.stepped):
            bridge.receive(Scan(code, NOW + timedelta(seconds=seconds)))
    opened.kinds[:] = [Unanswered, Unanswered]
    with qtbot.waitSignal(bridge.failed):
        bridge.receive(Scan(SEAL, NOW + timedelta(seconds=3)))
    with qtbot.waitSignal(bridge.stepped) as told:
        bridge.receive(Scan("1042", NOW + timedelta(seconds=4)))
    qtbot.waitUntil(lambda: any(slips.glob("*.pdf")))
    with qtbot.waitSignal(bridge.stepped) as next_one:
        bridge.receive(Scan("1042", NOW + timedelta(seconds=5)))
    bridge.close()
    assert told.args is not None
    assert told.args[0].outcome == WasWritten()
    assert next_one.args is not None
    assert isinstance(next_one.args[0].outcome, OrderOpened)
