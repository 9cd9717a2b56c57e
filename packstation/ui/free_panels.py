"""The panels of the free screen: the search, and a code read by eye."""

from PySide6.QtWidgets import QWidget

from packstation.ui.panels import Panels
from packstation.ui.search_panel import SearchPanel
from packstation.words.words import Words


class FreePanels(Panels):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.search = SearchPanel(words, self)
        self.take_in(self.search)

    def open_search(self) -> None:
        self.search.ask(self.words)
        self.put_up(self.search)
