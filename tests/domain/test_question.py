"""The question before sealing can be taken back, and is then asked again."""

from dataclasses import replace

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Packing
from packstation.domain.packing import advance
from tests.making import NOON, a_bench, a_brand

SEAL = ev.SealScanned(ev.SlipGrant("2-26-000418", "K7Q", "X4M9", "salt"), a_brand(), "2", NOON)


def test_an_undo_takes_the_question_back_and_no_piece() -> None:
    asked = replace(a_bench(counts=(1, 3, 1)), asked=AskBack.SEAL, aside=1, before=a_bench())
    step = advance(asked, ev.UndoScanned(NOON))
    assert step.outcome == out.Undone("")
    assert step.bench == replace(asked, asked=None)


def test_after_that_a_seal_asks_again() -> None:
    asked = replace(a_bench(counts=(1, 3, 1)), asked=AskBack.SEAL, aside=1, plan=())
    back = advance(asked, ev.UndoScanned(NOON)).bench
    step = advance(back, SEAL)
    assert step.outcome == out.AskBeforeSeal(1, ())
    assert isinstance(step.bench, Packing)
