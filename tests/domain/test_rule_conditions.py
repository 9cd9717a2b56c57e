"""Every question to every fact as JSON: read where it suits, refused where it stands."""

from typing import Any

import pytest

from packstation.domain.json_parts import RuleBroken
from tests.domain.asked import bodies
from tests.domain.starting import a_rule, asking

MESA = {"where": {"category": ["mesa"]}}


def lines_where(**fields: object) -> dict[str, Any]:
    return {"all": [asking("lines.where", "no_line", {"where": fields})]}


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"all": [asking("calendar.date", "on", "24.12.2026")]}, "/all/0/value"),
    ({"all": [asking("calendar.date", "on", "12-24")]}, "/all/0/value"),
    ({"all": [asking("calendar.date", "on", 5)]}, "/all/0/value"),
    ({"all": [asking("calendar.date", "between", ["2026-12-24"])]}, "/all/0/value"),
    (
        {"all": [asking("calendar.date", "between", ["2026-12-24", "2026-12-01"])]},
        "/all/0/value",
    ),
    ({"all": [asking("calendar.date", "same_day_as", "2026-12-24")]}, "/all/0/value"),
    ({"all": [asking("calendar.day", "on", "02-30")]}, "/all/0/value"),
    ({"all": [asking("calendar.day", "on", "2-03")]}, "/all/0/value"),
    ({"all": [asking("calendar.day", "same_day_as", "12-24")]}, "/all/0/op"),
    ({"all": [asking("customer.birthday", "within_next_days", -1)]}, "/all/0/value"),
    ({"all": [asking("customer.birthday", "within_next_days", 4000)]}, "/all/0/value"),
    ({"all": [asking("customer.lapse_ratio", "every_nth", 3)]}, "/all/0/op"),
    ({"all": [asking("customer.lapse_ratio", "at_least", 1.5)]}, "/all/0/value"),
    ({"all": [asking("calendar.season_tag", "includes_any", ["monsoon"])]}, "/all/0/value/0"),
    ({"all": [asking("touch.count:note", "at_least", 1)]}, "/all/0/fact"),
    ({"all": [asking("touch.count:note:0", "at_least", 1)]}, "/all/0/fact"),
    ({"all": [asking("lines.where", "at_least", 1)]}, "/all/0/op"),
    ({"all": [asking("lines.where", "value_at_least", MESA | {"n": 5})]}, "/all/0/op"),
    ({"all": [asking("lines.where", "no_line", "mesa")]}, "/all/0/value"),
    ({"all": [asking("lines.where", "no_line", {})]}, "/all/0/value"),
    ({"all": [asking("lines.where", "no_line", {"where": {}})]}, "/all/0/value/where"),
    ({"all": [asking("lines.where", "no_line", MESA | {"n": 2})]}, "/all/0/value"),
    ({"all": [asking("lines.where", "at_least_n_lines", MESA)]}, "/all/0/value"),
    ({"all": [asking("lines.where", "at_least_n_lines", MESA | {"n": 0})]}, "/all/0/value/n"),
    (lines_where(price={"at_least": 5}), "/all/0/value/where"),
    (lines_where(bought_before=True), "/all/0/value/where"),
    (lines_where(colour=["red"]), "/all/0/value/where"),
    (lines_where(category="mesa"), "/all/0/value/where/category"),
    (lines_where(category=["a", "a"]), "/all/0/value/where/category"),
    (lines_where(quantity=2), "/all/0/value/where/quantity"),
    (lines_where(quantity={}), "/all/0/value/where/quantity"),
    (
        lines_where(quantity={"at_least": 3, "at_most": 2}),
        "/all/0/value/where/quantity",
    ),
    (
        {"all": [asking("lines.where_known", "no_line", {"where": {"bought_before": "yes"}})]},
        "/all/0/value/where/bought_before",
    ),
]


@pytest.mark.parametrize("changes, pointer", BROKEN)
def test_a_condition_that_does_not_suit_is_refused_where_it_stands(
    changes: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        a_rule(**changes)
    assert refused.value.pointer == pointer
    assert refused.value.reason


@pytest.mark.parametrize("body", list(bodies()), ids=lambda it: f"{it['fact']} {it['op']}")
def test_every_operator_of_every_fact_can_be_asked(body: dict[str, object]) -> None:
    asked = a_rule(all=[body]).all[0]
    assert (asked.fact, asked.op) == (body["fact"], body["op"])


@pytest.mark.parametrize("body", list(bodies()), ids=lambda it: f"{it['fact']} {it['op']}")
def test_a_value_of_another_kind_is_refused(body: dict[str, object]) -> None:
    other: object = {"no": "such"} if body["value"] is not None else 1
    with pytest.raises(RuleBroken) as refused:
        a_rule(all=[body | {"value": other}])
    assert refused.value.pointer.startswith("/all/0/value")


def test_what_is_asked_of_lines_is_written_in_one_way() -> None:
    where = {
        "quantity": {"at_least": 2, "at_most": 9},
        "category": ["té", "mesa"],
        "price": {"at_most": 900},
    }
    value = {"where": where, "n": 3}
    asked = a_rule(all=[asking("lines.where_kept", "at_least_n_lines", value)]).all[0]
    assert asked.want == (
        "category=mesa",
        "category=té",
        "price<=900",
        "quantity>=2",
        "quantity<=9",
        "n=3",
    )


def test_an_old_name_of_a_fact_is_read_as_the_new_one() -> None:
    assert a_rule(all=[asking("promise.open", "yes")]).all[0].fact == (
        "followup.promised_action_open"
    )
