"""What a rule may ask of a fact, and three-valued logic: yes, no, not known."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from packstation.domain.touches import Got

Truth = bool | None
"""None: not known."""


class FactType(StrEnum):
    NUMBER = "number"
    MONEY = "money"
    """Cents."""
    DAYS = "days"
    RATIO = "ratio"
    """Hundredths: 150 is one and a half times."""
    DATE = "date"
    """Such as "2026-12-24"."""
    MONTH_DAY = "month_day"
    """Such as "12-24", of any year."""
    LINES = "lines"
    """The lines of the order; packstation.domain.lines answers for them."""
    BOOL = "bool"
    ENUM = "enum"
    SET = "set"
    TEXT = "text"


class Op(StrEnum):
    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    """Both ends included; of days of the year also over New Year: 20 December to 6 January."""
    EVERY_NTH = "every_nth"
    IS_ONE_OF = "is_one_of"
    IS_NONE_OF = "is_none_of"
    YES = "yes"
    NO = "no"
    INCLUDES_ANY = "includes_any"
    INCLUDES_ALL = "includes_all"
    INCLUDES_NONE = "includes_none"
    """True of an empty set."""
    COUNT_AT_LEAST = "count_at_least"
    CONTAINS_ANY_WORD = "contains_any_word"
    """Whole words; case and accents do not matter. A want of several words is a phrase."""
    DOES_NOT_CONTAIN = "does_not_contain"
    IS_EMPTY = "is_empty"
    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    WITHIN_NEXT_DAYS = "within_next_days"
    """Today is one of them, and so is the last."""
    IN_LAST_DAYS = "in_last_days"
    SAME_DAY_AS = "same_day_as"
    """The same day and month, whatever the year."""
    AT_LEAST_ONE_LINE = "at_least_one_line"
    ALL_LINES = "all_lines"
    """False of an order without lines."""
    NO_LINE = "no_line"
    """True of an order without lines."""
    AT_LEAST_N_LINES = "at_least_n_lines"
    QUANTITY_AT_LEAST = "quantity_at_least"
    QUANTITY_AT_MOST = "quantity_at_most"
    VALUE_AT_LEAST = "value_at_least"
    VALUE_AT_MOST = "value_at_most"
    IS_KNOWN = "is_known"
    IS_NOT_KNOWN = "is_not_known"


_OF_ALL = (Op.IS_KNOWN, Op.IS_NOT_KNOWN)
_OF_NUMBERS = (
    Op.IS,
    Op.IS_NOT,
    Op.AT_LEAST,
    Op.MORE_THAN,
    Op.AT_MOST,
    Op.LESS_THAN,
    Op.BETWEEN,
    Op.EVERY_NTH,
    Op.IS_ONE_OF,
    *_OF_ALL,
)
_OF_SETS = (Op.INCLUDES_ANY, Op.INCLUDES_ALL, Op.INCLUDES_NONE, Op.COUNT_AT_LEAST, Op.IS_EMPTY)
_OF_DATES = (
    Op.ON,
    Op.BEFORE,
    Op.AFTER,
    Op.BETWEEN,
    Op.WITHIN_NEXT_DAYS,
    Op.IN_LAST_DAYS,
    Op.SAME_DAY_AS,
    *_OF_ALL,
)
LINE_OPS = (
    Op.AT_LEAST_ONE_LINE,
    Op.ALL_LINES,
    Op.NO_LINE,
    Op.AT_LEAST_N_LINES,
    Op.QUANTITY_AT_LEAST,
    Op.QUANTITY_AT_MOST,
)
VALUE_OPS = (Op.VALUE_AT_LEAST, Op.VALUE_AT_MOST)
"""Only where prices may be asked for."""
RELATIVE_OPS = frozenset({Op.WITHIN_NEXT_DAYS, Op.IN_LAST_DAYS})
"""What is counted from today; packstation.domain.answers does."""
OPS: dict[FactType, tuple[Op, ...]] = {
    FactType.NUMBER: _OF_NUMBERS,
    FactType.MONEY: _OF_NUMBERS,
    FactType.DAYS: _OF_NUMBERS,
    FactType.RATIO: tuple(op for op in _OF_NUMBERS if op is not Op.EVERY_NTH),
    FactType.DATE: _OF_DATES,
    # Seen from a day of the year, every other one is before and after it.
    FactType.MONTH_DAY: tuple(op for op in _OF_DATES if op is not Op.SAME_DAY_AS),
    FactType.LINES: (*LINE_OPS, *VALUE_OPS),
    FactType.BOOL: (Op.YES, Op.NO, *_OF_ALL),
    FactType.ENUM: (Op.IS, Op.IS_NOT, Op.IS_ONE_OF, Op.IS_NONE_OF, *_OF_ALL),
    FactType.SET: (*_OF_SETS, *_OF_ALL),
    FactType.TEXT: (Op.CONTAINS_ANY_WORD, Op.DOES_NOT_CONTAIN, Op.IS_EMPTY, *_OF_ALL),
}


def holds(op: Op, got: Got, want: Got) -> Truth:
    """Whether ``op`` holds; both values must be of a type the operator is made for."""
    if op is Op.IS_KNOWN:
        return got is not None
    if op is Op.IS_NOT_KNOWN:
        return got is None
    return None if got is None else _TESTS[op](got, want)


_TESTS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.IS: lambda got, want: _same(got) == _same(want),
    Op.IS_NOT: lambda got, want: _same(got) != _same(want),
    Op.AT_LEAST: lambda got, want: got >= want,
    Op.MORE_THAN: lambda got, want: got > want,
    Op.AT_MOST: lambda got, want: got <= want,
    Op.LESS_THAN: lambda got, want: got < want,
    Op.BETWEEN: lambda got, want: (
        want[0] <= got <= want[1] if want[0] <= want[1] else got >= want[0] or got <= want[1]
    ),
    Op.EVERY_NTH: lambda got, want: got > 0 and got % want == 0,
    Op.IS_ONE_OF: lambda got, want: _same(got) in _folded(want),
    Op.IS_NONE_OF: lambda got, want: _same(got) not in _folded(want),
    Op.YES: lambda got, _: got,
    Op.NO: lambda got, _: not got,
    Op.INCLUDES_ANY: lambda got, want: not _folded(want).isdisjoint(_folded(got)),
    Op.INCLUDES_ALL: lambda got, want: _folded(want) <= _folded(got),
    Op.INCLUDES_NONE: lambda got, want: _folded(want).isdisjoint(_folded(got)),
    Op.COUNT_AT_LEAST: lambda got, want: len(_folded(got)) >= want,
    Op.CONTAINS_ANY_WORD: lambda got, want: any(says(got, phrase) for phrase in want),
    Op.DOES_NOT_CONTAIN: lambda got, want: not any(says(got, phrase) for phrase in want),
    Op.ON: lambda got, want: got == want,
    Op.BEFORE: lambda got, want: got < want,
    Op.AFTER: lambda got, want: got > want,
    Op.SAME_DAY_AS: lambda got, want: got[-len("12-24") :] == want[-len("12-24") :],
    Op.IS_EMPTY: lambda got, _: not (got.strip() if isinstance(got, str) else got),
}


def _same(value: Any) -> Any:  # noqa: ANN401 (numbers and texts alike)
    return fold(value) if isinstance(value, str) else value


def _folded(values: Iterable[Any]) -> frozenset[Any]:
    return frozenset(_same(value) for value in values)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """``text`` as it is compared: without case, accents and outer space."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold().strip()


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(text)))


def says(text: str, phrase: str) -> bool:
    """Whether the words of ``phrase`` stand in ``text``, whole and in this order."""
    wanted = words_of(phrase)
    return bool(wanted) and f" {' '.join(wanted)} " in f" {' '.join(words_of(text))} "


def all_of(truths: Collection[Truth]) -> Truth:
    """No if any is no, else not known if any is not known. Of nothing: yes."""
    return False if False in truths else None if None in truths else True


def any_of(truths: Collection[Truth]) -> Truth:
    """Yes if any is yes, else not known if any is not known. Of nothing: no."""
    return True if True in truths else None if None in truths else False


def negated(truth: Truth) -> Truth:
    return None if truth is None else not truth
