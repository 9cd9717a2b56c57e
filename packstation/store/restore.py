"""Put a copy in the shop's place, so that whatever happens meanwhile there is always a shop."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from packstation.domain.bench import Unattended
from packstation.domain.safe_keeping import BroughtBack, ShopItself
from packstation.store.backup import address, examine, sync_file, sync_folder
from packstation.store.wire import write_resting

_LOG: Final = ("-wal", "-shm", "-journal")
_SLIPS: Final = "SELECT name, slip_year, slip_count FROM benches"
_PARCELS: Final = "SELECT slip_code, slip_number FROM packings ORDER BY sealed_at, id"
_NUMBER: Final = """
    INSERT INTO benches (name, slip_year, slip_count, resume_seq, resume)
    VALUES (?, ?, ?, 0, ?)
    ON CONFLICT (name) DO UPDATE
    SET slip_year = excluded.slip_year, slip_count = excluded.slip_count
    WHERE (excluded.slip_year, excluded.slip_count) > (slip_year, slip_count)
"""


@dataclass(frozen=True, slots=True)
class _Paper:
    """What paper already says, whatever becomes of the database."""

    counts: tuple[tuple[str, int, int], ...] = ()
    """Bench, year, slips."""
    slips: tuple[tuple[str, str], ...] = ()
    """Code and number of each slip, the oldest first."""


def bring_back(copy: Path, shop: Path, aside: Path) -> BroughtBack:
    """Make the database ``shop`` what ``copy`` is; what is there now goes to ``aside``.

    Slip numbers that are on paper already are not given a second time. Raises NotOurShop,
    CopyDamaged, NewerDatabaseError, OSError; sqlite3.Error while another program has the shop
    open.
    """
    if copy.exists() and shop.exists() and copy.samefile(shop):
        raise ShopItself(copy)
    tally = examine(copy, Event())
    returning = shop.with_name(f"{shop.name}.returning")
    try:
        with _alone(shop) as there:
            paper = _Paper() if there is None else _read(there)
            known = _prepare(copy, returning, paper)
            kept = _put_aside(shop, there, aside)
            if there is not None:
                _pour(returning, there)
        if there is None:
            returning.replace(shop)
            sync_folder(shop.parent)
    finally:
        with suppress(OSError):
            returning.unlink(missing_ok=True)
    missing = [number for code, number in paper.slips if code not in known]
    return BroughtBack(tally, kept, len(missing), missing[-1] if missing else "")


@contextmanager
def _alone(shop: Path) -> Iterator[sqlite3.Connection | None]:
    """The shop held by nobody but us; None when there is none, or none that can be read.

    Raises sqlite3.OperationalError while another program has it open.
    """
    if not shop.exists():
        yield None
        return
    with closing(sqlite3.connect(shop, isolation_level=None)) as there:
        yield there if _hold(there) else None


def _hold(shop: sqlite3.Connection) -> bool:
    try:
        shop.execute("PRAGMA journal_mode=DELETE")  # leaves WAL only where nobody else is
        shop.execute("PRAGMA locking_mode=EXCLUSIVE")
        shop.execute("PRAGMA synchronous=EXTRA")
        shop.execute("BEGIN EXCLUSIVE")
        shop.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return False
        raise
    return True


def _read(shop: sqlite3.Connection) -> _Paper:
    """Nothing, where the shop is too damaged to tell."""
    try:
        counts = tuple(shop.execute(_SLIPS).fetchall())
        return _Paper(counts, tuple(shop.execute(_PARCELS).fetchall()))
    except sqlite3.DatabaseError:
        return _Paper()


def _prepare(copy: Path, returning: Path, paper: _Paper) -> frozenset[str]:
    """Write what ``shop`` will be into a file beside it; answers the slip codes it knows."""
    returning.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(address(copy, mode="ro"), uri=True)) as source,
        closing(sqlite3.connect(returning, isolation_level=None)) as shop,
    ):
        source.backup(shop)
        shop.execute("PRAGMA journal_mode=DELETE")
        rested = json.dumps(write_resting(Unattended()))
        shop.execute("BEGIN IMMEDIATE")
        shop.executemany(_NUMBER, [(*counts, rested) for counts in paper.counts])
        known = frozenset(code for code, _ in shop.execute(_PARCELS))
        shop.execute("COMMIT")
    sync_file(returning)
    return known


def _put_aside(shop: Path, there: sqlite3.Connection | None, aside: Path) -> Path | None:
    if not shop.exists():
        return None
    aside.parent.mkdir(parents=True, exist_ok=True)
    if there is not None:
        with closing(sqlite3.connect(aside)) as other:
            there.backup(other)
        sync_file(aside)
    else:
        _put_damaged_aside(shop, aside)
    sync_folder(aside.parent)
    return aside


def _put_damaged_aside(shop: Path, aside: Path) -> None:
    """With its log, which a repair may need, and which must never be found beside the copy."""
    for end in ("", *_LOG):
        part = shop.with_name(shop.name + end)
        if part.exists():
            kept = aside.with_name(aside.name + end)
            shutil.copyfile(part, kept)
            sync_file(kept)
    for end in _LOG:
        shop.with_name(shop.name + end).unlink(missing_ok=True)


def _pour(returning: Path, there: sqlite3.Connection) -> None:
    """In one transaction of SQLite's own: a power cut leaves the shop old or new."""
    with closing(sqlite3.connect(address(returning, mode="ro"), uri=True)) as source:
        source.backup(there)
