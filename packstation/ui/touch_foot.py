"""Under the touches, quietly: something of one's own, and why these."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, width_of
from packstation.ui.link_button import LinkButton
from packstation.ui.look import SMALL, SMALL_BUTTON, SOFT
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

OWN_KEY, WHY_KEY = 0, "F3"
PAD, GAP = 10.0, 22.0
HEIGHT: Final = float(SMALL_BUTTON)


class TouchFoot(Painted):
    """As high as a finger needs it."""

    own_asked = Signal()
    why_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = ""
        self.own = LinkButton(self, hint=str(OWN_KEY))
        self.why = LinkButton(self, hint=WHY_KEY)
        self.own.clicked.connect(self.own_asked)
        self.why.clicked.connect(self.why_asked)

    def show_foot(self, words: Words, count: int) -> None:
        """``count`` touches stand above it."""
        self._said = "" if count else words("No touch is suggested.")
        self.own.say(words("Something of my own"))
        self.why.say(words("Why?"))
        self.why.setAccessibleName(
            words("Why these touches?") if count else words("Why no touch?")
        )
        self.read_out(self._said)
        self.arrange()
        self.update()

    def expect(self, number: int) -> None:
        """Show that the number key of one's own was pressed, and may be meant."""
        self.own.setDown(number == OWN_KEY)

    def arrange(self) -> None:
        room = self.room
        said = width_of(Run(self._said, SMALL)) + GAP if self._said else 0.0
        put(self.own, QRectF(PAD + said, 0, self.own.unit_width, HEIGHT))
        wide = self.why.unit_width
        put(self.why, QRectF(room.width() - PAD - wide, 0, wide, HEIGHT))

    def paint(self, ink: Ink) -> None:
        if self._said:
            ink.write(
                self.room.adjusted(PAD + 4, 0, 0, 0), Run(self._said, SMALL, SOFT), align=MIDDLE
            )
