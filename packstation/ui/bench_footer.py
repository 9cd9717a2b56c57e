"""The last word on what was just scanned, and the few things one can press."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.outcomes import (
    AllDone,
    AskBeforePutBack,
    AskBeforeSeal,
    Outcome,
    PieceOk,
    TouchDone,
)
from packstation.domain.scans import Seal, Undo
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, bold
from packstation.ui.look import BUTTON, CARD, FOOTER, GUTTER, SOFT, TEXT
from packstation.ui.notices import manner
from packstation.ui.painted import Button, Painted, Weight, pixels, put
from packstation.ui.seal_button import SealButton
from packstation.words.card_phrases import answered
from packstation.words.phrases import Tone, hint, say, tone
from packstation.words.words import Words

MARK: Final = 20.0
GAP: Final = 14.0


class BenchFooter(Painted):
    """FOOTER units high. Buttons keep their width through an order, so none wanders."""

    wished = Signal(object)
    problem_told = Signal()
    code_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, CARD)
        self._runs: tuple[Run, ...] = ()
        self._tone = Tone.QUIET
        self._seal_width = 0.0
        self._said_box = QRectF()
        self.undo = Button(parent=self, hint="Ctrl Z", ground=CARD)
        self.code = Button(parent=self, hint="F2", ground=CARD)
        self.problem = Button(parent=self, hint="F9", ground=CARD)
        self.seal = SealButton(self)
        self.undo.clicked.connect(self._undo)
        self.code.clicked.connect(self.code_asked)
        self.problem.clicked.connect(self.problem_told)
        self.seal.clicked.connect(self._seal)

    def open(self, bench: Packing, words: Words) -> None:
        """Get ready for an order."""
        self.undo.say(words("Undo"))
        self.code.say(words("Type a code"))
        self.problem.say(words("Problem…"))
        self._seal_width = self.seal.widest(bench, words)
        self.arrange()

    def show_bench(self, bench: Packing, words: Words) -> None:
        self.seal.ask(bench, words)
        self.undo.say(self.undo.label, Weight.RESTING if bench.before is None else Weight.PLAIN)

    def show_outcome(self, outcome: Outcome, bench: Packing, words: Words) -> None:
        before, self._tone = self._tone, tone(outcome)
        said, advice = _in_short(outcome, bench, words)
        runs = _set(said, advice, self._tone)
        if runs != self._runs:
            self._runs = runs
            self.ahead.take((runs, self._tone))
            self.read_out(f"{said} {advice}".strip())
            same = manner(before) is manner(self._tone)
            self.repaint_part(self._words_box if same else self._said_box)

    def rehearse(self, outcome: Outcome, bench: Packing, words: Words) -> None:
        """Paint ahead what ``outcome`` will say, when ``bench`` stands so."""
        shown, how = (self._runs, self._tone), tone(outcome)
        coming = _set(*_in_short(outcome, bench, words), how), how
        if coming != shown:
            self._runs, self._tone = coming
            self.ahead.paint(coming, pixels(self, self._said_box))
            self._runs, self._tone = shown
        self.seal.rehearse(bench, words)

    def arrange(self) -> None:
        self.ahead.forget()
        self.seal.ahead.forget()
        top = (FOOTER - BUTTON) / 2
        small = (self.undo, self.code, self.problem)
        beside = sum(button.unit_width + GAP for button in small)
        left = self.room.width() - GUTTER - self._seal_width - beside
        self._said_box = QRectF(0, 1, max(1.0, left - GAP), FOOTER - 1)
        for button in small:
            put(button, QRectF(left, top, button.unit_width, BUTTON))
            left += button.unit_width + GAP
        put(self.seal, QRectF(left, top, self._seal_width, BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.rule(0, self.room.width(), 0)
        if not self._runs or not ink.sees(self._said_box):
            return
        spot = QRectF(GUTTER, self._said_box.center().y() - MARK / 2, MARK, MARK)
        if ink.sees(spot):
            how = manner(self._tone)
            how.mark(ink, spot, how.strong)
        ink.write(self._words_box, *self._runs, lines=2, align=MIDDLE)

    @property
    def _words_box(self) -> QRectF:
        """All but the mark before it."""
        return self._said_box.adjusted(GUTTER + MARK + 8, 0, -4, 0)

    def _undo(self) -> None:
        self.wished.emit(Undo())

    def _seal(self) -> None:
        self.wished.emit(Seal())


def _set(said: str, advice: str, how: Tone) -> tuple[Run, ...]:
    beside = (Run("  " + advice, TEXT, SOFT),) if advice else ()
    return bold(said, TEXT, manner(how).strong), *beside


def _in_short(outcome: Outcome, bench: Packing, words: Words) -> tuple[str, str]:
    """What happened and what to do now, without what the cards above already say large."""
    match outcome:
        case PieceOk():
            return say(outcome, words), ""
        case AllDone() if bench.open_touches:
            return say(outcome, words), ""  # there is more to do than to sign
        case AskBeforeSeal() | AskBeforePutBack():
            return hint(outcome, words), ""
        case TouchDone(key, reply):
            named = (it.touch for it in bench.plan or () if it.touch.key == key)
            said = (answered(touch, reply, words) for touch in named)
            return next(said, say(outcome, words)), ""
        case _:
            return say(outcome, words), hint(outcome, words)
