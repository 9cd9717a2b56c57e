"""A scan is the bench's, wherever the focus is; what a hand types goes where it should."""

import string
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from packstation.devices.wedge import GS
from packstation.domain.scans import Scan
from packstation.ui.keyboard import ScanFilter
from packstation.ui.pressed import arrival_ms
from tests.keystrokes import ALT, CTRL, ENTER, KEYPAD, NONE, Keyboard

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
X = {letter: 8 + 2 + n for n, letter in enumerate("1234567890'")}


class Watch:
    """A window with one of everything, and all that happens to it."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.window = window
        self.scans: list[Scan] = []
        self.fired: list[str] = []
        self.field = QLineEdit()
        self.button = QPushButton("&Pack")
        self.combo = QComboBox()
        self.combo.addItems(["A", "B", "9"])
        self.entries = QListWidget()
        self.entries.addItems(["A", "B", "9"])
        self.widgets = (
            self.field,
            self.button,
            self.combo,
            self.entries,
            QCheckBox("Gift"),
            QSpinBox(),
            QPlainTextEdit(),
        )
        self._build()
        self.filter = ScanFilter(window, now=lambda: NOON)
        self.filter.scanned.connect(self.scans.append)
        application().installEventFilter(self.filter)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    def _build(self) -> None:
        column = QVBoxLayout(self.window)
        for widget in self.widgets:
            column.addWidget(widget)
        self.button.clicked.connect(lambda: self.fired.append("Pack"))
        for sequence in ("1", "F8", "F12", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(sequence), self.window)
            shortcut.activated.connect(lambda sequence=sequence: self.fired.append(sequence))
        action = QAction("Undo", self.window)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(lambda: self.fired.append("Undo"))
        self.window.addAction(action)

    @property
    def read(self) -> list[str]:
        return [scan.text for scan in self.scans]

    @property
    def state(self) -> list[object]:
        """What the widgets hold, and which has the focus."""
        held = [it.metaObject().userProperty().read(it) for it in self.widgets]
        return [QApplication.focusWidget(), *held, self.entries.currentRow()]


def application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Watch]:
    watch = Watch(qtbot, QWidget())
    yield watch
    application().removeEventFilter(watch.filter)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[Watch]:
    """The same in a dialog that confirms with Enter."""
    window = QDialog()
    watch = Watch(qtbot, window)
    watch.button.setDefault(True)
    yield watch
    application().removeEventFilter(watch.filter)


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


def test_a_persons_enter_confirms_the_dialog(dialog: Watch) -> None:
    dialog.field.setFocus()

    Keyboard().press(ENTER)

    assert dialog.fired == ["Pack"]


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
    keyboard.type("10")
    keyboard.press(ENTER)

    assert bench.read == [f"01{GS}21{GS}10"]
    assert bench.fired == []


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


def composed(text: str) -> QInputMethodEvent:
    """The letter that a dead key and another one make."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


@pytest.mark.parametrize("before", ["", "AB", "ABCDE"])
def test_the_letter_of_a_dead_key_belongs_to_the_burst_it_comes_in(
    bench: Watch, before: str
) -> None:
    bench.field.setFocus()
    keyboard = Keyboard(clock_ms=arrival_ms())

    keyboard.type(before)
    QApplication.sendEvent(bench.field, composed("Á"))
    keyboard.type("1234")
    keyboard.press(ENTER)

    assert bench.read == [f"{before}Á1234"]
    assert bench.field.text() == ""


def test_a_persons_accent_is_typed(qtbot: QtBot, bench: Watch) -> None:
    bench.field.setFocus()
    keyboard = Keyboard(pace_ms=80)

    keyboard.type("m")
    QApplication.sendEvent(bench.field, composed("á"))
    keyboard.type("s")

    qtbot.waitUntil(lambda: bench.field.text() == "más")
    assert bench.scans == []


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


class Presses(QObject):
    """Counts the presses that come to a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 # Qt's own name
        self.count += isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return False


@pytest.mark.parametrize("letter", list(string.ascii_lowercase[:3]))
def test_a_key_that_nobody_wants_comes_once_to_each_parent(
    qtbot: QtBot, bench: Watch, letter: str
) -> None:
    presses = Presses(bench.window)
    bench.button.setFocus()

    Keyboard().type(letter)

    qtbot.waitUntil(lambda: presses.count > 0)
    assert presses.count == 1
