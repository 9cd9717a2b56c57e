"""A scanner's fingers and a person's, as Qt's own key events with times of our choosing."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ENTER = Qt.Key.Key_Return

_NAMED = {ENTER: "\r", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Space: " "}


@dataclass(slots=True)
class Keyboard:
    """Types into the window with the focus, ``pace_ms`` between two keys by event time."""

    pace_ms: int = 1
    clock_ms: int = 1_000_000
    codes: dict[str, int] = field(default_factory=dict)
    """Scan codes of letters, as X numbers them."""

    def scan(self, code: str) -> None:
        """A scanner's burst, after a pause: ``code`` and Enter."""
        self.pause()
        self.type(code)
        self.press(ENTER)

    def type(self, text: str) -> None:
        for letter in text:
            held = SHIFT if letter.isupper() else NONE
            self.press(Qt.Key(ord(letter.upper())), held, text=letter)

    def press(self, key: int, held: Qt.KeyboardModifier = NONE, *, text: str = "") -> None:
        """Down and up, ``pace_ms`` after the key before."""
        self.clock_ms += self.pace_ms
        self.send(QEvent.Type.KeyPress, key, held, text)
        self.send(QEvent.Type.KeyRelease, key, held, text)

    def pause(self, ms: int = 1000) -> None:
        self.clock_ms += ms

    def send(self, kind: QEvent.Type, key: int, held: Qt.KeyboardModifier, text: str) -> None:
        text = text or _NAMED.get(Qt.Key(key), "")
        event = QKeyEvent(kind, key, held, self.codes.get(text, 0), 0, 0, text)
        event.setTimestamp(self.clock_ms)
        QGuiApplication.sendEvent(window(), event)


def window() -> QWindow:
    """The window with the focus: there the system's own keys arrive."""
    focused = QGuiApplication.focusWindow()
    assert focused is not None, "no window has the focus: show it and activate it first"
    return focused
