"""Hears a scanner as it is, before the bench makes a code of it: each key, and when it came."""

from collections import deque
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from packstation.devices.heard import heard
from packstation.devices.wedge import Key, Kind, no_later, within
from packstation.ui.keyboard import Presses
from packstation.ui.pressed import Composed, Mark, arrival_ms, mark_of, read
from packstation.ui.x_keys import watch_keys

_LEAST: Final = 4
"""Keys that are worth a look; fewer are a hand's."""
_QUIET_MS: Final = 300
"""So long nothing follows when a code is over; the slowest scanner pauses less."""
_LINE_FEED_MS: Final = 80
"""So soon after Enter a second one still belongs to it."""
_TAIL_MS: Final = 250


class Ear(QObject):
    """While it listens, no key that types reaches anything else: nor the bench's own filter.

    Enter, Tab and Space on their own, arrows and Escape are a hand's, and go their way.
    ``heard`` carries a Heard.
    """

    heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presses: Presses | None = None
        self._keys: list[Key] = []
        self._ahead: deque[Key] = deque()
        self._down: set[int] = set()
        self._asked_about: Mark | None = None
        self._swallows = False
        self._ended_ms: int | None = None
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._end_of_silence)

    def listen(self) -> None:
        application = QApplication.instance()
        if application is not None:
            # Filters are asked the last one first: this one before the bench's.
            application.installEventFilter(self)
        self._presses = self._presses or watch_keys()

    def rest(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._silence.stop()
        self._keys.clear()
        self._ahead.clear()
        self._down.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            return self._swallows_composed(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._swallows_release(event)
        # Qt shows a press twice: first it asks whether it may look for a shortcut.
        mark, asks = mark_of(event), event.type() == QEvent.Type.ShortcutOverride
        if asks or mark != self._asked_about:
            self._swallows = self._takes(watched, event)
        self._asked_about = mark if asks else None
        if self._swallows:
            event.accept()
        return self._swallows

    def _takes(self, receiver: QObject, event: QKeyEvent) -> bool:
        key = read(event, receiver)
        if key is None or self._is_by_hand(key):
            return False
        self._down.add(event.nativeScanCode() or event.key())
        self._take(key)
        return True

    def _is_by_hand(self, key: Key) -> bool:
        if key.kind is Kind.HAND:
            return True
        if self._keys:
            return False
        ends = key.kind in {Kind.ENTER, Kind.TAB} or key.text == " "
        late = self._ended_ms is not None and within(_TAIL_MS, self._ended_ms, key.tick_ms)
        return key.kind is Kind.CHORD or (ends and not late)

    def _swallows_release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt and self._keys:
            self._take(Key("", "", event.timestamp() or arrival_ms(), Kind.ALT_UP))
        which = event.nativeScanCode() or event.key()
        swallowed = which in self._down
        if not event.isAutoRepeat():
            self._down.discard(which)
        return swallowed

    def _swallows_composed(self, receiver: QObject, event: QInputMethodEvent) -> bool:
        """The letter of a dead key, which comes on a way of its own and without a time."""
        composed = Composed.of(receiver, event)
        if composed is None:
            return False
        told = None if self._presses is None else self._presses.last_ms
        if told is None:
            self._take(Key(composed.text, "", arrival_ms()))
        else:  # the keys before it may still be in line, another code's too
            self._ahead.append(Key(composed.text, "", told))
            self._silence.start(_QUIET_MS)
        return True

    def _take(self, key: Key) -> None:
        while self._ahead and no_later(self._ahead[0].tick_ms, key.tick_ms):
            self._hear(self._ahead.popleft())
        self._hear(key)

    def _hear(self, key: Key) -> None:
        ended = bool(self._keys) and self._keys[-1].kind is Kind.ENTER
        if ended and key.kind is not Kind.ENTER:
            self._end()
        self._keys.append(key)
        self._silence.start(_LINE_FEED_MS if key.kind is Kind.ENTER else _QUIET_MS)

    @Slot()
    def _end_of_silence(self) -> None:
        while self._ahead:
            self._hear(self._ahead.popleft())
        self._end()

    def _end(self) -> None:
        keys, self._keys = self._keys, []
        self._silence.stop()
        if not keys:
            return
        last = max(it.tick_ms for it in keys)
        self._ended_ms = last
        us = "" if self._presses is None else self._presses.read(last, _QUIET_MS)
        if sum(it.kind is not Kind.ALT_UP for it in keys) >= _LEAST:
            self.heard.emit(heard(keys, us))
