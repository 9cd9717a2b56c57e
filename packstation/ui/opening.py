"""What is painted first: a window that needs none of the bench's own code yet.

The window of a bench knows every outcome there is, and that takes a while to load. This one
loads with Qt alone; the other takes its place inside it, without a flicker. It does without
the names in ``Qt``, too: PySide makes all of them when it meets the first, in 20 ms.
"""

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from packstation.ui.look import (
    BOLD,
    CARD,
    GUTTER,
    HEADER,
    HERO,
    INK,
    LINE,
    PAPER,
    SMALLEST,
    Type,
    colour,
    font,
    scale_of,
)

TITLE = Type(23, BOLD)


class OpeningScreen(QWidget):
    """The sign-in screen's place, with one sentence on it."""

    painted_first = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._painted = False
        self.setAccessibleName(sentence)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, colour(INK))
        self.setPalette(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event  # all of it: it is painted once
        scale = scale_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self._paint(painter, QRectF(0, 0, self.width() / scale, self.height() / scale))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted_first.emit)  # when all of the window is painted

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        hero = room.adjusted(GUTTER, HEADER + 20, -GUTTER, -20)
        _lay(painter, room, PAPER)
        _lay(painter, QRectF(0, 0, room.width(), HEADER), LINE)
        _lay(painter, QRectF(0, 0, room.width(), HEADER - 1), CARD)
        _lay(painter, hero, LINE, radius=16)
        _lay(painter, hero.adjusted(1, 1, -1, -1), CARD, radius=15)
        high = TITLE.size * TITLE.leading
        _write(painter, QPointF(GUTTER, (HEADER - 1 - high) / 2), "packstation", TITLE)
        _write(painter, hero.topLeft() + QPointF(40, 44), self._sentence, HERO)


class Opening(QMainWindow):
    """The window on the desk: empty but for one sentence, until the bench moves in."""

    painted_first = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("packstation")
        self.setMinimumSize(*SMALLEST)
        screen = OpeningScreen(sentence)
        screen.painted_first.connect(self.painted_first)
        self.setCentralWidget(screen)

    def take(self, bench: QWidget) -> None:
        """Let ``bench`` fill the window from now on, and name it."""
        self.setWindowTitle(bench.windowTitle())
        bench.windowTitleChanged.connect(self.setWindowTitle)
        self.setCentralWidget(bench)
        bench.setFocus()


def _lay(painter: QPainter, box: QRectF, tint: str, radius: float = 0) -> None:
    """A plain sheet with round corners. A brush or a pen would ask for the names in Qt."""
    scale = painter.transform().m11()
    place = painter.transform().mapRect(box).toAlignedRect()
    sheet, shape = QPixmap(place.size()), QPainterPath()
    sheet.fill(colour(tint))
    shape.addRoundedRect(place, radius * scale, radius * scale)
    painter.save()
    painter.resetTransform()  # a sheet that is stretched takes 8 ms
    painter.setClipPath(shape)
    painter.drawPixmap(place.topLeft(), sheet)
    painter.restore()


def _write(painter: QPainter, corner: QPointF, text: str, type_: Type) -> None:
    """One line of ``text``, as lettering.py sets it: in the middle of its own height."""
    face = font(type_)
    measures = QFontMetricsF(face)
    above = (type_.size * type_.leading - measures.height()) / 2
    painter.setFont(face)
    painter.drawText(corner + QPointF(0, above + measures.ascent()), text)
