"""Asks for a piece's serial number, lot or expiry date, in the place of the next piece."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.scans import GiveDetail
from packstation.ui.button import Button, Weight
from packstation.ui.entry import Entry
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import ACT, BIG_TEXT, BOLD, BUTTON, CARD, SOFT, Type
from packstation.ui.painted import Painted, put
from packstation.words.phrases import ask_detail
from packstation.words.words import Words

ASKING: Final = Type(30, BOLD, leading=1.15)
EDGES, GAP = 22.0, 12.0


class DetailCard(Painted):
    """A scan answers it wherever the focus is; the field is for a label no scanner reads."""

    wished = Signal(object)
    touched = Signal()
    """A finger wants to type the answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._asked = self._of = ""
        self.field = Entry(self)
        self.give = Button(parent=self, hint="⏎")
        self.field.returnPressed.connect(self._give)
        self.field.touched.connect(self.touched)
        self.give.clicked.connect(self._give)

    def show_question(self, bench: Packing, words: Words) -> None:
        """``bench`` is asking."""
        if bench.asking is None:
            return
        line = bench.line_at(bench.asking.position)
        detail = bench.asking.wants(line)
        if detail is None:
            return
        self._asked, self._of = ask_detail(detail, words), line.product.full_name
        self.field.ask(words("Or type it"))
        self.give.say(words("Enter"), Weight.NEXT)
        self.read_out(f"{self._asked}: {self._of}")
        self.arrange()
        self.update()

    def arrange(self) -> None:
        room = self.room.adjusted(EDGES, EDGES, -EDGES, -EDGES)
        top, wide = room.bottom() - BUTTON, self.give.unit_width
        typed = room.width() - wide - GAP
        put(self.field, QRectF(room.left(), top, typed, BUTTON))
        put(self.give, QRectF(room.right() - wide, top, wide, BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.card(self.room, CARD, ACT, pen=3)
        room = self.room.adjusted(EDGES, EDGES, -EDGES, -EDGES - BUTTON)
        room.setTop(ink.write(room, Run(self._asked, ASKING, ACT)).bottom() + 4)
        ink.write(room, Run(self._of, BIG_TEXT, SOFT, folds=True), lines=2)

    def _give(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self.wished.emit(GiveDetail(typed))
