"""What is said around a note: each reason has its own sentence."""

import pytest

from packstation.domain.drafts import Short
from packstation.domain.note_volume import too_small
from packstation.domain.own_phrases import Place, Refusal
from packstation.places import resources
from packstation.words.note_phrases import place_name, why_refused, why_so_few, will_repeat
from packstation.words.note_pools import load_pools
from packstation.words.words import load

ENGLISH = load("en", resources())


def test_every_reason_for_fewer_drafts_has_its_own_sentence() -> None:
    assert len({why_so_few(short, ENGLISH) for short in Short}) == len(Short)


def test_every_refusal_has_its_own_sentence() -> None:
    said = {why_refused(refusal, Place.POINT, ENGLISH) for refusal in Refusal}
    assert len(said) == len(Refusal)


@pytest.mark.parametrize(
    "place, said",
    [
        (Place.OPENING, "Too long for a card: 12 words at most."),
        (Place.POINT, "Too long for a card: 20 words at most."),
    ],
)
def test_too_long_says_how_long_it_may_be(place: Place, said: str) -> None:
    assert why_refused(Refusal.TOO_LONG, place, ENGLISH) == said


def test_every_place_has_its_name() -> None:
    assert len({place_name(place, ENGLISH) for place in Place}) == len(Place)


def test_the_owner_reads_which_notes_would_repeat() -> None:
    pool = load_pools(resources()).find("de")
    assert pool is not None
    (found,) = too_small(pool, {"returning": 100})
    assert will_repeat(found, ENGLISH) == (
        "de: 100 notes that say “that it is good to have this customer back” would repeat one "
        "another (100 %). 6502 more texts would help."
    )
