"""The small signs beside a colour, drawn as shapes so that no font can lack them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from packstation.ui.ink import Ink
from packstation.ui.look import colour


def tick(ink: Ink, box: QRectF, tint: str) -> None:
    _line(ink, box, tint, 0.15, ((0.18, 0.54), (0.41, 0.76), (0.82, 0.26)))


def cross(ink: Ink, box: QRectF, tint: str) -> None:
    _line(ink, box, tint, 0.16, ((0.22, 0.22), (0.78, 0.78)))
    _line(ink, box, tint, 0.16, ((0.78, 0.22), (0.22, 0.78)))


def clock(ink: Ink, box: QRectF, tint: str) -> None:
    _pen(ink, box, tint, 0.11)
    ink.painter.drawEllipse(_part(box, 0.1, 0.1, 0.9, 0.9))
    _line(ink, box, tint, 0.11, ((0.5, 0.28), (0.5, 0.53), (0.68, 0.53)))


def printer(ink: Ink, box: QRectF, tint: str) -> None:
    _pen(ink, box, tint, 0.09)
    ink.painter.drawRoundedRect(_part(box, 0.08, 0.38, 0.92, 0.76), 2, 2)
    ink.painter.drawRect(_part(box, 0.27, 0.1, 0.73, 0.38))
    ink.painter.setBrush(colour("#FFFFFF"))
    ink.painter.drawRect(_part(box, 0.27, 0.58, 0.73, 0.92))


def pause(ink: Ink, box: QRectF, tint: str) -> None:
    """Held: waits for somebody."""
    ink.fill(_part(box, 0.28, 0.2, 0.42, 0.8), tint)
    ink.fill(_part(box, 0.58, 0.2, 0.72, 0.8), tint)


def care(ink: Ink, box: QRectF, tint: str) -> None:
    """A triangle with its stroke and dot."""
    _line(ink, box, tint, 0.09, ((0.5, 0.1), (0.94, 0.88), (0.06, 0.88), (0.5, 0.1)))
    _line(ink, box, tint, 0.11, ((0.5, 0.4), (0.5, 0.62)))
    _dot(ink, box, tint, 0.75)


def question(ink: Ink, box: QRectF, tint: str) -> None:
    _pen(ink, box, tint, 0.14)
    ink.painter.drawArc(_part(box, 0.29, 0.1, 0.71, 0.52), -60 * 16, 230 * 16)
    _line(ink, box, tint, 0.14, ((0.6, 0.5), (0.5, 0.58), (0.5, 0.66)))
    _dot(ink, box, tint, 0.86)


def arrow(ink: Ink, box: QRectF, tint: str) -> None:
    _line(ink, box, tint, 0.14, ((0.15, 0.5), (0.82, 0.5)))
    _line(ink, box, tint, 0.14, ((0.55, 0.22), (0.84, 0.5), (0.55, 0.78)))


def dot(ink: Ink, box: QRectF, tint: str) -> None:
    """Something was said; nothing has to be done."""
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(colour(tint))
    ink.painter.drawEllipse(_part(box, 0.33, 0.33, 0.67, 0.67))


def block(ink: Ink, box: QRectF, tint: str) -> None:
    """The square before a flag that changes how to pack."""
    ink.fill(_part(box, 0.15, 0.15, 0.85, 0.85), tint)


def parcel(ink: Ink, box: QRectF, tint: str) -> None:
    """A closed box, also where a product has no picture."""
    _line(
        ink, box, tint, 0.05, ((0.12, 0.3), (0.5, 0.12), (0.88, 0.3), (0.5, 0.48), (0.12, 0.3))
    )
    _line(
        ink, box, tint, 0.05, ((0.12, 0.3), (0.12, 0.7), (0.5, 0.88), (0.88, 0.7), (0.88, 0.3))
    )
    _line(ink, box, tint, 0.05, ((0.5, 0.48), (0.5, 0.88)))


def badge(ink: Ink, box: QRectF, tint: str) -> None:
    """A card with a face and two lines."""
    _pen(ink, box, tint, 0.05)
    ink.painter.drawRoundedRect(_part(box, 0.05, 0.2, 0.95, 0.8), 8, 8)
    ink.painter.drawEllipse(_part(box, 0.2, 0.34, 0.36, 0.5))
    ink.painter.drawArc(_part(box, 0.15, 0.53, 0.41, 0.85), 10 * 16, 160 * 16)
    _line(ink, box, tint, 0.05, ((0.54, 0.42), (0.83, 0.42)))
    _line(ink, box, tint, 0.05, ((0.54, 0.58), (0.75, 0.58)))


def _pen(ink: Ink, box: QRectF, tint: str, width: float) -> None:
    ink.painter.setBrush(Qt.BrushStyle.NoBrush)
    ink.painter.setPen(
        QPen(
            colour(tint),
            width * box.width(),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )


def _line(
    ink: Ink, box: QRectF, tint: str, width: float, points: tuple[tuple[float, float], ...]
) -> None:
    _pen(ink, box, tint, width)
    ink.painter.drawPolyline(
        [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    )


def _dot(ink: Ink, box: QRectF, tint: str, y: float) -> None:
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(colour(tint))
    middle = QPointF(box.left() + 0.5 * box.width(), box.top() + y * box.height())
    ink.painter.drawEllipse(middle, 0.07 * box.width(), 0.07 * box.height())


def _part(box: QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    wide, high = box.width(), box.height()
    return QRectF(
        box.left() + left * wide,
        box.top() + top * high,
        (right - left) * wide,
        (bottom - top) * high,
    )
