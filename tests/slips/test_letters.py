"""What happens to a text from outside before it stands on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, FIGURES, SEMI_BOLD, runs
from packstation.slips.letters import as_seen, leftward, plain
from packstation.slips.sieve import unprintable


@pytest.mark.parametrize(
    "text, printed",
    [
        ("Lucía\t Pérez\n", "Lucía Pérez"),
        ("Lucía", "Lucía"),
        ("so\u00adft", "soft"),
        ("\u202eevil\u202c", "evil"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("\u3000\u200b\u00a0 ", ""),
        ("100\u00a0g", "100\u00a0g"),
        ("null", "null"),
        ("\u0301x", "x"),
        ("Z" + "\u0301" * 500, "\u0179" + "\u0301" * 3),
    ],
)
def test_a_text_is_printed_without_what_nobody_sees(text: str, printed: str) -> None:
    assert plain(text) == printed


@pytest.mark.parametrize(
    "text, printed, missing",
    [
        ("森川 Emi", "Emi", ("森", "川")),
        ("Eva 👨\u200d👩\u200d👧", "Eva", ("👨\u200d👩\u200d👧",)),
        ("❤\u200d🔥 hot", "hot", ("❤\u200d🔥",)),
        ("❤\ufe0f", "❤", ()),
        ("สวัสดี", "", ("ส", "วั", "ดี")),
        ("ߒߞߏ", "", ("ߒ", "ߞ", "ߏ")),
        ("\ue000", "", ("\ue000",)),
        ("Łukasz Ж ő ğ ñ €", "Łukasz Ж ő ğ ñ €", ()),
    ],
)
def test_what_no_font_has_is_left_out_and_named(
    text: str, printed: str, missing: tuple[str, ...]
) -> None:
    assert plain(text) == printed
    assert unprintable(text) == missing


def test_each_missing_letter_is_named_once_over_all_lines() -> None:
    assert unprintable("森\n川森\r\nok") == ("森", "川")


@pytest.mark.parametrize("family", [REGULAR, SEMI_BOLD, BOLD, FIGURES])
@given(text=some.text(max_size=30))
def test_whatever_is_printed_has_a_face_that_draws_it(
    family: tuple[str, ...], text: str
) -> None:
    printed = plain(text)
    drawn = runs(printed, family)
    assert "".join(run for _, run in drawn) == printed
    assert all(face.letters.issuperset(run) for face, run in drawn)


def test_an_accent_without_a_letter_of_its_own_is_set_by_a_face_that_can_place_it() -> None:
    assert [face.name for face, _ in runs("ab\u0323\u0302c", REGULAR)] == [
        "Inter-Regular",
        "DejaVuSans",
        "Inter-Regular",
    ]


def test_arabic_letters_join_and_run_leftward() -> None:
    joined = plain("محمد")
    assert joined == "\ufee3\ufea4\ufee4\ufeaa"
    assert as_seen(joined) == joined[::-1]
    assert unprintable("الله أكبر") == ()


def test_a_hebrew_name_keeps_its_place_in_our_sentence() -> None:
    assert as_seen("שלום, hola.") == "םולש, hola."


@pytest.mark.parametrize(
    "line, base, seen",
    [
        ("טוב (Lucía) 5", "R", "5 (Lucía) בוט"),
        ("abc (טוב) 123", "L", "abc (בוט) 123"),
        ("a (b) [c]", "L", "a (b) [c]"),
    ],
)
def test_brackets_open_towards_what_they_hold(line: str, base: str, seen: str) -> None:
    assert as_seen(line, base) == seen


@pytest.mark.parametrize(
    "line, way", [("שלום", True), ("1 محمد", True), ("Ana שלום", False), ("", False)]
)
def test_the_first_letter_says_which_way_a_line_runs(line: str, *, way: bool) -> None:
    assert leftward(line) is way
