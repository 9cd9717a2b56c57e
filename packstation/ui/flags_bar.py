"""The dark band under the header: what changes how to pack, and who opens the parcel."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, width_of
from packstation.ui.look import BOLD, GUTTER, HONEY, NIGHT, SEMIBOLD, STOP, WHITE, Type
from packstation.ui.painted import Painted
from packstation.words.card_phrases import flags
from packstation.words.noticed_phrases import shop_flag
from packstation.words.words import Words

FLAG = Type(19, SEMIBOLD)
LOUD = Type(22, BOLD)
ALONE, ROW, MARK, BETWEEN = 44.0, 36.0, 18.0, 26.0
BESIDE, APART = 4.0, 8.0


class FlagsBar(Painted):
    """Flags wrap into rows; none is ever left out, unless the order is cancelled.

    That is all there is to know of it then: the band is red, and says nothing else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, NIGHT)
        self._flags: tuple[str, ...] = ()
        self._cancelled = False

    def show_bench(self, bench: Packing, words: Words) -> None:
        said = () if bench.news is None else (shop_flag(bench.news, words),)
        cancelled = bench.news is not None and bench.news.cancels
        shown = said if cancelled else (*said, *flags(bench.order, words))
        if (shown, cancelled) == (self._flags, self._cancelled):
            return
        self._flags, self._cancelled = shown, cancelled
        self._ground = STOP if cancelled else NIGHT
        self.read_out(", ".join(shown))
        self.update()

    def height_at(self, width: float) -> float:
        rows = max((row for _, row, _ in self._places(width)), default=-1) + 1
        return ALONE + (rows - 1) * ROW if rows else 0

    def paint(self, ink: Ink) -> None:
        for left, row, run in self._places(self.room.width()):
            middle = ALONE / 2 + row * ROW
            spot = QRectF(left, middle - MARK / 2, MARK, MARK)
            if self._cancelled:
                marks.cross(ink, spot.adjusted(-1, -2, 3, 2), WHITE)
            else:
                marks.block(ink, spot, HONEY)
            wide = min(width_of(run), self._widest(self.room.width()))
            box = QRectF(left + self._before, middle - ROW / 2, wide + 1, ROW)
            ink.write(box, run, align=MIDDLE)

    def _places(self, width: float) -> list[tuple[float, int, Run]]:
        """Where each flag begins, its row, and its words."""
        places = []
        left, row = float(GUTTER), 0
        for flag in self._flags:
            run = Run(flag, LOUD if self._cancelled else FLAG, WHITE)
            wide = self._before + min(width_of(run), self._widest(width))
            if left > GUTTER and left + wide > width - GUTTER:
                left, row = float(GUTTER), row + 1
            places.append((left, row, run))
            left += wide + BETWEEN
        return places

    def _widest(self, width: float) -> float:
        return width - 2 * GUTTER - self._before

    @property
    def _before(self) -> float:
        """What the mark takes."""
        return MARK + (APART if self._cancelled else BESIDE)
