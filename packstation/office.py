"""The owner's errands: which class of the station does what the office asks for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from packstation.assemble import Opened
from packstation.devices.printers import Printer
from packstation.domain.file_errands import FileErrand
from packstation.domain.first_hour import ComeIn, EnterOffice, LeaveOffice, StayOut
from packstation.domain.office import MayNot
from packstation.domain.people import AddPerson, ChangePin, PeopleShown
from packstation.domain.product_codes import CodeErrand
from packstation.domain.shop import Packer
from packstation.first_errands import FirstErrand, FirstErrands
from packstation.slips.press import Press
from packstation.station.catalogue import CatalogueIntake
from packstation.station.code_desk import CodeDesk
from packstation.station.file_desk import FileDesk
from packstation.station.intake import Intake
from packstation.station.label_papers import LabelPapers
from packstation.station.product_labels import ProductLabels
from packstation.store.catalogue import Shelves


def file_desk(opened: Opened) -> FileDesk:
    """Where a shop's files are looked at and brought in."""

    def now() -> datetime:
        return datetime.now(UTC)

    intake = Intake(opened.engine, opened.shop, now)
    catalogue = CatalogueIntake(opened.engine, opened.settings.pictures, now)
    return FileDesk(opened.engine, opened.shop, intake, catalogue)


def code_desk(opened: Opened, press: Press, printer: Callable[[], Printer]) -> CodeDesk:
    """Where the codes of products are looked after; ``printer`` is the one for sheets now."""
    labels = ProductLabels(opened.write, opened.shop)
    papers = LabelPapers(labels, press, printer, opened.settings.slips)
    shelves = Shelves(opened.engine)
    return CodeDesk(opened.write, opened.read, shelves, opened.shop, papers)


class Office:
    """Does one errand at a time, on a thread of its own; see packstation.ui.bridge."""

    def __init__(self, opened: Opened, printer: Printer, press: Press) -> None:
        self._opened = opened
        self._printer = printer
        self._inside: int | None = None
        """Whose PIN has opened the door."""
        self._files = file_desk(opened)
        self._first = FirstErrands(opened, press, lambda: datetime.now(UTC))
        self._codes = code_desk(opened, press, lambda: self._first.sheet_printer)

    def answer(
        self, errand: object, asked_by: Packer | None, now: datetime
    ) -> Iterator[object]:
        """What ``errand`` comes to, value by value: each is told to the page that asked.

        Nobody (None) may ask only while nobody works here yet. Raises what the errand raises.
        """
        match errand:
            case EnterOffice():
                yield self._enter(errand, asked_by, now)
            case LeaveOffice():
                self._inside = None
            case _ if not self._may(asked_by):
                yield MayNot(errand)
            case AddPerson() if asked_by is None:
                yield from self._begin(errand)
            case ChangePin(person_id) if asked_by is not None and person_id == asked_by.id:
                self._inside = asked_by.id  # a lock of one's own does not shut one out
                yield from self._first.answer(errand, asked_by)
            case _ if isinstance(errand, FirstErrand):
                yield from self._first.answer(errand, asked_by)
            case _ if isinstance(errand, CodeErrand):
                yield from self._codes.answer(errand, now)
            case _ if isinstance(errand, FileErrand):
                yield from self._files.answer(errand)
            case _:
                raise TypeError(errand)

    def stop(self) -> None:
        """Give up the errand that is being done, from another thread."""
        self._files.stop()

    def _may(self, asked_by: Packer | None) -> bool:
        """Asked anew each time: somebody may have left, or lost the right, meanwhile."""
        with self._opened.read() as work:
            people = work.people.all()
        if asked_by is None:
            return not people
        owner = next((it for it in people if it.id == asked_by.id and it.is_owner), None)
        return owner is not None and (not owner.has_pin or owner.id == self._inside)

    def _enter(
        self, errand: EnterOffice, asked_by: Packer | None, now: datetime
    ) -> ComeIn | StayOut:
        said = self._first.door.enter(errand, asked_by, now)
        if isinstance(said, ComeIn) and self._opened.settings.demo:
            said = ComeIn(said.packer)  # its PINs stand in the guide: they guard nothing
        self._inside = said.packer.id if isinstance(said, ComeIn) else None
        return said

    def _begin(self, errand: AddPerson) -> Iterator[object]:
        """Whoever is named first owns the shop, and is in the office already."""
        for news in self._first.answer(errand, None):
            yield news
            if isinstance(news, PeopleShown):
                self._inside = news.chosen
                with self._opened.read() as work:
                    yield from (ComeIn(it) for it in work.people.all())
