"""Codes that several products have: which they are, and what to do about it."""

from collections.abc import Iterator

from packstation.domain.product_codes import CodesCounted, SharedCode, SharedListed
from packstation.ui.office.code_table import CodeRow, CodeTable
from packstation.ui.office.kit import Card, Kind, Label
from packstation.words import code_phrases as phrases
from packstation.words.words import Words


class SharedCard(Card):
    """A row for each product, the rows of one code under one another."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.said, self.advice = Label(Kind.STRONG), Label()
        self.table = CodeTable(5, 9, 5, 5)
        self._words: Words | None = None
        self._listed: SharedListed | None = None
        self.stack.addWidget(self.said)
        self.stack.addWidget(self.advice)
        self.stack.addWidget(self.table, 1)

    def begin(self, words: Words) -> None:
        self._words = words
        heads = (words("Code"), words("Product"), words("SKU"), words("It comes from"))
        self.table.call(words("Codes on several products"), heads)
        self.show_listed(self._listed)

    def show_counted(self, counted: CodesCounted) -> None:
        words = self._words
        if words is None:
            return
        self.said.say(phrases.shared_said(counted.shared, words))
        self.advice.say(
            words(
                "The bench asks which piece it is. Look at the pieces: mend the wrong code in"
                " your shop and bring the products in again. One that was taught is forgotten"
                " under “Taught at the bench”."
            )
            if counted.shared
            else ""
        )

    def show_listed(self, listed: SharedListed | None) -> None:
        words, self._listed = self._words, listed
        if words is None or listed is None:
            return
        rows = [row for it in listed.codes for row in _rows(it, words)]
        self.table.rows.show(rows, more=False)


def _rows(it: SharedCode, words: Words) -> Iterator[CodeRow]:
    for place, bearer in enumerate(it.bearers):
        piece = phrases.named(bearer.name, bearer.variant)
        code = "" if place else it.code
        source = phrases.source_name(bearer.source, words)
        yield CodeRow((it.code, bearer.sku), (code, piece, bearer.sku, source))
    if it.more:
        more = words.n("and {n} more", "and {n} more", it.more)
        yield CodeRow((it.code, ""), ("", more, "", ""))
