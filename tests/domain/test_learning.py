"""A code nobody knows is learned by two scans and a choice; a shared one is asked about."""

from dataclasses import replace
from functools import reduce

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Free, Learning, Packing, Several, Unknown
from packstation.domain.codes import Whose
from packstation.domain.entries import CodeKept
from packstation.domain.learning import choices
from packstation.domain.orders import Detail
from packstation.domain.packing import Step, advance
from packstation.domain.scans import Problem
from tests.making import BIG_CUP, CUP, NOON, POT, TEA, a_bench, a_line, a_packer, an_order

UNKNOWN = ev.UnknownScanned("CUP-77", learns="CUP-77")
FRESH = a_bench(counts=(0, 0, 0))
"""A pot, three cups and a tea are missing."""
LEARNED = ev.CodeLearned("cup-77".upper(), NOON)  # as equal as what two scans say
SHARED = ev.SharedScanned("84", (ev.Found(POT), ev.Found(TEA)), NOON)


def say(position: int | None = None, units: int = 1, *, allowed: bool = True) -> ev.LearnAsked:
    return ev.LearnAsked(position, units, allowed, NOON)


def after(*events: ev.Event, bench: Packing = FRESH) -> Step:
    def step(before: Step, event: ev.Event) -> Step:
        return advance(before.bench, event)

    return reduce(step, events, Step(bench, out.PlanShown(0)))


def on(step: Step) -> Packing:
    assert isinstance(step.bench, Packing)
    return step.bench


def test_a_code_that_is_scanned_once_more_is_known_and_counts() -> None:
    step = after(UNKNOWN, say(1), LEARNED)
    line = a_line(CUP, 3)
    assert step.outcome == out.Learned(line=line, units=1, left=2, counted=True)
    assert step.entries == (
        CodeKept(code="CUP-77", product_id=CUP.id, units=1, by="Marta", at=NOON),
    )
    assert on(step).counts == (0, 1, 0)
    assert on(step).unclear is None


def test_a_pack_counts_all_its_pieces_and_only_where_there_is_room() -> None:
    three = after(UNKNOWN, say(1, 3), LEARNED)
    six = after(UNKNOWN, say(1, 6), LEARNED)
    assert on(three).counts == (0, 3, 0)
    assert on(six).counts == (0, 0, 0)
    assert on(six).aside == 0
    assert isinstance(six.outcome, out.Learned)
    assert not six.outcome.counted
    assert [it.units for it in six.entries if isinstance(it, CodeKept)] == [6]


@pytest.mark.parametrize("units, kept", [(0, 0), (-5, 0), (10**9, 9999)])
def test_a_pack_has_a_sensible_number_of_pieces(units: int, kept: int) -> None:
    assert on(after(UNKNOWN, say(1, units))).unclear == Learning("CUP-77", 1, kept)


def test_while_nobody_has_said_how_many_are_in_a_pack_a_scan_teaches_nothing() -> None:
    step = after(UNKNOWN, say(1, 0), LEARNED)
    assert step.outcome == out.AsksOnceMore(a_line(CUP, 3), 0)
    assert step.entries == ()
    assert on(step).counts == (0, 0, 0)
    assert isinstance(after(UNKNOWN, say(1, 0), say(1, 3), LEARNED).outcome, out.Learned)


def test_which_line_it_is_is_asked_only_where_more_than_one_is_open() -> None:
    last = a_bench(counts=(1, 2, 1))
    assert after(UNKNOWN, say()).outcome == out.AsksWhich("CUP-77")
    assert after(UNKNOWN, say(), bench=last).outcome == out.AsksOnceMore(a_line(CUP, 3), 1)


def test_only_lines_that_miss_pieces_are_offered_one_for_each_product() -> None:
    order = an_order(lines=(a_line(POT), a_line(CUP, 3), a_line(TEA), a_line(CUP, 2)))
    begun, later = (a_bench(order=order, counts=(1, n, 0, 0)) for n in (1, 3))
    assert choices(on(after(UNKNOWN, bench=begun))) == (1, 2)
    assert choices(on(after(UNKNOWN, bench=later))) == (2, 3)


def test_with_every_piece_in_there_is_nothing_it_could_be() -> None:
    done = a_bench(counts=(1, 3, 1))
    step = after(UNKNOWN, bench=done)
    assert on(step).unclear is None
    assert after(UNKNOWN, say(1), bench=done).outcome == out.NothingToLearn()


@pytest.mark.parametrize("counts", [(1, 0, 0), (1, 2, 1)])
@pytest.mark.parametrize("position", [0, -1, 7])
def test_a_line_that_is_done_or_is_none_learns_nothing(
    position: int, counts: tuple[int, ...]
) -> None:
    step = after(UNKNOWN, say(position), bench=a_bench(counts=counts))
    assert step.outcome == out.NothingToLearn()


def test_whoever_asks_again_may_choose_another_line() -> None:
    assert on(after(UNKNOWN, say(1), say())).unclear == Unknown("CUP-77")
    assert on(after(UNKNOWN, say(1), say(2))).unclear == Learning("CUP-77", 2)


@pytest.mark.parametrize("events", [(UNKNOWN, say()), (UNKNOWN, say(1)), (SHARED,)])
def test_a_question_about_a_code_takes_the_place_of_another(
    events: tuple[ev.Event, ...],
) -> None:
    assert on(after(*events, bench=replace(FRESH, asked=AskBack.PUT_BACK))).asked is None


def test_where_no_order_is_on_the_bench_a_code_is_only_unknown() -> None:
    free = Free(a_packer())
    assert advance(free, UNKNOWN) == Step(free, out.UnknownCode("CUP-77"))


def test_without_the_right_nothing_is_learned() -> None:
    step = after(UNKNOWN, say(1, allowed=False))
    assert step.outcome == out.NotAllowed()
    assert not isinstance(on(step).unclear, Learning)


def test_another_code_is_not_learned_and_the_asking_is_over() -> None:
    step = after(UNKNOWN, say(1), ev.LearnRefused("TEA-9", Whose.NOBODYS))
    assert step.outcome == out.NotLearned("TEA-9", Whose.NOBODYS)
    assert on(step).counts == (0, 0, 0)
    assert after(UNKNOWN, say(1), ev.LearnRefused("x", Whose.OURS), LEARNED).entries == ()


@pytest.mark.parametrize("code", ["TEA-9", "ANY-9"])
def test_a_code_of_another_name_than_was_asked_about_is_never_kept(code: str) -> None:
    step = after(UNKNOWN, say(1), replace(LEARNED, code=code))
    assert step.outcome == out.NothingToLearn()
    assert step.entries == ()


@pytest.mark.parametrize(
    "between",
    [
        ev.PieceScanned("84", ev.Found(POT), NOON),
        ev.ProblemTold(0, Problem.MISSING, "", NOON),
        ev.LockScanned(NOON),
        ev.OrderChanged(an_order(revision=2)),
        ev.BadgeScanned(a_packer(id=2, name="Joan"), NOON),
        ev.UndoScanned(NOON),
    ],
)
def test_whatever_else_is_done_between_ends_the_asking(between: ev.Event) -> None:
    back = ev.BadgeScanned(a_packer(), NOON)
    assert after(UNKNOWN, say(1), between, back, LEARNED).entries == ()


@pytest.mark.parametrize(
    "between", [ev.StutterScanned("x"), ev.MisreadScanned("84"), ev.PlanMade(1042, ())]
)
def test_a_stutter_a_misread_code_and_the_plan_do_not(between: ev.Event) -> None:
    assert on(after(UNKNOWN, say(1), between)).unclear == Learning("CUP-77", 1)


def test_undo_takes_the_question_back_and_nothing_more() -> None:
    scanned = ev.PieceScanned("84", ev.Found(POT), NOON)
    step = after(scanned, UNKNOWN, say(1), ev.UndoScanned(NOON))
    assert step.outcome == out.Undone("")
    assert on(step).counts == (1, 0, 0)


def test_undo_takes_the_pieces_out_and_the_code_stays_known() -> None:
    step = after(UNKNOWN, say(1), LEARNED, ev.UndoScanned(NOON))
    assert step.outcome == out.Undone("Taza de barro, pequeña", stays_known=True)
    assert step.entries == ()
    assert on(step).counts == (0, 0, 0)
    again = after(UNKNOWN, say(1), LEARNED, ev.PieceScanned("x", ev.Found(CUP), NOON))
    assert advance(again.bench, ev.UndoScanned(NOON)).outcome == out.Undone(CUP.full_name)


def test_a_piece_with_a_lot_is_known_and_counts_once_its_lot_is_told() -> None:
    cup = replace(CUP, asks=(Detail.LOT,))
    bench = a_bench(order=an_order(lines=(a_line(cup, 3),)), counts=(0,))
    asked = after(UNKNOWN, say(0), LEARNED, bench=bench)
    told = advance(asked.bench, ev.DetailGiven("L-7", NOON))
    by_itself = after(
        UNKNOWN, say(0), replace(LEARNED, details=((Detail.LOT, "L-8"),)), bench=bench
    )
    assert isinstance(asked.outcome, out.Learned)
    assert (asked.outcome.detail, asked.outcome.counted) == (Detail.LOT, False)
    assert on(told).counts == on(by_itself).counts == (1,)


def test_a_substitute_learns_for_what_goes_in() -> None:
    swapped = ev.SubstituteGiven(1, BIG_CUP, "", NOON)
    step = after(swapped, UNKNOWN, say(1), LEARNED)
    assert [it.product_id for it in step.entries if isinstance(it, CodeKept)] == [BIG_CUP.id]


# ---- a code of several products


def test_a_shared_code_is_the_only_product_that_the_order_wants() -> None:
    step = after(replace(SHARED, found=(ev.Found(POT), ev.Found(BIG_CUP))))
    assert step.outcome == out.LineDone(a_line(POT))


def test_a_shared_code_of_two_products_of_the_order_is_asked_about() -> None:
    step = after(SHARED)
    assert step.outcome == out.AsksWhich("84", shared=True)
    assert on(step).unclear == Several("84", ((POT, 1), (TEA, 1)))
    assert choices(on(step)) == (0, 2)
    assert on(step).counts == (0, 0, 0)
    told = on(after(SHARED, ev.PieceTold(2, NOON)))
    assert (told.counts, told.unclear) == ((0, 0, 1), None)


@pytest.mark.parametrize("position, counts", [(0, (1, 0)), (1, (0, 1))])
def test_whichever_is_told_counts_in_whatever_order_they_were_found(
    position: int, counts: tuple[int, ...]
) -> None:
    ordered, found = (
        (replace(POT, id=POT.id + 7000), replace(TEA, id=TEA.id + 7000)) for _ in range(2)
    )
    bench = a_bench(order=an_order(lines=tuple(map(a_line, ordered))), counts=(0, 0))
    for each in (found, found[::-1]):
        shared = replace(SHARED, found=tuple(map(ev.Found, each)))
        told = after(shared, ev.PieceTold(position, NOON), bench=bench)
        assert on(told).counts == counts


def test_a_product_of_two_lines_is_offered_once_and_by_the_first() -> None:
    lines = (a_line(POT), a_line(TEA), a_line(POT))
    bench = a_bench(order=an_order(lines=lines), counts=(0, 0, 0))
    assert choices(on(after(SHARED, bench=bench))) == (0, 1)


def test_a_shared_code_asks_even_when_one_of_them_is_in() -> None:
    bench = a_bench(counts=(1, 0, 0))
    assert after(SHARED, bench=bench).outcome == out.AsksWhich("84", shared=True)
    step = after(SHARED, ev.PieceTold(0, NOON), bench=bench)
    assert step.outcome == out.OneTooMany(a_line(POT))


def test_a_shared_code_of_nothing_in_the_order_stays_a_stop() -> None:
    found = (ev.Found(BIG_CUP), ev.Found(replace(TEA, id=99)))
    step = after(replace(SHARED, found=found))
    names = ("Taza de barro, grande", "Té verde Sencha, 100 g")
    assert step.outcome == out.AmbiguousCode("84", names)
    assert on(step).unclear is None


def test_a_shared_code_does_not_answer_what_the_bench_asked_of_another_piece() -> None:
    lamp = replace(BIG_CUP, id=9, asks=(Detail.SERIAL,))
    lines = (a_line(lamp), a_line(POT), a_line(TEA))
    bench = a_bench(order=an_order(lines=lines), counts=(0, 0, 0))
    step = after(ev.PieceScanned("x", ev.Found(lamp), NOON), SHARED, bench=bench)
    assert isinstance(step.outcome, out.AmbiguousCode)
    assert on(step).unclear is None


@pytest.mark.parametrize("position", [1, -1, 9])
def test_a_line_the_shared_code_is_not_of_counts_nothing(position: int) -> None:
    step = after(SHARED, ev.PieceTold(position, NOON))
    assert (step.bench, step.outcome) == (FRESH, out.NothingToCount())


def test_where_nothing_was_asked_there_is_nothing_to_choose() -> None:
    step = after(ev.PieceTold(1, NOON))
    assert (step.bench, step.outcome) == (FRESH, out.NothingToCount())
    assert choices(FRESH) == ()


def test_a_shared_code_keeps_its_pack_and_its_lot() -> None:
    cup = replace(CUP, asks=(Detail.LOT,))
    bench = a_bench(order=an_order(lines=(a_line(cup, 3), a_line(TEA))), counts=(0, 0))
    found = (ev.Found(cup, 3), ev.Found(TEA))
    details = ((Detail.LOT, "L-7"), (Detail.SERIAL, "S"))
    shared = ev.SharedScanned("84", found, NOON, details)
    step = after(shared, ev.PieceTold(0, NOON), bench=bench)
    assert on(step).counts == (3, 0)
    assert on(step).traces[0].values == ((Detail.LOT, "L-7"),)


def test_an_unknown_code_nobody_here_may_have_learned_is_only_unknown() -> None:
    step = after(ev.UnknownScanned("CUP-77"))
    assert on(step).unclear is None
    assert on(after(UNKNOWN)).unclear == Unknown("CUP-77")
