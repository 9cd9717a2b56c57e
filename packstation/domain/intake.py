"""What bringing a file in leads to: a summary that adds up, or one named reason why not."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Final, NamedTuple

from packstation.domain.noticed import Changed, Warned

LISTED: Final = 100
"""How many refused rows, or orders left alone, are named one by one; the rest is counted."""


class LineKind(StrEnum):
    """What a line of the file is. Every line is exactly one of these."""

    GOODS = "goods"
    CANCELLATION = "cancellations"
    FEE = "fees"
    POSTAGE = "postage"
    SAMPLE = "samples"
    VOUCHER = "vouchers"
    ADJUSTMENT = "adjustments"
    """Somebody put the stock right: nothing a customer ordered."""
    WITHOUT_PRODUCT = "without_product"
    VIRTUAL = "virtual"
    """A download or a gift card by mail: on the order, never in the box."""
    AGAIN = "again"
    """Of an order that stands further up, to the letter or in a newer state."""
    SENT_BEFORE = "sent_before"
    """Part of an order that has left the shop already."""
    REFUNDED = "refunded"
    """Pieces the customer has got the money back for."""
    BLANK = "blank"
    REFUSED = "refused"
    SET_ASIDE = "set_aside"
    """Good in itself, but its order has a refused line: half an order is not packed."""


class Reason(StrEnum):
    """Why a row is refused."""

    MISSING = "missing"
    NOT_WHOLE = "not_whole"
    NOT_POSITIVE = "not_positive"
    TOO_MANY = "too_many"
    NOT_AN_AMOUNT = "not_an_amount"
    NEGATIVE_AMOUNT = "negative_amount"
    NOT_A_DATE = "not_a_date"
    DATE_UNCLEAR = "date_unclear"
    NOT_A_LANGUAGE = "not_a_language"
    STATUS_UNKNOWN = "status_unknown"
    NUMBER_RUINED = "number_ruined"
    """A spreadsheet has turned a code into 8.41234E+12."""
    TEXT_TOO_LONG = "text_too_long"
    ROW_SHORT = "row_short"
    ROW_LONG = "row_long"
    QUOTE_BROKEN = "quote_broken"
    NOT_A_TEXT = "not_a_text"
    NOT_AN_OBJECT = "not_an_object"
    NOT_A_LIST = "not_a_list"
    NAMED_TWICE = "named_twice"
    TOO_DEEP = "too_deep"
    NOT_AN_ORDER = "not_an_order"
    ORDER_TWICE = "order_twice"
    """Two exports in one file: which of the two is newer, nobody can tell."""
    FIRST_ROW_MISSING = "first_row_missing"
    """Of an order of which only rows further down are there: is it paid, where does it go?"""
    SKU_TWICE = "sku_twice"
    """Two products of a file have one SKU: an order could mean either."""
    UNITS_UNCLEAR = "units_unclear"
    """One code of one product stands for two numbers of pieces."""
    UNITS_OF_SEVERAL = "units_of_several"
    """Several codes of one row, and more than one piece for one of them, or for each?"""
    FORMULA = "formula"
    """A spreadsheet's own =B2*1,21, or what became of it, such as #REF!."""
    NOT_A_POLICY = "not_a_policy"
    """Whether a product is checked by hand, in a word nobody knows."""
    NAMELESS = "nameless"
    """A product nobody knows, which the file gives no name."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot come in: where it stands, the cell, its text and why."""

    line: int
    """The physical line the row begins on; line 1 is the header."""
    column: str
    """As the file's header calls it, or a JSON pointer into its order; empty when the row as
    a whole is wrong."""
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """An order the file would change, but which is on a bench or already packed."""

    number: str
    state: str


class OrderTally(NamedTuple):
    """What became of the file's orders."""

    new: int = 0
    unchanged: int = 0
    changed: int = 0
    left_alone: int = 0
    guests: int = 0
    """Orders without a customer, whatever became of them."""
    work: int = 0
    """Of the new ones: how many wait to be packed."""
    history: int = 0
    """Of the new ones: how many were packed before this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a file brought. ``lines`` adds up to every line under its header."""

    file_name: str
    profile: str
    lines: Mapping[LineKind, int]
    repeats: int = 0
    """Of the goods: lines that repeat another line of their order to the letter."""
    orders: OrderTally = field(default_factory=OrderTally)
    products: int = 0
    """Different products on the file's lines of goods."""
    new_products: int = 0
    new_customers: int = 0
    left_alone: tuple[LeftAlone, ...] = ()
    """The first of them, at most LISTED."""
    refused: tuple[Refusal, ...] = ()
    """The first of them, at most LISTED."""
    changed: tuple[Changed, ...] = ()
    """The first of them, at most LISTED."""
    warnings: tuple[Warned, ...] = ()
    """The first of them, at most LISTED."""
    warning_count: int = 0

    @property
    def total_lines(self) -> int:
        return sum(self.lines.values())

    @property
    def total_orders(self) -> int:
        orders = self.orders
        return orders.new + orders.unchanged + orders.changed + orders.left_alone

    def as_json(self) -> dict[str, Any]:
        """The keys docs/import.md documents: they stay."""
        return {
            "file": self.file_name,
            "profile": self.profile,
            "lines": {
                "total": self.total_lines,
                **{kind.value: self.lines.get(kind, 0) for kind in LineKind},
                "repeats": self.repeats,
            },
            "orders": {"total": self.total_orders, **self.orders._asdict()},
            "products": {"total": self.products, "new": self.new_products},
            "customers": {"new": self.new_customers},
            "left_alone": [asdict(it) for it in self.left_alone],
            "refused": [asdict(it) for it in self.refused],
            "changed": [asdict(it) for it in self.changed],
            "warnings": {
                "total": self.warning_count,
                "named": [asdict(it) for it in self.warnings],
            },
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    history_before: date | None = None
    """Orders placed before this day of the shop's are history, not work."""
    skip_bad: bool = False
    held_because: str = ""
    """What a packer reads on an order that the file puts on hold."""


class Stage(StrEnum):
    """How far an import is."""

    READING = "reading"
    WEIGHING = "weighing"
    """Comparing with what is known here, when nothing is to be written yet."""
    WRITING = "writing"
    PUBLISHING = "publishing"


class FileLine(NamedTuple):
    """One line of goods as the file has it, on its way into the scratch table.

    A tuple, not a dataclass: half a million of them go straight into ``executemany``.
    """

    line: int
    order: str
    sku: str
    quantity: int
    cents: int
    at: str
    """UTC as ``2026-11-02 09:15:00.000000``; empty when the file does not say."""
    note: str
    state: str
    """open, held, shipped or cancelled; empty when the file does not say."""
    head: str
    """What the row says of its order, as ``heads.pack`` joins it."""
    details: str
    """What the row says of its product, likewise."""


@dataclass(eq=False)
class IntakeStopped(Exception):
    """Nothing was brought in, for a reason that can be said in one sentence."""

    code: ClassVar[str] = "stopped"


@dataclass(eq=False)
class FileMissing(IntakeStopped):
    code: ClassVar[str] = "file_missing"
    path: str


@dataclass(eq=False)
class FileNotReadable(IntakeStopped):
    code: ClassVar[str] = "file_not_readable"
    path: str


@dataclass(eq=False)
class NoPlainFile(IntakeStopped):
    """A folder, or what nobody knows the end of: a pipe, a device."""

    code: ClassVar[str] = "no_plain_file"
    path: str


@dataclass(eq=False)
class FileEmpty(IntakeStopped):
    code: ClassVar[str] = "file_empty"
    path: str


@dataclass(eq=False)
class NotAText(IntakeStopped):
    """``what``: spreadsheet, zip, pdf, picture, json or unknown."""

    code: ClassVar[str] = "not_a_text"
    path: str
    what: str


@dataclass(eq=False)
class FileDamaged(IntakeStopped):
    code: ClassVar[str] = "file_damaged"
    path: str


@dataclass(eq=False)
class EncodingUnclear(IntakeStopped):
    code: ClassVar[str] = "encoding_unclear"
    path: str
    encoding: str


@dataclass(eq=False)
class HeaderMissing(IntakeStopped):
    """The first row is an order or a product already: nothing says what its columns are."""

    code: ClassVar[str] = "header_missing"
    path: str


@dataclass(eq=False)
class FileChanged(IntakeStopped):
    """Somebody has written to it since it was looked at, or while it was read."""

    code: ClassVar[str] = "file_changed"
    path: str


@dataclass(eq=False)
class CellTooLong(IntakeStopped):
    code: ClassVar[str] = "cell_too_long"
    line: int
    limit: int


@dataclass(eq=False)
class QuoteLeftOpen(IntakeStopped):
    """Everything after ``line`` hangs in one cell: no row behind it can be trusted."""

    code: ClassVar[str] = "quote_left_open"
    line: int


@dataclass(eq=False)
class JsonBroken(IntakeStopped):
    """From ``line`` on it is no JSON, or none that anybody would write for an order."""

    code: ClassVar[str] = "json_broken"
    line: int


@dataclass(eq=False)
class ColumnsMissing(IntakeStopped):
    """``profile`` is what was asked for; empty when the file is of no kind we know.

    Then ``missing`` is what our own template would need.
    """

    code: ClassVar[str] = "columns_missing"
    profile: str
    missing: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(eq=False)
class ProfileUnknown(IntakeStopped):
    code: ClassVar[str] = "profile_unknown"
    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ProfileWrong(IntakeStopped):
    code: ClassVar[str] = "profile_wrong"
    path: str
    key: str


@dataclass(eq=False)
class RowsRefused(IntakeStopped):
    code: ClassVar[str] = "rows_refused"
    refused: tuple[Refusal, ...]
    count: int
    lines: int


@dataclass(eq=False)
class AnotherShop(IntakeStopped):
    """``count`` orders, such as ``number``, are other orders here: only the number is alike."""

    code: ClassVar[str] = "another_shop"
    number: str
    count: int


@dataclass(eq=False)
class ImportCancelled(IntakeStopped):
    code: ClassVar[str] = "cancelled"


@dataclass(eq=False)
class ImportRunning(IntakeStopped):
    code: ClassVar[str] = "import_running"


@dataclass(eq=False)
class DiskFull(IntakeStopped):
    code: ClassVar[str] = "disk_full"


@dataclass(eq=False)
class ShopBusy(IntakeStopped):
    code: ClassVar[str] = "shop_busy"


@dataclass(eq=False)
class ShopNotWritable(IntakeStopped):
    code: ClassVar[str] = "shop_not_writable"
    cause: str
