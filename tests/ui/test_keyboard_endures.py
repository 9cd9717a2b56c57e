"""A long day of one scanner: ten thousand scans, wherever the focus happens to be."""

from itertools import cycle

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.keystrokes import Keyboard
from tests.ui.watch import Watch

SCANS = 10_000


def test_ten_thousand_scans_none_lost_none_misrouted(qtbot: QtBot) -> None:
    watch = Watch(qtbot, QWidget())
    keyboard = Keyboard(pace_ms=5)
    codes = [f"A{n:05}" for n in range(SCANS)]
    places = cycle(watch.widgets)
    watch.entries.setFocus()  # it chooses its first entry then
    before = watch.state[1:]

    for code in codes:
        if code.endswith("7"):
            next(places).setFocus()
        keyboard.scan(code)
    watch.filter.rest()

    assert watch.read == codes
    assert watch.state[1:] == before
    assert watch.fired == []
