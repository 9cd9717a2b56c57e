"""The panels of the free screen: search, note table, sheets for the shelves, a code."""

from PySide6.QtWidgets import QWidget

from packstation.domain.shop import Packer
from packstation.ui.panels import Panels
from packstation.ui.picking_panel import PickingPanel
from packstation.ui.search_panel import SearchPanel
from packstation.ui.table_panel import TablePanel
from packstation.words.words import Words


class FreePanels(Panels):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.search = SearchPanel(words, self)
        self.table = TablePanel(words, self)
        self.picking = PickingPanel(words, self)
        self.take_in(self.search)
        self.take_in(self.table)
        self.take_in(self.picking)

    def open_search(self) -> None:
        self.search.ask(self.words)
        self.put_up(self.search)

    def open_table(self, packer: Packer) -> None:
        """Whoever sits down to write needs the whole of the screen's middle."""
        self.table.sit_down(packer, self.words)
        self.put_up(self.table)

    def open_picking(self, packer: Packer) -> None:
        self.picking.ask(packer, self.words)
        self.put_up(self.picking)
