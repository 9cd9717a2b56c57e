"""What a file would bring, or has brought: figures first, then each thing by its name."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QFrame

from packstation.domain.catalogue import CatalogueSummary, RowKind
from packstation.domain.file_errands import AnySummary
from packstation.domain.intake import LineKind, Summary
from packstation.ui.office.kit import Card, Kind, Label, Stack
from packstation.words import file_phrases as phrases
from packstation.words.words import Words

_FIGURES: Final = 6
_Part = tuple[str, int, Iterator[str]]
"""A caption, how many there are, and the first of them in words."""


class FileVerdict(Card):
    """One sentence, the figures it is made of, and what somebody should look at."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = Label(Kind.LEAD)
        self.figures = tuple(_Figure() for _ in range(_FIGURES))
        self.named = Label(Kind.TEXT)
        across = Stack(gap=16, across=True)
        for figure in self.figures:
            across.addWidget(figure)
        across.addStretch(1)
        self.stack.addWidget(self.headline)
        self.stack.addLayout(across)
        self.stack.addWidget(self.named)
        self.hide()

    def show_sentence(self, text: str, kind: Kind = Kind.LEAD) -> None:
        """Nothing but this."""
        self.headline.say(text, kind)
        self._show_figures(())
        self.named.say("")
        self.setVisible(bool(text))

    def show_summary(self, headline: str, summary: AnySummary, words: Words) -> None:
        self.headline.say(headline, Kind.LEAD)
        self._show_figures(phrases.figures(summary, words))
        self.named.say("\n".join(_named(summary, words)))
        self.show()

    def _show_figures(self, shown: tuple[tuple[int, str], ...]) -> None:
        for place, figure in enumerate(self.figures):
            figure.setVisible(place < len(shown))
            if place < len(shown):
                figure.show_figure(*shown[place])


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

    def show_figure(self, count: int, what: str) -> None:
        self.count.say(f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"))
        self.what.say(what)


def _named(summary: AnySummary, words: Words) -> Iterator[str]:
    if isinstance(summary, CatalogueSummary):
        yield from _listed(_of_products(summary, words), words)
    else:
        yield from _listed(_of_orders(summary, words), words)


def _of_products(summary: CatalogueSummary, words: Words) -> tuple[_Part, ...]:
    refused = summary.lines.get(RowKind.REFUSED, 0)
    return (
        (words("Refused:"), refused, phrases.refusals(summary.refused, words)),
        (words("What changes:"), summary.products.changed, phrases.changes(summary, words)),
        (words("To look at:"), len(summary.warnings), phrases.warnings(summary, words)),
    )


def _of_orders(summary: Summary, words: Words) -> tuple[_Part, ...]:
    refused = summary.lines.get(LineKind.REFUSED, 0)
    return (
        (
            words("Refused, with the whole order:"),
            refused,
            phrases.refusals(summary.refused, words),
        ),
        (words("What changes:"), summary.orders.changed, phrases.changes(summary, words)),
        (
            words("Left alone, because they are on a bench or have gone:"),
            summary.orders.left_alone,
            phrases.left_alone(summary, words),
        ),
        (words("To look at:"), summary.warning_count, phrases.warnings(summary, words)),
    )


def _listed(parts: tuple[_Part, ...], words: Words) -> Iterator[str]:
    for caption, count, lines in parts:
        if count:
            yield caption
            yield from (f"  · {line}" for line in lines)
            more = phrases.and_more(count, words)
            yield from ((f"  · {more}",) if more else ())
