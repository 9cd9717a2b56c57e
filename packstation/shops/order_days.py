"""Which days an order can have been placed on: not before the net, and not ahead of us."""

from datetime import UTC, datetime, timedelta
from typing import Final

_FIRST_SHOP: Final = datetime(1995, 1, 1, tzinfo=UTC)
_A_DAY: Final = timedelta(days=1)


class OrderDays:
    """Asked of every line, so it compares texts as a FileLine has them."""

    def __init__(self, now: datetime) -> None:
        self._first, self._latest = _written(_FIRST_SHOP), _written(now + _A_DAY)

    def is_odd(self, at: str) -> bool:
        """False where the file does not say when."""
        return bool(at) and not self._first < at < self._latest


def _written(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}.000000"
