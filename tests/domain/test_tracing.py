"""Dark dots of a picture, as the strokes a pen would have made."""

from math import dist

from hypothesis import given
from hypothesis import strategies as some

from packstation.domain.penned import MOST_POINTS, MOST_STROKES, PAD_HEIGHT
from packstation.domain.tracing import traced

DOTS = some.sets(some.tuples(some.integers(0, 30), some.integers(0, 12)), max_size=200)


def test_a_thick_line_becomes_one_stroke_from_end_to_end() -> None:
    bar = {(x, y) for x in range(100) for y in range(7)}

    (stroke,) = traced(bar)

    assert dist(stroke[0], stroke[-1]) > 0.85
    assert max(y for _, y in stroke) - min(y for _, y in stroke) < 0.03


def test_a_cross_keeps_its_lines_straight() -> None:
    cross = {(x, x + w) for x in range(60) for w in range(3)} | {
        (60 - x, x + w) for x in range(60) for w in range(3)
    }

    strokes = traced(cross)

    longest = max(strokes, key=len)
    (left, top), (right, bottom) = min(longest), max(longest)
    assert abs(abs(bottom - top) - (right - left)) < 0.1


def test_a_ring_is_closed() -> None:
    ring = {
        (x, y)
        for x in range(-40, 41)
        for y in range(-40, 41)
        if 34**2 <= x * x + y * y <= 38**2
    }

    strokes = traced(ring)

    longest = max(strokes, key=len)
    assert dist(longest[0], longest[-1]) < 0.05


def test_a_speck_beside_a_line_is_left_out() -> None:
    line = {(x, y) for x in range(100) for y in range(3)}

    assert len(traced(line | {(50, 30), (51, 30)})) == 1


def test_no_dot_is_no_signature() -> None:
    assert traced(()) == ()


@given(DOTS)
def test_any_dots_become_strokes_on_the_pad(dots: set[tuple[int, int]]) -> None:
    strokes = traced(dots)

    points = [point for stroke in strokes for point in stroke]
    assert bool(strokes) is bool(dots)
    assert len(strokes) <= MOST_STROKES
    assert len(points) <= MOST_POINTS
    assert all(0 <= x <= 1 and 0 <= y <= round(PAD_HEIGHT, 4) for x, y in points)
