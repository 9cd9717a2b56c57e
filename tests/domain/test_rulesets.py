"""Rules compiled to masks decide as the plain evaluator does, whatever they ask and of whom."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from packstation.domain.background import Background, Memory, PastIncident, PastTouchSeen
from packstation.domain.customers import Lapse
from packstation.domain.lines import BoughtLine
from packstation.domain.orders import Opener
from packstation.domain.plans import plan
from packstation.domain.rule_reading import rule_of
from packstation.domain.rules import Rule, judge
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.domain.taste import Favourite
from tests.domain.asked import bodies
from tests.domain.starting import SHELF, STARTERS, a_body, a_rule, asking
from tests.making import NOON, a_customer_card, an_order

ASKED = list(bodies())
SMALL = st.integers(0, 12)
TEXT = st.sampled_from(["azul", "té verde", "mesa", "té", "comestible"])

lines = st.builds(
    BoughtLine,
    sku=TEXT,
    quantity=st.integers(1, 6),
    category=st.none() | TEXT,
    brand=st.none() | TEXT,
    supplier=st.none() | TEXT,
    tags=st.none() | st.lists(TEXT, unique=True).map(tuple),
    price_cents=st.none() | st.integers(1, 9),
    bought_before=st.none() | st.booleans(),
    new_category=st.none() | st.booleans(),
)
incidents = st.builds(
    PastIncident,
    cause=st.sampled_from(["late", "missing", "wrong"]),
    severity=st.none() | st.integers(1, 3),
    days_since_reported=SMALL,
    days_since_resolved=st.none() | SMALL,
    healed=st.booleans(),
)
touches = st.builds(
    PastTouchSeen,
    key=st.sampled_from(["note", "sweets-lemon"]),
    kind=st.sampled_from(["", "note", "treat"]),
    tier=st.integers(1, 4),
    days_ago=SMALL,
    reaction=st.sampled_from(["", "liked", "negative"]),
)
favourite = st.builds(
    Favourite, key=TEXT, name=TEXT, dates=SMALL, quantity=SMALL, share=st.just(30)
)
memories = st.builds(
    Memory,
    tags=st.none() | st.lists(TEXT, unique=True).map(tuple),
    birthday=st.none() | st.sampled_from(["11-22", "11-30", "02-29", "12-24"]),
    promised=st.booleans(),
    products=st.lists(favourite, max_size=2).map(tuple),
    categories=st.lists(favourite, max_size=2).map(tuple),
    touches=st.lists(touches, max_size=4).map(tuple),
    incidents=st.lists(incidents, max_size=3).map(tuple),
)
backgrounds = st.builds(
    Background,
    items_cents=st.none() | SMALL,
    coupon=st.none() | st.sampled_from(["", "TEN"]),
    paid_at=st.none() | st.integers(0, 9).map(lambda it: NOON - timedelta(days=it)),
    replacement=st.none() | st.booleans(),
    region=st.none() | TEXT,
    lines=st.lists(lines, max_size=4).map(tuple),
    memory=st.none() | memories,
)
cards = st.builds(
    a_customer_card,
    order_number=st.integers(1, 12),
    days_since_previous=st.none() | SMALL,
    lapse=st.sampled_from(Lapse),
    lapse_ratio=st.none() | SMALL,
    lifetime_cents=SMALL,
    value_cents_12m=SMALL,
    likes=st.sampled_from([(), ("azul",)]),
    incident=st.none(),
)
scenes = st.builds(
    Scene,
    order=st.builds(
        an_order,
        total_cents=SMALL,
        opener=st.sampled_from(Opener),
        message=st.sampled_from(["", "es té verde, gracias"]),
        country=st.sampled_from(["", "azul"]),
    ),
    card=st.none() | cards,
    now=st.integers(0, 400).map(lambda it: NOON + timedelta(days=it)),
    background=st.none() | backgrounds,
)
numbers = st.integers(-1, 12)


def varied(body: dict[str, object]) -> st.SearchStrategy[dict[str, object]]:
    """The same question with other numbers."""
    if type(body["value"]) is int and body["op"] not in {"every_nth", "count_at_least"}:
        return numbers.map(lambda n: body | {"value": max(0, n)})
    return st.just(body)


questions = st.sampled_from(ASKED).flatmap(varied)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """One to six different questions, dealt to all, any and unless."""
    asked = draw(st.lists(questions, min_size=1, max_size=6, unique_by=repr))
    named = [it | {"id": f"c{n}"} for n, it in enumerate(asked)]
    cuts = sorted(draw(st.tuples(st.integers(1, 6), st.integers(1, 6))))
    body: dict[str, Any] = a_body(
        rule_id=f"r{draw(st.integers(0, 999))}",
        all=named[: cuts[0]],
        any=named[cuts[0] : cuts[1]],
        unless=named[cuts[1] :],
        valid={"from": "2026-11-25"} if draw(st.booleans()) else None,
    )
    return rule_of(body)


@given(these=st.lists(rules(), max_size=8), scene=scenes)
@settings(max_examples=200, deadline=None)
def test_masks_decide_as_the_plain_evaluator_does(these: list[Rule], scene: Scene) -> None:
    plain, trace = judge(these, scene), Ruleset(these).judge(scene)
    assert trace == plain
    assert trace.fired == tuple(it for it in plain if it.fires)
    assert trace.near == tuple(it for it in plain if it.near_miss is not None)


NEVER = asking("order.units", "at_least", 1000) | {"id": "c9"}
ALONE = [
    a_rule(rule_id=f"{way}{n}", **asked)
    for n, it in enumerate(ASKED)
    for way, asked in (
        ("all", {"all": [it]}),
        ("any", {"all": [], "any": [it, NEVER], "valid": {"to": "2099-12-31"}}),
        ("unless", {"all": [], "unless": [it], "valid": {"to": "2099-12-31"}}),
    )
]
"""Every question there is, in each of the three places."""
TOGETHER = Ruleset(ALONE)


@given(scene=scenes)
@settings(max_examples=60, deadline=None)
def test_every_question_is_decided_as_plainly(scene: Scene) -> None:
    plain = [it.rule.id for it in judge(ALONE, scene) if it.fires]
    assert [it.rule.id for it in TOGETHER.judge(scene).fired] == plain


@given(scene=scenes, again=scenes)
@settings(max_examples=40, deadline=None)
def test_a_ruleset_remembers_nothing_of_an_order(scene: Scene, again: Scene) -> None:
    every = [a_rule(rule_id=f"r{n}", all=[it]) for n, it in enumerate(ASKED)]
    used = Ruleset(every)
    used.judge(scene)
    assert used.judge(again).fired == Ruleset(every).judge(again).fired


@given(scene=scenes, chance=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_rows_changes_no_decision(scene: Scene, chance: Any) -> None:  # noqa: ANN401 (a Random of hypothesis)
    every = [*STARTERS, *(a_rule(rule_id=f"r{n}", all=[it]) for n, it in enumerate(ASKED))]
    behind = scene.background
    if behind is not None:
        shuffled = tuple(chance.sample(behind.lines, len(behind.lines)))
        behind = replace(behind, lines=shuffled)
    mixed = replace(scene, background=behind)
    shelf = chance.sample(SHELF, len(SHELF))
    assert _decided(every, SHELF, scene) == _decided(every, tuple(shelf), mixed)


def _decided(these: list[Rule], shelf: tuple[Any, ...], scene: Scene) -> str:
    """All that is decided, and why, to the letter."""
    made = plan(these, shelf, scene)
    return repr((made.suggestions, made.lost, list(made.judged)))


def test_a_trace_is_a_sequence() -> None:
    trace = Ruleset(STARTERS).judge(Scene(order=an_order(), card=None, now=NOON))
    assert len(trace) == len(STARTERS)
    assert trace[0].rule == STARTERS[0]
    assert trace[1:3] == tuple(trace)[1:3]
    assert trace[-1].rule == STARTERS[-1]
    assert hash(trace) == hash(
        Ruleset(STARTERS).judge(Scene(order=an_order(), card=None, now=NOON))
    )


def test_no_rules_are_judged_too() -> None:
    assert Ruleset(()).judge(Scene(order=an_order(), card=None, now=NOON)).fired == ()


def test_a_number_between_two_that_rules_name_answers_as_its_neighbours() -> None:
    every = [
        a_rule(rule_id=f"r{n}", all=[asking("order.total", op, value)])
        for n, (op, value) in enumerate((("at_least", 5), ("less_than", 6), ("is_not", 7)))
    ]
    fired = [
        [it.rule.id for it in Ruleset(every).judge(_costing(cents)).fired]
        for cents in (4, 5, 6, 7, 8)
    ]
    assert fired == [["r1", "r2"], ["r0", "r1", "r2"], ["r0", "r2"], ["r0"], ["r0", "r2"]]


def _costing(cents: int) -> Scene:
    return Scene(order=an_order(total_cents=cents), card=None, now=NOON)
