"""The demo shop, shown beside one's own: another window, other data."""

from packstation.domain.first_hour import DemoStarted, StartDemo
from packstation.ui.office.kit import Card, Kind, Label, Push, row
from packstation.ui.office.page import Page
from packstation.words.words import Words


class DemoPage(Page):
    def __init__(self) -> None:
        super().__init__()
        self.start, self.said = Push(leading=True), Label(Kind.STRONG)
        self.what = Label()
        self._words: Words | None = None
        card = Card(gap=12)
        card.stack.addWidget(self.what)
        card.stack.addLayout(row(self.start))
        card.stack.addWidget(self.said)
        self.stack.addWidget(card)
        self.stack.addStretch(1)
        self.start.clicked.connect(self._start)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("Show me the demo"))
        self.lead.say(words("A made-up shop with two years of orders, to try everything on."))
        self.what.say(
            words(
                "It opens in a window of its own and never touches your shop."
                " Sign in as Elena with the PIN 6152."
            )
        )
        self.start.say(words("Open the demo shop"))
        self.start.setEnabled(True)
        self.said.say("")

    def tell(self, news: object) -> None:
        if isinstance(news, DemoStarted) and self._words is not None:
            self.start.setEnabled(True)
            text = (
                self._words("Its window is open already: look for it behind this one.")
                if news.already
                else self._words("Its window opens beside this one.")
            )
            self.said.say(text)

    def _start(self) -> None:
        if self._words is not None:
            self.said.say(self._words("One moment"))
        self.start.setEnabled(False)
        self.asked.emit(StartDemo())
