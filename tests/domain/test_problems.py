"""When a parcel cannot go as ordered: what stays out, what goes in instead, what changes."""

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Free, Parked
from packstation.domain.entries import HeldBack, PutAside
from packstation.domain.records import PackedLine
from packstation.domain.scans import Problem
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    BADGE,
    HONEY,
    LAMP,
    MARTA,
    RIBBON,
    SEAL,
    UNDO,
    after,
    by_hand,
    instead,
    opened,
    packing,
    scanned,
    sealed,
    told,
)
from tests.making import BIG_CUP, CUP, NOON, POT, TEA, a_line

CUPS, TEAS = a_line(CUP, 3), a_line(TEA, 1)
OPEN = opened(CUPS, TEAS)
PARK = ev.ParkScanned("comida", "Joan", NOON)
HOLD = ev.HoldScanned("falta la tetera", NOON)
BIG_CUPS = a_line(BIG_CUP, 3, id=CUP.id)
"""The line of small cups once big ones go in."""


@pytest.mark.parametrize(
    "events, outcome",
    [
        ((*OPEN, told(0)), out.ProblemNoted(CUPS, Problem.MISSING, 3)),
        ((*OPEN, A_CUP, told(0, Problem.DAMAGED)), out.ProblemNoted(CUPS, Problem.DAMAGED, 2)),
        ((*OPEN, A_TEA, told(1)), out.NothingToCount()),
        ((*OPEN, told(0), told(0)), out.NothingToCount()),
        ((*OPEN, told(2)), out.NothingToCount()),
        ((*OPEN, told(7)), out.NothingToCount()),
        ((*OPEN, told(-1)), out.NothingToCount()),
        ((*OPEN, told(0), A_CUP), out.OneTooMany(CUPS)),
        ((*OPEN, told(0), A_TEA), out.AllDone(TEAS)),
        ((*OPEN, told(None)), out.ProblemNoted(CUPS, Problem.MISSING, 3)),
        ((*OPEN, A_CUP, told(None)), out.ProblemNoted(CUPS, Problem.MISSING, 2)),
        ((*OPEN, told(0), told(None)), out.ProblemNoted(TEAS, Problem.MISSING, 1)),
        ((*OPEN, told(0), A_TEA, told(None)), out.NothingMissing()),
        ((*OPEN, told(None), UNDO), out.Undone("Taza de barro, pequeña")),
        ((*OPEN, told(0), UNDO), out.Undone("Taza de barro, pequeña")),
        ((*OPEN, told(0), told(1), SEAL), out.EmptyBox()),
        ((*OPEN, instead(BIG_CUP)), out.Substituted(CUPS, BIG_CUP, 3)),
        ((*OPEN, A_CUP, instead(BIG_CUP)), out.Substituted(CUPS, BIG_CUP, 2)),
        ((*OPEN, A_TEA, instead(BIG_CUP, 1)), out.NothingToCount()),
        ((*OPEN, instead(CUP)), out.NothingToCount()),
        ((*OPEN, instead(BIG_CUP), instead(BIG_CUP)), out.NothingToCount()),
        ((*OPEN, instead(BIG_CUP), instead(POT)), out.Substituted(BIG_CUPS, POT, 3)),
        ((*OPEN, instead(BIG_CUP), A_BIG_CUP), out.PieceOk(BIG_CUPS, 2)),
        ((*OPEN, instead(BIG_CUP), A_CUP), out.WrongPiece(CUP, BIG_CUPS, 3)),
        ((*OPEN, instead(BIG_CUP), told(0)), out.ProblemNoted(BIG_CUPS, Problem.MISSING, 3)),
        ((*OPEN, A_CUP, HOLD), out.WasHeld("1042", "falta la tetera")),
        ((*OPEN, A_CUP, PARK), out.WasParked("1042", "Joan")),
        ((BADGE, HOLD), out.OrderFirst()),
        ((BADGE, PARK), out.OrderFirst()),
        ((BADGE, told(0)), out.OrderFirst()),
        ((BADGE, ev.ReleaseScanned(7, "7", allowed=True, at=NOON)), out.WasReleased("7")),
        ((BADGE, ev.ReleaseScanned(7, "7", allowed=False, at=NOON)), out.NotAllowed()),
        (
            (*OPEN, ev.ReleaseScanned(7, "7", allowed=True, at=NOON)),
            out.FinishFirst("1042"),
        ),
        ((*OPEN, ev.OrderTaken(ev.WasCancelled())), out.IsCancelled("1042")),
        ((*OPEN, ev.OrderTaken(ev.OnHold("a", "b"))), out.IsHeld("1042", "a", "b")),
        (
            (*OPEN, ev.OrderTaken(ev.AtOtherBench("3", "Joan", NOON))),
            out.OtherBenchHasIt("1042", "3", "Joan", NOON),
        ),
    ],
)
def test_what_a_problem_leads_to(events: tuple[ev.Event, ...], outcome: out.Outcome) -> None:
    assert after(*events).outcome == outcome


def test_a_short_parcel_says_so_with_its_reason() -> None:
    record = sealed(*OPEN, A_CUP, told(0, Problem.DAMAGED, "rotas"), A_TEA)
    cups, tea = record.core.lines
    assert (cups.ordered, cups.packed, cups.problem, cups.reason) == (3, 1, "damaged", "rotas")
    assert (tea.ordered, tea.packed, tea.problem) == (1, 1, "")


def test_what_went_in_instead_is_a_line_of_its_own() -> None:
    record = sealed(*OPEN, A_CUP, instead(BIG_CUP), A_BIG_CUP, A_BIG_CUP, A_TEA)
    assert [_told(it) for it in record.core.lines] == [
        ("TAZ-002", 3, 1, "", ""),
        ("TAZ-003", 0, 2, "no queda", "Taza de barro"),
        ("TE-100", 1, 1, "", ""),
    ]


def test_a_substitute_may_be_replaced_in_its_turn_and_each_is_told() -> None:
    swaps = (A_CUP, instead(BIG_CUP), A_BIG_CUP, instead(POT), scanned(POT), A_TEA)
    assert [_told(it) for it in sealed(*OPEN, *swaps).core.lines] == [
        ("TAZ-002", 3, 1, "", ""),
        ("TAZ-003", 0, 1, "no queda", "Taza de barro"),
        ("TET-001", 0, 1, "no queda", "Taza de barro"),
        ("TE-100", 1, 1, "", ""),
    ]


def test_a_substitute_that_never_went_in_is_not_told() -> None:
    lines = sealed(*OPEN, A_CUP, instead(BIG_CUP), told(0), A_TEA).core.lines
    assert [(line.sku, line.packed) for line in lines] == [("TAZ-002", 1), ("TE-100", 1)]


def test_lots_and_marks_stay_with_the_piece_they_are_of() -> None:
    honey = scanned(HONEY, lot="L-7", expiry="2027-05-01")
    ribbons = opened(a_line(RIBBON, 2), a_line(LAMP, 2))
    lamp = scanned(LAMP, serial="S1")
    swaps = (by_hand(0), instead(CUP), A_CUP, lamp, instead(HONEY, 1), honey)
    assert [(it.sku, it.by_hand, it.traces) for it in sealed(*ribbons, *swaps).core.lines] == [
        ("CINTA-1", True, ()),
        ("TAZ-002", False, ()),
        ("LAMP-1", False, (("serial", "S1"),)),
        ("MIEL-1", False, (("lot", "L-7"), ("expiry", "2027-05-01"))),
    ]


def test_a_substitute_counted_by_hand_is_marked_and_what_was_scanned_is_not() -> None:
    record = sealed(*OPEN, A_CUP, instead(RIBBON), by_hand(), by_hand(), A_TEA)
    assert [line.by_hand for line in record.core.lines] == [False, True, False]


def test_each_of_several_substitutes_keeps_its_own_mark() -> None:
    ribbons = opened(a_line(RIBBON, 3), a_line(RIBBON, 1, id=9))
    swaps = (by_hand(0), by_hand(1), instead(CUP), A_CUP, instead(POT), scanned(POT))
    assert [(it.sku, it.by_hand) for it in sealed(*ribbons, *swaps).core.lines] == [
        ("CINTA-1", True),
        ("TAZ-002", False),
        ("TET-001", False),
        ("CINTA-1", True),
    ]


def test_a_problem_elsewhere_leaves_the_question_and_here_settles_it() -> None:
    lamps = opened(a_line(LAMP, 2), CUPS)
    asked = packing(*lamps, scanned(LAMP))
    assert packing(*lamps, scanned(LAMP), told(1)).asking == asked.asking
    assert packing(*lamps, scanned(LAMP), instead(POT, 1)).asking == asked.asking
    assert packing(*lamps, scanned(LAMP), told(0)).asking is None
    assert packing(*lamps, scanned(LAMP), instead(CUP)).asking is None
    behind = (*opened(CUPS, a_line(LAMP)), scanned(LAMP))
    assert packing(*behind, told(0)).asking == packing(*behind).asking


def test_what_is_written_down_when_an_order_leaves_the_bench() -> None:
    held = after(*OPEN, A_CUP, HOLD)
    assert held.entries == (HeldBack(1042, "falta la tetera", "Marta"),)
    assert held.bench == Free(MARTA)
    parked = after(*OPEN, A_CUP, PARK)
    box = packing(*OPEN, A_CUP).box
    assert parked.bench == Free(MARTA)
    assert parked.entries == (
        PutAside(
            1042, Parked(box=box, revision=1, by="Marta", to="Joan", reason="comida", at=NOON)
        ),
    )


def test_a_lost_order_leaves_the_bench_and_nothing_is_written() -> None:
    lost = after(*OPEN, A_CUP, ev.OrderTaken(ev.WasCancelled()))
    assert (lost.bench, lost.entries) == (Free(MARTA), ())


def _told(line: PackedLine) -> tuple[str, int, int, str, str]:
    return line.sku, line.ordered, line.packed, line.reason, line.instead_of
