"""How likely it is that two notes are the same, and what helps against it."""

import pytest

from packstation.domain.note_pools import Pool, Tone
from packstation.domain.note_volume import chance_of_repeat, too_small
from tests.a_year_of_notes import POOLS


@pytest.mark.parametrize(
    "notes, texts, chance",
    [(0, 365, 0.0), (1, 365, 0.0), (23, 365, 0.5), (5, 0, 1.0), (1, 0, 0.0)],
)
def test_it_is_the_chance_of_two_with_the_same_birthday(
    notes: int, texts: int, chance: float
) -> None:
    assert chance_of_repeat(notes, texts) == pytest.approx(chance, abs=0.001)


def spanish() -> Pool:
    pool = POOLS.find("es", Tone.TU)
    assert pool is not None
    return pool


def test_what_a_small_shop_writes_is_enough() -> None:
    assert too_small(spanish(), {"second_order": 20, "favourite": 30, "gift_safe": 25}) == ()


def test_a_pool_too_small_for_its_notes_says_how_many_texts_are_missing() -> None:
    (found,) = too_small(spanish(), {"second_order": 100, "favourite": 20})
    assert (found.key, found.texts, found.notes) == ("second_order", 16 * 4 * 10, 100)
    assert found.chance > 0.99
    assert chance_of_repeat(100, found.texts + found.missing) == pytest.approx(0.5, abs=0.001)


def test_gifts_are_counted_with_the_phrases_that_gifts_have() -> None:
    (found,) = too_small(spanish(), {"gift_safe": 80})
    assert found.texts == 12 * 6 * 8


def test_a_point_without_words_repeats_at_once() -> None:
    (found,) = too_small(spanish(), {"horoscope": 2})
    assert (found.texts, found.chance) == (0, 1.0)
