"""Where this bench's slips come out, as its owner chooses; and the papers that try it."""

from dataclasses import dataclass
from typing import Final

IN_FOLDER: Final = "folder/"
"""Chosen instead of a printer: PDFs in the bench's folder. No queue has a name with a slash."""
MEDIA: Final = ("A5", "A4", "A6", "Letter")


@dataclass(frozen=True, slots=True)
class ShowPrinters:
    """An errand."""


@dataclass(frozen=True, slots=True)
class KeepPrinter:
    """An errand: slips go to ``name`` from now on; empty: the system's own choice."""

    name: str
    media: str


@dataclass(frozen=True, slots=True)
class PrintTest:
    """An errand: a slip that nobody packed, to the printer that is chosen."""

    name: str
    media: str


@dataclass(frozen=True, slots=True)
class PrintCommands:
    """An errand: badges, commands and touches as codes, in ``language``."""

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintersShown:
    printers: tuple[str, ...]
    """Of the system."""
    usual: str = ""
    """The system's own choice among them."""
    chosen: str = ""
    media: str = "A5"
    folder: str = ""
    """Where PDFs go, as the system writes it."""
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPrinted:
    """Handed over, or what kept it, as domain.printing.Trouble stores it."""

    where: str = ""
    trouble: str = ""
    in_folder: bool = False
    codes: bool = False
    """It is the sheet of commands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCodes:
    """A sheet of codes, as the press draws it: titles, each with captions and codes."""

    shop: str
    language: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
