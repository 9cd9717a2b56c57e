"""Open the window at once, and let everything else come in after its first paint."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from packstation.arguments import spoken
from packstation.devices.one_at_a_time import Hold
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.ui.look import install_font
from packstation.ui.opening import Opening
from packstation.ui.plain_imports import import_plainly
from packstation.words.words import load


def open_window(settings: BenchSettings) -> int:
    """Show the bench until its window is closed; 1 when another window has this folder."""
    import_plainly()
    words = load(spoken(settings.language), resources())
    hold = Hold.take(settings.window_lock)
    if hold is None:
        reason = words(
            "packstation is already open on {folder}: look for its window, or close it first.",
            folder=settings.home,
        )
        print(reason, file=sys.stderr)
        return 1
    app = QApplication(sys.argv[:1])
    install_font("Inter-Bold.ttf")
    moving_in = MovingIn(settings, Opening(words("One moment")))
    # Where no window manager maximises it, it fills the screen all the same.
    moving_in.opening.resize(app.primaryScreen().availableSize())
    moving_in.opening.showMaximized()
    moving_in.opening.activateWindow()
    code = app.exec()
    moving_in.leave()
    hold.release()
    return code


class MovingIn(QObject):
    """The empty window, and the bench that moves into it after its first paint."""

    def __init__(self, settings: BenchSettings, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        self._settings = settings
        self._close: Callable[[], None] | None = None
        opening.painted_first.connect(self._move_in)

    def leave(self) -> None:
        """Let the bench finish what has come in."""
        if self._close is not None:
            self._close()

    @Slot()
    def _move_in(self) -> None:
        # The window is on screen in a third of a second because its own screens load only now;
        # keys that come meanwhile wait in the queue, with their times.
        from packstation.moving_in import move_in

        self._close = move_in(self._settings, self.opening).close
