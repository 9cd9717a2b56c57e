"""Says calmly that something of ours failed: nothing is lost, and the bench goes on."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import (
    BIG_TEXT,
    BUTTON,
    GUTTER,
    PAPER,
    WARN,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
)
from packstation.ui.notices import SENTENCE
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

HEIGHT = 112.0


class FailureBanner(Painted):
    """Lies under the page, which gives way to it, until it is closed."""

    changed = Signal()
    """It has come, or gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headline = ""
        self._sentence = ""
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.put_away)
        self.hide()

    def show_failure(self, sentence: str, words: Words) -> None:
        self._headline = words("Something of ours did not work. Nothing is lost.")
        self._sentence = sentence
        self.close_it.say(words("Close"))
        self.read_out(f"{self._headline} {sentence}")
        self.arrange()
        self.show()
        self.changed.emit()
        self.update()

    def take_back(self, sentence: str) -> None:
        """It is mended by now; whatever else is said here stays."""
        if self._sentence == sentence:
            self.put_away()

    def arrange(self) -> None:
        wide = self.close_it.unit_width
        card = self._card
        top = card.center().y() - BUTTON / 2
        put(self.close_it, QRectF(card.right() - GUTTER - wide, top, wide, BUTTON))

    def paint(self, ink: Ink) -> None:
        card = self._card
        ink.fill(self.room, PAPER)
        ink.card(card, WARN_SOFT, WARN_EDGE, pen=2, radius=14)
        marks.care(ink, QRectF(card.left() + 20, card.center().y() - 20, 40, 40), WARN)
        said = card.adjusted(80, 8, -2 * GUTTER - self.close_it.unit_width, 0)
        headline, sentence = (
            Run(self._headline, SENTENCE, WARN),
            Run(self._sentence, BIG_TEXT, WARN_INK),
        )
        high = height_of((headline,), said.width(), 1) + height_of((sentence,), said.width(), 2)
        said.setTop(card.center().y() - high / 2)
        said.setTop(ink.write(said, headline).bottom())
        ink.write(said, sentence, lines=2)

    def put_away(self) -> None:
        self.hide()
        self.changed.emit()

    @property
    def _card(self) -> QRectF:
        return self.room.adjusted(GUTTER, 8, -GUTTER, -8)
