"""The panels of the free screen: the search, the note table, and a code read by eye."""

from PySide6.QtWidgets import QWidget

from packstation.domain.shop import Packer
from packstation.ui.panels import Panels
from packstation.ui.search_panel import SearchPanel
from packstation.ui.table_panel import TablePanel
from packstation.words.words import Words


class FreePanels(Panels):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.search = SearchPanel(words, self)
        self.table = TablePanel(words, self)
        self.take_in(self.search)
        self.take_in(self.table)

    def open_search(self) -> None:
        self.search.ask(self.words)
        self.put_up(self.search)

    def open_table(self, packer: Packer) -> None:
        """Whoever sits down to write needs the whole of the screen's middle."""
        self.table.sit_down(packer, self.words)
        self.put_up(self.table)
