"""The dark band under the header: what changes how to pack, and who opens the parcel."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, width_of
from packstation.ui.look import GUTTER, HONEY, NIGHT, SEMIBOLD, WHITE, Type
from packstation.ui.painted import Painted

FLAG = Type(19, SEMIBOLD)
ALONE, ROW, MARK, BETWEEN = 44.0, 36.0, 18.0, 26.0


class FlagsBar(Painted):
    """Flags wrap into rows; none is ever left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, NIGHT)
        self._flags: tuple[str, ...] = ()

    def show_flags(self, flags: tuple[str, ...]) -> None:
        if flags == self._flags:
            return
        self._flags = flags
        self.read_out(", ".join(flags))
        self.update()

    def height_at(self, width: float) -> float:
        rows = max((row for _, row, _ in self._places(width)), default=-1) + 1
        return ALONE + (rows - 1) * ROW if rows else 0

    def paint(self, ink: Ink) -> None:
        for left, row, run in self._places(self.room.width()):
            middle = ALONE / 2 + row * ROW
            marks.block(ink, QRectF(left, middle - MARK / 2, MARK, MARK), HONEY)
            wide = min(width_of(run), self._widest(self.room.width()))
            box = QRectF(left + MARK + 4, middle - ROW / 2, wide + 1, ROW)
            ink.write(box, run, align=MIDDLE)

    def _places(self, width: float) -> list[tuple[float, int, Run]]:
        """Where each flag begins, its row, and its words."""
        places = []
        left, row = float(GUTTER), 0
        for flag in self._flags:
            run = Run(flag, FLAG, WHITE)
            wide = MARK + 4 + min(width_of(run), self._widest(width))
            if left > GUTTER and left + wide > width - GUTTER:
                left, row = float(GUTTER), row + 1
            places.append((left, row, run))
            left += wide + BETWEEN
        return places

    def _widest(self, width: float) -> float:
        return width - 2 * GUTTER - MARK - 4
