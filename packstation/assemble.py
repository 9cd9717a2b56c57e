"""The one place where the parts are put together: database, station, desk and printer."""

import getpass
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from packstation.demo.shop import demo_shop
from packstation.devices.printers import Printer, find_printer
from packstation.domain.bench import Bench
from packstation.domain.codes import ALPHABET, CLEAR_ALPHABET, MARK_LENGTH, Kind, own_code
from packstation.domain.founding import NewPacker, NewShop
from packstation.domain.orders import Overview
from packstation.domain.packing import Step
from packstation.domain.pins import hash_pin
from packstation.domain.records import Printing
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import COMMANDS, Brand, Packer, Shop
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.station.noticeboard import Noticeboard
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from packstation.store.engine import open_engine, reading
from packstation.store.founding import found
from packstation.store.migrate import migrate
from packstation.store.settings import Settings
from packstation.store.upgrade import is_current
from packstation.store.work import Work
from packstation.words.words import PAPER, load

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

    Raises DatabaseClosed, or NewerDatabaseError of packstation.store.upgrade.
    """
    try:
        engine = open_engine(settings.database)
        if not is_current(engine):
            migrate(engine, migrations())
        with Work(reading(engine), settings.bench) as work:
            shop = work.settings.shop()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseClosed(str(error)) from error
    except DatabaseError as error:
        raise DatabaseClosed(str(error.orig)) from error
    return Opened(settings, engine, shop or _found(settings, engine, progress))


def _found(settings: BenchSettings, engine: Engine, progress: Progress) -> Shop:
    if not settings.demo:
        return _write(engine, _empty_shop(datetime.now(UTC)))
    demo = demo_shop(datetime.now(UTC), resources() / "rules", progress)
    settings.pictures.mkdir(exist_ok=True)
    for name, drawing in demo.pictures:
        (settings.pictures / name).write_text(drawing, "utf-8")
    return _write(engine, demo.founding)


def _write(engine: Engine, new: NewShop) -> Shop:
    """Found the shop, unless a window and a command have both just begun and one was faster."""
    with engine.begin() as connection:
        there = Settings(connection).shop()
        if there is not None:
            return there
        found(connection, new)
    return new.shop


def _empty_shop(now: datetime) -> NewShop:
    """A shop of one's own: nothing in it but its mark, its commands and its first person."""
    mark = "".join(secrets.choice(ALPHABET[10:]) for _ in range(MARK_LENGTH))
    first = NewPacker(
        name=getpass.getuser().title(),
        badge=own_code(mark, Kind.BADGE, _chance(8)),
        # Nobody knows this PIN: the first person signs in by badge (`packstation codes`).
        pin=hash_pin(_chance(16), secrets.token_bytes(16)),
        language="es",
        role="owner",
    )
    shop = Shop(
        brand=Brand(name="packstation"),
        mark=mark,
        commands={_chance(6): name for name in COMMANDS},
    )
    return NewShop(shop=shop, source="own", founded_at=now, packers=(first,), touches=())


def _chance(length: int) -> str:
    return "".join(secrets.choice(CLEAR_ALPHABET) for _ in range(length))


class BenchParts:
    """Everything the window works with, behind one door: see packstation.ui.bridge.Parts."""

    def __init__(self, opened: Opened, printer: Printer) -> None:
        self.shop = opened.shop
        self.name = opened.settings.bench
        self._station = Station(opened.write, opened.shop, self.name)
        self._board = Noticeboard(opened.read, opened.shop)
        self._desk = SlipDesk(
            opened.write, printer, lambda language: load(language, resources(), PAPER)
        )
        self._printer = printer

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

    def printing(self) -> Printing:
        return self._board.printing(self._printer)

    def warm(self) -> None:
        self._desk.warm()

    def print_next(self, now: datetime) -> bool:
        return self._desk.print_next(now)

    def retry_printing(self, now: datetime) -> int:
        return self._desk.retry(now)


def open_bench(settings: BenchSettings, progress: Progress) -> BenchParts:
    """Open the shop and stand at its bench. Raises as open_shop does."""
    opened = open_shop(settings, progress)
    return BenchParts(opened, find_printer(settings.printer, settings.media, settings.slips))
