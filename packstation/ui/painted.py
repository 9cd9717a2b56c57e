"""What every screen is made of: widgets that paint their value, in units of look.py."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from packstation.ui.ahead import Ahead
from packstation.ui.ink import Ink
from packstation.ui.look import (
    PAPER,
    colour,
    scale_of,
)


def unit_room(widget: QWidget) -> QRectF:
    """The whole of ``widget``, in units of look.py."""
    scale = scale_of(widget)
    return QRectF(0, 0, widget.width() / scale, widget.height() / scale)


def put(widget: QWidget, box: QRectF) -> None:
    """Place ``widget`` at ``box``, given in units, within its parent."""
    scale = scale_of(widget)
    left, top = round(box.left() * scale), round(box.top() * scale)
    right, bottom = round(box.right() * scale), round(box.bottom() * scale)
    widget.setGeometry(left, top, right - left, bottom - top)


def pixels(widget: QWidget, box: QRectF) -> QRect:
    """All pixels of ``widget`` that ``box``, in units, touches."""
    scale = scale_of(widget)
    left, top = box.left() * scale, box.top() * scale
    return QRectF(left, top, box.width() * scale, box.height() * scale).toAlignedRect()


def focus_near(widget: QWidget) -> QWidget | None:
    """What has the keyboard in the window of ``widget``, if anything has."""
    return widget.window().focusWidget()


def begin_ink(painter: QPainter, widget: QWidget, dirty: QRect) -> Ink:
    """Prepare ``painter`` to paint ``widget`` in units."""
    scale = scale_of(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    left, top = dirty.left() / scale, dirty.top() / scale
    return Ink(painter, QRectF(left, top, dirty.width() / scale, dirty.height() / scale))


@contextmanager
def unseen(widget: QWidget) -> Iterator[Ink]:
    """What is painted with it lands nowhere: it gets words and pictures ready."""
    nowhere = QPixmap(1, 1)
    painter = QPainter(nowhere)
    painter.scale(scale_of(widget), scale_of(widget))
    yield Ink(painter, unit_room(widget))
    painter.end()


class Painted(QWidget):
    """A widget that paints its value in units of look.py.

    A subclass says ``paint`` (what it looks like) and, when it has children, ``arrange``
    (where they lie, with ``put``). ``read_out`` tells a screen reader what the eye sees.
    """

    def __init__(self, parent: QWidget | None = None, ground: str = PAPER) -> None:
        super().__init__(parent)
        self._ground = ground
        self._room: QRectF | None = None  # known while it is painted
        self.ahead = Ahead(self)
        # The ground is painted here, so Qt need not paint what lies beneath.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def room(self) -> QRectF:
        return self._room or unit_room(self)

    def paint(self, ink: Ink) -> None:
        """Paint the value; the ground is there already."""

    def arrange(self) -> None:
        """Place the children."""

    def repaint_part(self, box: QRectF) -> None:
        """Have only ``box`` (in units) painted again."""
        self.update(pixels(self, box))

    def read_out(self, text: str) -> None:
        if text != self.accessibleName():
            self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.ahead.lay(painter, event.rect()):
            self.paint_part(painter, event.rect())
        painter.end()

    def paint_part(self, painter: QPainter, dirty: QRect) -> None:
        """Paint ``dirty``, in pixels, with the ground beneath."""
        painter.fillRect(dirty, colour(self._ground))
        self._room = unit_room(self)
        self.paint(begin_ink(painter, self, dirty))
        self._room = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ahead.forget()
        self.arrange()
