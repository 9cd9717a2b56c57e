"""The panels of the packing screen: what is wrong, how many there are, a code read by eye."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Learning, Packing
from packstation.domain.scans import (
    AnswerTouch,
    GiveDetail,
    HoldBack,
    Park,
    Reply,
    Scan,
    Substitute,
    Undo,
    Wish,
)
from packstation.ui.ask_panel import Question
from packstation.ui.coming import line_beside
from packstation.ui.count_panel import Counting, CountPanel
from packstation.ui.learn_panels import OnceMorePanel, PackPanel
from packstation.ui.note_faces import NoteAsked
from packstation.ui.note_panel import NotePanel
from packstation.ui.own_panel import OwnPanel
from packstation.ui.panels import Panels
from packstation.ui.phrase_panel import PhrasePanel
from packstation.ui.problem_panel import HOLD, SUBSTITUTE, About, ProblemPanel
from packstation.ui.which_panel import WhichPanel
from packstation.ui.why_panel import WhyPanel
from packstation.words.phrases import ask_detail, say
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
        self.note = NotePanel(words, self)
        self.phrase = PhrasePanel(words, self)
        self.why = WhyPanel(words, self)
        self.own = OwnPanel(words, self)
        self.which = WhichPanel(self)
        self.once_more = OnceMorePanel(self)
        self.pack = PackPanel(words, self)
        known = (self.problem, self.count, self.note, self.phrase, self.why, self.own)
        for panel in (*known, self.which, self.once_more, self.pack):
            self.take_in(panel)
        for panel in (self.once_more, self.pack):
            panel.left.connect(lambda: self.wished.emit(Undo()))  # nothing is learned then
        self.note.chose.connect(self._hear)
        self.note.phrase_asked.connect(self._ask_phrase)
        self.phrase.back.connect(self.open_note)
        self._hears = False
        self.problem.further.connect(self._go_further)
        self.problem.turned.connect(self._turn)
        self.open_from(*self.problem.options)

    # ---- what it is told

    def know_people(self, names: tuple[str, ...]) -> None:
        self._people = names

    def show_step(self, bench: Packing, outcome: out.Outcome, words: Words) -> None:
        self._bench = bench
        if isinstance(outcome, out.CountRefused) and self.up is self.count:
            self.count.refuse(outcome)
        if isinstance(outcome, out.PhraseRefused) and self.up is self.phrase:
            self.phrase.refuse(say(outcome, words))
        if self.note.asked:
            self.note.follow(NoteAsked.on(bench, words))
        self.follow(outcome, words)
        self._follow_unclear(bench, outcome)
        if isinstance(outcome, out.PhraseJoins):
            self.open_note()  # it may be in the drafts by now
        elif self.up is self.why:
            self.open_why()
        elif self.up is self.own:
            self.open_own()
        self._hear()

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

    def open_note(self) -> None:
        """What the note could say, if one waits to be written."""
        asked = None if self._bench is None else NoteAsked.on(self._bench, self.words)
        if asked is not None:
            self.note.ask(asked, self.words)
            self.put_up(self.note)

    def open_why(self) -> None:
        """Why these touches, once they are planned."""
        if self._bench is not None and self._bench.plan is not None:
            self.why.ask(self._bench, self.words)
            self.put_up(self.why)

    def open_own(self) -> None:
        """What may go in though no rule suggested it."""
        if self._bench is not None and self._bench.plan is not None:
            self.own.ask(self._bench, self.words)
            self.put_up(self.own)

    def whole(self, wish: Wish) -> Wish:
        """``wish`` with the draft that was chosen, if it says that the note is written."""
        answer = self.note.answer
        given = AnswerTouch(answer.key, Reply.GIVEN) if answer is not None else None
        return answer if answer is not None and wish == given else wish

    def open_detail(self) -> None:
        """What the bench asks of the piece just scanned, with keys to type it."""
        bench, words = self._bench, self.words
        if bench is None or bench.asking is None:
            return
        line = bench.line_at(bench.asking.position)
        detail = bench.asking.wants(line)
        if detail is not None:
            title, name = ask_detail(detail, words), line.product.full_name
            field, send = words("Or type it"), words("Enter")
            self.ask(
                Question(title=title, advice=name, field=field, send=send, wish=GiveDetail)
            )
            self.question.keys.show_keys(words)

    # ---- a code that is not clear

    def _follow_unclear(self, bench: Packing, outcome: out.Outcome) -> None:
        match bench.unclear, outcome:
            case Learning(units=0) as learning, _:
                if self.up is not self.pack:  # a plan may come while somebody types
                    self.pack.ask(bench, learning, self.words)
                    self.put_up(self.pack)
            case Learning() as learning, _:
                self.once_more.ask(bench, learning, self.words)
                self.put_up(self.once_more)
            case _, out.AsksWhich():
                self.which.ask(bench, outcome, self.words)
                self.put_up(self.which)
            case None, _ if self.up in {self.which, self.once_more, self.pack}:
                self.close_panel()
            case _:
                pass

    # ---- the note

    def _ask_phrase(self) -> None:
        sheet = self.note.sheet
        if sheet is not None and self._bench is not None:
            own = self._bench.packer.language
            languages = (sheet.language, own) if sheet.foreign else (sheet.language,)
            self.phrase.ask(sheet.points if sheet.for_buyer else (), languages, self.words)
            self.put_up(self.phrase)

    def _hear(self) -> None:
        """Once a draft is chosen, the code of its card says that this one is written."""
        answer, code = self.note.answer, self.note.code.upper()
        if self.expecting or not (self._hears or answer is not None):
            return
        self._hears = answer is not None

        def written(scan: Scan) -> Wish | None:
            read = {scan.text.strip().upper(), scan.us.strip().upper()}
            return answer if code and code in read else None

        self.expected.emit(written if self._hears else None)

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
        name = self._bench.product_at(position).full_name
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
        advice=words(
            "Empty the box: nothing counted is kept. It waits until somebody with the right "
            "releases it."
        ),
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
