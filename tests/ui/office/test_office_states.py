"""Every page of the office, in every state: all of it has room, a name and is large enough."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from packstation.places import resources
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.window import Window
from packstation.words.words import load
from tests import making as made
from tests.office_states import office_states
from tests.ui.office.fitting import cut_off, laid_over
from tests.ui.rooms import office_of

STATES = {name: it for name, it in office_states() if name.startswith("office-")}
AT_A_DOOR = {"office-door", "office-door-shut", "office-not-yours"}
WIDE, TALL = QSize(1366, 768), QSize(1280, 1024)
PRESSED = (QAbstractButton, QLineEdit, QComboBox)


def _opened(qtbot: QtBot, name: str, language: str, size: QSize) -> OfficeScreen:
    window = Window(
        lambda asked: load(asked or language, resources()), Path("none"), lambda: made.NOON
    )
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    STATES[name](window, language)
    for _ in range(8):
        QApplication.processEvents()  # lines that wrap ask for room once they have a width
    return office_of(window.screens)


@pytest.mark.parametrize(
    "language, size", [("es", WIDE), ("en", TALL)], ids=["es-wide", "en-tall"]
)
@pytest.mark.parametrize("name", sorted(STATES.keys() - AT_A_DOOR))
def test_everything_has_its_room(qtbot: QtBot, name: str, language: str, size: QSize) -> None:
    office = _opened(qtbot, name, language, size)
    assert office.page is not None
    assert cut_off(office) == []
    assert laid_over(office.page) == []
    assert laid_over(office.chapters) == []
    assert laid_over(office.foot) == []
    assert office.page.width() <= office.pages.width()


@pytest.mark.parametrize("name", STATES)
def test_whatever_is_pressed_or_typed_in_has_a_name_and_is_large_enough(
    qtbot: QtBot, name: str
) -> None:
    office = _opened(qtbot, name, "en", WIDE)
    shown = [it for kind in PRESSED for it in office.findChildren(kind) if it.isVisible()]
    assert shown
    assert [it for it in shown if not _name(it)] == []
    assert [_name(it) for it in shown if it.height() < 47] == []


def _name(it: QWidget) -> str:
    """As a screen reader tells it: of a choice it tells the word beside it."""
    labels = it.window().findChildren(QLabel)
    return it.accessibleName() or next((of.text() for of in labels if of.buddy() is it), "")
