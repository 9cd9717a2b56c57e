"""When a key was pressed: events count milliseconds from a start of their own."""

from datetime import datetime, timedelta
from typing import Final

_QUIET_MS: Final = 5_000
_LOST: Final = timedelta(seconds=60)


class EventClock:
    """Turns the time of an event into a time of day.

    Between two events of one busy stretch exactly their own difference lies, however late
    they arrive; after a quiet moment the clock is set anew, so that it never drifts away.
    """

    def __init__(self) -> None:
        self._tick_ms = 0
        self._at: datetime | None = None

    def at(self, tick_ms: int, now: datetime) -> datetime:
        """The time of the event ``tick_ms``, which has arrived ``now`` (aware)."""
        passed_ms = (tick_ms - self._tick_ms) % 2**32
        if self._at is None or passed_ms > _QUIET_MS:
            self._at = now
        else:
            self._at += timedelta(milliseconds=passed_ms)
        if now - self._at > _LOST:
            self._at = now  # the machine slept, or its clock was set
        self._tick_ms = tick_ms
        return self._at
