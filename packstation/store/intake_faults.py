"""What can go wrong with a disk or a busy database, by a name that can be put into words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from packstation.domain.intake import DiskFull, IntakeStopped, ShopBusy, ShopNotWritable
from packstation.store.server import Trouble, trouble_of


@contextmanager
def named_faults() -> Iterator[None]:
    """Raises one of the IntakeStopped family in place of what disk and database raise."""
    try:
        yield
    except DBAPIError as error:
        raise _named(error.orig) from error
    except sqlite3.OperationalError as error:
        raise _named(error) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise DiskFull from error
        raise ShopNotWritable(error.strerror or str(error)) from error


def is_busy(error: DBAPIError) -> bool:
    return "database is locked" in str(error.orig) or trouble_of(error.orig) is Trouble.BUSY


def _named(error: BaseException | None) -> IntakeStopped:
    cause = str(error)
    match trouble_of(error):
        case Trouble.FULL:
            return DiskFull()
        case Trouble.BUSY:
            return ShopBusy()
        case _ if "full" in cause or "disk I/O error" in cause:
            return DiskFull()
        case _:
            return ShopBusy() if "locked" in cause else ShopNotWritable(cause)
