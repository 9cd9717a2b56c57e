"""The packer's own surprise: what is left for it, and what it may be."""

from dataclasses import replace

import pytest

from packstation.domain.bench import Answer, Packing
from packstation.domain.customers import CustomerCard
from packstation.domain.giving import Giving, Left
from packstation.domain.orders import Opener, Order
from packstation.domain.scans import Reply
from packstation.domain.scene import Scene
from packstation.domain.surprises import left, offers
from packstation.domain.touches import Suggestion, Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import GIFT_CARD, LEMON, on_shelf
from tests.making import NOON, a_customer_card, a_packer, an_order

CALM = a_customer_card(limits=(), incident=None, last_touches=())
SOAP = on_shelf("soap", TouchKind.TREAT, edible=False, cost_cents=90)
BUDGET = Giving(surprise_cents=200, surprise_count=3)


def packing(
    *given: Suggestion, card: CustomerCard = CALM, order: Order | None = None
) -> Packing:
    return Packing(
        counts=(0,),
        packer=a_packer(),
        order=order or an_order(),
        card=card,
        opened_at=NOON,
        plan=(),
        answers={it.touch.key: Answer(Reply.GIVEN, NOON, it) for it in given},
    )


def why(touch: Touch, bench: Packing, rest: Left) -> Why | None:
    scene = Scene(order=bench.order, card=bench.card, now=NOON)
    (offer,) = offers((touch,), scene, bench, (BUDGET, rest))
    return offer.why


@pytest.mark.parametrize(
    "rest, expected",
    [
        (Left(90, 1), None),
        (Left(89, 1), Why.BUDGET),
        (Left(200, 0), Why.BUDGET),
    ],
)
def test_a_surprise_costs_what_is_left_at_most(rest: Left, expected: Why | None) -> None:
    assert why(SOAP, packing(), rest) is expected


def test_what_is_sealed_and_what_is_in_the_box_is_taken_off() -> None:
    own, of_a_rule = Suggestion(touch=SOAP, rule=""), Suggestion(touch=LEMON, rule="second")
    assert left(BUDGET, (SOAP,), packing(own, of_a_rule)) == Left(20, 1)
    assert left(BUDGET, (SOAP, SOAP, SOAP, SOAP), packing()) == Left(0, 0)


@pytest.mark.parametrize(
    "changes, lemon, card",
    [
        ({"no_extras": True}, Why.NO_EXTRAS, Why.NO_EXTRAS),
        ({"quiet_until": NOON.date()}, Why.QUIET, Why.QUIET),
        ({"is_b2b": True}, Why.COMPANY, None),
        ({"limits": ("vegan",)}, Why.DIET, None),
        ({"last_touches": (("sweets-lemon", 40),)}, Why.SAME_AS_LAST, None),
        # It is made of nothing that is known of anybody.
        ({"no_personalisation": True}, None, None),
    ],
)
def test_what_keeps_a_rules_touch_out_keeps_this_one_out(
    changes: dict[str, object], lemon: Why | None, card: Why | None
) -> None:
    bench = packing(card=replace(CALM, **changes))  # type: ignore[arg-type] # replace checks the names
    scene = Scene(order=bench.order, card=bench.card, now=NOON)
    found = offers((LEMON, GIFT_CARD), scene, bench, (BUDGET, Left(200, 3)))
    assert [it.why for it in found] == [lemon, card]


@pytest.mark.parametrize("opener", [Opener.RECIPIENT, Opener.UNKNOWN])
def test_food_does_not_go_to_somebody_whose_limits_nobody_knows(opener: Opener) -> None:
    bench = packing(order=an_order(opener=opener))
    assert why(LEMON, bench, Left(200, 3)) is Why.AUDIENCE
    assert why(GIFT_CARD, bench, Left(200, 3)) is None
