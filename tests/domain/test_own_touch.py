"""What a packer adds of their own: a surprise, a written card, a phrase."""

from dataclasses import replace
from datetime import date

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Bench, Free
from packstation.domain.entries import Entry, NoteTakenBack, NoteWritten, PhraseKept
from packstation.domain.giving import Left
from packstation.domain.notes_past import Whose, Written
from packstation.domain.own_phrases import OwnPhrase, Place, Refusal
from packstation.domain.packing import advance
from packstation.domain.scans import Reply
from packstation.domain.touches import Suggestion, TouchKind
from packstation.domain.why import Why
from tests.making import NOON, a_bench, a_packer, a_plan, a_touch

LEFT = Left(200, 3)
SOAP = a_touch(key="soap", names=(("es", "Jabón"), ("en", "Soap")), cost_cents=90)
CARD = a_touch(key="postcard", kind=TouchKind.CARD)
NOTE = Written(order_id=1042, whose=Whose(packer_id=1), on=date(2026, 11, 22), language="es")
UNDO = ev.UndoScanned(NOON)
JOINS = OwnPhrase(packer_id=1, place=Place.CLOSING, language="es", text="Besos.")
SHORT = OwnPhrase(packer_id=1, place=Place.OPENING, language="es", text="")


def a_surprise(
    key: str = "soap", why: Why | None = None, written: Written | None = None
) -> ev.SurpriseGiven:
    touch = {"soap": SOAP, "postcard": CARD}.get(key, a_touch(key=key))
    return ev.SurpriseGiven(touch, why, LEFT, "Jabón", NOON, written)


def answered(key: str, reply: Reply, written: Written | None = None) -> ev.TouchScanned:
    return ev.TouchScanned(key, "Jabón", reply, NOON, written)


@pytest.mark.parametrize("key", ["soap", "aroma"])
@pytest.mark.parametrize("plan", [None, (), a_plan()])
def test_a_surprise_nobody_suggested_is_the_packers_own(
    plan: tuple[Suggestion, ...] | None, key: str
) -> None:
    bench, given = a_bench(plan=plan), a_surprise(key)
    step = advance(bench, given)
    own = Answer(Reply.GIVEN, NOON, Suggestion(touch=given.touch, rule=""))
    assert step.outcome == out.SurpriseAdded(key, "Jabón", LEFT.less(given.touch), "EUR")
    assert step.bench == bench.with_answer(key, "Jabón", own)
    assert step.entries == ()


def test_what_a_surprise_costs_is_taken_off() -> None:
    step = advance(a_bench(), a_surprise())
    assert step.outcome == out.SurpriseAdded("soap", "Jabón", Left(110, 2), "EUR")


def test_what_a_rule_suggests_anyway_is_that_and_costs_no_budget() -> None:
    bench = a_bench()
    step = advance(bench, a_surprise("LEMON".lower(), Why.BUDGET))
    sweets = next(it for it in a_plan() if it.touch.key == "lemon")
    assert step.outcome == out.TouchDone("lemon", Reply.GIVEN)
    assert step.bench == bench.with_answer("lemon", "Jabón", Answer(Reply.GIVEN, NOON, sweets))


def test_a_note_that_a_rule_suggests_is_kept_by_the_same_hand() -> None:
    step = advance(a_bench(), a_surprise("note", written=NOTE))
    assert step.entries == (NoteWritten(NOTE),)


def test_the_note_is_kept_whatever_else_went_in_before_it() -> None:
    box = a_bench(answers={"box": Answer(Reply.GIVEN, NOON)})
    step = advance(box, answered("note", Reply.GIVEN, NOTE))
    assert step.entries == (NoteWritten(NOTE),)


def test_a_note_that_does_not_go_in_is_not_kept() -> None:
    step = advance(a_bench(), answered("note", Reply.NOT_TODAY, NOTE))
    assert step.entries == ()


def test_the_same_note_told_twice_is_kept_once() -> None:
    given = advance(a_bench(), answered("note", Reply.GIVEN, NOTE))
    assert given.entries == (NoteWritten(NOTE),)
    assert advance(given.bench, answered("note", Reply.GIVEN, replace(NOTE))).entries == ()


def test_a_card_of_ones_own_is_kept_and_taken_back_by_undo() -> None:
    given = advance(a_bench(), a_surprise("postcard", written=NOTE))
    assert given.entries == (NoteWritten(NOTE),)
    undone = advance(given.bench, UNDO)
    assert (undone.bench, undone.entries) == (a_bench(), (NoteTakenBack(1042),))


@pytest.mark.parametrize("why", [Why.BUDGET, Why.DIET])
def test_what_may_not_be_is_refused_with_its_reason(why: Why) -> None:
    step = advance(a_bench(), a_surprise(why=why))
    assert step.outcome == out.SurpriseRefused("Jabón", why, LEFT, "EUR")
    assert (step.bench, step.entries) == (a_bench(), ())


def test_a_surprise_read_twice_is_one_surprise() -> None:
    given = advance(a_bench(), a_surprise())
    again = advance(given.bench, a_surprise())
    assert (again.outcome, again.bench) == (out.ReadTwice("Jabón"), given.bench)


def test_whoever_thinks_better_of_a_surprise_may_and_may_give_it_after_all() -> None:
    given = advance(a_bench(), a_surprise())
    later = advance(given.bench, answered("soap", Reply.NOT_TODAY))
    assert later.outcome == out.TouchDone("soap", Reply.NOT_TODAY)
    after_all = advance(later.bench, a_surprise())
    assert isinstance(after_all.outcome, out.SurpriseAdded)


@pytest.mark.parametrize("of", [None, Suggestion(touch=SOAP, rule="second")])
def test_what_a_rule_had_suggested_once_is_no_surprise_of_the_packers(
    of: Suggestion | None,
) -> None:
    bench = a_bench(answers={"soap": Answer(Reply.GIVEN, NOON, of)})
    step = advance(bench, answered("soap", Reply.NOT_TODAY))
    assert (step.outcome, step.bench) == (out.TouchNotPlanned("Jabón"), bench)


def test_a_touch_is_known_by_what_its_code_says() -> None:
    step = advance(a_bench(), answered("LEMON".lower(), Reply.GIVEN))
    assert step.outcome == out.TouchDone("lemon", Reply.GIVEN)


@pytest.mark.parametrize("bench", [a_bench(), Free(a_packer())])
def test_a_card_that_is_past_use_says_so_wherever_it_is_scanned(bench: Bench) -> None:
    step = advance(bench, ev.CardRefused("1043", past_use=True))
    assert (step.outcome, step.bench) == (out.CardPastUse("1043"), bench)


def test_a_card_of_another_order_names_both() -> None:
    step = advance(a_bench(), ev.CardRefused("1043", past_use=False))
    assert (step.outcome, step.bench) == (out.CardOfOther("1043", "1042"), a_bench())


@pytest.mark.parametrize(
    "phrase, outcome, entries",
    [
        (JOINS, out.PhraseJoins(Place.CLOSING), (PhraseKept(JOINS),)),
        (SHORT, out.PhraseRefused(Refusal.EMPTY, Place.OPENING), ()),
    ],
)
def test_a_phrase_of_ones_own_is_kept_or_refused_and_the_parcel_stays_as_it_is(
    phrase: OwnPhrase, outcome: out.Outcome, entries: tuple[Entry, ...]
) -> None:
    step = advance(a_bench(), ev.PhraseGiven(phrase, NOON))
    assert (step.bench, step.outcome, step.entries) == (a_bench(), outcome, entries)
