"""The button that signs is loud only when nothing else is to be done."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Packing
from packstation.domain.packing import Step
from packstation.domain.scans import Reply
from packstation.ui.look import ACT, RESTING
from packstation.ui.window import Window
from tests import making as made

BENCH = made.a_bench(packer=made.a_packer(language="en"))
ALL_IN = replace(BENCH, counts=(1, 3, 1))
DONE = {key: Answer(Reply.NOT_TODAY, made.NOON) for key in ("box", "note", "lemon")}


@pytest.mark.parametrize(
    "bench, label, fill",
    [
        (BENCH, "Sign and print: 2 pieces missing", RESTING),
        (ALL_IN, "Sign and print: 3 touches still open", RESTING),
        (
            replace(ALL_IN, plan=made.a_plan()[:1]),
            "Sign and print: 1 touch still open",
            RESTING,
        ),
        (replace(ALL_IN, answers=DONE), "Sign and print", ACT),
        (replace(ALL_IN, plan=None), "Sign and print", ACT),
    ],
)
def test_it_is_quiet_and_says_what_is_open(
    window: Window, bench: Packing, label: str, fill: str
) -> None:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    seal = window.screens.bench.footer.seal
    assert (seal.label, seal.accessibleName()) == (label, label)
    assert seal.grab().toImage().pixelColor(8, seal.height() // 2) == QColor(fill)


def test_nobody_is_told_to_sign_while_a_touch_is_open(window: Window) -> None:
    line = ALL_IN.order.lines[2]
    window.show_step(Step(ALL_IN, out.AllDone(line)))
    assert "sign" not in window.screens.bench.footer.accessibleName().lower()
    window.show_step(Step(replace(ALL_IN, answers=DONE), out.AllDone(line)))
    assert "ign" in window.screens.bench.footer.accessibleName()
