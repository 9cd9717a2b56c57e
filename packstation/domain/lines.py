"""What a rule may ask of an order's lines: at least one, all, none, several, how much of them.

A condition names what lines it means as a tuple of texts, such as
``("category=mesa", "price<=900", "n=2")``: plain enough for a journal, and read once.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from packstation.domain.operators import Op, Truth, all_of, any_of, fold, negated


class BoughtLine(NamedTuple):
    """A line as the shop sold it, as light as its row. None, anywhere: it did not say."""

    sku: str
    quantity: int
    category: str | None = None
    brand: str | None = None
    supplier: str | None = None
    tags: tuple[str, ...] | None = None
    price_cents: int | None = None
    """Of one piece."""
    bought_before: bool | None = None
    """By this customer, before this order."""
    new_category: bool | None = None
    """The customer never bought anything of its category."""


class Field(StrEnum):
    """What can be asked of one line."""

    CATEGORY = "category"
    SKU = "sku"
    BRAND = "brand"
    TAG = "tag"
    SUPPLIER = "supplier"
    QUANTITY = "quantity"
    PRICE = "price"
    BOUGHT_BEFORE = "bought_before"
    NEW_CATEGORY = "new_category"


TEXTS: Final = (Field.CATEGORY, Field.SKU, Field.BRAND, Field.TAG, Field.SUPPLIER)
NUMBERS: Final = (Field.QUANTITY, Field.PRICE)
LEAST, MOST, IS = ">=", "<=", "="
N: Final = "n"
YES: Final = "yes"
_PART = re.compile(r"([a-z_]+)(>=|<=|=)(.*)", re.DOTALL)
Check = Callable[[BoughtLine], Truth]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The lines a condition means, and the number it asks for, where its operator has one."""

    parts: tuple[tuple[Field, str, str], ...]
    """(field, one of LEAST, MOST, IS, value); several values of a text: any of them."""
    number: int = 1

    def values(self, field: Field) -> tuple[str, ...]:
        return tuple(value for it, _, value in self.parts if it is field)

    def of(self, line: BoughtLine) -> Truth:
        """Whether ``line`` is one of them."""
        return all_of([check(line) for check in _checks(self)])


@lru_cache(maxsize=1024)
def wanted(texts: tuple[str, ...]) -> Wanted:
    """What ``texts`` say; raises ValueError when they were not written by rule_conditions."""
    number, parts = 1, []
    for text in texts:
        match = _PART.fullmatch(text)
        if match is None:
            raise ValueError(text)
        name, sign, value = match.groups()
        if name == N:
            number = int(value)
        else:
            parts.append((Field(name), sign, value))
    return Wanted(tuple(parts), number)


@lru_cache(maxsize=1024)
def _checks(it: Wanted) -> tuple[Check, ...]:
    texts = [_named(field, it.values(field)) for field in TEXTS if it.values(field)]
    others = [
        _measured(field, sign, value) for field, sign, value in it.parts if field not in TEXTS
    ]
    return (*texts, *others)


def _named(field: Field, values: tuple[str, ...]) -> Check:
    known = frozenset(map(fold, values))

    def check(line: BoughtLine) -> Truth:
        texts = _texts(line, field)
        return None if texts is None else not known.isdisjoint(map(fold, texts))

    return check


def _texts(line: BoughtLine, field: Field) -> tuple[str, ...] | None:
    if field is Field.TAG:
        return line.tags
    one: str | None = getattr(line, field.value)
    return None if one is None else (one,)


def _measured(field: Field, sign: str, value: str) -> Check:
    if field is Field.BOUGHT_BEFORE:
        return lambda line: _is(line.bought_before, value)
    if field is Field.NEW_CATEGORY:
        return lambda line: _is(line.new_category, value)
    limit = int(value)

    def check(line: BoughtLine) -> Truth:
        got = line.quantity if field is Field.QUANTITY else line.price_cents
        return None if got is None else got >= limit if sign == LEAST else got <= limit

    return check


def _is(told: bool | None, value: str) -> Truth:  # noqa: FBT001 (what a line says of itself)
    return None if told is None else told is (value == YES)


def asked_of_lines(op: Op, lines: Sequence[BoughtLine], want: Wanted) -> tuple[int, Truth]:
    """What was found (lines, pieces or cents that are surely meant), and whether it holds."""
    truths = [want.of(line) for line in lines]
    match op:
        case Op.NO_LINE:
            return truths.count(True), negated(any_of(truths))
        case Op.ALL_LINES:
            # Nothing can be said of all lines of an order that has none.
            return truths.count(True), all_of(truths) if truths else False
        case Op.QUANTITY_AT_LEAST | Op.QUANTITY_AT_MOST:
            counts: list[int | None] = [line.quantity for line in lines]
            return _total(op is Op.QUANTITY_AT_LEAST, counts, truths, want.number)
        case Op.VALUE_AT_LEAST | Op.VALUE_AT_MOST:
            cents = [_value(line) for line in lines]
            return _total(op is Op.VALUE_AT_LEAST, cents, truths, want.number)
        case _:
            least = want.number if op is Op.AT_LEAST_N_LINES else 1
            return _total(True, [1] * len(lines), truths, least)  # noqa: FBT003 (at least)


def _value(line: BoughtLine) -> int | None:
    return None if line.price_cents is None else line.price_cents * line.quantity


def _total(
    at_least: bool,  # noqa: FBT001 (the two halves of one question)
    amounts: Sequence[int | None],
    truths: Sequence[Truth],
    limit: int,
) -> tuple[int, Truth]:
    """The sum of what surely counts, and whether the rest could still change the answer."""
    sure = sum(it for it, truth in zip(amounts, truths, strict=True) if truth and it)
    open_ = [it for it, truth in zip(amounts, truths, strict=True) if truth is None]
    endless = any(
        it is None and truth is not False for it, truth in zip(amounts, truths, strict=True)
    )
    most = sure + sum(it for it in open_ if it)
    if at_least:
        return sure, True if sure >= limit else None if endless or most >= limit else False
    return sure, False if sure > limit else None if endless or most > limit else True
