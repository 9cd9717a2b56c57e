"""Open the window at once, and let everything else come in after its first paint."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from packstation.arguments import spoken
from packstation.devices.one_at_a_time import Hold
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.ui.look import install_font
from packstation.ui.opening import Opening
from packstation.ui.plain_imports import import_plainly
from packstation.words.words import Words, load


def open_window(settings: BenchSettings) -> int:
    """Show the bench until its window is closed; 1 when this folder is not to be had."""
    import_plainly()
    words = load(spoken(settings.language), resources())
    hold = _hold(settings, words)
    if hold is None:
        return 1
    app = QApplication(sys.argv[:1])
    install_font("Inter-Bold.ttf")
    have_qt_speak(app, words.language)
    moving_in = MovingIn(settings, Opening(words("One moment")))
    # Where no window manager maximises it, it fills the screen all the same.
    moving_in.opening.resize(app.primaryScreen().availableSize())
    moving_in.opening.showMaximized()
    moving_in.opening.activateWindow()
    code = app.exec()
    moving_in.leave()
    hold.release()
    return code


def _hold(settings: BenchSettings, words: Words) -> Hold | None:
    """The folder, for this window alone; None once it is said why not."""
    try:
        hold = Hold.take(settings.window_lock)
    except OSError as error:
        where, why = settings.window_lock, error.strerror or error
        print(words("{where} cannot be used: {why}", where=where, why=why), file=sys.stderr)
        return None
    if hold is None:
        reason = words(
            "packstation is already open on {folder}: look for its window, or close it first.",
            folder=settings.home,
        )
        print(reason, file=sys.stderr)
    return hold


def have_qt_speak(app: QApplication, language: str) -> None:
    """What Qt says by itself, in its dialog for files; it is English where nothing is told."""
    said = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if said.load(f"qtbase_{language}", folder):
        app.installTranslator(said)


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
