"""The one question before what no undo brings back, large in the place of the next piece."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import AskBack, Packing
from packstation.domain.outcomes import AskBeforePutBack, AskBeforeSeal, Outcome
from packstation.domain.scans import PutBack, Seal, Undo, Wish
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import BOLD, BUTTON, SOFT, TEXT, WARN, WARN_EDGE, WARN_SOFT, Type
from packstation.ui.painted import Button, Painted, Weight, put
from packstation.words.phrases import ask, say
from packstation.words.words import Words

ASKING: Final = Type(23, BOLD, leading=1.25)
EDGES, MARK, GAP = 22.0, 40.0, 14.0


class QuestionCard(Painted):
    """Yes does what was asked for; the way back is an Undo, which takes the asking back."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Run, ...] = ()
        self._names = ""
        self._unprintable: tuple[str, ...] = ()
        self._does: Wish = Seal()
        self.yes = Button(parent=self)
        self.no = Button(parent=self, hint="Ctrl Z")
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)

    def show_question(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        """``outcome`` is what was said last: only the asking itself knows every text."""
        if bench.asked is AskBack.PUT_BACK:
            self._ask_to_empty(bench, words)
        else:
            self._ask_to_seal(bench, outcome, words)
        self.read_out(" ".join((*(run.text for run in self._asked), self._names)))
        self.arrange()
        self.update()

    def _ask_to_empty(self, bench: Packing, words: Words) -> None:
        question = AskBeforePutBack(bench.order.number, bench.in_box)
        self._asked = (Run(say(question, words), ASKING),)
        self._names, self._does = "", PutBack()
        self.yes.say(words("Yes, empty the box"), Weight.NEXT)
        self.yes.hint_at("")
        self.no.say(words("No, go on"))

    def _ask_to_seal(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        touches = bench.open_touches
        keys = tuple(open_.touch.key for open_ in touches)
        if isinstance(outcome, AskBeforeSeal):
            self._unprintable = outcome.unprintable
        elif not self.isVisible():
            self._unprintable = ()
        question = AskBeforeSeal(bench.aside, keys, self._unprintable, bench.extra)
        asked = ask(question, words)
        asked = asked or (words("Sign and print all the same?"),)
        self._asked = tuple(Run(text, ASKING) for text in asked)
        self._names = " · ".join(open_.touch.name(words.language) for open_ in touches)
        self._does = Seal()
        self.yes.say(words("Yes, sign and print"), Weight.NEXT)
        self.yes.hint_at("F12")
        self.no.say(words("Not yet"))

    def height_at(self, width: float) -> float:
        """How high it must be at ``width``."""
        inner = self._inner(width)
        asked = sum(height_of((run,), inner, 3) + 6 for run in self._asked)
        names = height_of((Run(self._names, TEXT, SOFT),), inner, 2) + 4 if self._names else 0
        return EDGES + max(asked + names, MARK) + GAP + BUTTON + EDGES

    def arrange(self) -> None:
        top = self.room.height() - EDGES - BUTTON
        first = self.yes.unit_width
        put(self.yes, QRectF(EDGES, top, first, BUTTON))
        put(self.no, QRectF(EDGES + first + 12, top, self.no.unit_width, BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.card(self.room, WARN_SOFT, WARN_EDGE, pen=3)
        marks.question(ink, QRectF(EDGES, EDGES, MARK, MARK), WARN)
        left, top, wide = EDGES + MARK + GAP, EDGES, self._inner(self.room.width())
        for run in self._asked:
            top = ink.write(QRectF(left, top, wide, 96), run, lines=3).bottom() + 6
        if self._names:
            ink.write(QRectF(left, top, wide, 50), Run(self._names, TEXT, SOFT), lines=2)

    def _inner(self, width: float) -> float:
        return width - 2 * EDGES - MARK - GAP

    def _say_yes(self) -> None:
        self.wished.emit(self._does)

    def _say_no(self) -> None:
        self.wished.emit(Undo())
