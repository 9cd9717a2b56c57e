"""What a pen drew, as the strokes a record can carry."""

from itertools import pairwise
from math import dist, inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.domain.penned import (
    MOST_POINTS,
    MOST_STROKES,
    PAD_HEIGHT,
    Point,
    joined,
    penned,
)

NUMBERS = some.floats(allow_nan=True, allow_infinity=True, width=32) | some.floats(0, 1)
LINES = some.lists(some.lists(some.tuples(NUMBERS, NUMBERS), max_size=12), max_size=12)


@given(LINES)
def test_no_pen_ever_leaves_the_pad_or_fills_a_record(lines: list[list[Point]]) -> None:
    strokes = penned(lines)

    points = [point for stroke in strokes for point in stroke]
    assert len(strokes) <= MOST_STROKES
    assert len(points) <= MOST_POINTS
    assert all(0 <= x <= 1 and 0 <= y <= round(PAD_HEIGHT, 4) for x, y in points)


@given(LINES, some.lists(some.tuples(some.floats(0, 1), some.floats(0, 0.33)), max_size=40))
def test_a_signature_stays_small_however_long_somebody_goes_on(
    lines: list[list[Point]], line: list[Point]
) -> None:
    strokes = joined(penned(lines), line)

    assert len(strokes) <= MOST_STROKES
    assert sum(map(len, strokes)) <= MOST_POINTS


def test_of_a_scribble_only_so_much_is_kept() -> None:
    line = [(x % 97 / 97, x % 31 / 93) for x in range(1000)]

    strokes = penned([line] * 200)

    assert len(strokes) == MOST_STROKES
    assert sum(map(len, strokes)) <= MOST_POINTS


def test_what_is_signed_already_stays_as_it_is() -> None:
    first = penned([[(0.1, 0.1), (0.4, 0.2)]])

    assert joined(first, [(0.5, 0.1), (0.5, 0.3)])[:1] == first


def test_points_lie_evenly_along_the_line() -> None:
    (stroke,) = penned([[(0.1, 0.1), (0.101, 0.1), (0.3, 0.1), (0.9, 0.2)]])

    gaps = [dist(a, b) for a, b in pairwise(stroke)][:-1]
    assert max(gaps) - min(gaps) < 0.002
    assert stroke[0] == (0.1, 0.1)
    assert stroke[-1] == (0.9, 0.2)


def test_the_trembling_of_a_hand_is_taken_out() -> None:
    (stroke,) = penned([[(x / 100, 0.2 + 0.004 * (x % 2)) for x in range(10, 90)]])

    middle = [y for _, y in stroke[5:-5]]
    assert max(middle) - min(middle) < 0.001


def test_a_tap_is_a_dot() -> None:
    assert penned([[(0.5, 0.1), (0.5, 0.1)]]) == (((0.5, 0.1),),)


@pytest.mark.parametrize("lines", [[], [[]], [[(nan, 0.1)]], [[(0.5, inf)]]])
def test_without_a_line_there_is_no_signature(lines: list[list[Point]]) -> None:
    assert penned(lines) == ()


def test_dots_without_end_are_no_signature_either() -> None:
    dots = tuple(((x / 100, 0.1),) for x in range(MOST_STROKES))

    assert len(joined(dots, [(0.95, 0.3)])) == MOST_STROKES
