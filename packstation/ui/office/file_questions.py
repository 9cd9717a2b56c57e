"""What only the owner can tell of a file: what it lists, its dates, and its words."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.matching import DatesAsked, DayOrder, Lists, Match
from packstation.ui.look import scale_of
from packstation.ui.office.kit import Choice, Kind, Label, Push, Stack, fit
from packstation.words import file_phrases as phrases
from packstation.words.legible import legible
from packstation.words.reasons import shorten
from packstation.words.words import Words

_BESIDE: Final = 2
_LONGEST: Final = 24
_ORDERS: Final = (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)


class _Question(QWidget):
    """A question, and its answers beside it; the one that holds has a tick."""

    answered = Signal(object)
    """One of the values it was made of."""

    def __init__(self, values: tuple[object, ...]) -> None:
        super().__init__()
        self.asked = Label(Kind.STRONG)
        self._values = values
        self.answers = tuple(Push() for _ in values)
        stack = Stack(gap=18, across=True)
        stack.addWidget(self.asked)
        for value, answer in zip(values, self.answers, strict=True):
            answer.clicked.connect(lambda _=False, value=value: self.answered.emit(value))
            stack.addWidget(answer)
        stack.addStretch(1)
        self.asked.setWordWrap(False)
        self.setLayout(stack)

    def show_answers(self, said: tuple[str, ...], chosen: object) -> None:
        for value, answer, text in zip(self._values, self.answers, said, strict=True):
            answer.say(f"✓ {text}" if value is chosen else text)
            answer.lead(leading=value is chosen)


class ListsQuestion(_Question):
    """Orders or products? Decided by a guess, which the owner can turn round."""

    def __init__(self) -> None:
        super().__init__(tuple(Lists))

    def show_lists(self, lists: Lists, words: Words) -> None:
        self.asked.say(phrases.lists_question(words))
        self.show_answers(phrases.lists_answers(words), lists)


class DatesQuestion(_Question):
    """A date of the file, and the two days it could be."""

    def __init__(self) -> None:
        super().__init__(_ORDERS)

    def show_dates(self, asked: DatesAsked | None, match: Match, words: Words) -> None:
        self.setVisible(asked is not None)
        if asked is None:
            return
        undated = match.day_order is None
        self.asked.say(
            phrases.dates_question(asked, words), Kind.CARE if undated else Kind.STRONG
        )
        self.show_answers(phrases.dates_answers(asked, words), match.day_order)
        days = (asked.day_first, asked.month_first)
        for answer, day in zip(self.answers, days, strict=True):
            answer.setEnabled(day is not None)


class WordsQuestion(QWidget):
    """The file's own words for how an order stands, each with what it means for the bench."""

    answered = Signal(str, str)
    """The file's word, and a state of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Label(Kind.CARE)
        self.choices: dict[str, Choice] = {}
        self._rows: list[QWidget] = []
        self._stack = Stack(gap=8)
        self._stack.addWidget(self.asked)
        self.setLayout(self._stack)

    def show_words(self, asked: tuple[str, ...], match: Match, words: Words) -> None:
        """``asked``, and those that have been told already, to be told otherwise."""
        wanted = dict.fromkeys((*match.states, *asked))
        # Those that are here keep their place: whoever chooses goes down the list.
        every = tuple(dict.fromkeys((*(it for it in self.choices if it in wanted), *wanted)))
        if tuple(self.choices) != every:
            self._lay_out(every)
        for word, choice in self.choices.items():
            choice.offer(phrases.states_offered(words), match.states.get(word, ""))
        self.setVisible(bool(every))
        self.asked.say(phrases.words_question(words), Kind.CARE if asked else Kind.STRONG)

    def _lay_out(self, every: tuple[str, ...]) -> None:
        for old in self._rows:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.choices = {word: self._choice(word) for word in every}
        pairs = list(self.choices.items())
        self._rows = [
            self._row(pairs[at : at + _BESIDE]) for at in range(0, len(pairs), _BESIDE)
        ]
        for new in self._rows:
            self._stack.addWidget(new)
        fit(self, scale_of(self))

    def _choice(self, word: str) -> Choice:
        choice = Choice()
        choice.setAccessibleName(legible(word))
        choice.activated.connect(lambda _: self._tell(word, choice))
        return choice

    def _row(self, pairs: list[tuple[str, Choice]]) -> QWidget:
        whole, across = QWidget(), Stack(gap=14, across=True)
        for word, choice in pairs:
            name = Label(Kind.TEXT, shorten(legible(word), _LONGEST))
            name.setBuddy(choice)
            across.addWidget(name, 1)
            across.addWidget(choice, 1)
        for _ in range(_BESIDE - len(pairs)):
            across.addStretch(2)
        whole.setLayout(across)
        return whole

    def _tell(self, word: str, choice: Choice) -> None:
        if choice.chosen:
            self.answered.emit(word, str(choice.chosen))
