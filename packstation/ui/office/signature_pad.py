"""Where somebody signs, once: with mouse, pen or finger, at any size."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from packstation.domain.penned import PAD_HEIGHT, Point, joined, on_pad
from packstation.domain.shop import Stroke
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run
from packstation.ui.look import ACT, CARD, EDGE, LEAD, LINE, RADIUS, SOFT, scale_of
from packstation.ui.painted import Painted
from packstation.ui.signature import paint_strokes
from packstation.words.words import Words

_MARGIN: Final = 12.0
_LINE: Final = 0.74
"""How far down the pad one signs."""
_LARGE, _SMALL = QSize(600, 200), QSize(300, 100)

_E: Final = QEvent.Type


class SignaturePad(Painted):
    """``strokes`` are those of the last pen down to pen up; ``changed`` says when they are.

    ``undo`` takes back the last stroke, and a whole picture or a clearing as well. With the
    keyboard it is Backspace, clearing is Delete.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words: Words | None = None
        self.strokes: tuple[Stroke, ...] = ()
        self._before: list[tuple[Stroke, ...]] = []
        self._drawn: list[Point] = []

    def say(self, words: Words) -> None:
        self._words = words
        self._follow()

    def begin_with(self, strokes: tuple[Stroke, ...]) -> None:
        """Show the signature somebody has already; there is nothing to undo yet."""
        self._drawn, self._before, self.strokes = [], [], strokes
        self._follow()

    def take(self, strokes: tuple[Stroke, ...]) -> None:
        """Have ``strokes``, such as those of a photo, in the place of what is there."""
        self._drawn = []
        self._change(strokes)

    def undo(self) -> None:
        self._drawn = []
        if self._before:
            self.strokes = self._before.pop()
            self._follow()
            self.changed.emit()

    def clear(self) -> None:
        self._drawn = []
        if self.strokes:
            self._change(())

    def sizeHint(self) -> QSize:
        return _LARGE * scale_of(self)

    def minimumSizeHint(self) -> QSize:
        return _SMALL * scale_of(self)

    def heightForWidth(self, wide: int) -> int:
        return max(self.minimumSizeHint().height(), round(wide * PAD_HEIGHT))

    def paint(self, ink: Ink) -> None:
        focused = self.hasFocus()
        pen = 3 if focused else 2
        ink.card(self.room, CARD, ACT if focused else EDGE, pen=pen, radius=RADIUS)
        pad = self._pad
        y = pad.top() + pad.height() * _LINE
        ink.rule(pad.left() + 8, pad.right() - 8, y, LINE)
        if self._words is not None and not self.strokes and not self._drawn:
            hint = Run(self._words("Sign here, with mouse, pen or finger"), LEAD, SOFT)
            over = QRectF(pad.left(), pad.top(), pad.width(), pad.height() * _LINE)
            ink.write(over, hint, lines=2, align=CENTRE)
        paint_strokes(ink, pad, (*self.strokes, tuple(self._drawn)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._down(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._draw_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: only while it presses; how hard is not kept, for a slip has one width."""
        match event.type():
            case _E.TabletPress:
                self._down(event.position())
            case _E.TabletMove if event.pressure() > 0:
                self._draw_to(event.position())
            case _E.TabletRelease:
                self._up()
            case _:
                pass
        event.accept()  # or it would come once more, as a mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _touch(self, event: QTouchEvent) -> None:
        """The first finger draws; a second one, or the ball of the hand, does not."""
        first = event.points()[0].position()
        match event.type():
            case _E.TouchBegin:
                self._down(first)
            case _E.TouchUpdate:
                self._draw_to(first)
            case _E.TouchCancel:
                self._drawn = []
                self.update()
            case _:
                self._up()

    def _down(self, at: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drawn = [self._on_pad(at)]
        self.update()

    def _draw_to(self, at: QPointF) -> None:
        if self._drawn:
            self._drawn.append(self._on_pad(at))
            self.update()

    def _up(self) -> None:
        if self._drawn:
            line, self._drawn = self._drawn, []
            self._change(joined(self.strokes, line))

    def _change(self, strokes: tuple[Stroke, ...]) -> None:
        self._before.append(self.strokes)
        self.strokes = strokes
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        if self._words is not None:
            signed = self._words("Signature: signed")
            self.read_out(signed if self.strokes else self._words("Signature: still empty"))
        self.update()

    @property
    def _pad(self) -> QRectF:
        """The box of 3 to 1, in units, in the middle of whatever room there is."""
        room = self.room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide = max(min(room.width(), room.height() / PAD_HEIGHT), 1.0)
        pad = QRectF(0, 0, wide, wide * PAD_HEIGHT)
        pad.moveCenter(room.center())
        return pad

    def _on_pad(self, at: QPointF) -> Point:
        pad, scale = self._pad, scale_of(self)
        x, y = at.x() / scale - pad.left(), at.y() / scale - pad.top()
        return on_pad(x / pad.width(), y / pad.width())
