"""When a parcel leaves, told by the clock of whoever reads it."""

from datetime import datetime, timedelta

import pytest

from packstation.places import resources
from packstation.words.cut_off import before, leaves, moment
from packstation.words.words import load
from tests.making import NOON

ENGLISH = load("en", resources())
"""NOON is eight past twelve on a Sunday."""


@pytest.mark.parametrize(
    "at, said",
    [
        (NOON + timedelta(minutes=52), "Leaves at 13:00 · 52 min"),
        (NOON + timedelta(minutes=125), "Leaves at 14:13 · 2 h 05 min"),
        (NOON - timedelta(minutes=12), "Leaves at 11:56 · 12 min late"),
        (NOON + timedelta(days=1), "Leaves tomorrow at 12:08"),
        (NOON + timedelta(days=2), "Leaves on Tuesday at 12:08"),
        (NOON + timedelta(days=7), "Leaves on 29 November at 12:08"),
        (NOON - timedelta(days=1), "It was to leave on 21 November"),
    ],
)
def test_the_cut_off_is_told_with_what_is_left(at: datetime, said: str) -> None:
    assert leaves(at, NOON, ENGLISH) == said


@pytest.mark.parametrize(
    "days, said, short",
    [
        (0, "before 12:08", "12:08"),
        (1, "before tomorrow at 12:08", "tomorrow 12:08"),
        (2, "before Tuesday at 12:08", "Tue 12:08"),
        (6, "before Saturday at 12:08", "Sat 12:08"),
        (7, "before 29 November at 12:08", "29 November"),
        (-1, "before 21 November at 12:08", "yesterday 12:08"),
        (-3, "before 19 November at 12:08", "19 November"),
    ],
)
def test_another_day_is_always_named(days: int, said: str, short: str) -> None:
    at = NOON + timedelta(days=days)
    assert before(at, NOON, ENGLISH) == said
    assert moment(at, NOON, ENGLISH) == short
