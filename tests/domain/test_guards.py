"""What keeps a touch out of a parcel, one guard at a time."""

from datetime import date

import pytest

from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.orders import GIFT, Opener
from packstation.domain.plans import plan
from packstation.domain.rules import Rule
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import (
    ALWAYS,
    BISCUITS,
    BOX,
    CHECK,
    CHOCOLATE,
    HONEY,
    LEMON,
    SHELF,
    a_rule,
    a_treat_rule,
    asking,
    on_shelf,
)
from tests.making import NOON, a_customer_card, an_order

KNOWN: dict[str, object] = {
    "limits": (),
    "incident": None,
    "last_touches": (),
    "order_number": 5,
}
A_TREAT = a_treat_rule("sweets-lemon")
A_NOTE = a_rule()
DOUBLE_CHECK = a_rule(
    rule_id="check",
    **{"class": "check"},
    actions=[{"id": "a1", "type": "extra_check", "touch": "check-photo"}],
)
OPEN = Incident(cause="late", reported_on=date(2026, 11, 20))


def a_card(**changes: object) -> CustomerCard:
    return a_customer_card(**(KNOWN | changes))


def why(
    rule: Rule,
    card: CustomerCard | None = None,
    order: dict[str, object] | None = None,
    shelf: tuple[Touch, ...] = SHELF,
) -> Why | None:
    """Why the one touch of ``rule`` does not go in; None when it does."""
    made = plan(
        [rule], shelf, Scene(order=an_order(**(order or {})), card=card or a_card(), now=NOON)
    )
    assert len(made.suggestions) + len(made.lost) == 1
    return made.lost[0].why if made.lost else None


@pytest.mark.parametrize("rule", [A_TREAT, A_NOTE, DOUBLE_CHECK], ids=lambda rule: rule.id)
def test_nothing_stands_in_the_way(rule: Rule) -> None:
    assert why(rule) is None


@pytest.mark.parametrize(
    "rule, expected",
    [(A_TREAT, Why.NO_EXTRAS), (A_NOTE, Why.NO_EXTRAS), (DOUBLE_CHECK, None)],
    ids=["treat", "note", "check"],
)
def test_who_wants_no_extras_gets_a_careful_parcel_and_no_more(
    rule: Rule, expected: Why | None
) -> None:
    assert why(rule, a_card(no_extras=True)) is expected


@pytest.mark.parametrize(
    "asked, expected",
    [
        (asking("customer.order_number", "at_least", 2), Why.NO_PERSONALISATION),
        (asking("lines.contains_favourite", "yes"), Why.NO_PERSONALISATION),
        (asking("touch.ever:note", "no"), Why.NO_PERSONALISATION),
        (asking("order.units", "at_least", 1), None),
        (asking("promise.open", "no"), None),
    ],
)
def test_who_objects_to_a_history_gets_nothing_made_of_it(
    asked: dict[str, object], expected: Why | None
) -> None:
    assert why(a_rule(all=[asked]), a_card(no_personalisation=True)) is expected


def test_an_unless_makes_use_of_a_history_too() -> None:
    rule = a_rule(all=ALWAYS, unless=[asking("touch.ever:note", "yes") | {"id": "c2"}])
    assert why(rule, a_card(no_personalisation=True)) is Why.NO_PERSONALISATION


@pytest.mark.parametrize(
    "order",
    [
        {"flags": (GIFT,)},
        {"gift_message": "¡Felicidades!"},
        {"opener": Opener.RECIPIENT},
        {"opener": Opener.UNKNOWN},
    ],
)
def test_what_only_the_buyer_may_know_stays_out_of_a_gift(order: dict[str, object]) -> None:
    assert why(A_NOTE, order=order) is Why.AUDIENCE
    assert why(a_rule(all=[asking("order.total", "at_least", 1)]), order=order) is Why.AUDIENCE
    assert why(a_rule(all=ALWAYS), order=order) is None
    assert why(DOUBLE_CHECK, order=order) is None


@pytest.mark.parametrize(
    "kind, expected",
    [
        ("check", None),
        ("promise", Why.OPEN_DISPUTE),
        ("recovery", None),
        ("milestone", Why.OPEN_DISPUTE),
        ("delight", Why.OPEN_DISPUTE),
        ("campaign", Why.OPEN_DISPUTE),
    ],
)
def test_nobody_is_delighted_while_something_is_to_be_put_right(
    kind: str, expected: Why | None
) -> None:
    assert why(a_rule(**{"class": kind}), a_card(incident=OPEN)) is expected


@pytest.mark.parametrize(
    "treat, limits, expected",
    [
        (LEMON, ("nuts",), None),
        (CHOCOLATE, ("nuts",), Why.DIET),
        (CHOCOLATE, ("milk",), None),
        (BISCUITS, ("milk",), Why.DIET),
        (BISCUITS, (), Why.FOOD_LABEL),
        (LEMON, ("vegan",), Why.DIET),
    ],
)
def test_food_is_looked_at_before_it_is_given(
    treat: Touch, limits: tuple[str, ...], expected: Why | None
) -> None:
    assert why(a_treat_rule(treat.key), a_card(limits=limits)) is expected


def test_something_edible_is_looked_at_whatever_it_is_called() -> None:
    box = on_shelf("box-premium", TouchKind.BOX, edible=True, contains=("nuts",))
    rule = a_rule(actions=[{"id": "a1", "type": "use_box", "touch": "box-premium"}])
    assert why(rule, a_card(limits=("nuts",)), shelf=(box,)) is Why.DIET


@pytest.mark.parametrize(
    "on_hand, expected",
    [(None, None), (1, None), (0, Why.OUT_OF_STOCK), (-2, Why.OUT_OF_STOCK)],
)
def test_an_empty_jar_holds_up_nothing(on_hand: int | None, expected: Why | None) -> None:
    shelf = (on_shelf("sweets-lemon", TouchKind.TREAT, on_hand=on_hand),)
    assert why(A_TREAT, shelf=shelf) is expected


@pytest.mark.parametrize("shelf", [(), (on_shelf("sweets-lemon", TouchKind.BOX),)])
def test_what_the_shop_does_not_keep_is_not_suggested(shelf: tuple[Touch, ...]) -> None:
    assert why(A_TREAT, shelf=shelf) is Why.NO_SUCH_TOUCH


@pytest.mark.parametrize(
    "rule, given, expected",
    [
        (A_NOTE, ("note", 59), Why.COOL_DOWN),
        (A_NOTE, ("note", 60), None),
        (A_NOTE, ("sweets-honey", 1), None),
        (A_TREAT, ("sweets-honey", 29), Why.COOL_DOWN),
        (A_TREAT, ("sweets-honey", 30), None),
        (a_rule(**{"class": "recovery"}), ("note", 3), None),
        (a_rule(limits={"cooldown_days": 120}), ("note", 119), Why.COOL_DOWN),
        (a_rule(limits={"cooldown_days": 120}), ("note", 120), None),
        (a_rule(limits={"cooldown_days": 10}), ("note", 20), None),
        (
            a_rule(limits={"cooldown_days": 9}, **{"class": "recovery"}),
            ("note", 3),
            Why.COOL_DOWN,
        ),
    ],
)
def test_a_touch_rests_before_it_comes_again(
    rule: Rule, given: tuple[str, int], expected: Why | None
) -> None:
    assert why(rule, a_card(last_touches=(given,))) is expected


@pytest.mark.parametrize("times, expected", [(1, None), (2, Why.OFTEN_ENOUGH)])
def test_some_things_are_given_a_few_times_only(times: int, expected: Why | None) -> None:
    rule = a_treat_rule("sweets-lemon", limits={"max_per_customer": 2})
    given = tuple(("sweets-lemon", 400 + n) for n in range(0, 2 * times, 2))
    card = a_card(last_touches=(("sweets-honey", 399), *given))
    assert why(rule, card) is expected


@pytest.mark.parametrize(
    "by, expected", [("fifth", Why.OFTEN_ENOUGH), ("another", None), ("", None)]
)
def test_of_notes_those_of_the_same_rule_are_counted(by: str, expected: Why | None) -> None:
    rule = a_rule(limits={"max_per_customer": 1})
    rules = ((by, 400),) if by else ()
    card = a_card(last_touches=(("note", 400),), last_rules=rules)
    assert why(rule, card) is expected


@pytest.mark.parametrize(
    "kind, days, expected",
    [
        ("delight", 100, Why.MANY_LATELY),
        ("delight", 365, None),
        ("recovery", 100, None),
    ],
)
def test_six_touches_a_year_are_enough(kind: str, days: int, expected: Why | None) -> None:
    given = tuple(("box-premium", days + n) for n in range(6))
    assert why(a_rule(**{"class": kind}), a_card(last_touches=given)) is expected


def test_a_check_is_no_touch_anybody_counts() -> None:
    given = tuple(("check-photo", 100 + n) for n in range(9))
    assert why(A_NOTE, a_card(last_touches=given)) is None


@pytest.mark.parametrize(
    "given, expected",
    [
        ((("sweets-lemon", 300),), Why.SAME_AS_LAST),
        ((("sweets-honey", 200), ("sweets-lemon", 300)), None),
        ((("sweets-honey", 200), ("sweets-lemon", 200)), Why.SAME_AS_LAST),
        ((("sweets-lemon", 300), ("sweets-honey", 200)), None),
        ((("note", 100), ("sweets-lemon", 300)), Why.SAME_AS_LAST),
        ((("retired", 100), ("sweets-lemon", 300)), Why.SAME_AS_LAST),
    ],
)
def test_never_the_same_treat_twice_running(
    given: tuple[tuple[str, int], ...], expected: Why | None
) -> None:
    assert why(A_TREAT, a_card(last_touches=given)) is expected


@pytest.mark.parametrize(
    "tier, given, expected",
    [
        (1, (("sweets-honey", 200),), Why.LADDER),
        (2, (("sweets-honey", 200),), None),
        (1, (("sweets-honey", 365),), None),
        (1, (("chocolate-dark", 100), ("sweets-honey", 200)), None),
        (1, (("box-premium", 100),), None),
    ],
)
def test_a_treat_is_never_smaller_than_the_last(
    tier: int, given: tuple[tuple[str, int], ...], expected: Why | None
) -> None:
    two = {"tier": 2}
    shelf = (
        on_shelf("sweets-lemon", TouchKind.TREAT, tier=tier),
        on_shelf(HONEY.key, TouchKind.TREAT, **two),
        on_shelf(BOX.key, TouchKind.BOX, **two),
        *(CHOCOLATE, CHECK),
    )
    assert why(A_TREAT, a_card(last_touches=given), shelf=shelf) is expected
