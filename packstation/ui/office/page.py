"""One page of the office: it asks for errands and shows what they came to."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import Scan
from packstation.ui.office.kit import Kind, Label, Stack
from packstation.words.words import Words

PAD: Final = 24


class Page(QWidget):
    """A subclass says ``begin``, ``tell`` and, when it wants scans itself, ``hear``.

    It lies in something that scrolls, so it may be higher than the window.
    """

    asked = Signal(object)
    """An errand: see packstation.office."""
    stopped = Signal()
    """The errand that is being done is to be given up."""
    done = Signal()
    """This step of the first hour is taken: on to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way = False
        """Something is open here that wants an answer: nothing leads away from it meanwhile."""
        self.title, self.lead = Label(Kind.TITLE), Label(Kind.LEAD)
        self.stack = Stack(gap=16, pad=PAD)
        self.stack.addWidget(self.title)
        self.stack.addWidget(self.lead)
        self.setLayout(self.stack)

    def begin(self, words: Words) -> None:
        """It comes up, or its language has changed: say everything in ``words``."""
        raise NotImplementedError

    def tell(self, news: object) -> None:
        """What an errand came to; what is another page's is not looked at."""

    def hear(self, scan: Scan) -> bool:
        """Whether ``scan`` was meant for this page, and no longer for the bench."""
        del scan
        return False
