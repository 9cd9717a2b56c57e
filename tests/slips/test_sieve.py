"""What a slip cannot show is known without a font being opened, and known truly."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.slips import letters
from packstation.slips.coverage import REGULAR, letters_of
from packstation.slips.faces import face
from packstation.slips.sieve import ARABIC, sift, unprintable
from tests.slips import covering

_ARABIC = [chr(code) for code in range(0x600, 0x780)]
# All scripts and pictures, without the tens of thousands of Chinese and Korean letters.
_EVERY = [
    chr(code)
    for first, last in ((0, 0x3400), (0xA000, 0xAC00), (0xE000, 0x10900), (0x1F000, 0x1FB00))
    for code in range(first, last)
]


def test_the_table_is_the_one_that_the_faces_make() -> None:
    assert covering.FILE.read_text("utf-8") == covering.table(), (
        "The faces have changed: python -m tests.slips.covering"
    )


@pytest.mark.parametrize("name", REGULAR)
def test_the_table_has_the_letters_of_a_face_and_no_other(name: str) -> None:
    assert letters_of(name) == face(name).letters


def test_every_letter_is_named_that_the_paper_leaves_out() -> None:
    assert [it for it in _EVERY if bool(unprintable(it)) != _loses(it)] == []


def test_an_arabic_letter_is_on_paper_in_each_form_or_not_at_all() -> None:
    alone_first_last_amid = ("{}", "{}ب", "ب{}", "ب{}ب")
    each = (
        form.format(it)
        for form in alone_first_last_amid
        for it in filter(ARABIC.match, _ARABIC)
    )
    assert [it for it in each if bool(unprintable(it)) != _loses(it)] == []


@given(text=some.text(alphabet=[*_ARABIC, *"aé \u200c森\u0301"], max_size=12))
def test_a_text_loses_on_paper_what_was_named_before(text: str) -> None:
    assert bool(sift(text).left_out) == _loses(text)


def _loses(text: str) -> bool:
    return bool(letters.sifted(text).left_out)
