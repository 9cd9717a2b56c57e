"""The starter rules on every kind of customer, and promises kept whatever comes."""

from dataclasses import replace
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packstation.demo.shelf_of_touches import touches as demo_touches
from packstation.domain.customers import CustomerCard, Incident, Lapse
from packstation.domain.diet import Diet, diet
from packstation.domain.orders import GIFT, NO_PLASTIC, Opener, Order
from packstation.domain.plans import Plan, plan
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from tests.domain.starting import (
    CHOCOLATE,
    HONEY,
    LEMON,
    SHELF,
    STARTERS,
    a_treat_rule,
    on_shelf,
)
from tests.making import NOON, a_customer_card, an_order

CHANCE: Final = Random(1)  # noqa: S311 (the codes on the demo's jars need not be secret)


def keys(a_plan: Plan) -> list[str]:
    return [it.touch.key for it in a_plan.suggestions]


@pytest.mark.parametrize(
    "card, order, expected",
    [
        ({"order_number": 1, "lapse": Lapse.NEW}, {}, {"card-welcome"}),
        ({"order_number": 2}, {}, {"note"}),
        ({"order_number": 3}, {}, {"treat"}),
        ({"order_number": 5}, {}, {"note", "treat"}),
        (
            {"order_number": 2, "lapse": Lapse.RETURNING, "days_since_previous": 200},
            {},
            {"note"},
        ),
        ({"order_number": 4, "value_cents_12m": 60000}, {}, {"box-premium", "treat"}),
        ({"order_number": 3, "likes": ("azul",)}, {}, {"note", "treat"}),
        ({"order_number": 5}, {"flags": (GIFT,)}, {"card-gift"}),
        ({"order_number": 5}, {"opener": Opener.UNKNOWN}, set()),
        ({"order_number": 5, "no_extras": True}, {}, set()),
        ({"order_number": 5, "no_personalisation": True}, {}, set()),
        ({"order_number": 2, "promise": "tapas"}, {}, {"note"}),
        (
            {"order_number": 3, "incident": a_customer_card().incident},
            {},
            {"check-padding", "note", "box-premium", "treat"},
        ),
        (
            {
                "order_number": 5,
                "incident": Incident(cause="damaged", reported_on=NOON.date()),
            },
            {},
            {"check-padding"},
        ),
    ],
)
def test_what_the_starter_rules_put_into_a_parcel(
    card: dict[str, object], order: dict[str, object], expected: set[str]
) -> None:
    calm = {"limits": (), "incident": None, "last_touches": (), "likes": ()} | card
    found = plan(
        STARTERS, SHELF, Scene(order=an_order(**order), card=a_customer_card(**calm), now=NOON)
    )
    treats = {LEMON.key, HONEY.key, CHOCOLATE.key}
    assert {"treat" if key in treats else key for key in keys(found)} == expected


def test_a_stranger_gets_a_careful_parcel() -> None:
    assert not plan(STARTERS, SHELF, Scene(order=an_order(), card=None, now=NOON)).suggestions


def test_a_first_order_never_gets_a_gift() -> None:
    card = a_customer_card(order_number=1, lapse=Lapse.NEW, limits=(), incident=None)
    found = plan(STARTERS, SHELF, Scene(order=an_order(total_cents=99900), card=card, now=NOON))
    assert not [it for it in found.suggestions if it.touch.edible]


def test_the_starter_rules_name_only_what_the_demo_shop_keeps() -> None:
    kept = {touch.key: touch.kind for touch in demo_touches("K7Q", CHANCE)}
    named = [
        (key, act.type.kind) for it in STARTERS for act in it.actions for key in act.assortment
    ]
    assert [pair for pair in named if kept.get(pair[0]) is not pair[1]] == []


# ---- whatever comes

LIMITS = st.sampled_from(
    ("nuts", "milk", "gluten", "eggs", "alcohol", "vegan", "NUTS ", "x", "lactose")
)
INGREDIENTS = st.none() | st.lists(
    st.sampled_from(("nuts", "milk", "egg", "gluten", "sugar", "praline", "alcohol")),
    max_size=3,
).map(tuple)
GIVEN = st.lists(
    st.tuples(st.sampled_from([it.key for it in SHELF]), st.integers(0, 500)), max_size=8
).map(lambda it: tuple(sorted(it, key=lambda pair: pair[1])))


@st.composite
def cards(draw: st.DrawFn) -> CustomerCard:
    return a_customer_card(
        order_number=draw(st.integers(1, 12)),
        lapse=draw(st.sampled_from(Lapse)),
        days_since_previous=draw(st.none() | st.integers(1, 900)),
        value_cents_12m=draw(st.integers(0, 90000)),
        likes=tuple(draw(st.lists(st.sampled_from(("azul", "limón", "té")), unique=True))),
        limits=tuple(draw(st.lists(LIMITS, max_size=3, unique=True))),
        incident=draw(
            st.none()
            | st.builds(
                Incident,
                cause=st.sampled_from(("damaged", "late", "other")),
                reported_on=st.just(NOON.date()),
                solved_after_days=st.none() | st.just(2),
                healed=st.booleans(),
            )
        ),
        last_touches=draw(GIVEN),
        no_extras=draw(st.booleans()),
        no_personalisation=draw(st.booleans()),
    )


shelves = st.lists(INGREDIENTS, min_size=4, max_size=4).map(
    lambda all_of_it: (
        tuple(
            on_shelf(it.key, it.kind, contains=contains)
            for it, contains in zip((LEMON, HONEY, CHOCOLATE, SHELF[4]), all_of_it, strict=True)
        )
        + tuple(it for it in SHELF if not it.edible)
    )
)
orders = st.builds(
    lambda number, opener, flags: an_order(id=number, opener=opener, flags=flags),
    st.integers(1, 10**6),
    st.sampled_from(Opener),
    st.sampled_from(((), (GIFT,), (NO_PLASTIC,))),
)
EAGER = a_treat_rule(*(it.key for it in SHELF if it.edible), limits={"cooldown_days": 0})


@given(card=cards(), shelf=shelves)
def test_never_an_edible_against_a_limit(card: CustomerCard, shelf: tuple[Touch, ...]) -> None:
    found = plan([*STARTERS, EAGER], shelf, Scene(order=an_order(), card=card, now=NOON))
    edible = [it.touch for it in found.suggestions if it.touch.edible]
    assert all(it.contains is not None for it in edible)
    assert all(diet(it, card.limits) is Diet.FREE for it in edible)
    assert all({*card.limits}.isdisjoint(it.contains or ()) for it in edible)


@given(card=cards(), shelf=shelves, order=orders, chance=st.randoms())
def test_the_same_parcel_gets_the_same_plan_whatever_the_order_of_the_rows(
    card: CustomerCard, shelf: tuple[Touch, ...], order: Order, chance: Random
) -> None:
    mixed = replace(card, likes=card.likes[::-1], limits=card.limits[::-1])
    once = plan([*STARTERS, EAGER], shelf, Scene(order=order, card=card, now=NOON))
    again = plan(
        [*STARTERS, EAGER],
        chance.sample(shelf, len(shelf)),
        Scene(order=order, card=mixed, now=NOON),
    )
    assert (again.suggestions, again.lost) == (once.suggestions, once.lost)


@given(card=cards(), shelf=shelves, order=orders)
def test_a_parcel_is_never_crowded_and_nothing_is_lost_without_a_reason(
    card: CustomerCard, shelf: tuple[Touch, ...], order: Order
) -> None:
    found = plan([*STARTERS, EAGER], shelf, Scene(order=order, card=card, now=NOON))
    visible = [it for it in found.suggestions if it.touch.kind is not TouchKind.CHECK]
    assert len(visible) <= 3
    assert len({*keys(found)}) == len(found.suggestions)
    wanted = sum(
        len(act.assortment) for it in found.judged if it.fires for act in it.rule.actions
    )
    assert len(found.suggestions) + len(found.lost) == wanted
