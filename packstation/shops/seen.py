"""The beginning of a file as it is seen: a name over every column, and rows beneath them."""

from collections.abc import Iterable, Iterator
from typing import Final

from packstation.domain.intake import ColumnsMissing, HeaderMissing, NotAText
from packstation.shops.cells import one_line
from packstation.shops.first_rows import FirstRows, sheet_of
from packstation.shops.guessing import no_header
from packstation.shops.layout import Layout, cells_of, names_of, recognise
from packstation.shops.profile import Profile

SHOWN: Final = 20
"""Rows that are handed on to be seen."""
_LONGEST: Final = 120


class Seen:
    """A file's first rows, cut into cells as the profile wants it that knows them."""

    def __init__(self, text: FirstRows, profiles: Iterable[Profile]) -> None:
        """Raises NotAText when it has no columns, HeaderMissing when they have no names."""
        self.text = text
        sheet = sheet_of(text)
        self.layout = recognised(sheet.line, profiles, sheet.announced)
        if self.layout is not None and self.layout.delimiter != sheet.delimiter:
            sheet = sheet_of(text, self.layout.delimiter)
        self.line, self.announced = sheet.line, sheet.announced
        """The header as it stands in the file, and the mark that it names itself."""
        self.delimiter, self.rows = sheet.delimiter, sheet.rows
        header = cells_of(sheet.line, sheet.delimiter)
        self.header = names_of(header)
        if self.layout is None:
            self._refuse_what_has_no_columns(header)

    def _refuse_what_has_no_columns(self, header: list[str]) -> None:
        path = str(self.text.path)
        if len(header) == 1 and all(len(row) == 1 for row in self.rows):
            raise NotAText(path, "unknown")
        if no_header(header):
            raise HeaderMissing(path)

    def cells(self, place: int) -> Iterator[str]:
        """What stands in that column and says something."""
        texts = (row[place].strip() for row in self.rows if place < len(row))
        return (text for text in texts if text)

    def by_column(self, columns: tuple[str, ...]) -> dict[str, list[str]]:
        """Our column -> its cells."""
        return {ours: list(self.cells(place)) for place, ours in enumerate(columns) if ours}

    def shown(self) -> Iterator[tuple[str, ...]]:
        """The first rows, with as many cells as the header."""
        wide = len(self.header)
        for row in self.rows[:SHOWN]:
            cells = [one_line(cell)[:_LONGEST] for cell in row[:wide]]
            yield tuple(cells + [""] * (wide - len(cells)))


def recognised(line: str, profiles: Iterable[Profile], announced: str) -> Layout | None:
    """As packstation.shops.layout.recognise; None: none of ``profiles`` knows it."""
    try:
        return recognise(line, profiles, announced)
    except ColumnsMissing:
        return None
