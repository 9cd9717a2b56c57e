"""How a file is to be read: its columns, its dates and its words, as the owner tells us."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from packstation.domain.matching import DayOrder, Match, Preview
from packstation.ui.office.file_questions import DatesQuestion, WordsQuestion
from packstation.ui.office.kit import Card, Kind, Label
from packstation.ui.office.match_table import MatchTable
from packstation.words.file_columns import missing
from packstation.words.words import Words


class MatchingCard(Card):
    matched = Signal(object)
    """A Match that says more, or something else, than the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Label(Kind.STRONG)
        self.table = MatchTable()
        self.dates, self.words = DatesQuestion(), WordsQuestion()
        # What is asked comes before what can be looked at.
        for part in (self.dates, self.words, self.sentence, self.table):
            self.stack.addWidget(part)
        self.table.matched.connect(self._match_column)
        self.dates.answered.connect(self._tell_dates)
        self.words.answered.connect(self._tell_word)
        self._match = Match(())
        self.hide()

    def show_preview(self, preview: Preview, asked: tuple[str, ...], words: Words) -> None:
        """``asked``: words of the file that are unknown, further down too."""
        self._match = preview.match
        lacking = missing(preview, words)
        say = lacking or words("Is this right? Point at a column to change what it is.")
        self.sentence.say(say, Kind.CARE if lacking else Kind.SOFT)
        self.table.show_preview(preview, words)
        self.dates.show_dates(preview.dates, preview.match, words)
        self.words.show_words(asked, preview.match, words)

    def show_columns(self, *, shown: bool) -> None:
        """Of a file we know only what is unknown need be seen."""
        self.table.setVisible(shown)
        self.sentence.setVisible(shown)

    @Slot(int, str)
    def _match_column(self, place: int, column: str) -> None:
        self._tell(self._match.taken_for(place, column))

    @Slot(object)
    def _tell_dates(self, order: DayOrder) -> None:
        self._tell(replace(self._match, day_order=order))

    @Slot(str, str)
    def _tell_word(self, word: str, state: str) -> None:
        self._tell(replace(self._match, states={**self._match.states, word: state}))

    def _tell(self, match: Match) -> None:
        if match != self._match:
            self._match = match
            self.matched.emit(match)
