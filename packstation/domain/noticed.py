"""What an import noticed: doubts about single orders, and how known ones have changed."""

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
    """Which part of a known order the file tells otherwise."""

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


@dataclass(frozen=True, slots=True)
class Difference:
    """What an order said before, and what the file says now."""

    part: Part
    before: str
    after: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """An order we knew came in otherwise; no differences: they are too small for a name."""

    number: str
    differences: tuple[Difference, ...]
