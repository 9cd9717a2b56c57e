"""Why a slip did not come out, as far as the printer tells; and why one is printed again."""

from enum import StrEnum
from typing import Self


class Again(StrEnum):
    """Why a slip that came out is wanted once more, when it is one of the usual reasons."""

    JAMMED = "jammed"
    TORN = "torn"
    """Or unreadable."""
    LOST = "lost"


class Trouble(StrEnum):
    NO_PAPER = "no paper"
    JAM = "jam"
    OPEN = "open"
    NO_INK = "no ink"
    UNREACHABLE = "unreachable"
    STOPPED = "stopped"
    REJECTING = "not accepting"
    UNKNOWN_NAME = "no such printer"
    SILENT = "no answer"
    NO_SYSTEM = "no printing system"
    FOLDER = "folder"
    UNDRAWN = "not drawn"
    PERHAPS = "perhaps printed"
    """The only one after which a slip may be on paper all the same: a person has to look."""

    def told(self, said: str) -> str:
        """The reason as it is stored: this, and the printer's own words if it has any."""
        return f"{self}: {said}" if said else str(self)

    @classmethod
    def read(cls, reason: str) -> tuple[Self | None, str]:
        """What ``told`` has stored. None, and the whole text, for any other reason."""
        name, _, said = reason.partition(": ")
        try:
            return cls(name), said
        except ValueError:
            return None, reason
