"""A bench and what happened at it, for tests of counting and of problems."""

from dataclasses import replace
from functools import reduce

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Free, Packing, Unattended
from packstation.domain.orders import Detail, Order, OrderLine, Policy, Product
from packstation.domain.packing import Step, advance
from packstation.domain.records import PackingRecord, Parcel
from packstation.domain.scans import Problem
from tests.making import (
    BIG_CUP,
    CUP,
    NOON,
    TEA,
    a_brand,
    a_customer_card,
    a_line,
    a_packer,
    a_product,
    an_order,
)

MARTA, JOAN = a_packer(), a_packer(id=2, name="Joan")
CARD = a_customer_card()
LAMP = a_product(id=11, sku="LAMP-1", name="Lámpara", variant="", asks=(Detail.SERIAL,))
HONEY = a_product(
    id=12, sku="MIEL-1", name="Miel", variant="", asks=(Detail.LOT, Detail.EXPIRY)
)
RIBBON = a_product(id=13, sku="CINTA-1", name="Cinta", variant="", policy=Policy.BY_HAND)
BAG = a_product(id=14, sku="BOLSA-1", name="Bolsa", variant="", policy=Policy.FIRST)

BADGE = ev.BadgeScanned(MARTA, NOON)
UNDO = ev.UndoScanned(NOON)
SEAL = ev.SealScanned(
    ev.SlipGrant("2-26-000417", "K7QS226000417T", "X4M9", "salt"), a_brand(), "2", NOON
)


def scanned(product: Product, units: int = 1, **details: str) -> ev.PieceScanned:
    told = tuple((Detail(name), value) for name, value in details.items())
    return ev.PieceScanned(product.sku, ev.Found(product, units), NOON, told)


A_CUP, A_BIG_CUP, A_TEA = scanned(CUP), scanned(BIG_CUP), scanned(TEA)


def typed(count: int) -> ev.CountTyped:
    return ev.CountTyped(count, NOON)


def by_hand(position: int = 0) -> ev.HandCounted:
    return ev.HandCounted(position, NOON)


def given(value: str) -> ev.DetailGiven:
    return ev.DetailGiven(value, NOON)


def told(
    position: int | None, problem: Problem = Problem.MISSING, why: str = ""
) -> ev.ProblemTold:
    return ev.ProblemTold(position, problem, why, NOON)


def instead(product: Product, position: int = 0) -> ev.SubstituteGiven:
    return ev.SubstituteGiven(position, product, "no queda", NOON)


def opened(*lines: OrderLine) -> tuple[ev.Event, ...]:
    """Marta opens an order of ``lines``."""
    return BADGE, ev.OrderScanned(an_order(lines=lines), CARD, ev.Granted(), NOON)


def pieces(product: Product, quantity: int) -> tuple[ev.Event, ...]:
    """Marta opens an order of ``quantity`` of one product."""
    return opened(a_line(product, quantity))


def after(*events: ev.Event) -> Step:
    """The last step of a day that began with nobody at the bench."""
    begin = Step(Unattended(), out.SignInFirst())
    return reduce(lambda step, event: advance(step.bench, event), events, begin)


def packing(*events: ev.Event) -> Packing:
    bench = after(*events).bench
    assert isinstance(bench, Packing)
    return bench


def sealed(*events: ev.Event) -> PackingRecord:
    outcome = after(*events, SEAL).outcome
    assert isinstance(outcome, out.Sealed)
    return outcome.record


def changed_to(*lines: OrderLine, done: tuple[ev.Event, ...]) -> Step:
    """The shop sends the order anew, its lines with ids of their own."""
    fresh = tuple(replace(line, id=100 + n) for n, line in enumerate(lines))
    order = an_order(lines=fresh, revision=2)
    return advance(packing(*done), ev.OrderChanged(order))


def bench_of(step: Step) -> Packing:
    assert isinstance(step.bench, Packing)
    return step.bench


def reopened(
    *done: ev.Event, standing: ev.Standing | None = None, order: Order | None = None
) -> Step:
    """Joan opens the parcel again that Marta sealed after ``done``."""
    record, order = sealed(*done), order or packing(*done).order
    scan = ev.ReopenScanned(
        Parcel(record), order, CARD, standing or ev.Granted(), "queda una", NOON
    )
    return advance(Free(JOAN), scan)
