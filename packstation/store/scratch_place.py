"""Where a shop's file waits while it comes in; each start looks whether one was left there."""

import os
import stat
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from packstation.store.engine import Database

_FOLDER: Final = "packstation-arriving-"


def scratch_beside(database: Database, otherwise: Path) -> Path:
    """Where the shop's file waits: beside the SQLite file.

    Else in a folder that is ours alone, in the folder ``otherwise`` that all may write to.
    """
    name = database.url.database or ""
    if database.dialect.name == "sqlite" and name not in {"", ":memory:"}:
        return Path(f"{name}.arriving")
    shop = sha256(str(database.url).encode()).hexdigest()[:16]
    return _ours_alone(otherwise) / f"{shop}.arriving"


def _ours_alone(parent: Path) -> Path:
    """The same each time, so that what a killed import left is found; nobody can guess it.

    Customers' names wait there, and somebody else's file in its place would be read.
    """
    for folder in sorted(parent.glob(f"{_FOLDER}*")):
        with suppress(OSError):  # gone meanwhile
            if _is_ours(folder.lstat()):
                return folder
    return Path(tempfile.mkdtemp(prefix=_FOLDER, dir=parent))


def _is_ours(found: os.stat_result) -> bool:
    if not stat.S_ISDIR(found.st_mode):  # a link would lead elsewhere
        return False
    # On Windows the folder for such files is each user's own.
    return os.name != "posix" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
