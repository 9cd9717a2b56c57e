"""Where the SQLite file lies, and whether a database is safe there."""

import os
import shutil
from pathlib import Path
from typing import Final

from sqlalchemy import make_url

from packstation.domain.safe_keeping import OnShare

# SQLite's write-ahead log needs memory that all its users share, and locks that hold: neither
# goes through a network (sqlite.org/wal.html, sqlite.org/howtocorrupt.html).
_SHARES: Final = frozenset(
    (
        *(
            "afs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "glusterfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
        ),
        *("smb2", "smb3", "smbfs", "fuse.ceph", "fuse.davfs", "fuse.glusterfs"),
        *("fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    )
)
_MOUNTS: Final = Path("/proc/mounts")


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLAlchemy ``url``; None for a server, or a database in memory."""
    there = make_url(url)
    name = there.database or ""
    is_file = there.get_backend_name() == "sqlite" and name not in {"", ":memory:"}
    return Path(name).absolute() if is_file else None


def refuse_share(url: str, mounts: Path = _MOUNTS) -> None:
    """Raises OnShare for an SQLite file on another computer's disk."""
    file = sqlite_file(url)
    kind = "" if file is None else share_of(file, mounts)
    if file is not None and kind:
        raise OnShare(file, kind)


def share_of(path: Path, mounts: Path = _MOUNTS) -> str:
    """The kind of network share ``path`` is on, as the system names it; empty for a disk.

    ``mounts`` has the form of fstab(5). Where a system has none, only names that begin with
    two strokes are known to be shares.
    """
    if str(path).startswith(("//", r"\\")):
        return "UNC"
    try:
        lines = mounts.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    here = Path(os.path.realpath(path))
    found = {
        place: kind
        for _, place, kind, *_ in map(str.split, lines)
        if here.is_relative_to(_spelled_out(place))
    }
    nearest = max(found, key=len, default="")
    return found[nearest] if found.get(nearest) in _SHARES else ""


def room(folder: Path) -> int:
    """Bytes that are free on the disk of ``folder``, or of what is above it."""
    there = next(it for it in (folder.absolute(), *folder.absolute().parents) if it.exists())
    return shutil.disk_usage(there).free


def _spelled_out(place: str) -> str:
    for written, meant in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        place = place.replace(written, meant)
    return place
