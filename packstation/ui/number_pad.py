"""A number, typed on keys large enough for a glove or on the keyboard."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.ui.button import Button, Weight
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
from packstation.ui.painted import put
from packstation.ui.panel import Panel
from packstation.words.words import Words

KEY_WIDTH, KEY_HEIGHT, BETWEEN = 112.0, 62.0, 10.0
DIGIT: Final = Type(26, BOLD, figures=True)
TYPED: Final = Type(40, BOLD, figures=True)


class NumberPad(Panel):
    """A subclass asks for something, and makes of the number that was ``entered`` a wish."""

    most_digits: ClassVar[int] = 5

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._typed = ""
        self._refused = ""
        self.digits = tuple(self._digit(str(n)) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0))
        self.wipe = Button("⌫", self)
        self.enter = Button(parent=self)
        self.wipe.clicked.connect(self._wipe)
        self.enter.clicked.connect(self._send)

    def ask_number(self, title: str, advice: str, words: Words) -> None:
        """Begin anew, with nothing typed."""
        self._words = words
        self._typed = self._refused = ""
        self.wipe.setAccessibleName(words("Delete the last digit"))
        self.enter.say(words("Enter"))
        self._follow()
        self.entitle(title, advice, words)

    def refuse_number(self, why: str) -> None:
        """Say that it cannot be so many, and begin again."""
        self._refused, self._typed = why, ""
        self._follow()
        self.read_out(why)

    def entered(self, number: int) -> None:
        """What to do with it."""

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
        if len(self._typed) < self.most_digits:
            self._typed += digit
            self._refused = ""
            self._follow()

    def _wipe(self) -> None:
        self._typed = self._typed[:-1]
        self._follow()

    def _send(self) -> None:
        if self._typed:
            self.entered(int(self._typed))

    def _follow(self) -> None:
        self.enter.say(self.enter.label, Weight.NEXT if self._typed else Weight.RESTING)
        self.update()
