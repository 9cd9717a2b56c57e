"""Keep copies of the shop: at each start, then daily; and bring one back."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Final

from packstation.devices.one_at_a_time import Hold
from packstation.domain.safe_keeping import (
    BeingCopied,
    BroughtBack,
    KeptByServer,
    Made,
    outlived,
)
from packstation.store.backup import copy_shop
from packstation.store.disk import sqlite_file
from packstation.store.engine import Database
from packstation.store.restore import bring_back

FOLDER: Final = "backups"

_DAILY: Final = timedelta(days=1)
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_NAME: Final = re.compile(r"packstation-(\d{4}-\d\d-\d\dT\d{6}Z)\.db")


class SafeKeeping:
    """The copies of one shop, in the folder ``backups`` of its data folder ``home``."""

    def __init__(self, database: Database, home: Path) -> None:
        self._database = database
        self._folder = home / FOLDER
        self._lock = home / "backup.lock"
        self._made: datetime | None = None
        self._stop = Event()

    @property
    def possible(self) -> bool:
        """Not with PostgreSQL, which is copied by its own pg_dump."""
        return sqlite_file(str(self._database.url)) is not None

    def due(self, now: datetime) -> bool:
        """Since this program began none was made, or none for a day."""
        return self.possible and (self._made is None or now - self._made >= _DAILY)

    def last(self) -> datetime | None:
        """When the newest copy was made, as its name says."""
        return max(_kept(self._folder), default=None)

    def keep(self, now: datetime, name: str = "") -> Made:
        """Make a copy, then let those go that have been outlived.

        One with a ``name`` of its own stays until somebody takes it away. Raises one of the
        KeepingStopped family, or what disk and database raise.
        """
        if not self.possible:
            raise KeptByServer
        self._folder.mkdir(exist_ok=True)
        hold = Hold.take(self._lock)
        if hold is None:
            raise BeingCopied
        try:
            for torn in self._folder.glob("packstation-*.unfinished"):
                torn.unlink(missing_ok=True)  # of a program that was killed
            file = self._folder / (f"packstation-{name}.db" if name else _named(now))
            made = Made(file, copy_shop(self._database, file, self._stop))
            self._made = now
            for at in outlived(_kept(self._folder)):
                (self._folder / _named(at)).unlink(missing_ok=True)
        finally:
            hold.release()
        return made

    def keep_before_upgrade(self, now: datetime) -> Made:
        """A copy of what an older packstation wrote, which nothing here ever takes away."""
        made = self.keep(now, f"before-upgrade-{now.astimezone(UTC):{_STAMP}}")
        self._made = None
        return made

    def copy_to(self, place: Path, now: datetime) -> Made:
        """Copy the shop into the file ``place``, or into the folder of that name."""
        file = place / _named(now) if place.is_dir() else place
        return Made(file, copy_shop(self._database, file, self._stop))

    def stop(self) -> None:
        """Let a copy that is being made end at once, without a trace."""
        self._stop.set()


def restore(copy: Path, database: str, home: Path, now: datetime) -> BroughtBack:
    """Make the shop at the URL ``database`` what ``copy`` is; no window may be open on it.

    What was there stays in the folder of the copies. Raises one of the KeepingStopped family,
    NewerDatabaseError of packstation.store.upgrade, or what disk and database raise.
    """
    shop = sqlite_file(database)
    if shop is None:
        raise KeptByServer
    aside = home / FOLDER / f"packstation-set-aside-{now.astimezone(UTC):{_STAMP}}.db"
    return bring_back(copy, shop, aside)


def _named(at: datetime) -> str:
    return f"packstation-{at.astimezone(UTC):{_STAMP}}.db"


def _kept(folder: Path) -> Iterator[datetime]:
    """When each copy of ours was made: by its name, which outlives being carried about."""
    for file in folder.glob("packstation-*.db"):
        named = _NAME.fullmatch(file.name)
        if named is not None:
            yield datetime.strptime(named.group(1), _STAMP).replace(tzinfo=UTC)
