"""A box with a tick in it or none: large enough for a finger, and seen without a colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.look import ACT, CARD, EDGE, WHITE

BOX = 28.0


def paint_tick_box(painter: QPainter, room: QRectF, scale: float, *, ticked: bool) -> None:
    """In the middle of ``room``, which is in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    middle = room.center() / scale
    box = QRectF(middle.x() - BOX / 2, middle.y() - BOX / 2, BOX, BOX)
    ink = Ink(painter, box)
    ink.card(box, ACT if ticked else CARD, ACT if ticked else EDGE, pen=2, radius=7)
    if ticked:
        marks.tick(ink, box.adjusted(4, 4, -4, -4), WHITE)
    painter.restore()
