"""The codes that were learned at the benches, and the way to forget one."""

from collections.abc import Callable

from packstation.domain.codes import LearnedCode
from packstation.station.readings import readings_of
from packstation.store.work import Work


class LearnedCodes:
    """What a parcel was packed by stays in its record, whatever is forgotten."""

    def __init__(self, open_work: Callable[[], Work]) -> None:
        self._open_work = open_work

    def all(self) -> tuple[LearnedCode, ...]:
        """The latest first."""
        with self._open_work() as work:
            return work.products.learned()

    def forget(self, typed: str) -> tuple[LearnedCode, ...]:
        """What is known no more; empty when nobody has learned such a code."""
        forms = readings_of(typed)[0].forms if readings_of(typed) else ()
        with self._open_work() as work:
            gone = tuple(it for it in work.products.learned() if it.code in forms)
            work.products.forget(forms)
            work.commit()
        return gone
