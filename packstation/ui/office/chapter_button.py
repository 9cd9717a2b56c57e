"""One chapter of the office: its number, its name, and whether it is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, MIDDLE, Run
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    CARD,
    EDGE,
    INK,
    OK,
    OK_EDGE,
    OK_SOFT,
    PAPER,
    SMALL_BOLD,
    SOFT,
    TEXT_BOLD,
)
from packstation.ui.office.kit import Push
from packstation.ui.painted import begin_ink, unit_room
from packstation.words.words import Words

HEIGHT = 58.0
_DISC = 34.0


class ChapterButton(Push):
    """``number`` of its step; 0: it is no step."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = number
        self._name = ""
        self.done = False

    def show_state(self, name: str, words: Words, *, done: bool) -> None:
        self._name, self.done = name, done
        said = words("{name}, done", name=name) if done else name
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(begin_ink(painter, self, event.rect()))
        painter.end()

    def _paint(self, ink: Ink) -> None:
        room = unit_room(self)
        ground = ACT_SOFT if self.isChecked() else PAPER
        ink.fill(room, PAPER)
        if self.isChecked() or self.hasFocus():
            edge = ACT if self.hasFocus() or self.isChecked() else EDGE
            pen = 3 if self.hasFocus() else 2
            ink.card(room.adjusted(2, 2, -2, -2), ground, edge, pen=pen, radius=10)
        disc = QRectF(14, (room.height() - _DISC) / 2, _DISC, _DISC)
        if self.done:
            ink.card(disc, OK_SOFT, OK_EDGE, pen=2, radius=_DISC / 2)
            marks.tick(ink, disc.adjusted(6, 6, -6, -6), OK)
        elif self._number:
            ink.card(disc, CARD, EDGE, pen=2, radius=_DISC / 2)
            ink.write(disc, Run(str(self._number), SMALL_BOLD, SOFT), align=CENTRE)
        else:
            ink.card(disc, CARD, EDGE, pen=2, radius=_DISC / 2)
            marks.arrow(ink, disc.adjusted(9, 9, -9, -9), SOFT)
        left = disc.right() + 14
        label = QRectF(left, 0, room.width() - left - 10, room.height())
        ink.write(label, Run(self._name, TEXT_BOLD, INK), align=MIDDLE)
