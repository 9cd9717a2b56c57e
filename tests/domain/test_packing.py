"""A day at the bench as a list of events: what each leads to."""

from datetime import timedelta
from functools import reduce

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Bench, Free, Packing, Unattended
from packstation.domain.entries import Kept, Released
from packstation.domain.packing import Step, advance
from packstation.domain.scans import Reply
from tests.making import (
    BIG_CUP,
    CUP,
    NOON,
    POT,
    TEA,
    a_brand,
    a_customer_card,
    a_line,
    a_packer,
    a_parcel,
    a_plan,
    an_order,
)

MARTA, JOAN = a_packer(), a_packer(id=2, name="Joan")
CARD = a_customer_card()
ORDER = an_order(lines=(a_line(CUP, 2), a_line(TEA, 1)))
GRANT = ev.SlipGrant("2-26-000417", "K7QS226000417T", "X4M9", "salt")

BADGE = ev.BadgeScanned(MARTA, NOON)
OPENED = ev.OrderScanned(ORDER, CARD, ev.Granted(), NOON)
SEAL = ev.SealScanned(GRANT, a_brand(), "2", NOON + timedelta(minutes=3))
UNDO = ev.UndoScanned(NOON)
A_CUP = ev.PieceScanned("cup", ev.Found(CUP), NOON)
A_TEA = ev.PieceScanned("tea", ev.Found(TEA), NOON)
A_BIG_CUP = ev.PieceScanned("big", ev.Found(BIG_CUP), NOON)
OPEN = (BADGE, OPENED)
ALL_IN = (*OPEN, A_CUP, A_TEA, A_CUP)


def after(*events: ev.Event) -> Step:
    """The last step of a day that began with nobody at the bench."""
    begin = Step(Unattended(), out.SignInFirst())
    return reduce(lambda step, event: advance(step.bench, event), events, begin)


def packing(*events: ev.Event) -> Packing:
    bench = after(*events).bench
    assert isinstance(bench, Packing)
    return bench


CUPS, TEAS = ORDER.lines


@pytest.mark.parametrize(
    "events, outcome",
    [
        ((BADGE,), out.SignedIn("Marta")),
        ((A_CUP,), out.SignInFirst()),
        (OPEN, out.Opened(ORDER, CARD)),
        ((*OPEN, A_CUP), out.PieceOk(CUPS, 1)),
        ((*OPEN, A_TEA), out.LineDone(TEAS)),
        (ALL_IN, out.AllDone(CUPS)),
        ((*OPEN, A_BIG_CUP), out.WrongPiece(BIG_CUP, CUPS, 2)),
        ((*OPEN, A_TEA, A_TEA), out.OneTooMany(TEAS)),
        ((*OPEN, SEAL), out.StillMissing(3)),
        ((*OPEN, ev.UnknownScanned("hello")), out.UnknownCode("hello")),
        ((*OPEN, ev.MisreadScanned("8412345678900")), out.Misread("8412345678900")),
        ((*OPEN, ev.StutterScanned("cup")), out.ReadTwice("cup")),
        ((*OPEN, ev.SeveralFound("x", ("a", "b"))), out.AmbiguousCode("x", ("a", "b"))),
        ((*OPEN, ev.OtherOrderScanned(9, "1043")), out.FinishFirst("1042", "1043")),
        ((*OPEN, ev.OtherOrderScanned(5000, "1043")), out.FinishFirst("1042", "1043")),
        ((*OPEN, ev.OtherOrderScanned(ORDER.id, "1042")), out.ReadTwice("1042")),
        ((*OPEN, ev.SignOutScanned(NOON)), out.FinishFirst("1042")),
        ((*OPEN, UNDO), out.NothingToUndo()),
        ((BADGE, SEAL), out.OrderFirst()),
        ((BADGE, A_CUP), out.OrderFirst("Taza de barro")),
        ((BADGE, ev.PieceWithoutOrder("x", POT)), out.NoOrderWants(POT)),
        ((BADGE, ev.SlipScanned(a_parcel())), out.SlipShown(a_parcel())),
        ((BADGE, ev.SignOutScanned(NOON)), out.SignedOut("Marta")),
        ((BADGE, ev.LockScanned(NOON)), out.Locked("Marta")),
        ((ev.PinRefused("Marta", 4),), out.PinWrong("Marta", 4)),
    ],
)
def test_what_an_event_leads_to(events: tuple[ev.Event, ...], outcome: out.Outcome) -> None:
    assert after(*events).outcome == outcome


@pytest.mark.parametrize(
    "standing, outcome",
    [
        (
            ev.AtOtherBench("3", "Joan", NOON),
            out.OtherBenchHasIt("1042", "3", "Joan", NOON),
        ),
        (ev.AlreadyPacked(None), out.PackedBefore("1042", None)),
        (ev.OnHold("no teapot", "Joan"), out.IsHeld("1042", "no teapot", "Joan")),
        (ev.WasCancelled(), out.IsCancelled("1042")),
        (ev.WasSent(), out.WasSent("1042")),
        (ev.NothingToPack(), out.NothingInIt("1042")),
    ],
)
def test_an_order_that_may_not_be_packed_says_why_and_the_bench_stays_free(
    standing: ev.Standing, outcome: out.Outcome
) -> None:
    step = after(BADGE, ev.OrderScanned(ORDER, None, standing, NOON))
    assert step.outcome == outcome
    assert step.bench == Free(MARTA)


def test_a_complete_order_is_sealed_in_the_packers_name() -> None:
    step = after(*ALL_IN, SEAL)
    assert isinstance(step.outcome, out.Sealed)
    record = step.outcome.record
    assert step.bench == Free(MARTA)
    assert step.entries == (Kept(record),)
    assert record.personal.packer_name == "Marta"
    assert record.core.slip_number == "2-26-000417"
    assert [(line.sku, line.ordered, line.packed) for line in record.core.lines] == [
        ("TAZ-002", 2, 2),
        ("TE-100", 1, 1),
    ]
    assert record.untouched


def test_the_record_names_the_customer_where_there_is_one() -> None:
    guest = ev.OrderScanned(ORDER, None, ev.Granted(), NOON)
    records = [
        step.outcome.record
        for step in (after(*ALL_IN, SEAL), after(BADGE, guest, *ALL_IN[2:], SEAL))
        if isinstance(step.outcome, out.Sealed)
    ]
    assert [(it.core.customer_id, it.personal.called) for it in records] == [
        (CARD.id, CARD.called),
        (None, ""),
    ]


def test_a_piece_that_opens_its_order_is_counted_by_that_one_scan() -> None:
    one_piece = an_order(lines=(a_line(CUP),))
    step = after(BADGE, ev.OrderScanned(one_piece, CARD, ev.Granted(), NOON, ev.Found(CUP)))
    assert step.outcome == out.Opened(one_piece, CARD, one_piece.lines[0])
    assert isinstance(step.bench, Packing)
    assert step.bench.complete


def test_a_case_counts_its_pieces() -> None:
    case = ev.PieceScanned("case", ev.Found(CUP, units=2), NOON)
    assert after(*OPEN, case).outcome == out.LineDone(CUPS)


def test_a_case_larger_than_the_need_counts_nothing() -> None:
    case = ev.PieceScanned("case", ev.Found(CUP, units=6), NOON)
    assert packing(*OPEN, case).counts == (0, 0)


def test_two_lines_of_one_product_fill_one_after_the_other() -> None:
    twice = an_order(lines=(a_line(CUP, 1), a_line(CUP, 1, note="para Ana")))
    opened = ev.OrderScanned(twice, None, ev.Granted(), NOON)
    assert packing(BADGE, opened, A_CUP).counts == (1, 0)
    assert packing(BADGE, opened, A_CUP, A_CUP).complete


def test_a_wrong_piece_is_asked_about_once_before_the_seal() -> None:
    asked = after(*OPEN, A_BIG_CUP, A_CUP, A_TEA, A_CUP, SEAL)
    assert asked.outcome == out.AskBeforeSeal(1, ())
    sealed = advance(asked.bench, SEAL).outcome
    assert isinstance(sealed, out.Sealed)
    assert sealed.record.core.put_aside == 1


def test_what_happens_after_the_question_asks_it_anew() -> None:
    again = after(*ALL_IN, A_CUP, SEAL, A_CUP, SEAL)
    assert again.outcome == out.AskBeforeSeal(2, (), extra=2)


PLAN = ev.PlanMade(ORDER.id, a_plan())
NOTE = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)


def test_touches_given_are_on_the_record_and_those_left_are_named() -> None:
    declined = ev.TouchScanned("lemon", "Caramelos", Reply.NOT_TODAY, NOON)
    asked = after(*ALL_IN, PLAN, NOTE, declined, SEAL)
    assert asked.outcome == out.AskBeforeSeal(0, ("box",))
    sealed = advance(asked.bench, SEAL).outcome
    assert isinstance(sealed, out.Sealed)
    assert [touch.key for touch in sealed.record.core.touches] == ["note"]
    assert sealed.record.core.touches_left == ("box", "lemon")


def test_a_touch_nobody_suggested_is_not_added() -> None:
    step = after(*OPEN, PLAN, ev.TouchScanned("cake", "Tarta", Reply.GIVEN, NOON))
    assert step.outcome == out.TouchNotPlanned("Tarta")


@pytest.mark.parametrize("other", [7, 5000])
def test_the_plan_of_another_order_is_never_taken(other: int) -> None:
    assert packing(*OPEN, ev.PlanMade(other, a_plan())).plan is None


def test_undo_is_the_way_back_from_the_question_before_the_seal() -> None:
    asked = (*OPEN, A_BIG_CUP, A_CUP, A_TEA, A_CUP, SEAL)
    assert after(*asked, UNDO).outcome == out.Undone("")
    assert packing(*asked, UNDO).counts == packing(*asked).counts
    assert after(*asked, UNDO, SEAL).outcome == out.AskBeforeSeal(1, ())


def test_undo_takes_back_one_thing_after_the_other() -> None:
    bench = packing(*OPEN, A_CUP, PLAN, NOTE, UNDO)
    assert (bench.counts, bench.answers) == ((1, 0), {})
    assert bench.plan == a_plan()
    assert after(*OPEN, A_CUP, PLAN, NOTE, UNDO, UNDO).outcome == out.Undone(CUP.full_name)
    assert packing(*OPEN, A_CUP, PLAN, NOTE, UNDO, UNDO).counts == (0, 0)


def test_an_order_put_back_waits_for_any_bench() -> None:
    step = after(*OPEN, ev.PutBackScanned(NOON))
    assert step.bench == Free(MARTA)
    assert step.entries == (Released(ORDER.id),)


def test_a_locked_bench_keeps_its_counts() -> None:
    locked = after(*OPEN, A_CUP, ev.LockScanned(NOON))
    assert isinstance(locked.bench, Away)
    assert advance(locked.bench, A_TEA).outcome == out.SignInFirst()
    back = advance(locked.bench, BADGE)
    assert back.outcome == out.Resumed("Marta")
    assert back.bench == packing(*OPEN, A_CUP)


def test_someone_else_takes_a_locked_order_over_by_name_and_signs_it() -> None:
    locked = after(*OPEN, A_CUP, ev.LockScanned(NOON))
    taken = advance(locked.bench, ev.BadgeScanned(JOAN, NOON))
    assert taken.outcome == out.Resumed("Joan", "Marta")
    assert isinstance(taken.bench, Packing)
    assert taken.bench.counts == (1, 0)
    assert taken.bench.packer == JOAN
    assert advance(taken.bench, UNDO).outcome == out.NothingToUndo()
    back = advance(taken.bench, BADGE)
    assert back.outcome == out.Resumed("Marta", "Joan")
    assert isinstance(back.bench, Packing)
    assert back.bench.packer == MARTA


def test_erasing_the_personal_part_leaves_the_seal_whole() -> None:
    step = after(*ALL_IN, SEAL)
    assert isinstance(step.outcome, out.Sealed)
    record = step.outcome.record
    assert "Lucía" not in str(record.core.lines) + record.core.commitment
    assert record.digest == after(*ALL_IN, SEAL).outcome.record.digest  # type: ignore[union-attr] # asserted above


@pytest.mark.parametrize("bench", [Unattended(), Free(MARTA), Away(MARTA, None)])
def test_a_badge_signs_in_wherever_no_order_is_open(bench: Bench) -> None:
    assert advance(bench, ev.BadgeScanned(JOAN, NOON)).bench == Free(JOAN)
