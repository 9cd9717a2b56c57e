"""What a bench knows of the order on it: what comes next, and what is the same thing."""

from dataclasses import replace

import pytest

from packstation.domain import asking
from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Asking, Free, InBox, Parked, Swap, Unattended
from packstation.domain.orders import Detail, Product
from packstation.domain.packing import advance
from packstation.domain.records import Parcel
from packstation.domain.scans import Reply
from tests.domain.days import (
    A_CUP,
    A_TEA,
    HONEY,
    LAMP,
    MARTA,
    SEAL,
    UNDO,
    after,
    given,
    instead,
    opened,
    packing,
    scanned,
    sealed,
    told,
    typed,
)
from tests.making import CUP, NOON, POT, TEA, a_line, a_plan, an_order

OPEN = opened(a_line(CUP, 2), a_line(TEA), a_line(POT, 2))
A_POT = scanned(POT)


@pytest.mark.parametrize(
    "done, position",
    [
        ((), 0),
        ((A_CUP,), 0),
        ((A_POT,), 2),
        ((A_TEA,), 0),
        ((A_CUP, A_CUP), 1),
        ((A_CUP, A_POT), 0),
        ((A_CUP, typed(2), A_TEA), 2),
        ((A_CUP, typed(2), A_TEA, A_POT, A_POT), None),
    ],
)
def test_a_line_already_begun_comes_next_else_the_first(
    done: tuple[ev.Event, ...], position: int | None
) -> None:
    assert packing(*OPEN, *done).next_position == position


def _with_large_id(product: Product) -> Product:
    """Each time with an id that is equal, and not the same object."""
    return replace(product, id=product.id + int("1000000"))


def test_a_product_is_known_by_its_id_however_large() -> None:
    lines = opened(a_line(_with_large_id(LAMP)), a_line(TEA))
    asked = (*lines, scanned(_with_large_id(LAMP)))
    bench = packing(*asked, scanned(_with_large_id(LAMP), serial="S1"))
    assert bench.counts == (1, 0)
    same = ev.SubstituteGiven(0, _with_large_id(LAMP), "", NOON)
    assert after(*lines, same).outcome == out.NothingToCount()


def test_a_person_is_known_by_their_id_however_large() -> None:
    badges = (ev.BadgeScanned(replace(MARTA, id=MARTA.id + int("1000000")), NOON) for _ in "12")
    _, order = OPEN
    assert after(next(badges), order, A_CUP, next(badges)).outcome == out.Resumed("Marta")


def test_an_order_is_known_by_its_id_however_large() -> None:
    large = replace(an_order(lines=(a_line(CUP),)), id=int("1000000"))
    badge, _ = OPEN
    begun = (badge, ev.OrderScanned(large, None, ev.Granted(), NOON))
    again = ev.OtherOrderScanned(int("1000000"), large.number)
    assert after(*begun, again).outcome == out.ReadTwice(large.number)
    planned = packing(*begun, ev.PlanMade(int("1000000"), a_plan()))
    assert planned.plan == a_plan()


def test_what_is_short_stays_short_while_its_line_stays_however_long() -> None:
    begun = opened(a_line(CUP, int("1000")), a_line(TEA))
    bench = packing(*begun, told(0))
    same = an_order(lines=(a_line(CUP, int("1000")), a_line(TEA)), revision=2)
    step = after(*begun, told(0), ev.OrderChanged(same))
    assert step.outcome == out.HasChanged("1042", (), 0)
    assert packing(*begun, told(0), ev.OrderChanged(same)).short == bench.short


def test_a_changed_order_is_asked_nothing_that_was_asked_before() -> None:
    changed = ev.OrderChanged(an_order(lines=(a_line(LAMP), a_line(TEA)), revision=2))
    begun = (*opened(a_line(LAMP), a_line(TEA)), scanned(LAMP))
    assert packing(*begun).asking is not None
    assert packing(*begun, changed).asking is None
    asked = (*begun, given("S1"), A_TEA, A_CUP, SEAL)
    assert packing(*asked).asked is not None
    assert packing(*asked, changed).asked is None


def test_touches_and_the_void_slip_are_known_though_the_pieces_are_counted_anew() -> None:
    answers = {"note": Answer(Reply.GIVEN, NOON)}
    box = InBox(counts=(1, 0, 0), answers=answers, replaces="2-26-000400")
    badge, order = OPEN
    assert isinstance(order, ev.OrderScanned)
    parked = Parked(box=box, revision=0, by="Marta", at=NOON)
    found = packing(badge, replace(order, parked=parked))
    assert found.box == replace(box, counts=(0, 0, 0))


def test_a_case_counts_however_large() -> None:
    begun = opened(a_line(CUP, int("1000")), a_line(TEA))
    assert packing(*begun, scanned(CUP, int("1000"))).counts == (1000, 0)


def test_how_a_bench_came_to_stand_so_is_no_part_of_where_it_stands() -> None:
    bench = packing(*OPEN, A_CUP)
    assert bench == replace(bench, before=None)
    assert "before" not in repr(bench)


def test_a_touch_without_an_order_is_named() -> None:
    badge, _ = OPEN
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    assert after(badge, note).outcome == out.OrderFirst("Nota")


def test_a_piece_that_opens_its_order_is_asked_about_like_any_other() -> None:
    badge, order = opened(a_line(LAMP), a_line(TEA))
    assert isinstance(order, ev.OrderScanned)
    lamp = after(badge, replace(order, piece=ev.Found(LAMP)))
    assert lamp.outcome == out.AsksDetail(a_line(LAMP), Detail.SERIAL)
    cup = after(badge, replace(order, piece=ev.Found(CUP)))
    assert (cup.outcome, cup.bench) == (
        out.Opened(order.order, order.card),
        packing(badge, order),
    )


def test_a_piece_no_order_waits_for_is_a_wrong_one_for_this_order_too() -> None:
    step = after(*OPEN, ev.PieceWithoutOrder("LAMP-1", LAMP))
    assert isinstance(step.outcome, out.WrongPiece)
    assert step.outcome.product == LAMP


def test_a_slip_says_which_order_must_be_finished_first() -> None:
    record = sealed(*opened(a_line(CUP)), A_CUP)
    outcome = after(*OPEN, ev.SlipScanned(Parcel(record))).outcome
    assert outcome == out.FinishFirst("1042", record.core.slip_number)


def test_an_order_that_another_bench_left_again_simply_waits() -> None:
    assert after(*OPEN, ev.OrderTaken(ev.NothingToPack())).outcome == out.WasPutBack("1042")


def test_undo_keeps_the_plan_that_came_after_and_no_question() -> None:
    plan = ev.PlanMade(1042, a_plan())
    assert packing(*OPEN, A_CUP, plan, UNDO).plan == a_plan()
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    asked = (*opened(a_line(TEA)), plan, A_TEA, SEAL)
    assert packing(*asked).asked is not None
    assert packing(*asked, note, UNDO).asked is None


def test_no_touch_is_planned_while_there_is_no_plan() -> None:
    note = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    assert after(*OPEN, note).outcome == out.TouchNotPlanned("Nota")


def test_one_too_many_stays_so_beside_what_the_changed_order_no_longer_wants() -> None:
    changed = ev.OrderChanged(an_order(lines=(a_line(CUP, 2),), revision=2))
    bench = packing(*OPEN, A_TEA, A_TEA, changed)
    assert (bench.aside, bench.extra) == (2, 2)


def test_a_serial_is_known_again_after_it_was_read_from_disk() -> None:
    bench = packing(*opened(a_line(CUP, 2)), instead(LAMP), scanned(LAMP, serial="S1"))
    read = tuple(replace(it, sku="".join(it.sku)) for it in bench.traces)
    step = advance(replace(bench, traces=read), scanned(LAMP, serial="S1"))
    assert step.outcome == out.ReadTwice("S1")


def test_what_nobody_says_was_not_done_by_hand() -> None:
    assert not Swap(CUP, 0).by_hand
    assert not Asking(0, 1).by_hand


def test_a_second_code_on_a_jar_adds_what_the_first_did_not_say() -> None:
    jar = (scanned(HONEY, lot="L-7"), scanned(HONEY, lot="L-8", expiry="2027-05-01"))
    (told_of_it,) = packing(*opened(a_line(HONEY), a_line(TEA)), *jar).traces
    assert told_of_it.values == ((Detail.LOT, "L-7"), (Detail.EXPIRY, "2027-05-01"))


def test_a_typed_count_is_about_what_was_scanned_just_before_and_nothing_else() -> None:
    assert after(*OPEN, A_CUP, told(1), typed(2)).outcome == out.NothingToCount()


def test_what_cannot_be_printed_is_asked_about_before_the_seal() -> None:
    seal = replace(SEAL, unprintable=("陈",))
    step = after(*opened(a_line(TEA)), A_TEA, seal)
    assert step.outcome == out.AskBeforeSeal(0, (), ("陈",))


def test_nothing_seals_by_itself_that_is_not_complete_or_not_there() -> None:
    plan = ev.PlanMade(1042, ())
    done = after(*opened(a_line(TEA)), plan, A_TEA)
    assert asking.seals_by_itself(done.bench, done.outcome)
    begun = after(*OPEN, A_TEA, plan)
    assert not asking.seals_by_itself(begun.bench, begun.outcome)
    assert not asking.seals_by_itself(Free(MARTA), done.outcome)


def test_a_box_is_gone_on_with_however_often_its_order_changed_before() -> None:
    badge, _ = OPEN
    lines = (a_line(CUP, 2), a_line(TEA))
    often = an_order(lines=lines, revision=int("1000"))
    box = InBox(counts=(1, 0))
    parked = Parked(box=box, revision=int("1000"), by="Marta", at=NOON)
    order = ev.OrderScanned(often, None, ev.Granted(), NOON, None, parked)
    assert packing(badge, order).box == box


def test_what_is_short_needs_no_piece_and_what_is_in_stays_needed() -> None:
    assert packing(*OPEN, A_CUP, told(0)).need(0) == 1


def test_pieces_fill_the_line_that_is_named_and_then_any_other_of_the_product() -> None:
    bench = packing(*opened(a_line(CUP), a_line(TEA), a_line(CUP, 2, id=9)))
    assert bench.spread(2, 3) == {2: 2, 0: 1}
    assert bench.spread(2, 4) == {}


def test_who_signs_out_leaves_the_bench_to_nobody() -> None:
    badge, _ = OPEN
    assert after(badge, ev.SignOutScanned(NOON)).bench == Unattended()


def test_a_touch_declined_is_open_no_more() -> None:
    note = ev.TouchScanned("note", "Nota", Reply.NOT_TODAY, NOON)
    bench = packing(*OPEN, ev.PlanMade(packing(*OPEN).order.id, a_plan()), note)
    assert [it.touch.key for it in bench.open_touches] == ["box", "lemon"]
