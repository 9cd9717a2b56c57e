"""Copy a whole SQLite shop while its benches go on, and make sure the copy can be trusted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Final
from urllib.parse import quote

from sqlalchemy import Engine

from packstation.domain.safe_keeping import (
    CopyDamaged,
    Interrupted,
    KeptByServer,
    NoRoom,
    NotOurShop,
    ShopItself,
    Tally,
)
from packstation.store.disk import room, sqlite_file
from packstation.store.upgrade import HEAD, NewerDatabaseError

ROOM_TO_WORK: Final = 500_000_000
"""Bytes a copy leaves free beside the shop: less than that is said as a trouble."""

_PAGES: Final = 256
# The pause of sqlite3.Connection.backup itself only comes when another holds the database up.
_PAUSE: Final = 0.004
# What is handed to the disk in one go holds up the next scan's own: so it goes in portions.
_STEPS_TO_SYNC: Final = 8
_LOOKS_UP: Final = 100_000
# Each page passes once: the 2 MB that a connection else keeps of them would help nobody.
_IN_PASSING: Final = "PRAGMA cache_size=-200"
_AS_BEFORE: Final = "PRAGMA cache_size=-2000"

# Only what somebody could count: what still arrives, or waits as news, is nobody's order.
_TALLY: Final = """
    SELECT (SELECT count(*) FROM orders WHERE state <> 'arriving'),
           (SELECT count(*) FROM packings), (SELECT count(*) FROM bench_events)
"""


def copy_shop(database: Engine, to: Path, stop: Event) -> Tally:
    """Write the shop as it is now into the file ``to``: whole and checked, or not at all.

    Nobody waits for it: it reads one snapshot, which SQLite keeps while others write on.
    Raises one of the KeepingStopped family, OSError or sqlite3.Error.
    """
    shop = sqlite_file(str(database.url))
    if shop is None:
        raise KeptByServer
    _refuse_place(shop, to)
    _need_room(shop, to)
    unfinished = to.with_name(f"{to.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        tally = _copy(database, unfinished, stop)
        if examine(unfinished, stop) != tally:
            raise CopyDamaged(to, "rows are missing")
        sync_file(unfinished)
        unfinished.replace(to)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    sync_folder(to.parent)
    return tally


def examine(file: Path, stop: Event) -> Tally:
    """What ``file`` holds, after all of it has been read.

    Raises NotOurShop, CopyDamaged, NewerDatabaseError or Interrupted.
    """
    if file.exists() and not (file.is_file() or file.is_dir()):
        raise NotOurShop(file)  # a pipe would keep us waiting
    with file.open("rb") as start:  # says better than SQLite why a file cannot be opened
        if start.read(16) != b"SQLite format 3\0":
            raise NotOurShop(file)
    with closing(sqlite3.connect(address(file, mode="ro"), uri=True)) as copy:
        copy.set_progress_handler(stop.is_set, _LOOKS_UP)
        try:
            copy.execute(_IN_PASSING)
            _refuse_strangers(copy, file)
            _look_for_damage(copy, file)
            return tally_of(copy)
        except sqlite3.DatabaseError as error:
            if stop.is_set():
                raise Interrupted from error
            raise CopyDamaged(file, str(error)) from error


def tally_of(shop: sqlite3.Connection) -> Tally:
    return Tally(*shop.execute(_TALLY).fetchone())


def address(file: Path, mode: str) -> str:
    """``file`` as a URI for SQLite, which wants its own form for what Windows calls UNC."""
    name = file.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode={mode}"


def sync_file(file: Path) -> None:
    """Have what was written outlive a power cut."""
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Have a new name in ``folder`` outlive a power cut; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copy(database: Engine, to: Path, stop: Event) -> Tally:
    to.touch()
    with _snapshot(database) as source, to.open("rb+") as handle:
        tally = tally_of(source)
        steps = 0

        def breathe(_status: int, _left: int, _all: int) -> None:
            nonlocal steps
            steps += 1
            if steps % _STEPS_TO_SYNC == 0:
                os.fsync(handle.fileno())
            if stop.wait(_PAUSE):
                raise Interrupted

        with closing(sqlite3.connect(to, isolation_level=None)) as copy:
            # Half a copy is thrown away, so nothing has to be safe in it before its end.
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")
            copy.execute(_IN_PASSING)
            source.backup(copy, pages=_PAGES, progress=breathe)
            # One file, which can be read from a disk that nobody may write to.
            copy.execute("PRAGMA journal_mode=DELETE")
    return tally


@contextmanager
def _snapshot(database: Engine) -> Iterator[sqlite3.Connection]:
    """The driver's connection, reading.

    Without a transaction of ours the copy would begin anew with every scan that is written
    meanwhile, and on a busy day never end.
    """
    borrowed = database.raw_connection()
    try:
        source = borrowed.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise KeptByServer
        source.execute(_IN_PASSING)
        source.execute("BEGIN")
        try:
            yield source
        finally:
            source.execute("ROLLBACK")
            source.execute(_AS_BEFORE)
    finally:
        borrowed.close()


def _refuse_place(shop: Path, to: Path) -> None:
    beside = {shop, *(shop.with_name(shop.name + it) for it in ("-wal", "-shm", "-journal"))}
    if to.resolve() in {it.resolve() for it in beside}:
        raise ShopItself(to)
    if to.exists() and to.stat().st_size:
        with to.open("rb") as there:
            if there.read(16) != b"SQLite format 3\0":
                raise NotOurShop(to)  # somebody's own file: a name typed wrong


def _need_room(shop: Path, to: Path) -> None:
    same_disk = shop.stat().st_dev == to.parent.stat().st_dev
    missing = shop.stat().st_size + ROOM_TO_WORK * same_disk - room(to.parent)
    if missing > 0:
        raise NoRoom(to.parent, missing)


def _refuse_strangers(copy: sqlite3.Connection, file: Path) -> None:
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    if not {"alembic_version", "orders", "packings", "bench_events"} <= tables:
        raise NotOurShop(file)
    (revision,) = copy.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    if revision is None:
        raise NotOurShop(file)
    if revision > HEAD:
        raise NewerDatabaseError(revision)


def _look_for_damage(copy: sqlite3.Connection, file: Path) -> None:
    (said,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise CopyDamaged(file, said)
    stray = copy.execute("PRAGMA foreign_key_check").fetchone()
    if stray is not None:
        raise CopyDamaged(file, f"{stray[0]}, {stray[1]}")
