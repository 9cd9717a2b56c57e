"""The paper that goes to the shelves: its sizes, its heading, and rows that flow over pages.

Everything is black on white, so that a label printer at 203 dots keeps it sharp.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from packstation.slips import codes, look
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, SEMI_BOLD
from packstation.slips.letters import plain, sifted
from packstation.slips.measure import Style, fit, width, wrap
from packstation.slips.sheet import BLACK, Place, Sheet
from packstation.words.words import Words

MISSING: Final = "□"
"""In the place of a letter no face of ours has: a picker must see that one is missing."""

TITLE: Final = Style(BOLD, 30, BLACK, -0.4)
LEAD: Final = Style(SEMI_BOLD, 11, BLACK)
TEXT: Final = Style(REGULAR, 10, BLACK)
SMALL: Final = Style(REGULAR, 8.5, BLACK)
MARK: Final = Style(BOLD, 10.5, BLACK)
_SLOT: Final = Style(BOLD, 46, BLACK, -0.5)
_NUMBER: Final = Style(BOLD, 12, BLACK)
_SMALLEST_TITLE: Final = 15.0
_BARS: Final = 42.0
_QUIET: Final = 20
"""Modules of white that a Code 128 needs, both sides together."""
_FOOT: Final = 12.0
_MARK_HIGH: Final = 19.0
_MOST_MARKS: Final = 7
"""Lines of them: a shop may send any number."""


@dataclass(frozen=True, slots=True)
class Form:
    """A size of paper, and how its rows are divided; all in points."""

    size: Place
    margin: float
    place: float
    count: float
    slots: float
    slot: float
    dots: int
    """Of one module of the bars, at most."""
    letters: float
    """1 on the larger paper."""

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.size[0] - self.margin

    @property
    def room(self) -> float:
        return self.right - self.left

    @property
    def floor(self) -> float:
        return self.size[1] - self.margin - _FOOT

    def sized(self, style: Style) -> Style:
        return style if self.letters == 1 else replace(style, size=style.size * self.letters)


FORMS: Final = {
    "A4": Form((595.28, 841.89), 34.0, 92.0, 60.0, 158.0, 62.0, 3, 1.0),
    "A5": Form(look.A5, 26.0, 66.0, 50.0, 106.0, 52.0, 2, 0.88),
}


class Row(Protocol):
    """A line of the paper, as high as it needs to be."""

    @property
    def high(self) -> float: ...
    def draw(self, sheet: Sheet, top: float) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands on top of every page of one order, or of one cart."""

    title: str
    under: tuple[str, ...]
    number: str = ""
    code: str = ""
    """In bars; empty where nothing is to be scanned."""
    slot: int = 0
    """On the cart; 0: there is none."""
    foot: str = ""


@dataclass(slots=True)
class Paper:
    """The pile: every heading begins a page."""

    sheet: Sheet
    form: Form
    words: Words
    begun: bool = False

    def write(self, heading: Heading, marks: Sequence[str], rows: Sequence[Row]) -> None:
        """``marks`` on the first page only; the rest on as many as it takes."""
        lines = tuple(_lines_of_marks(marks, self.form))[:_MOST_MARKS]
        high = len(lines) * (_MARK_HIGH + 5.0) + (6.0 if lines else 0.0)
        top = self._top(heading)
        pages = list(_pages(rows, self.form.floor - top, high))
        for number, page in enumerate(pages, 1):
            if self.begun:
                self.sheet.turn()
            self.begun = True
            self._head(heading, number, len(pages))
            y = top
            if number == 1:
                for line in lines:
                    self._marks(line, y)
                    y += _MARK_HIGH + 5.0
                y = top + high
            for row in page:
                self.sheet.rule((self.form.left, y), self.form.room, BLACK)
                row.draw(self.sheet, y)
                y += row.high
            self.sheet.rule((self.form.left, y), self.form.room, BLACK)
            self._foot(heading, number, len(pages))

    def _top(self, heading: Heading) -> float:
        """Where the rows may begin."""
        under = 16.0 + 14.0 * len(heading.under)
        return self.form.margin + max(32.0 + under, 78.0 if heading.code else 0.0) + 6.0

    def _head(self, heading: Heading, page: int, pages: int) -> None:
        form, top = self.form, self.form.margin
        left, right = form.left, form.right
        if heading.slot:
            self._slot(heading.slot, (left, top))
            left += form.slot + 14.0
        if heading.code:
            right = self._bars(heading, top) - 12.0
        title = plain_or_box(heading.title)
        style = look.shrunk(title, form.sized(TITLE), right - left, _SMALLEST_TITLE)
        self.sheet.write((left, top + 27.0), fit(title, style, right - left), style)
        under = list(heading.under)
        if pages > 1:
            told = self.words("page {page} of {pages}", page=page, pages=pages)
            under[-1] = f"{under[-1]} · {told}"
        y = top + 31.0
        for line in under:
            y += 14.0
            style = look.shrunk(line, form.sized(LEAD), right - left, 7.5)
            self.sheet.write((left, y), fit(line, style, right - left), style)

    def _slot(self, slot: int, corner: Place) -> None:
        """Its number as large as its box, with the word above it."""
        form = self.form
        self.sheet.frame(corner, (form.slot, 70.0), BLACK)
        middle = corner[0] + form.slot / 2
        said = self.words("slot")
        style = look.shrunk(said, form.sized(SMALL), form.slot - 8.0, 6.0)
        self.sheet.write_centred((middle, corner[1] + 12.0), said, style)
        number = str(slot)
        style = look.shrunk(number, _SLOT, form.slot - 10.0, 8.0)
        self.sheet.write_centred((middle, corner[1] + 42.0 + style.size * 0.36), number, style)

    def _bars(self, heading: Heading, top: float) -> float:
        """The answer is where they begin, with the white before them."""
        form = self.form
        modules, path = codes.bars(heading.code)
        module = codes.bar_module(modules + _QUIET, form.room * 0.48, form.dots)
        wide = modules * module
        left = form.right - wide - _QUIET / 2 * module
        self.sheet.fill((left, top + _BARS), (module, _BARS), path)
        middle = left + wide / 2
        number = fit(plain_or_box(heading.number), _NUMBER, wide)
        self.sheet.write_centred((middle, top + _BARS + 14.0), number, _NUMBER)
        self.sheet.write_centred((middle, top + _BARS + 25.0), heading.code, SMALL)
        return left - _QUIET / 2 * module

    def _marks(self, line: Sequence[str], y: float) -> None:
        x, style = self.form.left, self.form.sized(MARK)
        for mark in line:
            wide = width(mark, style) + 14.0
            self.sheet.frame((x, y), (wide, _MARK_HIGH), BLACK)
            self.sheet.write((x + 7.0, y + 13.4), mark, style)
            x += wide + 6.0

    def _foot(self, heading: Heading, page: int, pages: int) -> None:
        form = self.form
        y = form.size[1] - form.margin + 4.0
        count = self.words("page {page} of {pages}", page=page, pages=pages)
        self.sheet.write_right((form.right, y), count, SMALL)
        room = form.room - width(count, SMALL) - 12.0
        self.sheet.write((form.left, y), fit(heading.foot, SMALL, room), SMALL)


def plain_or_box(text: str) -> str:
    """``text`` on one line as it can be printed, with a box for each letter that cannot."""
    for lost in sifted(text).left_out:
        text = unicodedata.normalize("NFC", text).replace(lost, MISSING)
    return plain(text)


def block(text: str, style: Style, room: float, most: int) -> tuple[tuple[str, Style], ...]:
    """``text`` in at most so many lines of one style; nothing when it is empty."""
    return tuple((line, style) for line in wrap(plain_or_box(text), style, room, most) if line)


def _lines_of_marks(marks: Sequence[str], form: Form) -> Iterator[tuple[str, ...]]:
    """As many beside each other as fit."""
    style, line, used = form.sized(MARK), list[str](), 0.0
    for mark in filter(None, map(plain_or_box, marks)):
        told = fit(mark, style, form.room - 14.0)
        wide = width(told, style) + 14.0
        if line and used + wide > form.room:
            yield tuple(line)
            line, used = [], 0.0
        line.append(told)
        used += wide + 6.0
    if line:
        yield tuple(line)


def _pages(rows: Sequence[Row], room: float, taken: float) -> Iterator[tuple[Row, ...]]:
    """Rows that fit on each page; ``taken`` is gone of the first."""
    page, left = list[Row](), room - taken
    for row in rows:
        if row.high > left and (page or left < room):
            yield tuple(page)
            page, left = [], room
        page.append(row)
        left -= row.high
    yield tuple(page)
