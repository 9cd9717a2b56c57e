"""A slip printed again, and a slip somebody looked for: what becomes of it."""

from dataclasses import replace

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.entries import CopyAsked, PaperAsked, PaperSeen
from packstation.domain.packing import Step, advance
from packstation.domain.printing import Again
from packstation.domain.records import Copy, Parcel, PrintState
from packstation.domain.scans import Reprint
from tests.making import NOON, a_bench, a_packer, a_parcel, a_print_job, a_record

FREE = Free(a_packer())
SLIP = "2-26-000417"


def reprint(parcel: Parcel | None, reason: str = Again.TORN) -> Step:
    return advance(FREE, ev.ReprintScanned(parcel, reason, NOON))


def looked(parcel: Parcel | None, *, came_out: bool) -> Step:
    return advance(FREE, ev.PaperTold(parcel, came_out, NOON))


def test_a_slip_that_came_out_prints_again_as_copy_2_with_its_reason() -> None:
    step = reprint(a_parcel())
    assert isinstance(step.outcome, out.CopyPrints)
    assert step.outcome.copy == 2
    assert step.outcome.parcel.copies == (Copy(2, "torn", "Marta", NOON),)
    assert step.entries == (
        CopyAsked(slip_number=SLIP, copy=2, reason="torn", by="Marta", at=NOON),
    )
    assert step.bench == FREE


def test_a_copy_that_waits_is_nowhere_yet_and_nobody_has_seen_it() -> None:
    step = reprint(a_parcel(where="laser", seen_by="Joan"))
    assert isinstance(step.outcome, out.CopyPrints)
    assert step.outcome.parcel.job == a_print_job(state=PrintState.QUEUED, copy=2)


@pytest.mark.parametrize(
    "step",
    [
        reprint(a_parcel(state=PrintState.FAILED, reason="jam")),
        looked(a_parcel(state=PrintState.UNKNOWN, reason="perhaps"), came_out=False),
    ],
)
def test_what_prints_as_what_it_was_waits_without_a_reason_against_it(step: Step) -> None:
    assert isinstance(step.outcome, out.PrintsAgain)
    assert step.outcome.parcel.job == a_print_job(state=PrintState.QUEUED)


def test_what_somebody_saw_has_no_reason_against_it_any_more() -> None:
    step = looked(a_parcel(state=PrintState.UNKNOWN, reason="perhaps"), came_out=True)
    assert isinstance(step.outcome, out.CameOut)
    assert step.outcome.parcel.job == a_print_job(state=PrintState.SENT, seen_by="Marta")


@pytest.mark.parametrize("copy, following", [(2, 3), (3, 4), (4, 5)])
def test_every_copy_has_the_number_after_the_last(copy: int, following: int) -> None:
    step = reprint(a_parcel(copy=copy))
    assert isinstance(step.outcome, out.CopyPrints)
    assert step.outcome.copy == following


def test_the_copy_after_copy_2_is_copy_3() -> None:
    earlier = Copy(2, Again.JAMMED, "Joan", NOON)
    step = reprint(replace(a_parcel(copy=2), copies=(earlier,)), "  se mojó ")
    assert isinstance(step.outcome, out.CopyPrints)
    assert step.outcome.parcel.copies == (earlier, Copy(3, "se mojó", "Marta", NOON))


def test_what_surely_never_became_paper_prints_as_what_it_was() -> None:
    step = reprint(a_parcel(id=7, state=PrintState.FAILED))
    assert isinstance(step.outcome, out.PrintsAgain)
    assert step.outcome.parcel.copies == ()
    assert step.entries == (PaperAsked(7, NOON),)


def test_a_parcel_from_before_that_was_never_printed_gets_its_original() -> None:
    step = reprint(Parcel(a_record()))
    assert isinstance(step.outcome, out.PrintsAgain)
    assert [entry.copy for entry in step.entries if isinstance(entry, CopyAsked)] == [0]


@pytest.mark.parametrize(
    "parcel, said",
    [
        (None, out.SlipFirst),
        (replace(a_parcel(), void_because="queda una"), out.SlipIsVoid),
        (a_parcel(state=PrintState.QUEUED), out.StillPrinting),
        (a_parcel(state=PrintState.UNKNOWN), out.AsksIfOut),
    ],
)
def test_nothing_prints_while_a_copy_would_be_wrong(
    parcel: Parcel | None, said: type[out.Outcome]
) -> None:
    step = reprint(parcel)
    assert type(step.outcome) is said
    assert step.entries == ()


def test_a_slip_somebody_saw_is_settled_by_that_word() -> None:
    step = looked(a_parcel(id=7, state=PrintState.UNKNOWN), came_out=True)
    assert isinstance(step.outcome, out.CameOut)
    job = step.outcome.parcel.job
    assert job is not None
    assert (job.state, job.seen_by) == (PrintState.SENT, "Marta")
    assert step.entries == (PaperSeen(7, "Marta", NOON),)


def test_a_slip_nobody_has_prints_again_as_the_original_it_is() -> None:
    step = looked(a_parcel(id=7, state=PrintState.UNKNOWN), came_out=False)
    assert isinstance(step.outcome, out.PrintsAgain)
    assert step.outcome.parcel.copies == ()
    assert step.entries == (PaperAsked(7, NOON),)


@pytest.mark.parametrize(
    "parcel",
    [
        None,
        a_parcel(),
        a_parcel(state=PrintState.FAILED),
        replace(a_parcel(state=PrintState.UNKNOWN), void_because="queda una"),
    ],
)
def test_a_word_about_a_slip_that_is_not_in_doubt_changes_nothing(
    parcel: Parcel | None,
) -> None:
    for came_out in (True, False):
        assert looked(parcel, came_out=came_out) == Step(FREE, out.NoDoubt())


def test_with_an_order_on_the_bench_its_parcel_comes_first() -> None:
    step = advance(a_bench(), ev.ReprintScanned(a_parcel(), Again.TORN, NOON))
    assert isinstance(step.outcome, out.FinishFirst)


def test_a_reprint_without_a_reason_cannot_even_be_wished() -> None:
    with pytest.raises(ValueError, match="reason"):
        Reprint(SLIP, "  ")
