"""The conditions of a rule as JSON: each fact, operator and value must suit one another.

Numbers are whole: money in cents, ratios in hundredths. Days are "2026-12-24", days of any
year "12-24". What is asked of lines is an object:

    {"id": "c1", "fact": "lines.where", "op": "at_least_n_lines",
     "value": {"where": {"category": ["mesa"], "quantity": {"at_least": 2}}, "n": 3}}
"""

from datetime import date
from typing import Final

from packstation.domain.days import in_year, month_day
from packstation.domain.fact import Fact, Sensitivity
from packstation.domain.facts import fact_of
from packstation.domain.json_parts import Part
from packstation.domain.lines import IS, LEAST, MOST, NUMBERS, TEXTS, Field, N
from packstation.domain.operators import RELATIVE_OPS, VALUE_OPS, FactType, Op
from packstation.domain.rules import Condition
from packstation.domain.touches import Got

WITHOUT_VALUE: Final = frozenset({Op.YES, Op.NO, Op.IS_EMPTY, Op.IS_KNOWN, Op.IS_NOT_KNOWN})
_OF_SEVERAL = frozenset(
    {
        Op.IS_ONE_OF,
        Op.IS_NONE_OF,
        Op.INCLUDES_ANY,
        Op.INCLUDES_ALL,
        Op.INCLUDES_NONE,
        Op.CONTAINS_ANY_WORD,
        Op.DOES_NOT_CONTAIN,
    }
)
WITH_NUMBER: Final = frozenset(
    {Op.AT_LEAST_N_LINES, Op.QUANTITY_AT_LEAST, Op.QUANTITY_AT_MOST, *VALUE_OPS}
)
"""Operators of lines that ask for an ``n``."""
_NUMBERS = frozenset({FactType.NUMBER, FactType.MONEY, FactType.DAYS, FactType.RATIO})
_ENDS: Final = 2
_FARTHEST: Final = 3650
_A_LEAP_YEAR: Final = 2000


def conditions(group: Part | None) -> tuple[Condition, ...]:
    return () if group is None else tuple(_condition(part) for part in group.items())


def _condition(part: Part) -> Condition:
    fields = part.fields(("id", "fact", "op"), ("value",))
    fact = _fact(fields["fact"])
    op = fields["op"].one_of(Op)
    if op not in fact.ops:
        allowed = ", ".join(fact.ops)
        raise fields["op"].broken(f"{fact.key} can be asked {allowed}")
    return Condition(fields["id"].key(), fact.key, op, _want(part, fields, fact, op))


def _fact(part: Part) -> Fact:
    fact = fact_of(part.text(longest=100))
    if fact is None:
        raise part.broken(f"there is no fact {part.value!r}")
    if fact.sensitivity is Sensitivity.SPECIAL:
        raise part.broken(f"{fact.key} is for safety alone, not for conditions")
    return fact


def _want(part: Part, fields: dict[str, Part], fact: Fact, op: Op) -> Got:
    if op in WITHOUT_VALUE:
        if "value" in fields:
            raise fields["value"].broken(f"{op.value} takes no value")
        return None
    if "value" not in fields:
        raise part.broken(f"{op.value} needs a value")
    return _value(fields["value"], fact, op)


def _value(value: Part, fact: Fact, op: Op) -> Got:
    if fact.type is FactType.LINES:
        return _lines(value, fact, op)
    if fact.type in _NUMBERS:
        return _of_number(value, op)
    if fact.type in {FactType.DATE, FactType.MONTH_DAY}:
        return _of_day(value, fact, op)
    if op is Op.COUNT_AT_LEAST:
        return value.number(least=1)
    if op in _OF_SEVERAL:
        return value.once(value.some(), lambda it: _text(it, fact))
    return _text(value, fact)


def _of_number(value: Part, op: Op) -> Got:
    if op is Op.BETWEEN:
        return _ends(value)
    if op is Op.EVERY_NTH:
        return value.number(least=2)
    if op in _OF_SEVERAL:
        return tuple(it.number() for it in value.some())
    return value.number()


def _ends(value: Part) -> tuple[int, ...]:
    ends = tuple(it.number() for it in value.items())
    if len(ends) != _ENDS or ends[0] > ends[1]:
        raise value.broken("it should be two numbers, the smaller one first")
    return ends


def _text(value: Part, fact: Fact) -> str:
    text = value.text()
    if fact.choices and text not in fact.choices:
        raise value.broken(f"{fact.key} is one of {', '.join(fact.choices)}")
    return text


# ---- days


def _of_day(value: Part, fact: Fact, op: Op) -> Got:
    if op in RELATIVE_OPS:
        days = value.number(least=0)
        if days > _FARTHEST:
            raise value.broken(f"it should be at most {_FARTHEST} days")
        return days
    whole = fact.type is FactType.DATE and op is not Op.SAME_DAY_AS
    read = _date if whole else _month_day
    if op is not Op.BETWEEN:
        return read(value)
    ends = tuple(read(it) for it in value.items())
    if len(ends) != _ENDS or (whole and ends[0] > ends[1]):
        raise value.broken("it should be two days, the earlier one first")
    return ends


def _date(value: Part) -> str:
    text = value.text(longest=10)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise value.broken("it should be a day such as 2026-12-24") from error


def _month_day(value: Part) -> str:
    text = value.text(longest=5)
    try:
        same = month_day(in_year(text, _A_LEAP_YEAR)) == text
    except ValueError:
        same = False
    if not same:
        raise value.broken("it should be a day of the year such as 12-24")
    return text


# ---- lines, written as packstation.domain.lines reads them


def _lines(value: Part, fact: Fact, op: Op) -> tuple[str, ...]:
    numbered = op in WITH_NUMBER
    fields = value.fields(("where", "n") if numbered else ("where",))
    where = fields["where"].fields((), fact.fields)
    if not where:
        raise fields["where"].broken(f"it should say which: {', '.join(fact.fields)}")
    texts = [text for name in sorted(where) for text in _asked(Field(name), where[name])]
    if numbered:
        texts.append(f"{N}{IS}{fields['n'].number(least=_least(op))}")
    return tuple(texts)


def _least(op: Op) -> int:
    """No pieces at most, and nothing paid at most, is something one may ask for."""
    return 0 if op in {Op.QUANTITY_AT_MOST, Op.VALUE_AT_MOST} else 1


def _asked(field: Field, part: Part) -> tuple[str, ...]:
    if field in TEXTS:
        values = part.once(part.some(), lambda it: it.text())
        return tuple(f"{field.value}{IS}{text}" for text in sorted(values))
    if field in NUMBERS:
        return _span(field, part)
    if not isinstance(part.value, bool):
        raise part.broken("it should be true or false")
    return (f"{field.value}{IS}{'yes' if part.value else 'no'}",)


def _span(field: Field, part: Part) -> tuple[str, ...]:
    ends = part.fields((), ("at_least", "at_most"))
    if not ends:
        raise part.broken("it should say at_least, at_most or both")
    least, most = (
        None if end is None else end.number(least=0)
        for end in (ends.get("at_least"), ends.get("at_most"))
    )
    if least is not None and most is not None and least > most:
        raise part.broken("at_least should not be more than at_most")
    signs = ((LEAST, least), (MOST, most))
    return tuple(f"{field.value}{sign}{end}" for sign, end in signs if end is not None)
