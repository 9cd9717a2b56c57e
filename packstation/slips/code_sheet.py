"""Codes of the shop to print: badges to cut out, commands and touches for the wall."""

from collections.abc import Iterator
from dataclasses import dataclass

from packstation.slips import codes, look
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD
from packstation.slips.letters import plain
from packstation.slips.measure import Style, fit, wrap
from packstation.slips.sheet import ONE_AT_A_TIME, Place, Sheet
from packstation.words.words import Words

Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""A title and its cards, each a caption and a code."""

_A4 = (595.28, 841.89)
_MARGIN = 34.0
_ROOM = _A4[0] - 2 * _MARGIN
_TOP, _FLOOR = 78.0, 800.0
_CARD = (_ROOM / 2, 126.0)
_TITLE_HEIGHT = 34.0
_BETWEEN = 10.0
_BAR_HEIGHT = 50.0
_MOST_DOTS = 4
_QUIET = 20
"""Modules of white that a Code 128 needs, both sides together."""

_SHOP = Style(BOLD, 17, look.INK, -0.2)
_HINT = Style(REGULAR, 10, look.SOFT)
_TITLE = Style(BOLD, 13, look.INK)
_CAPTION = Style(BOLD, 19, look.INK)
_CODE = Style(REGULAR, 9, look.SOFT)


@dataclass(frozen=True, slots=True)
class _Card:
    caption: str
    code: str
    corner: Place


@dataclass(slots=True)
class _Page:
    titles: list[tuple[str, float]]
    cards: list[_Card]


def draw_codes(shop_name: str, groups: Groups, words: Words) -> bytes:
    """``groups`` as cards on A4 pages, as PDF; the same groups give the same bytes."""
    pages = list(_pages(groups))
    title = words("Codes of {shop}", shop=plain(shop_name))
    with ONE_AT_A_TIME:
        sheet = Sheet(_A4, title, words.language)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                sheet.turn()
            _head(sheet, title, words)
            for name, y in page.titles:
                sheet.write((_MARGIN, y), fit(name, _TITLE, _ROOM), _TITLE)
            for card in page.cards:
                _draw(sheet, card)
            count = words("{page} / {pages}", page=number, pages=len(pages))
            sheet.write_right((_A4[0] - _MARGIN, _FLOOR + 18), count, _HINT)
        return sheet.finish()


def _pages(groups: Groups) -> Iterator[_Page]:
    """Two cards side by side; where a group goes on, its title does too."""
    page, y = _Page([], []), _TOP
    for title, cards in groups:
        for row in range(0, len(cards), 2):
            heading = _TITLE_HEIGHT if row == 0 else 0.0
            if y + heading + _CARD[1] > _FLOOR:
                yield page
                page, y, heading = _Page([], []), _TOP, _TITLE_HEIGHT
            if heading:
                page.titles.append((plain(title), y + _TITLE_HEIGHT - 12.0))
                y += heading
            for side, (caption, code) in enumerate(cards[row : row + 2]):
                corner = (_MARGIN + _CARD[0] * side, y)
                page.cards.append(_Card(plain(caption), code, corner))
            y += _CARD[1]
        y += _BETWEEN
    yield page


def _head(sheet: Sheet, title: str, words: Words) -> None:
    sheet.write((_MARGIN, 44.0), fit(title, _SHOP, _ROOM), _SHOP)
    hint = words(
        "Print at 100 % and cut along the lines. A badge opens the bench: keep it like a key."
    )
    sheet.write((_MARGIN, 62.0), fit(hint, _HINT, _ROOM), _HINT)


def _draw(sheet: Sheet, card: _Card) -> None:
    x, y = card.corner
    middle, room = x + _CARD[0] / 2, _CARD[0] - 24.0
    sheet.outline(card.corner, _CARD, look.PALE)
    style = look.shrunk(card.caption, _CAPTION, room, 12.0)
    lines = wrap(card.caption, style, room, 2)
    base = y + 31.0 if len(lines) == 1 else y + 22.0
    for line, text in enumerate(lines):
        sheet.write_centred((middle, base + line * 15.0), text, style)
    modules, path = codes.bars(card.code)
    module = codes.bar_module(modules + _QUIET, _CARD[0] - 4.0, _MOST_DOTS)
    sheet.fill((middle - modules * module / 2, y + 99.0), (module, _BAR_HEIGHT), path)
    sheet.write_centred((middle, y + 114.0), card.code, _CODE)
