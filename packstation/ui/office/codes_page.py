"""The codes of products: which are missing, which are shared, which were taught here."""

from functools import partial

from PySide6.QtCore import Slot

from packstation.domain.product_codes import (
    BareListed,
    CodeForgotten,
    CodesCounted,
    LabelsPrinted,
    ListShared,
    LookAtCodes,
    SharedListed,
    TaughtListed,
    TeachingKept,
)
from packstation.ui.look import ACT, ACT_SOFT
from packstation.ui.office.bare_card import BareCard
from packstation.ui.office.kit import Push, Stack
from packstation.ui.office.page import Page
from packstation.ui.office.shared_card import SharedCard
from packstation.ui.office.taught_card import TaughtCard
from packstation.words.code_phrases import tabs
from packstation.words.words import Words


class CodesPage(Page):
    """One part is shown at a time; each says at its head how much is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.bare, self.shared, self.taught = BareCard(), SharedCard(), TaughtCard()
        self.cards = (self.bare, self.shared, self.taught)
        self.tabs = tuple(Push() for _ in self.cards)
        self._words: Words | None = None
        self._counted: CodesCounted | None = None
        self._lay_out()
        self._join()
        self.open(0)

    def _lay_out(self) -> None:
        across = Stack(gap=10, across=True)
        for tab in self.tabs:
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.setStyleSheet(
                f"QPushButton:checked {{ background: {ACT_SOFT}; border-color: {ACT}; }}"
            )
            across.addWidget(tab)
        across.addStretch(1)
        self.stack.addLayout(across)
        for card in self.cards:
            self.stack.addWidget(card, 1)

    def _join(self) -> None:
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(partial(self.open, place))
        self.bare.asked.connect(self.asked)
        self.taught.asked.connect(self.asked)
        self.bare.changed.connect(self._look)
        self.taught.changed.connect(self._look)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("Products and codes"))
        self.lead.say("")
        for card in self.cards:
            card.begin(words)
        self._say()
        self._look()

    def open(self, place: int, *_: object) -> None:
        """Show the part at ``place``."""
        for here, (tab, card) in enumerate(zip(self.tabs, self.cards, strict=True)):
            tab.setChecked(here == place)
            card.setVisible(here == place)

    def tell(self, news: object) -> None:
        match news:
            case CodesCounted():
                self._counted = news
                for card in self.cards:
                    card.show_counted(news)
                self._say()
            case BareListed() | LabelsPrinted():
                self.bare.tell(news)
            case SharedListed():
                self.shared.show_listed(news)
            case TaughtListed() | CodeForgotten() | TeachingKept():
                self.taught.tell(news)
            case _:
                pass

    @Slot()
    def _look(self) -> None:
        """The lists come before the counts, which take longer where there is much."""
        self.bare.look()
        self.taught.look()
        self.asked.emit(ListShared())
        self.asked.emit(LookAtCodes())

    def _say(self) -> None:
        if self._words is not None:
            for tab, name in zip(self.tabs, tabs(self._counted, self._words), strict=True):
                tab.say(name)
