"""What a scanner sent, without what came along with it, and never as another code."""

import json
from pathlib import Path

import pytest

from packstation.devices.text import Cleaned, clean
from packstation.devices.wedge import GS
from packstation.domain.codes import LONGEST


@pytest.mark.parametrize(
    "sent, code",
    [
        ("", ""),
        (" \t\r\n", ""),
        ("  ORD-1001  \r\n", "ORD-1001"),
        ("ORD\0-1001\0", "ORD-1001"),
        ("*000122521", "*000122521"),
        ("ORD_1001%", "ORD_1001%"),
        ("x'; DROP TABLE orders;--", "x'; DROP TABLE orders;--"),
        ("PSCMD:SHIP", "PSCMD:SHIP"),
        ("ABC\t999", "ABC\t999"),
        ("ABC\t", "ABC"),
        (f" {GS}01084123\n", f"{GS}01084123"),
        (f"01084123{GS}21XY{GS}", f"01084123{GS}21XY{GS}"),
        ("ORD-1001\u202e7102", "ORD-1001\u202e7102"),
    ],
)
def test_only_what_stands_around_a_code_is_left_out(sent: str, code: str) -> None:
    assert clean(sent) == Cleaned(code)


@pytest.mark.parametrize("symbology", ["]C1", "]E0", "]d2", "]Q3"])
def test_the_kind_of_symbol_is_recorded_and_is_no_part_of_the_code(symbology: str) -> None:
    assert clean(f"{symbology}0100012345678905\r") == Cleaned(
        "0100012345678905", symbology=symbology
    )


def test_a_bracket_alone_is_no_kind_of_symbol() -> None:
    assert clean("]-1001") == Cleaned("]-1001")


@pytest.mark.parametrize(
    "sent, shown",
    [
        ("\ud800ORD", "\ufffdORD"),
        ("ORD\x1b1", "ORD\u241b1"),
        ("A\nB", "A\u240aB"),
        ("A\x7fB", "A\u2421B"),
        ("A\x85B", "A\ufffdB"),
    ],
)
def test_what_no_database_takes_is_shown_in_its_place(sent: str, shown: str) -> None:
    assert clean(sent) == Cleaned(shown)


def test_full_width_letters_are_letters_for_looking_up_only() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in "ORD-1001")

    cleaned = clean(wide)

    assert cleaned.text == wide
    assert cleaned.lookup == "ORD-1001"


@pytest.mark.parametrize("length", [2_900, LONGEST])
def test_the_longest_code_is_taken_whole(length: int) -> None:
    assert clean("9" * length) == Cleaned("9" * length)


@pytest.mark.parametrize("length", [LONGEST + 1, 200_000])
def test_a_longer_code_is_cut_and_said_to_be(length: int) -> None:
    assert clean("9" * length) == Cleaned("9" * LONGEST, cut=True)


def test_every_bad_scan_becomes_text_that_can_be_stored(shared: Path) -> None:
    rows = (shared / "checks" / "bad_inputs.jsonl").read_text("utf-8").splitlines()
    cases = [case for case in map(json.loads, rows) if case["channel"] == "scan"]

    codes = [clean(case["payload"]) for case in cases if "payload" in case]

    assert codes
    assert "\0" not in "".join(code.text.encode("utf-8").decode() for code in codes)
    assert all(code.text == code.text.strip() for code in codes)
