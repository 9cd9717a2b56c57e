"""What hangs beside the bench: who works here, what waits, how the printer is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from packstation.devices.printers import Printer
from packstation.domain.orders import Overview, Search
from packstation.domain.records import Parcel, Printing, PrintState
from packstation.domain.rule_reading import RulesLeftOut
from packstation.domain.shop import Packer, Shop
from packstation.station.typed import storable_text
from packstation.store.work import Work


class Noticeboard:
    """Reads only; each answer is true for the moment it was asked."""

    def __init__(
        self, open_reading: Callable[[], Work], shop: Shop, printer: Printer, slips: Path
    ) -> None:
        """``slips`` is the folder where slips go without a printer."""
        self._open_reading = open_reading
        self._shop = shop
        self._printer = printer
        self._slips = slips

    def look_at_rules(self) -> None:
        """Raises RulesLeftOut, when there are some that nobody can read."""
        with self._open_reading() as work:
            broken = work.settings.unreadable()
        if broken:
            raise RulesLeftOut(broken)

    def people(self) -> tuple[Packer, ...]:
        with self._open_reading() as work:
            return work.people.all()

    def overview(self, now: datetime, packer_id: int) -> Overview:
        here = now.astimezone(self._shop.zone)
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        with self._open_reading() as work:
            return work.queue.overview(now, midnight, packer_id)

    def search(self, text: str) -> Search:
        with self._open_reading() as work:
            return Search(text, work.searches.find(storable_text(text)))

    def printing(self) -> Printing:
        """How the printer stands, by the slips that are not out yet."""
        with self._open_reading() as work:
            standing = work.print_jobs.standing()
            doubt = None
            if PrintState.UNKNOWN in standing:
                found = work.print_jobs.in_doubt()
                doubt = None if found is None else Parcel(found[1], found[0])
        none = (0, "")
        failed, reason = standing.get(PrintState.FAILED, none)
        perhaps, why = standing.get(PrintState.UNKNOWN, none)
        return Printing(
            printer=self._printer.name,
            folder="" if self._printer.name else str(self._slips),
            waiting=standing.get(PrintState.QUEUED, none)[0],
            failed=failed,
            perhaps=perhaps,
            reason=reason or why,
            doubt=doubt,
        )
