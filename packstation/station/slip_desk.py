"""Print the slips of sealed parcels; a jam never changes what was packed."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from packstation.devices.printers import Printer, PrinterTrouble
from packstation.domain import paper
from packstation.domain.events import ReprintScanned
from packstation.domain.outcomes import Outcome
from packstation.domain.printing import Trouble
from packstation.domain.records import PackingRecord, PrintState
from packstation.slips.press import SlipUndrawn
from packstation.store.wire import write_record
from packstation.store.work import Work


class Draws(Protocol):
    """Whoever draws slips: the press, or the room it works in."""

    def warm(self) -> None: ...

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        """The slip of a record as it is stored. Raises SlipUndrawn."""

    def close(self) -> None: ...


class SlipDesk:
    """Takes slips from the queue, one at a time, and hands them to the printer."""

    def __init__(self, open_work: Callable[[], Work], printer: Printer, press: Draws) -> None:
        self._open_work = open_work
        self._printer = printer
        self._press = press
        self._logos: dict[str, bytes] = {"": b""}

    def warm(self) -> None:
        """Have the press ready before the first slip needs it."""
        self._press.warm()

    def paper(self, record: PackingRecord, copy: int = 0) -> bytes:
        """The slip as PDF, in the customer's language. Raises SlipUndrawn."""
        return self._press.draw(*write_record(record), copy, self._logo(record.core.brand.logo))

    def _logo(self, name: str) -> bytes:
        """A name stands for one picture for ever, so each is read once."""
        if name not in self._logos:
            with self._open_work() as work:
                self._logos[name] = work.settings.logo(name)
        return self._logos[name]

    def close(self) -> None:
        self._press.close()

    def print_next(self, now: datetime) -> bool:
        """Print the slip that waits longest; False when none waits.

        A job is marked unknown before it is handed over: should the power fail right then,
        a person is asked whether the slip came out, and nothing prints twice by itself.
        """
        with self._open_work() as work:
            waiting = work.print_jobs.next()
            if waiting is None:
                return False
            job, record = waiting
            work.print_jobs.begin(job, now)
            work.commit()
        state, why, where = PrintState.SENT, "", ""
        try:
            where = self._printer.submit(self.paper(record, job.copy), job.slip_number).where
        except SlipUndrawn:
            state, why = PrintState.FAILED, str(Trouble.UNDRAWN)
        except PrinterTrouble as trouble:
            perhaps = trouble.trouble is Trouble.PERHAPS
            state = PrintState.UNKNOWN if perhaps else PrintState.FAILED
            why = trouble.reason
        with self._open_work() as work:
            work.print_jobs.mark(job, state, now, why, where)
            work.commit()
        return True

    def print_again(self, slip: str, reason: str, by: str, now: datetime) -> Outcome:
        """Queue the slip once more, asked for from outside the bench by ``by``."""
        with self._open_work() as work:
            asked = ReprintScanned(work.packings.of_slip(slip), reason, now)
            said, entries = paper.print_again(asked, by)
            for entry in entries:
                work.write(entry)
            work.commit()
        return said

    def retry(self, now: datetime) -> int:
        """Queue the slips that did not come out once more; answers how many."""
        with self._open_work() as work:
            again = work.print_jobs.retry(now)
            work.commit()
        return again
