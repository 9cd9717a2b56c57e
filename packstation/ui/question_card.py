"""The one question before what no undo brings back, large in the place of the next piece."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import AskBack, Packing
from packstation.domain.noticed import News
from packstation.domain.outcomes import AskBeforePutBack, AskBeforeSeal, Outcome, ShopSays
from packstation.domain.scans import PutBack, Seal, TakeNews, Undo, Wish
from packstation.ui import marks
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import BOLD, BUTTON, SOFT, TEXT, WARN, WARN_EDGE, WARN_SOFT, Type
from packstation.ui.painted import Painted, put
from packstation.words.phrases import ask, hint, say
from packstation.words.words import Words

ASKING: Final = Type(23, BOLD, leading=1.25)
TELLING: Final = Type(18, BOLD, leading=1.25)
"""For what is long: all that the shop has changed."""
LONG: Final = 90
LINES: Final = 6
EDGES, MARK, GAP, BESIDE = 22.0, 40.0, 14.0, 12.0


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
        self.take = Button(parent=self, hint="F10")
        self.no = Button(parent=self, hint="Ctrl Z")
        self.yes.clicked.connect(self._say_yes)
        self.take.clicked.connect(self.take_news)
        self.no.clicked.connect(self._say_no)

    def show_question(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        """``outcome`` is what was said last: only the asking itself knows every text."""
        self.take.hide()
        if bench.asked is AskBack.PUT_BACK:
            self._ask_to_empty(bench, words)
        elif bench.asked is AskBack.CANCELLED and bench.news is not None:
            self._ask_to_let_go(bench.order.number, bench.news, words)
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

    def _ask_to_let_go(self, number: str, news: News, words: Words) -> None:
        said = ShopSays(number, news)
        self._asked = (Run(say(said, words), ASKING), Run(hint(said, words), ASKING))
        self._names, self._does = "", TakeNews()
        self.yes.say(words("Off the bench with it"), Weight.NEXT)
        self.yes.hint_at("F10")
        self.no.say(words("Not yet"))

    def _ask_to_seal(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        touches = bench.open_touches
        keys = tuple(open_.touch.key for open_ in touches)
        if isinstance(outcome, AskBeforeSeal):
            self._unprintable = outcome.unprintable
        elif not self.isVisible():
            self._unprintable = ()
        question = AskBeforeSeal(bench.aside, keys, self._unprintable, bench.extra, bench.news)
        asked = ask(question, words)
        asked = asked or (words("Sign and print all the same?"),)
        self._asked = tuple(
            Run(text, TELLING if len(text) > LONG else ASKING) for text in asked
        )
        self._names = " · ".join(open_.touch.name(words.language) for open_ in touches)
        self._does = Seal()
        changed = bench.news is not None
        yes = words("Sign it as it was") if changed else words("Yes, sign and print")
        self.yes.say(yes, Weight.NEXT)
        self.yes.hint_at("F12")
        self.take.say(words("Take the change in"))
        self.take.setVisible(changed)
        self.no.say(words("Not yet"))

    def height_at(self, width: float) -> float:
        """How high it must be at ``width``."""
        inner = self._inner(width)
        asked = sum(height_of((run,), inner, LINES) + 6 for run in self._asked)
        names = height_of((Run(self._names, TEXT, SOFT),), inner, 2) + 4 if self._names else 0
        buttons = max(box.bottom() for box in self._places(width))
        return EDGES + max(asked + names, MARK) + GAP + buttons + EDGES

    def arrange(self) -> None:
        places = self._places(self.room.width())
        top = self.room.height() - EDGES - max(box.bottom() for box in places)
        for button, box in zip(self._buttons, places, strict=True):
            put(button, box.translated(0, top))

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.yes, self.no) if self.take.isHidden() else (self.yes, self.take, self.no)

    def _places(self, width: float) -> list[QRectF]:
        """Where each button is, in as many rows as they need; the first row begins at 0."""
        places: list[QRectF] = []
        left, top = EDGES, 0.0
        for button in self._buttons:
            wide = button.unit_width
            if left > EDGES and left + wide > width - EDGES:
                left, top = EDGES, top + BUTTON + BESIDE
            places.append(QRectF(left, top, wide, BUTTON))
            left += wide + BESIDE
        return places

    def paint(self, ink: Ink) -> None:
        ink.card(self.room, WARN_SOFT, WARN_EDGE, pen=3)
        marks.question(ink, QRectF(EDGES, EDGES, MARK, MARK), WARN)
        left, top, wide = EDGES + MARK + GAP, EDGES, self._inner(self.room.width())
        for run in self._asked:
            top = ink.write(QRectF(left, top, wide, 160), run, lines=LINES).bottom() + 6
        if self._names:
            ink.write(QRectF(left, top, wide, 50), Run(self._names, TEXT, SOFT), lines=2)

    def _inner(self, width: float) -> float:
        return width - 2 * EDGES - MARK - GAP

    def take_news(self) -> None:
        """What the shop says, where this asks about it."""
        if self.isVisible() and (self._does == TakeNews() or not self.take.isHidden()):
            self.wished.emit(TakeNews())

    def _say_yes(self) -> None:
        self.wished.emit(self._does)

    def _say_no(self) -> None:
        self.wished.emit(Undo())
