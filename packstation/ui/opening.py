"""What is painted first: a window that needs none of the bench's own code yet.

The window of a bench knows every outcome there is, and that takes a while to load. This one
loads with Qt alone; the other takes its place inside it, without a flicker.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run
from packstation.ui.look import ACT, BOLD, CARD, GUTTER, HEADER, SMALLEST, SOFT, Type
from packstation.ui.painted import Painted

TITLE = Type(23, BOLD)
HEADLINE = Type(56, BOLD, leading=1.05)


class OpeningScreen(Painted):
    """The sign-in screen's place, with one sentence on it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self.read_out(sentence)

    def paint(self, ink: Ink) -> None:
        room = self.room
        band = QRectF(0, 0, room.width(), HEADER)
        ink.fill(band, CARD)
        ink.rule(0, room.width(), HEADER - 1)
        ink.write(
            band.adjusted(GUTTER, 0, -GUTTER, -1), Run("packstation", TITLE), align=MIDDLE
        )
        hero = QRectF(
            GUTTER, HEADER + 20, room.width() - 2 * GUTTER, room.height() - HEADER - 40
        )
        ink.card(hero, radius=16)
        paint_welcome(ink, hero.adjusted(40, 44, -40, -40), self._sentence, tint=SOFT)


class Opening(QMainWindow):
    """The window on the desk: empty but for one sentence, until the bench moves in."""

    painted_first = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("packstation")
        self.setMinimumSize(*SMALLEST)
        screen = OpeningScreen(sentence)
        self.setCentralWidget(screen)
        screen.installEventFilter(self)  # to hear of the first paint

    def take(self, bench: QWidget) -> None:
        """Let ``bench`` fill the window from now on, and name it."""
        self.setWindowTitle(bench.windowTitle())
        bench.windowTitleChanged.connect(self.setWindowTitle)
        self.setCentralWidget(bench)
        bench.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted_first.emit)  # this event comes before it
        return super().eventFilter(watched, event)


def paint_welcome(ink: Ink, inside: QRectF, sentence: str, *, tint: str = ACT) -> float:
    """A badge and a large sentence under it; the answer is where they end."""
    badge = QRectF(inside.left(), inside.top(), 150, 150)
    marks.badge(ink, badge, tint)
    room = inside.adjusted(0, badge.height() + 14, 0, 0)
    return ink.write(room, Run(sentence, HEADLINE), lines=2).bottom()
