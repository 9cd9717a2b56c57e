"""What an import noticed: doubts about single orders, and how what we knew has changed."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """What somebody should look at, in an order that came in all the same."""

    REFUND_UNCLEAR = "refund_unclear"
    """Money went back (``text``: how much, where the file says), but for which pieces?"""
    SENT_UNCLEAR = "sent_unclear"
    """Some pieces of ``text`` have left already: the file does not say how many."""
    STATE_UNKNOWN = "state_unknown"
    """The shop's word ``text`` is none we know: the order is on hold."""
    NO_ADDRESS = "no_address"
    NOTHING_TO_PACK = "nothing_to_pack"
    """No line of it goes into a box, so it is no work."""
    NO_LINES = "no_lines"
    """The shop sent it without a single line: it is on hold."""
    DATE_ODD = "date_odd"
    """``text`` lies in the future, or before any shop on the net."""
    OLDER = "older"
    """We know a newer state of it: what came now changes nothing."""
    ANOTHER_ORDER = "another_order"
    """Ours of this number was placed on another day by somebody else: left as it is."""


@dataclass(frozen=True, slots=True)
class Warned:
    """One doubt about one order."""

    order: str
    doubt: Doubt
    text: str = ""


class Part(StrEnum):
    """Which part of a known order, or product, the file tells otherwise."""

    LINES = "lines"
    """``before`` and ``after`` are pieces of the product ``what``."""
    LINE_NOTES = "line_notes"
    STATE = "state"
    NAME = "name"
    RECIPIENT = "recipient"
    ADDRESS = "address"
    MESSAGE = "message"
    GIFT_MESSAGE = "gift_message"
    FLAGS = "flags"
    CARRIER = "carrier"
    LEAVES = "leaves"
    TOTAL = "total"

    PRODUCT = "product"
    """Its name; all from here on are of products."""
    VARIANT = "variant"
    PLACE = "place"
    CATEGORY = "category"
    BRAND = "brand"
    TAGS = "tags"
    PRICE = "price"
    """``before`` and ``after`` are cents."""
    PACKABLE = "packable"
    """``before`` and ``after`` are yes or no."""
    POLICY = "policy"
    PICTURE = "picture"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Difference:
    """What an order or a product said before, and what the file says now."""

    part: Part
    before: str
    after: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What we knew came in otherwise; no differences: they are too small for a name."""

    number: str
    """The order's number, or the product's SKU."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What the shop says now of an order that is in somebody's hands, and is not done yet."""

    digest: str
    """Of all it says: other news has another, or another state."""
    state: str
    """open, held, shipped or cancelled: what the order would be."""
    differences: tuple[Difference, ...] = ()

    @property
    def cancels(self) -> bool:
        return self.state == "cancelled"
