"""Every question a rule may ask, one of each fact and operator, for tests of all of them."""

from collections.abc import Iterator
from typing import Any, Final

from packstation.domain.fact import Fact, Sensitivity
from packstation.domain.facts import FACTS, existing
from packstation.domain.lines import Field
from packstation.domain.operators import FactType, Op
from packstation.domain.rule_conditions import WITH_NUMBER, WITHOUT_VALUE
from packstation.domain.rules import Condition
from tests.domain.starting import a_rule, asking

OF_TOUCHES: Final = (
    "touch.ever:note",
    "touch.last_days_ago:treat",
    "touch.count:sweets-lemon:365",
)
EVERY: Final[tuple[Fact, ...]] = (*FACTS.values(), *map(existing, OF_TOUCHES))
_SEVERAL: Final = {Op.IS_ONE_OF, Op.IS_NONE_OF, Op.INCLUDES_ANY, Op.INCLUDES_ALL}
_WORDS: Final = {Op.INCLUDES_NONE, Op.CONTAINS_ANY_WORD, Op.DOES_NOT_CONTAIN}


def bodies() -> Iterator[dict[str, object]]:
    """Each as JSON, with a value that suits it."""
    for fact in EVERY:
        if fact.sensitivity is not Sensitivity.SPECIAL:
            for op in fact.ops:
                yield asking(fact.key, op.value, _value(fact, op))


def conditions() -> tuple[Condition, ...]:
    return tuple(a_rule(all=[body]).all[0] for body in bodies())


def _value(fact: Fact, op: Op) -> Any:  # noqa: ANN401 (as JSON has it)
    if op in WITHOUT_VALUE:
        return None
    match fact.type:
        case FactType.LINES:
            where: dict[str, object] = {str(Field.CATEGORY): ["mesa", "té"]}
            return {"where": where} | ({"n": 3} if op in WITH_NUMBER else {})
        case FactType.DATE:
            return _day(op, "2026-12-24", "2027-01-06")
        case FactType.MONTH_DAY:
            return _day(op, "12-24", "01-06")
        case FactType.NUMBER | FactType.MONEY | FactType.DAYS | FactType.RATIO:
            return [2, 9] if op in {*_SEVERAL, Op.BETWEEN} else 5
        case _ if op is Op.COUNT_AT_LEAST:
            return 2
        case _:
            texts = list(fact.choices[:2]) or ["azul", "té verde"]
            return texts if op in {*_SEVERAL, *_WORDS} else texts[0]


def _day(op: Op, first: str, last: str) -> Any:  # noqa: ANN401 (as JSON has it)
    if op in {Op.WITHIN_NEXT_DAYS, Op.IN_LAST_DAYS}:
        return 10
    return first[-5:] if op is Op.SAME_DAY_AS else [first, last] if op is Op.BETWEEN else first
