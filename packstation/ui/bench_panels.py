"""The panels of the packing screen: at most one is up, and a good scan takes it away."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.scans import HoldBack, Park, Scan, Substitute, TypeCode, Wish
from packstation.ui.ask_panel import AskPanel, Question
from packstation.ui.coming import line_beside
from packstation.ui.count_panel import Counting, CountPanel
from packstation.ui.painted import Painted, put
from packstation.ui.panel import Panel
from packstation.ui.problem_panel import HOLD, SUBSTITUTE, About, ProblemPanel
from packstation.words.phrases import Tone, loud, piece, tone
from packstation.words.words import Words

MOST_NAMES: Final = 8


class BenchPanels(Painted):
    """``chosen`` is the line a problem is about now; ``changed``: one came up or went."""

    wished = Signal(object)
    chosen = Signal(int)
    changed = Signal()
    expected = Signal(object)
    """What wish the next scan is, given the Scan; None: it is a scan like any other."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._words = words
        self._bench: Packing | None = None
        self._people: tuple[str, ...] = ()
        self._expecting = False
        self._reason = ""
        self.up: Panel | None = None
        self.problem = ProblemPanel(self)
        self.count = CountPanel(words, self)
        self.question = AskPanel(self)
        for panel in (self.problem, self.count, self.question):
            panel.wished.connect(self.wished)
            panel.left.connect(self.close_panel)
        self.problem.further.connect(self._go_further)
        self.problem.turned.connect(self._turn)

    # ---- what it is told

    def know_people(self, names: tuple[str, ...]) -> None:
        self._people = names

    def show_step(self, bench: Packing, outcome: out.Outcome, words: Words) -> None:
        """Follow the bench: only what asks for another try stays up."""
        self._bench, self._words = bench, words
        match outcome:
            case out.PlanShown() | out.ReadTwice():
                pass
            case out.CountRefused() if self.up is self.count:
                self.count.refuse(outcome)
            case _ if self._expecting or loud(outcome) or tone(outcome) is not Tone.CARE:
                self.close_panel()  # what was expected has come
            case _:
                pass

    # ---- what comes up

    def open_problem(self, position: int | None) -> None:
        if self._bench is None:
            return
        about = About.on(self._bench, position)
        self.problem.ask(about, self._words)
        if about.position is not None:
            self.chosen.emit(about.position)
        self._put_up(self.problem)

    def open_count(self) -> None:
        """Ask how many there are, if that can be typed now."""
        counting = None if self._bench is None else Counting.on(self._bench)
        if self._bench is not None and counting is not None:
            self.count.ask(counting, self._bench, self._words)
            self._put_up(self.count)

    def open_code(self) -> None:
        self._ask(code_question(self._words))

    def close_panel(self) -> None:
        if self.up is None:
            return
        self.up.hide()
        self.up = None
        self.hide()
        self._expect(None)
        self.changed.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the panel that is up."""
        if self.up is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return True
        return self.up.press(event) or bool(event.text())

    def arrange(self) -> None:
        for panel in (self.problem, self.count, self.question):
            put(panel, self.room)

    # ---- the pages of a problem

    def _go_further(self, number: int) -> None:
        self._reason = self.problem.reason.text().strip()
        match number:
            case n if n == SUBSTITUTE:
                self._ask_substitute()
            case n if n == HOLD:
                self._ask(_hold_question(self._words, self._reason))
            case _:
                self._ask(_park_question(self._words, self._people, self._reason))

    def _ask_substitute(self) -> None:
        if self._bench is None:
            return
        position = About.on(self._bench, self.problem.position).position
        if position is None:
            return
        words, reason = self._words, self._reason
        name = piece(self._bench.order.lines[position].product)
        self._ask(
            Question(
                title=words("Scan what goes in instead"),
                advice=words("In place of: {piece}", piece=name),
                field=words("Or type its code"),
                send=words("Use it instead"),
                wish=lambda code: Substitute(position, code, reason),
            )
        )
        self._expect(lambda scan: Substitute(position, scan.text, reason, scan.us))

    def _turn(self, step: int) -> None:
        if self._bench is not None:
            self.open_problem(line_beside(self._bench, self.problem.position, step))

    def _expect(self, wish_of: Callable[[Scan], Wish] | None) -> None:
        if wish_of is not None or self._expecting:
            self._expecting = wish_of is not None
            self.expected.emit(wish_of)

    def _ask(self, question: Question) -> None:
        self._expect(None)
        self.question.ask(question, self._words)
        self._put_up(self.question)

    def _put_up(self, panel: Panel) -> None:
        if self.up is not None and self.up is not panel:
            self.up.hide()
        self.up = panel
        self.show()
        panel.show()
        self.changed.emit()
        panel.begin()


def code_question(words: Words) -> Question:
    """For a code no scanner can read."""
    return Question(
        title=words("Type the code"),
        advice=words("As it is printed under the bars."),
        field=words("Code"),
        send=words("Enter"),
        wish=TypeCode,
    )


def _hold_question(words: Words, reason: str) -> Question:
    return Question(
        title=words("Hold the order"),
        advice=words("Nobody packs it until somebody with the right releases it."),
        field=words("Why, in a few words"),
        send=words("Hold it"),
        wish=lambda why: HoldBack(why or reason),
        optional=True,
    )


def _park_question(words: Words, people: tuple[str, ...], reason: str) -> Question:
    return Question(
        title=words("Put the order aside"),
        advice=words("Its counts are kept. Who should go on? Nobody in particular is fine."),
        field=words("For whom"),
        send=words("Put it aside"),
        wish=lambda name: Park(reason, name),
        optional=True,
        choices=people[:MOST_NAMES],
    )
