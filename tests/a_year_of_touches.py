"""A year of the demo shop in which every parcel follows its plan, told parcel by parcel."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder
from packstation.domain.background import Background, Memory, PastIncident, PastTouchSeen
from packstation.domain.cadence import cadence_days, lapse_of
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.founding import NewShop
from packstation.domain.founding import PastIncident as Trouble
from packstation.domain.lines import BoughtLine
from packstation.domain.orders import Order, OrderLine, Product
from packstation.domain.plans import Plan, plan
from packstation.domain.rules import Limits, Rule, in_order
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from tests.domain.starting import a_rule, asking, on_shelf

YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Given:
    """One touch of one parcel: what a checker sees of it."""

    customer: str
    parcel: str
    at: datetime
    touch: Touch
    rule: str
    heals: bool = False


@dataclass(slots=True)
class Known:
    """One customer as the year goes on."""

    customer: ArrivingCustomer
    orders: list[ArrivingOrder] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    healed: set[datetime] = field(default_factory=set)
    """When what was made good had been reported."""


@dataclass(slots=True)
class Year:
    """All that went in, and the plans it came of."""

    given: list[Given] = field(default_factory=list)
    plans: list[tuple[Scene, Plan]] = field(default_factory=list)
    troubles: dict[str, list[Trouble]] = field(default_factory=dict)


def a_year(shop: NewShop, rules: Sequence[Rule], shelf: Sequence[Touch]) -> Year:
    """The last year of ``shop``, its parcels packed a day after each order came."""
    ruleset, year = Ruleset(rules), Year()
    people = {it.outside_id: Known(it) for it in shop.customers}
    whose = {it.outside_id: it.customer for it in shop.orders}
    for trouble in shop.incidents:
        people[whose[trouble.order]].troubles.append(trouble)
    year.troubles = {key: it.troubles for key, it in people.items()}
    for n, order in enumerate(sorted(shop.orders, key=lambda it: it.placed_at), 1):
        known = people.get(order.customer)
        if known is None or order.state == "cancelled":
            continue
        if order.placed_at > shop.founded_at - YEAR:
            _pack(n, order, known, (ruleset, shelf), year)
        known.orders.append(order)
    return year


def _pack(
    n: int,
    order: ArrivingOrder,
    known: Known,
    chosen: tuple[Ruleset, Sequence[Touch]],
    year: Year,
) -> None:
    now = order.placed_at + timedelta(days=1)
    scene = _scene(n, order, known, now)
    made = plan(chosen[0], chosen[1], scene)
    year.plans.append((scene, made))
    key = known.customer.outside_id
    went = [
        Given(key, order.outside_id, now, it.touch, it.rule, it.heals)
        for it in made.suggestions
    ]
    known.given += went
    year.given += went
    if any(it.heals for it in went):
        solved = (it for it in _told(known, order.placed_at) if _is_solved(it, now))
        known.healed |= {it.reported_at for it in solved}


def _told(known: Known, by: datetime) -> list[Trouble]:
    """The latest first."""
    told = (it for it in known.troubles if it.reported_at < by)
    return sorted(told, key=lambda it: it.reported_at, reverse=True)


def _is_solved(it: Trouble, now: datetime) -> bool:
    return it.resolved_at is not None and it.resolved_at <= now


def _scene(n: int, order: ArrivingOrder, known: Known, now: datetime) -> Scene:
    behind = Background(
        items_cents=order.items_cents,
        lines=tuple(
            BoughtLine(sku=it.sku, quantity=it.quantity, price_cents=it.price_cents or None)
            for it in order.lines
        ),
        memory=_memory(order, known, now),
    )
    card = _card(order, known, now)
    return Scene(order=_order(n, order), card=card, now=now, background=behind)


def _order(n: int, order: ArrivingOrder) -> Order:
    return Order(
        id=n,
        number=order.number,
        code=order.outside_id,
        customer_name=order.customer_name,
        opener=order.opener,
        language=order.language,
        country=order.country,
        placed_at=order.placed_at,
        leaves_at=None,
        flags=order.flags,
        message=order.message,
        gift_message=order.gift_message,
        total_cents=order.total_cents,
        lines=tuple(
            OrderLine(
                id=at, product=Product(id=at, sku=it.sku, name=it.sku), quantity=it.quantity
            )
            for at, it in enumerate(order.lines, 1)
        ),
    )


def _memory(order: ArrivingOrder, known: Known, now: datetime) -> Memory:
    return Memory(
        birthday=known.customer.birthday,
        promised=bool(known.customer.promise),
        touches=tuple(
            PastTouchSeen(
                key=it.touch.key,
                kind=it.touch.kind,
                tier=it.touch.tier,
                days_ago=(now - it.at).days,
            )
            for it in reversed(known.given)
        ),
        incidents=tuple(
            PastIncident(
                cause=it.cause,
                days_since_reported=(now - it.reported_at).days,
                days_since_resolved=(
                    (now - it.resolved_at).days
                    if it.resolved_at is not None and it.resolved_at <= now
                    else None
                ),
                healed=it.reported_at in known.healed,
            )
            for it in _told(known, order.placed_at)
        ),
    )


def _card(order: ArrivingOrder, known: Known, now: datetime) -> CustomerCard:
    person = known.customer
    days = [it.placed_at.date() for it in known.orders]
    today = order.placed_at.date()
    lately = [it for it in known.orders if it.placed_at > order.placed_at - YEAR]
    return CustomerCard(
        id=1,
        name=person.name,
        called=person.called,
        language=person.language,
        order_number=len(days) + 1,
        since=min(days, default=None),
        days_since_previous=(today - max(days)).days if days else None,
        cadence_days=cadence_days(days),
        lapse=lapse_of(days, today),
        value_cents_12m=sum(it.total_cents for it in lately),
        likes=person.likes,
        limits=person.limits,
        incident=_incident(order, known, now),
        promise=person.promise,
        last_touches=tuple((it.touch.key, (now - it.at).days) for it in reversed(known.given)),
        last_rules=tuple((it.rule, (now - it.at).days) for it in reversed(known.given)),
        no_extras=person.no_extras,
        no_personalisation=person.no_personalisation,
    )


def _incident(order: ArrivingOrder, known: Known, now: datetime) -> Incident | None:
    told = (it for it in _told(known, order.placed_at) if it.reported_at not in known.healed)
    it = next(told, None)
    if it is None:
        return None
    solved = it.resolved_at if _is_solved(it, now) else None
    return Incident(
        cause=it.cause,
        reported_on=it.reported_at.date(),
        solved_after_days=None if solved is None else (solved - it.reported_at).days,
    )


# ---- a shop that gives more than the demo does

LARGER_SHELF: Final = (
    on_shelf("sweets-lemon", TouchKind.TREAT, tier=1, cost_cents=35),
    on_shelf("sweets-honey", TouchKind.TREAT, tier=1, cost_cents=40, contains=("milk",)),
    on_shelf("soap", TouchKind.TREAT, tier=2, cost_cents=90, edible=False),
    on_shelf("candle", TouchKind.TREAT, tier=3, cost_cents=160, edible=False),
    on_shelf("teapot", TouchKind.TREAT, tier=4, cost_cents=450, edible=False),
    on_shelf("ribbon", TouchKind.BOX, cost_cents=20),
)


def generous(*starters: Rule) -> tuple[Rule, ...]:
    """With presents of every size, and something for a birthday, for as many as possible."""
    more = (
        _giving("birthday-present", "milestone", "add_gift", "soap", "candle", "teapot", asked=[
            asking("customer.birthday_in_days", "between", [-180, 180]),
        ]),
        _giving("present", "delight", "add_gift", "soap", "candle", "teapot"),
        _giving("sweet", "delight", "add_treat", "sweets-lemon", "sweets-honey", "soap"),
        _giving("small", "campaign", "add_treat", "sweets-lemon", "sweets-honey"),
        _giving("pretty", "campaign", "wrap", "ribbon"),
        _giving("card", "campaign", "insert_card", "card-how-to"),
        _giving("sorry-too", "recovery", "add_gift", "soap", "candle", asked=[
            asking("incident.last_cause", "is_known"),
        ]),
    )  # fmt: skip
    return in_order([*more, *starters])


def _giving(
    rule: str, kind: str, does: str, *keys: str, asked: list[dict[str, object]] | None = None
) -> Rule:
    return a_rule(
        rule_id=rule,
        all=asked or [asking("order.units", "at_least", 1)],
        actions=[{"id": "a1", "type": does, "assortment": list(keys)}],
        **{"class": kind},
    )


# ---- the checker: it knows the record, and nothing of plans and guards


def of_each(year: Year) -> Iterator[list[Given]]:
    """Each customer's touches, the first first."""
    whose: dict[str, list[Given]] = defaultdict(list)
    for it in sorted(year.given, key=lambda it: it.at):
        whose[it.customer].append(it)
    yield from whose.values()


def without_limits(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The same, with nothing but the usual rests."""
    return tuple(replace(it, limits=Limits()) for it in rules)
