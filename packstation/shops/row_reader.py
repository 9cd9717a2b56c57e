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
_GOODS: Final = LineKind.GOODS
_ROW: Final = (
    "order", "status", "sku", "product", "quantity", "price", "date", "line_note",
)  # fmt: skip
_WHOSE: Final = ("order", "status", "date")
"""These come first among the cells that say something of the order."""
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
        at = layout.places
        # An absent column reads the empty cell that read() puts behind every row.
        self._at = {it: at.get(it, -1) for it in (*_ROW, "customer", "email", "name")}
        self._quantity, self._cost = self._at["quantity"], self._at["price"]
        self._note = self._at["line_note"]
        head = [it for it in layout.profile.columns if it in at and it not in _ROW + _DETAILS]
        self._head = tuple(head)
        self._head_readers = tuple(map(self._reader, head))
        self._order_cells = itemgetter(*(at.get(it, -1) for it in (*_WHOSE, *head)))
        self._goods_cells = itemgetter(*(at.get(it, -1) for it in ("sku", *_DETAILS)))
        self._above: tuple[str, ...] = ()
        self._whose = ("", "", False)
        """Of the row above: its order, its state, and whether that is cancelled."""
        self._told: tuple[str, str] | None = None
        """When it was placed, and what else the row above says of its order."""
        self._price = lru_cache(_KEPT)(partial(self._amount, "price"))
        self._weighed = lru_cache(_KEPT)(self._weigh)
        self._moment = lru_cache(_KEPT)(self._moment_of)
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
        said = self._order_cells(row)
        if said != self._above:  # most rows say of their order what the row above has said
            self._whose, self._told = self._whose_of(said), None
            self._above = said
        order, state, is_off = self._whose
        if not order:
            return self._nobodys(row)
        if is_off:
            return LineKind.CANCELLATION, self._gone(row, line)
        cells = self._goods_cells(row)
        kind, sku = self._kind(cells)
        if kind is not _GOODS:
            return self._no_goods(kind, row[self._quantity])
        kind, count, price = self._weighed(row[self._quantity], row[self._cost])
        if not price and self._profile.adjusts_by_free_lines:
            kind = self._free_or_goods(kind, row)
        if kind is not _GOODS:
            return kind, None
        at, head = self._told or self._tell(said)
        details = self._details(cells)
        note = tidy(row[self._note]) if row[self._note] else ""
        return kind, FileLine(line, order, sku, count, price, at, note, state, head, details)

    def _whose_of(self, cells: tuple[str, ...]) -> tuple[str, str, bool]:
        order = self._code("order", cells[0])
        if self._cancelled is not None and self._cancelled(order):
            return order, "", True
        state = self._state(cells[1]) if order and cells[1] else ""
        return order, state, state == "cancelled"

    def _tell(self, cells: tuple[str, ...]) -> tuple[str, str]:
        told = zip(self._head, self._head_readers, cells[len(_WHOSE) :], strict=True)
        head = pack([(name, read(text)) for name, read, text in told if text])
        at = self._moment(cells[2]) if cells[2] else ""
        self._told = at, head
        return self._told

    def _gone(self, row: list[str], line: int) -> FileLine | None:
        """With what tells it from another shop's of its number, where that can be read.

        None when only its number says that it cancels: nobody knows which order.
        """
        order, state, _ = self._whose
        if not state:
            return None
        try:
            at = self._moment(row[self._at["date"]])
        except BadCell:
            at = ""
        name = row[self._at["name"]]
        who = pack([("name", one_line(name))]) if name.strip() else ""
        return FileLine(line, order, "", 0, 0, at, "", state, who, "")

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

    def _free_or_goods(self, kind: LineKind, row: list[str]) -> LineKind:
        """Whether somebody put the stock right, or a customer ordered what costs nothing."""
        customer, email, name = (row[self._at[it]] for it in ("customer", "email", "product"))
        if kind is not _GOODS or (customer or email).strip():
            return kind
        return LineKind.ADJUSTMENT if name.strip() else LineKind.WITHOUT_PRODUCT

    def _kind_of(self, cells: tuple[str, ...]) -> tuple[LineKind, str]:
        """What the codes say the line is, and the product's SKU: folded, or its stand-in."""
        sku, name, *_, barcode = cells
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

    def _code(self, column: str, text: str) -> str:
        code = not_ruined(column, text, _LONGEST_KEY if column == "email" else _LONGEST_CODE)
        if column in self._profile.whole_numbers:
            code = code.removesuffix(".0")
        return code

    def _details_of(self, cells: tuple[str, ...]) -> str:
        read = {
            name: self._code(name, text) if name in _CODES else one_line(text)
            for name, text in zip(_DETAILS, cells[1:], strict=True)
        }
        remarks = self._profile.remarks
        if remarks is not None and remarks.search(read.get("product", "")):
            del read["product"]
        return pack(read.items())

    def _reader(self, name: str) -> Callable[[str], str]:
        """What makes a text of the order's column ``name`` out of its cell."""
        match name:
            case "customer":
                return partial(self._code, name)
            case "email":
                return lambda text: self._code(name, text).casefold()
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


def _written(at: datetime | None) -> str:
    return "" if at is None else f"{str(at)[:_TO_SECONDS]}.000000"


def _language(text: str) -> str:
    code = one_line(text).replace("_", "-").split("-")[0].lower()
    if code and not (code.isascii() and code.isalpha() and len(code) in {2, 3}):
        raise BadCell("language", text.strip(), Reason.NOT_A_LANGUAGE)
    return code
