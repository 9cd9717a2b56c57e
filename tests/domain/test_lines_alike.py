"""Lines that look alike keep each its own, when their order changes or its parcel is opened."""

from dataclasses import replace

from packstation.domain import events as ev
from packstation.domain.packing import advance
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    bench_of,
    changed_to,
    instead,
    opened,
    reopened,
    told,
)
from tests.making import BIG_CUP, CUP, TEA, a_line, an_order

ANAS, LUISES = a_line(CUP, 1, note="para Ana"), a_line(CUP, 1, note="para Luis")


def test_two_lines_of_one_product_stay_two() -> None:
    lines = (a_line(CUP, 1), a_line(CUP, 2, id=9))
    bench = bench_of(changed_to(*lines, done=(*opened(*lines), A_CUP, A_CUP)))
    assert (bench.counts, bench.aside) == ((1, 1), 0)


def test_a_line_is_known_by_its_note() -> None:
    begun = (*opened(ANAS, LUISES), A_CUP)
    assert bench_of(changed_to(LUISES, ANAS, done=begun)).counts == (0, 1)


def test_what_went_in_instead_is_never_taken_for_what_was_ordered() -> None:
    lines = opened(a_line(CUP), a_line(BIG_CUP), a_line(TEA))
    bench = bench_of(reopened(*lines, instead(BIG_CUP), A_BIG_CUP, told(1), A_TEA))
    assert (bench.counts, bench.aside) == ((0, 0, 1), 1)


def test_a_parcel_open_again_still_knows_its_void_slip_when_its_order_changes() -> None:
    lines = (a_line(CUP), a_line(TEA))
    bench = bench_of(reopened(*opened(*lines), A_CUP, A_TEA))
    changed = replace(an_order(lines=lines), revision=2)
    changed_bench = bench_of(advance(bench, ev.OrderChanged(changed)))
    assert changed_bench.replaces == "2-26-000417"
