"""Scans belong to the bench: one filter takes them out of the keys, wherever the focus is.

It goes with the focus. Asked by the application, it would see every event there is, thousands
for an order that is opened; and the first object without a type in Python makes PySide load
all the types it has, which takes 30 ms in the middle of somebody's work.

Every key is held back until it is clear who pressed it, a hand or a scanner: until the next
key, and for 40 ms at most. Then a hand's keys are pressed again where they were meant to go,
and a scanner's never reach a widget. Keys that only a hand has (arrows, Backspace, a single
Enter or Tab) are not held at all.

A dead key of this computer's layout is composed before Qt shows it, and may overtake other
keys: its letter goes into the scan and into no field. Where X tells of the keys themselves,
the second reading of every scan comes from there; elsewhere such a scan has none.
"""

from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final, Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from packstation.devices.event_clock import EventClock
from packstation.devices.habits import ScannerHabits
from packstation.devices.wedge import Key, Kind, Read, Typed, Wedge, no_later
from packstation.domain.scans import Scan
from packstation.ui.pressed import Composed, Mark, Pressed, arrival_ms, mark_of, read

_GRACE_MS: Final = 5
_LATE_MS: Final = 15


class Presses(Protocol):
    """Every key that was pressed, whatever an input method made of it."""

    last_ms: int | None

    def read(self, until_ms: int, gap_ms: int) -> str:
        """What the burst around ``until_ms`` is on a US keyboard; each is asked for once."""


class ScanFilter(QObject):
    """Takes the scans out of all keys from ``listen`` on, until ``rest``.

    Goes by the time of the events. One that brings none (timestamp 0, as from QTest) counts
    with the time it arrives.
    """

    scanned = Signal(object)  # a Scan

    def __init__(
        self,
        parent: QObject | None = None,
        habits: ScannerHabits | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        presses: Presses | None = None,
    ) -> None:
        super().__init__(parent)
        self._presses = presses
        self._now = now
        self._clock = EventClock()
        self._wedge = Wedge(habits)
        self._last_ms = 0
        self._asked_about: Mark | None = None
        self._swallows = False
        self._let_through: Mark | None = None
        self._down: set[int] = set()
        self._ahead: deque[Key] = deque()
        self._turns = 0
        self._waited = QElapsedTimer()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._end_of_silence)
        self._focus: QObject | None = None
        self._listens = False

    def listen(self) -> None:
        application, self._listens = _application(), True
        application.focusWindowChanged.connect(self._follow_window)
        application.focusObjectChanged.connect(self._follow_focus)
        self._follow_window(application.focusWindow())
        self._follow_focus(application.focusObject())

    def rest(self) -> None:
        """Hear no more; nothing to do for one that does not listen."""
        if not self._listens:
            return
        application, self._listens = _application(), False
        application.focusWindowChanged.disconnect(self._follow_window)
        application.focusObjectChanged.disconnect(self._follow_focus)
        for window in application.topLevelWindows():
            window.removeEventFilter(self)
        self._follow_focus(None)

    @Slot(QWindow)
    def _follow_window(self, window: QWindow | None) -> None:
        """All keys of the system come here first, popups' too."""
        if window is not None:
            window.installEventFilter(self)

    @Slot(QObject)
    def _follow_focus(self, focus: QObject | None) -> None:
        """What an input method composes comes to the focus alone."""
        before, self._focus = self._focus, focus
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if focus is not None:
            focus.installEventFilter(self)

    def learn(self, habits: ScannerHabits) -> None:
        """The scanner is known better from now on."""
        self._wedge = Wedge(habits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if mark_of(event) == self._let_through:
                return False
            if event.type() == QEvent.Type.KeyRelease:
                return self._swallows_release(event)
            return self._swallows_press(watched, event)
        return isinstance(event, QInputMethodEvent) and self._swallows_composed(watched, event)

    def _swallows_press(self, receiver: QObject, event: QKeyEvent) -> bool:
        # Qt shows a press twice: first it asks whether it may look for a shortcut.
        mark, asks = mark_of(event), event.type() == QEvent.Type.ShortcutOverride
        if asks or mark != self._asked_about:
            self._swallows = not self._is_by_hand(receiver, event)
        self._asked_about = mark if asks else None
        if self._swallows:
            event.accept()  # or Qt would look for one
        return self._swallows

    def _swallows_release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt and self._wedge.holding:
            self._feed(Key("", "", event.timestamp() or arrival_ms(), Kind.ALT_UP))
        swallowed = _which(event) in self._down
        if not event.isAutoRepeat():
            self._down.discard(_which(event))
        return swallowed

    def _swallows_composed(self, receiver: QObject, event: QInputMethodEvent) -> bool:
        """The letter of a dead key comes on a way of its own, and without a time."""
        composed = Composed.of(receiver, event)
        if composed is None or self._let_through == composed.mark:
            return False
        if self._presses is not None and self._presses.last_ms is not None:
            # X has just told of the key that completed it: the keys before that may still
            # be in line, and have to be heard first.
            self._ahead.append(Key(composed.text, "", self._presses.last_ms, source=composed))
            self._wait()
            return True
        tick_ms = self._last_ms if self._wedge.holding else arrival_ms()
        return not self._feed(Key(composed.text, "", tick_ms, source=composed))

    def _is_by_hand(self, receiver: QObject, event: QKeyEvent) -> bool:
        """Whether this press may go its own way at once; else it is held, or in a scan."""
        key = read(event, receiver)
        if key is None:
            return True
        self._down.add(_which(event))
        by_hand = self._feed(key)
        if by_hand:
            self._down.discard(_which(event))
        return by_hand

    def _feed(self, key: Key) -> bool:
        """Tell the wedge; True when ``key`` itself turned out to be typed, as the last one."""
        while self._ahead and no_later(self._ahead[0].tick_ms, key.tick_ms):
            self._settle(self._wedge.press(self._ahead.popleft()))
        self._last_ms = key.tick_ms
        answers = self._wedge.press(key)
        if self._wedge.holding or self._ahead:
            self._wait()
        else:
            self._silence.stop()
        return self._settle(answers, key)

    def _settle(self, answers: Iterable[Typed | Read], last: Key | None = None) -> bool:
        for answer in answers:
            match answer:
                case Typed(keys):
                    self._second_reading(keys[-1].tick_ms)  # a hand's: nobody wants it
                    self._press_again([key for key in keys if key is not last])
                    if keys[-1] is last:
                        return True
                case Read():
                    self._take(answer)
        return False

    def _take(self, burst: Read) -> None:
        at = self._clock.at(burst.tick_ms, self._now())
        us = self._second_reading(burst.tick_ms) or burst.us
        text, us = self._wedge.habits.bare(burst.text, us)
        if text:
            self.scanned.emit(Scan(text, at, "" if us == text else us))

    def _second_reading(self, until_ms: int) -> str:
        if self._presses is None:
            return ""
        return self._presses.read(until_ms, self._wedge.habits.gap_ms)

    def _press_again(self, keys: Iterable[Key]) -> None:
        moved = False
        for key in keys:
            if not isinstance(key.source, Pressed | Composed):
                continue
            focus = QApplication.focusWidget()
            before, self._let_through = self._let_through, key.source.mark
            key.source.again(here=moved)
            self._let_through = before
            moved = moved or QApplication.focusWidget() is not focus

    def _wait(self) -> None:
        self._turns = 2
        self._wait_on()

    def _wait_on(self) -> None:
        self._waited.start()
        self._silence.start(self._wedge.habits.gap_ms + _GRACE_MS)

    @Slot()
    def _end_of_silence(self) -> None:
        """The timer alone proves no silence: the next key may have come, and wait in line.

        So the line is looked through once more; and if the timer itself is late, the window
        was busy, and whoever sends the keys gets their time again.
        """
        self._turns -= 1
        if self._turns <= 0:
            while self._ahead:
                self._settle(self._wedge.press(self._ahead.popleft()))
            self._settle(self._wedge.silence())
        elif self._waited.elapsed() > self._silence.interval() + _LATE_MS:
            self._wait_on()
        else:
            self._silence.start(0)


def _application() -> QGuiApplication:
    """Raises TypeError where there is none, or one without windows."""
    match QGuiApplication.instance():
        case QGuiApplication() as application:
            return application
        case other:
            raise TypeError(other)


def _which(event: QKeyEvent) -> int:
    """The key itself: its letter may change while it is down, when Shift goes up first."""
    return event.nativeScanCode() or event.key()
