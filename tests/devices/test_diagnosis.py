"""A scanner's settings, told by what arrives."""

import pytest

from packstation.devices.diagnosis import diagnose
from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.heard import Heard, heard
from packstation.devices.layouts import LAYOUTS
from packstation.devices.wedge import GS, Key, Kind
from packstation.domain.scanner_check import SAMPLES, RepairScanner, Symbol
from packstation.domain.scanner_findings import (
    BeginsDifferently,
    Bracketed,
    CapsLock,
    Case,
    CaseChanged,
    CheckDigitLeftOut,
    Diagnosis,
    Ending,
    EndsDifferently,
    EndsWith,
    Finding,
    LettersLost,
    NoSample,
    OtherLayout,
    SeparatorArrives,
    SeparatorLost,
    Slow,
    Standing,
    Verdict,
    standing,
)
from tests.devices.scanning import Computer, Scanner, scan, scan_all

USUAL = ScannerHabits()
WELL = (EndsWith(Ending.ENTER, known=True), SeparatorArrives())
LETTERS, SIGNS, EAN, UPC, GS1 = (SAMPLES[n] for n in (1, 2, 3, 4, 5))


def _of(diagnosis: Diagnosis, kind: type[Finding]) -> list[Finding]:
    return [it for it in diagnosis.findings if isinstance(it, kind)]


def test_a_scanner_as_it_comes_out_of_the_box_is_well() -> None:
    diagnosis = diagnose(scan_all(Scanner(), Computer()), USUAL)

    assert diagnosis.findings == WELL
    assert diagnosis.repair is None
    assert {it.verdict for it in diagnosis.arrived} == {Verdict.GOOD}
    assert len(diagnosis.arrived) == len(SAMPLES)


def test_before_anything_is_scanned_there_is_nothing_to_say() -> None:
    assert diagnose([], USUAL) == Diagnosis()


@pytest.mark.parametrize("keyboard", [it for it in LAYOUTS if it != "us"])
def test_a_scanner_from_the_shop_at_a_computer_of_another_country(keyboard: str) -> None:
    blind = Computer(keyboard=keyboard, tells_keys=False)

    told = diagnose(scan_all(Scanner(), blind), USUAL).findings[0]

    assert told == OtherLayout("us", keyboard, seen_through=False, wanted=keyboard)


def test_a_scanner_set_to_another_country_than_the_us_should_be_set_to_it() -> None:
    bursts = scan_all(Scanner(keyboard="es"), Computer(keyboard="us"))

    assert diagnose(bursts, USUAL).findings[0] == OtherLayout(
        "es", "us", seen_through=False, wanted="us"
    )


def test_a_scanner_of_the_computers_own_country_is_well() -> None:
    bursts = scan_all(Scanner(keyboard="de"), Computer(keyboard="de"), SAMPLES[:2])

    diagnosis = diagnose(bursts, USUAL)

    assert diagnosis.findings == (EndsWith(Ending.ENTER, known=True),)
    assert {it.verdict for it in diagnosis.arrived} == {Verdict.GOOD}


def test_a_prefix_a_tab_and_a_slow_radio_are_repaired_together() -> None:
    scanner = Scanner(prefix="~", ending=Ending.TAB, pace_ms=50)

    diagnosis = diagnose(scan_all(scanner, Computer(keyboard="es")), USUAL)

    assert diagnosis.repair == RepairScanner(suffix="tab", prefix="~", gap_ms=75)
    assert {it.verdict for it in diagnosis.arrived} == {Verdict.AFTER_REPAIR}


def test_what_this_bench_knows_already_needs_no_repair() -> None:
    habits = ScannerHabits(suffix=Suffix.TAB, prefix="~", gap_ms=75)
    scanner = Scanner(prefix="~", ending=Ending.TAB, pace_ms=50)

    diagnosis = diagnose(scan_all(scanner, Computer(keyboard="es")), habits)

    assert diagnosis.repair is None
    assert {it.verdict for it in diagnosis.arrived} == {Verdict.GOOD}


@pytest.mark.parametrize(
    "pace_ms, finding",
    [
        (16, None),
        (26, None),
        (30, Slow(30, helped=True)),
        (66, Slow(66, helped=True)),
        (100, Slow(100, helped=True)),
        (101, Slow(101, helped=False)),
    ],
)
def test_a_pause_is_told_before_it_does_harm(pace_ms: int, finding: Finding | None) -> None:
    diagnosis = diagnose([scan(EAN, Scanner(pace_ms=pace_ms), Computer())], USUAL)

    assert _of(diagnosis, Slow) == ([finding] if finding else [])


@pytest.mark.parametrize("ending", [Ending.ENTER, Ending.CR_LF])
def test_enter_is_as_good_with_a_line_feed(ending: Ending) -> None:
    diagnosis = diagnose([scan(EAN, Scanner(ending=ending), Computer())], USUAL)

    assert [standing(it) for it in diagnosis.findings] == [Standing.GOOD]


def test_codes_that_end_now_so_now_so() -> None:
    bursts = [
        scan(EAN, Scanner(), Computer()),
        scan(UPC, Scanner(ending=Ending.TAB), Computer()),
    ]

    assert diagnose(bursts, USUAL).findings == (EndsDifferently(),)


def test_a_letter_for_each_kind_of_code_is_no_prefix() -> None:
    bursts = [
        scan(EAN, Scanner(prefix="F"), Computer()),
        scan(GS1, Scanner(prefix="K"), Computer()),
    ]

    diagnosis = diagnose(bursts, USUAL)

    assert diagnosis.findings[0] == BeginsDifferently(("F", "K"))
    assert diagnosis.repair is None


@pytest.mark.parametrize("instead", ["", "|", "<GS>", "^]", "#"])
def test_a_separator_that_does_not_arrive(instead: str) -> None:
    diagnosis = diagnose([scan(GS1, Scanner(gs=instead), Computer(keyboard="gb"))], USUAL)

    assert SeparatorLost(instead) in diagnosis.findings
    assert diagnosis.arrived[0].verdict is Verdict.WRONG


def test_a_separator_comes_as_alt_and_a_number_too() -> None:
    head, tail = GS1.text.split(GS)
    keys = [Key(it, it, n) for n, it in enumerate(head)]
    keys += [Key(it, it, 50, Kind.ALT_DIGIT) for it in "029"] + [Key("", "", 51, Kind.ALT_UP)]
    keys += [Key(it, it, 52 + n) for n, it in enumerate(tail)]
    keys.append(Key("", "", 90, Kind.ENTER))

    assert SeparatorArrives() in diagnose([heard(keys)], USUAL).findings


@pytest.mark.parametrize("case", [Case.UPPER, Case.LOWER])
def test_a_scanner_that_changes_letters(case: Case) -> None:
    diagnosis = diagnose([scan(LETTERS, Scanner(case=case), Computer())], USUAL)

    assert diagnosis.findings[0] == CaseChanged(case)
    assert diagnosis.arrived[0].verdict is Verdict.WRONG


@pytest.mark.parametrize(
    "text, finding",
    [
        ("841234567890", CheckDigitLeftOut(Symbol.EAN_13)),
        ("03600029145", CheckDigitLeftOut(Symbol.UPC_A)),
        ("36000291452", CheckDigitLeftOut(Symbol.UPC_A)),
        ("(01)09501101530003(10)LOT7(21)SER42", Bracketed()),
        ("A-B/C:_E.FG", LettersLost(3)),
        ("8412345678", LettersLost(4)),
        ("something else", NoSample("something else")),
    ],
)
def test_what_arrives_otherwise(text: str, finding: Finding) -> None:
    assert diagnose([Heard(text)], USUAL).findings == (finding,)


def test_twelve_or_thirteen_digits_are_the_same_code() -> None:
    diagnosis = diagnose([Heard("0036000291452")], USUAL)

    assert diagnosis.findings == ()
    assert diagnosis.arrived[0].verdict is Verdict.GOOD


def test_a_scanner_on_a_serial_line_has_no_keys_to_be_wrong() -> None:
    bursts = [Heard(it.text) for it in SAMPLES]

    diagnosis = diagnose(bursts, USUAL)

    assert diagnosis.findings == (SeparatorArrives(),)
    assert {it.verdict for it in diagnosis.arrived} == {Verdict.GOOD}


def test_of_a_sample_scanned_again_the_last_one_counts() -> None:
    bursts = [
        scan(EAN, Scanner(ending=Ending.NONE), Computer()),
        scan(EAN, Scanner(), Computer()),
    ]

    assert diagnose(bursts, USUAL).findings == (EndsWith(Ending.ENTER, known=True),)


def test_caps_lock_pressed_on_the_way_is_told() -> None:
    bursts = [
        scan(LETTERS, Scanner(), Computer()),
        scan(SIGNS, Scanner(), Computer(caps_lock=True, tells_keys=False)),
    ]

    assert CapsLock(seen_through=False) in diagnose(bursts, USUAL).findings
