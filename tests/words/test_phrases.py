"""Every outcome has its sentence, its tone and its place on the screen."""

from typing import get_args

import pytest

from packstation.domain import outcomes as out
from packstation.domain.scans import Reply
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
    out.UnknownCode("999"),
    out.AmbiguousCode("999", ("Taza", "Tetera")),
    out.Misread("999"),
    out.ReadTwice("999"),
    out.SignInFirst(),
    out.OrderFirst("Taza de barro"),
    out.FinishFirst("1042", "1043"),
    out.StillMissing(2),
    out.AskBeforeSeal(1, ("note",)),
    out.Sealed(a_record()),
    out.TouchDone("note", Reply.GIVEN),
    out.TouchNotPlanned("Caja premium"),
    out.Undone("Taza de barro"),
    out.NothingToUndo(),
    out.WasPutBack("1042"),
    out.OtherBenchHasIt("1042", "2", "Joan", None),
    out.PackedBefore("1042", a_parcel()),
    out.IsHeld("1042", "falta la tetera", "Joan"),
    out.IsCancelled("1042"),
    out.NothingInIt("1042"),
    out.SlipShown(a_parcel()),
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
        (
            out.AskBeforeSeal(2, ("note",)),
            "2 wrong pieces: out of the box? 1 touch not marked: leave it out?",
        ),
        (out.Undone(""), "Not signed yet"),
    ],
)
def test_a_sentence_names_what_it_is_about(outcome: out.Outcome, sentence: str) -> None:
    assert say(outcome, ENGLISH) == sentence


@pytest.mark.parametrize(
    "outcome, advice",
    [
        (a_wrong_piece(), "It was not counted. Out of the box, into the returns basket."),
        (out.PackedBefore("1042", a_parcel()), "Packed by Marta, 22 November 2026, 13:08."),
        (out.IsHeld("1042", "falta la tetera", ""), "falta la tetera"),
        (out.NoOrderWants(BIG_CUP), "Back to its place: A-01-5"),
    ],
)
def test_a_hint_says_what_to_do_now(outcome: out.Outcome, advice: str) -> None:
    assert hint(outcome, ENGLISH) == advice


def test_braces_in_what_came_from_outside_are_left_alone() -> None:
    assert say(out.UnknownCode("{number}"), ENGLISH) == "Unknown code: {number}"
