"""One row of the file by its profile: what kind of line it is, and its cells as values."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache, partial
from operator import itemgetter
from typing import Final
from zoneinfo import ZoneInfo

from packstation.domain.heads import pack
from packstation.domain.intake import FileLine, LineKind, Reason
from packstation.shops.cells import (
    BadCell,
    cents,
    end_of_day,
    moment,
    not_ruined,
    one_line,
    tidy,
    whole,
)
from packstation.shops.countries import country_code
from packstation.shops.layout import Layout

_LONGEST_CODE: Final = 64
_LONGEST_KEY: Final = 128
_CHANNEL: Final = 32
_KEPT: Final = 10_000
_DETAILS: Final = ("product", "variant", "place", "category", "barcode")
_TO_SECONDS: Final = len("2026-11-22 09:30:00")
_CODES: Final = ("order", "sku", "barcode", "customer", "email", "place")


class RowReader:
    """Reads rows of one layout. Cells repeat a lot, so what one says is remembered."""

    def __init__(self, layout: Layout, zone: ZoneInfo) -> None:
        self.layout = layout
        self._profile = layout.profile
        self._zone = layout.profile.zone or zone
        self._width = len(layout.header)
        self._cancelled = layout.profile.cancelled and layout.profile.cancelled.search
        self._price = lru_cache(_KEPT)(partial(self._amount, "price"))
        at = layout.places
        self._barcode = at.get("barcode", -1)
        self._name = at.get("name", -1)
        # An absent column reads the empty cell that read() puts behind every row.
        self._cells = itemgetter(*(at.get(it, -1) for it in _READ))
        head = [it for it in layout.profile.columns if it in at and it not in _ROW + _DETAILS]
        self._head_readers = tuple((it, self._reader(it)) for it in head)
        self._head_cells = itemgetter(*(at[it] for it in head), -1, -1)
        self._detail_names = tuple(it for it in _DETAILS if it in at)
        self._detail_cells = itemgetter(*(at[it] for it in self._detail_names), -1, -1)
        self._code = lru_cache(_KEPT)(self._code_of)
        self._weighed = lru_cache(_KEPT)(self._weigh)
        self._moment = lru_cache(_KEPT)(self._moment_of)
        self._head = lru_cache(16)(self._head_of)
        self._details = lru_cache(_KEPT)(self._details_of)
        self._kind = lru_cache(_KEPT)(self._kind_of)
        self._state = lru_cache(_KEPT)(self._state_of)

    def order_of(self, row: list[str]) -> str:
        """The order a refused row names; empty when it names none that can be read."""
        place = self.layout.places["order"]
        try:
            return self._code("order", row[place]) if place < len(row) else ""
        except BadCell:
            return ""

    def read(self, row: list[str], line: int) -> tuple[LineKind, FileLine | None]:
        """What the row is; a FileLine for goods and for orders that are cancelled.

        Raises BadCell. Lines that are no goods are not looked at any closer.
        """
        if len(row) != self._width:
            return self._misshapen(row)
        row.append("")
        cells = self._cells(row)
        order = self._code("order", cells[0])
        if not order:
            return self._nobodys(row)
        if self._cancelled is not None and self._cancelled(order):
            return LineKind.CANCELLATION, None
        state = self._state(cells[1]) if cells[1] else ""
        if state == "cancelled":
            return LineKind.CANCELLATION, self._gone(line, order, cells[6], row[self._name])
        kind, sku = self._kind(cells[2], cells[3], row[self._barcode])
        if kind is not LineKind.GOODS:
            return self._no_goods(kind, cells[4])
        kind, count, price = self._weighed(cells[4], cells[5])
        if not price and self._profile.adjusts_by_free_lines:
            kind = self._free_or_goods(kind, cells)
        if kind is not LineKind.GOODS:
            return kind, None
        head = self._head(self._head_cells(row))
        details = self._details(self._detail_cells(row))
        at = self._moment(cells[6]) if cells[6] else ""
        note = tidy(cells[7]) if cells[7] else ""
        return kind, FileLine(line, order, sku, count, price, at, note, state, head, details)

    def _gone(self, line: int, order: str, date: str, name: str) -> FileLine:
        """With what tells it from another shop's of its number, where that can be read."""
        try:
            at = self._moment(date)
        except BadCell:
            at = ""
        who = pack([("name", one_line(name))]) if name.strip() else ""
        return FileLine(line, order, "", 0, 0, at, "", "cancelled", who, "")

    def _misshapen(self, row: list[str]) -> tuple[LineKind, None]:
        if not any(map(str.strip, row)):
            return LineKind.BLANK, None
        short = len(row) < self._width
        raise BadCell("", str(len(row)), Reason.ROW_SHORT if short else Reason.ROW_LONG)

    def _no_goods(self, kind: LineKind, quantity: str) -> tuple[LineKind, None]:
        """But of pieces of nothing: without them their order would be a short parcel."""
        nothing = kind is LineKind.WITHOUT_PRODUCT and bool(quantity.strip())
        if nothing and not self._profile.adjusts_by_free_lines:
            raise BadCell("product", "", Reason.MISSING)
        return kind, None

    def _weigh(self, quantity: str, price: str) -> tuple[LineKind, int, int]:
        """Goods or stock put right, how many pieces, and the price of one."""
        count = whole("quantity", quantity)
        amount = self._price(price)
        if count <= 0:
            if count < 0 and self._profile.adjusts_by_negatives:
                return LineKind.ADJUSTMENT, count, amount
            raise BadCell("quantity", quantity.strip(), Reason.NOT_POSITIVE)
        if amount < 0:
            raise BadCell("price", price.strip(), Reason.NEGATIVE_AMOUNT)
        return LineKind.GOODS, count, amount

    def _nobodys(self, row: list[str]) -> tuple[LineKind, None]:
        if any(map(str.strip, row)):
            raise BadCell("order", "", Reason.MISSING)
        return LineKind.BLANK, None

    def _free_or_goods(self, kind: LineKind, cells: tuple[str, ...]) -> LineKind:
        """Whether somebody put the stock right, or a customer ordered what costs nothing."""
        if kind is not LineKind.GOODS or (cells[8] or cells[9]).strip():
            return kind
        return LineKind.ADJUSTMENT if cells[3].strip() else LineKind.WITHOUT_PRODUCT

    def _kind_of(self, sku: str, name: str, barcode: str) -> tuple[LineKind, str]:
        """What the codes say the line is, and the product's SKU: folded, or its stand-in."""
        folded = (
            self._code("sku", sku).upper()
            or self._code("barcode", barcode)
            or one_line(name).upper()[:_LONGEST_CODE]
        )
        if not folded:
            return LineKind.WITHOUT_PRODUCT, ""
        for rule in self._profile.not_goods:
            if rule.covers(folded, name):
                return rule.kind, folded
        return LineKind.GOODS, folded

    def _state_of(self, text: str) -> str:
        word = one_line(text).casefold()
        if not word:
            return ""
        if word not in self._profile.statuses:
            raise BadCell("status", text.strip(), Reason.STATUS_UNKNOWN)
        return self._profile.statuses[word]

    def _amount(self, column: str, text: str) -> int:
        sure = bool(self._profile.decimal)
        return cents(column, text, self.layout.decimal, sure=sure)

    def _moment_of(self, text: str) -> str:
        return _written(moment("date", text, self._profile.dates, self._zone))

    def _code_of(self, column: str, text: str) -> str:
        code = not_ruined(column, text, _LONGEST_KEY if column == "email" else _LONGEST_CODE)
        if column in self._profile.whole_numbers:
            code = code.removesuffix(".0")
        return code

    def _details_of(self, cells: tuple[str, ...]) -> str:
        read = {
            name: self._code(name, text) if name in _CODES else one_line(text)
            for name, text in zip(self._detail_names, cells, strict=False)
        }
        remarks = self._profile.remarks
        if remarks is not None and remarks.search(read.get("product", "")):
            del read["product"]
        return pack(read.items())

    def _head_of(self, cells: tuple[str, ...]) -> str:
        readers = zip(self._head_readers, cells, strict=False)
        return pack([(name, read(text)) for (name, read), text in readers if text])

    def _reader(self, name: str) -> Callable[[str], str]:
        """What makes a text of the order's column ``name`` out of its cell."""
        match name:
            case "customer":
                return partial(self._code_of, name)
            case "email":
                return lambda text: self._code_of(name, text).casefold()
            case "country":
                return self._country
            case "language":
                return _language
            case "leaves_at":
                return self._leaves_at
            case "flags":
                return self._flags
            case "total":
                return lambda text: str(self._amount("total", text)) if text.strip() else ""
            case "currency":
                return lambda text: one_line(text).upper()[:3]
            case "channel":
                return lambda text: one_line(text)[:_CHANNEL]
            case "message" | "gift_message":
                return tidy
            case _:
                return one_line

    def _leaves_at(self, text: str) -> str:
        return _written(end_of_day("leaves_at", text, self._profile.dates, self._zone))

    def _country(self, text: str) -> str:
        text = one_line(text)
        return self._profile.countries.get(text.casefold(), country_code(text))

    def _flags(self, text: str) -> str:
        words = [one_line(it) for it in text.replace("|", ";").replace(",", ";").split(";")]
        known = self._profile.flags
        return ";".join(known.get(word.casefold(), word) for word in words if word)


_ROW: Final = (
    "order", "status", "sku", "product", "quantity", "price", "date", "line_note",
)  # fmt: skip
_READ: Final = (*_ROW, "customer", "email")


def _written(at: datetime | None) -> str:
    return "" if at is None else f"{str(at)[:_TO_SECONDS]}.000000"


def _language(text: str) -> str:
    code = one_line(text).replace("_", "-").split("-")[0].lower()
    if code and not (code.isascii() and code.isalpha() and len(code) in {2, 3}):
        raise BadCell("language", text.strip(), Reason.NOT_A_LANGUAGE)
    return code
