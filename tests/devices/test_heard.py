"""One code as it came: its keys in order, its ending, its slowest pause."""

import pytest

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.heard import heard
from packstation.devices.wedge import Key, Kind
from packstation.domain.scanner_findings import Ending

ENTER, TAB = Kind.ENTER, Kind.TAB


def _keys(text: str, *endings: Kind, pace: int = 4) -> list[Key]:
    typed = [Key(it, it, n * pace) for n, it in enumerate(text)]
    return typed + [Key("", "", (len(text) + n) * pace, it) for n, it in enumerate(endings)]


def test_a_letter_that_overtook_others_goes_back_to_its_place() -> None:
    one, two, three, four, enter = _keys("ORDS", ENTER)

    assert heard([one, four, two, three, enter]).text == "ORDS"


@pytest.mark.parametrize(
    "kinds, ending",
    [
        ((ENTER,), Ending.ENTER),
        ((ENTER, ENTER), Ending.CR_LF),
        ((TAB,), Ending.TAB),
        ((), Ending.NONE),
        ((TAB, ENTER), Ending.SEVERAL),
        ((ENTER, ENTER, ENTER), Ending.SEVERAL),
    ],
)
def test_its_ending_is_what_follows_the_letters(
    kinds: tuple[Kind, ...], ending: Ending
) -> None:
    came = heard(_keys("ORD-1", *kinds))

    assert (came.text, came.ending) == ("ORD-1", ending)


def test_a_late_enter_is_no_pause_within_the_code() -> None:
    keys = [*_keys("ORD-1"), Key("", "", 400, ENTER)]

    assert heard(keys).pause_ms == 4


def test_what_the_system_says_of_keys_counts_more_than_the_letters() -> None:
    assert heard(_keys("ORD'1", ENTER), "ORD-1\t").us == "ORD-1"
    assert heard([Key(it, "", 0) for it in "ORD'1"]).us is None


@pytest.mark.parametrize(
    "habits, found",
    [
        (ScannerHabits(), ()),
        (ScannerHabits(gap_ms=60), ("*ORD-1",)),
        (ScannerHabits(gap_ms=60, prefix="*"), ("ORD-1",)),
        (ScannerHabits(gap_ms=60, prefix="*", suffix=Suffix.TAB), ("ORD-1",)),
    ],
)
def test_the_bench_would_get_it_as_its_habits_are(
    habits: ScannerHabits, found: tuple[str, ...]
) -> None:
    came = heard(_keys("*ORD-1", TAB, pace=50))

    assert came.through(habits)[:1] == found
