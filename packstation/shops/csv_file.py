"""A shop's CSV, row by row: every line told what it is, goods handed on, the rest counted."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from packstation.domain.intake import (
    LISTED,
    CellTooLong,
    FileLine,
    LineKind,
    QuoteLeftOpen,
    Reason,
    Refusal,
)
from packstation.domain.noticed import Doubt, Warned
from packstation.shops.cells import BadCell
from packstation.shops.forms import Form, OurForm
from packstation.shops.layout import Layout, header_of, recognise
from packstation.shops.order_days import OrderDays
from packstation.shops.profile import Profile
from packstation.shops.row_reader import RowReader
from packstation.shops.shopify import ShopifyForm
from packstation.shops.text_file import Text
from packstation.shops.webtoffee import WebToffeeForm

_BATCH: Final = 2_000
_SHOWN: Final = 80


class _Rows(Protocol):
    """What csv.reader gives; its own type has no name that both Python and mypy know."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...


class CsvFile:
    """A file being read: ``batches`` once, then what it counted."""

    def __init__(
        self,
        text: Text,
        profiles: Iterable[Profile],
        zone: ZoneInfo,
        now: datetime | None = None,
    ) -> None:
        """Without ``now`` no order's date is odd."""
        self._days = None if now is None else OrderDays(now)
        self._dated = ""
        self._text = text
        self._profiles = tuple(profiles)
        self._zone = zone
        self.profile = self._profiles[0]
        self.counts: Counter[LineKind] = Counter()
        self.refused: list[Refusal] = []
        """The first LISTED of them; ``counts`` has them all."""
        self.spoilt: list[str] = []
        """Orders with a refused row, since it was last emptied."""
        self.warnings: list[Warned] = []
        """The first LISTED of them."""
        self.warning_count = 0

    @property
    def share(self) -> float:
        return self._text.share

    def refuse_if_changed(self) -> None:
        """Raises FileChanged when the file is another by now than the one that was read."""
        self._text.refuse_if_changed()

    def batches(self) -> Iterator[list[FileLine]]:
        """Goods, and orders the shop has cancelled, some thousand lines at a time."""
        with self._text.lines() as lines:
            header = header_of(lines, self._text.path)
            layout = recognise(header.line, self._profiles, header.announced)
            self.profile = layout.profile
            form = self._form(layout)
            reader = RowReader(form.layout, self._zone)
            rows = csv.reader(lines, delimiter=layout.delimiter, strict=True)
            batch: list[FileLine] = []
            for line, row in form.rows(self._rows(rows, header.number)):
                found = self._take(reader, row, line)
                if found is not None:
                    batch.append(found)
                if len(batch) >= _BATCH or len(self.spoilt) >= _BATCH:
                    yield batch
                    batch = []
            yield batch

    def _form(self, layout: Layout) -> Form:
        match layout.profile.form:
            case "shopify":
                return ShopifyForm(layout, self)
            case "webtoffee":
                return WebToffeeForm(layout, self)
            case _:
                return OurForm(layout)

    def _rows(self, rows: _Rows, above: int) -> Iterator[tuple[int, list[str]]]:
        """(physical line it begins on, cells) of each row; a broken one is refused."""
        while True:
            line = above + rows.line_num + 1
            try:
                for row in rows:
                    yield line, row
                    line = above + rows.line_num + 1
            except csv.Error as error:
                self._broken(str(error), line)
            else:
                return

    def _broken(self, error: str, line: int) -> None:
        if "field larger" in error:
            raise CellTooLong(line, csv.field_size_limit())
        if "unexpected end" in error:
            raise QuoteLeftOpen(line)
        self.refuse(Refusal(line, "", "", Reason.QUOTE_BROKEN), "")

    def _take(self, reader: RowReader, row: list[str], line: int) -> FileLine | None:
        try:
            kind, found = reader.read(row, line)
        except BadCell as bad:
            column = reader.layout.called(bad.column) if bad.column else ""
            self.refuse(
                Refusal(line, column, bad.text[:_SHOWN], bad.reason), reader.order_of(row)
            )
            return None
        self.counts[kind] += 1
        if found is not None and self._days is not None and self._days.is_odd(found.at):
            self._warn_of_date(found, row[reader.layout.places["date"]])
        return found

    def _warn_of_date(self, line: FileLine, said: str) -> None:
        """Once for rows of one order that stand together."""
        if line.order != self._dated and line.state != "cancelled":
            self.warn(Warned(line.order, Doubt.DATE_ODD, said.strip()))
        self._dated = line.order

    def refuse(self, refusal: Refusal, order: str) -> None:
        self.counts[LineKind.REFUSED] += 1
        if len(self.refused) < LISTED:
            self.refused.append(refusal)
        if order:
            self.spoilt.append(order)

    def warn(self, warned: Warned) -> None:
        self.warning_count += 1
        if len(self.warnings) < LISTED:
            self.warnings.append(warned)
