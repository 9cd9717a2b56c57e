"""Bars and squares on paper, in whole dots of a label printer, so that they stay sharp."""

from itertools import groupby

import segno
from barcode.codex import Code128

DOT = 72 / 203
"""One dot of a printer of 203 dots an inch, in points. 300 and 600 an inch are finer."""
_MASK = 2
"""Of the eight patterns a QR may be laid over with, always the same: choosing takes longer
than drawing. Tests read it back from paper."""
_LEAST_DOTS = 3


def bars(code: str) -> tuple[int, str]:
    """``code`` as Code 128: its width in modules, and its bars, 1 high, as one PDF path."""
    modules = Code128(code).build()[0]
    return len(modules), " ".join(_stretches(modules, 0, "1"))


def bar_module(modules: int, room: float, most: int) -> float:
    """Points per module for a code that fits into ``room``: whole dots, at most ``most``."""
    return min(most, max(1, int(room / modules / DOT))) * DOT


def squares(link: str, room: float) -> tuple[int, float, str] | None:
    """``link`` as QR: modules a side, points per module, and the squares as one PDF path.

    None when ``link`` is too long to be read from a square of ``room`` points.
    """
    try:
        symbol = segno.make(link, error="m", micro=False, mask=_MASK)
    except segno.DataOverflowError:
        return None
    side = len(symbol.matrix)
    dots = int(room / side / DOT)
    if dots < _LEAST_DOTS:
        return None
    rows = ("".join(map(str, row)) for row in symbol.matrix)
    path = (it for y, row in enumerate(rows) for it in _stretches(row, side - 1 - y, "1"))
    return side, dots * DOT, " ".join(path)


def _stretches(modules: str, y: int, ink: str) -> list[str]:
    """The dark stretches of one row as rectangles of a PDF path."""
    x, path = 0, []
    for colour, group in groupby(modules):
        length = sum(1 for _ in group)
        if colour == ink:
            path.append(f"{x} {y} {length} 1 re")
        x += length
    return path
