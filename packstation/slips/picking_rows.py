"""The rows of the picking papers: a thing to take, and which order stands in which slot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from packstation.domain.picking import Cart, Pick, PickingSheet, Stop
from packstation.slips import look
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, SEMI_BOLD
from packstation.slips.measure import Style, fit, width
from packstation.slips.picking_page import MISSING, SMALL, TEXT, Form, Row, block, plain_or_box
from packstation.slips.sheet import BLACK, Place, Sheet
from packstation.words import picking_phrases as say
from packstation.words.words import Words

_PLACE: Final = Style(BOLD, 14, BLACK)
_COUNT: Final = Style(BOLD, 22, BLACK, -0.2)
_NAME: Final = Style(BOLD, 11.5, BLACK)
_VARIANT: Final = Style(SEMI_BOLD, 10.5, BLACK)
_SKU: Final = Style(REGULAR, 9, BLACK)
_WISH: Final = Style(SEMI_BOLD, 10, BLACK)
_CHIP: Final = Style(BOLD, 12, BLACK)
_TICK: Final = 11.0
_LEAST: Final = 27.0
_LEADING: Final = 1.24
_ABOVE, _BELOW = 5.0, 6.0
_CHIP_HIGH: Final = 17.0
_CHIPS: Final = 36
"""Slots in one row: those of a larger cart go on in the next."""
_MANY: Final = 4

Lines = tuple[tuple[str, Style], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in the place of a row."""

    form: Form
    text: str

    @property
    def high(self) -> float:
        return _LEAST

    def draw(self, sheet: Sheet, top: float) -> None:
        at = (self.form.left, top + 17.0)
        sheet.write(at, fit(self.text, TEXT, self.form.room), TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A thing to take: a box to tick, its place, how many, what it is, and for which slots."""

    form: Form
    place: Lines
    count: str
    what: Lines
    barred: int = 0
    """How many of the last lines stand beside a bar: nobody may read over them."""
    slots: tuple[tuple[int, int], ...] = ()

    @property
    def high(self) -> float:
        lines = max(_high(self.place), _high(self.what))
        chips = len(tuple(_chip_lines(self.slots, self.form))) * (_CHIP_HIGH + 3.0)
        return max(_LEAST, lines + _ABOVE + _BELOW, chips + _ABOVE + _BELOW - 3.0)

    def draw(self, sheet: Sheet, top: float) -> None:
        form, x = self.form, self.form.left
        sheet.box((x, top + 8.0), (_TICK, _TICK), BLACK)
        _write(sheet, (x + _TICK + 8.0, top + _ABOVE), self.place)
        right = x + _TICK + 8.0 + form.place + form.count
        style = look.shrunk(self.count, form.sized(_COUNT), form.count - 8.0, 8.0)
        sheet.write_right((right, top + 22.0), self.count, style)
        begins = _write(sheet, (right + 14.0, top + _ABOVE), self.what)
        if self.barred:
            start = begins[-self.barred]
            high = begins[-1] + self.what[-1][1].size * _LEADING - start
            sheet.bar((right + 8.0, start), high, BLACK)
        self._draw_slots(sheet, top + _ABOVE)

    def _draw_slots(self, sheet: Sheet, y: float) -> None:
        for line in _chip_lines(self.slots, self.form):
            x = self.form.right - self.form.slots
            for slot, pieces in line:
                x = _draw_chip(sheet, (x, y), slot, pieces) + 9.0
            y += _CHIP_HIGH + 3.0


@dataclass(frozen=True, slots=True)
class _Slots:
    """Which order stands in which slot, a few beside each other."""

    form: Form
    cells: tuple[tuple[int, str, str], ...]
    """(slot, order, pieces)"""
    beside: int

    @property
    def high(self) -> float:
        return _CHIP_HIGH + 9.0

    def draw(self, sheet: Sheet, top: float) -> None:
        wide = self.form.room / self.beside
        for n, (slot, order, pieces) in enumerate(self.cells):
            x, y = self.form.left + n * wide, top + 4.0
            end = _draw_box(sheet, (x, y), str(slot)) + 6.0
            room = x + wide - 8.0 - end
            told = width(pieces, SMALL)
            number = fit(order, _CHIP, max(0.0, room - told - 6.0))
            sheet.write((end, y + 12.8), number, _CHIP)
            sheet.write((end + width(number, _CHIP) + 6.0, y + 12.8), pieces, SMALL)


def pick_row(pick: Pick, form: Form, words: Words) -> Row:
    room = form.right - _what_left(form)
    wish = _wish(pick, form, room, words)
    what = (*_thing(pick, form, room, words), *wish)
    return _Taken(
        form=form,
        place=_place(pick.product.place, form),
        count=str(pick.quantity),
        what=what,
        barred=len(wish),
    )


def stop_rows(stop: Stop, form: Form, words: Words) -> Iterator[Row]:
    """One; more where more slots want it than a row has room for."""
    room = form.right - form.slots - 10.0 - _what_left(form)
    parts = [stop.slots[n : n + _CHIPS] for n in range(0, len(stop.slots), _CHIPS)]
    pick = Pick(product=stop.product, quantity=stop.quantity)
    wish = block(say.wished(stop, words), form.sized(_WISH), room, 2)
    what = (*_thing(pick, form, room, words), *wish)
    place = _place(stop.product.place, form)
    for n, slots in enumerate(parts):
        told = str(stop.quantity) if n == 0 else "…"
        yield _Taken(
            form=form,
            place=place,
            count=told,
            what=what,
            barred=len(wish),
            slots=slots,
        )


def legend(cart: Cart, form: Form, words: Words) -> Iterator[Row]:
    beside = 3 if form.letters == 1 else 2
    cells = [
        (slot, plain_or_box(sheet.number), say.pieces(sheet.pieces, words))
        for slot, sheet in zip(count(1), cart.sheets, strict=False)
    ]
    for n in range(0, len(cells), beside):
        yield _Slots(form, tuple(cells[n : n + beside]), beside)


# ---- what stands in a row


def _what_left(form: Form) -> float:
    return form.left + _TICK + 8.0 + form.place + form.count + 14.0


def _place(place: str, form: Form) -> Lines:
    return block(place, form.sized(_PLACE), form.place, 3) or (("—", form.sized(_PLACE)),)


def _thing(pick: Pick, form: Form, room: float, words: Words) -> Lines:
    product = pick.product
    which = " · ".join(filter(None, map(plain_or_box, (product.variant, product.sku))))
    told = " · ".join(map(plain_or_box, say.remarks(pick, words)))
    return (
        *block(product.name, form.sized(_NAME), room, _MANY),
        *block(which, form.sized(_VARIANT if product.variant else _SKU), room, 3),
        *block(told, form.sized(_VARIANT), room, 3),
    )


def _wish(pick: Pick, form: Form, room: float, words: Words) -> Lines:
    if not pick.note:
        return ()
    told = words("Wish: “{text}”", text=plain_or_box(pick.note))
    return block(told, form.sized(_WISH), room, _MANY + 2)


def lacks(order: PickingSheet) -> bool:
    """Whether some letter of what is written of it cannot be printed."""
    texts = [order.number, order.carrier, *order.flags]
    for pick in order.picks:
        it = pick.product
        texts += [it.name, it.variant, it.sku, it.place, pick.note, pick.kit]
    return any(MISSING in plain_or_box(text) and MISSING not in text for text in texts)


def _high(lines: Lines) -> float:
    return sum(style.size * _LEADING for _, style in lines)


def _write(sheet: Sheet, corner: Place, lines: Lines) -> list[float]:
    """Under each other; the answer is where each begins."""
    y, begins = corner[1], list[float]()
    for text, style in lines:
        begins.append(y)
        sheet.write((corner[0], y + style.size), text, style)
        y += style.size * _LEADING
    return begins


# ---- slots


def _chip_lines(
    slots: Sequence[tuple[int, int]], form: Form
) -> Iterator[tuple[tuple[int, int], ...]]:
    line, used = list[tuple[int, int]](), 0.0
    for slot, pieces in slots:
        wide = _box_wide(str(slot)) + 4.0 + width(_times(pieces), TEXT) + 9.0
        if line and used + wide - 9.0 > form.slots:
            yield tuple(line)
            line, used = [], 0.0
        line.append((slot, pieces))
        used += wide
    if line:
        yield tuple(line)


def _draw_chip(sheet: Sheet, corner: Place, slot: int, pieces: int) -> float:
    """A slot and how many go into it; the answer is where it ends."""
    x = _draw_box(sheet, corner, str(slot)) + 4.0
    told = _times(pieces)
    sheet.write((x, corner[1] + 12.6), told, TEXT)
    return x + width(told, TEXT)


def _draw_box(sheet: Sheet, corner: Place, text: str) -> float:
    wide = _box_wide(text)
    sheet.box(corner, (wide, _CHIP_HIGH), BLACK)
    sheet.write_centred((corner[0] + wide / 2, corner[1] + 12.8), text, _CHIP)
    return corner[0] + wide


def _box_wide(text: str) -> float:
    return max(20.0, width(text, _CHIP) + 8.0)


def _times(pieces: int) -> str:
    return f"\N{MULTIPLICATION SIGN} {pieces}"
