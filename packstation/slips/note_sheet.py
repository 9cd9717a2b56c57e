"""The morning's notes on paper: to copy by hand, each with a strip to put with its card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from packstation.domain.note_cards import CardState, NoteAhead
from packstation.slips import codes, look
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, SEMI_BOLD
from packstation.slips.letters import plain
from packstation.slips.measure import Style, fit, width, wrap
from packstation.slips.sheet import ONE_AT_A_TIME, Place, Sheet
from packstation.words.because import point
from packstation.words.cut_off import before
from packstation.words.words import Words

A4, A5 = "A4", "A5"
PILE: Final = 10
"""Cards that are written in a row."""

_MARGIN: Final = 34.0
_TOP: Final = 62.0
_INSIDE: Final = 12.0
_STRIP: Final = 52.0
"""The part with the code, which goes with the card."""
_BARS: Final = 27.0
_MOST_DOTS: Final = 3
_LEAST: Final = 7.5
"""Points: what is smaller nobody copies."""
_ENDLESS: Final = 60
_LEADING: Final = 1.3

_SHOP = Style(BOLD, 15, look.INK, -0.2)
_HINT = Style(REGULAR, 9, look.SOFT)
_NAME = Style(BOLD, 13, look.INK)
_LEAVES = Style(SEMI_BOLD, 9.5, look.INK)
_FACTS = Style(REGULAR, 9, look.SOFT)
_DRAFT = Style(REGULAR, 15, look.INK)
_GLOSS = Style(REGULAR, 7.7, look.SOFT)
_CODE = Style(REGULAR, 8.5, look.SOFT)


@dataclass(frozen=True, slots=True)
class _Form:
    """How many notes stand on a page of a size, and how large they are set."""

    size: Place
    on_page: int
    letters: float

    @property
    def high(self) -> float:
        return (self.size[1] - _TOP - 30.0) / self.on_page

    @property
    def room(self) -> float:
        return self.size[0] - 2 * _MARGIN


_FORMS: Final = {A4: _Form((595.28, 841.89), 3, 18.0), A5: _Form(look.A5, 2, 12.5)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOf:
    """Whose sheet it is; ``at`` is now, in the shop's zone."""

    shop: str
    at: datetime
    media: str = A4


def draw_notes(notes: Sequence[NoteAhead], of: SheetOf, words: Words) -> bytes:
    """``notes`` in their order, as PDF; ``words`` are those of whoever writes.

    The same notes at the same time give the same bytes.
    """
    form = _FORMS.get(of.media, _FORMS[A4])
    title = words("Notes to write · {shop}", shop=plain(of.shop))
    pages = [notes[n : n + form.on_page] for n in range(0, len(notes), form.on_page)] or [()]
    with ONE_AT_A_TIME:
        sheet = Sheet(form.size, title, words.language)
        for number, page in enumerate(pages):
            if number:
                sheet.turn()
            _head(sheet, form, title, words)
            for place, note in enumerate(page):
                corner = (_MARGIN, _TOP + place * form.high)
                nth = number * form.on_page + place
                _Block(sheet, form, corner, of.at, words).draw(note, nth)
            count = words("{page} / {pages}", page=number + 1, pages=len(pages))
            sheet.write_right((form.size[0] - _MARGIN, form.size[1] - 16.0), count, _HINT)
        return sheet.finish()


def _head(sheet: Sheet, form: _Form, title: str, words: Words) -> None:
    sheet.write((_MARGIN, 36.0), fit(title, _SHOP, form.room), _SHOP)
    hint = words("Copy by hand. Cut the strip off and put it with its card, or scan it here.")
    sheet.write((_MARGIN, 51.0), fit(hint, _HINT, form.room), _HINT)


@dataclass(frozen=True, slots=True)
class _Block:
    """The room of one note on its page."""

    sheet: Sheet
    form: _Form
    corner: Place
    at: datetime
    words: Words

    def draw(self, note: NoteAhead, nth: int) -> None:
        high = self.form.high - 8.0
        self.sheet.outline(self.corner, (self.form.room, high), look.PALE)
        y = self._headline(note)
        y = self._facts(note, y)
        floor = self.corner[1] + high - _STRIP
        gloss = wrap(plain(note.gloss), _GLOSS, self._wide, 4)
        self._draft(note, y, floor - 6.0 - len(gloss) * 9.6 - (5.0 if gloss else 0.0))
        for line, text in enumerate(gloss):
            below = floor - 6.0 - (len(gloss) - 1 - line) * 9.6
            self.sheet.write((self._left, below), text, _GLOSS)
        self._strip(note, nth, floor)

    @property
    def _left(self) -> float:
        return self.corner[0] + _INSIDE

    @property
    def _right(self) -> float:
        return self.corner[0] + self.form.room - _INSIDE

    @property
    def _wide(self) -> float:
        return self._right - self._left

    def _headline(self, note: NoteAhead) -> float:
        y = self.corner[1] + 19.0
        room = self._wide
        if note.leaves_at is not None:
            at = note.leaves_at.astimezone(self.at.tzinfo)
            said = before(at, self.at, self.words)
            self.sheet.write_right((self._right, y), said, _LEAVES)
            room -= width(said, _LEAVES) + 12.0
        called = plain(note.called) or self._order(note)
        self.sheet.write((self._left, y), fit(called, _NAME, room), _NAME)
        return y

    def _facts(self, note: NoteAhead, y: float) -> float:
        told = (point(it, self.words) for it in note.points)
        facts = " · ".join(plain(it) for it in told if it)
        for text in wrap(facts, _FACTS, self._wide, 3):
            y += 12.0
            self.sheet.write((self._left, y), text, _FACTS)
        return y

    def _draft(self, note: NoteAhead, y: float, floor: float) -> None:
        """As large as there is room for; it is cut rather than written into the strip."""
        text, style = plain(note.text), replace(_DRAFT, size=self.form.letters)
        y += 8.0
        lines = wrap(text, style, self._wide, _ENDLESS)
        while style.size > _LEAST and y + len(lines) * style.size * _LEADING > floor:
            style = replace(style, size=style.size - 0.5)
            lines = wrap(text, style, self._wide, _ENDLESS)
        room = max(1, int((floor - y) / (style.size * _LEADING)))
        for line in wrap(text, style, self._wide, room):
            y += style.size * _LEADING
            self.sheet.write((self._left, y), line, style)

    def _strip(self, note: NoteAhead, nth: int, top: float) -> None:
        self.sheet.outline((self.corner[0], top), (self.form.room, _STRIP), look.PALE)
        modules, path = codes.bars(note.code)
        module = codes.bar_module(modules, self._wide * 0.55, _MOST_DOTS)
        left = self._right - modules * module
        self.sheet.fill((left, top + 7.0 + _BARS), (module, _BARS), path)
        middle = left + modules * module / 2
        self.sheet.write_centred((middle, top + 45.0), note.code, _CODE)
        room = left - self._left - 14.0
        called = plain(note.called)
        self.sheet.write((self._left, top + 18.0), fit(self._order(note), _NAME, room), _NAME)
        self.sheet.write((self._left, top + 31.0), fit(called, _FACTS, room), _FACTS)
        pile = self.words("Pile {pile}, card {card}", pile=nth // PILE + 1, card=nth % PILE + 1)
        if note.state is CardState.WRITTEN:
            pile = f"{pile} · {self.words.p('a card', 'written')}"
        self.sheet.write((self._left, top + 43.0), fit(pile, _HINT, room), _HINT)

    def _order(self, note: NoteAhead) -> str:
        return self.words("Order {number}", number=plain(note.number))
