"""All keys of the bench on one page, for whoever would rather not reach for the screen."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.ui.button import Button
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.keycap import keycap_width, paint_keycap
from packstation.ui.lettering import MIDDLE, Run
from packstation.ui.look import (
    BIG_TEXT,
    BIG_TEXT_BOLD,
    BOLD,
    BUTTON,
    CARD,
    FOOTER,
    GUTTER,
    HEADER,
    INK,
    SOFT,
    TEXT,
    Type,
)
from packstation.ui.painted import Painted, put
from packstation.words.words import Words, later

TITLE: Final = Type(30, BOLD, leading=1.2)
HEAD, ROW, APART = 33.0, 31.0, 10.0
KEYS: Final = 136.0
"""Room for the widest keys of a row."""
Group = tuple[str, tuple[tuple[tuple[str, ...], str], ...]]
COLUMNS: Final[tuple[tuple[Group, ...], ...]] = (
    (
        (
            later("While you pack"),
            (
                (("1", "…", "9"), later("The touch with this number")),
                (("0",), later("Something of my own")),
                (("+",), later("Type how many there are")),
                (("F8",), later("Count one piece by hand")),
                (("↑", "↓"), later("Choose another line")),
                (("F2",), later("Type a code")),
                (("F3",), later("Why these touches")),
                (("F4",), later("Three drafts for the note")),
                (("F4",), later("After an unknown code: what it is")),
                (("F5", "F6", "F7"), later("Who opens it: customer, other, not known")),
                (("F9",), later("Something is wrong")),
                (("F10",), later("Take in what the shop changed, or cancelled")),
                (("F11",), later("Yes, empty the box")),
                (("Ctrl Z",), later("Undo")),
                (("F12",), later("Sign and print")),
            ),
        ),
    ),
    (
        (
            later("Between two parcels"),
            (
                (("F2",), later("Type a code; or just begin to type it")),
                (("F3",), later("Find an order")),
                (("F4",), later("Notes to write, sitting down")),
                (("F6",), later("Sheets to fetch orders by")),
                (("F9",), later("The office, for whoever runs the shop")),
            ),
        ),
        (
            later("With a packed parcel"),
            (
                (("F4",), later("Open it again; let a held order go")),
                (("F5",), later("Print its slip again")),
                (("F7", "F8"), later("The slip came out; it did not")),
            ),
        ),
        (
            later("Always"),
            (
                (("⇥",), later("Go on to the next button")),
                (("⏎",), later("Press the button with the blue frame")),
                (("Esc",), later("Close, or go back")),
                (("F1",), later("This page")),
            ),
        ),
    ),
)


class KeysScreen(Painted):
    """Looked at; ``left`` closes it, and so does the next scan."""

    left = Signal()
    guide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self._words: Words | None = None
        self.guide = Button(parent=self, ground=CARD)
        self.guide.clicked.connect(self.guide_asked)
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.left)

    def show_keys(self, words: Words) -> None:
        self._words = words
        self.guide.say(words("The guide"))
        self.close_it.say(words("Close"))
        groups = (group for column in COLUMNS for group in column)
        told = (f"{' '.join(keys)}: {words(does)}" for _, rows in groups for keys, does in rows)
        self.read_out(f"{words('All keys')}. {'. '.join(told)}")
        self.arrange()
        self.update()

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        leaves = event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1}
        if leaves:
            self.left.emit()
        return leaves

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        wide = self.close_it.unit_width
        top = room.height() - FOOTER + (FOOTER - BUTTON) / 2
        left = room.width() - GUTTER - wide
        put(self.close_it, QRectF(left, top, wide, BUTTON))
        wide = self.guide.unit_width
        put(self.guide, QRectF(left - 16 - wide, top, wide, BUTTON))

    def paint(self, ink: Ink) -> None:
        words, room = self._words, self.room
        foot = QRectF(0, room.height() - FOOTER, room.width(), FOOTER)
        ink.fill(foot, CARD)
        ink.rule(0, foot.width(), foot.top())
        if words is None:
            return
        main = room.adjusted(GUTTER, HEADER + 20, -GUTTER, -FOOTER - 20)
        ink.card(main, radius=16)
        inside = main.adjusted(40, 28, -40, -20)
        inside.setTop(ink.write(inside, Run(words("All keys"), TITLE)).bottom() + 18)
        wide = (inside.width() - GUTTER) / len(COLUMNS)
        for n, groups in enumerate(COLUMNS):
            column = QRectF(inside.left() + n * (wide + GUTTER), inside.top(), wide, 0)
            for group in groups:
                column.moveTop(_paint_group(ink, column, group, words) + APART)
        said = words("You need none of them: scanning and tapping do it all.")
        ink.write(foot.adjusted(GUTTER, 0, -420, 0), Run(said, TEXT, SOFT), align=MIDDLE)


def _paint_group(ink: Ink, place: QRectF, group: Group, words: Words) -> float:
    """The answer is where it ends."""
    name, rows = group
    top = place.top()
    ink.write(QRectF(place.left(), top, place.width(), 26), Run(words(name), BIG_TEXT_BOLD))
    top += HEAD
    for keys, does in rows:
        ink.rule(place.left(), place.right(), top)
        left = place.left()
        for key in keys:
            left = _paint_key(ink, left, top + ROW / 2, key) + 8
        room = QRectF(place.left() + KEYS, top, place.width() - KEYS, ROW)
        ink.write(room, Run(words(does), BIG_TEXT, INK), align=MIDDLE)
        top += ROW
    return top


def _paint_key(ink: Ink, left: float, middle: float, key: str) -> float:
    if key != "…":
        return paint_keycap(ink, left, middle, key)
    box = QRectF(left, middle - ROW / 2, keycap_width(key), ROW)
    return ink.write(box, Run(key, TEXT, SOFT), align=MIDDLE).right()
