"""The keys themselves, as X tells of them: read before an input method may eat the dead ones.

A scanner presses the keys of a US keyboard. Under a Spanish layout some of those are dead
keys: Qt composes them with the next letter or drops them, and its key events no longer say
what was pressed. X says it of every key, so the second reading of a scan is taken from here.
"""

import ctypes
import struct
from collections import deque
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from packstation.devices.us_keyboard import X_OFFSET, typed_on_us
from packstation.devices.wedge import GS, Key, Kind, no_later, spelled, within
from packstation.domain.codes import LONGEST

# xcb_key_press_event_t: type, key code, time in ms and, at byte 28, the modifiers.
_KEY_EVENT: Final = struct.Struct("=BBxxI20xH2x")
_PRESS: Final = 2
_RELEASE: Final = 3
_SENT_BY_A_PROGRAM: Final = 0x80

_SHIFT: Final = 1
_CTRL: Final = 4
_ALT: Final = 8
_SUPER: Final = 64

# Numbered as in us_keyboard.
_ENTERS: Final = {28, 96, 101}
_ALTS: Final = {56, 100}
_TAB: Final = 15
_KEYPAD: Final = range(71, 83)
_WITH_CTRL: Final = {27: (Kind.TEXT, GS), 36: (Kind.ENTER, ""), 50: (Kind.ENTER, "")}


class XKeys(QAbstractNativeEventFilter):
    """Remembers what was pressed until it is asked for, and keeps nothing from anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.last_ms: int | None = None
        """When the last key was pressed, by the clock of X."""
        self._pressed: deque[Key] = deque(maxlen=2 * LONGEST)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if kind == b"xcb_generic_event_t":
            # PySide hands over a pointer that only looks like a number.
            self._note(ctypes.string_at(int(message), _KEY_EVENT.size))
        return False, 0

    def read(self, until_ms: int, gap_ms: int) -> str:
        """The burst that ``until_ms`` belongs to, on a US keyboard; it is forgotten with that.

        Empty when no key is known of it.
        """
        burst: list[Key] = []
        while self._pressed:
            key = self._pressed[0]
            follows = bool(burst) and within(gap_ms, burst[-1].tick_ms, key.tick_ms)
            if not follows and not no_later(key.tick_ms, until_ms):
                break
            self._pressed.popleft()
            if key.kind is Kind.ENTER and burst:
                break
            burst = [*burst, key] if follows else [key]
        text, _ = spelled(burst)
        return text

    def _note(self, event: bytes) -> None:
        kind, code, tick_ms, held = _KEY_EVENT.unpack(event)
        kind &= ~_SENT_BY_A_PROGRAM
        if kind == _PRESS:
            self.last_ms = tick_ms
            key = _key(code - X_OFFSET, held, tick_ms)
        elif kind == _RELEASE and code - X_OFFSET in _ALTS:
            key = Key("", "", tick_ms, Kind.ALT_UP)
        else:
            return
        if key is not None:
            self._pressed.append(key)


def watch_keys() -> XKeys | None:
    """Listen from now on; None where there is no X to listen to."""
    application = QCoreApplication.instance()
    if application is None or QGuiApplication.platformName() != "xcb":
        return None
    keys = XKeys()
    application.installNativeEventFilter(keys)
    return keys


def _key(code: int, held: int, tick_ms: int) -> Key | None:
    """None for a key that types nothing. Caps Lock changes nothing: the scanner sets Shift."""
    if code in _ENTERS:
        return Key("", "", tick_ms, Kind.ENTER)
    if held & _CTRL and code in _WITH_CTRL:
        kind, text = _WITH_CTRL[code]
        return Key(text, text, tick_ms, kind)
    text = "\t" if code == _TAB else typed_on_us(code, shift=bool(held & _SHIFT))
    if held & _ALT and code in _KEYPAD and text.isdigit():
        return Key(text, text, tick_ms, Kind.ALT_DIGIT)
    if not text or held & (_CTRL | _ALT | _SUPER):
        return None
    return Key(text, text, tick_ms, Kind.TAB if code == _TAB else Kind.TEXT)
