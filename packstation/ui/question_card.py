"""The one question before what no undo brings back, large in the place of the next piece."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import AskBack, Packing
from packstation.domain.noticed import News
from packstation.domain.outcomes import AskBeforePutBack, AskBeforeSeal, Outcome
from packstation.domain.scans import PutBack, Seal, TakeNews, Undo, Wish
from packstation.domain.shop_news import is_cancelled
from packstation.ui import marks
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import (
    BOLD,
    BUTTON,
    SEMIBOLD,
    SMALL_BUTTON,
    SOFT,
    STOP,
    STOP_SOFT,
    TEXT,
    WARN,
    WARN_EDGE,
    WARN_SOFT,
    Type,
)
from packstation.ui.painted import Painted, put
from packstation.words.letters_lacking import where_they_are
from packstation.words.noticed_phrases import what_changed
from packstation.words.phrases import ask, hint, say
from packstation.words.words import Words

ASKING: Final = Type(23, BOLD, leading=1.25)
TELLING: Final = Type(18, SEMIBOLD, leading=1.25)
"""For each of the things that the shop has changed."""
LONG: Final = 90
LINES: Final = 6
CHANGES: Final = 3
"""As many as there is room for, above all that is asked and three buttons."""
EDGES, MARK, GAP, BESIDE, STACKED = 22.0, 40.0, 14.0, 12.0, 8.0


class QuestionCard(Painted):
    """Yes does what was asked for; the way back is an Undo, which takes the asking back.

    Of a cancelled order nothing is asked: it says what to do with the pieces.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Run, ...] = ()
        self._names = ""
        self._unprintable: tuple[str, ...] = ()
        self._does: Wish = Seal()
        self._cancelled = False
        self.take = Button(parent=self, hint="F10")
        self.yes = Button(parent=self)
        self.no = Button(parent=self, hint="Ctrl Z")
        self.yes.clicked.connect(self._say_yes)
        self.take.clicked.connect(self._take_news)
        self.no.clicked.connect(self._say_no)

    def show_question(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        """``outcome`` is what was said last: only the asking itself knows every text."""
        self._cancelled = bench.asked is not AskBack.PUT_BACK and is_cancelled(bench)
        if bench.asked is AskBack.PUT_BACK:
            self._ask_to_empty(bench, words)
        elif self._cancelled:
            self._tell_to_clear(bench, words)
        else:
            self._ask_to_seal(bench, outcome, words)
        self.take.setVisible(self._does == Seal() and bench.news is not None)
        self.no.setVisible(bench.asked is not None)
        self.read_out(" ".join((*(run.text for run in self._asked), self._names)))
        self.arrange()
        self.update()

    def _ask_to_empty(self, bench: Packing, words: Words) -> None:
        question = AskBeforePutBack(bench.order.number, bench.in_box)
        self._asked = (Run(say(question, words), ASKING),)
        self._names, self._does = hint(question, words), PutBack()
        self.yes.say(words("Yes, empty the box"), Weight.NEXT)
        self.yes.hint_at("F11")
        self.no.say(words("No, go on"))

    def _tell_to_clear(self, bench: Packing, words: Words) -> None:
        told = words.n(
            "{n} piece goes back to its place",
            "{n} pieces go back to their places",
            bench.in_box,
        )
        self._asked = (Run(told if bench.in_box else words("The box is empty"), ASKING, STOP),)
        self._names = words("The customer no longer expects this parcel")
        self._does = TakeNews()
        self.yes.say(words("Off the bench with it"), Weight.NEXT)
        self.yes.hint_at("F10")
        self.no.say(words("Back"))

    def _ask_to_seal(self, bench: Packing, outcome: Outcome, words: Words) -> None:
        if isinstance(outcome, AskBeforeSeal):
            self._unprintable = where_they_are(outcome.unprintable, bench, words)
        elif not self.isVisible():
            self._unprintable = ()
        touches, news = bench.open_touches, bench.news
        keys = tuple(open_.touch.key for open_ in touches)
        asked = ask(AskBeforeSeal(bench.aside, keys, self._unprintable, bench.extra), words)
        if news is None and not asked:
            asked = (words("Sign and print all the same?"),)
        self._asked = (
            *(_changes(news, words) if news is not None else ()),
            *(Run(text, TELLING if len(text) > LONG else ASKING) for text in asked),
        )
        named = (open_.touch.name(words.language) for open_ in touches)
        self._names = " · ".join(named) if news is None else ""  # there is more to read
        self._does = Seal()
        self._offer(words, changed=news is not None)

    def _offer(self, words: Words, *, changed: bool) -> None:
        """What the shop changed is better taken in than signed away."""
        self.take.say(words("Apply the change"), Weight.NEXT)
        yes = words("Sign without the change") if changed else words("Yes, sign and print")
        self.yes.say(yes, Weight.PLAIN if changed else Weight.NEXT)
        self.yes.hint_at("F12")
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
        return tuple(it for it in (self.take, self.yes, self.no) if not it.isHidden())

    def _places(self, width: float) -> list[QRectF]:
        """Where each button is, the first at 0: side by side, three one above the other."""
        buttons = self._buttons
        wide = max(button.unit_width for button in buttons)
        beside = sum(button.unit_width + BESIDE for button in buttons) - BESIDE
        if not self.take.isHidden() or beside > width - 2 * EDGES:
            apart = SMALL_BUTTON + STACKED
            return [QRectF(EDGES, n * apart, wide, SMALL_BUTTON) for n, _ in enumerate(buttons)]
        places, left = [], EDGES
        for button in buttons:
            places.append(QRectF(left, 0, button.unit_width, BUTTON))
            left += button.unit_width + BESIDE
        return places

    def paint(self, ink: Ink) -> None:
        spot = QRectF(EDGES, EDGES, MARK, MARK)
        if self._cancelled:
            ink.card(self.room, STOP_SOFT, STOP, pen=3)
            marks.cross(ink, spot, STOP)
        else:
            ink.card(self.room, WARN_SOFT, WARN_EDGE, pen=3)
            marks.question(ink, spot, WARN)
        left, top, wide = EDGES + MARK + GAP, EDGES, self._inner(self.room.width())
        for run in self._asked:
            top = ink.write(QRectF(left, top, wide, 160), run, lines=LINES).bottom() + 6
        if self._names:
            ink.write(QRectF(left, top, wide, 50), Run(self._names, TEXT, SOFT), lines=2)

    def _inner(self, width: float) -> float:
        return width - 2 * EDGES - MARK - GAP

    def empty(self) -> None:
        """Yes, where it asks whether to empty the box."""
        if self.isVisible() and self._does == PutBack():
            self.wished.emit(self._does)

    def _take_news(self) -> None:
        self.wished.emit(TakeNews())

    def _say_yes(self) -> None:
        self.wished.emit(self._does)

    def _say_no(self) -> None:
        self.wished.emit(Undo())


def _changes(news: News, words: Words) -> tuple[Run, ...]:
    told = what_changed(news, words)
    shown = told if len(told) <= CHANGES else told[: CHANGES - 1]
    hidden = len(told) - len(shown)
    more = (words.n("and {n} more change", "and {n} more changes", hidden),) if hidden else ()
    return (
        Run(words("The shop has changed the order"), ASKING),
        *(Run(f"• {text}", TELLING) for text in (*shown, *more)),
    )
