"""A count that does not go in is refused where it was typed, in what it was asked in."""

from dataclasses import replace

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.packing import Step
from packstation.ui.window import Window
from tests import making as made

LINES = (made.a_line(made.POT), made.a_line(made.CUP, 12))
PIECES = replace(
    made.a_bench(packer=made.a_packer(language="en")),
    order=made.an_order(lines=LINES),
    counts=(1, 4),
    last=(1, 1),
)
PACKS = replace(PIECES, last=(1, 4))
OF_PIECES = "Taza de barro, pequeña: 4 of 12 pieces counted"
TWICE = replace(
    PIECES, order=made.an_order(lines=(*LINES, made.a_line(made.CUP, 3))), counts=(1, 4, 0)
)


@pytest.mark.parametrize(
    "bench, asked, left, said",
    [
        (PIECES, 99, 8, "Too many: the order has 12"),
        (TWICE, 99, 11, "Too many: the order has 15"),
        (PACKS, 9, 8, "Too many: only 3 packs go in"),
        (PACKS, 9, 3, "Too many: only 1 pack goes in"),
        (PIECES, 0, 8, "So many are counted already"),
    ],
)
def test_it_says_how_many_do_go_in(
    window: Window, bench: Packing, asked: int, left: int, said: str
) -> None:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    screen = window.screens.bench
    screen.next.type_count.click()
    window.show_step(Step(bench, out.CountRefused(LINES[1], asked, left)))
    assert screen.panels.count.isVisible()
    assert screen.panels.count.accessibleName() == said


@pytest.mark.parametrize(
    "bench, asked",
    [
        (PIECES, "How many in all? Taza de barro, pequeña: 4 of 12 counted"),
        (PACKS, "How many packs of 4, with this one? " + OF_PIECES),
    ],
)
def test_packs_are_told_from_pieces(window: Window, bench: Packing, asked: str) -> None:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    window.screens.bench.next.type_count.click()
    assert window.screens.bench.panels.count.accessibleName() == asked
