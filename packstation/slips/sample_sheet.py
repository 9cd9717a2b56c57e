"""The page of samples a scanner is checked with: each with a number, and its text beneath."""

from dataclasses import dataclass, replace
from typing import Final

from packstation.domain.scanner_check import SAMPLES, Sample
from packstation.slips import look
from packstation.slips.codes import bar_module
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD
from packstation.slips.letters import plain
from packstation.slips.measure import Style, fit, wrap
from packstation.slips.samples import path, shape
from packstation.slips.sheet import ONE_AT_A_TIME, Sheet
from packstation.words.words import Words

_TITLE: Final = Style(BOLD, 17, look.INK, -0.2)
_HINT: Final = Style(REGULAR, 10, look.SOFT)
_NUMBER: Final = Style(BOLD, 19, look.INK)
_CODE: Final = Style(REGULAR, 9, look.SOFT)
_QUIET: Final = 20
"""Modules of white that bars need, both sides together."""
_BESIDE: Final = 46.0
"""Room of the number."""


@dataclass(frozen=True, slots=True)
class _Form:
    size: tuple[float, float]
    margin: float
    high: float
    """Of the bars."""
    apart: float
    """Between the tops of two samples: so far that a scanner reads one of them."""
    square: float
    dots: int
    """Of a module at most, on a printer of 203 to the inch."""


MEDIA: Final = {
    "A4": _Form((595.28, 841.89), 40.0, 48.0, 98.0, 92.0, 4),
    "A5": _Form(look.A5, 28.0, 30.0, 63.0, 72.0, 3),
}


def draw_samples(media: str, words: Words) -> bytes:
    """One page of A4 or A5, as PDF; the same bytes each time."""
    form = MEDIA[media]
    title = words("Scanner check")
    with ONE_AT_A_TIME:
        sheet = Sheet(form.size, title, words.language)
        top = _head(sheet, form, title, words)
        bars = [it for it in SAMPLES if not it.optional]
        for place, sample in enumerate(bars):
            _draw_bars(sheet, form, sample, top + place * form.apart)
        top += len(bars) * form.apart
        squares = [it for it in SAMPLES if it.optional]
        step = (form.size[0] - 2 * form.margin) / len(squares)
        for place, sample in enumerate(squares):
            _draw_square(sheet, form, sample, (form.margin + place * step, top))
        only = words("Squares: only for a scanner that reads them.")
        sheet.write((form.margin, form.size[1] - form.margin), only, _HINT)
        return sheet.finish()


def _head(sheet: Sheet, form: _Form, title: str, words: Words) -> float:
    """Answers where the samples begin."""
    room = form.size[0] - 2 * form.margin
    sheet.write((form.margin, form.margin + 12), title, _TITLE)
    hint = words(
        "Print at 100 %. Open the page “Scanner” in the office, then scan these in any order."
    )
    lines = wrap(hint, _HINT, room, 2)
    for line, text in enumerate(lines, start=1):
        sheet.write((form.margin, form.margin + 14 + 14 * line), text, _HINT)
    return form.margin + 34 + 14 * len(lines)


def _draw_bars(sheet: Sheet, form: _Form, sample: Sample, top: float) -> None:
    drawn = shape(sample)
    modules = len(drawn.rows[0])
    left = form.margin + _BESIDE
    module = bar_module(modules + _QUIET, form.size[0] - form.margin - left, form.dots)
    base = top + form.high
    sheet.write((form.margin, top + form.high / 2 + 7), str(sample.number), _NUMBER)
    corner = (left + _QUIET / 2 * module, base)
    sheet.fill(corner, (module, form.high), path(drawn))
    text = f"{sample.symbol.value}   {plain(sample.shown)}"
    sheet.write((corner[0], base + 13), text, _CODE)


def _draw_square(
    sheet: Sheet, form: _Form, sample: Sample, corner: tuple[float, float]
) -> None:
    drawn = shape(sample)
    left, top = corner
    module = bar_module(len(drawn.rows), form.square, 2 * form.dots)
    side = module * len(drawn.rows)
    sheet.write((left, top + side / 2 + 7), str(sample.number), _NUMBER)
    left += _BESIDE + _QUIET / 4 * module
    sheet.fill((left, top + side), (module, module), path(drawn))
    room = form.size[0] / 2 - form.margin - _BESIDE
    small = look.shrunk(plain(sample.shown), replace(_CODE, size=7.5), room, 6.0)
    sheet.write((left, top + side + 12), fit(plain(sample.shown), small, room), small)
