"""What was scanned, as the catalogue may hold it: raw, folded, as a GTIN, out of a GS1 code."""

import unicodedata
from dataclasses import dataclass

from packstation.devices.gs1 import Elements, read_elements
from packstation.devices.text import clean
from packstation.domain.codes import LONGEST, gtin
from packstation.domain.scans import Command, Scan, Substitute, TypeCode


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a code; a scanner of another layout gives two."""

    text: str
    gs1: Elements | None = None

    @property
    def folded(self) -> str:
        return unicodedata.normalize("NFKC", self.text).strip()

    @property
    def forms(self) -> tuple[str, ...]:
        """Up to three texts a product's code may be kept as."""
        folded = self.folded if self.gs1 is None else self.gs1.gtin
        return (self.text, gtin(folded) or folded, folded.upper())


def readings_of(text: str, us: str = "") -> tuple[Reading, ...]:
    """The readings of a scan, each once, without those that are empty."""
    cleaned = dict.fromkeys(it for it in (clean(text), clean(us)) if it.text)
    return tuple(Reading(it.text, read_elements(it.text, it.symbology)) for it in cleaned)


def burst_of(given: Scan | Command) -> Scan | None:
    """The scanner's burst behind an input, also where the bench had asked for it."""
    match given:
        case Scan():
            return given
        case Command(Substitute(_, code, us=us), at):
            return Scan(code, at, us)
        case _:
            return None


def raw_form(given: Scan | Command) -> str:
    """The code of an input to the letter, before any folding; empty for what has none.

    Only what no database can hold is told by its number.
    """
    match given:
        case Scan(text) | Command(Substitute(_, text) | TypeCode(text)):
            told = text[:LONGEST].replace("\x00", "\\x00")
            return told.encode("utf-8", "backslashreplace").decode()
        case _:
            return ""
