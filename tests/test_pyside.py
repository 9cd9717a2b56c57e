"""Does this PySide6 count its references right: 6.12.0 on Python 3.11 does not."""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200
NOISE = 20


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_call_into_qt_gives_back_the_none_it_borrowed(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        label.setText("a")

    lost = before - sys.getrefcount(None)
    assert lost < NOISE, f"{lost} of {CALLS} lost: take PySide6 below 6.12 on Python 3.11"
