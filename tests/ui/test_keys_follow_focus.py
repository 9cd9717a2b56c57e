"""Scans are taken out of the keys where these arrive: at the window and the widget in focus."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from packstation.ui.keyboard import ScanFilter
from tests.keystrokes import Keyboard
from tests.ui.watch import Watch


class Asked(ScanFilter):
    """Remembers about what it was asked."""

    about: set[QObject]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        self.about.add(watched)
        return super().eventFilter(watched, event)

    def listen(self) -> None:
        self.about = set()
        super().listen()


def test_a_scan_is_taken_in_a_dialog_that_a_key_has_opened(qtbot: QtBot, bench: Watch) -> None:
    keyboard = Keyboard()
    asked = QDialog(bench.window)
    inside = QLineEdit(asked)
    bench.filter.scanned.connect(asked.reject)
    shortcut = QShortcut(QKeySequence("3"), bench.window)
    shortcut.activated.connect(lambda: QTimer.singleShot(0, lambda: keyboard.scan("3-INSIDE")))
    shortcut.activated.connect(asked.exec)
    bench.button.setFocus()

    keyboard.type("3")

    qtbot.waitUntil(lambda: bench.read == ["3-INSIDE"])
    assert inside.text() == ""


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)  # as X does
def test_a_scan_is_taken_while_a_list_hangs_open(qtbot: QtBot, bench: Watch) -> None:
    bench.combo.setFocus()
    bench.combo.showPopup()
    hanging = bench.combo.view()
    qtbot.waitUntil(hanging.isVisible)

    Keyboard().scan("B-9")

    assert bench.read == ["B-9"]
    assert hanging.isVisible()
    bench.combo.hidePopup()


def test_it_is_asked_about_no_widget_but_the_one_with_the_focus(
    qtbot: QtBot, bench: Watch
) -> None:
    asked = Asked(bench.window)
    asked.listen()
    bench.field.setFocus()
    others = set(bench.widgets) - {bench.field}

    qtbot.waitUntil(lambda: QApplication.focusWidget() is bench.field)
    for widget in bench.widgets:
        widget.resize(widget.size() / 2)

    assert bench.field in asked.about
    assert not others & asked.about
    asked.rest()
