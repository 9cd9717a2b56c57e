"""A scan is the bench's, wherever the focus is."""

from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from packstation.devices.wedge import GS
from packstation.ui.pressed import arrival_ms, read
from tests.keystrokes import ALT, CTRL, ENTER, KEYPAD, NONE, Keyboard
from tests.ui.watch import NOON, Strokes, Watch, composed

X = {letter: 8 + 2 + n for n, letter in enumerate("1234567890'")}


@pytest.mark.parametrize("pace", [0, 1, 2, 5])
@pytest.mark.parametrize("place", range(7))
def test_a_scan_leaves_no_trace_wherever_the_focus_is(
    bench: Watch, place: int, pace: int
) -> None:
    bench.widgets[place].setFocus()
    before = bench.state

    Keyboard(pace).scan("1 B 9-X")

    assert bench.read == ["1 B 9-X"]
    assert bench.state == before
    assert bench.fired == []


def test_a_scanners_enter_confirms_no_dialog(dialog: Watch) -> None:
    dialog.field.setFocus()

    Keyboard().scan("12345")

    assert dialog.read == ["12345"]
    assert dialog.fired == []
    assert dialog.window.isVisible()


def test_ctrl_alt_and_function_keys_inside_a_burst_fire_nothing(bench: Watch) -> None:
    keyboard = Keyboard()

    keyboard.type("12")
    keyboard.press(Qt.Key.Key_S, CTRL)
    keyboard.press(Qt.Key.Key_F8)
    keyboard.press(Qt.Key.Key_P, ALT)
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.type("34")
    keyboard.press(ENTER)

    assert bench.read == ["1234"]
    assert bench.fired == []


def test_a_burst_that_begins_with_a_function_key_fires_nothing(bench: Watch) -> None:
    keyboard = Keyboard()

    keyboard.press(Qt.Key.Key_F8)
    keyboard.press(Qt.Key.Key_S, CTRL)
    keyboard.type("1234")
    keyboard.press(ENTER)

    assert bench.read == ["1234"]
    assert bench.fired == []


def test_tab_moves_the_focus_for_a_person_and_belongs_to_the_code_for_a_scanner(
    bench: Watch,
) -> None:
    bench.field.setFocus()
    keyboard = Keyboard()

    keyboard.type("ABC")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("999")
    keyboard.press(ENTER)
    stayed = QApplication.focusWidget()
    keyboard.pause()
    keyboard.press(Qt.Key.Key_Tab)

    assert bench.read == ["ABC\t999"]
    assert stayed is bench.field
    assert QApplication.focusWidget() is bench.button


def test_ctrl_bracket_and_alt_029_are_the_separator_of_gs1(bench: Watch) -> None:
    keyboard = Keyboard()

    keyboard.type("01")
    keyboard.press(Qt.Key.Key_BracketRight, CTRL)
    keyboard.type("21")
    keyboard.send(QEvent.Type.KeyPress, Qt.Key.Key_Alt, ALT, "")
    keyboard.press(Qt.Key.Key_0, ALT | KEYPAD, text="0")
    keyboard.press(Qt.Key.Key_Down, ALT | KEYPAD)
    keyboard.press(Qt.Key.Key_9, ALT | KEYPAD, text="9")
    keyboard.send(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, NONE, "")
    keyboard.press(Qt.Key.Key_6, ALT | KEYPAD, text="6")
    keyboard.press(Qt.Key.Key_5, ALT | KEYPAD, text="5")
    keyboard.press(Qt.Key.Key_5, CTRL, text=GS)
    keyboard.press(ENTER)

    assert bench.read == [f"01{GS}21{GS}A{GS}"]
    assert bench.fired == []


def test_three_hundred_scans_none_lost_none_misrouted(bench: Watch) -> None:
    keyboard = Keyboard(pace_ms=0)
    codes = [f"ORD-2026/{n:06}:Ab_9" for n in range(300)]

    for n, code in enumerate(codes):
        bench.widgets[n % len(bench.widgets)].setFocus()
        keyboard.pace_ms = n % 6
        keyboard.scan(code)

    assert bench.read == codes
    assert bench.field.text() == ""
    assert bench.fired == []


def test_a_scan_without_a_suffix_is_read_when_nothing_follows(
    qtbot: QtBot, bench: Watch
) -> None:
    with qtbot.waitSignal(bench.filter.scanned):
        Keyboard().type("8412345678905")

    assert bench.read == ["8412345678905"]


def test_what_a_fast_typist_writes_is_in_the_field_and_its_enter_too(
    qtbot: QtBot, bench: Watch
) -> None:
    """Two letters rolled over in 30 ms, every third time, at 80 ms a key."""
    bench.field.setFocus()
    bench.field.returnPressed.connect(lambda: bench.fired.append("Enter"))
    hand = Keyboard(0)
    text = "lucia fernandez, sevilla"
    for place, letter in enumerate(text):
        hand.pause(30 if place % 3 == 2 else 80)
        hand.type(letter)
    hand.pause(30)
    hand.press(ENTER)

    qtbot.waitUntil(lambda: bench.fired == ["Enter"])
    assert bench.field.text() == text
    assert bench.read == []


def test_events_without_a_time_count_by_their_arrival(bench: Watch) -> None:
    QTest.keyClicks(bench.field, "ORD-1001")
    QTest.keyClick(bench.field, ENTER)

    assert bench.read == ["ORD-1001"]
    assert bench.field.text() == ""


def test_a_scan_that_ends_up_in_pieces_in_a_busy_window_is_one_scan(bench: Watch) -> None:
    keyboard = Keyboard(pace_ms=30)

    keyboard.scan("ORD-1001")

    assert bench.read == ["ORD-1001"]


def test_two_scans_lie_as_far_apart_as_their_keys_were_pressed(bench: Watch) -> None:
    keyboard = Keyboard(pace_ms=1)

    keyboard.scan("ABCD")
    keyboard.clock_ms += 25
    keyboard.type("ABCD")
    keyboard.press(ENTER)

    first, second = bench.scans
    assert first.at == NOON
    assert second.at - first.at == timedelta(milliseconds=30)


def test_the_keys_themselves_give_a_second_reading(bench: Watch) -> None:
    keyboard = Keyboard(codes=X)

    keyboard.scan("12'34")

    assert [(scan.text, scan.us) for scan in bench.scans] == [("12'34", "12-34")]


@pytest.mark.parametrize("before", ["", "AB", "ABCDE"])
def test_the_letter_of_a_dead_key_belongs_to_the_burst_it_comes_in(
    bench: Watch, before: str
) -> None:
    bench.field.setFocus()
    keyboard = Keyboard() if before else Keyboard(clock_ms=arrival_ms())

    keyboard.type(before)
    QApplication.sendEvent(bench.field, composed("Á"))
    keyboard.type("1234")
    keyboard.press(ENTER)

    assert bench.read == [f"{before}Á1234"]
    assert bench.field.text() == ""


def test_four_function_keys_at_once_are_no_scan(bench: Watch) -> None:
    keyboard = Keyboard()

    keyboard.press(Qt.Key.Key_F8)
    keyboard.press(Qt.Key.Key_F9)
    keyboard.press(Qt.Key.Key_F12)
    keyboard.press(Qt.Key.Key_F8)
    keyboard.scan("NEXT")

    assert bench.read == ["NEXT"]
    assert bench.fired == []


def test_keys_on_qts_own_way_fire_no_shortcut_of_the_letters_they_are(bench: Watch) -> None:
    bench.button.setFocus()
    window = bench.window.windowHandle()

    for key in (Qt.Key.Key_1, Qt.Key.Key_F8, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1, ENTER):
        QTest.keyClick(window, key)

    assert bench.read == ["1111"]
    assert bench.fired == []


def test_a_busy_window_does_not_cut_a_code_in_two(qtbot: QtBot, bench: Watch) -> None:
    keyboard = Keyboard(pace_ms=20)

    def rest() -> None:
        keyboard.type("5678")
        keyboard.press(ENTER)

    QTimer.singleShot(110, rest)
    keyboard.type("1234")
    Event().wait(0.1)  # the window is busy, and the rest is in line

    qtbot.waitUntil(lambda: bench.read == ["12345678"])


def test_of_a_scan_no_widget_sees_a_key_go_down_or_up(bench: Watch) -> None:
    strokes = Strokes(bench.window)
    bench.button.setFocus()

    Keyboard().scan("ABCD")

    assert strokes.seen == []


def test_an_event_that_brings_no_time_gets_that_of_its_arrival(bench: Watch) -> None:
    before = arrival_ms()

    key = read(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a"), bench.field)

    assert key is not None
    assert before <= key.tick_ms <= arrival_ms()
