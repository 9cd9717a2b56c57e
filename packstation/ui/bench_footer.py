"""The last word on what was just scanned, and the few things one can press."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.outcomes import AskBeforeSeal, Outcome, PieceOk, TouchDone
from packstation.domain.scans import Seal, Undo
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, bold, lay
from packstation.ui.look import BUTTON, CARD, FOOTER, GUTTER, SOFT, TEXT
from packstation.ui.notices import manner
from packstation.ui.painted import Button, Painted, Weight, put
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
        self.undo = Button(parent=self, ground=CARD)
        self.code = Button(parent=self, ground=CARD)
        self.problem = Button(parent=self, ground=CARD)
        self.seal = Button(parent=self, ground=CARD)
        self.undo.clicked.connect(self._undo)
        self.code.clicked.connect(self.code_asked)
        self.problem.clicked.connect(self.problem_told)
        self.seal.clicked.connect(self._seal)

    def open(self, bench: Packing, words: Words) -> None:
        """Get ready for an order: everything is still missing, so the button is widest."""
        self.undo.say(words("Undo"))
        self.code.say(words("Type a code"))
        self.problem.say(words("Problem…"))
        self._name_seal(bench.order.pieces, words)
        self._seal_width = self.seal.unit_width
        self._name_seal(0, words)
        self._seal_width = max(self._seal_width, self.seal.unit_width)
        self.arrange()

    def show_bench(self, bench: Packing, words: Words) -> None:
        # While the bench asks, the answer is given above, and this can only repeat it.
        weight = Weight.RESTING if bench.asked else Weight.NEXT
        self._name_seal(bench.missing, words, weight)
        self.undo.say(self.undo.label, Weight.RESTING if bench.before is None else Weight.PLAIN)

    def _name_seal(self, missing: int, words: Words, weight: Weight = Weight.NEXT) -> None:
        if not missing:
            self.seal.say(words("Sign and print"), weight)
            return
        label = words.n(
            "Sign and print: {n} piece missing",
            "Sign and print: {n} pieces missing",
            missing,
        )
        self.seal.say(label, Weight.RESTING)

    def show_outcome(self, outcome: Outcome, bench: Packing, words: Words) -> None:
        before, self._tone = self._tone, tone(outcome)
        said, advice = _in_short(outcome, bench, words)
        runs = _set(said, advice, self._tone)
        if runs != self._runs:
            self._runs = runs
            self.read_out(f"{said} {advice}".strip())
            same = manner(before) is manner(self._tone)
            self.repaint_part(self._words_box if same else self._said_box)

    def rehearse(self, outcome: Outcome, bench: Packing, words: Words) -> None:
        """Lay out what ``outcome`` would say."""
        runs = _set(*_in_short(outcome, bench, words), tone(outcome))
        lay(runs, self._words_box.width(), 2, MIDDLE)

    def arrange(self) -> None:
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
        case AskBeforeSeal():
            return hint(outcome, words), ""
        case TouchDone(key, reply):
            named = (it.touch for it in bench.plan or () if it.touch.key == key)
            said = (answered(touch, reply, words) for touch in named)
            return next(said, say(outcome, words)), ""
        case _:
            return say(outcome, words), hint(outcome, words)
