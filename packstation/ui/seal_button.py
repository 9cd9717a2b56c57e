"""Signs and prints; while something is still open it is quiet, and says what."""

from dataclasses import dataclass
from typing import Final, Self

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.shop_news import is_cancelled
from packstation.ui.button import BESIDE, Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run, width_of
from packstation.ui.look import CARD, SMALL, Type
from packstation.ui.painted import pixels, unit_room
from packstation.words.words import Words

EDGES: Final = 16.0
STILL: Final = Type(SMALL.size, leading=1.2)
"""What is open: a second line, so that the button is not half as wide as the screen."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """What one would seal now; ``still`` is what is open."""

    doing: str = ""
    still: str = ""
    label: str = ""
    weight: Weight = Weight.PLAIN

    @classmethod
    def on(cls, bench: Packing, words: Words) -> Self:
        doing, still = words("Sign and print"), _still(bench, words)
        # While the bench asks, the answer is given above, and this can only repeat it.
        quiet = bool(still) or bench.asked is not None or is_cancelled(bench)
        label = f"{doing}: {still}" if still else doing
        return cls(doing, still, label, Weight.RESTING if quiet else Weight.NEXT)


class SealButton(Button):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, hint="F12", ground=CARD)
        self._sealing = Sealing()

    def ask(self, sealing: Sealing) -> None:
        self._sealing = sealing
        self.say(sealing.label, sealing.weight)

    def rehearse(self, coming: Sealing) -> None:
        """Paint its label ahead."""
        shown = self._sealing
        if shown.still and coming.still and shown != coming:
            self._sealing = coming
            self.ahead.paint((coming.label, coming.weight), pixels(self, self._face))
            self._sealing = shown

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
        if not self._sealing.still:
            super().paint_label(ink, box)
            return
        tint = self._colours[2]
        doing = Run(self._sealing.doing, self.type, tint)
        still = Run(self._sealing.still, STILL, tint)
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
