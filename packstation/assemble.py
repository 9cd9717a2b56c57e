"""The one place where the parts are put together: database, station, desk and printer."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from tempfile import gettempdir
from types import ModuleType
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from packstation import own_program
from packstation.arguments import DRAW_SLIPS
from packstation.devices.printers import Printer, find_printer
from packstation.domain.bench import Bench, Packing
from packstation.domain.decisions import Explained
from packstation.domain.note_cards import CardTold, SheetOut, Table, TellCard
from packstation.domain.note_sheet import NoteSheet
from packstation.domain.orders import Overview, Search
from packstation.domain.packing import Step
from packstation.domain.picking import PickingErrand
from packstation.domain.records import Parcel, Printing
from packstation.domain.safe_keeping import BeingCopied, Interrupted
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import Packer, Shop
from packstation.domain.surprises import Offered
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.slips.press import Press
from packstation.station.lookup import Lookup
from packstation.station.note_desk import NoteDesk
from packstation.station.note_sheets import NoteSheets
from packstation.station.note_table import NoteTable
from packstation.station.noticeboard import Noticeboard
from packstation.station.picking import PickingDesk, PickingPapers
from packstation.station.rhythm import RhythmTaken
from packstation.station.safe_keeping import SafeKeeping
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from packstation.station.surprises import Surprises
from packstation.store.disk import refuse_share
from packstation.store.engine import open_engine, reading
from packstation.store.leftovers import left_behind
from packstation.store.server import take_seat
from packstation.store.upgrade import is_current
from packstation.store.work import Work
from packstation.words.note_pools import load_pools

Progress = Callable[[float], None]


class DatabaseClosed(Exception):
    """The database cannot be opened; the text is the driver's own reason."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A shop's database, ready to be worked with."""

    settings: BenchSettings
    engine: Engine
    shop: Shop

    def write(self) -> Work:
        return Work(self.engine, self.settings.bench)

    def read(self) -> Work:
        return Work(reading(self.engine), self.settings.bench)

    def shop_by_now(self) -> Shop:
        """Read again: its owner may have changed it since."""
        with self.read() as work:
            return work.settings.shop() or self.shop


def open_shop(settings: BenchSettings, progress: Progress = lambda _: None) -> Opened:
    """Open the database, bring it up to date, and found the shop if it is new.

    What a killed import left goes first, or is finished when it had been decided.

    Raises DatabaseClosed, NewerDatabaseError of packstation.store.upgrade, UnsuitableDatabase
    of packstation.store.server, or one of the KeepingStopped family when it lies on a share or
    cannot be copied before an upgrade.
    """
    try:
        refuse_share(settings.database)
        engine = open_engine(settings.database)
        if not is_current(engine):
            _first_day().upgrade(settings, engine)
        with Work(reading(engine), settings.bench) as work:
            shop = work.settings.shop()
        if shop is not None and shop.new_commands:
            shop = _first_day().know_all_commands(engine)
        if shop is not None and left_behind(engine, Path(gettempdir())):
            _first_day().clear_up(engine, shop)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseClosed(str(error)) from error
    except DatabaseError as error:
        raise DatabaseClosed(str(error.orig)) from error
    return Opened(settings, engine, shop or _first_day().found_shop(settings, engine, progress))


def _first_day() -> ModuleType:
    # Alembic and the demo shop's generator are needed once in a shop's life: 15 MB and half a
    # second that no ordinary morning pays.
    from packstation import first_day

    return first_day


class Office(Protocol):
    """See packstation.office: it loads when the owner first asks for something."""

    def answer(
        self, errand: object, asked_by: Packer | None, now: datetime
    ) -> Iterator[object]: ...
    def stop(self) -> None: ...


def _open_office(opened: Opened, printer: Printer, press: Press) -> Office:
    # Catalogues, pictures and profiles: an owner's hour a week, which no bench pays for.
    from packstation import office

    return office.Office(opened, printer, press)


def _practice() -> ModuleType:
    # As the office: nobody practises on an ordinary morning.
    from packstation import practice

    return practice


class BenchParts:
    """Everything the window works with, behind one door: see packstation.ui.bridge.Parts."""

    def __init__(
        self,
        opened: Opened,
        printer: Printer,
        leave: Callable[[], None] = lambda: None,
        stand_up: Callable[[], None] = lambda: None,
    ) -> None:
        """``leave`` is called last; ``stand_up`` leaves the bench to another window."""
        self._leave, self._stand_up = leave, stand_up
        self._opened, self._printer = opened, printer
        self.shop = opened.shop
        self.name = opened.settings.bench
        self._notes = NoteDesk(opened.read, opened.shop, partial(load_pools, resources()))
        self._station = Station(opened.write, opened.shop, self.name, self._notes.in_short)
        self._board = Noticeboard(opened.read, opened.shop, printer, opened.settings.slips)
        press, media = _press(), opened.settings.media
        self._desk = SlipDesk(opened.write, printer, press)
        self._table = note_table(opened)
        self._lookup = Lookup(opened.read, opened.shop)
        self._surprises = Surprises(opened.read, opened.shop)
        self._sheets = NoteSheets(printer, press, opened.shop, media)
        desk = PickingDesk(opened.write, opened.read, opened.shop)
        self._picking = PickingPapers(desk, printer, press, opened.shop, media)
        self._rhythm = RhythmTaken(opened.write, opened.read, opened.shop)
        self._keeping = SafeKeeping(opened.engine, opened.settings.home)
        self._open_office = partial(_open_office, opened, printer, press)

    @cached_property
    def _office(self) -> Office:
        return self._open_office()

    def resume(self, now: datetime) -> Bench:
        self._station.resume()
        return self._station.lock_if_left(now)

    def receive(self, given: Scan | Command) -> Step | None:
        return self._station.receive(given)

    def follow_up(self, now: datetime) -> Step | None:
        return self._station.follow_up(now)

    def people(self) -> tuple[Packer, ...]:
        return self._board.people()

    def overview(self, now: datetime, packer_id: int) -> Overview:
        return self._board.overview(now, packer_id)

    def search(self, text: str) -> Search:
        return self._board.search(text)

    def read_phrases(self) -> None:
        """And see to it that every rule can be read as well. Raises RulesLeftOut."""
        self._notes.warm()
        self._board.look_at_rules()

    def drafts(self, order_id: int, another: int, now: datetime) -> NoteSheet | None:
        return self._notes.sheet(self._station.bench, order_id, another, now)

    def parcel(self, order_id: int) -> Parcel | None:
        return self._lookup.parcel(order_id)

    def why(self, order_id: int) -> Explained | None:
        return self._lookup.explained(order_id)

    def offered(self, bench: Packing, now: datetime) -> Offered:
        return self._surprises.offered(bench, now)

    def lay_table(self, packer: Packer, now: datetime) -> Table:
        return self._table.begin(packer, now)

    def lay_more(self, table: Table, now: datetime) -> Table:
        return self._table.go_on(table, now)

    def tell_card(self, told: TellCard, now: datetime) -> CardTold:
        return self._table.tell(told, now)

    def print_notes(self, table: Table, now: datetime) -> SheetOut:
        return self._sheets.print(table, now)

    def printing(self) -> Printing:
        return self._board.printing()

    def warm(self) -> None:
        self._desk.warm()

    def print_next(self, now: datetime) -> bool:
        return self._desk.print_next(now)

    def retry_printing(self, now: datetime) -> int:
        return self._desk.retry(now)

    def run_errand(
        self, errand: object, asked_by: Packer | None, now: datetime
    ) -> Iterator[object]:
        if isinstance(errand, PickingErrand):  # whoever packs here may ask for it
            return self._picking.answer(errand, now)
        return self._office.answer(errand, asked_by, now)

    def stop_errand(self) -> None:
        if "_office" in self.__dict__:
            self._office.stop()

    def practise(self, packer: Packer) -> "BenchParts":
        """A bench of its own for ``packer``, with one parcel that never counts."""
        parts: BenchParts = _practice().for_packer(self._opened, packer)
        return parts

    def keep_safe(self, now: datetime) -> None:
        self._rhythm.take(now)
        with suppress(BeingCopied, Interrupted):
            if self._keeping.due(now):
                self._keeping.keep(now)

    def stop_keeping(self) -> None:
        self._keeping.stop()

    def give_up_seat(self) -> None:
        """Another window may stand at this bench, while this one still ends its paper."""
        self._stand_up()

    def close(self) -> None:
        self._desk.close()
        self._leave()


def note_table(opened: Opened) -> NoteTable:
    """Where notes are written ahead, in the window and by command alike."""
    return NoteTable(opened.write, opened.read, opened.shop, partial(load_pools, resources()))


def open_desk(opened: Opened) -> SlipDesk:
    """Where a command prints slips, as the bench does."""
    settings = opened.settings
    printer = find_printer(settings.printer, settings.media, settings.slips)
    return SlipDesk(opened.write, printer, _press())


def _press() -> Press:
    """Our own program, told to draw."""
    return Press(own_program.command(DRAW_SLIPS))


def open_bench(settings: BenchSettings, progress: Progress) -> BenchParts:
    """Open the shop and stand at its bench. Raises as open_shop does, or BenchTaken."""
    opened = open_shop(settings, progress)
    with ExitStack() as so_far:
        so_far.callback(opened.engine.dispose)
        try:
            seat = so_far.enter_context(take_seat(opened.engine, settings.bench))
        except DatabaseError as error:
            raise DatabaseClosed(str(error.orig)) from error
        printer = find_printer(settings.printer, settings.media, settings.slips)
        return BenchParts(opened, printer, so_far.pop_all().close, seat.close)
