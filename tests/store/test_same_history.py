"""The same history is the same facts and the same plan, however its rows came to lie."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packstation.domain.arrivals import ArrivingLine, ArrivingOrder
from packstation.domain.customers import CustomerCard
from packstation.domain.decisions import canonical, decision_of
from packstation.domain.fact import Seen
from packstation.domain.facts import FACTS, look_up
from packstation.domain.founding import NewShop, PastIncident, PastTouch
from packstation.domain.plans import plan
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.store.work import Work
from tests.domain.asked import OF_TOUCHES, bodies
from tests.domain.starting import SHELF, STARTERS, a_rule
from tests.small_shop import NOW, PRODUCTS, an_arriving_order, found_shop
from tests.store.test_backgrounds import ASKED, DAY, LATER, PLACED, the_shop

RULES: Final = Ruleset(
    [*STARTERS, *(a_rule(rule_id=f"r{n}", all=[it]) for n, it in enumerate(bodies()))]
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """All that is made of an order and its history."""

    card: CustomerCard
    facts: dict[str, Seen]
    decision: bytes


def known(new: NewShop, home: Path) -> Known:
    """Of the order numbered 6, which is the last of ``new``."""
    opened = found_shop(home, new)
    with Work(opened.engine, "2") as work:
        [order_id] = work.orders.numbered("6")
        order, customer = work.orders.snapshot(order_id)
        assert customer is not None
        card = work.customers.card(customer, order, NOW)
        scene = work.scene(order, card, NOW)
    opened.engine.dispose()
    return Known(card, look_up((*FACTS, *OF_TOUCHES), scene), _decided(scene))


def _decided(scene: Scene) -> bytes:
    return canonical(decision_of(plan(RULES, SHELF, scene), RULES, scene))


# ---- what came later


def _with_incident(new: NewShop, what: str) -> tuple[NewShop, NewShop]:
    """A shop then, and now that something has happened since."""
    old = new.incidents[1]
    solved = replace(old, resolved_at=PLACED - DAY)
    match what:
        case "reported":
            later = PastIncident(order="2", cause="wrong", reported_at=LATER)
            return new, replace(new, incidents=(*new.incidents, later))
        case "resolved":
            return new, _telling(new, replace(old, resolved_at=LATER))
        case "healed":
            return _telling(new, solved), _telling(new, replace(solved, healed_at=LATER))
        case _:
            both = replace(old, resolved_at=LATER, healed_at=LATER)
            return new, _telling(new, both)


def _telling(new: NewShop, last: PastIncident) -> NewShop:
    return replace(new, incidents=(new.incidents[0], last))


@pytest.mark.parametrize("what", ["reported", "resolved", "healed", "resolved and healed"])
def test_what_became_of_an_incident_later_is_in_no_fact(tmp_path: Path, what: str) -> None:
    then, now = _with_incident(the_shop(), what)
    (tmp_path / "then").mkdir()
    (tmp_path / "now").mkdir()
    assert known(now, tmp_path / "now").facts == known(then, tmp_path / "then").facts


def test_what_was_put_right_while_the_order_waited_is_no_open_trouble(tmp_path: Path) -> None:
    then, now = _with_incident(the_shop(), "resolved")
    for folder in ("then", "now"):
        (tmp_path / folder).mkdir()
    open_then = known(then, tmp_path / "then").card.incident
    put_right = known(now, tmp_path / "now").card.incident
    assert open_then is not None
    assert open_then.solved_after_days is None
    assert put_right is not None
    assert put_right.solved_after_days is not None


@pytest.mark.parametrize(
    "healed_at, told", [(PLACED - DAY, False), (LATER, False), (None, True)]
)
def test_an_incident_is_told_until_a_parcel_makes_up_for_it(
    tmp_path: Path, healed_at: object, *, told: bool
) -> None:
    solved = replace(the_shop().incidents[1], resolved_at=PLACED - 2 * DAY)
    new = _telling(the_shop(), replace(solved, healed_at=healed_at))  # type: ignore[arg-type] # a table of moments and None
    incident = known(new, tmp_path).card.incident
    assert (incident is not None) is told
    assert incident is None or incident.solved_after_days == 23


# ---- in whatever order


SKUS = st.sampled_from([it.sku for it in PRODUCTS if it.sku != "TE-SET"])
days = st.integers(1, 400).map(lambda n: PLACED - n * DAY)
# Few moments, so that many things happen at the same one.
moments = st.sampled_from([PLACED - n * timedelta(hours=5) for n in (1, 2, 20, 90, 400)])
past_orders = st.builds(
    lambda n, at, lines, flags, state: replace(
        an_arriving_order(f"p{n}", *lines, placed_at=at, state=state), flags=flags
    ),
    st.integers(0, 10_000),
    moments | days,
    st.lists(st.tuples(SKUS, st.integers(1, 4)), min_size=1, max_size=4, unique_by=str),
    st.sampled_from([(), (), ("gift",)]),
    st.sampled_from(["shipped", "shipped", "cancelled"]),
)


@st.composite
def histories(draw: st.DrawFn) -> NewShop:
    before = draw(st.lists(past_orders, min_size=1, max_size=8, unique_by=lambda it: it.number))
    numbers = st.sampled_from([it.number for it in before])
    happened = st.builds(
        PastIncident,
        order=numbers,
        cause=st.sampled_from(["late", "wrong"]),
        severity=st.none() | st.integers(1, 3),
        product_name=st.sampled_from(["", "Taza"]),
        reported_at=moments,
        resolved_at=st.none() | moments,
        healed_at=st.none() | moments,
    )
    went_in = st.builds(
        PastTouch,
        order=numbers,
        key=st.sampled_from(["sweets-lemon", "note"]),
        note=st.sampled_from(["", "Gracias"]),
        at=moments,
        reaction=st.sampled_from([None, "liked", "negative"]),
        reacted_at=moments,
    )
    return replace(
        the_shop(),
        orders=(*before, ASKED),
        incidents=tuple(draw(st.lists(happened, max_size=4))),
        given=tuple(draw(st.lists(went_in, max_size=5))),
    )


def _mixed(new: NewShop, chance: Random) -> NewShop:
    """The same history in rows that lie, and are numbered, otherwise."""
    *before, asked = new.orders
    [lucia] = new.customers
    return replace(
        new,
        products=_shuffled(new.products, chance),
        customers=(replace(lucia, tags=_shuffled(lucia.tags or (), chance)),),
        orders=(*(_turned(it, chance) for it in _shuffled(before, chance)), asked),
        incidents=_shuffled(new.incidents, chance),
        given=_shuffled(new.given, chance),
    )


def _turned(order: ArrivingOrder, chance: Random) -> ArrivingOrder:
    lines: tuple[ArrivingLine, ...] = _shuffled(order.lines, chance)
    return replace(order, lines=lines)


def _shuffled(rows: Iterable[T], chance: Random) -> tuple[T, ...]:
    each = list(rows)
    chance.shuffle(each)
    return tuple(each)


@given(new=histories(), chance=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_rows_changes_no_fact_and_no_decision(
    new: NewShop, chance: Random
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        here, there = known(new, Path(one)), known(_mixed(new, chance), Path(other))
    assert there.card == here.card
    assert there.facts == here.facts
    assert there.decision == here.decision
