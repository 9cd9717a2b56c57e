"""The next piece to take: the largest thing on the screen, until all are in."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Order, OrderLine
from packstation.ui import marks
from packstation.ui.ink import MIDDLE, Ink, Run, height_of, width_of
from packstation.ui.look import (
    ACT,
    BOLD,
    CARD,
    EDGE,
    LEAD_BOLD,
    MOUNT,
    NAME,
    OK,
    PLACE,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
    WHITE,
    Type,
    scale_of,
)
from packstation.ui.painted import Painted
from packstation.ui.pictures import Pictures
from packstation.words.phrases import piece, scan_more
from packstation.words.words import Words

COUNT: Final = Type(46, BOLD, figures=True, leading=1.1)
EDGES, PICTURE = 19.0, 168.0
NOTE_LINES: Final = 3
NAME_LINE: Final = NAME.size * NAME.leading
LIKELY_WIDEST: Final = 3


@dataclass(frozen=True, slots=True)
class Next:
    """A line and how many of it are in the box; no line: all are in, ``touches`` may wait."""

    line: OrderLine | None
    count: int = 0
    touches: int = 0

    @classmethod
    def on(cls, bench: Packing) -> "Next":
        position = bench.next_position
        if position is None:
            return cls(None, touches=len(bench.open_touches))
        return cls(bench.order.lines[position], bench.counts[position])


def height_for(order: Order, width: float) -> float:
    """How high the card is for the whole of ``order``, so that it does not jump inside it."""
    inner = width - PICTURE - 20 - 2 * EDGES
    names = _longest({line.product.name for line in order.lines})
    second = NAME_LINE if any(width_of(Run(it, NAME)) > inner for it in names) else 0
    notes = _longest({line.note for line in order.lines if line.note})
    note = max((_note_room(it, width) for it in notes), default=0.0)
    return PICTURE + 2 * EDGES + second + note


def _longest(texts: set[str]) -> list[str]:
    """Measuring 200 texts is slow, and only the longest can be the widest."""
    return sorted(texts, key=len)[-LIKELY_WIDEST:]


def _note_room(note: str, width: float) -> float:
    """What a note takes at the foot of the card, with the gap above it."""
    return height_of(_note(note), width - 2 * EDGES - 28, NOTE_LINES) + 11 + 6


def _note(note: str) -> tuple[Run, ...]:
    return (Run(note, TEXT, WARN_INK),)


class NextPiece(Painted):
    """As high as ``height_for`` says."""

    def __init__(self, pictures: Pictures, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._words = words
        self._next = Next(None)

    def show_next(self, coming: Next, words: Words) -> None:
        if (coming, words) == (self._next, self._words):
            return
        before, self._next, self._words = self._next, coming, words
        self._tell()
        if coming.line is not None and coming.line is before.line:
            self.repaint_part(self._count_box)
        else:
            self.update()

    @property
    def _note_room(self) -> float:
        line = self._next.line
        noted = line is not None and line.note
        return _note_room(noted, self.room.width()) if noted else 0.0

    @property
    def _picture_box(self) -> QRectF:
        high = self.room.height() - 2 * EDGES - self._note_room
        return QRectF(EDGES, EDGES, PICTURE, high)

    @property
    def _text_box(self) -> QRectF:
        return self.room.adjusted(
            EDGES + PICTURE + 20, EDGES - 3, -EDGES, -EDGES - self._note_room
        )

    @property
    def _count_box(self) -> QRectF:
        text = self._text_box
        return QRectF(text.left(), text.bottom() - 52, text.width(), 52)

    def paint(self, ink: Ink) -> None:
        if self._next.line is not None and ink.only(self._count_box):
            ink.fill(ink.dirty, CARD)
            self._paint_count(ink, self._next.line)
            return
        ink.card(self.room, CARD, ACT, pen=3)
        if self._next.line is None:
            self._paint_all_in(ink)
            return
        self._paint_picture(ink, self._next.line)
        self._paint_piece(ink, self._next.line)
        self._paint_count(ink, self._next.line)
        if self._note_room:
            self._paint_note(ink, self._next.line)

    def _paint_picture(self, ink: Ink, line: OrderLine) -> None:
        box = self._picture_box
        ink.card(box, MOUNT, pen=0, radius=10)
        inner = box.adjusted(8, 8, -8, -8)
        scale = scale_of(self)
        size = QSize(round(inner.width() * scale), round(inner.height() * scale))
        pixmap = self._pictures.find(line.product.picture, size)
        if pixmap is None:
            mark = QRectF(0, 0, 84, 84)
            mark.moveCenter(box.center())
            marks.parcel(ink, mark, EDGE)
        else:
            ink.picture(inner, pixmap)

    def _paint_piece(self, ink: Ink, line: OrderLine) -> None:
        box, product = self._text_box, line.product
        place = Run(product.place, PLACE, ACT)
        top = ink.write(box, place).bottom() + 1 if product.place else box.top()
        room = max(1, int((self._count_box.top() - top - 28) / NAME_LINE))
        name = ink.write(
            QRectF(box.left(), top, box.width(), box.height()),
            Run(product.name, NAME),
            lines=min(2, room),
        )
        under = " · ".join(part for part in (product.sku, product.variant) if part)
        beneath = QRectF(box.left(), name.bottom() + 5, box.width(), 25)
        ink.write(beneath, Run(under, TEXT, SOFT))

    def _paint_count(self, ink: Ink, line: OrderLine) -> None:
        count = self._next.count
        ink.write(
            self._count_box,
            Run(f"{count}/{line.quantity}", COUNT),
            Run("  " + scan_more(line.quantity - count, self._words), TEXT_BOLD, ACT),
        )

    def _paint_note(self, ink: Ink, line: OrderLine) -> None:
        room, high = self.room, self._note_room - 6
        box = QRectF(EDGES, room.height() - EDGES - high + 4, room.width() - 2 * EDGES, high)
        ink.banner(box, WARN_SOFT, WARN_EDGE)
        ink.write(
            box.adjusted(18, 0, -10, 0), *_note(line.note), lines=NOTE_LINES, align=MIDDLE
        )

    def _paint_all_in(self, ink: Ink) -> None:
        middle = self.room.center().y()
        plate = QRectF(40, middle - 48, 96, 96)
        ink.card(plate, OK, pen=0, radius=20)
        marks.tick(ink, plate.adjusted(16, 16, -16, -16), WHITE)
        headline, advice = self._all_in
        left = plate.right() + 30
        wide = self.room.width() - left - EDGES
        ink.write(QRectF(left, middle - 46, wide, 40), Run(headline, NAME))
        ink.write(QRectF(left, middle, wide, 62), Run(advice, LEAD_BOLD, ACT), lines=2)

    @property
    def _all_in(self) -> tuple[str, str]:
        words, touches = self._words, self._next.touches
        if touches:
            wait = words.n(
                "One touch waits for its tick", "{n} touches wait for their tick", touches
            )
            return words("Every piece is in"), wait
        return words("Every piece is in"), words("Now sign and print")

    def _tell(self) -> None:
        line, count = self._next.line, self._next.count
        if line is None:
            self.read_out(". ".join(self._all_in))
            return
        parts = (line.product.place, piece(line.product), f"{count}/{line.quantity}", line.note)
        self.read_out(", ".join(part for part in parts if part))
