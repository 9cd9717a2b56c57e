"""Events keep their own distance, however late they arrive."""

from datetime import UTC, datetime, timedelta

import pytest

from packstation.devices.event_clock import EventClock

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MS = timedelta(milliseconds=1)


def test_two_events_lie_apart_as_they_happened_not_as_they_arrived() -> None:
    clock = EventClock()

    first = clock.at(7_000, NOON)
    second = clock.at(7_030, NOON + 400 * MS)

    assert first == NOON
    assert second - first == 30 * MS


@pytest.mark.parametrize("later", [timedelta(seconds=5.001), timedelta(hours=9)])
def test_after_a_quiet_moment_the_time_of_day_counts_again(later: timedelta) -> None:
    clock = EventClock()
    clock.at(7_000, NOON)

    assert clock.at(7_000 + later // MS, NOON + later + 3 * MS) == NOON + later + 3 * MS


def test_a_machine_that_slept_does_not_live_in_yesterday() -> None:
    clock = EventClock()
    clock.at(7_000, NOON)
    morning = NOON + timedelta(hours=20)

    assert clock.at(8_000, morning) == morning


def test_the_clock_of_x_may_begin_again() -> None:
    clock = EventClock()
    clock.at(2**32 - 10, NOON)

    assert clock.at(20, NOON) == NOON + 30 * MS
