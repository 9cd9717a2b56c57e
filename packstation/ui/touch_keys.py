"""Keys on the screen, for a bench without a keyboard: they type into one field."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from packstation.ui.look import CARD, SMALL_BUTTON
from packstation.ui.painted import Button, Painted, put
from packstation.words.words import Words

ROWS: Final = ("1234567890", "QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNM-.")
BETWEEN: Final = 6.0
HEIGHT: Final = len(ROWS) * (SMALL_BUTTON + BETWEEN) + SMALL_BUTTON


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
        wide = (self.room.width() - 9 * BETWEEN) / 10
        for down, row in enumerate(ROWS):
            top = down * (SMALL_BUTTON + BETWEEN)
            for across, letter in enumerate(row):
                left = across * (wide + BETWEEN)
                put(self.letters[letter], QRectF(left, top, wide, SMALL_BUTTON))
        last = len(ROWS) - 1
        put(
            self.wipe,
            QRectF(9 * (wide + BETWEEN), last * (SMALL_BUTTON + BETWEEN), wide, SMALL_BUTTON),
        )
        top = len(ROWS) * (SMALL_BUTTON + BETWEEN)
        put(self.space, QRectF(2 * (wide + BETWEEN), top, 6 * wide, SMALL_BUTTON))

    def _key(self, letter: str) -> Button:
        key = Button(letter, self, ground=CARD)
        # The field keeps the focus: what is typed belongs there.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.typed.emit(letter))
        return key
