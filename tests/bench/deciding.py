"""200 rules beside one order: as masks with the whole trace, or as one generated function.

The generated function is the least that could decide: every rule is an ``if`` in one function,
written out and compiled beforehand, which stops at the first no and keeps no trace. Both get
the values of the facts handed to them: looking these up is the same for both.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from time import perf_counter
from typing import Any, Final

from packstation.demo.shelf_of_touches import touches
from packstation.domain.background import Background, Memory, PastTouchSeen
from packstation.domain.fact import Fact, Seen
from packstation.domain.facts import FACTS, existing, look_up
from packstation.domain.lines import BoughtLine
from packstation.domain.operators import FactType, Op
from packstation.domain.plans import plan
from packstation.domain.rule_reading import rule_of
from packstation.domain.rules import Condition, Rule
from packstation.domain.rulesets import Ruleset, Trace
from packstation.domain.scene import Scene
from tests.bench.figures import Figure, p50
from tests.making import CUP, NOON, POT, TEA, a_customer_card, a_line, an_order

RULES: Final = 200
GOAL: Final = 5.0
ORDERS: Final = 400
_PARTS: Final = 10
SEED: Final = "deciding"

Decides = Callable[[dict[str, Seen]], list[int]]


def deciding(rounds: int) -> Iterator[Figure]:
    rules, scenes = many_rules(RULES), many_scenes(ORDERS)
    ruleset, decide = Ruleset(rules), generated(rules)
    keys = sorted({it.fact for rule in rules for it in rule.conditions})
    found = [look_up(keys, scene) for scene in scenes]
    agree(ruleset, decide, scenes, found)
    app: list[float] = []
    floor: list[float] = []
    today = NOON.date()
    for turn in range(rounds * _PARTS):  # a few orders at a time: what slows one slows both
        some = found[turn % _PARTS :: _PARTS]
        first = [_each(decide, some)] if turn % 2 else []
        app.append(_each(lambda values: ruleset.decide(values, today), some))
        floor += first or [_each(decide, some)]
    looked = [_each(lambda scene: look_up(keys, scene), scenes) for _ in range(rounds)]
    shelf = touches("BEN", Random(SEED))  # noqa: S311 (the same each time)
    planned = [_each(lambda scene: plan(ruleset, shelf, scene), scenes) for _ in range(3)]
    traced = [_each(lambda scene: list(ruleset.judge(scene)), scenes[:40]) for _ in range(3)]
    yield Figure(
        act=f"{RULES} rules beside an order, trace kept",
        app=_us(app),
        floor=_us(floor),
        unit="µs",
        goal=GOAL,
        parts={
            "looking the facts up, not counted in either": p50(_us(looked)),
            "a whole plan, touches chosen": p50(_us(planned)),
            "every leaf of the trace written out": p50(_us(traced)),
        },
    )


def _us(seconds: list[float]) -> list[float]:
    return [1_000_000 * it for it in seconds]


def _each(act: Callable[[Any], object], given: list[Any]) -> float:
    """Seconds for one of ``given``, on average."""
    begin = perf_counter()
    for it in given:
        act(it)
    return (perf_counter() - begin) / len(given)


def agree(
    ruleset: Ruleset, decide: Decides, scenes: list[Scene], found: list[dict[str, Seen]]
) -> None:
    """Raises AssertionError unless both decide alike: a quick wrong answer is no floor."""
    for scene, values in zip(scenes, found, strict=True):
        trace = ruleset.judge(scene)
        assert [it.rule.id for it in _firing(trace)] == [
            ruleset.rules[place].id for place in decide(values)
        ]


def _firing(trace: Trace) -> tuple[Any, ...]:
    return trace.fired


# ---- the rules, and the orders they are asked about


def many_rules(count: int) -> tuple[Rule, ...]:
    """Rules of two to five conditions each, as an owner might have after some years."""
    chance = Random(f"{SEED}/rules")  # noqa: S311 (the same each time)
    facts = [it for key, it in sorted(FACTS.items()) if _asked(it)]
    facts += [existing(f"touch.last_days_ago:{key}") for key in ("note", "treat")]
    return tuple(_rule(n, facts, chance) for n in range(count))


def _asked(fact: Fact) -> bool:
    kinds = {FactType.NUMBER, FactType.MONEY, FactType.DAYS, FactType.BOOL}
    return fact.type in kinds or (fact.type is FactType.ENUM and bool(fact.choices))


def _rule(n: int, facts: list[Fact], chance: Random) -> Rule:
    asked = [_condition(f"c{n}", chance.choice(facts), chance) for n in range(5)]
    every, some, but = chance.randint(1, 3), chance.choice((0, 0, 2)), chance.choice((0, 1))
    return rule_of(
        {
            "schema": 1,
            "rule_id": f"r{n}",
            "version": 1,
            "class": chance.choice(("milestone", "delight", "campaign")),
            "name": {"en": f"Rule {n}"},
            "all": asked[:every],
            "any": asked[every : every + some],
            "unless": asked[every + some : every + some + but],
            "actions": [{"id": "a1", "type": "write_note", "touch": "note"}],
        }
    )


def _condition(name: str, fact: Fact, chance: Random) -> dict[str, object]:
    it: dict[str, object] = {"id": name, "fact": fact.key}
    if fact.type is FactType.BOOL:
        return it | {"op": chance.choice(("yes", "no"))}
    if fact.type is FactType.ENUM:
        some = chance.sample(fact.choices, 2)
        return it | {"op": chance.choice(("is_one_of", "is_none_of")), "value": some}
    scale = 100 if fact.type is FactType.MONEY else 1
    op = chance.choice(("at_least", "at_most", "is", "between", "every_nth", "less_than"))
    number = chance.randint(2, 60) * scale
    return it | {"op": op, "value": [number, number * 3] if op == "between" else number}


def many_scenes(count: int) -> list[Scene]:
    chance = Random(f"{SEED}/scenes")  # noqa: S311 (the same each time)
    return [_scene(n, chance) for n in range(count)]


def _scene(n: int, chance: Random) -> Scene:
    lines = tuple(a_line(it, chance.randint(1, 6)) for it in (POT, CUP, TEA))
    card = a_customer_card(
        order_number=chance.randint(1, 30),
        days_since_previous=chance.choice((None, chance.randint(1, 400))),
        value_cents_12m=chance.randint(0, 40_000),
        lifetime_cents=chance.randint(0, 90_000),
    )
    memory = Memory(
        birthday=chance.choice((None, "11-25", "05-02")),
        touches=(PastTouchSeen(key="note", kind="note", days_ago=chance.randint(1, 300)),),
    )
    bought = tuple(
        BoughtLine(
            sku=it.product.sku, quantity=it.quantity, price_cents=chance.randint(300, 6000)
        )
        for it in lines
    )
    behind = Background(lines=bought, memory=memory, coupon=chance.choice((None, "", "TEN")))
    order = replace(
        an_order(id=n, lines=lines), total_cents=chance.randint(500, 20_000), message=""
    )
    return Scene(order=order, card=card, now=NOON, background=behind)


# ---- the floor


def generated(rules: tuple[Rule, ...]) -> Decides:
    """One function that answers the places of the rules that fire."""
    keys = sorted({it.fact for rule in rules for it in rule.conditions})
    names = {key: f"v{n}" for n, key in enumerate(keys)}
    lines = ["def decide(found):", " fired = []"]
    lines += [f" {names[key]} = found[{key!r}]" for key in keys]
    for place, rule in enumerate(rules):
        lines += [f" if {_source(rule, names)}:", f"  fired.append({place})"]
    lines.append(" return fired")
    there: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<rules>", "exec"), there)  # noqa: S102 (our own text; the app generates none)
    decides: Decides = there["decide"]
    return decides


def _source(rule: Rule, names: dict[str, str]) -> str:
    parts = [_leaf(it, names) for it in rule.all]
    if rule.any:
        parts.append(f"({' or '.join(_leaf(it, names) for it in rule.any)})")
    known = (f"{names[it.fact]} is not None" for it in rule.unless)
    parts += (f"{is_known} and not {_leaf(it, names)}"
              for is_known, it in zip(known, rule.unless, strict=True))  # fmt: skip
    return " and ".join(parts)


def _leaf(it: Condition, names: dict[str, str]) -> str:
    name, want = names[it.fact], it.want
    test = {
        Op.YES: f"{name}",
        Op.NO: f"not {name}",
        Op.AT_LEAST: f"{name} >= {want!r}",
        Op.AT_MOST: f"{name} <= {want!r}",
        Op.LESS_THAN: f"{name} < {want!r}",
        Op.IS: f"{name} == {want!r}",
        Op.IS_ONE_OF: f"{name} in {want!r}",
        Op.IS_NONE_OF: f"{name} not in {want!r}",
        Op.EVERY_NTH: f"{name} > 0 and {name} % {want!r} == 0",
    }.get(it.op, "")
    if isinstance(want, tuple) and it.op is Op.BETWEEN:
        test = f"{want[0]!r} <= {name} <= {want[1]!r}"
    return f"({name} is not None and {test})"
