"""A sample on the screen, for a bench without a printer: sharp enough to be scanned off it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from packstation.domain.scanner_check import Shape
from packstation.ui.look import INK, WHITE, colour, scale_of

_HIGH: Final = 116
_QUIET: Final = 20
"""Modules of white around bars, both sides together."""
_QUIET_SQUARE: Final = 8
_MOST_PIXELS: Final = 3
"""Of a module of bars: most scanners need no more, and a long code must fit."""


class SampleCode(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shape: Shape | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: Shape | None) -> None:
        self._shape = shape
        self.setVisible(shape is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, round(_HIGH * scale_of(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(WHITE))
        if self._shape is not None:
            self._paint(painter, self._shape)
        painter.end()

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        """In whole pixels of the screen, whatever its scale: no edge is blurred."""
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        wide, high = round(self.width() * ratio), round(self.height() * ratio)
        across, down = len(shape.rows[0]), len(shape.rows)
        most = _MOST_PIXELS * max(1, round(scale_of(self) * ratio))
        module = max(1, min(wide // (across + _QUIET), most))
        if down > 1:
            module = max(1, high // (down + _QUIET_SQUARE))
        tall = module if down > 1 else round(high * 0.8)
        left, top = (wide - across * module) // 2, (high - down * tall) // 2
        for y, row in enumerate(shape.rows):
            for x, letter in enumerate(row):
                if letter == "1":
                    box = (left + x * module, top + y * tall, module, tall)
                    painter.fillRect(*box, colour(INK))
