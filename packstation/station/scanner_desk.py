"""Checking this bench's scanner: the samples on paper or screen, and what is learned of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from packstation.devices.diagnosis import repaired_habits
from packstation.devices.habits import ScannerHabits
from packstation.devices.printers import PrinterTrouble, find_printer
from packstation.domain.printing import Trouble
from packstation.domain.scanner_check import (
    SAMPLES,
    RepairScanner,
    SamplesPrinted,
    ScannerShown,
    Shape,
    ShapesShown,
)
from packstation.slips.press import ON_SCREEN, SlipUndrawn

_SMALL: Final = frozenset({"A5", "A6"})


class DrawsSamples(Protocol):
    """Whoever draws: the press, or the room it works in."""

    def draw_samples(self, samples: str, language: str) -> bytes:
        """The samples as ``samples`` says: A4, A5 or ON_SCREEN. Raises SlipUndrawn."""


@dataclass(frozen=True, slots=True)
class PaperOfBench:
    """Where papers of this bench come out, and on what."""

    printer: str
    media: str
    folder: Path


class ScannerDesk:
    def __init__(
        self,
        press: DrawsSamples,
        habits: ScannerHabits,
        keep: Callable[[dict[str, str]], None],
    ) -> None:
        """``keep`` writes keys and values into the bench's own file."""
        self._press = press
        self._keep = keep
        self.habits = habits

    def look(self, *, repaired: bool = False) -> ScannerShown:
        return ScannerShown(
            suffix=str(self.habits.suffix),
            prefix=self.habits.prefix,
            gap_ms=self.habits.gap_ms,
            repaired=repaired,
        )

    def shapes(self) -> ShapesShown:
        """None of them when they cannot be drawn: there is the sheet still."""
        try:
            drawn = json.loads(self._press.draw_samples(ON_SCREEN, ""))
        except SlipUndrawn:
            return ShapesShown(())
        pairs = zip(SAMPLES, drawn, strict=True)
        return ShapesShown(tuple(Shape(it.number, tuple(rows)) for it, rows in pairs))

    def repair(self, asked: RepairScanner) -> ScannerShown:
        """Raises what ``keep`` raises; then nothing is changed."""
        self._keep(asked.changes)
        self.habits = repaired_habits(self.habits, asked)
        return self.look(repaired=True)

    def print_samples(self, paper: PaperOfBench, language: str) -> SamplesPrinted:
        media = "A5" if paper.media in _SMALL else "A4"
        printer = find_printer(paper.printer, media, paper.folder)
        trouble = where = ""
        try:
            drawn = self._press.draw_samples(media, language)
            where = printer.submit(drawn, "scanner").where
            where = where if printer.name else str(paper.folder / where)
        except SlipUndrawn:
            trouble = str(Trouble.UNDRAWN)
        except PrinterTrouble as why:
            trouble = why.reason
        return SamplesPrinted(where=where, trouble=trouble, in_folder=not printer.name)
