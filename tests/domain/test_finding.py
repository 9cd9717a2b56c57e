"""What is typed in a hurry and what stands on paper come to the same words."""

import pytest

from packstation.domain.finding import LONGEST, MOST, words_of


@pytest.mark.parametrize(
    "text, words",
    [
        ("Lucía Núñez", ("lucia", "nunez")),
        ("L'Àngel O\u2019NEILL-Puig", ("l", "angel", "o", "neill", "puig")),
        ("08012 Castelló_d'Empúries", ("08012", "castello", "d", "empuries")),
        ("Łukasz Søren Straße İpek \u0131", ("lukasz", "soren", "strasse", "ipek", "i")),
        ("Nu\u0301n\u0303ez", ("nunez",)),
        ("ﬁn ½ №7", ("fin", "1", "2", "no7")),
        ("हिन्दी", ("हनद",)),
        ("%_/\\ ' \x00 \U0001f381", ()),
        ("taza TAZA Tazá", ("taza",)),
    ],
)
def test_words_lose_case_and_accents(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_several_texts_give_each_word_once() -> None:
    assert words_of("Ana Puig", "Puig & Ana") == ("ana", "puig")


def test_a_text_without_end_is_found_by_its_beginning() -> None:
    novel = " ".join(f"{number}{'a' * 1000}" for number in range(1000))
    assert len(words_of(novel)) == MOST
    assert {len(it) for it in words_of(novel)} == {LONGEST}
