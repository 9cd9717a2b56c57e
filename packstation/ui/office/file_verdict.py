"""What a file would bring, or has brought: figures first, then each thing by its name."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QWidget

from packstation.domain.catalogue import CatalogueSummary, RowKind
from packstation.domain.file_errands import AnySummary
from packstation.domain.intake import LISTED, LineKind, Summary
from packstation.ui.look import scale_of
from packstation.ui.office.kit import Card, Kind, Label, Push, Stack, fit, row
from packstation.words import file_phrases as phrases
from packstation.words.words import Words

_FIGURES: Final = 6
_TOP: Final = Qt.AlignmentFlag.AlignTop
_Part = tuple[str, int, Iterator[str]]
"""A caption, how many there are, and the first of them in words."""


class FileVerdict(Card):
    """One sentence, and the figures it is made of.

    ``details`` is a card of its own: between the two lies the button that brings it all in.
    """

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.aside = Label(Kind.LEAD), Label(Kind.SOFT)
        self.figures = tuple(_Figure() for _ in range(_FIGURES))
        self.parts: list[_Named] = []
        self.details, self.every = Card(), Push()
        self._named = Stack(gap=12)
        self._summary: AnySummary | None = None
        self._words: Words | None = None
        self._most = phrases.NAMED
        across = Stack(gap=16, across=True)
        for figure in self.figures:
            across.addWidget(figure)
        across.addStretch(1)
        for part in (self.headline, self.aside):
            self.stack.addWidget(part)
        self.stack.addLayout(across)
        for below in (self._named, row(self.every)):
            self.details.stack.addLayout(below)
        self.details.hide()
        self.every.clicked.connect(self._name_all)
        self.hide()

    def show_sentence(self, text: str, kind: Kind = Kind.LEAD) -> None:
        """Nothing but this."""
        self.headline.say(text, kind)
        self.aside.say("")
        self._summary = None
        self._show_figures(())
        self._name()
        self.setVisible(bool(text))

    def show_summary(
        self, headline: str, summary: AnySummary, words: Words, kind: Kind = Kind.LEAD
    ) -> None:
        self.headline.say(f"✓ {headline}" if kind is Kind.DONE else headline, kind)
        self.aside.say("")
        self._summary, self._words, self._most = summary, words, phrases.NAMED
        refused = phrases.refused_figure(summary, words)
        shown = (*refused, *phrases.figures(summary, words))[:_FIGURES]
        self._show_figures(shown, graves=len(refused))
        self._name()
        self.show()

    def _show_figures(self, shown: tuple[tuple[int, str], ...], graves: int = 0) -> None:
        for place, figure in enumerate(self.figures):
            figure.setVisible(place < len(shown))
            if place < len(shown):
                kind = Kind.GRAVE if place < graves else Kind.TITLE
                figure.show_figure(*shown[place], kind)

    @Slot()
    def _name_all(self) -> None:
        self._most = LISTED
        self._name()

    def _name(self) -> None:
        """Each thing under the heading of its kind."""
        for old in self.parts:
            self._named.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.parts = []
        cut = False
        if self._summary is not None and self._words is not None:
            for caption, count, lines in _parts(self._summary, self._words, self._most):
                if count:
                    more = phrases.and_more(count, self._words, self._most)
                    self.parts.append(_Named(caption, (*lines, *filter(None, (more,)))))
                    cut = cut or bool(more)
            self.every.say(self._words("Show all of them"))
        for new in self.parts:
            self._named.addWidget(new)
            new.show()
        self.every.setVisible(cut and self._most < LISTED)
        self.details.setVisible(bool(self.parts))
        fit(self.details, scale_of(self))


class _Named(QWidget):
    """A bold heading, and what belongs under it: lines that wrap hang behind their dot."""

    def __init__(self, caption: str, lines: tuple[str, ...]) -> None:
        super().__init__()
        stack = Stack(gap=2)
        stack.addWidget(Label(Kind.STRONG, caption))
        for line in lines:
            dot = Label(Kind.TEXT, "·")
            dot.setWordWrap(False)
            across = Stack(gap=8, across=True)
            across.addWidget(dot, 0, _TOP)
            across.addWidget(Label(Kind.TEXT, line), 1)
            stack.addLayout(across)
        self.setLayout(stack)


class _Figure(QFrame):
    """A large count, and what is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.what = Label(Kind.TITLE), Label(Kind.SOFT)
        stack = Stack(gap=0)
        for part in (self.count, self.what):
            part.setWordWrap(False)
            stack.addWidget(part)
        self.setLayout(stack)

    def show_figure(self, count: int, what: str, kind: Kind) -> None:
        shown = f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
        self.count.say(shown, kind)
        self.what.say(what)


def _parts(summary: AnySummary, words: Words, most: int) -> tuple[_Part, ...]:
    if isinstance(summary, CatalogueSummary):
        return _of_products(summary, words, most)
    return _of_orders(summary, words, most)


def _of_products(summary: CatalogueSummary, words: Words, most: int) -> tuple[_Part, ...]:
    refused = summary.lines.get(RowKind.REFUSED, 0)
    changed, warned = summary.products.changed, len(summary.warnings)
    return (
        (
            words("These products stay out:"),
            refused,
            phrases.refusals(summary.refused, words, most),
        ),
        (words("What changes:"), changed, phrases.changes(summary, words, most)),
        (words("To look at:"), warned, phrases.warnings(summary, words, most)),
    )


def _of_orders(summary: Summary, words: Words, most: int) -> tuple[_Part, ...]:
    refused = summary.lines.get(LineKind.REFUSED, 0)
    return (
        (
            words("The orders of these rows stay out:"),
            refused,
            phrases.refusals(summary.refused, words, most),
        ),
        (
            words("What changes:"),
            summary.orders.changed,
            phrases.changes(summary, words, most),
        ),
        (
            words("Left alone, because they are on a bench or have gone:"),
            summary.orders.left_alone,
            phrases.left_alone(summary, words, most),
        ),
        (
            words("To look at:"),
            summary.warning_count,
            phrases.warnings(summary, words, most),
        ),
    )
