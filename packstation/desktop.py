"""Open the window at once, and let everything else come in after its first paint."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from packstation.arguments import system_language
from packstation.devices.one_at_a_time import Hold
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.ui.look import install_fonts
from packstation.ui.opening import Opening
from packstation.words.words import Words, load

# Three late imports, and the only ones: the window is on screen in a third of a second, then
# its own screens load (keys that come meanwhile wait in the queue, with their times), then, on
# the station's thread, SQLAlchemy, Alembic and ReportLab, which take most of a second.


def open_window(settings: BenchSettings) -> int:
    """Show the bench until its window is closed; 1 when another window has this folder."""
    words = load(settings.language or system_language(), resources())
    hold = Hold.take(settings.window_lock)
    if hold is None:
        reason = words(
            "packstation is already open on {folder}: look for its window, or close it first.",
            folder=settings.home,
        )
        print(reason, file=sys.stderr)
        return 1
    app = QApplication(sys.argv[:1])
    install_fonts()
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
        from packstation.devices.equipment import set_up
        from packstation.ui.app import Desktop

        told = self._settings
        equipment = set_up(
            volume=told.volume, habits=told.habits, scanner=told.scanner, baud=told.baud
        )
        here = Desktop(self._load, self._words_of, self._explain, told.pictures, equipment)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(here.filter)
        self.opening.take(here.window)
        self._close = here.close

    def _load(self, progress: Callable[[float], None]) -> object:
        from packstation.assemble import open_bench

        return open_bench(self._settings, progress)

    def _explain(self, error: Exception, words: Words) -> str:
        from packstation.cli.trouble import explain

        return explain(error, words)

    def _words_of(self, language: str) -> Words:
        spoken = self._settings.language or language or system_language()
        return load(spoken, resources())
