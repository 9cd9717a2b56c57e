"""Every outcome has its sentence, its tone and its place on the screen."""

from typing import get_args

import pytest

from packstation.domain import outcomes as out
from packstation.domain.codes import Whose
from packstation.domain.giving import Left
from packstation.domain.noticed import News
from packstation.domain.orders import Detail, Opener
from packstation.domain.own_phrases import Place, Refusal
from packstation.domain.scans import Problem, Reply
from packstation.domain.why import Why
from packstation.places import resources
from packstation.words.phrases import Tone, hint, loud, say, tone
from packstation.words.words import load
from tests.making import BIG_CUP, CUP, a_line, a_parcel, a_record, a_wrong_piece, an_order

ENGLISH = load("en", resources())
LINE = a_line(CUP, 3)
ONE_OF_EACH: tuple[out.Outcome, ...] = (
    out.SignedIn("Marta"),
    out.SignedOut("Marta"),
    out.PinWrong("Marta", 2),
    out.Locked("Marta"),
    out.Resumed("Marta", "Joan"),
    out.Opened(an_order(), None),
    out.PlanShown(2),
    out.PieceOk(LINE, 1),
    out.LineDone(LINE),
    out.AllDone(LINE),
    a_wrong_piece(),
    out.OneTooMany(LINE),
    out.CountRefused(LINE, 9, 2),
    out.NothingToCount(),
    out.ScanIt(LINE),
    out.AsksDetail(LINE, Detail.LOT),
    out.ProblemNoted(LINE, Problem.MISSING, 2),
    out.NothingMissing(),
    out.WasWritten(),
    out.Substituted(LINE, BIG_CUP, 2),
    out.WasHeld("1042", "falta la tetera"),
    out.WasReleased("1042"),
    out.NotAllowed(),
    out.WasParked("1042", "Joan"),
    out.WentOn(an_order(), None, 3, "Joan"),
    out.Reopened(an_order(), None, "2-26-000417"),
    out.ShopSays("1042", News("7", "cancelled")),
    out.ShopSays("1042", News("7", "open")),
    out.HasChanged("1042", (out.Change("Taza de barro", 3, 2),), 1),
    out.EmptyBox(),
    out.UnknownCode("999"),
    out.AmbiguousCode("999", ("Taza", "Tetera")),
    out.AsksWhich("999"),
    out.AsksWhich("999", shared=True),
    out.AsksOnceMore(LINE, 0),
    out.AsksOnceMore(LINE, 1),
    out.AsksOnceMore(LINE, 6),
    out.Learned(line=LINE, units=1, left=2, counted=True),
    out.Learned(line=LINE, units=1, left=1, counted=True),
    out.Learned(line=LINE, units=1, left=0, counted=True),
    out.Learned(line=LINE, units=6, left=3, counted=False),
    out.Learned(line=LINE, units=1, left=3, counted=False, detail=Detail.LOT),
    out.NotLearned("999", Whose.NOBODYS),
    out.NotLearned("999", Whose.PRODUCTS, "Tetera"),
    out.NotLearned("999", Whose.ORDERS),
    out.NotLearned("999", Whose.OURS),
    out.NothingToLearn(),
    out.Undone("Taza", stays_known=True),
    out.Misread("999"),
    out.ReadTwice("999"),
    out.SignInFirst(),
    out.OrderFirst("Taza de barro"),
    out.FinishFirst("1042", "1043"),
    out.StillMissing(2),
    out.AskBeforeSeal(1, ("note",)),
    out.AskBeforePutBack("1042", 3),
    out.OrderStays("1042"),
    out.NoNews("1042"),
    out.Sealed(a_record()),
    out.TouchDone("note", Reply.GIVEN),
    out.OpenerNoted(Opener.BUYER),
    out.OpenerNoted(Opener.RECIPIENT),
    out.OpenerNoted(Opener.UNKNOWN),
    out.PhraseJoins(Place.OPENING),
    out.PhraseRefused(Refusal.NO_POINT, Place.POINT),
    out.CardOfOther("1043", "1042"),
    out.CardPastUse("1042"),
    out.TouchNotPlanned("Caja premium"),
    out.SurpriseAdded("box", "Caja premium", Left(810, 19)),
    out.SurpriseRefused("Caja premium", Why.BUDGET, Left(10, 3)),
    out.SurpriseRefused("Caja premium", Why.NO_EXTRAS, Left(810, 19)),
    out.Undone("Taza de barro"),
    out.NothingToUndo(),
    out.WasPutBack("1042"),
    out.OtherBenchHasIt("1042", "2", "Joan", None),
    out.PackedBefore("1042", a_parcel()),
    out.IsHeld("1042", "falta la tetera", "Joan"),
    out.IsCancelled("1042"),
    out.WasSent("1042"),
    out.NothingInIt("1042"),
    out.SlipShown(a_parcel()),
    out.CopyPrints(a_parcel(), 2),
    out.PrintsAgain(a_parcel()),
    out.CameOut(a_parcel()),
    out.StillPrinting(a_parcel()),
    out.AsksIfOut(a_parcel()),
    out.SlipIsVoid("2-26-000417"),
    out.SlipFirst(),
    out.NoDoubt(),
    out.NoOrderWants(BIG_CUP),
)
each_outcome = pytest.mark.parametrize("outcome", ONE_OF_EACH, ids=lambda it: type(it).__name__)


def test_the_table_of_this_file_knows_every_outcome() -> None:
    assert {type(it) for it in ONE_OF_EACH} == set(get_args(out.Outcome))


@each_outcome
def test_every_outcome_is_said_in_one_short_sentence(outcome: out.Outcome) -> None:
    sentence = say(outcome, ENGLISH)
    assert 0 < len(sentence) <= 70
    assert "{" not in sentence + hint(outcome, ENGLISH)


@each_outcome
def test_only_care_and_stop_take_the_whole_screen(outcome: out.Outcome) -> None:
    assert not loud(outcome) or tone(outcome) in {Tone.CARE, Tone.STOP}


@pytest.mark.parametrize(
    "outcome, sentence",
    [
        (out.PieceOk(LINE, 1), "Taza de barro, pequeña: 2 of 3"),
        (
            out.Opened(an_order(), None, LINE),
            "Order 1042, with Taza de barro, pequeña already in",
        ),
        (out.StillMissing(1), "1 piece is still missing"),
        (out.StillMissing(2), "2 pieces are still missing"),
        (out.PinWrong("Marta", 0), "Too many tries for Marta"),
        (out.Resumed("Marta", "Joan"), "Marta goes on where Joan stopped"),
        (out.AskBeforeSeal(1, ()), "1 wrong piece: out of the box?"),
        (out.AskBeforeSeal(1, (), extra=1), "1 piece too many: out of the box?"),
        (out.AskBeforeSeal(2, (), extra=2), "2 pieces too many: out of the box?"),
        (
            out.AskBeforeSeal(3, (), extra=2),
            "1 wrong piece and 2 too many: out of the box?",
        ),
        (out.AskBeforePutBack("1042", 3), "Put order 1042 back on the list?"),
        (
            out.AskBeforeSeal(2, ("note",)),
            "2 wrong pieces: out of the box? 1 touch not marked: leave it out?",
        ),
        (
            out.AskBeforeSeal(0, (), ("🎁 feliz",)),
            "The printer lacks some letters (🎁 feliz). Print without them?",
        ),
        (out.Undone(""), "Taken back: all is as before"),
        (out.CountRefused(LINE, 9, 1), "Too many: the order has 3"),
        (out.CountRefused(LINE, 0, 1), "So many are counted already"),
        (out.AsksDetail(LINE, Detail.SERIAL), "Scan its serial number"),
        (out.AsksDetail(LINE, Detail.EXPIRY), "Scan its expiry date"),
        (
            out.ProblemNoted(LINE, Problem.DAMAGED, 2),
            "Taza de barro, pequeña: 2 damaged",
        ),
        (
            out.ProblemNoted(LINE, Problem.WRONG_STOCK, 1),
            "Taza de barro, pequeña: 1 not on the shelf",
        ),
        (out.WasParked("1042", ""), "Order 1042 is put aside"),
    ],
)
def test_a_sentence_names_what_it_is_about(outcome: out.Outcome, sentence: str) -> None:
    assert say(outcome, ENGLISH) == sentence


@pytest.mark.parametrize(
    "outcome, advice",
    [
        (a_wrong_piece(), "It was not counted. Out of the box, into the returns basket."),
        (out.PackedBefore("1042", a_parcel()), "Packed by Marta, 22 November 2026, 13:08."),
        (out.IsHeld("1042", "falta la tetera", ""), "Scan another one."),
        (out.IsHeld("1042", "x", "", order_id=7), "Release it, or scan another one."),
        (out.NoOrderWants(BIG_CUP), "Back to its place: A-01-5"),
        (out.CountRefused(LINE, 0, 1), "To take one back, press Undo."),
        (
            out.WentOn(an_order(), None, 0, "Joan"),
            "Nothing is counted yet: begin with an empty box.",
        ),
        (out.WentOn(an_order(), None, 1, ""), "1 piece is in its box."),
        (
            out.WentOn(an_order(), None, 3, "Joan"),
            "3 pieces are in its box, put aside by Joan.",
        ),
        (out.HasChanged("1042", (), 0), "Go on with what it says now."),
        (out.HasChanged("1042", (), 2), "Take 2 pieces out of the box, then go on."),
        (
            out.HasChanged("1042", (out.Change("Cup", 3, 1), out.Change("Tea", 0, 1)), 2),
            "Take 2 of “Cup” out of the box, then go on.",
        ),
        (
            out.HasChanged("1042", (out.Change("Cup", 3, 2), out.Change("Tea", 1, 0)), 2),
            "Take 2 pieces out of the box, then go on.",
        ),
        (out.HasChanged("1042", (out.Change("Cup", 3, 2),), 0), "Go on with what it says now."),
    ],
)
def test_a_hint_says_what_to_do_now(outcome: out.Outcome, advice: str) -> None:
    assert hint(outcome, ENGLISH) == advice


def test_braces_in_what_came_from_outside_are_left_alone() -> None:
    assert say(out.UnknownCode("{number}"), ENGLISH) == "Unknown code: {number}"
