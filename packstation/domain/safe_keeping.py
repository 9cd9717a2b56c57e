"""Copies of the shop: which of them stay, and why one could not be made or brought back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Final

DAYS: Final = 14
WEEKS: Final = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """What a copy must hold to the last one."""

    orders: int
    parcels: int
    events: int


@dataclass(frozen=True, slots=True)
class Made:
    """A copy, whole and checked."""

    file: Path
    tally: Tally


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The shop as it was when a copy was made."""

    tally: Tally
    aside: Path | None
    """Where the shop of before lies now; None when there was none."""
    missing: int
    """Parcels of the shop of before that the copy does not know."""
    last_slip: str
    """The slip number of the latest of them."""


class KeepingStopped(Exception):
    """No copy was made, or none brought back; what was there is as it was."""


class CopyDamaged(KeepingStopped):
    """What SQLite's own checks found in ``file``."""

    def __init__(self, file: Path, found: str) -> None:
        super().__init__(file, found)
        self.file = file
        self.found = found


class NotOurShop(KeepingStopped):
    """``file`` holds something else than a shop of packstation."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.file = file


class NoRoom(KeepingStopped):
    """The disk of ``folder`` lacks ``missing`` bytes for one more copy."""

    def __init__(self, folder: Path, missing: int) -> None:
        super().__init__(folder, missing)
        self.folder = folder
        self.missing = missing


class ShopItself(KeepingStopped):
    """``file`` is the shop's own database: it can be neither a copy's place nor its source."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.file = file


class WindowOpen(KeepingStopped):
    """Somebody works at a bench whose data is in ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class BeingCopied(KeepingStopped):
    """Another copy is being made at this moment."""


class KeptByServer(KeepingStopped):
    """The shop lives in PostgreSQL, which has its own way."""


class OnShare(KeepingStopped):
    """``file`` would lie on another computer's disk; ``kind`` is the system's word for that."""

    def __init__(self, file: Path, kind: str) -> None:
        super().__init__(file, kind)
        self.file = file
        self.kind = kind


class Interrupted(KeepingStopped):
    """Whoever wanted the copy has left."""


def outlived(taken: Iterable[datetime]) -> frozenset[datetime]:
    """Those that may go.

    The newest of each day stays, for fourteen days, and the newest of each week, for eight.
    Days and weeks without a copy do not count: a shop that was closed finds all of its own.
    """
    newest_first = sorted(taken, reverse=True)
    days: dict[date, datetime] = {}
    weeks: dict[tuple[int, int], datetime] = {}
    for at in newest_first:
        year, week, _ = at.isocalendar()
        days.setdefault(at.date(), at)
        weeks.setdefault((year, week), at)
    stay = {*islice(days.values(), DAYS), *islice(weeks.values(), WEEKS)}
    return frozenset(newest_first) - stay
