"""A slip that did not come out: the reason in words, the printer's own behind them."""

from gettext import NullTranslations

import pytest

from packstation.domain.printing import Trouble
from packstation.words.printing import why_not
from packstation.words.words import Words

ENGLISH = Words("en", NullTranslations())


@pytest.mark.parametrize(
    "reason, sentence",
    [
        ("no paper", "The printer has run out of paper."),
        ("stopped: paper jam: tray 2", "The printer is stopped. paper jam: tray 2"),
        ("no such printer: b9", "This computer knows no printer of that name. b9"),
        ("something: else", "something: else"),
        ("", ""),
    ],
)
def test_a_reason_is_told_in_a_sentence(reason: str, sentence: str) -> None:
    assert why_not(reason, ENGLISH) == sentence


@pytest.mark.parametrize("trouble", list(Trouble))
def test_what_is_stored_of_a_trouble_is_read_back(trouble: Trouble) -> None:
    assert Trouble.read(trouble.told("tray 2: empty")) == (trouble, "tray 2: empty")
    assert Trouble.read(trouble.told("")) == (trouble, "")
