"""Watches the bench come up, in the process that ``started`` is."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from packstation.ui import app
from tests.bench.resting import tell_memory

REST_MS = 500


class WitnessedDesktop(app.Desktop):
    """Says what its window did, and closes it at the end."""

    def _join(self) -> None:
        super()._join()
        self.window.painted_first.connect(lambda: print("field", flush=True))
        self.bridge.resumed.connect(lambda _: print("ready", flush=True))
        self.bridge.overview.connect(lambda _: QTimer.singleShot(REST_MS, _tell_rest))


def attend() -> None:
    """Be there when the next desktop is made: it is found by this name."""
    vars(app)["Desktop"] = WitnessedDesktop


def _tell_rest() -> None:
    tell_memory()
    QApplication.quit()
