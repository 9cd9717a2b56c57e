"""A key as Qt tells of it: read for the wedge, and pressed again once it was a hand's."""

from dataclasses import dataclass
from time import monotonic
from typing import Final, Self

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from packstation.devices.us_keyboard import X_OFFSET, typed_on_us
from packstation.devices.wedge import GS, Key, Kind

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier

_K: Final = Qt.Key
_ENTERS: Final = {_K.Key_Return, _K.Key_Enter}
_BY_HAND: Final = {
    *(_K.Key_Backspace, _K.Key_Delete, _K.Key_Insert, _K.Key_Backtab, _K.Key_Home, _K.Key_End),
    *(_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown),
}
# The keypad with Alt, Num Lock on or off.
_DIGITS: Final = {_K.Key_0 + digit: str(digit) for digit in range(10)} | {
    _K.Key_Insert: "0",
    _K.Key_End: "1",
    _K.Key_Down: "2",
    _K.Key_PageDown: "3",
    _K.Key_Left: "4",
    _K.Key_Clear: "5",
    _K.Key_Right: "6",
    _K.Key_Home: "7",
    _K.Key_Up: "8",
    _K.Key_PageUp: "9",
}
_FUNCTION_KEYS: Final = range(_K.Key_F1, _K.Key_F35 + 1)
# Platforms whose scan codes are X's; offscreen has those that a test gives. Elsewhere a code
# names another key, and there is no second reading.
_X_CODES: Final = {"xcb", "wayland", "offscreen"}

Mark = tuple[int, Qt.KeyboardModifier, str, int] | str


@dataclass(frozen=True, slots=True)
class Pressed:
    """One key press, to be done again, and the widget it was meant for."""

    event: QKeyEvent
    target: QWidget | None

    @property
    def mark(self) -> Mark:
        return mark_of(self.event)

    def again(self, *, here: bool) -> None:
        """Press and release it, ``here`` where the focus is now, or where it was then.

        Qt looks for a shortcut first, as it does for any press that a program sends.
        """
        target = meant_for(None) if here or not _alive(self.target) else self.target
        if target is None:
            return
        QApplication.sendEvent(target, _like(self.event, QEvent.Type.KeyPress))
        if _alive(target):
            QApplication.sendEvent(target, _like(self.event, QEvent.Type.KeyRelease))


@dataclass(frozen=True, slots=True)
class Composed:
    """One letter made of two keys, the first of them dead, and the widget it was meant for."""

    text: str
    target: QWidget | None

    @classmethod
    def of(cls, receiver: QObject, event: QInputMethodEvent) -> Self | None:
        """None for whatever else an input method says: that is a hand at work."""
        text = event.commitString()
        if len(text) != 1 or event.preeditString() or event.replacementLength():
            return None
        return cls(text, meant_for(receiver))

    @property
    def mark(self) -> Mark:
        return self.text

    def again(self, *, here: bool) -> None:
        target = meant_for(None) if here or not _alive(self.target) else self.target
        if target is not None:
            event = QInputMethodEvent()
            event.setCommitString(self.text)
            QApplication.sendEvent(target, event)


def read(event: QKeyEvent, receiver: QObject) -> Key | None:
    """The key for the wedge; None when it only changes others, as Shift does."""
    tick_ms = event.timestamp() or arrival_ms()
    kind, text, us = _meaning(event)
    if kind is None:
        return None
    copy = _like(event, QEvent.Type.KeyPress)
    copy.setTimestamp(tick_ms)
    source = Pressed(copy, meant_for(receiver))
    return Key(text, us, tick_ms, kind, event.isAutoRepeat(), source)


def mark_of(event: QKeyEvent) -> Mark:
    """What the same press shows to window, widget and parents, and the next one does not."""
    return event.key(), event.modifiers(), event.text(), event.timestamp()


def arrival_ms() -> int:
    """The time now, for an event that brings none of its own: its key was pressed earlier."""
    return int(monotonic() * 1000)


def _meaning(event: QKeyEvent) -> tuple[Kind | None, str, str]:
    key, held, text = event.key(), event.modifiers(), event.text()
    us = _us(event)
    if held & _ALT and held & _KEYPAD and key in _DIGITS:
        return Kind.ALT_DIGIT, _DIGITS[key], _DIGITS[key]
    if text == GS or (held & _CTRL and (us == "]" or key == _K.Key_BracketRight)):
        return Kind.TEXT, GS, GS
    if key in _ENTERS or text in {"\r", "\n"}:
        return Kind.ENTER, "", ""
    if key in _BY_HAND:
        return Kind.HAND, "", ""
    if key == _K.Key_Tab and not held & (_CTRL | _ALT):
        return Kind.TAB, "\t", "\t"
    # Ctrl and Alt together are the AltGr of Windows: it types.
    chord = bool(held & _META) or bool(held & _CTRL) is not bool(held & _ALT)
    if key in _FUNCTION_KEYS or key == _K.Key_Escape or (chord and not _only_changes(key)):
        return Kind.CHORD, "", ""
    if text and text.isprintable():
        return Kind.TEXT, text, us
    return None, "", ""


def _only_changes(key: int) -> bool:
    return _K.Key_Shift <= key <= _K.Key_ScrollLock or key >= _K.Key_Super_L


def _us(event: QKeyEvent) -> str:
    if QGuiApplication.platformName() not in _X_CODES:
        return ""
    shift = bool(event.modifiers() & _SHIFT)
    return typed_on_us(event.nativeScanCode() - X_OFFSET, shift=shift)


def meant_for(receiver: QObject | None) -> QWidget | None:
    """Where Qt would send a key that arrived at ``receiver``, or now."""
    if isinstance(receiver, QWidget):
        return receiver
    focus, popup = QApplication.focusWidget(), QApplication.activePopupWidget()
    if popup is not None and not (focus is not None and popup.isAncestorOf(focus)):
        return popup
    return QWidget.keyboardGrabber() or focus or QApplication.activeWindow()


def _alive(widget: QWidget | None) -> bool:
    return widget is not None and isValid(widget) and widget.isVisible()


def _like(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    copy = QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
