"""Keys on the screen, for a bench without a keyboard: they type into one field."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from packstation.ui.button import Button
from packstation.ui.look import CARD, SMALL_BUTTON
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

ROWS: Final = ("1234567890", "QWERTYUIOP-", "ASDFGHJKLÑ.", "ZXCVBNM")
ACROSS: Final = 11
"""Keys in a whole row; behind the digits stands ⌫, behind the last letters the space."""
BETWEEN: Final = 6.0
HEIGHT: Final = len(ROWS) * (SMALL_BUTTON + BETWEEN) - BETWEEN


class TouchKeys(Painted):
    """HEIGHT units high. Capitals are fine: nothing here minds upper or lower case."""

    typed = Signal(str)
    wiped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, CARD)
        self.hide()
        self.letters: dict[str, Button] = {}
        self.space = self.wipe = Button(parent=self, ground=CARD)

    def show_keys(self, words: Words) -> None:
        if not self.letters:
            self._make()
        self.space.say(words("Space"))
        self.wipe.setAccessibleName(words("Delete the last letter"))
        self.show()

    def _make(self) -> None:
        """Forty buttons, which most benches never need."""
        self.letters = {letter: self._key(letter) for row in ROWS for letter in row}
        self.space.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.space.clicked.connect(lambda: self.typed.emit(" "))
        self.wipe = Button("⌫", self, ground=CARD)
        self.wipe.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wipe.clicked.connect(self.wiped)
        self.arrange()

    def arrange(self) -> None:
        if not self.letters:
            return
        for down, row in enumerate(ROWS):
            for across, letter in enumerate(row):
                put(self.letters[letter], self._place(across, down))
        put(self.wipe, self._place(len(ROWS[0]), 0))
        last = len(ROWS) - 1
        first, end = self._place(len(ROWS[last]), last), self._place(ACROSS - 1, last)
        put(self.space, first.united(end))

    def _place(self, across: int, down: int) -> QRectF:
        wide = (self.room.width() - (ACROSS - 1) * BETWEEN) / ACROSS
        left, top = across * (wide + BETWEEN), down * (SMALL_BUTTON + BETWEEN)
        return QRectF(left, top, wide, SMALL_BUTTON)

    def _key(self, letter: str) -> Button:
        key = Button(letter, self, ground=CARD)
        # The field keeps the focus: what is typed belongs there.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.typed.emit(letter))
        return key
