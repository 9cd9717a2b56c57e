"""What else belongs into this parcel, under the next piece."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Order
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, width_of
from packstation.ui.look import (
    BIG_TEXT,
    BOLD,
    INK,
    OK,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WARN,
    Type,
    scale_of,
)
from packstation.ui.painted import Painted, pixels, unseen
from packstation.words.line_phrases import facts, shortage
from packstation.words.phrases import piece
from packstation.words.words import Words

ROW, FOLD, MORE = 52.0, 48.0, 36.0
PLACE_LEAST, PLACE_MOST, COUNT_COLUMN = 80.0, 170.0, 96.0
COUNT: Final = Type(20, BOLD, figures=True)
MOST_NAMES: Final = 3


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
        self._fold: tuple[str, tuple[str, ...]] = ("", ())
        self._more = ""
        self._column = 0.0
        self._of: tuple[object, ...] = ()

    def show_rows(self, bench: Packing, coming: int | None, words: Words) -> None:
        """``coming`` is the line that the card above shows."""
        rows = Rows.on(bench, coming)
        counts = tuple(bench.counts[n] for n in rows.waiting)
        so_far = bench.short, bench.swaps, bench.by_hand, bench.traces
        of = (rows, counts, so_far, bench.order.id, words)
        if of != self._of:
            self._of, self._bench, self._words, self._rows = of, bench, words, rows
            self._fill()

    def rehearse(self, bench: Packing, coming: int, words: Words) -> None:
        """Get the words of its rows ready; nothing is seen of it."""
        rows = Rows.on(bench, coming)
        place = QRectF(6, 0, self._column, self._row)
        with unseen(self) as ink:
            for n in rows.waiting[: len(self._shown) + 1]:
                self._paint_row(ink, place, LineShown.of(bench, n, words))
            self._paint_fold(ink, 0, self._folded(bench, rows.done))

    @staticmethod
    def height_wanted(order: Order) -> float:
        """With all its rows; the same from the first scan to the last."""
        return max(FOLD, (len(order.lines) - 1) * ROW)

    def arrange(self) -> None:
        self._fill()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() / scale_of(self) / self._row)
        if place < len(self._shown):
            self.chosen.emit(self._shown[place].position)

    def _fill(self) -> None:
        if self._bench is None:
            return
        before, words = self._shown, self._words
        self._shown = tuple(LineShown.of(self._bench, n, words) for n in self._that_fit())
        self._fold, self._more = (
            self._folded(self._bench, self._rows.done),
            self._how_many_more(),
        )
        spoken = (*(line.spoken for line in self._shown), self._more, self._fold[0])
        self.read_out(", ".join(part for part in spoken if part))
        places = [width_of(Run(line.place, TEXT, SOFT)) for line in self._shown]
        column = 12 + min(max([PLACE_LEAST, *places]), PLACE_MOST)
        if column == self._column:
            self._repaint_from(before)
        else:
            self._column = column
            self.update()

    def _repaint_from(self, before: tuple[LineShown, ...]) -> None:
        """Paint only what is new: rows that just move up by one are moved."""
        pairs = enumerate(zip(before, self._shown, strict=False))
        both = min(len(before), len(self._shown))
        first = next((n for n, (old, new) in pairs if old != new), both)
        top, moved = first * self._row, before[first + 1 :]
        if moved and moved == self._shown[first : first + len(moved)]:
            rows = QRectF(0, top, self.room.width(), (len(moved) + 1) * self._row)
            self.scroll(0, -round(self._row * scale_of(self)), pixels(self, rows))
            top += len(moved) * self._row
        self.repaint_part(QRectF(0, top, self.room.width(), self.room.height() - top))

    @property
    def _row(self) -> float:
        """How high a row is: whole pixels, so that it can be moved."""
        scale = scale_of(self)
        return round(ROW * scale) / scale

    def _that_fit(self) -> tuple[int, ...]:
        rows = self._rows.waiting + self._rows.short
        room = self.room.height() + 1 - (FOLD if self._rows.done else 0)
        if len(rows) * self._row <= room:
            return rows
        return rows[: max(0, int((room - MORE) // self._row))]

    def _how_many_more(self) -> str:
        """That there are more than fit."""
        hidden = len(self._rows.waiting) + len(self._rows.short) - len(self._shown)
        return (
            self._words.n("and {n} more line", "and {n} more lines", hidden) if hidden else ""
        )

    def _folded(self, bench: Packing, done: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
        """How many lines are complete, and the names of the last of them."""
        if not done:
            return "", ()
        names = tuple(self._named(bench, n) for n in done[-1 : -1 - MOST_NAMES : -1])
        return self._words.n("{n} line complete", "{n} lines complete", len(done)), names

    def _named(self, bench: Packing, position: int) -> str:
        name = piece(bench.product_at(position))
        by_hand = position in bench.by_hand
        return self._words("{piece} (by hand)", piece=name) if by_hand else name

    def paint(self, ink: Ink) -> None:
        top, high, column = 0.0, self._row, self._column
        for line in self._shown:
            self._paint_row(ink, QRectF(6, top, column, high), line)
            top += high
        if self._more:
            box = QRectF(6 + column, top, self.room.width() - column, MORE)
            ink.write(box, Run(self._more, TEXT, SOFT), align=MIDDLE)
            top += MORE
        if self._fold[0]:
            self._paint_fold(ink, top, self._fold)

    def _paint_row(self, ink: Ink, place: QRectF, line: LineShown) -> None:
        top = place.top()
        box = QRectF(6, top, self.room.width() - 12, place.height())
        if not ink.sees(box):
            return
        if line.short:
            marks.care(ink, QRectF(6, box.center().y() - 10, 20, 20), WARN)
            place = QRectF(6, top, 32, box.height())
        else:
            ink.write(place.adjusted(0, 0, -10, 0), Run(line.place, TEXT, SOFT), align=MIDDLE)
        name = box.adjusted(place.width(), 0, -COUNT_COLUMN, 0)
        ink.write(name, *_said(line), lines=2 if line.short else 1, align=MIDDLE)
        ink.write(box, Run(line.count, COUNT, WARN if line.short else INK), align=MIDDLE_RIGHT)
        ink.rule(0, self.room.width(), box.bottom() - 1)

    def _paint_fold(self, ink: Ink, top: float, fold: tuple[str, tuple[str, ...]]) -> None:
        box = QRectF(6, top, self.room.width() - 12, FOLD)
        marks.tick(ink, QRectF(box.left(), box.center().y() - 9, 18, 18), OK)
        said, names = fold
        count, room = Run(said, TEXT_BOLD, OK), box.adjusted(24, 0, 0, 0)
        told = names[:1]  # and of the others those that fit whole
        while len(told) < len(names):
            longer = names[: len(told) + 1]
            if width_of(count, _listed(longer)) > room.width():
                break
            told = longer
        ink.write(room, count, _listed(told), align=MIDDLE)


def _listed(names: tuple[str, ...]) -> Run:
    return Run("  ·  " + " · ".join(names), TEXT, SOFT)


def _said(line: LineShown) -> tuple[Run, ...]:
    name = Run(line.name, TEXT if line.short else BIG_TEXT)
    rest = Run(f" · {line.rest}", TEXT, SOFT) if line.rest else Run("", TEXT)
    return (
        (name, rest, Run(f" · {line.short}", TEXT_BOLD, WARN)) if line.short else (name, rest)
    )
