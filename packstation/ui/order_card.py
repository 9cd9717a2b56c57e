"""What else belongs into this parcel, under the next piece."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
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
from packstation.ui.painted import Painted, pixels
from packstation.words.line_phrases import facts, shortage
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


@dataclass(frozen=True, slots=True)
class Lines:
    """What the card is made from: as long as these are equal, it looks the same."""

    rows: Rows
    counts: tuple[int, ...]
    told: tuple[object, ...]
    order_id: int
    words: Words
    bench: Packing = field(compare=False)

    @classmethod
    def on(cls, bench: Packing, coming: int | None, words: Words) -> "Lines":
        """``coming`` is the line that the card above shows."""
        rows = Rows.on(bench, coming)
        counts = tuple(bench.counts[n] for n in rows.waiting)
        told = bench.short, bench.swaps, bench.by_hand, bench.traces
        return cls(rows, counts, told, bench.order.id, words, bench)


@dataclass(frozen=True, slots=True)
class Card:
    """All that stands on it; ``column`` is how wide the places are."""

    lines: tuple[LineShown, ...] = ()
    more: str = ""
    """That there are more than fit."""
    fold: tuple[str, tuple[str, ...]] = ("", ())
    """How many lines are complete, and the names of the last of them."""
    column: float = 0.0

    @property
    def spoken(self) -> str:
        spoken = (*(line.spoken for line in self.lines), self.more, self.fold[0])
        return ", ".join(part for part in spoken if part)


class OrderCard(Painted):
    """As many rows as there is room for; the rest is counted, never scrolled."""

    chosen = Signal(int)
    """The position of a line that was tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._lines: Lines | None = None
        self._rehearsed: tuple[Lines, Card] | None = None

    def show_lines(self, lines: Lines) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        if not self.ahead.show(lines):
            self._show(self._filled(lines))
            return
        match self._rehearsed:
            case (rehearsed, card) if rehearsed is lines:
                self._card = card
            case _:  # an undo brings back others, and their picture may be less high
                self.update(self._high(self._card))
                self._card = self._filled(lines)

    def rehearse(self, lines: Lines) -> None:
        """Paint ahead what will be new of it."""
        if lines != self._lines:
            shown, self._card = self._card, self._filled(lines)
            # What is empty before and after need not be laid down: it is often half of it.
            both = self._high(shown).united(self._high(self._card))
            self.ahead.paint(lines, both, self._card.spoken)
            self._rehearsed, self._card = (lines, self._card), shown

    @staticmethod
    def height_wanted(bench: Packing) -> float:
        """With all its rows: the same from the first scan until the last question."""
        if bench.asked and bench.complete:
            return len(bench.short) * ROW + FOLD
        return max(FOLD, (len(bench.order.lines) - 1) * ROW)

    def arrange(self) -> None:
        if self._lines is not None:
            self._show(self._filled(self._lines))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() / scale_of(self) / self._row)
        if place < len(self._card.lines):
            self.chosen.emit(self._card.lines[place].position)

    def _filled(self, of: Lines) -> Card:
        bench, rows, words = of.bench, of.rows, of.words
        behind = rows.waiting + rows.short
        shown = behind[: self._room_for(len(behind), done=len(rows.done))]
        lines = tuple(LineShown.of(bench, n, words) for n in shown)
        hidden = len(behind) - len(shown)
        more = words.n("and {n} more line", "and {n} more lines", hidden) if hidden else ""
        column = _column_for(bench.order, lines)
        return Card(lines, more, _folded(bench, rows.done, words), column)

    def _room_for(self, count: int, *, done: int) -> int:
        """How many of ``count`` rows are shown, when ``done`` others are complete."""
        room = self.room.height() + 1 - (FOLD if done else 0)
        return count if count * self._row <= room else max(0, int((room - MORE) // self._row))

    def _high(self, card: Card) -> QRect:
        """All pixels on which something of ``card`` stands."""
        rows = len(card.lines) * self._row
        high = rows + (MORE if card.more else 0) + (FOLD if card.fold[0] else 0)
        return pixels(self, QRectF(0, 0, self.room.width(), high)).intersected(self.rect())

    def _show(self, card: Card) -> None:
        before = self._card
        self._card = card
        self.read_out(card.spoken)
        if card.column == before.column:
            self._repaint_from(before.lines)
        else:
            self.update()

    def _repaint_from(self, before: tuple[LineShown, ...]) -> None:
        """Paint only what is new: rows that just move up by one are moved."""
        pairs = enumerate(zip(before, self._card.lines, strict=False))
        both = min(len(before), len(self._card.lines))
        first = next((n for n, (old, new) in pairs if old != new), both)
        top, moved = first * self._row, before[first + 1 :]
        if moved and moved == self._card.lines[first : first + len(moved)]:
            rows = QRectF(0, top, self.room.width(), (len(moved) + 1) * self._row)
            self.scroll(0, -round(self._row * scale_of(self)), pixels(self, rows))
            top += len(moved) * self._row
        self.repaint_part(QRectF(0, top, self.room.width(), self.room.height() - top))

    @property
    def _row(self) -> float:
        """How high a row is: whole pixels, so that it can be moved."""
        scale = scale_of(self)
        return round(ROW * scale) / scale

    def paint(self, ink: Ink) -> None:
        card, top, high = self._card, 0.0, self._row
        for line in card.lines:
            self._paint_row(ink, QRectF(6, top, card.column, high), line)
            top += high
        if card.more:
            box = QRectF(6 + card.column, top, self.room.width() - card.column, MORE)
            ink.write(box, Run(card.more, TEXT, SOFT), align=MIDDLE)
            top += MORE
        if card.fold[0]:
            self._paint_fold(ink, top, card.fold)

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


def _column_for(order: Order, lines: tuple[LineShown, ...]) -> float:
    """How wide the places are; a shop that names none needs no room for them."""
    if not any(line.product.place for line in order.lines):
        return 0.0
    places = [width_of(Run(line.place, TEXT, SOFT)) for line in lines]
    return 12 + min(max([PLACE_LEAST, *places]), PLACE_MOST)


def _folded(bench: Packing, done: tuple[int, ...], words: Words) -> tuple[str, tuple[str, ...]]:
    if not done:
        return "", ()
    names = tuple(_named(bench, n, words) for n in done[-1 : -1 - MOST_NAMES : -1])
    return words.n("{n} line complete", "{n} lines complete", len(done)), names


def _named(bench: Packing, position: int, words: Words) -> str:
    name = bench.product_at(position).full_name
    by_hand = position in bench.by_hand
    return words("{piece} (by hand)", piece=name) if by_hand else name


def _listed(names: tuple[str, ...]) -> Run:
    return Run("  ·  " + " · ".join(names), TEXT, SOFT, folds=True)


def _said(line: LineShown) -> tuple[Run, ...]:
    name = Run(line.name, TEXT if line.short else BIG_TEXT, folds=True)
    rest = Run(f" · {line.rest}" if line.rest else "", TEXT, SOFT, folds=True)
    return (
        (name, rest, Run(f" · {line.short}", TEXT_BOLD, WARN)) if line.short else (name, rest)
    )
