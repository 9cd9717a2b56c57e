"""What no undo brings back is asked about once; where nothing is left, nothing is asked."""

from dataclasses import replace

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.asking import seals_by_itself
from packstation.domain.bench import AskBack, Free
from packstation.domain.entries import Released
from packstation.domain.packing import Step
from packstation.domain.scans import Reply
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    JOAN,
    MARTA,
    SEAL,
    UNDO,
    after,
    opened,
    packing,
    scanned,
    told,
)
from tests.making import BIG_CUP, CUP, NOON, TEA, a_line, a_packer, a_plan, an_order

OPEN = opened(a_line(CUP, 2), a_line(TEA))
ALL_IN = (*OPEN, A_CUP, A_CUP, A_TEA)
PUT_BACK = ev.PutBackScanned(NOON)
ORDER = an_order()


def plan(*keys: str) -> ev.PlanMade:
    planned = tuple(it for it in a_plan() if it.touch.key in keys)
    return ev.PlanMade(ORDER.id, planned)


def touch(key: str, reply: Reply = Reply.GIVEN) -> ev.TouchScanned:
    return ev.TouchScanned(key, key, reply, NOON)


# ---- emptying the box


def test_an_empty_box_is_put_back_without_a_question() -> None:
    step = after(*OPEN, A_BIG_CUP, PUT_BACK)
    assert (step.bench, step.outcome) == (Free(MARTA), out.WasPutBack("1042"))


def test_a_box_with_pieces_is_asked_about_once_and_nothing_is_dropped_yet() -> None:
    step = after(*OPEN, A_CUP, A_TEA, PUT_BACK)
    assert (step.outcome, step.entries) == (out.AskBeforePutBack("1042", 2), ())
    assert packing(*OPEN, A_CUP, A_TEA, PUT_BACK).counts == (1, 1)


def test_the_same_once_more_puts_it_back() -> None:
    step = after(*OPEN, A_CUP, PUT_BACK, PUT_BACK)
    assert (step.bench, step.outcome) == (Free(MARTA), out.WasPutBack("1042"))
    assert step.entries == (Released(ORDER.id),)


def test_the_way_back_keeps_the_order_and_every_count() -> None:
    step = after(*OPEN, A_CUP, PUT_BACK, UNDO)
    assert step.outcome == out.OrderStays("1042")
    assert step.bench == packing(*OPEN, A_CUP)


def test_a_plan_that_comes_meanwhile_leaves_the_question_standing() -> None:
    asked = (*OPEN, A_CUP, PUT_BACK, plan("note"))
    assert after(*asked, UNDO).outcome == out.OrderStays("1042")
    assert after(*asked, PUT_BACK).outcome == out.WasPutBack("1042")


@pytest.mark.parametrize("between", [A_CUP, A_BIG_CUP, A_TEA, UNDO])
def test_whatever_is_done_between_asks_anew(between: ev.Event) -> None:
    step = after(*OPEN, A_CUP, A_CUP, PUT_BACK, between, PUT_BACK)
    assert isinstance(step.outcome, out.AskBeforePutBack)


def test_one_question_does_not_answer_the_other() -> None:
    asked = after(*ALL_IN, A_BIG_CUP, SEAL, PUT_BACK)
    assert asked.outcome == out.AskBeforePutBack("1042", 3)
    assert after(*ALL_IN, A_BIG_CUP, PUT_BACK, SEAL).outcome == out.AskBeforeSeal(1, ())


# ---- what is aside


@pytest.mark.parametrize(
    "scans, asked",
    [
        ((A_BIG_CUP,), out.AskBeforeSeal(1, ())),
        ((A_CUP,), out.AskBeforeSeal(1, (), extra=1)),
        ((A_CUP, A_BIG_CUP, A_TEA), out.AskBeforeSeal(3, (), extra=2)),
        ((scanned(CUP, 6), scanned(BIG_CUP, 2)), out.AskBeforeSeal(8, (), extra=6)),
    ],
)
def test_the_question_knows_wrong_pieces_from_those_that_were_too_many(
    scans: tuple[ev.Event, ...], asked: out.AskBeforeSeal
) -> None:
    assert after(*ALL_IN, *scans, SEAL).outcome == asked


def test_an_undo_leaves_on_the_table_what_lies_there() -> None:
    bench = packing(*ALL_IN, A_CUP, A_BIG_CUP, UNDO)
    assert (bench.aside, bench.extra) == (2, 1)


# ---- held orders


@pytest.mark.parametrize("role, order_id", [("packer", 0), ("owner", ORDER.id)])
def test_only_who_may_let_a_held_order_go_is_told_which_one(role: str, order_id: int) -> None:
    badge = ev.BadgeScanned(a_packer(role=role), NOON)
    held = ev.OrderScanned(ORDER, None, ev.OnHold("no teapot", "Joan"), NOON)
    assert after(badge, held).outcome == out.IsHeld("1042", "no teapot", "Joan", order_id)


# ---- by itself


def by_itself(step: Step) -> bool:
    return seals_by_itself(step.bench, step.outcome)


@pytest.mark.parametrize(
    "events",
    [
        (*OPEN, plan(), A_CUP, A_CUP, A_TEA),
        (*ALL_IN, plan()),
        (*OPEN, plan("note"), A_CUP, A_CUP, touch("note"), A_TEA),
        (*ALL_IN, plan("note", "lemon"), touch("note"), touch("lemon", Reply.NOT_TODAY)),
        (*OPEN, plan(), A_CUP, A_CUP, A_BIG_CUP, A_TEA),
    ],
)
def test_nothing_is_left_to_do(events: tuple[ev.Event, ...]) -> None:
    assert by_itself(after(*events))


@pytest.mark.parametrize(
    "events",
    [
        OPEN,
        ALL_IN,
        (*ALL_IN, plan("note")),
        (*ALL_IN, plan("note", "lemon"), touch("note")),
        (*OPEN, plan(), A_CUP, A_TEA),
        (*OPEN, plan(), A_CUP, A_TEA, told(0)),
        (*OPEN, plan(), A_CUP, told(0), A_TEA),
        (*OPEN, plan(), A_CUP, A_CUP, A_TEA, A_TEA),
        (*OPEN, plan(), A_CUP, A_CUP, A_TEA, SEAL),
        (*ALL_IN, A_BIG_CUP, plan(), SEAL, UNDO),
        (*ALL_IN, ev.BadgeScanned(JOAN, NOON), plan()),
        (*ALL_IN, ev.OrderChanged(an_order(lines=(a_line(TEA),), revision=2)), plan()),
    ],
)
def test_a_hand_is_still_wanted(events: tuple[ev.Event, ...]) -> None:
    assert not by_itself(after(*events))


def test_a_parcel_gone_on_with_waits_for_a_hand() -> None:
    done = packing(*ALL_IN)
    resumed = replace(done, before=None, plan=None, asked=None)
    assert not seals_by_itself(replace(resumed, plan=()), out.PlanShown(0))


def test_the_answer_to_a_question_is_never_the_bench_s_own() -> None:
    asked = replace(packing(*ALL_IN, plan()), asked=AskBack.PUT_BACK)
    assert not seals_by_itself(asked, out.AskBeforePutBack("1042", 3))
