"""A digit alone is the number key of a touch; several in a row are a code somebody types.

A hand that begins an order number must not tick touches on its way. So a digit waits for a
moment, and shows meanwhile which touch it stands for. Whatever letter or digit follows within
that moment makes it the beginning of a code, and the field for it opens with both. Enter, or
any other key, does not wait for the end of the moment.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

ALONE_MS: Final = 750
"""Three digits in a second and a half are one number; two touches in a row have their time."""
_DIGITS: Final = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NumberKeys(QObject):
    """For a screen: what it did not want of its keys comes to ``press``."""

    alone = Signal(int)
    """This digit was meant by itself."""
    waiting = Signal(int)
    """This digit may be: shown, not done; -1 when none is any more."""
    begun = Signal(str)
    """The beginning of a code; what follows should go into a field."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digit = ""
        self._moment = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._moment.timeout.connect(self.settle)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was taken, as a digit or as what follows one."""
        digit = str(event.key() - Qt.Key.Key_0) if event.key() in _DIGITS else ""
        typed = event.text() if event.text().isalnum() else digit
        if event.isAutoRepeat() and digit:
            return True  # still the same press
        if self._digit and typed:
            begun = self._digit + typed
            self.forget()
            self.begun.emit(begun)
            return True
        if digit:
            self._digit = digit
            self._moment.start()
            self.waiting.emit(int(digit))
            return True
        ended = bool(self._digit) and event.key() in _ENTERS
        self.settle()
        return ended

    @Slot()
    def settle(self) -> None:
        """Nothing followed, or something else did."""
        digit = self._digit
        self.forget()
        if digit:
            self.alone.emit(int(digit))

    def forget(self) -> None:
        """It has lost its meaning."""
        self._moment.stop()
        if self._digit:
            self._digit = ""
            self.waiting.emit(-1)
