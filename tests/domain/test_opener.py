"""Who opens it: what is known of the order changes, and what was done to it does not."""

from dataclasses import replace

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer
from packstation.domain.entries import OpenerKept
from packstation.domain.opener import unclear
from packstation.domain.orders import Opener
from packstation.domain.packing import advance
from packstation.domain.scans import Reply
from tests.making import NOON, a_bench, a_plan, an_order

UNCLEAR = an_order(opener=Opener.UNKNOWN)
TOLD = ev.OpenerTold(Opener.RECIPIENT, NOON)


def test_what_is_counted_and_answered_stays_when_the_opener_is_told() -> None:
    answers = {"box": Answer(Reply.GIVEN, NOON)}
    bench = a_bench(order=UNCLEAR, answers=answers)
    step = advance(bench, TOLD)
    assert step.outcome == out.OpenerNoted(Opener.RECIPIENT)
    assert step.entries == (OpenerKept(1042, Opener.RECIPIENT),)
    assert step.bench == a_bench(
        order=an_order(opener=Opener.RECIPIENT, opener_told=True), answers=answers, plan=None
    )


def test_undone_it_is_unclear_again_and_nobody_has_told() -> None:
    step = advance(advance(a_bench(order=UNCLEAR), TOLD).bench, ev.UndoScanned(NOON))
    assert step.bench == a_bench(order=UNCLEAR, plan=None)
    assert step.entries == (OpenerKept(1042, None),)


def test_undone_its_touches_are_thought_of_anew_too() -> None:
    bench = a_bench(order=UNCLEAR)
    planned = advance(advance(bench, TOLD).bench, ev.PlanMade(1042, a_plan()))
    assert advance(planned.bench, ev.UndoScanned(NOON)).bench == replace(bench, plan=None)


def test_nobody_is_asked_again_who_has_said_that_it_is_not_known() -> None:
    assert unclear(UNCLEAR)
    assert not unclear(an_order(opener=Opener.UNKNOWN, opener_told=True))
    assert not unclear(an_order(opener=Opener.RECIPIENT))
