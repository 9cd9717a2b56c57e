"""Finds an order while one types: by number, slip, name, town, or a product it waits for."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import Hit, Search
from packstation.domain.scans import OpenOrder
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.entry import Entry
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, width_of
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    BIG_TEXT,
    BOLD,
    BUTTON,
    CARD,
    OK,
    SOFT,
    STOP,
    TEXT,
    WARN,
    Type,
)
from packstation.ui.notices import Mark
from packstation.ui.painted import put
from packstation.ui.panel import Panel
from packstation.ui.touch_keys import HEIGHT, TouchKeys
from packstation.ui.whom import write_whom
from packstation.words.order_phrases import standing
from packstation.words.words import Words

ROW: Final = 56.0
LEAST_NUMBER: Final = 96.0
WIDEST_NUMBER: Final = 230.0
WIDEST_STATE: Final = 216.0
SIGN: Final = 20.0
FIGURES: Final = Type(19, BOLD, figures=True)


class HitRow(Button):
    """One order that was found; pressing it opens it, or shows its parcel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, ground=CARD)
        self.order_id = 0
        self._number, self._state = "", Run("", TEXT)
        self._mark: Mark | None = None
        self._who: tuple[Run, ...] = ()

    def show_hit(self, hit: Hit, words: Words) -> None:
        self.order_id, self._number = hit.id, hit.number
        state, (self._mark, tint) = _state(hit, words), sign_of(hit.state)
        self._state = Run(state, TEXT, tint)
        pieces = words.n("{n} piece", "{n} pieces", hit.pieces)
        name, *told = filter(None, (hit.customer_name, pieces, hit.place))
        rest = "".join(f" · {fact}" for fact in told)
        self._who = (Run(name, BIG_TEXT, folds=True), Run(rest, TEXT, SOFT))
        self.say(f"{hit.number} {name}{rest} {state}")
        self.update()

    def paint_plate(self, ink: Ink, box: QRectF) -> None:
        ink.fill(box, ACT_SOFT if self.isDown() else CARD)
        ink.rule(0, box.width(), box.height() - 1)
        if self.hasFocus():
            ink.card(box, CARD, ACT, pen=3, radius=8)

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        wide = min(width_of(self._state) + 1, WIDEST_STATE)
        end = box.right() - 12
        ink.write(QRectF(end - wide, 0, wide, ROW), self._state, align=MIDDLE_RIGHT)
        end -= wide
        if self._mark is not None:
            end -= SIGN + 6
            self._mark(ink, QRectF(end, (ROW - SIGN) / 2, SIGN, SIGN), self._state.colour)
        number = QRectF(12, 0, WIDEST_NUMBER, ROW)
        taken = ink.write(number, Run(self._number, FIGURES), align=MIDDLE)
        left = max(LEAST_NUMBER, taken.right() + 16)
        write_whom(ink, QRectF(left, 0, end - 14 - left, ROW), self._who)


class SearchPanel(Panel):
    """``sought`` carries what was typed so far; ``show_search`` brings what it led to."""

    sought = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._search: Search | None = None
        self._hasty = False
        self.field = Entry(self)
        self.rows: list[HitRow] = []
        self.keys = TouchKeys(self)
        self.field.type_on(self.keys)
        self.field.touched.connect(self.unfold)
        self.field.textChanged.connect(self._seek)
        self.field.returnPressed.connect(self._open_first)

    def ask(self, words: Words) -> None:
        self._words = words
        self.field.ask(words("Number, name, town, slip, product…"))
        self._search = None
        self.keys.hide()
        self.entitle(words("Find an order"), "", words)
        self._fill()

    def begin(self) -> None:
        self.field.setFocus()

    def unfold(self) -> None:
        self.keys.show_keys(self._words)
        self._fill()

    def show_search(self, search: Search) -> None:
        """An answer to what has been typed over meanwhile comes too late."""
        if search.text == self._typed:
            self._search = search
            self._fill()
            if self._hasty:
                self._open_first()

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        put(self.field, QRectF(room.left(), room.top(), room.width(), BUTTON))
        put(self.keys, QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT))
        top = self._top_of_rows
        for place, row in enumerate(self.rows):
            put(row, QRectF(room.left(), top + place * ROW, room.width(), ROW))
        self._fill()

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        room = self.below
        shown = sum(not row.isHidden() for row in self.rows)
        box = QRectF(room.left(), self._top_of_rows + shown * ROW + 8, room.width(), 54)
        ink.write(box, Run(self._said, TEXT, SOFT), lines=2)

    @property
    def _typed(self) -> str:
        return self.field.text().strip()

    @property
    def _top_of_rows(self) -> float:
        return self.below.top() + BUTTON + 14

    @property
    def _fit(self) -> int:
        keys = 0.0 if self.keys.isHidden() else HEIGHT
        return max(1, int((self.below.bottom() - keys - self._top_of_rows - 34) // ROW))

    @property
    def _said(self) -> str:
        """What stands under the rows."""
        if self._search is None or not self._typed:
            return ""
        hits = len(self._search.hits)
        if not hits:
            return self._words("Nothing found. Fewer letters may find more.")
        more = hits - self._fit
        return self._words.n("and {n} more", "and {n} more", more) if more > 0 else ""

    def _seek(self) -> None:
        self._hasty = False
        if self._typed:
            self.sought.emit(self._typed)
        else:
            self._search = None
            self._fill()

    def _open_first(self) -> None:
        """Enter; pressed before the answer is there, it waits for it."""
        search = self._search
        self._hasty = search is None or search.text != self._typed
        if search is not None and search.hits and not self._hasty:
            self.wished.emit(OpenOrder(search.hits[0].id))

    def _fill(self) -> None:
        hits = () if self._search is None else self._search.hits[: self._fit]
        while len(self.rows) < len(hits):
            self._add_row()
        for row, hit in zip(self.rows, hits, strict=False):
            row.show_hit(hit, self._words)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(hits))
        if self._search is not None:
            count = len(self._search.hits)
            self.read_out(self._words.n("{n} order found", "{n} orders found", count))
        self.update()

    def _add_row(self) -> None:
        row, room = HitRow(self), self.below
        top = self._top_of_rows + len(self.rows) * ROW
        put(row, QRectF(room.left(), top, room.width(), ROW))
        row.clicked.connect(lambda: self.wished.emit(OpenOrder(row.order_id)))
        self.rows.append(row)


def _state(hit: Hit, words: Words) -> str:
    if hit.state not in {"packed", "shipped"}:
        return standing(hit.state, words)
    day = _day(hit.placed_at, words)
    return words.p("an order", "packed · {day}", day=day)


def sign_of(state: str) -> tuple[Mark | None, str]:
    """The mark and the colour of how an order stands; a plain one has none."""
    match state:
        case "held" | "parked":
            return marks.pause, SOFT
        case "claimed":
            return marks.care, WARN
        case "packed" | "shipped":
            return marks.tick, OK
        case "cancelled":
            return marks.cross, STOP
        case _:
            return None, SOFT


def _day(at: datetime, words: Words) -> str:
    """In few letters: three tell every month, in Spanish and in English."""
    return f"{at.day} {words.month(at)[:3]}"
