"""A sentence with a mark before it: a tick, or the sign that care is wanted."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.look import EDGE, OK, WARN_EDGE, scale_of
from packstation.ui.office.kit import Label, Stack

_SIZE = 24


class Sign(Enum):
    NOTHING_YET = "nothing yet"
    GOOD = "good"
    CARE = "care"


class Mark(QWidget):
    """Says nothing to a screen reader: the words beside it do."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = Sign.NOTHING_YET
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, sign: Sign) -> None:
        self.sign = sign
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE) * scale_of(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_of(self)
        painter.scale(scale, scale)
        ink = Ink(painter, QRectF(event.rect()))
        box = QRectF(0, 0, _SIZE, _SIZE)
        drawn: dict[Sign, Callable[[], None]] = {
            Sign.GOOD: lambda: marks.tick(ink, box, OK),
            Sign.CARE: lambda: marks.care(ink, box, WARN_EDGE),
            Sign.NOTHING_YET: lambda: ink.card(
                box.adjusted(6, 6, -6, -6), "", EDGE, pen=2, radius=6
            ),
        }
        drawn[self.sign]()
        painter.end()


class Marked(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.mark, self.label = Mark(), Label()
        stack = Stack(gap=10, across=True)
        stack.addWidget(self.mark)
        stack.addWidget(self.label, 1)
        self.setLayout(stack)

    def say(self, text: str, sign: Sign) -> None:
        """An empty text takes no room."""
        self.label.say(text)
        self.mark.show_sign(sign)
        self.setVisible(bool(text))
