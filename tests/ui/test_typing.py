"""What a hand types goes where it should, scanner or not."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.keystrokes import ALT, CTRL, ENTER, NONE, Keyboard
from tests.ui.watch import Strokes, Watch, composed


def test_a_persons_enter_confirms_the_dialog(dialog: Watch) -> None:
    dialog.field.setFocus()

    Keyboard().press(ENTER)

    assert dialog.fired == ["Pack"]


@pytest.mark.parametrize(
    "key, held, fired",
    [
        (Qt.Key.Key_1, NONE, "1"),
        (Qt.Key.Key_F8, NONE, "F8"),
        (Qt.Key.Key_F12, NONE, "F12"),
        (Qt.Key.Key_S, CTRL, "Ctrl+S"),
        (Qt.Key.Key_P, ALT, "Pack"),
        (Qt.Key.Key_Z, CTRL, "Undo"),
    ],
)
def test_a_persons_keys_fire_their_shortcuts_once(
    qtbot: QtBot, bench: Watch, key: Qt.Key, held: Qt.KeyboardModifier, fired: str
) -> None:
    bench.button.setFocus()

    Keyboard().press(key, held, text="1" if key == Qt.Key.Key_1 else "")

    qtbot.waitUntil(lambda: bench.fired == [fired])
    assert bench.scans == []


def test_a_digit_typed_into_a_field_is_typed_and_fires_nothing(
    qtbot: QtBot, bench: Watch
) -> None:
    bench.field.setFocus()
    keyboard = Keyboard(pace_ms=80)

    keyboard.type("1214")

    qtbot.waitUntil(lambda: bench.field.text() == "1214")
    assert bench.fired == []
    assert bench.scans == []


def test_space_pressed_by_a_person_clicks_the_button_with_the_focus(
    qtbot: QtBot, bench: Watch
) -> None:
    bench.button.setFocus()

    Keyboard().press(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bench.fired == ["Pack"])


def test_what_a_person_types_between_scans_stays_in_the_field(bench: Watch) -> None:
    bench.field.setFocus()
    hand, scanner = Keyboard(pace_ms=90), Keyboard()

    for word in ("for ", "you ", "Ana"):
        hand.clock_ms = scanner.clock_ms + 500
        hand.type(word)
        scanner.clock_ms = hand.clock_ms
        scanner.scan(f"CODE-{len(word)}")

    assert bench.field.text() == "for you Ana"
    assert bench.read == ["CODE-4", "CODE-4", "CODE-3"]


def test_a_persons_accent_is_typed(qtbot: QtBot, bench: Watch) -> None:
    bench.field.setFocus()
    keyboard = Keyboard(pace_ms=80)

    keyboard.type("m")
    QApplication.sendEvent(bench.field, composed("á"))
    keyboard.type("s")

    qtbot.waitUntil(lambda: bench.field.text() == "más")
    assert bench.scans == []


def test_a_held_key_reaches_the_widget_it_was_meant_for(qtbot: QtBot, bench: Watch) -> None:
    bench.field.setFocus()
    Keyboard().type("a")

    bench.button.setFocus()

    qtbot.waitUntil(lambda: bench.field.text() == "a")


def test_a_key_of_a_closed_window_is_forgotten(qtbot: QtBot, bench: Watch) -> None:
    gone = QDialog(bench.window)
    field = QLineEdit(gone)
    gone.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    Keyboard().type("a")

    gone.deleteLater()
    bench.button.setFocus()

    with qtbot.waitSignal(bench.filter.scanned):
        Keyboard().type("NEXT")
    assert bench.field.text() == ""


def test_keys_a_hand_rolled_over_follow_the_focus_they_move(qtbot: QtBot, bench: Watch) -> None:
    note = bench.widgets[-1]
    assert isinstance(note, QPlainTextEdit)
    QWidget.setTabOrder(bench.field, note)
    bench.field.setFocus()
    keyboard = Keyboard(pace_ms=30)

    keyboard.type("a")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("b")

    qtbot.waitUntil(lambda: note.toPlainText() == "b")
    assert bench.field.text() == "a"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_key_held_back_reaches_the_open_list_of_a_choice(qtbot: QtBot, bench: Watch) -> None:
    bench.combo.setFocus()
    bench.combo.showPopup()

    Keyboard().type("9")

    qtbot.waitUntil(lambda: bench.combo.view().currentIndex().row() == 2)
    assert bench.combo.currentIndex() == 0
    bench.combo.hidePopup()


def test_a_key_that_nobody_wants_comes_once_down_and_once_up(
    qtbot: QtBot, bench: Watch
) -> None:
    strokes = Strokes(bench.window)
    bench.button.setFocus()
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    keyboard = Keyboard()

    keyboard.type("b")
    qtbot.waitUntil(lambda: len(strokes.seen) == 2)
    keyboard.press(Qt.Key.Key_Backspace)

    assert strokes.seen == [(down, "b"), (up, "b"), (down, ""), (up, "")]
