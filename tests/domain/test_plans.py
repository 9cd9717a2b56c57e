"""The few touches for one parcel: who gets the slot, and what goes together."""

import pytest

from packstation.domain.customers import CustomerCard
from packstation.domain.plans import Lost, Plan, plan
from packstation.domain.rules import Rule, in_order
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import (
    ALWAYS,
    SHELF,
    a_rule,
    a_treat_rule,
    on_shelf,
)
from tests.making import NOON, a_customer_card, an_order

CALM = a_customer_card(limits=(), incident=None, last_touches=(), likes=(), order_number=4)


def made(
    *rules: Rule,
    card: CustomerCard | None = CALM,
    shelf: tuple[Touch, ...] = SHELF,
    order: int = 1,
) -> Plan:
    return plan(in_order(rules), shelf, Scene(order=an_order(id=order), card=card, now=NOON))


def keys(a_plan: Plan) -> list[str]:
    return [it.touch.key for it in a_plan.suggestions]


def doing(rule: str, kind: str, action: str, touch: str) -> Rule:
    actions = [{"id": "a1", "type": action, "touch": touch}]
    return a_rule(rule_id=rule, all=ALWAYS, actions=actions, **{"class": kind})


RECOVERY = doing("sorry", "recovery", "write_note", "note")
BIRTHDAY = doing("birthday", "milestone", "write_note", "note")
CHRISTMAS = doing("christmas", "campaign", "write_note", "note")


def test_the_higher_class_has_the_slot_and_the_others_know_who_took_it() -> None:
    found = made(CHRISTMAS, BIRTHDAY, RECOVERY)
    assert [it.rule for it in found.suggestions] == ["sorry"]
    assert found.lost == (
        Lost("birthday", "a1", "note", Why.OUTRANKED, "sorry"),
        Lost("christmas", "a1", "note", Why.OUTRANKED, "sorry"),
    )


def test_inside_a_class_the_owners_order_counts() -> None:
    other = doing("another", "milestone", "write_note", "note")
    assert made(BIRTHDAY, other).suggestions[0].rule == "birthday"
    assert made(other, BIRTHDAY).suggestions[0].rule == "another"


def test_what_a_guard_keeps_out_leaves_its_slot_to_the_next() -> None:
    chocolate = a_treat_rule("chocolate-dark", rule_id="first")
    lemon = a_treat_rule("sweets-lemon", rule_id="second")
    card = a_customer_card(limits=("nuts",), incident=None, last_touches=())
    found = made(chocolate, lemon, card=card)
    assert keys(found) == ["sweets-lemon"]
    assert found.lost == (Lost("first", "a1", "chocolate-dark", Why.DIET),)


def test_suggestions_come_in_the_order_of_the_hands() -> None:
    found = made(
        doing("check", "check", "extra_check", "check-photo"),
        a_treat_rule("sweets-lemon"),
        BIRTHDAY,
        doing("box", "delight", "use_box", "box-premium"),
    )
    assert keys(found) == ["box-premium", "note", "sweets-lemon", "check-photo"]


def test_three_visible_touches_are_enough_and_the_lowest_class_gives_way() -> None:
    found = made(
        doing("card", "campaign", "insert_card", "card-welcome"),
        a_treat_rule("sweets-lemon"),
        BIRTHDAY,
        doing("check", "check", "extra_check", "check-photo"),
        doing("box", "delight", "use_box", "box-premium"),
    )
    assert keys(found) == ["box-premium", "note", "sweets-lemon", "check-photo"]
    assert found.lost == (Lost("card", "a1", "card-welcome", Why.ENOUGH),)


def test_one_touch_is_suggested_once_even_in_two_slots() -> None:
    gift = doing("gift", "delight", "add_gift", "sweets-lemon")
    found = made(a_treat_rule("sweets-lemon"), gift)
    assert keys(found) == ["sweets-lemon"]
    assert found.lost[0].why is Why.OUTRANKED


def test_several_checks_may_stand_side_by_side() -> None:
    shelf = (*SHELF, on_shelf("weigh_it", TouchKind.CHECK))
    found = made(
        doing("one", "check", "extra_check", "check-photo"),
        doing("two", "check", "extra_check", "weigh_it"),
        doing("three", "check", "extra_check", "check-photo"),
        shelf=shelf,
    )
    assert keys(found) == ["check-photo", "weigh_it"]


def test_a_gift_does_not_lie_beside_a_treat() -> None:
    found = made(
        a_treat_rule("sweets-lemon"), doing("gift", "delight", "add_gift", "sweets-honey")
    )
    assert keys(found) == ["sweets-lemon"]
    assert found.lost == (Lost("gift", "a1", "sweets-honey", Why.NOT_TOGETHER, "treat"),)


@pytest.mark.parametrize("kind, together", [("campaign", False), ("delight", True)])
def test_an_apology_does_not_lie_beside_an_offer(kind: str, together: bool) -> None:  # noqa: FBT001 (pytest hands over by name)
    found = made(RECOVERY, doing("card", kind, "insert_card", "card-welcome"))
    assert (keys(found) == ["note", "card-welcome"]) is together


def test_only_rules_that_are_on_suggest_but_all_are_judged() -> None:
    found = made(a_rule(all=ALWAYS, state="shadow"), a_rule(all=ALWAYS, state="draft"))
    assert not found.suggestions
    assert [it.fires for it in found.judged] == [True, True]


def test_a_note_brings_what_it_may_say_and_a_treat_does_not() -> None:
    found = made(a_rule(all=ALWAYS), a_treat_rule("sweets-lemon"))
    assert [bool(it.points) for it in found.suggestions] == [True, False]
    assert all(it.because for it in found.suggestions)


# ---- which treat


def chosen(card: CustomerCard, *keys_of: str, order: int = 1) -> str:
    return keys(made(a_treat_rule(*keys_of), card=card, order=order))[0]


def test_the_one_they_like_goes_in() -> None:
    card = a_customer_card(limits=(), incident=None, last_touches=(), likes=("limón",))
    treats = ("sweets-lemon", "sweets-honey", "chocolate-dark")
    assert {chosen(card, *treats, order=n) for n in range(20)} == {"sweets-lemon"}


def test_a_liking_is_not_used_for_who_wants_nothing_personal() -> None:
    card = a_customer_card(
        limits=(), incident=None, last_touches=(), likes=("limón",), no_personalisation=True
    )
    treats = ("sweets-lemon", "sweets-honey", "chocolate-dark")
    assert len({chosen(card, *treats, order=n) for n in range(20)}) == 3


def test_what_they_never_had_goes_before_what_they_had() -> None:
    card = a_customer_card(
        limits=(),
        incident=None,
        likes=(),
        last_touches=(("chocolate-dark", 40), ("sweets-honey", 100)),
    )
    treats = ("sweets-lemon", "sweets-honey", "chocolate-dark")
    assert {chosen(card, *treats, order=n) for n in range(20)} == {"sweets-lemon"}


@pytest.mark.parametrize(
    "given, likes, expected",
    [
        # Had long ago, and four times since something else: never had is still better.
        (
            (*(("chocolate-dark", 40 * n) for n in range(1, 5)), ("sweets-honey", 400)),
            (),
            "sweets-lemon",
        ),
        # Liked, but had not long ago.
        ((("chocolate-dark", 40), ("sweets-lemon", 90)), ("limón",), "sweets-honey"),
        # Liked, and had long ago.
        (
            (*(("chocolate-dark", 40 * n) for n in range(1, 5)), ("sweets-lemon", 400)),
            ("limón",),
            "sweets-lemon",
        ),
    ],
)
def test_a_liking_counts_less_than_a_change_and_more_than_something_new(
    given: tuple[tuple[str, int], ...], likes: tuple[str, ...], expected: str
) -> None:
    card = a_customer_card(limits=(), incident=None, likes=likes, last_touches=given)
    treats = ("sweets-lemon", "sweets-honey", "chocolate-dark")
    assert {chosen(card, *treats, order=n) for n in range(20)} == {expected}


def test_equals_take_turns_from_order_to_order_and_stay_for_one_order() -> None:
    pair = ("sweets-lemon", "sweets-honey")
    picks = [chosen(CALM, *pair, order=n) for n in range(20)]
    assert {*picks} == {*pair}
    assert picks == [chosen(CALM, *reversed(pair), order=n) for n in range(20)]


def test_the_others_of_an_assortment_were_only_less_suited() -> None:
    found = made(a_treat_rule("sweets-lemon", "sweets-honey"), card=CALM)
    (lost,) = found.lost
    assert (lost.why, lost.to) == (Why.LESS_SUITED, keys(found)[0])
