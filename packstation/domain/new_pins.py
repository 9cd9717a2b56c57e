"""Why a PIN somebody chooses will not do: the first ones a stranger would try."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from typing import Final

SHORTEST: Final = 4
SHORTEST_OF_AN_OWNER: Final = 6
LONGEST: Final = 12

_DIGITS: Final = 10
_LEAP_YEAR: Final = 2000
_BIRTHS: Final = ("19", "20")
_LEAST_OF_A_NAME: Final = 3
# How the letters lie on the keys of a telephone.
_KEYS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
# The first tries that follow no rule here: a column of the pad, its corners, its cross.
_BY_THE_PAD: Final = ("2580", "0852", "1397", "1379", "7931", "2468", "1470", "0741", "3690")
# How a day is written with digits alone; y is the short year, Y the long one.
_DATES: Final = (
    *("dm", "md", "dmy", "mdy", "ymd", "dmY", "mdY", "Ymd"),
    *("Y", "mY", "Ym"),
)


@dataclass(frozen=True, slots=True)
class ChosenPin:
    """A PIN on its way to be kept; it shows itself in no log and no error."""

    digits: str = field(repr=False)


class Unfit(Enum):
    """Why a PIN is refused when it is set."""

    NOT_DIGITS = auto()
    TOO_SHORT = auto()
    TOO_LONG = auto()
    REPEATED = auto()
    """0000, 1212, 123123."""
    IN_A_ROW = auto()
    """1234, 9876, 2468, and what lies in a row on the pad."""
    A_DAY = auto()
    """A birthday, with or without its year, or a year alone."""
    A_NAME = auto()
    """The name on the keys of a telephone: Ana is 262."""
    SCANNED = auto()
    """A scanner sent it: a code that lies about is no secret."""


def shortest_pin(role: str) -> int:
    """How many digits ``role`` needs at least: packer or owner."""
    return SHORTEST_OF_AN_OWNER if role == "owner" else SHORTEST


def unfit(pin: ChosenPin, *, role: str, name: str) -> Unfit | None:
    """Why ``pin`` is refused to somebody called ``name``; None when it is a good one."""
    digits = pin.digits
    if not (digits.isascii() and digits.isdigit()):
        return Unfit.NOT_DIGITS
    if len(digits) < shortest_pin(role):
        return Unfit.TOO_SHORT
    if len(digits) > LONGEST:
        return Unfit.TOO_LONG
    if _repeats(digits):
        return Unfit.REPEATED
    if _in_a_row(digits):
        return Unfit.IN_A_ROW
    if any(_is_day(digits, form) for form in _DATES):
        return Unfit.A_DAY
    if any(it in digits or digits in it for it in _spelled(name)):
        return Unfit.A_NAME
    return None


def _repeats(digits: str) -> bool:
    """Whether it is one piece said again and again: 0000, 1212, 123123; 1122 as well."""
    pairs = {a == b for a, b in zip(digits[::2], digits[1::2], strict=False)}
    doubled = len(digits) % 2 == 0 and pairs == {True}
    return digits in (digits + digits)[1:-1] or doubled


def _in_a_row(digits: str) -> bool:
    steps = {(int(b) - int(a)) % _DIGITS for a, b in pairwise(digits)}
    return len(steps) == 1 or any(digits.startswith(it) for it in _BY_THE_PAD)


def _is_day(digits: str, form: str) -> bool:
    """Whether ``digits`` are a day of a year, written in the order of ``form``."""
    pattern = "".join(f"(?P<{it}>[0-9]{{{4 if it == 'Y' else 2}}})" for it in form)
    found = re.fullmatch(pattern, digits)
    if found is None:
        return False
    parts = found.groupdict()
    if not parts.get("Y", _BIRTHS[0]).startswith(_BIRTHS):
        return False
    try:
        date(_LEAP_YEAR, int(parts.get("m", "1")), int(parts.get("d", "1")))
    except ValueError:
        return False
    return True


def _spelled(name: str) -> Iterator[str]:
    """The words of ``name`` in digits, and all of it in one; none of a short word."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall("[a-z]+", "".join(it for it in folded if not unicodedata.combining(it)))
    for word in (*words, "".join(words)):
        if len(word) >= _LEAST_OF_A_NAME:
            yield word.translate(_KEYS)
