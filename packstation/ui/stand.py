"""A window and the bench behind it, joined by signals: the real one, or one to practise at."""

import sys
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from packstation.devices.speaker import Speaker
from packstation.domain.bench import Bench, Free, Packing
from packstation.domain.outcomes import WasReleased
from packstation.domain.packing import Step
from packstation.domain.scans import Lock
from packstation.domain.shop import IDLE
from packstation.domain.sounds import Sound, sound_of
from packstation.ui.bridge import Bridge, Progress
from packstation.ui.parts import Parts
from packstation.ui.window import Window
from packstation.words.words import Words

IDLE_MS = IDLE // timedelta(milliseconds=1)

BESIDE_MS = 20
"""How long planning, and the list of what waits, leave a screen's first painting alone."""

Explain = Callable[[Exception, Words], str]


class Stand(QObject):
    """One window at one bench, whatever scans come to it."""

    def __init__(
        self,
        load: Callable[[Progress], Parts],
        window: Window,
        words_of: Callable[[str], Words],
        explain: Explain,
        speaker: Speaker,
    ) -> None:
        super().__init__()
        self._words_of = words_of
        self._explain = explain
        self._bench: Bench | None = None
        self.window = window
        self.bridge = Bridge(load, self)
        self.speaker = speaker
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.beside = QTimer(self, singleShot=True, interval=BESIDE_MS)
        self.looking = QTimer(self, singleShot=True, interval=BESIDE_MS)
        self._join()

    def _join(self) -> None:
        window, bridge = self.window, self.bridge
        window.painted_first.connect(bridge.open)
        window.wished.connect(bridge.wish)
        window.expected.connect(bridge.expect)
        window.retry_printing.connect(bridge.retry_printing)
        bridge.opened.connect(self._show_shop)
        bridge.people.connect(window.show_people)
        bridge.resumed.connect(self._show_resumed)
        bridge.stepped.connect(self._show_step)
        bridge.overview.connect(window.show_overview)
        bridge.printing.connect(window.show_printing)
        bridge.progress.connect(window.show_progress)
        bridge.failed.connect(self._show_failure)
        self.idle.timeout.connect(self._lock)
        self.beside.timeout.connect(bridge.follow_up)
        self.looking.timeout.connect(self._look)
        self._join_desk()

    def _join_desk(self) -> None:
        """What a screen asks for, and the answer that comes when it comes."""
        window, bridge = self.window, self.bridge
        window.sought.connect(bridge.search)
        bridge.searched.connect(window.show_search)
        window.screens.at_table.connect(bridge.at_table)
        bridge.tabled.connect(window.screens.show_table)
        window.screens.drafts_asked.connect(bridge.draft)
        bridge.drafts.connect(window.screens.show_drafts)
        window.screens.why_asked.connect(bridge.explain)
        bridge.explained.connect(window.screens.show_why)
        window.screens.offers_asked.connect(bridge.offer)
        bridge.offered.connect(window.screens.show_offers)
        window.screens.parcel_asked.connect(bridge.look_at_parcel)
        bridge.parcel.connect(window.screens.show_paper)
        window.screens.errand_asked.connect(bridge.run_errand)
        window.screens.errand_stopped.connect(bridge.stop_errand)
        bridge.told.connect(window.screens.tell)

    def close(self) -> None:
        self.idle.stop()
        self.beside.stop()
        self.looking.stop()
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
        sound = sound_of(step.outcome)
        if sound is not None:
            self.speaker.play(sound)
        self.idle.start()
        if step.bench is not self._bench:
            self._arrive(step.bench)
        match step:
            case Step(bench=Free(packer), outcome=WasReleased()):
                self.bridge.look(packer)  # one more waits, though nobody came or went
            case _:
                pass

    def _arrive(self, bench: Bench) -> None:
        """Ask for what the screen shows beside the step, once the step itself is on screen."""
        before, self._bench = self._bench, bench
        match bench:
            case Free(packer) if not (isinstance(before, Free) and before.packer == packer):
                self.looking.start()
            case Packing(plan=None):
                self.beside.start()
            case _:
                pass

    @Slot()
    def _look(self) -> None:
        if isinstance(self._bench, Free):  # else somebody has gone on: nobody sees the list
            self.bridge.look(self._bench.packer)

    @Slot()
    def _lock(self) -> None:
        if isinstance(self._bench, Free | Packing):
            self.bridge.wish(Lock())

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
        self.speaker.play(Sound.NOT_NOW)
        self.window.show_failure(self._explain(error, self._words_of("")))
