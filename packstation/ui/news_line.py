"""The amber line under the flags: what the shop has changed, and the key that takes it in."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import AskBack, Packing
from packstation.domain.noticed import News
from packstation.domain.scans import TakeNews
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run
from packstation.ui.look import (
    GUTTER,
    SMALL_BUTTON,
    TEXT_BOLD,
    WARN,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
)
from packstation.ui.painted import Painted, put
from packstation.words.noticed_phrases import what_changed
from packstation.words.words import Words

HEIGHT: Final = 62.0
MARK, GAP = 24.0, 10.0


class NewsLine(Painted):
    """Up while there is a change that no card asks about."""

    wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, WARN_SOFT)
        self.hide()
        self._news: News | None = None
        self._said = ""
        self.up = False
        self.take = Button(parent=self, hint="F10", ground=WARN_SOFT)
        self.take.clicked.connect(self.take_in)

    def show_bench(self, bench: Packing, words: Words) -> bool:
        """Whether it came up or went: what is beneath it moves."""
        self._news = bench.news
        before, self.up = self.up, _tells(bench)
        if self._news is not None and self.up:
            self._say("; ".join(what_changed(self._news, words)), words)
        if before is not self.up:
            self.setVisible(self.up)
        return before is not self.up

    def _say(self, said: str, words: Words) -> None:
        self.take.say(words("Apply the change"))
        if said != self._said:
            self._said = said
            self.read_out(said)
            self.arrange()
            self.update()

    @property
    def high(self) -> float:
        return HEIGHT if self.up else 0.0

    def take_in(self) -> None:
        """What the shop says, also where a card asks about it."""
        if self._news is not None:
            self.wished.emit(TakeNews())

    def arrange(self) -> None:
        wide = self.take.unit_width
        left, top = self.room.width() - GUTTER - wide, (HEIGHT - SMALL_BUTTON) / 2
        put(self.take, QRectF(left, top, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.rule(0, self.room.width(), HEIGHT - 1, WARN_EDGE)
        marks.care(ink, QRectF(GUTTER, (HEIGHT - MARK) / 2, MARK, MARK), WARN)
        left = GUTTER + MARK + GAP
        right = self.room.width() - GUTTER - self.take.unit_width - 2 * GAP
        box = QRectF(left, 0, right - left, HEIGHT - 1)
        ink.write(box, Run(self._said, TEXT_BOLD, WARN_INK), lines=2, align=MIDDLE)


def _tells(bench: Packing) -> bool:
    news = bench.news
    return news is not None and not news.cancels and bench.asked is not AskBack.SEAL
