"""Reads single cells: text, counts, amounts and dates, each refused by name when it is none."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, time, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from packstation.domain.intake import Reason

MOST: Final = 100_000
"""No order line has more pieces: the largest real one known has 80,995."""
LONGEST_LINE: Final = 300
LONGEST_TEXT: Final = 10_000
"""Letters of a name, and of what a customer wrote: what is longer ends in an ellipsis."""
_UNSEEN: Final = frozenset({"Cf", "Zs", "Zl", "Zp"})
_MOST_CENTS: Final = 10**11
_WHOLE: Final = re.compile(r"-?\d{1,18}(?:[.,]0{1,2})?")
_RUINED: Final = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"-?\d{1,15}(?:(?P<mark>[.,])\d{1,6})?")
_GROUPED: Final = re.compile(
    r"-?\d{1,3}(?P<group>[.,' ])\d{3}(?:(?P=group)\d{3})*(?:(?P<mark>[.,])\d{1,6})?"
)
_THREE: Final = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_CLOCKLESS_DATE: Final = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
_YEAR_FIRST: Final = re.compile(r"\d{4}-")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
_WITHOUT_ZONE: Final = len("2026-11-01 10:15:32")
_SHEET_GUARDED: Final = "=+-@\t\r0123456789\uff1d\uff0b\uff0d\uff20"  # full-width twins too


class BadCell(Exception):
    """The cell under ``column`` cannot be read."""

    def __init__(self, column: str, text: str, reason: Reason) -> None:
        super().__init__(column, text, reason)
        self.column, self.text, self.reason = column, text, reason


def tidy(text: str) -> str:
    """``text`` trimmed, without control characters and without a spreadsheet's apostrophe.

    Exports put ' before what a spreadsheet would calculate or shorten: '28013, '=1+1.
    Empty when nothing of it can be seen.
    """
    text = text.strip()
    if text[:1] == "'" and text[1:2] and text[1] in _SHEET_GUARDED:
        text = text[1:]
    if not text.isprintable():
        text = "".join(_printable(text)).strip()
        if all(unicodedata.category(letter) in _UNSEEN for letter in text):
            return ""
    return _ended(text, LONGEST_TEXT)


def one_line(text: str) -> str:
    """Tidy, with every run of blanks as one."""
    if not text.isprintable() or "'" in text:
        text = tidy(text)  # most cells are nothing but text
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_LINE else _ended(text, LONGEST_LINE)


def _ended(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _printable(text: str) -> Iterator[str]:
    for letter in text.replace("\r\n", "\n"):
        # Format characters stay: emoji are joined by them, Arabic names need them.
        if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"}:
            yield letter


def whole(column: str, text: str) -> int:
    """A count such as 6 or 6.0; never 1.5, 1e9 or 1.000, which could be one or a thousand."""
    text = tidy(text)
    if not text:
        raise BadCell(column, text, Reason.MISSING)
    if not text.isascii() or not _WHOLE.fullmatch(text):
        raise BadCell(column, text, Reason.NOT_WHOLE)
    count = int(re.split("[.,]", text)[0])
    if abs(count) > MOST:
        raise BadCell(column, text, Reason.TOO_MANY)
    return count


def cents(column: str, text: str, decimal: str, *, sure: bool) -> int:
    """An amount in hundredths; empty is 0.

    ``decimal`` is the file's mark. Unless ``sure`` it only decides what is unclear: 1.234
    could be one or a thousand, 12,50 and 1.234,50 could not.
    """
    text = tidy(text).strip("€$£ \N{NO-BREAK SPACE}")
    if not text:
        return 0
    amount = _amount(text, decimal, sure=sure) if text.isascii() else None
    if amount is None or abs(amount) > _MOST_CENTS:
        raise BadCell(column, text, Reason.NOT_AN_AMOUNT)
    return int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))


def _amount(text: str, decimal: str, *, sure: bool) -> Decimal | None:
    if _THREE.fullmatch(text):
        return Decimal(
            text.replace(decimal, ".") if decimal in text else re.sub("[.,]", "", text)
        )
    found = _AMOUNT.fullmatch(text) or _GROUPED.fullmatch(text)
    if found is None:
        return None
    mark, group = found["mark"], found.groupdict().get("group")
    if mark == group or (sure and (mark not in {None, decimal} or group == decimal)):
        return None if mark is not None else Decimal(re.sub("[., ']", "", text))
    digits = text.replace(group, "") if group else text
    return Decimal(digits.replace(mark, ".") if mark else digits)


def moment(column: str, text: str, formats: tuple[str, ...], zone: tzinfo) -> datetime | None:
    """The point in time in UTC; None for an empty cell.

    Without ``formats`` only years-first dates are read: 03/04/2026 is March or April.
    """
    text = tidy(text)
    if not text:
        return None
    found = _by_format(text, formats) if formats else _by_iso(text)
    if found is None:
        unclear = not formats and _CLOCKLESS_DATE.match(text) and not _YEAR_FIRST.match(text)
        raise BadCell(column, text, Reason.DATE_UNCLEAR if unclear else Reason.NOT_A_DATE)
    try:
        # Four times as quick as replace(tzinfo=zone).
        there = found if found.tzinfo else datetime.combine(found, found.time(), zone)
        return there.astimezone(UTC)
    except OverflowError as error:
        raise BadCell(column, text, Reason.NOT_A_DATE) from error


def end_of_day(
    column: str, text: str, formats: tuple[str, ...], zone: tzinfo
) -> datetime | None:
    """As ``moment``; a day without a clock means its last minute."""
    found = moment(column, text, formats, zone)
    if found is None or ":" in text:
        return found
    return datetime.combine(found.astimezone(zone), time(23, 59), zone).astimezone(UTC)


def _by_iso(text: str) -> datetime | None:
    if not _ISO.fullmatch(text):
        return None
    if len(text) > _WITHOUT_ZONE or not text[-1].isdigit():
        # Shopify writes "2026-11-01 10:15:32 +0100".
        text = re.sub(r" (?=[+-]\d\d)| (?=UTC$)", "", text).replace("UTC", "Z")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _by_format(text: str, formats: tuple[str, ...]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 (the zone is the caller's)
        except ValueError:
            continue
    return None


def not_ruined(column: str, text: str, longest: int) -> str:
    """A code as text: leading zeros stay. Refused when a spreadsheet has rounded it."""
    if not text.isalnum():  # most codes are letters and digits, and nothing to tidy
        text = one_line(text)
    if "+" in text and _RUINED.fullmatch(text):
        raise BadCell(column, text, Reason.NUMBER_RUINED)
    if len(text) > longest:
        raise BadCell(column, text[:longest], Reason.TEXT_TOO_LONG)
    return text
