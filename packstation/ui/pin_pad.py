"""A person's PIN, by the keys on the screen or on the keyboard; only dots are shown."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import SignIn
from packstation.domain.shop import Packer
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, TOP_CENTRE, Run
from packstation.ui.look import (
    BOLD,
    BUTTON,
    CARD,
    EDGE,
    INK,
    LEAD,
    LINE,
    RADIUS,
    SOFT,
    Type,
    colour,
)
from packstation.ui.notices import Notice, notice_height, paint_notice
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

SHORTEST, LONGEST = 4, 12
KEY_WIDTH, KEY_HEIGHT, GAP = 112.0, 66.0, 12.0
NAME = Type(30, BOLD, leading=1.15)
DIGIT = Type(26, BOLD, figures=True)


class PinPad(Painted):
    """Asks one person for the PIN; ``wished`` carries a SignIn, ``left`` says never mind."""

    wished = Signal(object)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._packer: Packer | None = None
        self.words = words
        self._pin = ""
        self._notice = Notice("")
        self.digits = tuple(self._digit(str(n)) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0))
        self.back = Button(parent=self, hint="Esc")
        self.wipe = Button("⌫", self)
        # Once it was clicked, Enter still means to send, not to wipe one more.
        self.wipe.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.enter = Button(parent=self)
        self.back.clicked.connect(self.left)
        self.wipe.clicked.connect(self._wipe)
        self.enter.clicked.connect(self._send)

    def ask(self, packer: Packer, words: Words) -> None:
        self._packer, self.words, self._pin = packer, words, ""
        self._notice = Notice("")
        self.back.say(words("Back"))
        self.wipe.setAccessibleName(words("Delete the last digit"))
        self.read_out(words("The PIN of {name}", name=packer.name))
        self._follow()
        self.arrange()
        self.setFocus()

    def refuse(self, notice: Notice) -> None:
        """It was not the PIN: say so and begin again."""
        self._notice, self._pin = notice, ""
        self._follow()

    def arrange(self) -> None:
        left = (self.room.width() - 3 * KEY_WIDTH - 2 * GAP) / 2
        top = 250.0
        for place, key in enumerate((*self.digits[:9], self.wipe, self.digits[9])):
            column, row = place % 3, place // 3
            at = left + column * (KEY_WIDTH + GAP), top + row * (KEY_HEIGHT + GAP)
            put(key, QRectF(*at, KEY_WIDTH, KEY_HEIGHT))
        last = top + 3 * (KEY_HEIGHT + GAP)
        put(self.enter, QRectF(left + 2 * (KEY_WIDTH + GAP), last, KEY_WIDTH, KEY_HEIGHT))
        put(self.back, QRectF(0, 0, self.back.unit_width, BUTTON))

    def paint(self, ink: Ink) -> None:
        if self._packer is None:
            return
        wide = self.room.width()
        said = ink.write(
            QRectF(0, 76, wide, 40), Run(self._packer.name, NAME, folds=True), align=TOP_CENTRE
        )
        self._paint_dots(ink, QRectF(wide / 2 - 180, said.bottom() + 18, 360, 72))
        if self._notice.sentence:
            high = notice_height(self._notice, wide)
            paint_notice(ink, QRectF(0, self.room.height() - high, wide, high), self._notice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._send()
            case Qt.Key.Key_Backspace:
                self._wipe()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _ if event.text().isdecimal() and event.text().isascii():
                self._type(event.text())
            case _:
                super().keyPressEvent(event)

    def _paint_dots(self, ink: Ink, box: QRectF) -> None:
        ink.card(box, CARD, EDGE if self._pin else LINE, pen=2, radius=RADIUS)
        if not self._pin:
            ink.write(box, Run(self.words("PIN"), LEAD, SOFT), align=CENTRE)
            return
        ink.painter.setBrush(colour(INK))
        ink.painter.setPen(Qt.PenStyle.NoPen)
        step = min(34.0, (box.width() - 40) / len(self._pin))
        x = box.center().x() - (len(self._pin) - 1) * step / 2
        for n in range(len(self._pin)):
            ink.painter.drawEllipse(QRectF(x + n * step - 8, box.center().y() - 8, 16, 16))

    def _digit(self, digit: str) -> Button:
        key = Button(digit, self)
        key.type = DIGIT
        # The keyboard has digits of its own; Tab goes on to what it has not.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self._type(digit))
        return key

    def _type(self, digit: str) -> None:
        if len(self._pin) < LONGEST:
            self._pin += digit
            self._notice = Notice("")
            self._follow()

    def _wipe(self) -> None:
        self._pin = self._pin[:-1]
        self._follow()

    def _send(self) -> None:
        if self._packer is not None and len(self._pin) >= SHORTEST:
            pin, self._pin = self._pin, ""
            self._follow()
            self.wished.emit(SignIn(self._packer.id, pin))

    def _follow(self) -> None:
        ready = len(self._pin) >= SHORTEST
        self.enter.say(self.words("Enter"), Weight.NEXT if ready else Weight.RESTING)
        told = f"{self._notice.sentence} {self._notice.advice}"
        self.setAccessibleDescription(told.strip())
        self.update()
