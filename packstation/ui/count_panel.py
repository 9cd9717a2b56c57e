"""How many there are, typed on a number pad instead of scanned one by one."""

from dataclasses import dataclass
from typing import Final, Self

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Detail
from packstation.domain.outcomes import CountRefused
from packstation.domain.scans import TypeCount
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run
from packstation.ui.look import (
    BOLD,
    CARD,
    EDGE,
    LEAD,
    RADIUS,
    SOFT,
    WARN,
    WARN_EDGE,
    WARN_SOFT,
    Type,
)
from packstation.ui.painted import Button, Weight, put
from packstation.ui.panel import Panel
from packstation.words.phrases import piece, say
from packstation.words.words import Words

KEY_WIDTH, KEY_HEIGHT, BETWEEN = 112.0, 62.0, 10.0
DIGIT = Type(26, BOLD, figures=True)
TYPED = Type(40, BOLD, figures=True)
MOST_DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class Counting:
    """What a count may be typed of: all of the product scanned last, ``units`` a scan."""

    position: int
    units: int
    counted: int
    need: int

    @classmethod
    def on(cls, bench: Packing) -> Self | None:
        """None when nothing was scanned just before, or no more than one is left."""
        if bench.last is None:
            return None
        position, units = bench.last
        product = bench.product_at(position)
        lines = bench.lines_of(product)
        counted, need = (sum(map(of, lines)) for of in (bench.counts.__getitem__, bench.need))
        if Detail.SERIAL in product.asks or need - counted <= units:
            return None
        return cls(position, units, counted, need)

    def wish(self, typed: int) -> TypeCount:
        """``typed`` is all that is in the box; of a case, it is how many cases."""
        return TypeCount(typed if self.units > 1 else typed - self.counted + 1)


class CountPanel(Panel):
    """Asks for all there are, because that is what one sees in the box."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._counting: Counting | None = None
        self._typed = ""
        self._refused = ""
        self.digits = tuple(self._digit(str(n)) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0))
        self.wipe = Button("⌫", self)
        self.enter = Button(parent=self)
        self.wipe.clicked.connect(self._wipe)
        self.enter.clicked.connect(self._send)

    def ask(self, counting: Counting, bench: Packing, words: Words) -> None:
        self._counting, self._words = counting, words
        self._typed = self._refused = ""
        self.wipe.setAccessibleName(words("Delete the last digit"))
        self.enter.say(words("Enter"))
        name = piece(bench.product_at(counting.position))
        if counting.units > 1:
            title = words("How many packs of {n} in all?", n=counting.units)
        else:
            title = words("How many in all?")
        told = words(
            "{piece}: {done} of {all} counted",
            piece=name,
            done=counting.counted,
            all=counting.need,
        )
        self._follow()
        self.entitle(title, told, words)

    def refuse(self, outcome: CountRefused) -> None:
        """So many do not go in: say so and begin again."""
        self._refused, self._typed = say(outcome, self._words), ""
        self._follow()
        self.read_out(self._refused)

    def arrange(self) -> None:
        super().arrange()
        left, top = self._pad.left(), self._pad.top()
        for place, key in enumerate((*self.digits[:9], self.wipe, self.digits[9], self.enter)):
            at = (
                left + place % 3 * (KEY_WIDTH + BETWEEN),
                top + place // 3 * (KEY_HEIGHT + BETWEEN),
            )
            put(key, QRectF(*at, KEY_WIDTH, KEY_HEIGHT))

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        box = self._shown
        wrong = bool(self._refused)
        ink.card(
            box,
            WARN_SOFT if wrong else CARD,
            WARN_EDGE if wrong else EDGE,
            pen=2,
            radius=RADIUS,
        )
        if self._typed:
            ink.write(box, Run(self._typed, TYPED), align=CENTRE)
            return
        waits = self._refused or self._words("Type the number")
        tint = WARN if wrong else SOFT
        ink.write(box.adjusted(16, 0, -16, 0), Run(waits, LEAD, tint), lines=3, align=CENTRE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._send()
            case Qt.Key.Key_Backspace:
                self._wipe()
            case _ if event.text().isdecimal() and event.text().isascii():
                self._type(event.text())
            case _:
                super().keyPressEvent(event)

    @property
    def _pad(self) -> QRectF:
        wide = 3 * KEY_WIDTH + 2 * BETWEEN
        room = self.below
        return QRectF(room.right() - wide, room.top(), wide, 4 * (KEY_HEIGHT + BETWEEN))

    @property
    def _shown(self) -> QRectF:
        room = self.below
        return QRectF(room.left(), room.top(), self._pad.left() - 24 - room.left(), 134)

    def _digit(self, digit: str) -> Button:
        key = Button(digit, self)
        key.type = DIGIT
        # The keyboard has digits of its own; Tab goes on to what it has not.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self._type(digit))
        return key

    def _type(self, digit: str) -> None:
        if len(self._typed) < MOST_DIGITS:
            self._typed += digit
            self._refused = ""
            self._follow()

    def _wipe(self) -> None:
        self._typed = self._typed[:-1]
        self._follow()

    def _send(self) -> None:
        if self._counting is not None and self._typed:
            self.wished.emit(self._counting.wish(int(self._typed)))

    def _follow(self) -> None:
        self.enter.say(self.enter.label, Weight.NEXT if self._typed else Weight.RESTING)
        self.update()
