"""What went wrong, in one sentence for people."""

from sqlalchemy.exc import DBAPIError

from packstation.assemble import DatabaseClosed
from packstation.station.lookup import OrderAmbiguous, OrderUnknown
from packstation.store.orders import StaleOrderError
from packstation.store.upgrade import NewerDatabaseError
from packstation.words.words import Words

KNOWN = (DatabaseClosed, NewerDatabaseError, OrderUnknown, OrderAmbiguous, DBAPIError, OSError)
"""What a person, a disk or a network can cause."""


def explain(error: BaseException, words: Words) -> str:
    """One sentence: what happened, and where it helps what to do."""
    match error:
        case OrderUnknown():
            return words("No order is called {name}.", name=error)
        case OrderAmbiguous():
            return words(
                "Several orders are called {name}: use the code on its sheet.", name=error
            )
        case StaleOrderError():
            return words(
                "This order has changed since it was opened. Put it back and open it again."
            )
        case NewerDatabaseError():
            return words(
                "This shop's data was written by a newer packstation ({revision}). Update first.",
                revision=error.revision,
            )
        case DatabaseClosed():
            return words("The database cannot be opened: {reason}", reason=error)
        case DBAPIError():
            return _of_database(str(error.orig), words)
        case OSError():
            return words(
                "{file}: {reason}", file=error.filename or "", reason=error.strerror or error
            )
        case _:
            return words(
                "packstation itself failed ({name}). Nothing that was shown is lost.",
                name=type(error).__name__,
            )


def _of_database(reason: str, words: Words) -> str:
    if "full" in reason:
        return words(
            "The disk is full: make room, then scan again. Nothing that was shown is lost."
        )
    if "locked" in reason or "busy" in reason:
        return words("Another program keeps the database busy. Scan again in a moment.")
    if "readonly" in reason or "read-only" in reason:
        return words("The data folder cannot be written to.")
    return words("The database says: {reason}", reason=reason)
