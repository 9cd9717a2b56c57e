"""The window, its scanner and the bench behind it, joined by signals."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from packstation.domain.bench import Bench, Free, Packing
from packstation.domain.packing import Step
from packstation.domain.scans import Lock
from packstation.ui.bridge import Bridge, Parts, Progress
from packstation.ui.keyboard import ScanFilter
from packstation.ui.window import Window
from packstation.words.words import Words

IDLE_MS = 5 * 60_000
"""After so long without any input the bench locks; the order in hand keeps its counts."""


class Desktop(QObject):
    """One window at one bench, from its first paint to its close."""

    def __init__(
        self,
        load: Callable[[Progress], Parts],
        words_of: Callable[[str], Words],
        explain: Callable[[Exception, Words], str],
        pictures: Path,
    ) -> None:
        super().__init__()
        self._words_of = words_of
        self._explain = explain
        self._bench: Bench | None = None
        self.window = Window(words_of, pictures)
        self.bridge = Bridge(load, self)
        self.filter = ScanFilter(self)
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._join()

    def _join(self) -> None:
        window, bridge = self.window, self.bridge
        window.painted_first.connect(bridge.open)
        window.wished.connect(bridge.wish)
        window.retry_printing.connect(bridge.retry_printing)
        self.filter.scanned.connect(bridge.receive)
        bridge.opened.connect(self._show_shop)
        bridge.people.connect(window.show_people)
        bridge.resumed.connect(self._show_resumed)
        bridge.stepped.connect(self._show_step)
        bridge.overview.connect(window.show_overview)
        bridge.printing.connect(window.show_printing)
        bridge.progress.connect(window.show_progress)
        bridge.failed.connect(self._show_failure)
        self.idle.timeout.connect(self._lock)

    def close(self) -> None:
        self.bridge.close()

    @Slot(object)
    def _show_shop(self, parts: Parts) -> None:
        self.window.show_shop(parts.shop, parts.name)

    @Slot(object)
    def _show_resumed(self, bench: Bench) -> None:
        self.window.show_bench(bench)
        self._arrive(bench)

    @Slot(object)
    def _show_step(self, step: Step) -> None:
        self.window.show_step(step)
        self.idle.start()
        if step.bench is not self._bench:
            self._arrive(step.bench)

    def _arrive(self, bench: Bench) -> None:
        """Ask for what the screen shows beside the step, once the step itself is on screen."""
        before, self._bench = self._bench, bench
        match bench:
            case Free(packer) if not (isinstance(before, Free) and before.packer == packer):
                self.bridge.look(packer)
            case Packing(plan=None):
                self.bridge.follow_up()
            case _:
                pass

    @Slot()
    def _lock(self) -> None:
        if isinstance(self._bench, Free | Packing):
            self.bridge.wish(Lock())

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
        self.window.show_failure(self._explain(error, self._words_of("")))
