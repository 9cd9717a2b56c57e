"""The scanner check, from its keys to what is said and repaired."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from packstation.domain.first_hour import MarkDone
from packstation.domain.office import Chapter
from packstation.domain.scanner_check import (
    SAMPLES,
    LookAtScanner,
    PrintSamples,
    RepairScanner,
    SamplesPrinted,
    ScannerShown,
    Shape,
    ShapesShown,
)
from packstation.domain.scans import Scan
from packstation.ui.keyboard import ScanFilter
from packstation.ui.office.marked import Sign
from packstation.ui.office.scanner_page import ScannerPage
from packstation.words.words import Words
from tests.keystrokes import window
from tests.ui.office.pressing import Scanner

USUAL = ScannerShown(suffix="enter", prefix="", gap_ms=35)
SHAPES = ShapesShown(tuple(Shape(it.number, ("1011",)) for it in SAMPLES))


class Bench(QWidget):
    """The page, a field and a button a stray key could reach, and the bench's own filter."""

    def __init__(self) -> None:
        super().__init__()
        self.page, self.field, self.button = ScannerPage(), QLineEdit(), QPushButton("Seal")
        self.asked: list[object] = []
        self.scans: list[object] = []
        self.pressed = 0
        stack = QVBoxLayout(self)
        for part in (self.page, self.field, self.button):
            stack.addWidget(part)
        self.filter = ScanFilter(self)
        self.filter.scanned.connect(self.scans.append)
        self.page.asked.connect(self.asked.append)
        self.button.clicked.connect(self._count)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def bench(qtbot: QtBot, english: Words) -> Iterator[Bench]:
    it = Bench()
    qtbot.addWidget(it)
    it.filter.listen()
    it.page.begin(english)
    it.page.tell(USUAL)
    it.page.tell(SHAPES)
    it.resize(1100, 900)
    it.show()
    it.activateWindow()
    it.field.setFocus()
    qtbot.waitUntil(it.isActiveWindow)
    yield it
    it.filter.rest()
    it.close()


def _heard(qtbot: QtBot, bench: Bench, scanner: Scanner, code: str) -> None:
    with qtbot.waitSignal(bench.page.ear.heard):
        scanner.scan(code)


def _said(bench: Bench) -> list[str]:
    return [it.label.text() for it in bench.page.findings if it.label.text()]


def test_it_asks_what_this_bench_knows_of_its_scanner(bench: Bench) -> None:
    assert bench.asked == [LookAtScanner()]
    assert bench.page.verdict.text() == "Waiting for the first code"


def test_a_scanner_from_the_shop_at_a_spanish_computer_is_ready(
    bench: Bench, qtbot: QtBot
) -> None:
    scanner = Scanner("es")
    for sample in SAMPLES:
        _heard(qtbot, bench, scanner, sample.text)

    assert {it.mark.sign for it in bench.page.rows.values()} == {Sign.GOOD}
    assert bench.page.verdict.text() == "All right: this scanner is ready."
    assert bench.page.fine.isHidden()
    assert "Spain" in _said(bench)[0]
    assert bench.asked.count(MarkDone(Chapter.SCANNER)) == 1


def test_while_it_is_up_no_scan_reaches_the_bench_or_a_field(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.button.setFocus()
    _heard(qtbot, bench, Scanner(pace_ms=60), SAMPLES[0].text)
    bench.field.setFocus()
    _heard(qtbot, bench, Scanner(clock_ms=2_000_000), SAMPLES[3].text)

    assert (bench.scans, bench.field.text(), bench.pressed) == ([], "", 0)


def test_once_it_is_left_scans_are_the_benchs_again(bench: Bench, qtbot: QtBot) -> None:
    _heard(qtbot, bench, Scanner(), SAMPLES[0].text)
    bench.page.hide()

    with qtbot.waitSignal(bench.filter.scanned):
        Scanner(clock_ms=3_000_000).scan("ORD-1001")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Tab])
def test_a_hand_still_presses_buttons_and_moves_on(
    bench: Bench, qtbot: QtBot, key: Qt.Key
) -> None:
    bench.button.setFocus()
    QTest.keyClick(window(), key)

    qtbot.waitUntil(lambda: bench.pressed == 1 or not bench.button.hasFocus())


def test_a_prefix_and_a_slow_radio_are_repaired_at_a_press(bench: Bench, qtbot: QtBot) -> None:
    scanner = Scanner("es", pace_ms=50, prefix="*")
    for sample in SAMPLES[:5]:
        _heard(qtbot, bench, scanner, sample.text)
    assert {bench.page.rows[n].mark.sign for n in range(1, 6)} == {Sign.CARE}

    bench.page.repair.click()
    assert bench.asked[-1] == RepairScanner(prefix="*", gap_ms=75)
    bench.page.tell(ScannerShown(suffix="enter", prefix="*", gap_ms=75, repaired=True))

    assert {bench.page.rows[n].mark.sign for n in range(1, 6)} == {Sign.GOOD}
    assert not bench.page.repair.isVisible()
    assert bench.page.verdict.text() == "All right: this scanner is ready."


def test_what_cannot_be_repaired_here_is_named(bench: Bench, qtbot: QtBot) -> None:
    _heard(qtbot, bench, Scanner(), SAMPLES[5].text.replace("\x1d", "|"))

    assert "GS replacement" in _said(bench)[0]
    assert bench.page.rows[6].mark.sign is Sign.CARE
    assert bench.page.verdict.text() == "1 code arrives wrong."
    assert bench.page.findings[0].mark.sign is Sign.CARE


def test_a_serial_scanners_codes_are_checked_as_well(bench: Bench) -> None:
    taken = bench.page.hear(Scan(SAMPLES[3].text, datetime(2026, 11, 22, tzinfo=UTC)))

    assert taken
    assert bench.page.rows[4].mark.sign is Sign.GOOD


def test_checking_again_forgets_what_was_heard(bench: Bench, qtbot: QtBot) -> None:
    _heard(qtbot, bench, Scanner(), SAMPLES[0].text)
    bench.page.again.click()

    assert {it.mark.sign for it in bench.page.rows.values()} == {Sign.NOTHING_YET}
    assert _said(bench) == []


def test_good_enough_is_good_enough(bench: Bench, qtbot: QtBot) -> None:
    _heard(qtbot, bench, Scanner(), SAMPLES[0].text)
    with qtbot.waitSignal(bench.page.done):
        bench.page.fine.click()

    assert bench.asked[-1] == MarkDone(Chapter.SCANNER)


def test_whoever_has_no_scanner_goes_on_without_one(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.page.done):
        bench.page.fine.click()
    assert bench.page.fine.text() == "I have no scanner"
    assert bench.asked[-1] == MarkDone(Chapter.SCANNER)


def test_the_code_on_the_screen_goes_on_with_each_that_arrived(
    bench: Bench, qtbot: QtBot
) -> None:
    assert bench.page.code_name.text().startswith("1 ")
    _heard(qtbot, bench, Scanner(), SAMPLES[0].text)
    assert bench.page.code_name.text().startswith("2 ")
    bench.page.another.click()
    assert bench.page.code_name.text().startswith("3 ")


def test_bars_on_the_screen_are_whole_pixels(bench: Bench) -> None:
    image = bench.page.code.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width())]

    dark = [x for x, it in enumerate(row) if it < 60]
    assert {it for it in row if 60 <= it < 240} == set()
    assert len(dark) == 3 * (dark[-1] - dark[0] + 1) // 4
    assert image.pixelColor(QPoint(0, 0)).lightness() == 255


@pytest.mark.parametrize(
    "printed, said",
    [
        (SamplesPrinted(where="7"), "The sheet went to the printer."),
        (SamplesPrinted(trouble="out of ink"), "Nothing came out. out of ink"),
    ],
)
def test_the_sheet_is_printed_and_said_where(
    bench: Bench, printed: SamplesPrinted, said: str
) -> None:
    bench.page.print_it.click()
    assert bench.asked[-1] == PrintSamples("en")

    bench.page.tell(printed)

    assert bench.page.printed.text() == said
