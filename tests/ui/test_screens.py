"""Every screen in every state: no text over another, none cut off, none too small."""

from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from packstation.places import resources
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import LEFT, Align, Run
from packstation.ui.painted import Painted
from packstation.ui.window import Window
from packstation.words.words import load
from tests import making as made
from tests.states import states

STATES = {name: state for name, state in states() if name != "failure"}  # a banner lies over
SMALLEST = 18
ROLES = {QAccessible.Role.Button, QAccessible.Role.EditableText}
AIR = 5.0
"""Of a line's height, above and below its letters: lines may come as close as that."""


@dataclass(frozen=True)
class Written:
    """A text, and where its letters are, in pixels of the window."""

    text: str
    box: QRectF
    smallest: int
    by: QWidget


@pytest.fixture
def writings(monkeypatch: pytest.MonkeyPatch) -> list[Written]:
    """What every Ink.write from now on has written."""
    seen: list[Written] = []
    write = Ink.write

    def listen(
        ink: Ink, box: QRectF, *runs: Run, lines: int = 1, align: Align = LEFT
    ) -> QRectF:
        used = write(ink, box, *runs, lines=lines, align=align)
        by = ink.painter.device()
        if not isinstance(by, QWidget):
            return used  # rehearsed: nobody sees it
        place = ink.painter.transform().mapRect(used.adjusted(0, AIR, 0, -AIR))
        place.translate(by.mapTo(by.window(), QPoint(0, 0)))
        text = "".join(run.text for run in runs)
        smallest = min((run.type.size for run in runs), default=SMALLEST)
        if text.strip():
            seen.append(Written(text, place, smallest, by))
        return used

    monkeypatch.setattr(Ink, "write", listen)
    return seen


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1280, 1024)], ids=["wide", "tall"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", STATES)
def test_every_text_has_a_place_of_its_own(
    qtbot: QtBot, writings: list[Written], name: str, language: str, size: QSize
) -> None:
    window = _window(qtbot, language, size)
    STATES[name](window, language)
    writings.clear()
    window.grab()
    assert writings
    assert [it for it in writings if it.smallest < SMALLEST] == []
    assert [it for it in writings if not _inside(it, window)] == []
    assert [pair for pair in combinations(writings, 2) if _clash(*pair)] == []
    assert [it for it in writings if _under_a_button(it, window)] == []


@pytest.mark.parametrize("name", STATES)
def test_everything_on_screen_can_be_read_out_and_pressed(qtbot: QtBot, name: str) -> None:
    window = _window(qtbot, "en", QSize(1366, 768))
    STATES[name](window, "en")
    up = window.screens.up
    assert up is not None
    assert up.accessibleName() or up.findChildren(Painted)
    kinds = up.findChildren(QAbstractButton), up.findChildren(QLineEdit)
    seen = [it for it in chain(*kinds) if it.isVisible()]
    assert [it for it in seen if not it.accessibleName()] == []
    assert [it.accessibleName() for it in seen if min(it.width(), it.height()) < 48] == []
    assert [it.accessibleName() for it in seen if _role(it) not in ROLES] == []
    assert [it for it in seen if isinstance(it, Button) and it.autoDefault()] == []


@pytest.mark.parametrize("name", STATES)
def test_whatever_has_the_focus_is_seen_to_have_it(qtbot: QtBot, name: str) -> None:
    window = _window(qtbot, "en", QSize(1366, 768))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    STATES[name](window, "en")
    up = window.screens.up
    assert up is not None
    takes = [it for it in up.findChildren(Button) if it.focusPolicy() and it.isVisible()]
    assert [it.label for it in takes if not _shows_focus(it)] == []


def _shows_focus(button: Button) -> bool:
    """The first grab lets go of what was painted before."""
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus()
    return bool(button.grab().toImage() != without)


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def _window(qtbot: QtBot, language: str, size: QSize) -> Window:
    window = Window(
        lambda asked: load(asked or language, resources()), Path("none"), lambda: made.NOON
    )
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    return window


def _inside(written: Written, window: Window) -> bool:
    return QRectF(window.rect()).adjusted(-1, -1, 1, 1).contains(written.box)


def _clash(one: Written, other: Written) -> bool:
    return (one.text, one.box) != (other.text, other.box) and one.box.intersects(other.box)


def _under_a_button(written: Written, window: Window) -> bool:
    return any(
        QRectF(button.rect())
        .translated(button.mapTo(window, QPoint(0, 0)))
        .intersects(written.box)
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button is not written.by
    )
