"""Where lines break and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.slips.coverage import REGULAR
from packstation.slips.measure import Style, fit, width, wrap

STYLE = Style(REGULAR, 9, (0, 0, 0))
LETTERS = some.text("abc ñŁЖ\u05e9", max_size=80).map(lambda text: " ".join(text.split()))


@given(text=LETTERS, room=some.floats(20, 200))
def test_no_line_is_longer_than_its_room(text: str, room: float) -> None:
    assert all(width(line, STYLE) <= room + 0.1 for line in wrap(text, STYLE, room, 3))


@given(text=LETTERS, room=some.floats(20, 200))
def test_lines_lose_no_letter_unless_there_are_too_many(text: str, room: float) -> None:
    lines = wrap(text, STYLE, room, 100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_text_of_too_many_lines_ends_in_dots() -> None:
    lines = wrap("uno dos tres cuatro cinco seis", STYLE, width("cuatro", STYLE), 2)
    assert lines == ("uno", "dos…")


def test_a_word_longer_than_its_room_is_broken() -> None:
    assert wrap("AAAA", STYLE, width("AA", STYLE), 5) == ("AA", "AA")


@pytest.mark.parametrize("room, fitted", [(1000, "Casa Azul"), (34, "Casa…")])
def test_what_does_not_fit_ends_in_dots(room: float, fitted: str) -> None:
    assert fit("Casa Azul", STYLE, room) == fitted
