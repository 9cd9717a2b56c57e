"""Which of the order's pieces is in hand: its code alone does not say it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.learning import choices
from packstation.domain.outcomes import AsksWhich
from packstation.domain.scans import Learn, TellPiece
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.keycap import keycap_width, paint_keycap
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, width_of
from packstation.ui.look import BOLD, EDGE, INK, SOFT, TEXT, Type
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words.phrases import hint, say
from packstation.words.words import Words

MOST: Final = 6
"""Lines of a page, each with its number key; 0 turns the page."""
ROW, BELOW, EDGES, BESIDE = 54.0, 8.0, 16.0, 14.0
NAME: Final = Type(20, BOLD, leading=1.15)


class LineButton(Button):
    """Its key, its name, and where it lies."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent=parent, hint=key)
        self._place = ""

    def name_piece(self, name: str, place: str) -> None:
        self._place = place
        self.say(name)
        self.setAccessibleName(", ".join(filter(None, (name, place))))
        self.update()

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        room = box.adjusted(EDGES, 0, -EDGES, 0)
        paint_keycap(ink, room.left(), room.center().y(), self.hint, (INK, EDGE))
        place = Run(self._place, TEXT, SOFT)
        ink.write(room, place, align=MIDDLE_RIGHT)
        room.setLeft(room.left() + keycap_width(self.hint) + BESIDE)
        room.setRight(room.right() - width_of(place) - BESIDE)
        ink.write(room, Run(self.label, NAME, folds=True), lines=2, align=MIDDLE)


class WhichPanel(Panel):
    """Only lines the code may be of; by key or by tap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bench: Packing | None = None
        self._lines: tuple[int, ...] = ()
        self._shared = False
        self._first = 0
        self.choices = tuple(LineButton(str(n + 1), self) for n in range(MOST))
        self.others = Button(parent=self, hint="0")
        self.others.clicked.connect(self._turn)
        for n, choice in enumerate(self.choices):
            choice.clicked.connect(lambda _, n=n: self._take(n))

    def ask(self, bench: Packing, asked: AsksWhich, words: Words) -> None:
        self._bench, self._lines, self._shared = bench, choices(bench), asked.shared
        self._first = 0
        self.others.say(words("Other lines"))
        self.others.setVisible(len(self._lines) > MOST)
        self._show_lines()
        self.entitle(say(asked, words), hint(asked, words), words)

    def press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_0 if len(self._lines) > MOST:
                self._turn()
            case key if Qt.Key.Key_1 <= key < Qt.Key.Key_1 + MOST:
                self._take(key - Qt.Key.Key_1)
            case _:
                return False
        return True

    def arrange(self) -> None:
        super().arrange()
        room, wide = self.below, self.others.unit_width
        for n, choice in enumerate(self.choices):
            put(choice, QRectF(room.left(), room.top() + n * (ROW + BELOW), room.width(), ROW))
        top = room.top() + MOST * (ROW + BELOW) + GAP - BELOW
        put(self.others, QRectF(room.left(), top, wide, ROW))

    @property
    def _page(self) -> tuple[int, ...]:
        return self._lines[self._first : self._first + MOST]

    def _show_lines(self) -> None:
        if self._bench is None:
            return
        for n, choice in enumerate(self.choices):
            choice.setVisible(n < len(self._page))
        for choice, position in zip(self.choices, self._page, strict=False):
            product = self._bench.product_at(position)
            choice.name_piece(product.full_name, product.place)

    def _turn(self) -> None:
        after = self._first + MOST
        self._first = after if after < len(self._lines) else 0
        self._show_lines()

    def _take(self, place: int) -> None:
        if place < len(self._page):
            line = self._page[place]
            self.wished.emit(TellPiece(line) if self._shared else Learn(line))
