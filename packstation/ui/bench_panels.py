"""The panels of the packing screen: what is wrong, how many there are, a code read by eye."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.scans import GiveDetail, HoldBack, Park, Substitute
from packstation.ui.ask_panel import Question
from packstation.ui.coming import line_beside
from packstation.ui.count_panel import Counting, CountPanel
from packstation.ui.panels import Panels
from packstation.ui.problem_panel import HOLD, SUBSTITUTE, About, ProblemPanel
from packstation.words.phrases import ask_detail, piece
from packstation.words.words import Words

MOST_NAMES: Final = 8


class BenchPanels(Panels):
    """``chosen`` is the line a problem is about now."""

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._bench: Packing | None = None
        self._people: tuple[str, ...] = ()
        self._reason = ""
        self.problem = ProblemPanel(self)
        self.count = CountPanel(words, self)
        self.take_in(self.problem)
        self.take_in(self.count)
        self.problem.further.connect(self._go_further)
        self.problem.turned.connect(self._turn)

    # ---- what it is told

    def know_people(self, names: tuple[str, ...]) -> None:
        self._people = names

    def show_step(self, bench: Packing, outcome: out.Outcome, words: Words) -> None:
        self._bench = bench
        if isinstance(outcome, out.CountRefused) and self.up is self.count:
            self.count.refuse(outcome)
        self.follow(outcome, words)

    # ---- what comes up

    def open_problem(self, position: int | None) -> None:
        if self._bench is None:
            return
        about = About.on(self._bench, position)
        self.problem.ask(about, self.words)
        if about.position is not None:
            self.chosen.emit(about.position)
        self.put_up(self.problem)

    def open_count(self) -> None:
        """Ask how many there are, if that can be typed now."""
        counting = None if self._bench is None else Counting.on(self._bench)
        if self._bench is not None and counting is not None:
            self.count.ask(counting, self._bench, self.words)
            self.put_up(self.count)

    def open_detail(self) -> None:
        """What the bench asks of the piece just scanned, with keys to type it."""
        bench, words = self._bench, self.words
        if bench is None or bench.asking is None:
            return
        line = bench.line_at(bench.asking.position)
        detail = bench.asking.wants(line)
        if detail is not None:
            title, name = ask_detail(detail, words), piece(line.product)
            field, send = words("Or type it"), words("Enter")
            self.ask(
                Question(title=title, advice=name, field=field, send=send, wish=GiveDetail)
            )
            self.question.keys.show_keys(words)

    # ---- the pages of a problem

    def _go_further(self, number: int) -> None:
        self._reason = self.problem.reason.text().strip()
        match number:
            case n if n == SUBSTITUTE:
                self._ask_substitute()
            case n if n == HOLD:
                self.ask(_hold_question(self.words, self._reason))
            case _:
                self.ask(_park_question(self.words, self._people, self._reason))

    def _ask_substitute(self) -> None:
        if self._bench is None:
            return
        position = About.on(self._bench, self.problem.position).position
        if position is None:
            return
        words, reason = self.words, self._reason
        name = piece(self._bench.product_at(position))
        self.ask(
            Question(
                title=words("Scan what goes in instead"),
                advice=words("In place of: {piece}", piece=name),
                field=words("Or type its code"),
                send=words("Use it instead"),
                wish=lambda code: Substitute(position, code, reason),
            )
        )
        self.expect(lambda scan: Substitute(position, scan.text, reason, scan.us))

    def _turn(self, step: int) -> None:
        if self._bench is not None:
            self.open_problem(line_beside(self._bench, self.problem.position, step))


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
