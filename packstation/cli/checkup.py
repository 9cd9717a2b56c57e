"""``packstation check``: is everything here that a day at the bench needs?"""

import platform
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

from sqlalchemy import text

from packstation.assemble import Opened
from packstation.devices.printers import find_printer
from packstation.places import resources
from packstation.station.safe_keeping import SafeKeeping
from packstation.store.backup import ROOM_TO_WORK
from packstation.store.catalogue import Shelves
from packstation.store.disk import room
from packstation.store.upgrade import HEAD
from packstation.words import safety_phrases as safety
from packstation.words.words import Words

PACKAGES = (
    "packstation",
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "reportlab",
    "pillow",
)
_FONTS = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "DejaVuSans")
# The versions that may corrupt a database when two connections checkpoint at once
# (sqlite.org, "the WAL-reset bug"); ours checkpoints from one connection only.
_WAL_RESET_FIXED = (3, 51, 3)


def run(opened: Opened, words: Words) -> int:
    """Prints one line a finding; 1 when something must be mended first."""
    troubles = list(_troubles(opened, words))
    for line in _facts(opened, words):
        print(line)
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if not troubles:
        print(words("All is well."))
    return 1 if troubles else 0


def _facts(opened: Opened, words: Words) -> Iterator[str]:
    settings = opened.settings
    yield words("Shop: {name}", name=opened.shop.brand.name)
    yield words("Folder: {folder}", folder=settings.home)
    yield words("Database: {url}, tables {revision}", url=opened.engine.url, revision=HEAD)
    yield words("Bench: {bench}", bench=settings.bench)
    printer = find_printer(settings.printer, settings.media, settings.slips)
    yield words(
        "Printer: {name}",
        name=printer.name or words("none, slips go to {folder}", folder=settings.slips),
    )
    yield from _safety(opened, words)
    yield from _ambiguous(opened, words)
    if opened.engine.dialect.name != "sqlite":
        with opened.engine.connect() as connection:
            told = connection.execute(text("SHOW server_version")).scalar_one()
        yield f"PostgreSQL {told}"
    elif sqlite3.sqlite_version_info < _WAL_RESET_FIXED:
        yield words(
            "SQLite {version}: before 3.51.3. Keep this folder on a disk of this computer.",
            version=sqlite3.sqlite_version,
        )
    else:
        yield f"SQLite {sqlite3.sqlite_version}"
    yield f"Python {platform.python_version()}"
    for package in PACKAGES:
        yield f"{package} {version(package)}"


def _safety(opened: Opened, words: Words) -> Iterator[str]:
    keeping = SafeKeeping(opened.engine, opened.settings.home)
    if keeping.possible:
        now = datetime.now(UTC).astimezone(opened.shop.zone)
        yield safety.last_backup(keeping.last(), now, words)
    yield safety.free_room(room(opened.settings.home), words)


def _ambiguous(opened: Opened, words: Words) -> Iterator[str]:
    for code, skus in Shelves(opened.engine).ambiguous():
        yield words(
            "The code {code} is on several products, so no bench takes it: {skus}",
            code=code,
            skus=", ".join(skus),
        )


def _troubles(opened: Opened, words: Words) -> Iterator[str]:
    free = room(opened.settings.home)
    if free < ROOM_TO_WORK:
        yield safety.little_room(free, words)
    for name in _FONTS:
        if not (resources() / "fonts" / f"{name}.ttf").is_file():
            yield words("The font {name} is missing.", name=name)
    with opened.read() as work:
        for key, broken in work.settings.unreadable():
            yield words(
                "The rule {key} is left out, for it cannot be read. {reason}",
                key=key,
                reason=broken,
            )
    if opened.engine.dialect.name == "sqlite":
        with opened.engine.connect() as connection:
            said = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if said != "ok":
            yield words("The database is damaged: {reason}", reason=said)
