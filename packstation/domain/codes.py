"""What a code can be: the GTIN of a product, or one of the codes this shop prints itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Final

# ISO/IEC 7064 MOD 37,36: one check character from the same alphabet, catches every single
# wrong character and every swap of neighbours.
ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUES: Final = {letter: value for value, letter in enumerate(ALPHABET)}
_DOUBLED: Final = tuple(
    (value or len(ALPHABET)) * 2 % (len(ALPHABET) + 1) for value in range(len(ALPHABET))
)
"""Of the check character's running sum, what ISO 7064 makes of it (MOD 37,36)."""
# No 0/O, 1/I/L: what people may have to read aloud or type.
CLEAR_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GTIN_LENGTHS: Final = (8, 12, 13, 14)
MARK_LENGTH: Final = 3
LONGEST: Final = 4096
_LONGEST_BODY: Final = 13
"""An id in base 36 that any database can look up, and a turn."""
_NEIGHBOURS: Final = 16
"""Codes are made for many ids in a row, which differ in their last place: the rest is kept."""


class Kind(StrEnum):
    """What one of our own codes names. The letter stands right behind the shop's mark."""

    BADGE = "B"
    COMMAND = "C"
    ORDER = "P"
    SLIP = "S"
    TOUCH = "T"
    PIECE = "A"
    NOTE = "N"


class Whose(StrEnum):
    """Whose a code is that is not learned."""

    NOBODYS = "nobodys"
    """Another one than was scanned before."""
    PRODUCTS = "products"
    ORDERS = "orders"
    """The number of an order or a slip."""
    OURS = "ours"
    """One of those this shop prints itself."""


@dataclass(frozen=True, slots=True)
class LearnedCode:
    """A code that somebody at a bench said what it is; the product as it is called now."""

    code: str
    product: str
    variant: str
    units: int
    by: str
    at: datetime | None


def own_code(mark: str, kind: Kind, body: str) -> str:
    """The printable code (A-Z and 0-9 only) of this shop's ``body``, with its check character.

    ``mark`` is the shop's random prefix of MARK_LENGTH characters.
    """
    stem = mark + kind + body
    return stem + _check_character(stem)


def order_code(mark: str, order_id: int) -> str:
    """What this shop's sheets carry for the order ``order_id``: six places in base 36."""
    return own_code(mark, Kind.ORDER, _base36(order_id))


def slip_code(mark: str, number: str) -> str:
    """What the slip ``number`` carries.

    A bench may be called "Mesa de Ana": a digest stands for what no code can hold of a number.
    """
    body = number.replace("-", "")
    if any(letter not in _VALUES for letter in body):
        plain = "".join(letter for letter in body.upper() if letter in _VALUES)
        digest = int.from_bytes(sha256(number.encode()).digest()[:4])
        body = plain[-_LONGEST_BODY:] + _base36(digest, 7)
    return own_code(mark, Kind.SLIP, body)


def product_code(mark: str, product_id: int) -> str:
    """What a label of ours carries for a product that has no code of its own.

    Three places in base 36, more for the 46,657th: short, so that its bars are wide.
    """
    return own_code(mark, Kind.PIECE, _base36(product_id, 3))


def note_code(mark: str, order_id: int, turn: int) -> str:
    """What the card of an order's note carries.

    ``turn`` tells it from an earlier card of the same order that does not fit any more.
    """
    return own_code(mark, Kind.NOTE, _base36(order_id) + ALPHABET[turn % len(ALPHABET)])


def read_note_body(body: str) -> tuple[int, int] | None:
    """The order's id and the turn, from the ``body`` of a note's code; None: no card's body."""
    if len(body) > _LONGEST_BODY:
        return None
    return int(body[:-1] or "0", len(ALPHABET)), ALPHABET.index(body[-1])


def _base36(number: int, places: int = 6) -> str:
    before, last = divmod(number, len(ALPHABET))
    return _digits(before, places - 1) + ALPHABET[last]


@lru_cache(_NEIGHBOURS)
def _digits(number: int, places: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits.rjust(places, "0")


def read_own(mark: str, text: str) -> tuple[Kind, str] | None:
    """Kind and body of a code this shop printed; None for any other text."""
    stem, check = text[:-1], text[-1:]
    if not mark or len(stem) <= MARK_LENGTH + 1 or not stem.startswith(mark):
        return None
    if any(letter not in ALPHABET for letter in text) or check != _check_character(stem):
        return None
    try:
        return Kind(stem[MARK_LENGTH]), stem[MARK_LENGTH + 1 :]
    except ValueError:
        return None


def gtin(text: str) -> str | None:
    """The code as a GTIN of 13 (or 14) digits: UPC-A and EAN-8 are filled up with zeros.

    None when ``text`` has no length of a GTIN or its check digit is wrong
    (GS1 General Specifications, 7.9).
    """
    if not looks_like_gtin(text) or text[-1] != gtin_check_digit(text[:-1]):
        return None
    return (
        text.lstrip("0").rjust(13, "0")
        if len(text) == GTIN_LENGTHS[-1]
        else text.rjust(13, "0")
    )


def looks_like_gtin(text: str) -> bool:
    return len(text) in GTIN_LENGTHS and text.isascii() and text.isdigit()


def gtin_check_digit(body: str) -> str:
    """The digit that completes ``body`` (a GTIN without its last digit)."""
    weighed = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(body[::-1])
    )
    return str(-weighed % 10)


def _check_character(stem: str) -> str:
    return ALPHABET[(1 - _add(_running_sum(stem[:-1]), stem[-1])) % len(ALPHABET)]


@lru_cache(_NEIGHBOURS)
def _running_sum(beginning: str) -> int:
    check = len(ALPHABET)
    for letter in beginning:
        check = _add(check, letter)
    return check


def _add(check: int, letter: str) -> int:
    return _DOUBLED[(check + _VALUES[letter]) % len(ALPHABET)]
