"""A scanner of US keys at a computer of another keyboard, as Qt's own key events."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from packstation.devices.layouts import layout
from packstation.devices.us_keyboard import X_OFFSET
from packstation.devices.wedge import GS
from tests.keystrokes import CTRL, ENTER, NONE, SHIFT, window

_GS_KEY = 27
_ENTER_KEY = 28


@dataclass(slots=True)
class Scanner:
    keyboard: str = "us"
    """Of the computer."""
    pace_ms: int = 2
    prefix: str = ""
    clock_ms: int = 1_000_000

    def scan(self, code: str) -> None:
        self.clock_ms += 2000
        for letter in self.prefix + code:
            self._press(letter)
        self._send(ENTER, _ENTER_KEY, NONE, "\r")

    def _press(self, letter: str) -> None:
        if letter == GS:
            self._send(Qt.Key.Key_BracketRight, _GS_KEY, CTRL, GS)
            return
        stroke = layout("us").stroke(letter)
        assert stroke is not None
        code, shift = stroke
        typed = layout(self.keyboard).letters[code, shift]
        key = ord(typed.upper()[0])
        self._send(key, code, SHIFT if shift else NONE, typed)

    def _send(self, key: int, code: int, held: Qt.KeyboardModifier, text: str) -> None:
        self.clock_ms += self.pace_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, code + X_OFFSET, 0, 0, text)
            event.setTimestamp(self.clock_ms)
            QGuiApplication.sendEvent(window(), event)
