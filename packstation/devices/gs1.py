"""What a GS1 code tells besides the product: serial number, lot, expiry.

Only what a bench asks for is read. The library biip reads everything, for 16 MB of memory and
a seventh of a second at every start: too much for four application identifiers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from packstation.domain.codes import gtin
from packstation.domain.orders import Detail

GS: Final = "\x1d"

# GS1-128, GS1 DataBar, GS1 DataMatrix, GS1 QR Code: their AIM identifiers.
_SYMBOLOGIES: Final = {"]C1", "]e0", "]d2", "]Q3"}
_BEGINS: Final = re.compile(r"01\d{14}.")
_GTIN: Final = "01"
_EXPIRY: Final = "17"
_DETAILS: Final = {"21": Detail.SERIAL, "10": Detail.LOT}
# Elements of predefined length, by the first two digits of their identifier, which counts:
# GS1 General Specifications, figure 7.8.5-2. All others end with GS, or with the code.
_LENGTHS: Final = (
    {"00": 20, "01": 16, "02": 16, "03": 16, "04": 18, "20": 4, "41": 16}
    | dict.fromkeys(("11", "12", "13", "14", "15", "16", "17", "18", "19"), 8)
    | dict.fromkeys(("31", "32", "33", "34", "35", "36"), 10)
)


@dataclass(frozen=True, slots=True)
class Elements:
    """``gtin`` has 13 digits, or 14 when it names a case."""

    gtin: str
    details: tuple[tuple[Detail, str], ...] = ()


def read_elements(text: str, symbology: str = "") -> Elements | None:
    """The elements of a GS1 code that names a product; None for any other text."""
    if symbology not in _SYMBOLOGIES and not _BEGINS.match(text):
        return None
    elements = tuple(_elements(text))
    told = dict(elements)
    code = gtin(told.get(_GTIN, ""))
    if code is None or any(not value for _, value in elements):
        return None
    details = [(kind, told[ai]) for ai, kind in _DETAILS.items() if told.get(ai)]
    expiry = _day(told.get(_EXPIRY, ""))
    return Elements(code, (*details, *(((Detail.EXPIRY, expiry),) if expiry else ())))


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """(first two digits of the identifier, what follows them)."""
    rest = text.removeprefix(GS)
    while rest:
        length = _LENGTHS.get(rest[:2])
        element = rest.split(GS, 1)[0] if length is None else rest[:length]
        yield element[:2], element[2:]
        rest = rest[len(element) :].removeprefix(GS)


def _day(yymmdd: str) -> str:
    """As ISO 8601; day 00 is the last of its month; empty when it is no day."""
    if not re.fullmatch(r"\d{6}", yymmdd):
        return ""
    year, month, day = 2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    try:
        if day:
            return date(year, month, day).isoformat()
        after = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(after.toordinal() - 1).isoformat()
    except ValueError:
        return ""
