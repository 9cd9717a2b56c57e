"""The notes one can read in the docs are the notes the program drafts."""

from tests.a_year_of_notes import SPOKEN
from tests.notes_printed import EACH, PAGE, page


def test_the_printed_notes_are_those_of_today() -> None:
    assert PAGE.read_text("utf-8") == page(), (
        "python -m tests.notes_printed, and read them aloud"
    )


def test_twenty_are_printed_in_every_language() -> None:
    assert PAGE.read_text("utf-8").count("\n1. *") == EACH * len(SPOKEN)
