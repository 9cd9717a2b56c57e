"""What the office asks of a shop's file, and what it is told."""

from dataclasses import dataclass, field
from typing import TypeAlias

from packstation.domain.catalogue import CatalogueSummary
from packstation.domain.intake import IntakeStopped, Options, Stage, Summary
from packstation.domain.matching import FileKind, Lists, Match, Preview, Stamp


@dataclass(frozen=True, slots=True)
class LookAtFile:
    """Show me ``path``; with a ``match``, as it would be read by that.

    ``lists``: what its rows are, whatever they look like; None: decide.
    """

    path: str
    match: Match | None = None
    lists: Lists | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMatched:
    """A file that was looked at, and what was said of it."""

    path: str
    stamp: Stamp
    kind: FileKind
    match: Match
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class TryFile:
    """What would come in? All of it is read, nothing is written."""

    file: FileMatched


@dataclass(frozen=True, slots=True)
class BringFile:
    file: FileMatched


AnySummary: TypeAlias = Summary | CatalogueSummary
FileErrand: TypeAlias = LookAtFile | TryFile | BringFile


@dataclass(frozen=True, slots=True)
class FileGoesOn:
    """How far an errand is."""

    errand: TryFile | BringFile
    share: float
    stage: Stage


@dataclass(frozen=True, slots=True)
class FileSeen:
    errand: LookAtFile
    preview: Preview


@dataclass(frozen=True, slots=True)
class FileTried:
    errand: TryFile
    summary: AnySummary


@dataclass(frozen=True, slots=True)
class FileBrought:
    errand: BringFile
    summary: AnySummary
    remembered: str = ""
    """The name under which its match is remembered; empty when there was nothing to learn."""


@dataclass(frozen=True, slots=True)
class FileStopped:
    """Nothing was brought in."""

    errand: FileErrand
    reason: IntakeStopped


FileNews: TypeAlias = FileSeen | FileGoesOn | FileTried | FileBrought | FileStopped
