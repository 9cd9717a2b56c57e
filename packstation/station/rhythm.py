"""Measures the shop's own rhythm beside the work: each month, and after a file came in."""

from collections.abc import Callable
from datetime import datetime

from packstation.domain.shop import Shop
from packstation.store.work import Work


class RhythmTaken:
    """How often people order here, taken now and then like a pulse."""

    def __init__(
        self, open_work: Callable[[], Work], open_reading: Callable[[], Work], shop: Shop
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._shop = shop

    def take(self, now: datetime) -> bool:
        """Whether there was anything new to measure."""
        with self._open_reading() as reading:  # it may take its time, and nobody waits for it
            found = reading.rhythm.news(now.astimezone(self._shop.zone))
        if found is None:
            return False
        with self._open_work() as work:
            work.rhythm.keep(found)
            work.commit()
        return True
