"""A decision is a value: the same grounds give the same bytes, and tell why."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packstation.domain.decisions import Decision, canonical, decision_of, read_decision
from packstation.domain.plans import plan
from packstation.domain.rules import Condition, Rule, in_order
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import (
    ALWAYS,
    SHELF,
    STARTERS,
    a_rule,
    a_treat_rule,
    asking,
    on_shelf,
)
from tests.making import NOON, a_customer_card, an_order

CARD = a_customer_card(limits=("nuts",), incident=None, last_touches=(), order_number=5)
SCENE = Scene(order=an_order(), card=CARD, now=NOON)
FIFTH = a_rule()
LARGE = a_rule(
    rule_id="large", all=[asking("order.total", "at_least", 9000)], **{"class": "delight"}
)
LOSER = a_rule(rule_id="loser", all=ALWAYS, **{"class": "campaign"})
CHOCOLATE = a_treat_rule("chocolate-dark", rule_id="chocolate")
SOME = in_order((LARGE, LOSER, FIFTH, CHOCOLATE))


def decided(
    rules: tuple[Rule, ...] = SOME, scene: Scene = SCENE, shelf: tuple[Touch, ...] = SHELF
) -> Decision:
    ruleset = Ruleset(rules)
    return decision_of(plan(ruleset, shelf, scene), ruleset, scene)


def test_it_tells_why_a_touch_is_suggested() -> None:
    rule = decided().rule_of("note")
    assert rule is not None
    assert (rule.id, rule.version, rule.name("en")) == ("fifth", 4, "Fifth order")
    (seen,) = rule.seen
    assert (seen.group, seen.reason.want, seen.reason.got, seen.result) == ("all", 5, 5, True)
    assert seen.speaks_for_it


def test_it_tells_who_lost_to_whom_and_why() -> None:
    lost = [(rule.id, it.why, it.lost_to) for rule, it in decided().lost]
    assert lost == [("chocolate", Why.DIET, ""), ("loser", Why.OUTRANKED, "fifth")]


def test_it_tells_what_was_near() -> None:
    (near,) = decided().near
    assert near.id == "large"
    assert near.missed is not None
    assert (near.missed.reason.want, near.missed.reason.got) == (9000, 8450)
    assert not near.missed.speaks_for_it


def test_nothing_that_was_not_suggested_has_a_rule() -> None:
    assert decided().rule_of("chocolate-dark") is None


def test_of_a_limit_only_the_veto_is_written() -> None:
    written = canonical(decided()).decode()
    assert '"diet"' in written
    assert "nuts" not in written


def test_a_special_fact_stays_out_whoever_asks_for_it() -> None:
    # No file can have such a rule: it is made by hand.
    (asked,) = a_rule(all=[asking("customer.tags", "includes_any", ["nuts"])]).all
    secret = Condition("c1", "customer.limits", asked.op, asked.want)
    spying = a_rule(rule_id="spying")
    rule = Rule(
        id=spying.id,
        version=1,
        names=spying.names,
        state=spying.state,
        kind=spying.kind,
        all=(secret,),
        any=(),
        unless=(),
        actions=spying.actions,
    )
    made = decided((rule,))
    assert made.facts == {"customer.limits": None}
    assert b"nuts" not in canonical(made)


def test_it_is_read_as_it_was_written() -> None:
    for made in (decided(), decided(STARTERS), decided(STARTERS).long_ago):
        assert read_decision(canonical(made)) == made


def test_long_ago_there_are_verdicts_and_no_facts() -> None:
    made = decided().long_ago
    assert made.facts == {}
    assert made.verdicts == decided().verdicts
    assert [it.id for it in made.rules] == ["fifth", "chocolate", "loser"]


# ---- byte for byte

touches = st.lists(
    st.tuples(st.sampled_from([it.key for it in SHELF]), st.integers(0, 500)), max_size=5
).map(tuple)


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    order=st.integers(1, 10**6),
    number=st.integers(1, 12),
    before=touches,
    one_place=st.booleans(),
)
def test_the_order_of_rows_changes_no_byte(
    seed: int,
    order: int,
    number: int,
    before: tuple[tuple[str, int], ...],
    one_place: bool,  # noqa: FBT001 (Hypothesis hands over by name)
) -> None:
    card = a_customer_card(order_number=number, incident=None, last_touches=before, limits=())
    scene = Scene(order=an_order(id=order), card=card, now=NOON)
    rules = (*STARTERS, *SOME[:2]) if one_place else in_order((*SOME, *STARTERS))
    shelf = (*SHELF, on_shelf("card-how-to", TouchKind.CARD))
    expected = canonical(decided(tuple(rules), scene, shelf))
    chance = Random(seed)  # noqa: S311 (the same each time)
    mixed, jars, past = list(rules), list(shelf), list(before)
    for rows in (mixed, jars, past):
        chance.shuffle(rows)
    again = Scene(
        order=scene.order,
        card=a_customer_card(
            order_number=number, incident=None, last_touches=tuple(past), limits=()
        ),
        now=NOON,
    )
    assert canonical(decided(tuple(mixed), again, tuple(jars))) == expected


@pytest.mark.parametrize(
    "rules",
    [
        in_order((LOSER, LARGE, FIFTH, CHOCOLATE)),
        in_order((LARGE, LOSER, a_rule(version=5), CHOCOLATE)),
        in_order((LARGE, LOSER, FIFTH)),
    ],
    ids=["other order", "other version", "one less"],
)
def test_other_rules_are_another_ruleset(rules: tuple[Rule, ...]) -> None:
    assert decided(rules).ruleset != decided().ruleset


def test_another_moment_is_another_decision_of_the_same_rules() -> None:
    later = Scene(order=SCENE.order, card=CARD, now=NOON + timedelta(seconds=1))
    assert canonical(decided(scene=later)) != canonical(decided())
    assert decided(scene=later).ruleset == decided().ruleset
