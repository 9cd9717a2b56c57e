"""A signature on a picture, followed with the pen once more: dark dots become strokes."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from packstation.domain.penned import MOST_STROKES, PAD_HEIGHT, Point, penned
from packstation.domain.shop import Stroke

Dot = tuple[int, int]

# Clockwise from above, as Zhang and Suen number them (CACM 27, 1984).
_AROUND: Final = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
_SHORTEST: Final = 4
"""Dots of a line: what is shorter is a speck, unless it is all there is."""
_MARGIN: Final = 0.04
"""Of the pad's width, left empty around."""


def traced(dark: Iterable[Dot]) -> tuple[Stroke, ...]:
    """The lines through ``dark`` dots (x, y), on a pad of 3 to 1; as a pen would draw them."""
    bones = _thinned(set(dark))
    lines = sorted(_lines(bones), key=len, reverse=True)
    long = [it for it in lines if len(it) >= _SHORTEST] or lines
    kept = sorted(long[:MOST_STROKES], key=min)
    return penned(_on_pad(kept))


def _thinned(dots: set[Dot]) -> set[Dot]:
    """``dots`` until every line is one dot wide."""
    while True:
        before = len(dots)
        for step in (0, 1):
            dots -= {it for it in dots if _is_rim(dots, it, step)}
        if len(dots) == before:
            return dots


def _is_rim(dots: set[Dot], dot: Dot, step: int) -> bool:
    """Whether ``dot`` may go: it is at the rim, no end, and holds nothing together."""
    x, y = dot
    n = [(x + dx, y + dy) in dots for dx, dy in _AROUND]
    if not 2 <= sum(n) <= 6:  # noqa: PLR2004 (neighbours, as in the paper)
        return False
    turns = sum(not a and b for a, b in zip(n, (*n[1:], n[0]), strict=True))
    above, right, below, left = n[0], n[2], n[4], n[6]
    if turns != 1:
        return False
    if step == 0:
        return not (above and right and below) and not (right and below and left)
    return not (above and right and left) and not (above and below and left)


def _lines(bones: set[Dot]) -> Iterator[list[Dot]]:
    """Each line from its end on; where lines cross, it goes on as straight as it can."""
    left = set(bones)
    ends = sorted(it for it in bones if len(_beside(it, bones)) == 1)
    for start in (*ends, *sorted(bones)):
        if start not in left:
            continue
        line = [start]
        left.discard(start)
        while ahead := _beside(line[-1], left):
            line.append(min(ahead, key=partial(_bend, tuple(line[-5:]))))
            left.discard(line[-1])
        yield [*_joint(line[:2], bones), *line, *_joint(line[:-3:-1], bones)]


def _joint(end: list[Dot], bones: set[Dot]) -> list[Dot]:
    """The dot of another line at which this one ends, so that no gap is left."""
    others = [it for it in _beside(end[0], bones) if it not in end]
    return others[:1]


def _beside(dot: Dot, dots: set[Dot]) -> list[Dot]:
    x, y = dot
    return [it for dx, dy in _AROUND if (it := (x + dx, y + dy)) in dots]


def _bend(back: tuple[Dot, ...], ahead: Dot) -> float:
    """How far ``ahead`` lies beside where the line ``back`` has been going."""
    x = back[-1][0] + (back[-1][0] - back[0][0]) / max(len(back) - 1, 1)
    y = back[-1][1] + (back[-1][1] - back[0][1]) / max(len(back) - 1, 1)
    return (ahead[0] - x) ** 2 + (ahead[1] - y) ** 2


def _on_pad(lines: list[list[Dot]]) -> list[list[Point]]:
    """``lines`` in the middle of the pad, as large as fits."""
    if not lines:
        return []
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    room = 1 - 2 * _MARGIN, PAD_HEIGHT - 2 * _MARGIN
    scale = min(room[0] / max(wide, 1), room[1] / max(high, 1))
    left, top = (1 - wide * scale) / 2, (PAD_HEIGHT - high * scale) / 2
    return [
        [(left + (x - min(xs)) * scale, top + (y - min(ys)) * scale) for x, y in line]
        for line in lines
    ]
