"""What went wrong, in one sentence for people."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from packstation.assemble import DatabaseClosed
from packstation.domain.rule_reading import RulesLeftOut
from packstation.domain.safe_keeping import KeepingStopped
from packstation.settings import SettingsBroken as BenchFileBroken
from packstation.station.lookup import OrderAmbiguous, OrderUnknown
from packstation.store.orders import StaleOrderError
from packstation.store.server import BenchTaken, Trouble, UnsuitableDatabase, trouble_of
from packstation.store.settings import SettingsBroken
from packstation.store.upgrade import NewerDatabaseError
from packstation.words.safety_phrases import reason
from packstation.words.words import Words

KNOWN = (
    DatabaseClosed,
    NewerDatabaseError,
    UnsuitableDatabase,
    BenchTaken,
    SettingsBroken,
    KeepingStopped,
    OrderUnknown,
    OrderAmbiguous,
    DBAPIError,
    sqlite3.Error,
    OSError,
)
"""What a person, a disk or a network can cause."""

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def explain(error: BaseException, words: Words) -> str:
    """One sentence: what happened, and where it helps what to do."""
    match error:
        case KeepingStopped():
            return reason(error, words)
        case OrderUnknown():
            return words("No order is called {name}.", name=error)
        case OrderAmbiguous():
            return words(
                "Several orders are called {name}: use the code on its sheet.", name=error
            )
        case SettingsBroken():
            return words(
                "The shop's settings cannot be read ({reason})."
                " `packstation restore` brings a backup back.",
                reason=error,
            )
        case RulesLeftOut(broken=broken):
            return words.n(
                "A rule for touches cannot be read and is left out: {names}. Packing goes on;"
                " `packstation check` says what is wrong with it.",
                "{n} rules for touches cannot be read and are left out: {names}. Packing goes"
                " on; `packstation check` says what is wrong with them.",
                len(broken),
                names=", ".join(key for key, _ in broken),
            )
        case StaleOrderError():
            return words(
                "This order has changed since it was opened. Put it back and open it again."
            )
        case BenchFileBroken(where=where):
            return words("{where} cannot be used: {why}", where=where, why=error.why(words))
        case NewerDatabaseError():
            return words(
                "This shop's data was written by a newer packstation ({revision})."
                " Update first.",
                revision=error.revision,
            )
        case UnsuitableDatabase() | BenchTaken():
            return _of_server(error, words)
        case DatabaseClosed(__cause__=ModuleNotFoundError(name="psycopg")):
            return words(
                "A shop in PostgreSQL needs one part more: pip install 'packstation[postgres]'"
            )
        case DatabaseClosed(__cause__=DBAPIError(orig=sqlite3.Error() as cause)):
            return _of_sqlite(cause, words)
        case DatabaseClosed():
            return words("The database cannot be opened: {reason}", reason=error)
        case DBAPIError(orig=sqlite3.Error() as cause):
            return _of_sqlite(cause, words)
        case DBAPIError(orig=Exception() as cause) if trouble_of(cause):
            return _of_server(cause, words)
        case DBAPIError():
            return words("The database says: {reason}", reason=error.orig)
        case sqlite3.Error():
            return _of_sqlite(error, words)
        case OSError():
            return _of_system(error, words)
        case _:
            return words(
                "packstation itself failed ({name}). Nothing that was shown is lost.",
                name=type(error).__name__,
            )


def _of_sqlite(error: sqlite3.Error, words: Words) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # what opening a shop on a full disk comes to
        return _disk_full(words)
    # The lower byte is the kind of failure, the upper ones say more of it (sqlite.org/rescode).
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return _disk_full(words)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return words("Another program keeps the database busy. Try again in a moment.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return words("The data folder cannot be written to.")
        case sqlite3.SQLITE_CANTOPEN:
            return words("The database cannot be opened: {reason}", reason=error)
        case sqlite3.SQLITE_IOERR:
            return words(
                "The disk refuses ({reason}): it may be full or failing."
                " Nothing that was shown is lost.",
                reason=error,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return words(
                "The database is damaged ({reason})."
                " `packstation restore` brings a backup back.",
                reason=error,
            )
        case _:
            return words("The database says: {reason}", reason=error)


def _of_server(error: BaseException, words: Words) -> str:
    match error, trouble_of(error):
        case UnsuitableDatabase(), _:
            return words(
                "This PostgreSQL database sorts texts in its own way. Make one that does not:"
                " CREATE DATABASE packstation TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';"
            )
        case BenchTaken(bench=bench), _:
            return words(
                'Bench "{bench}" is open on another computer. Give this one a name of its own'
                " in bench.toml; if that computer was switched off, wait half a minute.",
                bench=bench,
            )
        case _, Trouble.BUSY:
            return words("Another program keeps the database busy. Try again in a moment.")
        case _, Trouble.FULL:
            return words(
                "The disk of the database server is full: make room there, then scan again."
                " Nothing that was shown is lost."
            )
        case _, Trouble.GONE:
            return words(
                "The shop's database does not answer: scan again in a moment. Nothing that was"
                " shown is lost."
            )
        case _:
            return words("The shop's database refuses this bench: {reason}", reason=error)


def _of_system(error: OSError, words: Words) -> str:
    if error.errno in _DISK_FULL:
        return _disk_full(words)
    return words("{file}: {reason}", file=error.filename or "", reason=error.strerror or error)


def _disk_full(words: Words) -> str:
    return words(
        "The disk is full: make room, then scan again. Nothing that was shown is lost."
    )
