"""What else belongs into this parcel, and what the customer wrote, under the next piece."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Order, OrderLine
from packstation.ui import marks
from packstation.ui.ink import MIDDLE, MIDDLE_RIGHT, Ink, Run, height_of, width_of
from packstation.ui.look import (
    BIG_TEXT,
    BOLD,
    CARD,
    NIGHT,
    NOTE,
    NOTE_EDGE,
    OK,
    SMALL,
    SOFT,
    TEXT,
    TEXT_BOLD,
    Type,
)
from packstation.ui.painted import Painted
from packstation.words.phrases import piece
from packstation.words.words import Words

ROW, FOLD, MORE = 52.0, 48.0, 36.0
PLACE_LEAST, PLACE_MOST, COUNT_COLUMN = 80.0, 170.0, 96.0
COUNT: Final = Type(20, BOLD, figures=True)


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines that wait behind the next one, each with its count, and those that are done."""

    waiting: tuple[tuple[OrderLine, int], ...] = ()
    done: tuple[OrderLine, ...] = ()

    @classmethod
    def on(cls, bench: Packing) -> "Rows":
        coming = bench.next_position
        pairs = tuple(enumerate(zip(bench.order.lines, bench.counts, strict=True)))
        return cls(
            tuple(pair for n, pair in pairs if bench.left(n) > 0 and n != coming),
            tuple(line for n, (line, _) in pairs if bench.left(n) == 0),
        )


class OrderCard(Painted):
    """As many rows as there is room for; the rest is counted, never scrolled."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows = Rows()

    def show_rows(self, rows: Rows, words: Words) -> None:
        if (rows, words) == (self._rows, self._words):
            return
        self._rows, self._words = rows, words
        lines = [f"{piece(line.product)} {n}/{line.quantity}" for line, n in self._seen]
        self.read_out(", ".join(part for part in (*lines, self._more, self._folded) if part))
        self.update()

    @staticmethod
    def height_wanted(order: Order) -> float:
        """With all its rows; the same from the first scan to the last."""
        return max(FOLD, (len(order.lines) - 1) * ROW)

    @property
    def _seen(self) -> tuple[tuple[OrderLine, int], ...]:
        waiting = self._rows.waiting
        room = self.room.height() + 1 - (FOLD if self._rows.done else 0)
        if len(waiting) * ROW <= room:
            return waiting
        return waiting[: max(0, int((room - MORE) // ROW))]

    @property
    def _more(self) -> str:
        """That there are more than fit."""
        hidden = len(self._rows.waiting) - len(self._seen)
        return (
            self._words.n("and {n} more line", "and {n} more lines", hidden) if hidden else ""
        )

    @property
    def _folded(self) -> str:
        done = len(self._rows.done)
        return self._words.n("{n} line complete", "{n} lines complete", done) if done else ""

    def paint(self, ink: Ink) -> None:
        top, seen = 0.0, self._seen
        places = [width_of(_place(line)) for line, _ in seen]
        column = 12 + min(max([PLACE_LEAST, *places]), PLACE_MOST)
        for line, count in seen:
            self._paint_row(ink, QRectF(6, top, column, ROW), line, count)
            top += ROW
        if self._more:
            box = QRectF(6 + column, top, self.room.width() - column, MORE)
            ink.write(box, Run(self._more, TEXT, SOFT), align=MIDDLE)
            top += MORE
        if self._folded:
            self._paint_fold(ink, top)

    def _paint_row(self, ink: Ink, place: QRectF, line: OrderLine, count: int) -> None:
        top = place.top()
        box = QRectF(6, top, self.room.width() - 12, ROW)
        if not ink.sees(box):
            return
        ink.write(place.adjusted(0, 0, -10, 0), _place(line), align=MIDDLE)
        name = box.adjusted(place.width(), 0, -COUNT_COLUMN, 0)
        ink.write(name, *_name(line), align=MIDDLE)
        counted = Run(f"{count}/{line.quantity}", COUNT)
        ink.write(box, counted, align=MIDDLE_RIGHT)
        ink.rule(0, self.room.width(), top + ROW - 1)

    def _paint_fold(self, ink: Ink, top: float) -> None:
        box = QRectF(6, top, self.room.width() - 12, FOLD)
        marks.tick(ink, QRectF(box.left(), box.center().y() - 9, 18, 18), OK)
        names = " · ".join(piece(line.product) for line in self._rows.done[-1:-7:-1])
        ink.write(
            box.adjusted(24, 0, 0, 0),
            Run(self._folded, TEXT_BOLD, OK),
            Run("  ·  " + names, TEXT, SOFT),
            align=MIDDLE,
        )


def _place(line: OrderLine) -> Run:
    return Run(line.product.place, TEXT, SOFT)


def _name(line: OrderLine) -> tuple[Run, ...]:
    rest = " · ".join(part for part in (line.product.variant, line.note) if part)
    name = Run(line.product.name, BIG_TEXT)
    return (name, Run(f" · {rest}", TEXT, SOFT)) if rest else (name,)


class Messages(Painted):
    """What the customer wrote to the shop, and what the buyer wants the recipient to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = self._gift = ""
        self._label = ""
        self._room_each = 4

    def show_messages(self, order: Order, words: Words) -> None:
        self._said = f"“{order.message}”" if order.message else ""
        self._gift = f"“{order.gift_message}”" if order.gift_message else ""
        self._label = words("To read on the gift:")
        label = self._label if self._gift else ""
        self.read_out(" ".join(part for part in (self._said, label, self._gift) if part))
        self.update()

    @property
    def silent(self) -> bool:
        return not (self._said or self._gift)

    def height_at(self, width: float, most: float) -> float:
        """How high at ``width``: with whole messages if that is at most ``most``."""
        for lines in (6, 4, 3, 2, 1):
            self._room_each = lines
            high = self._height(width)
            if high <= most:
                return high
        return self._height(width)

    def _height(self, width: float) -> float:
        said = self._block_height((self._run(self._said),), width) if self._said else 0
        gift = self._block_height(self._gift_runs, width) if self._gift else 0
        return said + gift + (10 if said and gift else 0)

    def _block_height(self, runs: tuple[Run, ...], width: float) -> float:
        return height_of(runs, width - 38, self._room_each) + 20

    @property
    def _gift_runs(self) -> tuple[Run, ...]:
        return Run(self._label + " ", SMALL, SOFT), self._run(self._gift)

    def _run(self, text: str) -> Run:
        return Run(text, BIG_TEXT)

    def paint(self, ink: Ink) -> None:
        top, wide = 0.0, self.room.width()
        if self._said:
            runs: tuple[Run, ...] = (self._run(self._said),)
            box = QRectF(0, top, wide, self._block_height(runs, wide))
            ink.banner(box, CARD, NIGHT)
            ink.write(box.adjusted(22, 10, -16, -10), *runs, lines=self._room_each)
            top = box.bottom() + 10
        if self._gift:
            runs = self._gift_runs
            box = QRectF(0, top, wide, self._block_height(runs, wide))
            ink.dashed(box, NOTE, NOTE_EDGE)
            ink.write(box.adjusted(22, 10, -16, -10), *runs, lines=self._room_each)
