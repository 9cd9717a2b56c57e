"""What a pen drew becomes the strokes of a signature: smooth, small, on a pad of 3 to 1."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from math import hypot, isfinite
from typing import Final

from packstation.domain.shop import Stroke

Point = tuple[float, float]
PAD_HEIGHT: Final = 1 / 3
"""Of a pad that is 1 wide."""

MOST_STROKES: Final = 80
"""More lines than that are no signature; every record of a parcel keeps them all."""
MOST_POINTS: Final = 400
_STEP: Final = 0.007
"""Between two points of a stroke: a third of a millimetre on the slip."""
_DIGITS: Final = 4


def on_pad(x: float, y: float) -> Point:
    """The point of the pad that is nearest to a pen."""
    return min(max(x, 0.0), 1.0), min(max(y, 0.0), PAD_HEIGHT)


def penned(lines: Iterable[Sequence[Point]]) -> tuple[Stroke, ...]:
    """``lines``, as many points as a pen has told of, as strokes.

    The trembling of hand and pad is taken out, and points lie evenly: as many as show on
    paper, and never more than a record should carry. A tap is a dot.
    """
    smooth = list(islice(filter(None, map(_smooth, map(_seen, lines))), MOST_STROKES))
    room = MOST_POINTS - 2 * len(smooth)
    step = max(_STEP, sum(map(_length, smooth)) / room)
    return tuple(tuple(_rounded(_evenly(line, step))) for line in smooth)


def joined(strokes: tuple[Stroke, ...], line: Sequence[Point]) -> tuple[Stroke, ...]:
    """``strokes`` and behind them the ``line`` somebody has just drawn."""
    together = (*strokes, *penned((line,)))
    if len(together) > MOST_STROKES or sum(map(len, together)) > MOST_POINTS:
        return penned(together)
    return together


def _seen(line: Sequence[Point]) -> list[Point]:
    """``line`` on the pad, each point once."""
    kept: list[Point] = []
    for x, y in line:
        if isfinite(x) and isfinite(y) and on_pad(x, y) not in kept[-1:]:
            kept.append(on_pad(x, y))
    return kept


def _smooth(line: list[Point]) -> list[Point]:
    """Each point nearer to the middle of its neighbours; both ends stay."""
    for _ in range(2):
        inner = [
            (a[0] / 4 + b[0] / 2 + c[0] / 4, a[1] / 4 + b[1] / 2 + c[1] / 4)
            for a, b, c in zip(line, line[1:], line[2:], strict=False)
        ]
        line = [*line[:1], *inner, *line[-1:]] if len(line) > 1 else line
    return line


def _length(line: Sequence[Point]) -> float:
    return sum(_apart(a, b) for a, b in pairwise(line))


def _apart(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _evenly(line: list[Point], step: float) -> Iterator[Point]:
    """Points on ``line``, ``step`` apart; its beginning and its end among them."""
    yield line[0]
    ahead = step
    for a, b in pairwise(line):
        long = _apart(a, b)
        while ahead < long:
            share = ahead / long
            yield a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            ahead += step
        ahead -= long
    if len(line) > 1:
        yield line[-1]


def _rounded(line: Iterable[Point]) -> Iterator[Point]:
    for x, y in line:
        yield round(x, _DIGITS), round(y, _DIGITS)
