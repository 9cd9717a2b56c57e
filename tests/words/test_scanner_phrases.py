"""What is said of a scanner."""

from gettext import NullTranslations

import pytest

from packstation.devices.layouts import LAYOUTS
from packstation.domain.scanner_check import SamplesPrinted, Symbol
from packstation.domain.scanner_findings import (
    BeginsDifferently,
    BeginsWith,
    Bracketed,
    CapsLock,
    Case,
    CaseChanged,
    CheckDigitLeftOut,
    Ending,
    EndsDifferently,
    EndsInText,
    EndsWith,
    Finding,
    LettersLost,
    NoSample,
    OtherLayout,
    SaysSymbology,
    SeparatorArrives,
    SeparatorLost,
    Slow,
    Standing,
    standing,
)
from packstation.words.scanner_phrases import found, keyboard_name, sheet_out, shown
from packstation.words.words import Words

ENGLISH = Words("en", NullTranslations())
FINDINGS: tuple[Finding, ...] = (
    OtherLayout("us", "es", seen_through=True, wanted="us"),
    OtherLayout("us", "es", seen_through=False, wanted="es"),
    OtherLayout("us", "", seen_through=True, wanted="us"),
    CapsLock(seen_through=True),
    CapsLock(seen_through=False),
    CaseChanged(Case.UPPER),
    CaseChanged(Case.LOWER),
    *(EndsWith(it, known=known) for it in Ending for known in (True, False)),
    EndsDifferently(),
    BeginsWith("*", known=True),
    BeginsWith("*", known=False),
    BeginsDifferently(("", "F", "K")),
    SaysSymbology(),
    EndsInText("#"),
    SeparatorArrives(),
    SeparatorLost(""),
    SeparatorLost("|"),
    Bracketed(),
    CheckDigitLeftOut(Symbol.EAN_13),
    Slow(60, helped=True),
    Slow(200, helped=False),
    LettersLost(3),
    NoSample("something"),
)


@pytest.mark.parametrize("finding", FINDINGS, ids=repr)
def test_every_finding_has_a_sentence_of_its_own(finding: Finding) -> None:
    said = found(finding, ENGLISH)

    assert said
    assert "{" not in said


@pytest.mark.parametrize(
    "finding",
    [
        it
        for it in FINDINGS
        if standing(it) is Standing.SCANNER and not isinstance(it, NoSample | CapsLock)
    ],
    ids=repr,
)
def test_what_must_be_set_in_the_scanner_is_called_as_its_booklet_calls_it(
    finding: Finding,
) -> None:
    assert "“" in found(finding, ENGLISH)


def test_a_keyboard_is_named_by_its_country() -> None:
    assert "Spain" in found(OtherLayout("us", "es", seen_through=False, wanted="es"), ENGLISH)
    assert len({keyboard_name(it, ENGLISH) for it in (*LAYOUTS, "")}) == len(LAYOUTS) + 1


def test_what_arrived_stays_on_one_line() -> None:
    assert shown("A\x1dB\nC\u202e" + "x" * 90).startswith("A<GS>B")
    assert "\n" not in shown("A\nB")
    assert len(shown("x" * 5000)) < 50


@pytest.mark.parametrize(
    "printed, said",
    [
        (SamplesPrinted(where="7"), "The sheet went to the printer."),
        (
            SamplesPrinted(where="/slips/a.pdf", in_folder=True),
            "The sheet is in the folder /slips: a.pdf",
        ),
        (SamplesPrinted(trouble="out of ink"), "Nothing came out. out of ink"),
    ],
)
def test_where_the_sheet_is(printed: SamplesPrinted, said: str) -> None:
    assert sheet_out(printed, ENGLISH) == said
