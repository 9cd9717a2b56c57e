"""Signs and prints; while something is still open it is quiet, and says what."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run, width_of
from packstation.ui.look import CARD, SMALL, Type
from packstation.ui.painted import BESIDE, Button, Weight, pixels, unit_room
from packstation.words.words import Words

EDGES: Final = 16.0
STILL: Final = Type(SMALL.size, leading=1.2)
"""What is open: a second line, so that the button is not half as wide as the screen."""


class SealButton(Button):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, hint="F12", ground=CARD)
        self._doing = self._still = ""

    def ask(self, bench: Packing, words: Words) -> None:
        """What one would seal now, and how much it asks to be pressed."""
        self._doing, self._still = words("Sign and print"), _still(bench, words)
        # While the bench asks, the answer is given above, and this can only repeat it.
        quiet = bool(self._still) or bench.asked is not None
        said = self._said(self._still) if self._still else self._doing
        self.say(said, Weight.RESTING if quiet else Weight.NEXT)

    def rehearse(self, bench: Packing, words: Words) -> None:
        """Paint its label ahead, as it will be when ``bench`` stands so."""
        shown, still = self._still, _still(bench, words)
        if shown and still and shown != still:
            self._still = still
            coming = self._said(still), Weight.RESTING
            self.ahead.paint(coming, pixels(self, self._face))
            self._still = shown

    def _said(self, still: str) -> str:
        return f"{self._doing}: {still}"

    def widest(self, bench: Packing, words: Words) -> float:
        """How wide it may become while ``bench`` is packed, in units."""
        missing = _pieces(bench.order.pieces, words), _touches(bench.order.pieces, words)
        return self._wide(words("Sign and print"), *missing)

    @property
    def _face(self) -> QRectF:
        """Two lines need more of its height."""
        return unit_room(self).adjusted(10, 3, -10, -3)

    def _wide(self, doing: str, *stills: str) -> float:
        lines = (Run(doing, self.type), *(Run(still, STILL) for still in stills))
        return max(map(width_of, lines)) + 2 * EDGES + self._hint_width

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        if not self._still:
            super().paint_label(ink, box)
            return
        tint = self._colours[2]
        doing, still = Run(self._doing, self.type, tint), Run(self._still, STILL, tint)
        wide = max(width_of(doing), width_of(still))
        left = (box.width() - wide - self._hint_width) / 2
        ink.write(QRectF(left, 5, wide + 1, 22), doing, align=CENTRE)
        ink.write(QRectF(left, 26, wide + 1, 22), still, align=CENTRE)
        self.paint_hint(ink, left + wide + BESIDE)


def _still(bench: Packing, words: Words) -> str:
    if bench.missing:
        return _pieces(bench.missing, words)
    touches = len(bench.open_touches)
    return _touches(touches, words) if touches else ""


def _pieces(count: int, words: Words) -> str:
    return words.n("{n} piece missing", "{n} pieces missing", count)


def _touches(count: int, words: Words) -> str:
    return words.n("{n} touch still open", "{n} touches still open", count)
