"""The one place where the parts are put together: database, station, desk and printer."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from packstation.arguments import DRAW_SLIPS
from packstation.devices.printers import Printer, find_printer
from packstation.domain.bench import Bench
from packstation.domain.orders import Overview, Search
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.domain.safe_keeping import BeingCopied, Interrupted
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import Packer, Shop
from packstation.settings import BenchSettings
from packstation.slips.press import Press
from packstation.station.noticeboard import Noticeboard
from packstation.station.safe_keeping import SafeKeeping
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from packstation.store.disk import refuse_share
from packstation.store.engine import open_engine, reading
from packstation.store.upgrade import is_current
from packstation.store.work import Work

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


def open_shop(settings: BenchSettings, progress: Progress = lambda _: None) -> Opened:
    """Open the database, bring it up to date, and found the shop if it is new.

    Raises DatabaseClosed, NewerDatabaseError of packstation.store.upgrade, or one of the
    KeepingStopped family when it lies on a share or cannot be copied before an upgrade.
    """
    try:
        refuse_share(settings.database)
        engine = open_engine(settings.database)
        if not is_current(engine):
            _first_day().upgrade(settings, engine)
        with Work(reading(engine), settings.bench) as work:
            shop = work.settings.shop()
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


class BenchParts:
    """Everything the window works with, behind one door: see packstation.ui.bridge.Parts."""

    def __init__(self, opened: Opened, printer: Printer) -> None:
        self.shop = opened.shop
        self.name = opened.settings.bench
        self._station = Station(opened.write, opened.shop, self.name)
        self._board = Noticeboard(opened.read, opened.shop, printer, opened.settings.slips)
        self._desk = SlipDesk(opened.write, printer, _press())
        self._keeping = SafeKeeping(opened.engine, opened.settings.home)

    def resume(self) -> Bench:
        return self._station.resume()

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

    def printing(self) -> Printing:
        return self._board.printing()

    def warm(self) -> None:
        self._desk.warm()

    def print_next(self, now: datetime) -> bool:
        return self._desk.print_next(now)

    def retry_printing(self, now: datetime) -> int:
        return self._desk.retry(now)

    def keep_safe(self, now: datetime) -> None:
        with suppress(BeingCopied, Interrupted):
            if self._keeping.due(now):
                self._keeping.keep(now)

    def stop_keeping(self) -> None:
        self._keeping.stop()

    def close(self) -> None:
        self._desk.close()


def _press() -> Press:
    """Our own program, told to draw: a bundle has no other Python to run."""
    bundled = getattr(sys, "frozen", False)
    program = () if bundled else ("-m", "packstation")
    return Press((sys.executable, *program, DRAW_SLIPS))


def open_bench(settings: BenchSettings, progress: Progress) -> BenchParts:
    """Open the shop and stand at its bench. Raises as open_shop does."""
    opened = open_shop(settings, progress)
    return BenchParts(opened, find_printer(settings.printer, settings.media, settings.slips))
