"""What a rule may know, from an order and a customer card, and what it does not know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from packstation.domain.customer_facts import AS_OF_TODAY
from packstation.domain.customers import Incident, Lapse
from packstation.domain.fact import PROFILING, Audience, Seen, Sensitivity, Source
from packstation.domain.facts import FACTS, fact_of, look_up
from packstation.domain.operators import FactType
from packstation.domain.orders import GIFT, Opener
from packstation.domain.scene import Scene
from packstation.domain.touches import Got
from tests.domain.test_facts_behind import WHOLE
from tests.making import CUP, NOON, POT, TEA, a_customer_card, an_order

SCENE = Scene(order=an_order(), card=a_customer_card(), now=NOON)
NOBODY = Scene(order=an_order(), card=None, now=NOON)


def seen(key: str, scene: Scene) -> Seen:
    return look_up([key], scene)[key]


def with_order(**changes: object) -> Scene:
    return Scene(order=an_order(**changes), card=a_customer_card(), now=NOON)


def with_card(**changes: object) -> Scene:
    return Scene(order=an_order(), card=a_customer_card(**changes), now=NOON)


@pytest.mark.parametrize(
    "key, value",
    [
        ("order.total", 8450),
        ("order.units", 5),
        ("order.line_count", 3),
        ("order.is_gift", False),
        ("order.opener", "buyer"),
        ("order.country", "ES"),
        ("order.channel", "web"),
        ("order.flags", ("no_invoice", "no_plastic")),
        ("order.has_customer_message", True),
        ("order.days_waiting", 1),
        ("order.is_late", False),
        ("lines.category", ("mesa",)),
        ("lines.contains_favourite", True),
        ("customer.order_number", 4),
        ("customer.days_since_previous", 150),
        ("customer.lapse_state", "active"),
        ("customer.value_12m", 0),
        ("customer.days_with_us", 992),
        ("customer.language", "es"),
        ("customer.favourites", ("té verde", "azul")),
        ("customer.limits", ("nuts",)),
        ("customer.no_extras", False),
        ("customer.no_personalisation", False),
        ("incident.open", False),
        ("incident.recovery_owed", True),
        ("incident.cause", "damaged"),
        ("incident.days_since_solved", 192),
        ("promise.open", False),
        ("calendar.month", 11),
        ("touch.ever:honey", True),
        ("touch.last_days_ago:honey", 150),
        ("touch.ever:note", False),
        ("touch.last_days_ago:note", None),
    ],
)
def test_a_fact_of_lucias_order(key: str, value: Got) -> None:
    assert seen(key, SCENE) == value


@pytest.mark.parametrize("key", sorted(AS_OF_TODAY))
def test_what_has_no_history_says_so(key: str) -> None:
    assert not FACTS[key].asof


ABOUT_SOMEBODY = sorted(
    key
    for key in (*FACTS, "touch.ever:note", "touch.last_days_ago:note")
    if key.startswith(("customer.", "incident.", "followup.", "touch."))
    and key != "customer.language"
)


@pytest.mark.parametrize("key", [*ABOUT_SOMEBODY, "lines.contains_favourite"])
def test_nothing_is_known_of_an_order_without_a_customer(key: str) -> None:
    assert seen(key, NOBODY) is None


def test_the_language_of_an_order_without_a_customer_is_the_orders() -> None:
    assert seen("customer.language", NOBODY) == "es"


@pytest.mark.parametrize("key", ["order.country", "order.channel", "order.is_late"])
def test_what_the_shop_did_not_say_is_not_known(key: str) -> None:
    assert seen(key, with_order(country="", channel="", leaves_at=None)) is None


@pytest.mark.parametrize(
    "changes, gift, for_buyer",
    [
        ({}, False, True),
        ({"flags": (GIFT,)}, True, False),
        ({"gift_message": "¡Felicidades!"}, True, False),
        ({"opener": Opener.RECIPIENT}, True, False),
        ({"opener": Opener.UNKNOWN}, None, False),
        ({"opener": Opener.UNKNOWN, "flags": (GIFT,)}, True, False),
    ],
)
def test_who_opens_it(changes: dict[str, object], gift: Got, for_buyer: bool) -> None:  # noqa: FBT001 (pytest hands over by name)
    scene = with_order(**changes)
    assert (seen("order.is_gift", scene), scene.for_buyer) == (gift, for_buyer)


def test_an_order_is_late_when_its_carrier_has_gone() -> None:
    assert seen("order.is_late", with_order(leaves_at=NOON - timedelta(minutes=1))) is True


@pytest.mark.parametrize(
    "like, kept",
    [
        ("té verde", [TEA]),
        ("TAZAS de barro", [CUP]),
        ("azul", [POT]),
        ("mesa", [POT, CUP, TEA]),
        ("té rojo", []),
        ("!", []),
    ],
)
def test_a_favourite_is_found_by_its_words(like: str, kept: list[object]) -> None:
    favourites = with_card(likes=(like,)).favourites
    assert [line.product for line in favourites or ()] == kept


def test_nobody_told_and_nothing_found_are_two_things() -> None:
    assert seen("lines.contains_favourite", with_card(likes=())) is None
    assert seen("lines.contains_favourite", with_card(likes=("velas",))) is False


@pytest.mark.parametrize(
    "incident, is_open, owed, since",
    [
        (None, False, False, None),
        (Incident(cause="late", reported_on=date(2026, 11, 20)), True, False, None),
        (
            Incident(cause="late", reported_on=date(2026, 11, 12), solved_after_days=3),
            False,
            True,
            7,
        ),
        (
            Incident(
                cause="late", reported_on=date(2026, 11, 12), solved_after_days=3, healed=True
            ),
            False,
            False,
            7,
        ),
        (
            Incident(cause="late", reported_on=date(2026, 11, 21), solved_after_days=3),
            False,
            True,
            0,
        ),
    ],
)
def test_where_an_incident_stands(
    incident: Incident | None, is_open: Got, owed: Got, since: Got
) -> None:
    scene = with_card(incident=incident)
    keys = ("incident.open", "incident.recovery_owed", "incident.days_since_solved")
    assert [seen(key, scene) for key in keys] == [is_open, owed, since]


def test_the_latest_of_several_times_counts() -> None:
    scene = with_card(last_touches=(("note", 200), ("note", 12), ("honey", 3)))
    assert seen("touch.last_days_ago:note", scene) == 12


@pytest.mark.parametrize(
    "key",
    [
        "order.weather",
        "touch.ever",
        "touch.ever:",
        "order.units:x",
        "touch.count:note",
        "touch.count:note:0",
    ],
)
def test_there_is_no_such_fact(key: str) -> None:
    assert fact_of(key) is None


def test_looking_up_what_does_not_exist_is_our_own_mistake() -> None:
    with pytest.raises(KeyError, match=r"order\.weather"):
        look_up(["order.weather"], SCENE)


def test_what_comes_from_a_persons_past_is_never_for_the_recipient() -> None:
    personal = [it for it in FACTS.values() if it.source in {*PROFILING, Source.INCIDENT}]
    assert all(it.audience is not Audience.RECIPIENT for it in personal)
    assert all(it.sensitivity is Sensitivity.PERSONAL for it in personal)


def test_limits_and_nothing_else_are_for_guards_alone() -> None:
    special = [key for key, it in FACTS.items() if it.sensitivity is Sensitivity.SPECIAL]
    assert special == ["customer.limits"]


def test_every_state_a_customer_can_be_in_is_a_choice() -> None:
    assert {*Lapse} <= {*FACTS["customer.lapse_state"].choices}


@pytest.mark.parametrize("key", sorted(FACTS))
def test_a_value_is_of_the_type_its_fact_declares(key: str) -> None:
    kinds = {
        FactType.NUMBER: int,
        FactType.MONEY: int,
        FactType.DAYS: int,
        FactType.BOOL: bool,
        FactType.ENUM: str,
        FactType.SET: tuple,
        FactType.TEXT: str,
        FactType.RATIO: int,
        FactType.DATE: str,
        FactType.MONTH_DAY: str,
        FactType.LINES: tuple,
    }
    scene = replace(WHOLE, card=a_customer_card(lapse_ratio=250))
    assert type(seen(key, scene)) is kinds[FACTS[key].type]
