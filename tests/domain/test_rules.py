"""When a rule fires, and what its trace tells."""

from datetime import date, datetime, timedelta

import pytest

from packstation.domain.customers import CustomerCard
from packstation.domain.operators import Truth
from packstation.domain.rules import Judged, Rule, RuleClass, judge
from packstation.domain.scene import Scene
from packstation.domain.touches import Reason
from tests.domain.starting import ALWAYS, STARTERS, a_rule, asking
from tests.making import NOON, a_customer_card, an_order

YES = asking("order.units", "at_least", 1)
NO = asking("order.units", "at_least", 100)
UNKNOWN = asking("touch.last_days_ago:note", "at_least", 60)


def judged(rule: Rule, card: CustomerCard | None = None, now: datetime = NOON) -> Judged:
    scene = Scene(order=an_order(), card=card or a_customer_card(), now=now)
    return judge([rule], scene)[0]


def numbered(*asked: dict[str, object]) -> list[dict[str, object]]:
    return [condition | {"id": f"c{n}"} for n, condition in enumerate(asked)]


def a_rule_of(
    every: list[dict[str, object]],
    some: list[dict[str, object]],
    but: list[dict[str, object]],
) -> Rule:
    named = numbered(*every, *some, *but)
    cuts = len(every), len(every) + len(some)
    return a_rule(
        all=named[: cuts[0]],
        any=named[cuts[0] : cuts[1]],
        unless=named[cuts[1] :],
        valid={"to": "2026-12-31"},
    )


@pytest.mark.parametrize(
    "every, some, but, result",
    [
        ([YES], [], [], True),
        ([YES, NO], [], [], False),
        ([YES, UNKNOWN], [], [], None),
        ([NO, UNKNOWN], [], [], False),
        ([], [], [], True),
        ([YES], [NO, YES], [], True),
        ([YES], [NO, UNKNOWN], [], None),
        ([YES], [YES, UNKNOWN], [], True),
        ([YES], [NO], [], False),
        ([NO], [UNKNOWN], [], False),
        ([YES], [], [NO], True),
        ([YES], [], [NO, YES], False),
        ([YES], [], [UNKNOWN], None),
        ([YES], [], [UNKNOWN, YES], False),
    ],
)
def test_a_rule_is_true_false_or_not_known(
    every: list[dict[str, object]],
    some: list[dict[str, object]],
    but: list[dict[str, object]],
    result: Truth,
) -> None:
    found = judged(a_rule_of(every, some, but))
    assert found.result is result
    assert found.fires is (result is True)


def test_the_trace_answers_every_condition_even_after_a_no() -> None:
    found = judged(a_rule_of([NO, UNKNOWN], [YES, NO], [YES]))
    leaves = found.all + found.any + found.unless
    assert [leaf.result for leaf in leaves] == [False, None, True, False, True]
    assert [leaf.got for leaf in leaves] == [5, None, 5, 5, 5]
    assert [leaf.condition.id for leaf in leaves] == ["c0", "c1", "c2", "c3", "c4"]


def test_the_because_holds_what_spoke_for_it_and_nothing_else() -> None:
    found = judged(
        a_rule_of([YES], [NO, UNKNOWN, asking("order.country", "is", "ES")], [UNKNOWN])
    )
    assert found.because == (
        Reason("order.units", "at_least", 1, 5),
        Reason("order.country", "is", "ES", "ES"),
    )


@pytest.mark.parametrize(
    "every, some, but, near",
    [
        ([YES, NO], [], [], "order.units"),
        ([NO, NO], [], [], None),
        ([YES], [], [YES], "order.units"),
        ([YES, UNKNOWN], [], [], None),
        ([NO, UNKNOWN], [], [], None),
        ([NO], [NO], [], None),
        ([NO], [YES], [], "order.units"),
        ([YES], [], [], None),
    ],
)
def test_a_near_miss_has_one_condition_in_the_way(
    every: list[dict[str, object]],
    some: list[dict[str, object]],
    but: list[dict[str, object]],
    near: str | None,
) -> None:
    leaf = judged(a_rule_of(every, some, but)).near_miss
    assert (None if leaf is None else leaf.condition.fact) == near


@pytest.mark.parametrize(
    "days, fires", [(-1, False), (0, True), (1, True), (2, True), (3, False)]
)
def test_a_season_has_a_first_and_a_last_day(days: int, fires: bool) -> None:  # noqa: FBT001 (pytest hands over by name)
    season = {"from": "2026-11-22", "to": "2026-11-24"}
    rule = a_rule(all=ALWAYS, valid=season)
    assert judged(rule, now=NOON + timedelta(days=days)).fires is fires


def test_a_rule_without_a_season_is_always_in_it() -> None:
    assert a_rule().in_season(date(1999, 1, 1))


def test_classes_go_from_what_is_owed_to_what_is_nice() -> None:
    ranked = sorted(RuleClass, key=lambda it: it.rank)
    assert ranked == ["check", "promise", "recovery", "milestone", "delight", "campaign"]


def test_a_rule_has_its_name_in_the_readers_language_or_the_shops() -> None:
    assert [a_rule().name(language) for language in ("en", "es", "de")] == [
        "Fifth order",
        "Quinto pedido",
        "Quinto pedido",
    ]


@pytest.mark.parametrize("rule", STARTERS, ids=[rule.id for rule in STARTERS])
def test_a_starter_rule_speaks_both_languages_and_says_why(rule: Rule) -> None:
    assert {language for language, _ in rule.names} == {"es", "en"}
    assert rule.why_owner
    assert rule.version == 1


def test_starter_rules_go_by_names_of_their_own() -> None:
    assert len({rule.id for rule in STARTERS}) == len(STARTERS) >= 12
