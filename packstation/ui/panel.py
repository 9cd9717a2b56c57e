"""What comes up beside the work to ask for one thing: never in the way of a scan."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import ACT, BIG_TEXT, BOLD, CARD, SMALL_BUTTON, SOFT, Type
from packstation.ui.notices import manner
from packstation.ui.painted import Painted, put
from packstation.words.phrases import Tone
from packstation.words.words import Words

PAD, GAP = 24.0, 12.0
SIGN, SIGN_ROOM = 26.0, 36.0
TITLE = Type(26, BOLD, leading=1.2)


class Panel(Painted):
    """A card with a title and a way out. The next good scan leaves it by itself.

    ``wished`` carries a Wish; ``left`` says that nothing is wanted any more.
    """

    wished = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._title = self._advice = ""
        self._tone = Tone.QUIET
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.left)

    def entitle(self, title: str, advice: str, words: Words, tone: Tone = Tone.QUIET) -> None:
        """What it asks, and a line on how to answer; or what came of it, in its ``tone``."""
        self._title, self._advice, self._tone = title, advice, tone
        self.close_it.say(words("Close"))
        self.read_out(f"{title} {advice}".strip())
        self.arrange()
        self.update()

    def begin(self) -> None:
        """It has just come up: take the keyboard."""
        self.setFocus()

    def unfold(self) -> None:
        """A finger opened it, so there may be no keyboard: show keys, if one can type."""

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key that nothing in it wanted means something to it all the same."""
        del event
        return False

    @property
    def below(self) -> QRectF:
        """The room under title and advice."""
        room = self.room.adjusted(PAD, PAD, -PAD, -PAD)
        room.setTop(room.top() + self._head_height)
        return room

    def arrange(self) -> None:
        wide = self.close_it.unit_width
        right = self.room.width() - PAD
        put(self.close_it, QRectF(right - wide, PAD - 6, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.card(self.room, CARD, ACT, pen=3)
        room = self._head
        room.setTop(ink.write(room, Run(self._title, TITLE), lines=2).bottom() + 4)
        if self._advice:
            self._paint_advice(ink, room)

    def _paint_advice(self, ink: Ink, room: QRectF) -> None:
        look, tint = manner(self._tone), SOFT
        if self._tone is not Tone.QUIET:
            look.mark(ink, QRectF(room.left(), room.top(), SIGN, SIGN), look.strong)
            room.setLeft(room.left() + SIGN_ROOM)
            tint = look.strong
        ink.write(room, Run(self._advice, BIG_TEXT, tint), lines=2)

    @property
    def _head(self) -> QRectF:
        wide = self.room.width() - 3 * PAD - self.close_it.unit_width
        return QRectF(PAD, PAD, wide, self.room.height() - PAD)

    @property
    def _head_height(self) -> float:
        wide = self._head.width()
        title = height_of((Run(self._title, TITLE),), wide, 2)
        beside = wide - (0 if self._tone is Tone.QUIET else SIGN_ROOM)
        advice = height_of((Run(self._advice, BIG_TEXT),), beside, 2) if self._advice else 0.0
        return max(SMALL_BUTTON, title + advice + 4) + 20
