"""How a scanner sends its codes: told at start, before the wedge that reads by it is there."""

from dataclasses import dataclass
from enum import StrEnum


class Suffix(StrEnum):
    """What the scanner sends behind a code."""

    ENTER = "enter"
    TAB = "tab"
    CR_LF = "cr_lf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerHabits:
    suffix: Suffix = Suffix.ENTER
    least: int = 4
    """Keys of the shortest burst, its suffix included."""
    gap_ms: int = 35
    """The longest pause between two keys of one burst."""
    tail_ms: int = 250
    """So long after a burst a suffix still belongs to it: LF behind CR, a late Enter.

    A wireless scanner's may come late, and would press the button with the focus; no hand
    answers what it has just scanned as fast as that.
    """
    prefix: str = ""
    """What the scanner sends before each code, as a US keyboard types it; no part of it."""

    def bare(self, text: str, us: str = "") -> tuple[str, str]:
        """Both readings without the prefix; another layout shows it as other letters."""
        if self.prefix and (us.startswith(self.prefix) or text.startswith(self.prefix)):
            return text[len(self.prefix) :], us[len(self.prefix) :]
        return text, us
