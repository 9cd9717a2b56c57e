"""Who opens it? Asked once, before the touches, where the shop does not say."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.opener import unclear
from packstation.domain.orders import Opener
from packstation.domain.scans import TellOpener
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run
from packstation.ui.look import (
    BIG_TEXT_BOLD,
    SMALL_BUTTON,
    WARN,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
)
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

PAD, GAP, MARK, HEAD = 14.0, 8.0, 26.0, 28.0
HEIGHT: Final = PAD + HEAD + GAP + SMALL_BUTTON + PAD - 2
ANSWERS: Final = (Opener.BUYER, Opener.RECIPIENT, Opener.UNKNOWN)
KEYS: Final = ("F5", "F6", "F7")


class OpenerCard(Painted):
    """HEIGHT units high. Until it is answered, the parcel is packed as for somebody else."""

    wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._question = ""
        self.asks = False
        self.answers = tuple(Button(parent=self, hint=key) for key in KEYS)
        for button, opener in zip(self.answers, ANSWERS, strict=True):
            button.clicked.connect(lambda _, opener=opener: self._tell(opener))

    def show_bench(self, bench: Packing, words: Words) -> bool:
        """Whether it came up or went: what is beneath it moves."""
        before, self.asks = self.asks, unclear(bench.order)
        if self.asks:
            self._question = words("Who opens it?")
            says = (words("The customer"), words("Somebody else"), words("Not known"))
            for button, said in zip(self.answers, says, strict=True):
                button.say(said)
                button.setAccessibleName(f"{self._question} {said}")
            self.read_out(self._question)
            self.arrange()
            self.update()
        self.setVisible(self.asks)
        return before is not self.asks

    def press(self, place: int) -> bool:
        """Whether the key at ``place`` of KEYS means something now."""
        if self.asks:
            self._tell(ANSWERS[place])
        return self.asks

    def arrange(self) -> None:
        room = self.room.adjusted(PAD, 0, -PAD, 0)
        wide = (room.width() - 2 * GAP) / len(self.answers)
        for n, button in enumerate(self.answers):
            left, top = room.left() + n * (wide + GAP), PAD + HEAD + GAP - 4
            put(button, QRectF(left, top, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.card(self.room, WARN_SOFT, WARN_EDGE, pen=2)
        marks.question(ink, QRectF(PAD, PAD - 2, MARK, MARK), WARN)
        head = QRectF(PAD + MARK + GAP, PAD - 3, self.room.width() - 3 * PAD - MARK, HEAD)
        ink.write(head, Run(self._question, BIG_TEXT_BOLD, WARN_INK), align=MIDDLE)

    def _tell(self, opener: Opener) -> None:
        self.wished.emit(TellOpener(opener))
