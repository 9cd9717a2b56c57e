"""Reads the cells of a product file as values, each refused by name when it is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from packstation.domain.catalogue import ListedCode
from packstation.domain.codes import gtin
from packstation.domain.intake import Reason
from packstation.shops.cells import BadCell, cents, not_ruined, one_line, whole
from packstation.shops.layout import Layout

_LONGEST_CODE: Final = 64
_LONGEST_PLACE: Final = 32
_MOST_TAGS: Final = 100
_MOST_UNITS: Final = 10_000
_SHEET_TEXT: Final = re.compile(r'="(.*)"')
"""How some exports keep a spreadsheet from shortening a code."""
_ROUNDED: Final = re.compile(r"\dE\+\d\d", re.IGNORECASE)
"""8,4E+12 is known to be ruined; so is a code that was rounded to 8E+12."""
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9Xx])[ -](?=[0-9Xx])")
_COMMA: Final = re.compile(r"(?<!\\)[,;|\n]")
_YES: Final = frozenset({"true", "yes", "1", "si", "sí", "verdadero"})
_NO: Final = frozenset({"false", "no", "0", "falso"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the cells under the columns we know; a missing column is an empty cell."""

    line: int
    cells: Mapping[str, str]
    layout: Layout
    is_filled: bool = True
    """Whether any cell says something, also one we do not know."""

    def __getitem__(self, column: str) -> str:
        return one_line(self.cells.get(column, ""))

    @property
    def sku(self) -> str:
        """Folded; empty when the shop gives none."""
        return _code("sku", self.cells.get("sku", "")).upper()

    @property
    def codes(self) -> tuple[ListedCode, ...]:
        code = _code("barcode", self.cells.get("barcode", ""))
        if not code:
            return ()
        printed = gtin(_BETWEEN_DIGITS.sub("", code)) or code  # an ISBN is told with hyphens
        return (ListedCode(printed, self._units()),)

    @property
    def price_cents(self) -> int | None:
        text = self.cells.get("price", "")
        if not text.strip():
            return None
        sure = bool(self.layout.profile.decimal)
        price = cents("price", text, self.layout.decimal, sure=sure)
        if price < 0:
            raise BadCell("price", text.strip(), Reason.NEGATIVE_AMOUNT)
        return price

    @property
    def place(self) -> str:
        return not_ruined("place", self.cells.get("place", ""), _LONGEST_PLACE)

    def told(self, column: str) -> bool | None:
        """Yes or no; None where the cell says neither."""
        word = self[column].casefold()
        return word in _YES if word in _YES | _NO else None

    def several(self, column: str) -> tuple[str, ...]:
        """What stands in one cell with commas or the like between."""
        text = self.cells.get(column, "")
        found = (one_line(it.replace("\\,", ",")) for it in _COMMA.split(text))
        return tuple(dict.fromkeys(filter(None, found)))[:_MOST_TAGS]

    def variant(self, *columns: str) -> str:
        """The values of the options, as shops show them."""
        values = [self[it].replace("\\,", ",") for it in columns]
        return one_line(" / ".join(it for it in values if it and it != "Default Title"))

    def _units(self) -> int:
        text = self.cells.get("units", "")
        count = whole("units", text) if text.strip() else 1
        if not 0 < count <= _MOST_UNITS:
            reason = Reason.NOT_POSITIVE if count <= 0 else Reason.TOO_MANY
            raise BadCell("units", text.strip(), reason)
        return count


def stand_in(name: str, variant: str = "") -> str:
    """What orders call a product by that has no SKU."""
    return one_line(f"{name} - {variant}" if variant else name).upper()[:_LONGEST_CODE]


def _code(column: str, text: str) -> str:
    text = text.strip()
    kept = _SHEET_TEXT.fullmatch(text)
    code = not_ruined(column, kept[1] if kept else text, _LONGEST_CODE)
    if _ROUNDED.fullmatch(code):
        raise BadCell(column, code, Reason.NUMBER_RUINED)
    if len(code.upper()) > _LONGEST_CODE:  # ß becomes SS
        raise BadCell(column, code, Reason.TEXT_TOO_LONG)
    return code
