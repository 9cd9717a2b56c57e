"""One draft of a note: its text large enough to copy, and what it means, softly beneath."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.keycap import HEIGHT as KEYCAP
from packstation.ui.keycap import paint_keycap
from packstation.ui.lettering import MIDDLE_RIGHT, Run, height_of
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    CARD,
    EDGE,
    INK,
    LINE,
    SMALL,
    SOFT,
    Type,
)

PAD, HEAD, APART = 16.0, 32.0, 10.0
ALL: Final = 99
"""Lines: as many as it takes."""
LARGEST, SMALLEST = 25, 19
GLOSS: Final = Type(18, leading=1.27)
AIRY: Final = 21
"""From this size on, lines stand further apart."""


@dataclass(frozen=True, slots=True)
class Said:
    """A draft in words: its text, the same for whoever writes it, and how long it is."""

    text: str
    gloss: str = ""
    count: str = ""


def type_at(size: int) -> Type:
    return Type(size, leading=1.4 if size >= AIRY else 1.3)


def size_for(drafts: tuple[Said, ...], wide: float, high: float) -> int:
    """The largest type in which all of ``drafts`` fit, each in a card of that size."""
    for size in range(LARGEST, SMALLEST, -1):
        if all(_height(draft, wide, size) <= high for draft in drafts):
            return size
    return SMALLEST


class DraftCard(Button):
    """Pressed, it is the one that will be copied. Its text is never cut."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._key = key
        self._said = Said("")
        self._size = SMALLEST

    def show_draft(self, said: Said) -> None:
        self._said = said
        self.say(said.text)
        self.setAccessibleName(". ".join(filter(None, (said.text, said.gloss, said.count))))
        self.update()

    def set_in(self, size: int) -> None:
        """All cards beside one another are set in the same type."""
        if size != self._size:
            self._size = size
            self.update()

    def paint_plate(self, ink: Ink, box: QRectF) -> None:
        focus = self.hasFocus()
        fill = ACT_SOFT if self.isDown() else CARD
        ink.card(box, fill, ACT if focus else EDGE, pen=3 if focus else 2, radius=12)

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        room = box.adjusted(PAD, PAD - 4, -PAD, -PAD / 2)
        paint_keycap(ink, room.left(), room.top() + KEYCAP / 2, self._key, (INK, EDGE))
        head = QRectF(room.left(), room.top(), room.width(), KEYCAP)
        ink.write(head, Run(self._said.count, SMALL, SOFT), align=MIDDLE_RIGHT)
        room.setTop(room.top() + HEAD)
        text = Run(self._said.text, type_at(self._size))
        room.setTop(ink.write(room, text, lines=ALL).bottom() + APART)
        lines = int(room.height() // (GLOSS.size * GLOSS.leading))
        if self._said.gloss and lines > 0:
            ink.rule(room.left(), room.right(), room.top() - APART / 2, LINE)
            room.setTop(room.top() + 2)
            ink.write(room, Run(self._said.gloss, GLOSS, SOFT), lines=lines)


def _height(draft: Said, wide: float, size: int) -> float:
    inner = wide - 2 * PAD
    high = (
        PAD - 4 + HEAD + PAD / 2 + 2 + height_of((Run(draft.text, type_at(size)),), inner, ALL)
    )
    if draft.gloss:
        high += APART + 2 + height_of((Run(draft.gloss, GLOSS),), inner, ALL)
    return high
