"""A shop's product file: finds out what it is and hands its rows on."""

import csv
from collections.abc import Iterable, Iterator

from packstation.domain.intake import (
    CellTooLong,
    QuoteLeftOpen,
    Reason,
    Refusal,
)
from packstation.shops import catalogue_json
from packstation.shops.catalogue_cells import Row
from packstation.shops.catalogue_profile import CatalogueProfile, Shape
from packstation.shops.layout import Layout, header_of, recognise
from packstation.shops.text_file import Text, TextFile


class CatalogueCsv:
    """Rows under a header."""

    def __init__(self, text: Text, profiles: Iterable[CatalogueProfile]) -> None:
        """Raises ColumnsMissing when the header is of none of ``profiles``."""
        self._text = text
        known = {it.columns.name: it for it in profiles}
        with text.lines() as lines:
            header = header_of(lines, text.path)
        self._above = header.number
        columns = [it.columns for it in known.values()]
        self.layout: Layout = recognise(header.line, columns, header.announced)
        self.shape = known[self.layout.profile.name].shape

    @property
    def share(self) -> float:
        return self._text.share

    def rows(self) -> Iterator[Row | Refusal]:
        with self._text.lines() as lines:
            for _ in range(self._above):
                next(lines)
            rows = csv.reader(lines, delimiter=self.layout.delimiter, strict=True)
            while True:
                line = self._above + rows.line_num + 1
                try:
                    cells = next(rows)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield _broken(str(error), line)
                else:
                    yield self._row(line, cells)

    def _row(self, line: int, cells: list[str]) -> Row | Refusal:
        width = len(self.layout.header)
        if len(cells) != width and any(map(str.strip, cells)):
            short = len(cells) < width
            reason = Reason.ROW_SHORT if short else Reason.ROW_LONG
            return Refusal(line, "", str(len(cells)), reason)
        places = self.layout.places.items()
        known = {it: cells[place] for it, place in places if place < len(cells)}
        return Row(line, known, self.layout, any(map(str.strip, cells)))


class CatalogueJson:
    """What WooCommerce's own interface answers."""

    layout = catalogue_json.LAYOUT
    shape = Shape.WOOCOMMERCE

    def __init__(self, text: TextFile) -> None:
        self._text = text

    @property
    def share(self) -> float:
        return self._text.share

    def rows(self) -> Iterator[Row | Refusal]:
        """Raises NotAText when it is no list of products, and JsonBroken."""
        for line, cells in catalogue_json.products_in(self._text):
            yield Row(line, cells, self.layout)


def _broken(error: str, line: int) -> Refusal:
    if "field larger" in error:
        raise CellTooLong(line, csv.field_size_limit())
    if "unexpected end" in error:
        raise QuoteLeftOpen(line)
    return Refusal(line, "", "", Reason.QUOTE_BROKEN)
