"""Who signed a parcel, with the pen's own lines; and the stamp that takes it back."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from packstation.domain.records import PackingRecord
from packstation.domain.shop import Stroke
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run, width_of
from packstation.ui.look import BOLD, CARD, SOFT, STOP, TEXT, Type, colour
from packstation.words.words import Words

PEN = "#24406B"
"""The blue of a pen."""
STAMP = Type(38, BOLD)


def paint_stamp(ink: Ink, box: QRectF, word: str) -> None:
    """``word`` over the right of a card, as a rubber stamp leaves it."""
    wide = min(width_of(Run(word, STAMP)) + 44, box.width() - 48)
    plate = QRectF(box.right() - 24 - wide, box.center().y() - 32, wide, 64)
    ink.card(plate, CARD, STOP, pen=4, radius=10)
    ink.write(plate, Run(word, STAMP, STOP), align=CENTRE)


def paint_signature(ink: Ink, room: QRectF, record: PackingRecord, words: Words) -> None:
    """Packed by, the pen's lines, the name: at the foot of ``room``."""
    core = record.core
    at = core.sealed_at.astimezone(ZoneInfo(core.brand.zone))
    when = f"{words.day(at.date())}, {words.clock(at)}"
    top = room.bottom() - 26
    ink.write(QRectF(room.left(), top, room.width(), 26), Run(when, TEXT, SOFT))
    top -= 36
    name = Run(record.personal.packer_name, Type(26, BOLD))
    ink.write(QRectF(room.left(), top, room.width(), 34), name)
    if record.personal.signature:
        top -= 98
        paint_strokes(ink, QRectF(room.left(), top, 282, 94), record.personal.signature)
    top -= 30
    ink.write(QRectF(room.left(), top, room.width(), 26), Run(words("Packed by"), TEXT, SOFT))


def paint_strokes(ink: Ink, box: QRectF, strokes: tuple[Stroke, ...]) -> None:
    """The strokes of a pen, in a box three times as wide as high."""
    solid, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    ink.painter.setPen(QPen(colour(PEN), 2.6, solid, cap, join))
    for stroke in strokes:
        points = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.width())
            for x, y in stroke
        ]
        if len(points) == 1:
            ink.painter.drawPoint(points[0])
        ink.painter.drawPolyline(points)
