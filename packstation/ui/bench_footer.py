"""The last word on what was just scanned, and the few things one can press."""

from dataclasses import dataclass
from typing import Final, Self

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Learning, Packing
from packstation.domain.noticed import News
from packstation.domain.outcomes import (
    AllDone,
    AskBeforePutBack,
    AskBeforeSeal,
    Outcome,
    PieceOk,
    ShopSays,
    TouchDone,
)
from packstation.domain.scans import Seal, Undo
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, bold, lay, naming
from packstation.ui.look import BUTTON, CARD, FOOTER, GUTTER, SMALL, SOFT, TEXT
from packstation.ui.notices import manner
from packstation.ui.painted import Painted, pixels, put
from packstation.ui.seal_button import SealButton, Sealing
from packstation.words.card_phrases import answered
from packstation.words.names_in import names_in
from packstation.words.phrases import Tone, hint, say, tone
from packstation.words.words import Words

MARK: Final = 20.0
GAP: Final = 14.0
LINES: Final = 3
"""Of the small type; of the usual one there is room for one line less."""
_LEADING: Final = 1.25
_LONG_NAME: Final = 24
"""Letters. A shorter name never needs to lose any."""


@dataclass(frozen=True, slots=True)
class Said:
    """The last word, as it is set and as it sounds."""

    runs: tuple[Run, ...] = ()
    tone: Tone = Tone.QUIET
    spoken: str = ""

    @classmethod
    def of(cls, outcome: Outcome, bench: Packing, words: Words) -> Self:
        how = tone(outcome)
        said, advice = _in_short(outcome, bench, words)
        names = tuple(name for name in names_in(outcome) if len(name) > _LONG_NAME)
        return cls(_set(said, advice, how, names), how, f"{said} {advice}".strip())


class BenchFooter(Painted):
    """FOOTER units high. Buttons keep their width through an order, so none wanders."""

    wished = Signal(object)
    problem_told = Signal()
    code_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, CARD)
        self._said = Said()
        self._seal_width = 0.0
        self._said_box = QRectF()
        self.undo = Button(parent=self, hint="Ctrl Z", ground=CARD)
        self.code = Button(parent=self, hint="F2", ground=CARD, steady=True)
        self.problem = Button(parent=self, hint="F9", ground=CARD, steady=True)
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

    def show_bench(self, bench: Packing, sealing: Sealing) -> None:
        self.seal.ask(sealing)
        nothing = bench.before is None and not isinstance(bench.unclear, Learning)
        self.undo.say(self.undo.label, Weight.RESTING if nothing else Weight.PLAIN)

    def show_said(self, said: Said) -> None:
        if said == self._said:
            return
        before, self._said = self._said, said
        if not self.ahead.show(said):
            self.read_out(said.spoken)
            same = manner(before.tone) is manner(said.tone)
            self.repaint_part(self.words_box if same else self._said_box)

    def rehearse(self, said: Said, sealing: Sealing) -> None:
        """Paint ahead what will be new of it."""
        shown = self._said
        if said != shown:
            self._said = said
            self.ahead.paint(said, pixels(self, self._said_box), said.spoken)
            self._said = shown
        self.seal.rehearse(sealing)

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
        if not self._said.runs or not ink.sees(self._said_box):
            return
        spot = QRectF(GUTTER, self._said_box.center().y() - MARK / 2, MARK, MARK)
        if ink.sees(spot):
            how = manner(self._said.tone)
            how.mark(ink, spot, how.strong)
        runs = fitted(self._said.runs, self.words_box.width())
        ink.write(self.words_box, *runs, lines=LINES, align=MIDDLE)

    @property
    def words_box(self) -> QRectF:
        """All but the mark before it."""
        return self._said_box.adjusted(GUTTER + MARK + 8, 0, -4, 0)

    def _undo(self) -> None:
        self.wished.emit(Undo())

    def _seal(self) -> None:
        self.wished.emit(Seal())


def fitted(runs: tuple[Run, ...], width: float) -> tuple[Run, ...]:
    """``runs``, smaller where two lines do not hold them."""
    if lay(runs, width, LINES, MIDDLE).lines < LINES:
        return runs
    return tuple(
        run._replace(type=run.type._replace(size=SMALL.size, leading=_LEADING)) for run in runs
    )


def _set(said: str, advice: str, how: Tone, names: tuple[str, ...]) -> tuple[Run, ...]:
    told = naming(bold(said, TEXT, manner(how).strong), names)
    return told + naming(Run("  " + advice, TEXT, SOFT), names) if advice else told


def _in_short(outcome: Outcome, bench: Packing, words: Words) -> tuple[str, str]:
    """What happened and what to do now, without what the cards above already say large."""
    match outcome:
        case PieceOk():
            return say(outcome, words), ""
        case AllDone() if bench.open_touches:
            return say(outcome, words), ""  # there is more to do than to sign
        case AskBeforeSeal() | AskBeforePutBack():
            return words("Look at the question."), ""
        case ShopSays(_, News(cancels=True)):
            return words("A cancelled order is not signed."), ""
        case ShopSays():
            return hint(outcome, words), ""
        case TouchDone(key, reply):
            named = (it.touch for it in bench.plan or () if it.touch.key == key)
            said = (answered(touch, reply, words) for touch in named)
            return next(said, say(outcome, words)), ""
        case _:
            return say(outcome, words), hint(outcome, words)
