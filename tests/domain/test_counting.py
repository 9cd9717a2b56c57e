"""Every way a piece can be counted, and what each refuses."""

from dataclasses import replace

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Asking, Trace
from packstation.domain.orders import Detail, Product
from packstation.domain.scans import Reply
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    BAG,
    HONEY,
    LAMP,
    RIBBON,
    SEAL,
    UNDO,
    after,
    by_hand,
    given,
    instead,
    opened,
    packing,
    pieces,
    scanned,
    sealed,
    typed,
)
from tests.making import BIG_CUP, CUP, NOON, TEA, a_line, a_plan

CUPS = a_line(CUP, 5)
FIVE = pieces(CUP, 5)
TWO_LINES = opened(a_line(CUP, 1), a_line(TEA, 1), a_line(CUP, 2, id=9, note="para Ana"))
LAMPS, HONEYS, RIBBONS, BAGS = (
    a_line(it, n) for it, n in ((LAMP, 3), (HONEY, 3), (RIBBON, 2), (BAG, 3))
)
A_LAMP, A_HONEY, A_BAG = map(scanned, (LAMP, HONEY, BAG))
BY_HAND_LAMP = replace(LAMP, id=15, sku="LAMP-2", policy=RIBBON.policy)
JAR = scanned(HONEY, lot="L-7", expiry="2027-05-01")


@pytest.mark.parametrize(
    "events, outcome",
    [
        # a typed count includes the piece just scanned
        ((*FIVE, A_CUP, typed(4)), out.PieceOk(CUPS, 1)),
        ((*FIVE, A_CUP, typed(5)), out.AllDone(CUPS)),
        ((*FIVE, A_CUP, typed(1)), out.PieceOk(CUPS, 4)),
        ((*FIVE, A_CUP, typed(6)), out.CountRefused(CUPS, 6, 4)),
        ((*FIVE, A_CUP, typed(0)), out.CountRefused(CUPS, 0, 4)),
        ((*FIVE, A_CUP, typed(-3)), out.CountRefused(CUPS, -3, 4)),
        ((*FIVE, A_CUP, A_CUP, typed(4)), out.AllDone(CUPS)),
        ((*FIVE, A_CUP, typed(6), typed(5)), out.AllDone(CUPS)),
        # nothing was scanned just before
        ((*FIVE, typed(2)), out.NothingToCount()),
        ((*FIVE, A_CUP, A_BIG_CUP, typed(2)), out.NothingToCount()),
        ((*FIVE, A_CUP, typed(3), typed(2)), out.NothingToCount()),
        ((*pieces(CUP, 1), A_CUP, A_CUP, typed(2)), out.NothingToCount()),
        # cases
        ((*FIVE, scanned(CUP, 5)), out.AllDone(CUPS)),
        ((*FIVE, scanned(CUP, 6)), out.OneTooMany(CUPS)),
        ((*FIVE, scanned(CUP, 2), typed(2)), out.PieceOk(CUPS, 1)),
        ((*FIVE, scanned(CUP, 2), typed(3)), out.CountRefused(CUPS, 3, 3)),
        # by hand
        ((*FIVE, by_hand()), out.ScanIt(CUPS)),
        ((*FIVE, A_CUP, by_hand()), out.ScanIt(CUPS)),
        ((*FIVE, by_hand(1)), out.NothingToCount()),
        ((*FIVE, by_hand(7)), out.NothingToCount()),
        ((*FIVE, by_hand(-1)), out.NothingToCount()),
        ((*opened(RIBBONS), by_hand()), out.PieceOk(RIBBONS, 1)),
        ((*opened(RIBBONS), by_hand(), by_hand()), out.AllDone(RIBBONS)),
        ((*opened(RIBBONS), by_hand(), by_hand(), by_hand()), out.OneTooMany(RIBBONS)),
        ((*opened(RIBBONS), by_hand(), typed(2)), out.NothingToCount()),
        ((*opened(BAGS), by_hand()), out.ScanIt(BAGS)),
        ((*opened(BAGS), A_BAG, by_hand()), out.PieceOk(BAGS, 1)),
        # details
        ((*opened(LAMPS), A_LAMP), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, given("")), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, A_LAMP), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, A_CUP), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, typed(2)), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, by_hand()), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, SEAL), out.AsksDetail(LAMPS, Detail.SERIAL)),
        ((*opened(LAMPS), A_LAMP, given("S1")), out.PieceOk(LAMPS, 2)),
        ((*opened(LAMPS), A_LAMP, given("S1"), typed(3)), out.ScanIt(LAMPS)),
        ((*opened(LAMPS), A_LAMP, given("S1"), A_LAMP, given("S1")), out.ReadTwice("S1")),
        ((*opened(LAMPS), scanned(LAMP, serial="S1")), out.PieceOk(LAMPS, 2)),
        ((*opened(LAMPS), *(scanned(LAMP, serial="S1"),) * 2), out.ReadTwice("S1")),
        ((*opened(LAMPS), scanned(LAMP, 3)), out.ScanIt(LAMPS)),
        ((*opened(LAMPS), A_LAMP, scanned(LAMP, serial="S1")), out.PieceOk(LAMPS, 2)),
        ((*opened(HONEYS), A_HONEY), out.AsksDetail(HONEYS, Detail.LOT)),
        ((*opened(HONEYS), A_HONEY, given("L-7")), out.AsksDetail(HONEYS, Detail.EXPIRY)),
        ((*opened(HONEYS), A_HONEY, given("L-7"), given("x")), out.PieceOk(HONEYS, 2)),
        ((*opened(HONEYS), JAR), out.PieceOk(HONEYS, 2)),
        ((*opened(HONEYS), scanned(HONEY, lot="L-7")), out.AsksDetail(HONEYS, Detail.EXPIRY)),
        ((*opened(HONEYS), JAR, typed(3)), out.AllDone(HONEYS)),
        ((*FIVE, given("L-7")), out.UnknownCode("L-7")),
        # nothing is missing that a wrong piece could have been meant to be
        ((*pieces(CUP, 1), A_CUP, A_BIG_CUP), out.WrongPiece(BIG_CUP, None, 0)),
    ],
)
def test_what_counting_leads_to(events: tuple[ev.Event, ...], outcome: out.Outcome) -> None:
    assert after(*events).outcome == outcome


@pytest.mark.parametrize(
    "events, counts",
    [
        ((*FIVE, A_CUP, typed(4)), (4,)),
        ((*FIVE, A_CUP, typed(6)), (1,)),
        ((*FIVE, A_CUP, typed(3), typed(2)), (3,)),
        ((*FIVE, A_CUP, typed(3), A_CUP, typed(2)), (5,)),
        ((*FIVE, scanned(CUP, 6)), (0,)),
        ((*FIVE, A_CUP, typed(3), UNDO), (1,)),
        ((*FIVE, A_CUP, typed(3), UNDO, UNDO), (0,)),
        ((*FIVE, A_CUP, typed(3), UNDO, typed(2)), (2,)),
        ((*opened(LAMPS), A_LAMP), (0,)),
        ((*opened(LAMPS), A_LAMP, given("S1"), A_LAMP, given("S1")), (1,)),
        ((*opened(LAMPS), *(scanned(LAMP, serial="S1"),) * 2), (1,)),
        ((*opened(LAMPS), A_LAMP, by_hand()), (0,)),
        ((*opened(HONEYS), JAR, typed(3)), (3,)),
    ],
)
def test_how_many_are_in_the_box_then(
    events: tuple[ev.Event, ...], counts: tuple[int, ...]
) -> None:
    assert packing(*events).counts == counts


def test_a_typed_count_and_a_case_fill_every_line_of_the_product() -> None:
    assert packing(*TWO_LINES, A_CUP, typed(3)).counts == (1, 0, 2)
    assert packing(*TWO_LINES, scanned(CUP, 3)).counts == (1, 0, 2)
    assert packing(*TWO_LINES, scanned(CUP, 3), UNDO).counts == (0, 0, 0)
    assert packing(*TWO_LINES, scanned(CUP, 2)).counts == (1, 0, 1)


def test_a_count_that_is_refused_says_how_many_are_left_of_all_its_lines() -> None:
    line = packing(*TWO_LINES).order.lines[0]
    assert after(*TWO_LINES, A_CUP, typed(4)).outcome == out.CountRefused(line, 4, 2)


def test_a_case_too_large_is_put_aside_whole() -> None:
    assert packing(*FIVE, scanned(CUP, 6)).aside == 6


def test_every_wrong_piece_is_put_aside() -> None:
    assert packing(*FIVE, A_BIG_CUP, A_BIG_CUP, scanned(TEA, 6)).aside == 8
    assert packing(*pieces(CUP, 1), A_CUP, A_CUP, A_CUP, scanned(CUP, 6)).aside == 8


def test_a_full_line_makes_one_too_many_not_a_wrong_piece() -> None:
    bench = packing(*TWO_LINES, A_TEA, A_TEA)
    assert (bench.counts, bench.aside) == ((0, 1, 0), 1)
    full = (*TWO_LINES, A_CUP, typed(3), A_CUP)
    assert after(*full).outcome == out.OneTooMany(bench.order.lines[0])


def test_what_is_counted_without_a_scan_is_marked_for_ever() -> None:
    record = sealed(*opened(RIBBONS, a_line(TEA)), by_hand(), by_hand(), A_TEA)
    assert [line.by_hand for line in record.core.lines] == [True, False]


@pytest.mark.parametrize(
    "events, marked",
    [
        ((*FIVE, A_CUP, typed(5)), True),
        ((*FIVE, scanned(CUP, 5)), False),
        ((*FIVE, *(A_CUP,) * 5), False),
        ((*opened(BAGS), A_BAG, by_hand(), by_hand()), True),
        ((*opened(BAGS), A_BAG, A_BAG, A_BAG), False),
    ],
)
def test_the_record_claims_no_scan_that_was_not_made(
    events: tuple[ev.Event, ...], *, marked: bool
) -> None:
    assert [line.by_hand for line in sealed(*events).core.lines] == [marked]


def test_undo_takes_the_mark_back_too() -> None:
    assert packing(*opened(BAGS), A_BAG, by_hand(), UNDO).by_hand == frozenset()


def test_a_piece_by_hand_is_asked_for_its_serial_and_stays_marked() -> None:
    bench = packing(*opened(a_line(BY_HAND_LAMP)), by_hand())
    assert bench.asking == Asking(0, 1, by_hand=True)
    bench = packing(*opened(a_line(BY_HAND_LAMP)), by_hand(), given("S1"))
    assert bench.counts == (1,)
    assert bench.by_hand == {0}


def test_details_reach_the_record_as_they_were_told() -> None:
    told = (*opened(a_line(HONEY, 2), a_line(LAMP)), JAR, typed(2), scanned(LAMP, serial="S9"))
    honey, lamp = sealed(*told).core.lines
    assert honey.traces == (("lot", "L-7"), ("expiry", "2027-05-01")) * 2
    assert lamp.traces == (("serial", "S9"),)


def test_a_typed_count_repeats_what_was_told_of_the_piece_before_it() -> None:
    other = scanned(HONEY, lot="L-8", expiry="2027-06-01")
    bench = packing(*pieces(HONEY, 4), JAR, other, typed(3))
    assert [(it.units, dict(it.values)[Detail.LOT]) for it in bench.traces] == [
        (1, "L-7"),
        (1, "L-8"),
        (2, "L-8"),
    ]


def test_a_typed_count_tells_nothing_of_what_was_not_asked() -> None:
    assert len(packing(*opened(a_line(HONEY), CUPS), JAR, A_CUP, typed(3)).traces) == 1


def test_two_products_may_have_the_same_serial_number() -> None:
    other = a_line(BY_HAND_LAMP, 1)
    lamps = (scanned(LAMP, serial="1"), scanned(BY_HAND_LAMP, serial="1"))
    assert packing(*opened(a_line(LAMP), other), *lamps).complete
    assert packing(*opened(a_line(LAMP), other), *reversed(lamps)).complete


@pytest.mark.parametrize("other", [BIG_CUP, replace(LAMP, id=99)])
def test_what_another_product_tells_answers_nothing(other: Product) -> None:
    asked = (*opened(LAMPS, a_line(other)), A_LAMP, scanned(other, serial="S1"))
    assert after(*asked).outcome == out.AsksDetail(LAMPS, Detail.SERIAL)


def test_the_bench_asks_for_the_line_that_has_room() -> None:
    full, other = a_line(LAMP), a_line(LAMP, 1, id=9, note="para Ana")
    asked = (*opened(full, other), scanned(LAMP, serial="S1"), A_LAMP)
    assert after(*asked).outcome == out.AsksDetail(other, Detail.SERIAL)


def test_a_case_may_share_its_lot_but_never_a_serial() -> None:
    case = scanned(HONEY, 3, lot="L-7", expiry="2027-05-01")
    values = ((Detail.LOT, "L-7"), (Detail.EXPIRY, "2027-05-01"))
    assert packing(*opened(HONEYS), case).traces == (Trace(0, 3, values),)
    assert packing(*opened(LAMPS), scanned(LAMP, 2, serial="S1")).counts == (0,)


def test_undo_leaves_a_question_and_the_piece_it_was_about() -> None:
    bench = packing(*opened(HONEYS), A_HONEY, given("L-7"), UNDO)
    assert (bench.asking, bench.counts, bench.traces) == (None, (0,), ())


def test_undo_forgets_a_serial_number_so_that_it_may_come_again() -> None:
    lamp = scanned(LAMP, serial="S1")
    assert packing(*opened(LAMPS), lamp, UNDO, lamp).counts == (1,)


def test_what_goes_in_instead_is_asked_for_its_own_details() -> None:
    events = (*pieces(CUP, 2), A_CUP, instead(HONEY))
    line = a_line(HONEY, 2, id=CUP.id)
    assert after(*events, A_HONEY).outcome == out.AsksDetail(line, Detail.LOT)
    assert after(*pieces(LAMP, 1), instead(CUP), A_CUP).outcome == out.AllDone(
        a_line(CUP, 1, id=LAMP.id)
    )


def test_of_a_substitute_too_the_first_is_scanned() -> None:
    events = (*pieces(CUP, 3), A_CUP, instead(BAG))
    assert isinstance(after(*events, by_hand()).outcome, out.ScanIt)
    assert packing(*events, A_BAG, by_hand()).complete
    again = (*pieces(CUP, 3), instead(BIG_CUP), A_BIG_CUP, instead(BAG))
    assert isinstance(after(*again, by_hand()).outcome, out.ScanIt)


def test_a_wrong_piece_is_told_from_what_goes_in_now() -> None:
    outcome = after(*pieces(TEA, 2), instead(BIG_CUP), A_CUP).outcome
    assert outcome == out.WrongPiece(CUP, a_line(BIG_CUP, 2, id=TEA.id), 2)


def test_a_plan_that_comes_after_the_question_asks_it_anew() -> None:
    plan = ev.PlanMade(packing(*FIVE).order.id, a_plan())
    asked = (*FIVE, A_BIG_CUP, *(A_CUP,) * 5, SEAL, plan, SEAL)
    assert after(*asked).outcome == out.AskBeforeSeal(1, ("box", "note", "lemon"))


def test_undo_goes_back_through_everything_and_no_further() -> None:
    touch = ev.TouchScanned("note", "Nota", Reply.GIVEN, NOON)
    lines = (a_line(CUP, 3), a_line(HONEY, 2), a_line(BAG, 2))
    begun = opened(*lines)
    plan = ev.PlanMade(packing(*begun).order.id, a_plan())
    done = (A_CUP, typed(2), JAR, touch, A_BAG, by_hand(2), instead(BIG_CUP), A_BIG_CUP)
    assert packing(*begun, plan, *done).in_box == 6
    back = after(*begun, plan, *done, *(UNDO,) * len(done)).bench
    assert back == packing(*begun, plan)
    assert after(*begun, plan, *done, *(UNDO,) * 9).outcome == out.NothingToUndo()
