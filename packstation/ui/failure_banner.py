"""Says calmly that something of ours failed: nothing is lost, and the bench goes on."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import BIG_TEXT, BUTTON, GUTTER, WARN, WARN_EDGE, WARN_INK, WARN_SOFT
from packstation.ui.notices import SENTENCE
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

HEIGHT = 104.0


class FailureBanner(Painted):
    """Lies over the foot of a screen until it is closed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headline = ""
        self._sentence = ""
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self._close)
        self.hide()

    def show_failure(self, sentence: str, words: Words) -> None:
        self._headline = words("Something of ours did not work. Nothing is lost.")
        self._sentence = sentence
        self.close_it.say(words("Close"))
        self.read_out(f"{self._headline} {sentence}")
        self.arrange()
        self.show()
        self.raise_()
        self.update()

    def take_back(self, sentence: str) -> None:
        """It is mended by now; whatever else is said here stays."""
        if self._sentence == sentence:
            self.hide()

    def arrange(self) -> None:
        wide = self.close_it.unit_width
        left = self.room.width() - GUTTER - wide
        put(self.close_it, QRectF(left, (HEIGHT - BUTTON) / 2, wide, BUTTON))

    def paint(self, ink: Ink) -> None:
        room = self.room
        ink.card(room.adjusted(4, 4, -4, -4), WARN_SOFT, WARN_EDGE, pen=2, radius=14)
        marks.care(ink, QRectF(24, 32, 40, 40), WARN)
        said = room.adjusted(84, 12, -2 * GUTTER - self.close_it.unit_width, 0)
        headline = ink.write(said, Run(self._headline, SENTENCE, WARN))
        said.setTop(headline.bottom())
        ink.write(said, Run(self._sentence, BIG_TEXT, WARN_INK), lines=2)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
