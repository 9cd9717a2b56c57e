"""The band at the top says where one is, and whether slips come out."""

import pytest
from pytestqt.qtbot import QtBot

from packstation.domain.records import Printing
from packstation.ui.header import Header, say_printing
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


def test_why_slips_do_not_come_out_is_told_in_a_sentence(qtbot: QtBot, english: Words) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show_printing(Printing(printer="b", failed=1, reason="no paper: tray 1"), english)
    assert "The printer has run out of paper. tray 1" in header.accessibleName()
