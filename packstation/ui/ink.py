"""Puts words, cards and chips on a widget, in units of look.py.

What lies outside the part to be painted is not painted at all, and no text ever leaves the
box it was given.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from packstation.ui.lettering import LEFT, MIDDLE, Align, Run, lay, width_of
from packstation.ui.look import CARD, LINE, RADIUS, colour

HAIR: Final = 1.01
"""A pen of exactly 1 is drawn by another engine, which takes four times as long."""


class Ink:
    """A painter that knows our vocabulary; all its measures are units of look.py."""

    def __init__(self, painter: QPainter, dirty: QRectF) -> None:
        self.painter = painter
        self.dirty = dirty

    def sees(self, box: QRectF) -> bool:
        """Whether ``box`` is in what must be painted now."""
        return self.dirty.intersects(box)

    def only(self, box: QRectF) -> bool:
        """Whether nothing but ``box`` must be painted now, give or take a broken pixel."""
        return box.adjusted(-1, -1, 1, 1).contains(self.dirty)

    def write(self, box: QRectF, *runs: Run, lines: int = 1, align: Align = LEFT) -> QRectF:
        """Write ``runs`` into ``box``; the answer is the room they took."""
        width = max(box.width(), 1.0)
        laid = lay(runs, width, lines, align)
        left, top = box.left(), box.top()
        if align.middle:
            top += (box.height() - laid.height) / 2
        if laid.endless:
            left += (width - laid.right) * align.side
        wide = laid.right - laid.left
        taken = QRectF(left + laid.left, top, wide, laid.height)
        if self.sees(taken):
            laid.draw(self.painter, QPointF(left, top))
        return taken

    def fill(self, box: QRectF, fill: str) -> None:
        if self.sees(box):
            self.painter.fillRect(box, colour(fill))

    def card(
        self,
        box: QRectF,
        fill: str = CARD,
        edge: str = LINE,
        *,
        pen: float = 1,
        radius: float = RADIUS,
    ) -> None:
        """A rounded plate whose border lies inside ``box``; no border when ``pen`` is 0."""
        if not self.sees(box):
            return
        self.painter.setPen(QPen(colour(edge), max(pen, HAIR)) if pen else Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        half = pen / 2
        inner = box.adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(inner, radius - half, radius - half)

    def dashed(self, box: QRectF, fill: str, edge: str, radius: float = 8) -> None:
        self.painter.setPen(QPen(colour(edge), HAIR, Qt.PenStyle.DashLine))
        self.painter.setBrush(colour(fill))
        self.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def banner(self, box: QRectF, fill: str, bar: str) -> None:
        """A plate with a thick bar of ``bar`` at its left edge."""
        self.card(box, fill, pen=0, radius=8)
        self.painter.save()
        left = QRectF(box.left(), box.top(), 6, box.height())
        self.painter.setClipRect(left, Qt.ClipOperation.IntersectClip)
        self.card(box, bar, pen=0, radius=8)
        self.painter.restore()

    def rule(self, left: float, right: float, y: float, tint: str = LINE) -> None:
        self.painter.fillRect(QRectF(left, y, right - left, 1), colour(tint))

    def chip(self, left: float, top: float, run: Run, fill: str) -> QRectF:
        """A pill with ``run`` in it; the answer is where it lies. See chip_width."""
        box = QRectF(left, top, chip_width(run), CHIP_HEIGHT)
        self.card(box, fill, pen=0, radius=CHIP_HEIGHT / 2)
        self.write(box.adjusted(12, 0, -11, 0), run, align=MIDDLE)
        return box

    def picture(self, box: QRectF, pixmap: QPixmap) -> None:
        """``pixmap``, which was read for ``box``, in its middle, pixel for pixel.

        Laid down between the pixels it would be blurred, and take twenty times as long.
        """
        middle, ratio = self.painter.transform().map(box.center()), self.pixel_ratio
        wide, high = round(pixmap.width() / ratio), round(pixmap.height() / ratio)
        left, top = round(middle.x() - wide / 2), round(middle.y() - high / 2)
        self.painter.setWorldMatrixEnabled(False)
        self.painter.drawPixmap(QRect(left, top, wide, high), pixmap)
        self.painter.setWorldMatrixEnabled(True)

    def picture_size(self, box: QRectF) -> QSize:
        """As large as a picture for ``box`` may be, in pixels of the screen."""
        scale = self.painter.transform().m11() * self.pixel_ratio
        return QSize(round(box.width() * scale), round(box.height() * scale))

    @property
    def pixel_ratio(self) -> float:
        return self.painter.device().devicePixelRatioF()


CHIP_HEIGHT: Final = 30.0


def chip_width(run: Run) -> float:
    return width_of(run) + 24
