"""Did the slip come out? Asked of whoever stands at the bench, for only a person can look."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.records import Parcel
from packstation.domain.scans import TellPaper
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import BIG_TEXT, BUTTON, WARN, WARN_EDGE, WARN_INK, WARN_SOFT
from packstation.ui.notices import SENTENCE
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

WIDE: Final = 1000.0
"""From here on the answers stand beside the question."""
LOW, HIGH = 88.0, 150.0
TEXT_LEFT, PAD, GAP = 70.0, 16.0, 12.0


class PaperQuestion(Painted):
    """``height_in`` units high; hidden while no slip is in doubt. ``wished`` carries a Wish."""

    wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._advice = self._slip = ""
        self.yes = Button(parent=self, hint="F7")
        self.no = Button(parent=self, hint="F8")
        self.yes.clicked.connect(lambda: self._tell(came_out=True))
        self.no.clicked.connect(lambda: self._tell(came_out=False))
        self.hide()

    def ask(self, parcel: Parcel | None, words: Words, advice: str = "") -> None:
        """Ask for the parcel's slip; for none, there is nothing to ask.

        Without ``advice`` it says which parcel it is.
        """
        self._slip = "" if parcel is None else parcel.record.core.slip_number
        self.setVisible(parcel is not None)
        if parcel is None:
            return
        core, personal = parcel.record.core, parcel.record.personal
        self._title = words("Did slip {number} come out?", number=core.slip_number)
        whom = personal.recipient or personal.customer_name
        order = words("Order {number}", number=core.order_number)
        by = words("Packed by {name}", name=personal.packer_name)
        self._advice = advice or " · ".join(part for part in (order, whom, by) if part)
        self.yes.say(words("Yes, it came out"))
        self.no.say(words("No, print again"))
        self.read_out(f"{self._title} {self._advice}")
        self.arrange()
        self.update()

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was an answer."""
        key = event.key()
        if not self._slip or key not in {Qt.Key.Key_F7, Qt.Key.Key_F8}:
            return False
        self._tell(came_out=key == Qt.Key.Key_F7)
        return True

    def height_in(self, width: float) -> float:
        """How high it is, ``width`` units wide; 0 while nothing is asked."""
        if not self._slip:
            return 0.0
        return LOW if width >= WIDE else HIGH

    def arrange(self) -> None:
        room = self.room
        top = (LOW - BUTTON) / 2 if room.width() >= WIDE else room.height() - PAD - BUTTON
        right = room.width() - PAD
        for button in (self.no, self.yes):
            wide = button.unit_width
            put(button, QRectF(right - wide, top, wide, BUTTON))
            right -= wide + GAP

    def paint(self, ink: Ink) -> None:
        room = self.room
        ink.card(room.adjusted(1, 1, -1, -1), WARN_SOFT, WARN_EDGE, pen=2, radius=14)
        marks.care(ink, QRectF(20, 20, 34, 34), WARN)
        aside = self.yes.unit_width + self.no.unit_width + GAP if room.width() >= WIDE else 0.0
        said = room.adjusted(TEXT_LEFT, 14, -PAD - aside, 0)
        title = ink.write(said, Run(self._title, SENTENCE, WARN))
        said.setTop(title.bottom())
        ink.write(said, Run(self._advice, BIG_TEXT, WARN_INK))

    def _tell(self, *, came_out: bool) -> None:
        self.wished.emit(TellPaper(self._slip, came_out))
