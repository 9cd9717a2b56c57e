"""A condition of a rule as a sentence, as it is asked and as it is denied; and what was found.

The label of the fact stands first and takes no ending, so that no sentence needs to know
whether it is masculine or feminine, one or many.
"""

from typing import Final

from packstation.domain.fact import Fact, Sensitivity
from packstation.domain.facts import existing
from packstation.domain.lines import wanted
from packstation.domain.operators import FactType, Op
from packstation.domain.rules import Condition
from packstation.domain.touches import Got
from packstation.words.card_phrases import ordinal
from packstation.words.fact_names import label, yes_or_no
from packstation.words.values import Reader, amount, value, which
from packstation.words.words import Words, later


def asked(condition: Condition, reader: Reader) -> str:
    """Such as "order number is a multiple of 5". Raises KeyError for a fact of no program."""
    return _said(condition, reader, denied=False)


def denied(condition: Condition, reader: Reader) -> str:
    """The same when it does not hold: "order number is not a multiple of 5"."""
    return _said(condition, reader, denied=True)


def found(condition: Condition, got: Got, reader: Reader) -> str:
    """What was found, in brackets: "(it is the 5th)". Empty where there is nothing to add."""
    fact, words = existing(condition.fact), reader.words
    if fact.sensitivity is Sensitivity.SPECIAL:
        return ""
    if got is None:
        return words("(not known)")
    if fact.type is FactType.BOOL or condition.op is Op.IS_NOT_KNOWN:
        return ""
    if fact.type is FactType.TEXT:
        return words("(there is a text)") if str(got).strip() else words("(there is none)")
    if fact.key == "customer.order_number" and isinstance(got, int):
        return words("(it is the {nth})", nth=ordinal(got, words))
    if fact.type is FactType.LINES:
        return words("(it is {what})", what=_counted(condition.op, got, reader))
    what = value(fact, condition.op, got, reader) if got != () else words("nothing")
    # What was found is the fact's own value, whatever number the operator asks for.
    if fact.type in {FactType.DATE, FactType.MONTH_DAY} or not isinstance(got, int):
        return words("(it is {what})", what=what)
    return words("(it is {what})", what=value(fact, Op.IS, got, reader))


def not_known(condition: Condition, words: Words) -> str:
    """Such as "not known: birthday"."""
    return words("not known: {fact}", fact=label(condition.fact, words))


def _counted(op: Op, got: Got, reader: Reader) -> str:
    number = got if isinstance(got, int) else 0
    if op in {Op.VALUE_AT_LEAST, Op.VALUE_AT_MOST}:
        return amount(number, reader)
    if op in {Op.QUANTITY_AT_LEAST, Op.QUANTITY_AT_MOST}:
        return reader.words.n("{n} piece", "{n} pieces", number)
    return reader.words.n("{n} line", "{n} lines", number)


def _said(condition: Condition, reader: Reader, *, denied: bool) -> str:
    fact, words = existing(condition.fact), reader.words
    if fact.sensitivity is Sensitivity.SPECIAL:
        return words("no limit is noted") if denied else words("a limit is noted")
    if condition.op in {Op.YES, Op.NO}:
        yes = (condition.op is Op.YES) is not denied
        return yes_or_no(condition.fact, words, yes=yes)
    pattern = _PATTERNS[condition.op][denied]
    if fact.type is FactType.LINES:
        return words(pattern, **_of_lines(condition, reader))
    return words(pattern, fact=label(condition.fact, words), **_wants(fact, condition, reader))


def _wants(fact: Fact, condition: Condition, reader: Reader) -> dict[str, str]:
    op, want = condition.op, condition.want
    if op is Op.BETWEEN and isinstance(want, tuple):
        first, last = (value(fact, op, it, reader) for it in want)
        return {"first": first, "last": last}
    return {"want": value(fact, op, want, reader)}


def _of_lines(condition: Condition, reader: Reader) -> dict[str, str]:
    texts = tuple(map(str, condition.want)) if isinstance(condition.want, tuple) else ()
    number = wanted(texts).number
    money = condition.op in {Op.VALUE_AT_LEAST, Op.VALUE_AT_MOST}
    much = amount(number, reader) if money else str(number)
    return {"which": which(texts, reader), "n": much}


_PATTERNS: Final[dict[Op, tuple[str, str]]] = {
    Op.IS: (later("{fact} is {want}"), later("{fact} is not {want}")),
    Op.IS_NOT: (later("{fact} is anything but {want}"), later("{fact} is just {want}")),
    Op.AT_LEAST: (later("{fact} is at least {want}"), later("{fact} does not reach {want}")),
    Op.MORE_THAN: (later("{fact} is more than {want}"), later("{fact} is not above {want}")),
    Op.AT_MOST: (later("{fact} is at most {want}"), later("{fact} goes beyond {want}")),
    Op.LESS_THAN: (later("{fact} is less than {want}"), later("{fact} is not below {want}")),
    Op.BETWEEN: (
        later("{fact} is between {first} and {last}"),
        later("{fact} is not between {first} and {last}"),
    ),
    Op.EVERY_NTH: (
        later("{fact} is a multiple of {want}"),
        later("{fact} is not a multiple of {want}"),
    ),
    Op.IS_ONE_OF: (
        later("{fact} is one of: {want}"),
        later("{fact} is not among: {want}"),
    ),
    Op.IS_NONE_OF: (
        later("{fact} is none of: {want}"),
        later("{fact} is among: {want}"),
    ),
    Op.INCLUDES_ANY: (
        later("{fact}: at least one of {want}"),
        later("{fact}: not even one of {want}"),
    ),
    Op.INCLUDES_ALL: (
        later("{fact}: all of {want}"),
        later("{fact}: not all of {want}"),
    ),
    Op.INCLUDES_NONE: (
        later("{fact}: none of {want}"),
        later("{fact}: something of {want}"),
    ),
    Op.COUNT_AT_LEAST: (
        later("{fact}: {want} different ones at least"),
        later("{fact}: fewer than {want} different ones"),
    ),
    Op.IS_EMPTY: (later("{fact}: nothing"), later("{fact}: something, whatever it is")),
    Op.CONTAINS_ANY_WORD: (
        later("{fact}: says any of {want}"),
        later("{fact}: never says {want}"),
    ),
    Op.DOES_NOT_CONTAIN: (
        later("{fact}: does not say {want}"),
        later("{fact}: does say one of {want}"),
    ),
    Op.ON: (later("{fact}: on {want}"), later("{fact}: not on {want}")),
    Op.BEFORE: (later("{fact}: before {want}"), later("{fact}: not before {want}")),
    Op.AFTER: (later("{fact}: after {want}"), later("{fact}: not after {want}")),
    Op.WITHIN_NEXT_DAYS: (
        later("{fact}: today or in the next {want}"),
        later("{fact}: not in the next {want}"),
    ),
    Op.IN_LAST_DAYS: (
        later("{fact}: today or in the last {want}"),
        later("{fact}: not in the last {want}"),
    ),
    Op.SAME_DAY_AS: (
        later("{fact}: on {want} of any year"),
        later("{fact}: not on {want} of any year"),
    ),
    Op.IS_KNOWN: (later("{fact}: we know it"), later("{fact}: we have no idea")),
    Op.IS_NOT_KNOWN: (later("{fact}: we do not know it"), later("{fact}: it is known")),
    Op.AT_LEAST_ONE_LINE: (
        later("at least one line {which}"),
        later("not a single line {which}"),
    ),
    Op.ALL_LINES: (later("all lines {which}"), later("not all lines {which}")),
    Op.NO_LINE: (later("no line {which}"), later("some line {which}")),
    Op.AT_LEAST_N_LINES: (
        later("at least {n} lines {which}"),
        later("fewer than {n} lines {which}"),
    ),
    Op.QUANTITY_AT_LEAST: (
        later("at least {n} pieces in lines {which}"),
        later("fewer than {n} pieces in lines {which}"),
    ),
    Op.QUANTITY_AT_MOST: (
        later("at most {n} pieces in lines {which}"),
        later("more than {n} pieces in lines {which}"),
    ),
    Op.VALUE_AT_LEAST: (
        later("at least {n} in lines {which}"),
        later("less than {n} in lines {which}"),
    ),
    Op.VALUE_AT_MOST: (
        later("at most {n} in lines {which}"),
        later("more than {n} in lines {which}"),
    ),
}
"""For every operator but yes and no: as it is asked, and as it is denied."""
