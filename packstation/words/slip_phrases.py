"""Every sentence of the slip, in the customer's language; its catalogue is ``slip``.

Nothing here says more than a scan has shown, and nothing promises what a shop may not keep.
"""

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from packstation.domain.orders import Detail
from packstation.domain.records import Core
from packstation.domain.scans import Problem
from packstation.words.words import Words


def greeting(words: Words, name: str) -> str:
    """What the packer says to ``name``; to nobody by name when it is empty."""
    if name:
        return words("{name}, I packed this parcel for you.", name=name)
    return words("I packed this parcel for you.")


def order_number(words: Words, core: Core) -> str:
    if core.parcel > 1:
        return words(
            "Order {number}, parcel {parcel}", number=core.order_number, parcel=core.parcel
        )
    return words("Order {number}", number=core.order_number)


def day(words: Words, at: datetime, zone: ZoneInfo) -> str:
    """Such as "22 November 2026", as the calendar in the shop showed it."""
    return _written(words, at.astimezone(zone).date())


def _written(words: Words, at: date) -> str:
    number = words.p("first of a month", "1") if at.day == 1 else str(at.day)
    month = _months(words)[at.month - 1]
    return words.p("date", "{day} {month} {year}", day=number, month=month, year=at.year)


def tally(words: Words, core: Core) -> str:
    """How many pieces are in the box, and how that is known."""
    here, ordered = core.pieces, core.ordered
    if _stays_out(core):
        return words.n(
            "{here} of {n} piece in this box; what is missing is below.",
            "{here} of {n} pieces in this box; what is missing is below.",
            ordered,
            here=here,
        )
    if here < ordered:
        return words.n(
            "{here} of {n} piece in this box; what is still to come is below.",
            "{here} of {n} pieces in this box; what is still to come is below.",
            ordered,
            here=here,
        )
    if any(line.by_hand for line in core.lines):
        return words.n("{n} piece, and it is in the box.", "{n} pieces, all in the box.", here)
    return words.n("{n} of {n} piece, checked.", "{n} of {n} pieces, checked one by one.", here)


def contents(words: Words) -> str:
    return words("In the box")


def columns(words: Words, core: Core) -> tuple[str, ...]:
    """The heads over the figures: one, or three when something is still to come."""
    if _stays_out(core):
        return words("Ordered"), words("Here"), words("Missing")
    if core.pieces < core.ordered:
        return words("Ordered"), words("Here"), words("To follow")
    return (words("Units"),)


def _stays_out(core: Core) -> bool:
    """Whether pieces are short for a reason that was told: then nobody says they will come."""
    short = core.pieces < core.ordered
    return short and any(line.problem for line in core.lines)


def kept_out(words: Words, problem: str, missing: int) -> str:
    """Why pieces are missing, as the customer may read it: what it is, and nobody's fault."""
    if problem == Problem.DAMAGED:
        return words.n("{n} was not fit to send", "{n} were not fit to send", missing)
    return words.n("{n} is missing", "{n} are missing", missing)


def instead_of(words: Words, ordered: str) -> str:
    """Under what went in; ``ordered`` is what it replaces."""
    return words("instead of {product}", product=ordered)


def checked_by_hand(words: Words) -> str:
    """Of a line in which a person's eye stood in for a scan."""
    return words("checked by hand")


def trace(words: Words, detail: str, values: tuple[str, ...]) -> str:
    """Serial numbers, lots or expiry dates under a line."""
    listed = ", ".join(values)
    match detail:
        case Detail.SERIAL:
            return words("Serial number {values}", values=listed)
        case Detail.LOT:
            return words("Lot {values}", values=listed)
        case _:
            days = ", ".join(_expiry(words, value) for value in values)
            return words("Expires {values}", values=days)


def _expiry(words: Words, value: str) -> str:
    """As a date where it is one; typed in some other way, to the letter."""
    with suppress(ValueError):
        return _written(words, date.fromisoformat(value))
    return value


def from_us(words: Words, gifts: tuple[str, ...]) -> str:
    """What the shop added of its own; ``gifts`` are names of touches."""
    return words("And from us: {gifts}.", gifts=", ".join(gifts))


def message_head(words: Words) -> str:
    """Over what the buyer of a gift wants the recipient to read."""
    return words("A message for you")


def by_hand(words: Words) -> str:
    """In the corner of the empty box that waits for a pen."""
    return words("by hand")


def packed_by(words: Words) -> str:
    return words("Packed by")


def the_team(words: Words) -> str:
    """Who packed it, once the name is no longer kept."""
    return words("our team")


def answer(words: Words) -> tuple[str, str]:
    """Beside the square the customer scans."""
    return words("Anything to tell us?"), words("Scan this and it comes to me.")


def slip_number(words: Words, core: Core) -> str:
    return words("Slip {number}", number=core.slip_number)


def replaces(words: Words, core: Core) -> str:
    """Of the slip of a parcel that was opened again: the one before is void."""
    return words("Replaces slip {number}", number=core.replaces)


def trial(words: Words) -> str:
    """On what was signed for practice, or to try the printer."""
    return words("Practice, no real parcel")


def copy_mark(words: Words, copy: int) -> str:
    return words("Copy {number}", number=copy)


def page(words: Words, number: int, of: int) -> str:
    return words("{page} / {pages}", page=number, pages=of)


def _months(words: Words) -> tuple[str, ...]:
    """As they stand in a date: some languages put "of" before them, or change its sound."""
    return (
        words.p("in a date", "January"),
        words.p("in a date", "February"),
        words.p("in a date", "March"),
        words.p("in a date", "April"),
        words.p("in a date", "May"),
        words.p("in a date", "June"),
        words.p("in a date", "July"),
        words.p("in a date", "August"),
        words.p("in a date", "September"),
        words.p("in a date", "October"),
        words.p("in a date", "November"),
        words.p("in a date", "December"),
    )
