"""What the window knows of rooms that few enter in a day: they load when first entered.

A page of Qt's own widgets, a table, a text that scrolls: 4 MB that no ordinary morning pays.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import Scan
from packstation.domain.shop import Packer
from packstation.ui.header import Header
from packstation.ui.painted import Painted
from packstation.words.words import Words


class Room(Painted):
    """``left``: back to where one was."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        raise NotImplementedError


class GuideRoom(Room):
    """See guide_screen.py."""

    def show_guide(self, words: Words) -> None:
        """Open it where it was left, in the language of ``words``."""
        raise NotImplementedError


class OfficeRoom(Room):
    """See office/office_screen.py.

    ``asked`` carries an errand, and who asks: nobody (None) before anybody works here.
    """

    asked = Signal(object, object)
    stopped = Signal()
    practice_asked = Signal(object)
    """By a Packer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asker: Packer | None = None

    def enter(
        self, words_of: Callable[[str], Words], words: Words, asker: Packer | None
    ) -> None:
        """``asker`` comes in, by the PIN if there is one. None: nobody works here yet."""
        raise NotImplementedError

    @Slot(object)
    def tell(self, news: object) -> None:
        """What an errand came to."""
        raise NotImplementedError

    def hear(self, scan: Scan) -> bool:
        """Whether the page that is open keeps ``scan`` from being lost; else it is said."""
        raise NotImplementedError
