"""The conditions of a rule as JSON: each fact, operator and value must suit one another."""

from packstation.domain.facts import Fact, Sensitivity, fact_of
from packstation.domain.json_parts import Part
from packstation.domain.operators import FactType, Op
from packstation.domain.rules import Condition
from packstation.domain.touches import Got

_WITHOUT_VALUE = frozenset({Op.YES, Op.NO, Op.IS_EMPTY, Op.IS_KNOWN, Op.IS_NOT_KNOWN})
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
_NUMBERS = frozenset({FactType.NUMBER, FactType.MONEY, FactType.DAYS})
_ENDS = 2


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
    stem, colon, touch = part.text(longest=100).partition(":")
    if colon:
        Part(part.pointer, touch).key()
    fact = fact_of(f"{stem}{colon}{touch}")
    if fact is None:
        raise part.broken(f"there is no fact {part.value!r}")
    if fact.sensitivity is Sensitivity.SPECIAL:
        raise part.broken(f"{fact.key} is for safety alone, not for conditions")
    return fact


def _want(part: Part, fields: dict[str, Part], fact: Fact, op: Op) -> Got:
    if op in _WITHOUT_VALUE:
        if "value" in fields:
            raise fields["value"].broken(f"{op.value} takes no value")
        return None
    if "value" not in fields:
        raise part.broken(f"{op.value} needs a value")
    return _value(fields["value"], fact, op)


def _value(value: Part, fact: Fact, op: Op) -> Got:
    if op is Op.BETWEEN:
        return _ends(value)
    if op is Op.EVERY_NTH:
        return value.number(least=2)
    if op is Op.COUNT_AT_LEAST:
        return value.number(least=1)
    if fact.type in _NUMBERS:
        return (
            tuple(it.number() for it in value.some()) if op in _OF_SEVERAL else value.number()
        )
    if op in _OF_SEVERAL:
        return value.once(value.some(), lambda it: _text(it, fact))
    return _text(value, fact)


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
