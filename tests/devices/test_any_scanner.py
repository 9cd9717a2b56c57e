"""Any scanner at any computer: each of its settings is told, and repaired where it can be."""

from hypothesis import given
from hypothesis import strategies as some

from packstation.devices.diagnosis import diagnose, repaired_habits
from packstation.devices.habits import ScannerHabits
from packstation.devices.heard import Heard
from packstation.devices.layouts import LAYOUTS
from packstation.devices.wedge import GS
from packstation.domain.scanner_check import RepairScanner
from packstation.domain.scanner_findings import (
    BeginsWith,
    CapsLock,
    Case,
    Diagnosis,
    Ending,
    EndsInText,
    EndsWith,
    Finding,
    LettersLost,
    NoSample,
    OtherLayout,
    SaysSymbology,
    Standing,
    Verdict,
    standing,
)
from tests.devices.scanning import Computer, Scanner, scan_all

USUAL = ScannerHabits()

scanners = some.builds(
    Scanner,
    ending=some.sampled_from(Ending),
    prefix=some.sampled_from(("", "*", "AB7", "x.")),
    behind=some.sampled_from(("", "Z", "..")),
    case=some.sampled_from((Case.KEPT, Case.KEPT, Case.UPPER, Case.LOWER)),
    gs=some.sampled_from((GS, "", "7", "GS")),
    aim=some.booleans(),
    pace_ms=some.sampled_from((0, 2, 16, 30, 45, 66, 90, 150)),
)
computers = some.builds(
    Computer, keyboard=some.sampled_from(LAYOUTS), caps_lock=some.booleans()
)


def _of(diagnosis: Diagnosis, kind: type[Finding]) -> list[Finding]:
    return [it for it in diagnosis.findings if isinstance(it, kind)]


@given(scanners, computers)
def test_each_setting_is_told_under_any_keyboard_and_with_caps_lock(
    scanner: Scanner, computer: Computer
) -> None:
    diagnosis = diagnose(scan_all(scanner, computer), USUAL)

    assert not _of(diagnosis, NoSample) + _of(diagnosis, LettersLost)
    assert _of(diagnosis, SaysSymbology) == [SaysSymbology()] * scanner.aim
    assert [it.text for it in diagnosis.findings if isinstance(it, BeginsWith)] == [
        scanner.prefix
    ] * bool(scanner.prefix)
    assert [it.text for it in diagnosis.findings if isinstance(it, EndsInText)] == [
        scanner.behind
    ] * bool(scanner.behind)
    assert [it.ending for it in diagnosis.findings if isinstance(it, EndsWith)] == [
        scanner.ending
    ]
    assert _of(diagnosis, OtherLayout) == [
        OtherLayout("us", computer.keyboard, seen_through=True, wanted="us")
    ] * (computer.keyboard != "us")


@given(scanners, computers)
def test_after_the_repair_all_is_right_or_the_scanner_must_be_set(
    scanner: Scanner, computer: Computer
) -> None:
    bursts = scan_all(scanner, computer)
    diagnosis = diagnose(bursts, USUAL)
    repair = diagnosis.repair or RepairScanner()

    after = diagnose(bursts, repaired_habits(USUAL, repair))

    assert not any(standing(it) is Standing.REPAIRABLE for it in after.findings)
    assert after.repair is None
    wrong = {it.number for it in after.arrived if it.verdict is not Verdict.GOOD}
    told = {it.number for it in diagnosis.arrived if it.verdict is Verdict.WRONG}
    assert wrong == told
    assert not wrong or any(standing(it) is Standing.SCANNER for it in after.findings)


@given(
    of_scanner=some.sampled_from(LAYOUTS),
    of_computer=some.sampled_from(LAYOUTS),
    caps_lock=some.booleans(),
)
def test_where_no_system_tells_of_keys_the_keyboards_are_named_by_their_letters(
    of_scanner: str, of_computer: str, *, caps_lock: bool
) -> None:
    computer = Computer(keyboard=of_computer, caps_lock=caps_lock, tells_keys=False)
    bursts = scan_all(Scanner(keyboard=of_scanner), computer)

    diagnosis = diagnose(bursts, USUAL)

    unspoilt = Computer(caps_lock=caps_lock, tells_keys=False)
    spoilt = [it.text for it in bursts] != [
        it.text for it in scan_all(Scanner(keyboard="us"), unspoilt)
    ]
    layouts = _of(diagnosis, OtherLayout)
    assert bool(layouts) is spoilt
    assert all(isinstance(it, OtherLayout) and not it.seen_through for it in layouts)
    assert bool(_of(diagnosis, CapsLock)) is caps_lock


@given(some.text(max_size=60))
def test_nothing_that_is_scanned_brings_it_down(text: str) -> None:
    assert diagnose([Heard(text)], USUAL).findings
