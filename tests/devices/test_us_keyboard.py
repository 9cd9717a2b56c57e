"""The keys a scanner presses, by the numbers Linux gives them."""

import string

import pytest

from packstation.devices.us_keyboard import typed_on_us


@pytest.mark.parametrize(
    "code, plain, shifted",
    [
        (2, "1", "!"),
        (11, "0", ")"),
        (12, "-", "_"),
        (16, "q", "Q"),
        (27, "]", "}"),
        (39, ";", ":"),
        (40, "'", '"'),
        (41, "`", "~"),
        (43, "\\", "|"),
        (53, "/", "?"),
        (57, " ", " "),
        (71, "7", "7"),
        (82, "0", "0"),
        (98, "/", "/"),
        (28, "", ""),
        (-8, "", ""),
    ],
)
def test_a_key_types_what_is_printed_on_it(code: int, plain: str, shifted: str) -> None:
    assert typed_on_us(code, shift=False) == plain
    assert typed_on_us(code, shift=True) == shifted


def test_every_character_of_ascii_has_its_key() -> None:
    typed = {typed_on_us(code, shift=shift) for code in range(128) for shift in (False, True)}

    assert typed - {""} == set(string.digits + string.ascii_letters + string.punctuation + " ")
