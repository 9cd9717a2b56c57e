"""A code is learned: scanned once more, as one piece or as a pack of so many."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Learning, Packing
from packstation.domain.learning import choices
from packstation.domain.orders import Detail
from packstation.domain.outcomes import AsksOnceMore
from packstation.domain.scans import Learn
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run
from packstation.ui.look import ACT, ACT_SOFT, BOLD, BUTTON, SOFT, TEXT_BOLD, Type
from packstation.ui.number_pad import NumberPad
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words.phrases import hint, say
from packstation.words.words import Words

CODE: Final = Type(33, BOLD, figures=True, leading=1.2)
PLATE, LABEL_ROOM = 120.0, 40.0


class OnceMorePanel(Panel):
    """What is about to be learned, and the few things that may be otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._learning: Learning | None = None
        self._counts = ""
        self.one = Button(parent=self, hint="1")
        self.pack = Button(parent=self, hint="2")
        self.other = Button(parent=self, hint="3")
        self.one.clicked.connect(lambda: self._count_as(1))
        self.pack.clicked.connect(lambda: self._count_as(0))
        self.other.clicked.connect(lambda: self.wished.emit(Learn()))

    def ask(self, bench: Packing, learning: Learning, words: Words) -> None:
        self._learning = learning
        line, units = bench.line_at(learning.position), learning.units
        self._counts = words("Each scan of it counts")
        several = units > 1
        self.one.say(words("1 piece"), Weight.PLAIN if several else Weight.NEXT)
        label = words("A pack of {n}", n=units) if several else words("A pack of several…")
        self.pack.say(label, Weight.NEXT if several else Weight.PLAIN)
        # A serial number stands for one piece.
        self.pack.setVisible(Detail.SERIAL not in line.product.asks)
        self.other.say(words("It is another piece"))
        self.other.setVisible(len(choices(bench)) > 1)
        title = say(AsksOnceMore(line, units), words)
        self.entitle(title, line.product.full_name, words)
        self.read_out(f"{title}: {learning.code}. {line.product.full_name}")

    def press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_1:
                self.one.click()
            case Qt.Key.Key_2 if not self.pack.isHidden():
                self.pack.click()
            case Qt.Key.Key_3 if not self.other.isHidden():
                self.other.click()
            case _:
                return False
        return True

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        top = room.top() + PLATE + GAP + LABEL_ROOM
        left = room.left()
        for button in (self.one, self.pack):
            put(button, QRectF(left, top, button.unit_width, BUTTON))
            left += button.unit_width + GAP
        top += BUTTON + 2 * GAP
        put(self.other, QRectF(room.left(), top, self.other.unit_width, BUTTON))

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        if self._learning is None:
            return
        room = self.below
        plate = QRectF(room.left(), room.top(), room.width(), PLATE)
        ink.card(plate, ACT_SOFT, ACT, pen=2)
        code = Run(self._learning.code, CODE)
        ink.write(plate.adjusted(20, 0, -20, 0), code, lines=2, align=CENTRE)
        label = QRectF(room.left(), plate.bottom() + GAP, room.width(), LABEL_ROOM)
        ink.write(label, Run(self._counts, TEXT_BOLD, SOFT))

    def _count_as(self, units: int) -> None:
        if self._learning is not None:
            self.wished.emit(Learn(self._learning.position, units))


class PackPanel(NumberPad):
    """How many pieces are in the pack that carries the code."""

    most_digits: ClassVar[int] = 4

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._position = 0

    def ask(self, bench: Packing, learning: Learning, words: Words) -> None:
        self._position = learning.position
        asked = AsksOnceMore(bench.line_at(learning.position), 0)
        self.ask_number(say(asked, words), hint(asked, words), words)

    def entered(self, number: int) -> None:
        if number > 0:
            self.wished.emit(Learn(self._position, number))
