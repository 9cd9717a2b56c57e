"""Signatures as ink."""

import re
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.domain.shop import Stroke
from packstation.slips.pen import ink
from tests.making import SIGNATURE

NUMBER = some.floats(-2, 2)


def _ends(path: str) -> list[tuple[float, float]]:
    """Where the pen passes, leaving out what only bends the line."""
    return [(float(x), float(y)) for x, y in re.findall(r"(\S+) (\S+) [mlc]", path)]


@given(strokes=some.lists(some.lists(some.tuples(NUMBER, NUMBER)).map(tuple)).map(tuple))
def test_ink_never_leaves_its_place(strokes: tuple[Stroke, ...]) -> None:
    ends = _ends(ink(strokes, 134, 37))
    assert all(-0.01 <= x <= 134.01 and -0.01 <= y <= 37.01 for x, y in ends)


def test_a_signature_starts_at_the_left_and_keeps_its_strokes_apart() -> None:
    path = ink(SIGNATURE, 134, 37)
    assert path.count(" m") == len(SIGNATURE)
    assert min(x for x, _ in _ends(path)) == 0


def test_up_on_the_pad_is_up_on_paper() -> None:
    (_, start), (_, end) = _ends(ink((((0.1, 0.3), (0.4, 0.1)),), 134, 37))
    assert end > start


@pytest.mark.parametrize("strokes", [(), ((),), (((nan, 0.1),),)])
def test_without_a_stroke_there_is_no_ink(strokes: tuple[Stroke, ...]) -> None:
    assert ink(strokes, 134, 37) == ""


def test_a_dot_is_a_dot() -> None:
    assert ink((((0.5, 0.1),),), 134, 37) == "0.00 0.00 m 0.00 0.00 l"
