"""The value of a fact as a person says it: money, days, months, and the words of a list."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from packstation.domain.fact import Fact
from packstation.domain.lines import LEAST, YES, Field, wanted
from packstation.domain.operators import RELATIVE_OPS, FactType, Op
from packstation.domain.touches import Got
from packstation.words.amounts import decimal, money
from packstation.words.card_phrases import language
from packstation.words.words import Words, later

_ANY_YEAR: Final = 2000
_WHOLE_DATE: Final = len("2026-12-24")
HIDDEN: Final = "…"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it: in what language, and whether amounts of money are for these eyes."""

    words: Words
    currency: str = "EUR"
    money: bool = True


def value(fact: Fact, op: Op, got: Got, reader: Reader) -> str:
    """One value, or several with commas."""
    if got is None:
        return ""
    if isinstance(got, tuple):
        return ", ".join(_one(fact, op, it, reader) for it in got)
    return _one(fact, op, got, reader)


def _one(fact: Fact, op: Op, got: Got, reader: Reader) -> str:
    words = reader.words
    if isinstance(got, bool):
        return words("yes") if got else words("no")
    if isinstance(got, int):
        return _number(fact, op, got, reader)
    text = str(got)
    if fact.type in {FactType.DATE, FactType.MONTH_DAY}:
        return day(text, words)
    if fact.key == "customer.language":
        return language(text, words)
    return choice(text, words) if fact.choices else text


def _number(fact: Fact, op: Op, got: int, reader: Reader) -> str:
    words = reader.words
    if op is Op.COUNT_AT_LEAST or (op is Op.EVERY_NTH and fact.type is not FactType.MONEY):
        return str(got)
    if op in RELATIVE_OPS or fact.type is FactType.DAYS:
        return words.n("{n} day", "{n} days", got)
    if fact.type is FactType.MONEY:
        return amount(got, reader)
    if fact.type is FactType.RATIO:
        return words("{n} times", n=decimal(got, words.language))
    if fact.key == "calendar.month" and got in _MONTHS:
        return words.month(date(_ANY_YEAR, got, 1))
    return str(got)


_MONTHS: Final = range(1, 13)


def amount(cents: int, reader: Reader) -> str:
    hidden = not reader.money
    return HIDDEN if hidden else money(cents, reader.currency, reader.words.language)


def day(text: str, words: Words) -> str:
    """A date, or a day of any year."""
    if len(text) == _WHOLE_DATE:
        return words.day(date.fromisoformat(text))
    there = date.fromisoformat(f"{_ANY_YEAR}-{text}")
    return words("{day} {month}", day=there.day, month=words.month(there))


def choice(text: str, words: Words) -> str:
    """One of the words a fact may be; what is not ours, to the letter."""
    known = _CHOICES.get(text)
    return text if known is None else words(known)


# fmt: off
_CHOICES: Final = {
    "buyer": later("the buyer"), "recipient": later("somebody else"),
    "unknown": later("not clear"),
    "new": later("new"), "active": later("active"), "late": later("late"),
    "lapsed": later("silent"), "lost": later("lost"), "returning": later("returning"),
    "missing": later("something missing"), "wrong": later("another piece"),
    "damaged": later("broken"), "quality": later("quality"), "other": later("something else"),
    "liked": later("liked"), "none": later("nothing heard"), "negative": later("not liked"),
    "spring": later("spring"), "summer": later("summer"), "autumn": later("autumn"),
    "winter": later("winter"), "christmas": later("Christmas"),
    "three_kings": later("Three Kings"), "valentine": later("Saint Valentine"),
    "easter": later("Easter"), "book_day": later("Book Day"),
    "fathers_day": later("Father's Day"), "mothers_day": later("Mother's Day"),
    "all_saints": later("All Saints"), "black_friday": later("Black Friday"),
}
# fmt: on

# ---- which lines


def which(texts: tuple[str, ...], reader: Reader) -> str:
    """The lines that a condition means, such as "of category mesa, 2 pieces or more"."""
    words, lines = reader.words, wanted(texts)
    said = [
        words(_NAMED[field], what=words(" or ").join(lines.values(field)))
        for field in _NAMED
        if lines.values(field)
    ]
    for field, sign, text in lines.parts:
        if field in _MEASURED:
            said.append(_measured(field, sign, text, reader))
    return ", ".join(said)


def _measured(field: Field, sign: str, text: str, reader: Reader) -> str:
    words = reader.words
    if field is Field.BOUGHT_BEFORE:
        return words("bought before") if text == YES else words("never bought before")
    if field is Field.NEW_CATEGORY:
        return words("of a new category") if text == YES else words("of a known category")
    least = sign == LEAST
    if field is Field.PRICE:
        cents = amount(int(text), reader)
        if least:
            return words("from {money} a piece", money=cents)
        return words("up to {money} a piece", money=cents)
    if least:
        return words.n("{n} piece or more", "{n} pieces or more", int(text))
    return words.n("{n} piece at most", "{n} pieces at most", int(text))


_NAMED: Final = {
    Field.CATEGORY: later("of category {what}"),
    Field.SKU: later("of product {what}"),
    Field.BRAND: later("of brand {what}"),
    Field.TAG: later("tagged {what}"),
    Field.SUPPLIER: later("from supplier {what}"),
}
_MEASURED: Final = frozenset(Field) - _NAMED.keys()
