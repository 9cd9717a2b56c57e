"""Buttons one can press: a label as plain text, and the key that does the same."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from packstation.ui.ahead import Ahead
from packstation.ui.ink import Ink
from packstation.ui.keycap import keycap_width, paint_keycap
from packstation.ui.lettering import CENTRE, Run, width_of
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    CARD,
    DIM,
    EDGE,
    INK,
    LABEL,
    LINE,
    RESTING,
    SOFT,
    WHITE,
)
from packstation.ui.painted import begin_ink, pixels, unit_room

BESIDE = 10.0
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ACROSS = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class Weight(Enum):
    """How much a button asks to be pressed."""

    PLAIN = "plain"
    NEXT = "next"
    RESTING = "resting"
    """Shown with its reason, but nothing to do yet; it can still be pressed and says why."""


class Button(QPushButton):
    """A button with its label as plain text; ``hint`` names the key that does the same.

    With ``ground``, the colour it stands on, what lies beneath is not painted for it, and a
    new label paints the label only. A ``steady`` one stands on such a ground and seldom says
    anything else: it is painted once, and laid down as a picture from then on.
    """

    def __init__(
        self,
        label: str = "",
        parent: QWidget | None = None,
        *,
        hint: str = "",
        ground: str = "",
        steady: bool = False,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._steady = steady
        if ground:
            self.ensurePolished()  # it would take the next line back
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.type = LABEL
        self.ahead = Ahead(self)
        self.under_finger = False
        """Whether a finger or a mouse presses it now: ``clicked`` comes from keys as well."""
        self._weight = Weight.PLAIN
        self._hint = hint
        self._label = ""
        self.say(label)

    @property
    def label(self) -> str:
        return self._label

    def say(self, label: str, weight: Weight | None = None) -> None:
        """Put ``label`` on it, to the letter."""
        weight = weight or self._weight
        if (label, weight) == (self._label, self._weight):
            return
        same, self._weight, self._label = weight is self._weight, weight, label
        ready = self.ahead.take((label, weight))
        self.setAccessibleName(label)  # no text of Qt's own: it makes shortcuts of some
        if same and self._ground:
            self.update(pixels(self, self._face) if ready is None else ready.place)
        else:
            self.update()

    @property
    def hint(self) -> str:
        return self._hint

    def hint_at(self, key: str) -> None:
        """Name ``key`` as the one that does the same; empty: none does."""
        if key != self._hint:
            self._hint = key
            self.ahead.forget()
            self.update()

    @property
    def unit_width(self) -> float:
        """How wide it wants to be, in units."""
        edges = 2 * (16 if self._hint else 20)
        return width_of(Run(self._label, self.type)) + edges + self._hint_width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            # Only a hand's Enter comes as far as here: a scanner's stays in keyboard.py.
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _ACROSS:
            event.ignore()  # Qt would go to the next button; here they choose lines
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.under_finger = True
        super().mouseReleaseEvent(event)
        self.under_finger = False

    @property
    def _hint_width(self) -> float:
        return BESIDE + keycap_width(self._hint) if self._hint else 0

    def keep_ready(self) -> None:
        """Paint it ahead, on its ground, until it says something else or is resized."""
        self.ahead.paint((self._label, self._weight), self.rect())
        self.ahead.take((self._label, self._weight))

    def paintEvent(self, event: QPaintEvent) -> None:
        touched = self.isDown() or self.hasFocus()
        if self._steady and not touched and not self.ahead.is_shown:
            self.keep_ready()
        painter = QPainter(self)
        if touched or not self.ahead.lay(painter, event.rect()):
            self.paint_part(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ahead.forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.ahead.forget()

    def paint_part(self, painter: QPainter, dirty: QRect) -> None:
        """Paint ``dirty``, in pixels."""
        ink = begin_ink(painter, self, dirty)
        box = unit_room(self)
        if self._ground and ink.only(self._face):
            ink.fill(ink.dirty, self._colours[0])
        else:
            if self._ground:
                ink.fill(box, self._ground)
            self.paint_plate(ink, box)
        self.paint_label(ink, box)

    @property
    def _face(self) -> QRectF:
        """Where nothing but the label is."""
        return unit_room(self).adjusted(9, 9, -9, -9)

    def paint_plate(self, ink: Ink, box: QRectF) -> None:
        fill, edge, _ = self._colours
        if self.hasFocus():
            # Inside the edge, so that it also shows where buttons stand close together.
            ink.card(box, fill, ACT, pen=3, radius=10)
            inner = WHITE if self._weight is Weight.NEXT else ACT
            ink.card(box.adjusted(4, 4, -4, -4), "", inner, pen=1.5, radius=7)
        else:
            ink.card(box, fill, edge, pen=2, radius=10)

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        label = Run(self._label, self.type, self._colours[2], folds=True)
        room = box.adjusted(14, 0, -14 - self._hint_width, 0)
        lines = max(1, int(room.height() // (self.type.size * self.type.leading)))
        if self._hint:  # both together in the middle
            wide = min(width_of(label), room.width())
            room.moveLeft(room.left() + (room.width() - wide) / 2)
            room.setWidth(wide + 1)
            self.paint_hint(ink, room.right() - 1 + BESIDE)
        ink.write(room, label, lines=lines, align=CENTRE)

    def paint_hint(self, ink: Ink, left: float) -> None:
        """The key that does the same."""
        tint = SOFT if self._weight is Weight.PLAIN else self._colours[2]
        edge = {Weight.NEXT: ACT_SOFT, Weight.RESTING: EDGE}.get(self._weight, LINE)
        paint_keycap(ink, left, unit_room(self).height() / 2, self._hint, (tint, edge))

    @property
    def _colours(self) -> tuple[str, str, str]:
        """Fill, edge and ink."""
        match self._weight:
            case Weight.NEXT:
                fill = "#0F3358" if self.isDown() else ACT
                return fill, fill, WHITE
            case Weight.RESTING:
                return RESTING, RESTING, DIM
            case Weight.PLAIN if not self.isEnabled():
                return RESTING, RESTING, DIM
            case Weight.PLAIN:
                return ACT_SOFT if self.isDown() else CARD, EDGE, INK
