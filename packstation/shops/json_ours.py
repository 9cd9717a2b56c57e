"""Orders in our own simple JSON: the columns of our template by name, lines in a list."""

from collections.abc import Iterator, Mapping
from typing import Final

from packstation.shops.json_told import Told, ToldLine, newness
from packstation.shops.layout import folded
from packstation.shops.profile import Profile
from packstation.shops.said import Said

_LINES: Final = ("lines", "lineas", "líneas")
_OF_LINE: Final = (
    "sku", "barcode", "product", "variant", "place", "category", "quantity", "price",
    "line_note",
)  # fmt: skip
_REVISION: Final = ("revision", "revisión", "updated")
_FURTHER: Final = {"note": "line_note", "nota": "line_note", "number": "order"}


def is_ours(order: Said) -> bool:
    return any(name in order.value for name in _LINES)


def told(order: Said, profile: Profile) -> Told:
    """Raises BadCell where a text, a list or an object is something else."""
    columns = {
        folded(word): column for column, words in profile.columns.items() for word in words
    }
    names: dict[str, str] = {}
    head = _cells(order, columns, names)
    word = head.get("status", "")
    head["status"] = profile.statuses.get(word.casefold(), word)
    head["told"] = newness(order.text(*_REVISION))
    lines = []
    for name in _LINES:
        for line in order.parts(name):
            cells = _cells(line, columns | _FURTHER, names)
            told_of = {column: text for column, text in cells.items() if column in _OF_LINE}
            lines.append(ToldLine(line.pointer, told_of))
    kept = {column: text for column, text in head.items() if column not in _OF_LINE}
    return Told(kept, tuple(lines), names)


def _cells(said: Said, columns: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, column in _known(said, columns | _FURTHER):
        if column not in found:
            found[column] = said.text(name)
            names[column] = name
    return found


def _known(said: Said, columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in said.value:
        column = columns.get(folded(name))
        if column is not None:
            yield name, column
