"""Everybody signs with a hand of one's own, inside the box the slip has for it."""

import pytest

from packstation.demo.signatures import signature
from packstation.demo.team import TEAM

NAMES = [name for name, *_ in TEAM]


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_stays_inside_its_box(name: str) -> None:
    points = [point for stroke in signature(name) for point in stroke]
    assert min(x for x, _ in points) >= 0
    assert max(x for x, _ in points) <= 1
    assert min(y for _, y in points) >= 0
    assert max(y for _, y in points) <= 1 / 3


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_has_strokes_long_enough_to_be_drawn(name: str) -> None:
    strokes = signature(name)
    assert strokes
    assert min(map(len, strokes)) > 5


def test_no_two_people_sign_alike() -> None:
    assert len({signature(name) for name in NAMES}) == 5


def test_who_never_signed_has_no_signature() -> None:
    assert signature("Nadie") == ()
