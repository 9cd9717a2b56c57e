"""An office that nobody touches any more is left, and the bench behind it locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from packstation.ui.unused import Unused


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    here = QWidget()
    qtbot.addWidget(here)
    QLineEdit(here)
    here.show()
    here.activateWindow()
    qtbot.waitUntil(here.isActiveWindow)
    return here


def test_it_is_told_once_nobody_touches_the_window(window: QWidget, qtbot: QtBot) -> None:
    unused = Unused(window)
    unused.setInterval(30)
    with qtbot.waitSignal(unused.timeout):
        unused.watch(window)


def test_a_key_in_any_field_puts_it_off(window: QWidget) -> None:
    unused = Unused(window)
    unused.watch(window)
    before = unused.remainingTime()
    unused.setInterval(before + 60_000)
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert unused.remainingTime() > before
