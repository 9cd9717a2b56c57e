"""What a stop shows: the piece in hand beside the piece that is missing."""

from zoneinfo import ZoneInfo

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.ui.stop_cards import Card, FactCard, PieceCard, cards_of
from packstation.words.words import Words
from tests import making as made

MADRID = ZoneInfo("Europe/Madrid")
FREE = Free(made.a_packer())
FULL = made.a_bench(counts=(1, 3, 1))


def test_the_words_that_differ_are_marked_on_both_cards(english: Words) -> None:
    step = Step(made.a_bench(), made.a_wrong_piece())
    scanned, missing = cards_of(step, english, MADRID)
    assert isinstance(scanned, PieceCard)
    assert isinstance(missing, PieceCard)
    assert (scanned.unlike, scanned.wrong) == (frozenset({"grande"}), True)
    assert (missing.unlike, missing.extra, missing.wrong) == (
        frozenset({"pequeña"}),
        "1 of 3 left",
        False,
    )


def test_nothing_is_marked_where_everything_differs(english: Words) -> None:
    outcome = out.WrongPiece(
        made.BIG_CUP, made.a_line(made.a_product(name="Tetera", variant="azul")), 1
    )
    scanned, missing = cards_of(Step(made.a_bench(), outcome), english, MADRID)
    assert isinstance(scanned, PieceCard)
    assert isinstance(missing, PieceCard)
    assert not scanned.unlike | missing.unlike


@pytest.mark.parametrize(
    "step, headlines",
    [
        (Step(FULL, out.WrongPiece(made.CUP, None, 0)), ["Every piece is in"]),
        (Step(FULL, out.OneTooMany(made.a_line())), ["Every piece is in"]),
        (Step(made.a_bench(), out.UnknownCode("X1")), ["X1"]),
        (Step(FREE, out.AmbiguousCode("84", ("Cup", "Pot"))), ["They all carry this code"]),
        (Step(FREE, out.AmbiguousCode("84", ("1", "2"), orders=True)), ["Which one is it?"]),
        (Step(FREE, out.IsHeld("1031", "no teapot", "Joan")), ["no teapot"]),
        (Step(FREE, out.IsHeld("1031", "", "")), ["No reason was written down"]),
        (Step(FREE, out.OtherBenchHasIt("1042", "3", "Ana", None)), ["Bench 3 · Ana"]),
    ],
)
def test_a_stop_says_its_reason(english: Words, step: Step, headlines: list[str]) -> None:
    cards = cards_of(step, english, MADRID)
    assert [card.headline for card in cards if isinstance(card, FactCard)] == headlines


def test_times_are_told_by_the_clock_of_the_shop(english: Words) -> None:
    step = Step(FREE, out.OtherBenchHasIt("1042", "3", "Ana", made.NOON))
    assert _facts(cards_of(step, english, MADRID)) == "since 13:08"


def test_of_many_meanings_the_first_are_named_and_the_rest_counted(english: Words) -> None:
    names = tuple(f"Cup {n}" for n in range(1, 10))
    told = _facts(cards_of(Step(FREE, out.AmbiguousCode("84", names)), english, MADRID))
    assert told.splitlines()[-2:] == ["· Cup 6", "and 3 more"]


def _facts(cards: tuple[Card, ...]) -> str:
    return "".join(card.text for card in cards if isinstance(card, FactCard))
