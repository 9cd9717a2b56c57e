"""Notices that nobody touches a window any more: no key, no mouse, no finger."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from packstation.domain.shop import IDLE

_TOUCHES: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TabletPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class Unused(QTimer):
    """``timeout`` once nobody has touched the watched window for as long as locks a bench."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=IDLE // timedelta(milliseconds=1))

    def watch(self, widget: QWidget) -> None:
        """What the system sends to a window passes here, whichever widget it is for."""
        window = widget.window().windowHandle()
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
        self.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if self.isActive() and event.type() in _TOUCHES:
            self.start()
        return False
