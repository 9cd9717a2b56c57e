"""The owner's errands: which class of the station does what the office asks for."""

from collections.abc import Iterator
from datetime import datetime

from packstation.assemble import Opened
from packstation.devices.printers import Printer
from packstation.domain.office import MayNot
from packstation.domain.shop import Packer


class Office:
    """Does one errand at a time, on a thread of its own; see packstation.ui.bridge."""

    def __init__(self, opened: Opened, printer: Printer) -> None:
        self._opened = opened
        self._printer = printer

    def answer(
        self, errand: object, asked_by: Packer | None, now: datetime
    ) -> Iterator[object]:
        """What ``errand`` comes to, value by value: each is told to the page that asked.

        Nobody (None) may ask only while nobody works here yet. Raises what the errand raises.
        """
        del now
        if not self._may(asked_by):
            yield MayNot(errand)
            return
        match errand:
            case _:
                raise TypeError(errand)

    def stop(self) -> None:
        """Give up the errand that is being done, from another thread."""

    def _may(self, asked_by: Packer | None) -> bool:
        with self._opened.read() as work:
            people = work.people.all()
        if asked_by is None:
            return not people
        return any(it.id == asked_by.id and it.is_owner for it in people)
