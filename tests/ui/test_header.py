"""The band at the top says where one is, and whether slips come out."""

import pytest

from packstation.domain.records import Printing
from packstation.ui.header import say_printing
from packstation.words.words import Words


@pytest.mark.parametrize(
    "printing, said",
    [
        (Printing(), ""),
        (Printing(printer="Label printer"), "Printer ready"),
        (Printing(folder="slips"), "Slips go to the folder"),
        (Printing(printer="Label printer", waiting=1), "Printing 1 slip"),
        (Printing(printer="Label printer", waiting=4, failed=1), "1 slip not printed"),
        (Printing(folder="slips", failed=2), "2 slips not printed"),
    ],
)
def test_trouble_is_said_before_all_else(english: Words, printing: Printing, said: str) -> None:
    assert say_printing(printing, english) == said
