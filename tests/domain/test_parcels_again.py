"""What stays of a parcel that was put aside, changed by the shop, or opened again."""

from dataclasses import replace

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Bench, Free, Packing, Short
from packstation.domain.entries import PutAside, Voided
from packstation.domain.orders import Detail, Order, OrderLine
from packstation.domain.packing import advance
from packstation.domain.scans import Problem, Reply
from packstation.domain.shop import Packer
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    BAG,
    CARD,
    HONEY,
    JOAN,
    RIBBON,
    SEAL,
    after,
    bench_of,
    by_hand,
    changed_to,
    instead,
    opened,
    packing,
    reopened,
    scanned,
    sealed,
    told,
    typed,
)
from tests.making import BIG_CUP, CUP, NOON, POT, TEA, a_line, a_plan, an_order

CUPS, TEAS = a_line(CUP, 3), a_line(TEA, 1)
OPEN = opened(CUPS, TEAS)
PARK = ev.ParkScanned("comida", "Joan", NOON)


# ---- put aside, and gone on with


def gone_on(*done: ev.Event, by: Packer = JOAN, order: Order | None = None) -> Packing:
    """The bench of ``by``, who goes on with what Marta put aside after ``done``."""
    (aside,) = after(*done, PARK).entries
    assert isinstance(aside, PutAside)
    scan = ev.OrderScanned(
        order or packing(*done).order, CARD, ev.Granted(), NOON, None, aside.parked
    )
    return packing(ev.BadgeScanned(by, NOON), scan)


def test_whoever_goes_on_finds_all_that_was_done() -> None:
    lines = (CUPS, a_line(HONEY, 2), a_line(TEA, 2), a_line(RIBBON, 2))
    honey = scanned(HONEY, lot="L-7", expiry="2027-05-01")
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    begun = opened(*lines)
    plan = ev.PlanMade(packing(*begun).order.id, a_plan())
    work = (A_CUP, honey, told(1), instead(BIG_CUP), A_BIG_CUP, by_hand(3), note, scanned(POT))
    left, found = packing(*begun, plan, *work), gone_on(*begun, plan, *work)
    assert found.box == left.box
    assert (found.in_box, found.aside) == (4, 1)
    assert (found.packer, found.plan, found.before) == (JOAN, None, None)


def test_an_order_that_changed_while_it_lay_there_is_counted_anew() -> None:
    changed = an_order(lines=(CUPS, TEAS), revision=2)
    found = gone_on(*OPEN, A_CUP, scanned(POT), order=changed)
    assert (found.counts, found.aside) == ((0, 0), 0)


@pytest.mark.parametrize(
    "order",
    [
        an_order(lines=(CUPS,)),
        an_order(lines=(CUPS, TEAS, a_line(POT))),
        an_order(lines=(CUPS, TEAS), revision=0),
    ],
)
def test_nothing_is_carried_into_an_order_of_other_lines(order: Order) -> None:
    assert gone_on(*OPEN, A_CUP, order=order).in_box == 0


# ---- the shop changes the order in hand


def test_what_is_right_in_the_changed_order_too_stays_counted() -> None:
    step = changed_to(TEAS, a_line(CUP, 4), a_line(POT), done=(*OPEN, A_CUP, A_CUP, A_TEA))
    changes = (out.Change(CUP.full_name, 3, 4), out.Change(POT.full_name, 0, 1))
    assert step.outcome == out.HasChanged("1042", changes, 0)
    bench = bench_of(step)
    assert (bench.counts, bench.aside, bench.order.revision) == ((1, 2, 0), 0, 2)


def test_what_is_too_many_now_is_to_be_taken_out_and_asked_about() -> None:
    step = changed_to(a_line(CUP, 1), done=(*OPEN, A_CUP, A_CUP, A_TEA))
    changes = (out.Change(CUP.full_name, 3, 1), out.Change("Té verde Sencha, 100 g", 1, 0))
    assert step.outcome == out.HasChanged("1042", changes, 2)
    bench = bench_of(step)
    assert (bench.counts, bench.aside) == ((1,), 2)
    assert advance(bench, SEAL).outcome == out.AskBeforeSeal(2, (), extra=2)


def test_a_changed_order_has_nothing_to_undo_and_no_plan() -> None:
    plan = ev.PlanMade(1042, a_plan())
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    bench = bench_of(changed_to(CUPS, done=(*OPEN, plan, note, A_CUP, A_BIG_CUP, A_TEA)))
    assert (bench.plan, bench.before, bench.last) == (None, None, None)
    assert list(bench.answers) == ["note"]
    assert bench.aside == 2


def test_notes_of_a_line_that_stays_are_kept() -> None:
    honey = scanned(HONEY, lot="L-7", expiry="2027-05-01")
    lines = (a_line(HONEY, 2), CUPS, a_line(RIBBON, 2), a_line(BAG, 1))
    work = (honey, told(0, Problem.DAMAGED), instead(POT, 1), scanned(POT), by_hand(2))
    bench = bench_of(changed_to(lines[2], *lines[:2], done=(*opened(*lines), *work)))
    assert bench.counts == (1, 1, 1)
    assert bench.by_hand == {0}
    assert bench.short == {1: Short(1, Problem.DAMAGED)}
    assert list(bench.swaps) == [2]
    assert [(it.position, it.values[0]) for it in bench.traces] == [(1, (Detail.LOT, "L-7"))]


@pytest.mark.parametrize("quantity", [2, 4])
def test_a_line_with_another_count_is_short_no_more(quantity: int) -> None:
    cups = a_line(CUP, quantity)
    bench = bench_of(changed_to(cups, TEAS, done=(*OPEN, A_CUP, told(0))))
    assert (bench.short, bench.left(0)) == ({}, quantity - 1)


def test_a_full_line_with_lots_stays_full() -> None:
    jars = (*opened(a_line(HONEY, 2)), scanned(HONEY, 2, lot="L-7", expiry="x"))
    assert bench_of(changed_to(TEAS, a_line(HONEY, 2), done=jars)).counts == (0, 2)


@pytest.mark.parametrize(
    "line, work",
    [
        (a_line(HONEY, 2), (scanned(HONEY, lot="L-7", expiry="x"), typed(2))),
        (a_line(CUP, 2), (A_CUP, instead(BIG_CUP), A_BIG_CUP)),
    ],
)
def test_a_line_whose_pieces_are_not_alike_begins_anew_when_one_is_too_many(
    line: OrderLine, work: tuple[ev.Event, ...]
) -> None:
    step = changed_to(replace(line, quantity=1), TEAS, done=(*opened(line, TEAS), *work))
    bench = bench_of(step)
    assert (bench.counts, bench.aside) == ((0, 0), 2)
    assert (bench.swaps, bench.traces) == ({}, ())


def test_the_parts_of_a_kit_are_lines_of_their_own() -> None:
    kit = (a_line(TEA, 1, id=5, kit="Set"), a_line(CUP, 2, id=5, kit="Set"))
    loose = a_line(CUP, 1, id=6)
    done = (*opened(*kit, loose), A_CUP, A_CUP, A_CUP)
    assert packing(*done).counts == (0, 2, 1)
    assert bench_of(changed_to(loose, *kit, done=done)).counts == (1, 0, 2)
    assert [line.kit for line in sealed(*done, A_TEA).core.lines] == ["Set", "Set", ""]


# ---- a sealed parcel is opened again


def test_a_parcel_opened_again_has_its_pieces_and_its_slip_is_void() -> None:
    step = reopened(*OPEN, A_CUP, told(0), A_TEA)
    bench = bench_of(step)
    assert step.outcome == out.Reopened(bench.order, CARD, "2-26-000417")
    assert step.entries == (Voided("2-26-000417", "queda una", NOON),)
    assert (bench.counts, bench.left(0), bench.aside) == ((1, 1), 2, 0)
    assert (bench.packer, bench.replaces) == (JOAN, "2-26-000417")
    again = advance(advance(advance(bench, A_CUP).bench, A_CUP).bench, SEAL).outcome
    assert isinstance(again, out.Sealed)
    assert again.record.core.replaces == "2-26-000417"
    assert again.record.personal.packer_name == "Joan"


def test_marks_and_lots_come_back_with_their_pieces() -> None:
    honey = scanned(HONEY, 2, lot="L-7", expiry="2027-05-01")
    ribbons = opened(a_line(CUP, 1), a_line(HONEY, 2), a_line(RIBBON))
    work = (instead(BIG_CUP), A_BIG_CUP, honey, by_hand(2))
    bench = bench_of(reopened(*ribbons, *work))
    assert bench.counts == (0, 2, 1)
    assert bench.by_hand == {2}
    assert bench.aside == 1  # what went in instead is told again
    sealed_again = advance(bench, told(0)).bench
    assert isinstance(sealed_again, Packing)
    record = advance(replace(sealed_again, asked=AskBack.SEAL), SEAL).outcome
    assert isinstance(record, out.Sealed)
    assert record.record.core.lines[1].traces == sealed(*ribbons, *work).core.lines[2].traces


def test_a_touch_in_the_parcel_is_in_it_still() -> None:
    plan = ev.PlanMade(1042, tuple(replace(it, heals=True) for it in a_plan()))
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    lemon = ev.TouchScanned("lemon", "Caramelos", Reply.GIVEN, NOON)
    box = ev.TouchScanned("box", "Caja", Reply.NOT_TODAY, NOON)
    done = (*OPEN, plan, A_CUP, typed(3), A_TEA, note, lemon, box)
    bench = bench_of(reopened(*done))
    again = advance(bench, SEAL).outcome
    assert isinstance(again, out.Sealed)
    assert again.record.core.touches == sealed(*done).core.touches
    assert len(again.record.core.touches) == 2
    assert [it.touch.key for it in bench.plan or ()] == ["note", "lemon"]


def test_what_the_order_no_longer_wants_is_to_be_taken_out_of_its_parcel() -> None:
    done = (*opened(CUPS, TEAS, a_line(POT)), A_CUP, typed(3), A_TEA, scanned(POT))
    lines = (a_line(BAG), a_line(POT), a_line(CUP, 2), TEAS, a_line(BIG_CUP))
    bench = bench_of(reopened(*done, order=an_order(lines=lines, revision=2)))
    assert (bench.counts, bench.aside) == ((0, 1, 0, 1, 0), 3)


def test_everything_that_went_in_instead_is_to_be_taken_out() -> None:
    done = (*opened(a_line(CUP, 5), TEAS), A_CUP, instead(BIG_CUP), *(A_BIG_CUP,) * 4, A_TEA)
    bench = bench_of(reopened(*done))
    assert (bench.counts, bench.aside, bench.extra) == ((1, 1), 4, 4)


def test_a_touch_in_the_box_is_told_though_the_shop_changed_the_order() -> None:
    plan = ev.PlanMade(1042, a_plan())
    lemon = ev.TouchScanned("lemon", "Caramelos", Reply.GIVEN, NOON)
    box = ev.TouchScanned("box", "Caja", Reply.NOT_TODAY, NOON)
    bench = bench_of(changed_to(TEAS, done=(*opened(TEAS), plan, lemon, box, A_TEA)))
    outcome = advance(bench, SEAL).outcome
    assert isinstance(outcome, out.Sealed)
    assert [touch.key for touch in outcome.record.core.touches] == ["lemon"]


def test_two_lines_of_one_product_come_back_each_with_its_own() -> None:
    lines = (a_line(CUP, 2, id=1), a_line(CUP, 2, id=2))
    bench = bench_of(reopened(*opened(*lines), A_CUP, A_CUP, told(1)))
    assert bench.counts == (2, 0)


def test_a_parcel_opened_again_finds_its_pieces_wherever_their_lines_stand_now() -> None:
    done = (*opened(TEAS, CUPS), A_TEA, A_CUP, typed(2), told(1))
    bench = bench_of(reopened(*done, order=an_order(lines=(CUPS, TEAS))))
    assert bench.counts == (2, 1)


@pytest.mark.parametrize(
    "standing, outcome",
    [
        (ev.AtOtherBench("3", "Joan", NOON), out.OtherBenchHasIt("1042", "3", "Joan", NOON)),
        (ev.AlreadyPacked(None), out.PackedBefore("1042", None)),
    ],
)
def test_a_parcel_that_may_not_be_opened_says_why(
    standing: ev.Standing, outcome: out.Outcome
) -> None:
    step = reopened(*OPEN, A_CUP, typed(3), A_TEA, standing=standing)
    assert (step.bench, step.outcome, step.entries) == (Free(JOAN), outcome, ())


def test_a_slip_that_was_void_before_is_named_by_the_one_that_replaces_it() -> None:
    grant = replace(SEAL.grant, replaces="2-26-000400")
    outcome = advance(
        packing(*OPEN, A_CUP, typed(3), A_TEA), replace(SEAL, grant=grant)
    ).outcome
    assert isinstance(outcome, out.Sealed)
    assert outcome.record.core.replaces == "2-26-000400"


def test_a_parcel_may_be_put_aside_while_it_is_open_again() -> None:
    bench: Bench = bench_of(reopened(*OPEN, A_CUP, told(0), A_TEA))
    (aside,) = advance(bench, PARK).entries
    assert isinstance(aside, PutAside)
    assert aside.parked.box.replaces == "2-26-000417"
