"""Who goes first, how much one parcel takes, and what goes in instead."""

from dataclasses import replace

import pytest

from packstation.domain.background import Background, Memory, PastTouchSeen
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.giving import Giving
from packstation.domain.plans import Lost, Plan, plan
from packstation.domain.rules import Rule
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import (
    ALWAYS,
    HONEY,
    LEMON,
    NOTE,
    SHELF,
    a_rule,
    a_treat_rule,
    asking,
    on_shelf,
)
from tests.making import NOON, a_customer_card, an_order

CALM = a_customer_card(limits=(), incident=None, last_touches=(), likes=(), order_number=4)
KNOWN = asking("order.line_count", "at_least", 1) | {"id": "c2"}
UNTRUE = asking("order.is_gift", "yes") | {"id": "c3"}


def made(
    *rules: Rule,
    card: CustomerCard = CALM,
    shelf: tuple[Touch, ...] = SHELF,
    giving: Giving | None = None,
    behind: Background | None = None,
) -> Plan:
    scene = Scene(order=an_order(), card=card, now=NOON, background=behind)
    return plan(rules, shelf, scene, giving or Giving())


def keys(a_plan: Plan) -> list[str]:
    return [it.touch.key for it in a_plan.suggestions]


def note_rule(rule_id: str, place: int = 1, number: int = 1, **changes: object) -> Rule:
    rule = a_rule(**({"rule_id": rule_id, "all": ALWAYS} | changes))
    return replace(rule, place=place, number=number)


PLAIN = note_rule("plain", number=2)


@pytest.mark.parametrize(
    "other",
    [
        note_rule("z", place=0, number=9),
        note_rule("z", number=9, all=[*ALWAYS, KNOWN]),
        note_rule("z", number=9, unless=[UNTRUE]),
        note_rule("z", number=1),
        note_rule("a", number=2),
    ],
    ids=["the owner's order", "more specific", "more unless", "older", "by its id"],
)
def test_on_one_place_the_more_specific_goes_first_then_the_older_then_the_id(
    other: Rule,
) -> None:
    assert made(PLAIN, other).suggestions[0].rule == other.id
    assert made(other, PLAIN).suggestions[0].rule == other.id


def test_the_owners_order_counts_more_than_what_a_rule_asks() -> None:
    specific = note_rule("specific", place=2, all=[*ALWAYS, KNOWN])
    assert made(specific, PLAIN).suggestions[0].rule == "plain"


def inserting(rule: str, touch: str, kind: str = "delight") -> Rule:
    actions = [{"id": "a1", "type": "insert_card", "touch": touch}]
    return a_rule(rule_id=rule, all=ALWAYS, actions=actions, **{"class": kind})


def test_there_is_room_for_two_cards() -> None:
    shelf = (*SHELF, on_shelf("card-how-to", TouchKind.CARD))
    rules = [inserting("a", "card-gift"), inserting("b", "card-how-to")]
    found = made(*rules, inserting("c", "card-welcome"), shelf=shelf)
    assert keys(found) == ["card-gift", "card-how-to"]
    assert found.lost == (Lost("c", "a1", "card-welcome", Why.OUTRANKED, "a"),)


# ---- how much one parcel takes


def costing(cents: int) -> tuple[Touch, ...]:
    lemon = replace(LEMON, cost_cents=cents)
    return (replace(NOTE, cost_cents=20), lemon, *(it for it in SHELF if it.key not in {
        NOTE.key, LEMON.key
    }))  # fmt: skip


@pytest.mark.parametrize(
    "cents, items, expected",
    [
        (102, None, ["note", "sweets-lemon"]),  # 5 % of 24.40
        (103, None, ["note"]),
        (480, 10000, ["note", "sweets-lemon"]),
        (481, 10000, ["note"]),
        (580, 99000, ["note", "sweets-lemon"]),  # and never more than six
        (581, 99000, ["note"]),
    ],
)
def test_a_parcel_carries_no_more_than_suits_what_was_bought(
    cents: int, items: int | None, expected: list[str]
) -> None:
    behind = Background(items_cents=2440 if items is None else items)
    found = made(
        a_rule(all=ALWAYS),
        a_treat_rule("sweets-lemon"),
        shelf=costing(cents),
        behind=behind,
    )
    assert keys(found) == expected
    assert [it.why for it in found.lost] == [Why.TOO_DEAR] * (2 - len(expected))


def test_what_is_owed_does_not_depend_on_the_price_of_the_order() -> None:
    rule = a_treat_rule("sweets-lemon", **{"class": "recovery"})
    behind = Background(items_cents=100)
    assert keys(made(rule, shelf=costing(300), behind=behind)) == ["sweets-lemon"]


def test_a_parcel_takes_no_more_minutes_than_the_owner_allows() -> None:
    rules = (a_rule(all=ALWAYS), a_treat_rule("sweets-lemon"))
    found = made(*rules, giving=Giving(most_seconds=104))
    assert keys(found) == ["note"]
    assert found.lost == (Lost("treat", "a1", "sweets-lemon", Why.TOO_LONG),)
    assert len(keys(made(*rules, giving=Giving(most_seconds=105)))) == 2


def test_a_measured_touch_takes_what_was_measured() -> None:
    shelf = (NOTE, replace(LEMON, seconds=16))
    rules = (a_rule(all=ALWAYS), a_treat_rule("sweets-lemon"))
    assert keys(made(*rules, shelf=shelf, giving=Giving(most_seconds=105))) == ["note"]


def test_checks_take_time_and_are_never_left_out_for_it() -> None:
    check = a_rule(
        rule_id="check",
        all=ALWAYS,
        actions=[{"id": "a1", "type": "extra_check", "touch": "check-photo"}],
        **{"class": "check"},
    )
    found = made(a_treat_rule("sweets-lemon"), check, giving=Giving(most_seconds=20))
    assert keys(found) == ["check-photo"]
    assert [it.why for it in found.lost] == [Why.TOO_LONG]


@pytest.mark.parametrize("had, expected", [(4, 2), (5, 1)])
def test_this_parcel_counts_among_the_six_of_a_year(had: int, expected: int) -> None:
    given = tuple(("box-premium", 100 + n) for n in range(had))
    card = replace(CALM, last_touches=given)
    found = made(a_rule(all=ALWAYS), a_treat_rule("sweets-lemon"), card=card)
    assert len(keys(found)) == expected


# ---- the ladder


TALL = (NOTE, LEMON, replace(HONEY, tier=2))
HAD_TWO = replace(CALM, last_touches=(("sweets-honey", 100),))


def test_instead_of_a_smaller_present_goes_a_note() -> None:
    found = made(a_treat_rule("sweets-lemon"), card=HAD_TWO, shelf=TALL)
    (note,) = found.suggestions
    assert (note.touch.key, note.rule, note.instead_of) == ("note", "treat", "sweets-lemon")
    assert found.lost == (Lost("treat", "a1", "sweets-lemon", Why.LADDER),)


def test_no_note_goes_instead_where_a_note_goes_in_anyway_or_may_not() -> None:
    both = (a_rule(all=ALWAYS), a_treat_rule("sweets-lemon"))
    assert keys(made(*both, card=HAD_TWO, shelf=TALL)) == ["note"]
    tired = replace(HAD_TWO, last_touches=(*HAD_TWO.last_touches, ("note", 20)))
    assert keys(made(a_treat_rule("sweets-lemon"), card=tired, shelf=TALL)) == []


def test_no_note_goes_instead_while_another_present_is_large_enough() -> None:
    taller = (*TALL, on_shelf("soap", TouchKind.TREAT, tier=3))
    rule = a_treat_rule("sweets-lemon", "soap")
    assert keys(made(rule, card=HAD_TWO, shelf=taller)) == ["soap"]


def test_a_first_present_leaves_room_for_a_larger_one() -> None:
    shelf = (LEMON, on_shelf("candle", TouchKind.TREAT, tier=3, names=(("es", "azul"),)))
    rule = a_treat_rule("sweets-lemon", "candle")
    card = replace(CALM, likes=("azul",))
    assert keys(made(rule, card=card, shelf=shelf)) == ["sweets-lemon"]
    had = replace(card, last_touches=(("sweets-lemon", 100),))
    assert keys(made(rule, card=had, shelf=shelf)) == ["candle"]


# ---- which one


def heard(key: str, reaction: str) -> Background:
    seen = PastTouchSeen(key=key, kind="treat", days_ago=400, reaction=reaction)
    return Background(memory=Memory(touches=(seen,)))


@pytest.mark.parametrize("key, said, expected", [
    ("sweets-lemon", "liked", "sweets-lemon"),
    ("soap", "liked", "soap"),
    ("sweets-lemon", "negative", "soap"),
    ("soap", "negative", "sweets-lemon"),
])  # fmt: skip
def test_what_was_said_of_it_counts(key: str, said: str, expected: str) -> None:
    shelf = (LEMON, on_shelf("soap", TouchKind.TREAT))
    rule = a_treat_rule("sweets-lemon", "soap")
    assert keys(made(rule, shelf=shelf, behind=heard(key, said))) == [expected]


def test_what_somebody_disliked_stays_disliked_though_it_was_said_to_be_liked() -> None:
    shelf = (LEMON, on_shelf("soap", TouchKind.TREAT))
    rule = a_treat_rule("sweets-lemon", "soap")
    card = replace(CALM, likes=("soap",))
    behind = heard("soap", "negative")
    assert keys(made(rule, card=card, shelf=shelf, behind=behind)) == ["sweets-lemon"]


@pytest.mark.parametrize("seasons, expected", [(("autumn",), "soap"), (("spring",), None)])
def test_what_suits_the_season_goes_first(
    seasons: tuple[str, ...], expected: str | None
) -> None:
    shelf = (LEMON, on_shelf("soap", TouchKind.TREAT, seasons=seasons))
    rule = a_treat_rule("sweets-lemon", "soap")
    chosen = {
        key
        for n in range(20)
        for key in keys(plan([rule], shelf, Scene(order=an_order(id=n), card=CALM, now=NOON)))
    }
    assert chosen == ({expected} if expected else {"soap", "sweets-lemon"})


# ---- what was owed


@pytest.mark.parametrize("solved, expected", [(2, True), (None, False)])
def test_what_makes_good_says_so(
    solved: int | None,
    expected: bool,  # noqa: FBT001 (pytest hands over by name)
) -> None:
    told = Incident(cause="late", reported_on=NOON.date(), solved_after_days=solved)
    known = asking("incident.last_cause", "is_known")
    sorry = a_rule(rule_id="sorry", all=[known], **{"class": "recovery"})
    card = replace(CALM, incident=told)
    assert [it.heals for it in made(sorry, card=card).suggestions] == [expected]
    late = a_rule(rule_id="late", all=ALWAYS, **{"class": "recovery"})
    assert not any(it.heals for it in made(late, card=card).suggestions)
