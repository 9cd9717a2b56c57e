"""The slip that goes into the parcel, drawn from the record and nothing else.

head       shop, order, day; on every page
opening    greeting, tally, the buyer's message when it is a present
table      what is in the box; flows over as many pages as it needs
closing    what came from us, the box for the pen, name, signature, answer
foot       contact, page, slip code; on every page
"""

from collections.abc import Iterator
from itertools import accumulate

from packstation.domain.records import PackingRecord
from packstation.slips import codes, look
from packstation.slips.blocks import closing, closing_height, opening
from packstation.slips.measure import fit, width, wrap
from packstation.slips.plan import Plan, Rooms, arrange
from packstation.slips.said import Frame, Said, say
from packstation.slips.sheet import ONE_AT_A_TIME, Sheet
from packstation.words import slip_phrases
from packstation.words.words import Words

_LOGO_TOP, _LOGO = 24.0, (86.0, 32.0)
"""Where the shop's picture stands, and how large it may be."""
_LATER_TOP = 66.0
"""Where the table may begin on all pages but the first."""
_TABLE_HEAD = 21.5
_FURTHER_IN = 11.0
_NOTE_LEADING = 10.2
_MOST_NOTES = 12
"""Lines under a name: what a line's serial numbers may take."""
_BAR_HEIGHT = 21.0
_BAR_DOTS = 2


def draw(record: PackingRecord, words: Words, copy: int = 0, logo: bytes = b"") -> bytes:
    """The slip of ``record`` as PDF; ``copy`` 0 is the original, others are marked.

    ``words`` is the paper's catalogue in the record's language; ``logo`` the PNG that its brand
    names. The same record and copy give the same bytes.
    """
    said = say(record, words, copy)
    with ONE_AT_A_TIME:
        sheet = Sheet(look.A5, said.frame.number, words.language)
        table = _Table(said)
        _head(sheet, said.frame, logo)
        top = opening(sheet, said)
        plan = arrange(table.heights, _rooms(said, top))
        pages = len(plan.breaks)
        for number, (first, last) in enumerate(plan.breaks, start=1):
            if number > 1:
                sheet.turn()
                _head(sheet, said.frame, logo)
                top = _LATER_TOP
            y = table.draw(sheet, top, range(first, last), plan)
            if number == pages:
                closing(sheet, said, y, plan.ink)
            _foot(
                sheet, said.frame, slip_phrases.page(words, number, pages) if pages > 1 else ""
            )
        return sheet.finish()


def _rooms(said: Said, top: float) -> Rooms:
    ground = look.FOOT - _TABLE_HEAD
    return Rooms(ground - top, ground - _LATER_TOP, closing_height(said))


class _Table:
    """What is in the box, line by line."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._edges = _edges(said.columns)
        room = self._edges[0] - width(said.columns[0], look.SMALL) - look.GAP - look.LEFT
        self._lefts = [look.LEFT + (_FURTHER_IN if row.part else 0.0) for row in said.rows]
        rooms = [look.LEFT + room - left for left in self._lefts]
        self._kits = [fit(row.kit, look.KIT, room) for row in said.rows]
        self._names = [
            wrap(row.name, look.TEXT, room, 2)
            for row, room in zip(said.rows, rooms, strict=True)
        ]
        self._notes = [
            wrap(row.note, look.SMALL, room, _MOST_NOTES)
            for row, room in zip(said.rows, rooms, strict=True)
        ]
        self.heights = tuple(
            look.LEADING * (bool(kit) + max(1, len(name))) + _NOTE_LEADING * len(note)
            for kit, name, note in zip(self._kits, self._names, self._notes, strict=True)
        )

    def draw(self, sheet: Sheet, top: float, rows: range, plan: Plan) -> float:
        """Draw ``rows``; answers where the table ends."""
        if not rows:
            return top
        y = top + _TABLE_HEAD
        sheet.write((look.LEFT, y - 8.3), self._said.contents, look.SMALL)
        for edge, column in zip(self._edges, self._said.columns, strict=True):
            sheet.write_right((edge, y - 8.3), column, look.SMALL)
        sheet.rule((look.LEFT, y), look.ROOM, look.LINE)
        for row in rows:
            self._draw_row(sheet, y + plan.padding / 2 + 8.6, row)
            y += self.heights[row] + plan.padding
            left = self._left_of_rule(row)
            sheet.rule((left, y), look.RIGHT - left, look.LINE)
        return y

    def _left_of_rule(self, row: int) -> float:
        """Between the parts of a kit it stands further in, as they do."""
        then = row + 1
        goes_on = then < len(self._kits) and self._said.rows[then].part and not self._kits[then]
        return self._lefts[row] if goes_on else look.LEFT

    def _draw_row(self, sheet: Sheet, base: float, row: int) -> None:
        left = self._lefts[row]
        if self._kits[row]:
            sheet.write((look.LEFT, base), self._kits[row], look.KIT)
            base += look.LEADING
        below = base
        for text in self._names[row]:
            sheet.write((left, below), text, look.TEXT)
            below += look.LEADING
        for edge, figure in zip(self._edges, self._said.rows[row].figures, strict=True):
            sheet.write_right((edge, base), figure, look.COUNT)
        below += _NOTE_LEADING - look.LEADING
        for text in self._notes[row]:
            sheet.write((left, below), text, look.SMALL)
            below += _NOTE_LEADING


def _edges(columns: tuple[str, ...]) -> tuple[float, ...]:
    """Where the figures of each column end, from left to right."""
    steps: Iterator[float] = (width(it, look.SMALL) + look.GAP for it in columns[:0:-1])
    return tuple(accumulate(steps, lambda edge, step: edge - step, initial=look.RIGHT))[::-1]


def _head(sheet: Sheet, frame: Frame, logo: bytes) -> None:
    left = look.LEFT
    if logo:
        left += sheet.picture((left, _LOGO_TOP), _LOGO, logo) + look.GAP
    order = fit(frame.order, look.ASIDE, look.ROOM / 2)
    taken = max(width(order, look.ASIDE), width(frame.day, look.ASIDE))
    room = look.RIGHT - left - taken - 2 * look.GAP
    style = look.shrunk(frame.shop, look.SHOP, room, 11.5)
    names = wrap(frame.shop, style, room, 2)
    y = 44.6 if len(names) == 1 else 38.0
    for name in names:
        sheet.write((left, y), name, style)
        y += 13.5
    sheet.write_right((look.RIGHT, 37.0), order, look.ASIDE)
    sheet.write_right((look.RIGHT, 48.5), frame.day, look.ASIDE)
    mark = " · ".join(filter(None, (frame.copy_mark, frame.replaces)))
    if mark:
        sheet.write_right((look.RIGHT, 60.0), mark, look.MARK)


def _foot(sheet: Sheet, frame: Frame, page: str) -> None:
    sheet.rule((look.LEFT, look.FOOT), look.ROOM, look.LINE)
    base = look.FOOT + 36.6
    modules, path = codes.bars(frame.code)
    module = codes.bar_module(modules, look.ROOM / 2, _BAR_DOTS)
    code_left = look.RIGHT - modules * module
    sheet.fill((code_left, base - 8.2), (module, _BAR_HEIGHT), path)
    number = " · ".join(filter(None, (frame.number, frame.copy_mark)))
    sheet.write_right((look.RIGHT, base), number, look.SMALL)
    left = min(code_left, look.RIGHT - width(number, look.SMALL))
    lines = 2 if page else 3  # the page's number stands above them
    contact = wrap(frame.contact, look.SMALL, left - look.GAP - look.LEFT, lines)
    for above, line in enumerate(reversed(contact)):
        sheet.write((look.LEFT, base - above * 10), line, look.SMALL)
    if page:
        sheet.write((look.LEFT, look.FOOT + 13.0), page, look.SMALL)
