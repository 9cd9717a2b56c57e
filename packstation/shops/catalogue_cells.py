"""Reads the cells of a product file as values, each refused by name when it is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from packstation.domain.catalogue import ListedCode
from packstation.domain.codes import gtin, looks_like_gtin
from packstation.domain.intake import Reason
from packstation.domain.orders import Policy
from packstation.shops.cells import BadCell, cents, not_ruined, one_line, whole
from packstation.shops.layout import Layout, folded

_LONGEST_CODE: Final = 64
_LONGEST_PLACE: Final = 32
_MOST_TAGS: Final = 100
_MOST_UNITS: Final = 10_000
_SHEET_TEXT: Final = re.compile(r'="([^"]*)"')
_ROUNDED: Final = re.compile(r"\dE\+\d\d", re.IGNORECASE)
"""8,4E+12 is known to be ruined; so is a code that was rounded to 8E+12."""
_FORMULA: Final = re.compile(
    r"=\s*(?:[^\W\d_][\w.]*\(|\$?[A-Z]{1,3}\$?\d|[\d(\"']).*|#(?:[A-Z¡¿][\w/¡¿]*[!?]|N/[AD])",
    re.IGNORECASE | re.DOTALL,
)
"""=B2*1,21 or what became of it, such as #REF!."""
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9Xx])[ -](?=[0-9Xx])")
_COMMA: Final = re.compile(r"(?<!\\)[,;|\n]")
_BETWEEN_CODES: Final = re.compile(r"\s*[;|\n]\s*|,\s+|\s+/\s+")
_BETWEEN_GTINS: Final = re.compile(r"[\s,;|/]+")
_UNIT_OF_MONEY: Final = re.compile(
    r"^(?:[A-Z]{3})(?![A-Z])|(?<![A-Z])(?:[A-Z]{3}|euros?)\.?$", re.IGNORECASE
)
_POLICIES: Final = {
    Policy.BY_HAND: "by hand/a mano/manual/no code/sin codigo/x",
    Policy.FIRST: "first/the first/the first one/primera/la primera/solo la primera",
    Policy.EACH: "each/every/every piece/cada una/cada pieza/todas",
}
_POLICY_OF: Final = {word: it for it, words in _POLICIES.items() for word in words.split("/")}
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
        return one_line(self._said(column))

    @property
    def sku(self) -> str:
        """Folded; empty when the shop gives none."""
        return _code("sku", self._said("sku")).upper()

    @property
    def codes(self) -> tuple[ListedCode, ...]:
        """Of a cell with several, each; which of them is a case's, nobody could tell."""
        found = [_code("barcode", it) for it in _apart(self._said("barcode").strip())]
        # An ISBN is told with hyphens.
        printed = (gtin(_BETWEEN_DIGITS.sub("", it)) or it for it in found if it)
        codes = tuple(dict.fromkeys(printed))
        units = self._units() if codes else 1
        if units > 1 and len(codes) > 1:
            raise BadCell("units", self["units"], Reason.UNITS_OF_SEVERAL)
        return tuple(ListedCode(it, units) for it in codes)

    @property
    def price_cents(self) -> int | None:
        text = self._said("price")
        if not text.strip():
            return None
        sure = bool(self.layout.profile.decimal)
        amount = _UNIT_OF_MONEY.sub("", " ".join(text.split())).strip()
        try:
            price = cents("price", amount, self.layout.decimal, sure=sure)
        except BadCell as bad:
            raise BadCell("price", text.strip(), bad.reason) from bad
        if price < 0:
            raise BadCell("price", text.strip(), Reason.NEGATIVE_AMOUNT)
        return price

    @property
    def place(self) -> str:
        return not_ruined("place", self._said("place"), _LONGEST_PLACE)

    @property
    def policy(self) -> Policy | None:
        """As the cell says it, or yes where nobody can scan it; None: it says nothing."""
        word = folded(self["policy"])
        found = Policy.BY_HAND if self.told("policy") else _POLICY_OF.get(word)
        if found is None and word and self.told("policy") is None:
            raise BadCell("policy", self["policy"], Reason.NOT_A_POLICY)
        return Policy.EACH if self.told("policy") is False else found

    def told(self, column: str) -> bool | None:
        """Yes or no; None where the cell says neither."""
        word = self[column].casefold()
        return word in _YES if word in _YES | _NO else None

    def several(self, column: str) -> tuple[str, ...]:
        """What stands in one cell with commas or the like between."""
        text = self._said(column)
        found = (one_line(it.replace("\\,", ",")) for it in _COMMA.split(text))
        return tuple(dict.fromkeys(filter(None, found)))[:_MOST_TAGS]

    def variant(self, *columns: str) -> str:
        """The values of the options, as shops show them."""
        values = [self[it].replace("\\,", ",") for it in columns]
        return one_line(" / ".join(it for it in values if it and it != "Default Title"))

    def refuse_formulas(self) -> None:
        """Raises BadCell where a sheet has not written what its formula comes to."""
        for column, text in self.cells.items():
            if text.lstrip()[:1] in {"=", "#"} and _FORMULA.fullmatch(self[column]):
                raise BadCell(column, self[column], Reason.FORMULA)

    def _said(self, column: str) -> str:
        """To the letter, but for ="007", as some exports keep a sheet from shortening it."""
        text = self.cells.get(column, "")
        kept = _SHEET_TEXT.fullmatch(text.strip()) if "=" in text else None
        return text if kept is None else kept[1]

    def _units(self) -> int:
        text = self._said("units")
        count = whole("units", text) if text.strip() else 1
        if not 0 < count <= _MOST_UNITS:
            reason = Reason.NOT_POSITIVE if count <= 0 else Reason.TOO_MANY
            raise BadCell("units", text.strip(), reason)
        return count


def stand_in(name: str, variant: str = "") -> str:
    """What orders call a product by that has no SKU."""
    return one_line(f"{name} - {variant}" if variant else name).upper()[:_LONGEST_CODE]


def _apart(text: str) -> list[str]:
    """The codes of one cell. What only could be several is several when each is a GTIN."""
    gtins = [it.lstrip("'") for it in _BETWEEN_GTINS.split(text)]
    return gtins if all(map(looks_like_gtin, gtins)) else _BETWEEN_CODES.split(text)


def _code(column: str, text: str) -> str:
    code = not_ruined(column, text.strip(), _LONGEST_CODE)
    if _ROUNDED.fullmatch(code):
        raise BadCell(column, code, Reason.NUMBER_RUINED)
    if len(code.upper()) > _LONGEST_CODE:  # ß becomes SS
        raise BadCell(column, code, Reason.TEXT_TOO_LONG)
    return code
