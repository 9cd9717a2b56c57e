"""Rules as JSON: read strictly, refused with the place and the reason."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packstation.domain.facts import FACTS
from packstation.domain.json_parts import RuleBroken
from packstation.domain.operators import Op
from packstation.domain.rule_reading import read_rule, rule_of
from packstation.domain.rules import (
    Action,
    ActionType,
    Condition,
    Limits,
    Recipe,
    Rule,
    RuleClass,
    RuleState,
)
from tests.domain.starting import a_body, a_rule, asking

WHOLE = a_body(
    state="shadow",
    valid={"from": "2026-12-01", "to": "2026-12-24"},
    any=[{"id": "c2", "fact": "order.units", "op": "between", "value": [2, 9]}],
    unless=[{"id": "c3", "fact": "incident.open", "op": "yes"}],
    actions=[
        {"id": "a1", "type": "write_note", "touch": "note", "recipe": "milestone"},
        {"id": "a2", "type": "add_treat", "assortment": ["lemon", "honey"]},
    ],
    limits={"cooldown_days": 120, "max_per_customer": None},
    why_owner="People notice being counted.",
)
NOTE = ActionType.WRITE_NOTE


def test_a_whole_rule_is_read() -> None:
    assert read_rule(json.dumps(WHOLE)) == Rule(
        id="fifth",
        version=4,
        names=(("es", "Quinto pedido"), ("en", "Fifth order")),
        state=RuleState.SHADOW,
        kind=RuleClass.MILESTONE,
        all=(Condition("c1", "customer.order_number", Op.EVERY_NTH, 5),),
        any=(Condition("c2", "order.units", Op.BETWEEN, (2, 9)),),
        unless=(Condition("c3", "incident.open", Op.YES),),
        actions=(
            Action(id="a1", type=NOTE, assortment=("note",), recipe=Recipe.MILESTONE),
            Action(id="a2", type=ActionType.ADD_TREAT, assortment=("lemon", "honey")),
        ),
        limits=Limits(cooldown_days=120),
        valid_from=date(2026, 12, 1),
        valid_to=date(2026, 12, 24),
        why_owner="People notice being counted.",
    )


def test_a_rule_is_the_same_as_text_and_as_a_database_hands_it_over() -> None:
    assert rule_of(WHOLE) == read_rule(json.dumps(WHOLE))


def test_a_rule_is_on_unless_it_says_otherwise() -> None:
    assert a_rule().state is RuleState.ON


def an_action(**changes: object) -> list[dict[str, object]]:
    return [{"id": "a1", "type": "write_note", "touch": "note"} | changes]


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"schema": 2}, "/schema"),
    ({"schema": True}, "/schema"),
    ({"schema": 1.0}, "/schema"),
    ({"rule_id": ""}, "/rule_id"),
    ({"rule_id": "año"}, "/rule_id"),
    ({"rule_id": "a\n"}, "/rule_id"),
    ({"rule_id": None}, "/rule_id"),
    ({"version": 0}, "/version"),
    ({"version": 10**30}, "/version"),
    ({"state": "maybe"}, "/state"),
    ({"class": "vip"}, "/class"),
    ({"class": ["check"]}, "/class"),
    ({"name": {}}, "/name"),
    ({"name": "Quinto"}, "/name"),
    ({"name": {"es": " "}}, "/name/es"),
    ({"name": {"es": "Quinto\u202epedido"}}, "/name/es"),
    ({"name": {"es": "\ud800"}}, "/name/es"),
    ({"name": {"es": "x" * 201}}, "/name/es"),
    ({"name": {"e s": "Quinto"}}, "/name"),
    ({"colour": "red"}, ""),
    ({"all": {}}, "/all"),
    ({"all": [asking("order.units", "at_least", 1)] * 101}, "/all"),
    ({"all": []}, ""),
    ({"all": ["x"]}, "/all/0"),
    ({"all": [{"id": "c1", "fact": "order.units"}]}, "/all/0"),
    ({"all": [asking("order.units", "at_least", 1) | {"not": 1}]}, "/all/0"),
    ({"all": [asking("order.units", "at_least", 1)] * 2}, ""),
    ({"all": [asking("order.weather", "is", "rain")]}, "/all/0/fact"),
    ({"all": [asking("__class__", "is", "x")]}, "/all/0/fact"),
    ({"all": [asking("customer.limits", "includes_any", ["nuts"])]}, "/all/0/fact"),
    ({"all": [asking("touch.ever:", "yes")]}, "/all/0/fact"),
    ({"all": [asking("touch.ever:no te", "yes")]}, "/all/0/fact"),
    ({"all": [asking("order.units", "eval", 1)]}, "/all/0/op"),
    ({"all": [asking("order.units", "yes")]}, "/all/0/op"),
    ({"all": [asking("order.is_gift", "at_least", 1)]}, "/all/0/op"),
    ({"all": [asking("order.units", "at_least")]}, "/all/0"),
    ({"all": [asking("order.is_gift", "yes", value=True)]}, "/all/0/value"),
    ({"all": [asking("order.units", "at_least", "1")]}, "/all/0/value"),
    ({"all": [asking("order.units", "at_least", 1.5)]}, "/all/0/value"),
    ({"all": [asking("order.units", "is", value=True)]}, "/all/0/value"),
    ({"all": [asking("order.units", "every_nth", 0)]}, "/all/0/value"),
    ({"all": [asking("order.units", "every_nth", 1)]}, "/all/0/value"),
    ({"all": [asking("order.units", "between", [3, 2])]}, "/all/0/value"),
    ({"all": [asking("order.units", "between", [3])]}, "/all/0/value"),
    ({"all": [asking("order.units", "is_one_of", [])]}, "/all/0/value"),
    ({"all": [asking("order.units", "is_one_of", ["a"])]}, "/all/0/value/0"),
    ({"all": [asking("order.country", "is_one_of", ["ES", "ES"])]}, "/all/0/value"),
    ({"all": [asking("order.country", "is", 34)]}, "/all/0/value"),
    ({"all": [asking("order.opener", "is", "granny")]}, "/all/0/value"),
    ({"all": [asking("incident.cause", "is_one_of", ["late", "x"])]}, "/all/0/value/1"),
    ({"all": [asking("order.flags", "count_at_least", 0)]}, "/all/0/value"),
    ({"all": [asking("order.flags", "includes_any", "gift")]}, "/all/0/value"),
    ({"actions": []}, "/actions"),
    ({"actions": an_action(type="call_owner")}, "/actions/0/type"),
    ({"actions": an_action(touch=None)}, "/actions/0"),
    ({"actions": an_action(assortment=["note"])}, "/actions/0"),
    ({"actions": an_action(touch=None, assortment=[])}, "/actions/0/assortment"),
    ({"actions": an_action(touch=None, assortment=["a", "a"])}, "/actions/0/assortment"),
    ({"actions": an_action(touch="a/b")}, "/actions/0/touch"),
    ({"actions": an_action(type="use_box", recipe="welcome")}, "/actions/0/recipe"),
    ({"actions": an_action(recipe="poem")}, "/actions/0/recipe"),
    ({"actions": an_action(id="c1")}, ""),
    ({"limits": {"monthly_budget": "60.00"}}, "/limits"),
    ({"limits": {"cooldown_days": -1}}, "/limits/cooldown_days"),
    ({"limits": {"max_per_customer": 0}}, "/limits/max_per_customer"),
    ({"valid": {"from": "tomorrow"}}, "/valid/from"),
    ({"valid": {"to": "2026-02-30"}}, "/valid/to"),
    ({"valid": {"from": "2026-12-24", "to": "2026-12-01"}}, "/valid"),
    ({"why_owner": 5}, "/why_owner"),
]


@pytest.mark.parametrize("changes, pointer", BROKEN)
def test_what_is_not_understood_is_refused_where_it_stands(
    changes: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        rule_of(a_body() | changes)
    assert refused.value.pointer == pointer
    assert refused.value.reason


@pytest.mark.parametrize("missing", ["schema", "rule_id", "version", "class", "name", "all"])
def test_what_must_be_there_is_missed(missing: str) -> None:
    with pytest.raises(RuleBroken, match=f"'{missing}' is missing"):
        rule_of({key: value for key, value in a_body().items() if key != missing})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "[" * 50_000,
        '{"a":' * 10_000,
        '{"schema": NaN}',
        '{"schema": -Infinity}',
        '{"schema": 1, "schema": 1}',
        '{"schema": ' + "9" * 5000 + "}",
        "x" * 70_000,
    ],
)
def test_a_text_that_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        read_rule(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


def reading(body: object) -> Rule | RuleBroken:
    try:
        return rule_of(body)
    except RuleBroken as refused:
        return refused


@given(body=JSON, key=st.sampled_from([None, *a_body(), "any", "unless", "limits", "valid"]))
def test_any_json_at_all_is_a_rule_or_refused(body: object, key: str | None) -> None:
    read = reading(body if key is None else a_body() | {key: body})
    assert isinstance(read, Rule) or read.reason


@given(fact=st.sampled_from(sorted(FACTS)), op=st.sampled_from(Op), value=JSON)
def test_any_value_in_a_condition_is_understood_or_refused(
    fact: str, op: Op, value: object
) -> None:
    read = reading(a_body(all=[asking(fact, op, value)]))
    if isinstance(read, RuleBroken):
        assert read.pointer.startswith("/all/0")
    else:
        assert read.all[0].op in FACTS[fact].ops
