"""What else belongs into this parcel, and what the customer wrote, under the next piece."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Order
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, height_of, width_of
from packstation.ui.look import (
    BIG_TEXT,
    BOLD,
    CARD,
    INK,
    NIGHT,
    NOTE,
    NOTE_EDGE,
    OK,
    SMALL,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WARN,
    Type,
    scale_of,
)
from packstation.ui.painted import Painted
from packstation.words.line_phrases import facts, shortage
from packstation.words.phrases import piece
from packstation.words.words import Words

ROW, FOLD, MORE = 52.0, 48.0, 36.0
PLACE_LEAST, PLACE_MOST, COUNT_COLUMN = 80.0, 170.0, 96.0
COUNT: Final = Type(20, BOLD, figures=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """One line of the order, in words; ``short`` says what stays out of the parcel."""

    position: int
    place: str
    name: str
    rest: str = ""
    count: str = ""
    short: str = ""

    @classmethod
    def of(cls, bench: Packing, position: int, words: Words) -> "LineShown":
        line, product = bench.order.lines[position], bench.product_at(position)
        rest = (product.variant, line.note, *facts(bench, position, words))
        return cls(
            position=position,
            place=product.place,
            name=product.name,
            rest=" · ".join(part for part in rest if part),
            count=f"{bench.counts[position]}/{line.quantity}",
            short=shortage(bench, position, words),
        )

    @property
    def spoken(self) -> str:
        name = ", ".join(part for part in (self.name, self.rest) if part)
        return f"{name} {self.count} {self.short}".rstrip()


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines behind the next one, by position: those that wait, are short, are done."""

    waiting: tuple[int, ...] = ()
    short: tuple[int, ...] = ()
    done: tuple[int, ...] = ()

    @classmethod
    def on(cls, bench: Packing, coming: int | None) -> "Rows":
        positions = range(len(bench.counts))
        through = [n for n in positions if bench.left(n) == 0]
        return cls(
            tuple(n for n in positions if bench.left(n) > 0 and n != coming),
            tuple(n for n in through if n in bench.short),
            tuple(n for n in through if n not in bench.short),
        )


class OrderCard(Painted):
    """As many rows as there is room for; the rest is counted, never scrolled."""

    chosen = Signal(int)
    """The position of a line that was tapped."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._bench: Packing | None = None
        self._rows = Rows()
        self._shown: tuple[LineShown, ...] = ()
        self._fold: tuple[str, str] = ("", "")

    def show_rows(self, bench: Packing, coming: int | None, words: Words) -> None:
        """``coming`` is the line that the card above shows."""
        self._bench, self._words = bench, words
        self._rows = Rows.on(bench, coming)
        self._fill()

    @staticmethod
    def height_wanted(order: Order) -> float:
        """With all its rows; the same from the first scan to the last."""
        return max(FOLD, (len(order.lines) - 1) * ROW)

    def arrange(self) -> None:
        self._fill()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() / scale_of(self) / ROW)
        if place < len(self._shown):
            self.chosen.emit(self._shown[place].position)

    def _fill(self) -> None:
        if self._bench is None:
            return
        before = (self._shown, self._fold, self._more)
        seen, words = self._that_fit(), self._words
        self._shown = tuple(LineShown.of(self._bench, n, words) for n in seen)
        self._fold = self._folded(self._bench)
        if before != (self._shown, self._fold, self._more):
            spoken = (*(line.spoken for line in self._shown), self._more, self._fold[0])
            self.read_out(", ".join(part for part in spoken if part))
            self.update()

    def _that_fit(self) -> tuple[int, ...]:
        rows = self._rows.waiting + self._rows.short
        room = self.room.height() + 1 - (FOLD if self._rows.done else 0)
        if len(rows) * ROW <= room:
            return rows
        return rows[: max(0, int((room - MORE) // ROW))]

    @property
    def _more(self) -> str:
        """That there are more than fit."""
        hidden = len(self._rows.waiting) + len(self._rows.short) - len(self._shown)
        return (
            self._words.n("and {n} more line", "and {n} more lines", hidden) if hidden else ""
        )

    def _folded(self, bench: Packing) -> tuple[str, str]:
        """How many lines are complete, and the names of the last of them."""
        done = self._rows.done
        if not done:
            return "", ""
        names = " · ".join(self._named(bench, n) for n in done[-1:-7:-1])
        return self._words.n("{n} line complete", "{n} lines complete", len(done)), names

    def _named(self, bench: Packing, position: int) -> str:
        name = piece(bench.product_at(position))
        by_hand = position in bench.by_hand
        return self._words("{piece} (by hand)", piece=name) if by_hand else name

    def paint(self, ink: Ink) -> None:
        top = 0.0
        places = [width_of(Run(line.place, TEXT, SOFT)) for line in self._shown]
        column = 12 + min(max([PLACE_LEAST, *places]), PLACE_MOST)
        for line in self._shown:
            self._paint_row(ink, QRectF(6, top, column, ROW), line)
            top += ROW
        if self._more:
            box = QRectF(6 + column, top, self.room.width() - column, MORE)
            ink.write(box, Run(self._more, TEXT, SOFT), align=MIDDLE)
            top += MORE
        if self._fold[0]:
            self._paint_fold(ink, top)

    def _paint_row(self, ink: Ink, place: QRectF, line: LineShown) -> None:
        top = place.top()
        box = QRectF(6, top, self.room.width() - 12, ROW)
        if not ink.sees(box):
            return
        if line.short:
            marks.care(ink, QRectF(6, top + ROW / 2 - 10, 20, 20), WARN)
            place = QRectF(6, top, 32, ROW)
        else:
            ink.write(place.adjusted(0, 0, -10, 0), Run(line.place, TEXT, SOFT), align=MIDDLE)
        name = box.adjusted(place.width(), 0, -COUNT_COLUMN, 0)
        ink.write(name, *_said(line), lines=2 if line.short else 1, align=MIDDLE)
        ink.write(box, Run(line.count, COUNT, WARN if line.short else INK), align=MIDDLE_RIGHT)
        ink.rule(0, self.room.width(), top + ROW - 1)

    def _paint_fold(self, ink: Ink, top: float) -> None:
        box = QRectF(6, top, self.room.width() - 12, FOLD)
        marks.tick(ink, QRectF(box.left(), box.center().y() - 9, 18, 18), OK)
        ink.write(
            box.adjusted(24, 0, 0, 0),
            Run(self._fold[0], TEXT_BOLD, OK),
            Run("  ·  " + self._fold[1], TEXT, SOFT),
            align=MIDDLE,
        )


def _said(line: LineShown) -> tuple[Run, ...]:
    name = Run(line.name, TEXT if line.short else BIG_TEXT)
    rest = Run(f" · {line.rest}", TEXT, SOFT) if line.rest else Run("", TEXT)
    return (
        (name, rest, Run(f" · {line.short}", TEXT_BOLD, WARN)) if line.short else (name, rest)
    )


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
