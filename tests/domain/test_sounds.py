"""What one hears of an outcome: every kind is used, and what comes by itself is silent."""

from typing import get_args

from packstation.domain import outcomes as out
from packstation.domain.sounds import Sound, sound_of
from tests import making as made


def test_an_outcome_that_nobody_asked_for_is_silent() -> None:
    assert sound_of(out.PlanShown(2)) is None


def test_the_kinds_of_refusal_sound_apart() -> None:
    refusals = (
        out.UnknownCode("84"),
        out.AmbiguousCode("84", ("Cup", "Pot")),
        out.Misread("84"),
        out.ReadTwice("84"),
        out.FinishFirst("1042"),
        out.OtherBenchHasIt("1042", "2", "Joan", None),
        out.PackedBefore("1042", None),
        out.IsHeld("1042", "", "Ana"),
        out.IsCancelled("1042"),
        out.HasChanged("1042", (), 0),
    )

    assert len({sound_of(it) for it in refusals}) == len(refusals)


def test_a_piece_a_line_and_the_last_piece_sound_apart() -> None:
    line = made.a_line()

    heard = [
        sound_of(it) for it in (out.PieceOk(line, 1), out.LineDone(line), out.AllDone(line))
    ]

    assert heard == [Sound.PIECE, Sound.LINE_DONE, Sound.ALL_DONE]


def test_there_are_no_more_sounds_than_there_are_outcomes() -> None:
    assert len(Sound) < len(get_args(out.Outcome))
