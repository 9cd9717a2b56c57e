"""Labels for things that carry no code: to stick on or to cut, sharp on any printer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from packstation.domain.product_labels import PaperLabels, ProductLabel
from packstation.slips import codes, look
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, SEMI_BOLD
from packstation.slips.letters import plain
from packstation.slips.measure import Style, fit, width, wrap
from packstation.slips.sheet import ONE_AT_A_TIME, Place, Sheet
from packstation.words.words import Words

_A4: Final = (595.28, 841.89)
# 21 labels of 63.5 x 38.1 mm, 2.5 mm between columns: the commonest sheet of self-adhesive
# labels in Europe (Avery L7160, Apli 01277). Its margins are wide enough for any printer.
_LABEL: Final = (180.0, 108.0)
_COLUMNS, _ROWS = 3, 7
_STEP: Final = 187.2
_LEFT: Final = (_A4[0] - 2 * _STEP - _LABEL[0]) / 2
_TOP: Final = (_A4[1] - _ROWS * _LABEL[1]) / 2
_PAGE: Final = _COLUMNS * _ROWS

_PADDING: Final = 9.0
_ROOM: Final = _LABEL[0] - 2 * _PADDING
_FIRST, _LEADING = 15.0, 11.3
_BARS: Final = (_LABEL[0] - 4.0, 31.0)
_MOST_DOTS: Final = 3
_QUIET: Final = 20
"""Modules of white that a Code 128 needs, both sides together."""
_BETWEEN: Final = 8.0

_NAME: Final = Style(SEMI_BOLD, 9.4, look.INK)
_VARIANT: Final = Style(REGULAR, 8.6, look.INK)
_CODE: Final = Style(REGULAR, 7.4, look.INK)
_SKU: Final = Style(REGULAR, 7.4, look.SOFT)
_PLACE: Final = Style(BOLD, 10.2, look.INK)
_HINT: Final = Style(REGULAR, 8, look.SOFT)


@dataclass(frozen=True, slots=True)
class _Cell:
    label: ProductLabel
    corner: Place


def draw_labels(paper: PaperLabels, words: Words) -> bytes:
    """Labels on A4, 21 to a page, as PDF; the same labels give the same bytes."""
    title = words("Product labels of {shop}", shop=plain(paper.shop))
    count = max(1, -(-len(paper.labels) // _PAGE))
    with ONE_AT_A_TIME:
        sheet = Sheet(_A4, title, words.language)
        for number in range(count):
            if number:
                sheet.turn()
            _margin(sheet, title, words)
            pages = words("{page} / {pages}", page=number + 1, pages=count)
            sheet.write_right((_A4[0] - _LEFT - _PADDING, _TOP - 16.0), pages, _HINT)
            for cell in _cells(paper.labels[number * _PAGE : (number + 1) * _PAGE]):
                _draw(sheet, cell)
        return sheet.finish()


def _cells(labels: Sequence[ProductLabel]) -> Iterator[_Cell]:
    for place, label in enumerate(labels):
        row, column = divmod(place, _COLUMNS)
        yield _Cell(label, (_LEFT + column * _STEP, _TOP + row * _LABEL[1]))


def _margin(sheet: Sheet, title: str, words: Words) -> None:
    hint = words("{title}. Print at 100 %: 21 labels of 63.5 x 38.1 mm", title=title)
    room = _A4[0] - 2 * _LEFT - 70.0
    sheet.write((_LEFT + _PADDING, _TOP - 16.0), fit(hint, _HINT, room), _HINT)


def _draw(sheet: Sheet, cell: _Cell) -> None:
    (x, y), label = cell.corner, cell.label
    sheet.outline(cell.corner, _LABEL, look.LINE)
    left, middle = x + _PADDING, x + _LABEL[0] / 2
    variant = plain(label.variant)
    lines = wrap(plain(label.name), _NAME, _ROOM, 2)
    for line, text in enumerate(lines):
        sheet.write((left, y + _FIRST + line * _LEADING), text, _NAME)
    if variant:
        below = y + _FIRST + len(lines) * _LEADING
        sheet.write((left, below), fit(variant, _VARIANT, _ROOM), _VARIANT)
    _draw_code(sheet, label.code, (middle, y + 43.0))
    _draw_foot(sheet, label, (left, y + 100.0))


def _draw_code(sheet: Sheet, code: str, top: Place) -> None:
    middle, y = top
    modules, path = codes.bars(code)
    module = codes.bar_module(modules + _QUIET, _BARS[0], _MOST_DOTS)
    corner = (middle - modules * module / 2, y + _BARS[1])
    sheet.fill(corner, (module, _BARS[1]), path)
    sheet.write_centred((middle, y + _BARS[1] + 8.5), code, _CODE)


def _draw_foot(sheet: Sheet, label: ProductLabel, at: Place) -> None:
    """Where it lies, large enough to find it; what is left of the line is for the SKU."""
    left, y = at
    place = fit(plain(label.place), _PLACE, _ROOM * 0.6)
    taken = width(place, _PLACE) + _BETWEEN if place else 0.0
    sheet.write((left, y), fit(plain(label.sku), _SKU, _ROOM - taken), _SKU)
    sheet.write_right((left + _ROOM, y), place, _PLACE)
