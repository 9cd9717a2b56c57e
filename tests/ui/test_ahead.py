"""What is painted ahead is what would have been painted, and only where it still holds."""

from datetime import timedelta
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Asking, Packing
from packstation.domain.counting import ask
from packstation.domain.packing import Step
from packstation.places import resources
from packstation.ui.ahead import Ahead
from packstation.ui.bench_screen import BenchScreen
from packstation.words.words import load
from tests.making import NOON, a_bench, a_shop, an_order_of
from tests.ui.test_bench_screen import OPENED

ENGLISH = load("en", resources())
ZONE = a_shop().zone
ALL = QRect(0, 0, 40, 20)
ROUNDING = 3
"""Of 255."""


class Plate:
    """Paints one colour."""

    def __init__(self) -> None:
        self.tint = "red"
        self.ahead = Ahead(self)

    def paint_part(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(self.tint))

    def devicePixelRatioF(self) -> float:  # noqa: N802 (Qt's name)
        return 1.0

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 (Qt's name)
        self.name = name

    def update(self, place: QRect) -> None:
        self.asked = place

    def lay(self, dirty: QRect) -> bool:
        paper = QImage(40, 20, QImage.Format.Format_RGB32)
        painter = QPainter(paper)
        laid = self.ahead.lay(painter, dirty)
        painter.end()
        return laid


@pytest.fixture
def plate(qtbot: QtBot) -> Plate:
    del qtbot  # a picture needs an application
    return Plate()


def show(screen: BenchScreen, step: Step) -> None:
    screen.show_step(step, ENGLISH, ZONE)
    QApplication.processEvents()
    QApplication.processEvents()  # it rehearses once it is painted


def tiles(screen: BenchScreen) -> list[QImage]:
    """Small, so that most lie within one part that was painted ahead."""
    places = product(range(0, screen.width(), 40), range(0, screen.height(), 12))
    return [screen.grab(QRect(x, y, 40, 12)).toImage() for x, y in places]


def alike(one: QImage, other: QImage) -> bool:
    """But for rounding, where a letter's edge was blended in another place."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return one == other or max(abs(a - b) for a, b in pairs) <= ROUNDING


def one_more(bench: Packing) -> Step:
    position = bench.next_position
    assert position is not None
    return Step(*ask(bench, Asking(position, 1)))


@pytest.mark.parametrize("counts", [(0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 2, 0), (1, 3, 0)])
def test_a_piece_that_was_rehearsed_looks_like_any_other(
    screen: BenchScreen, counts: tuple[int, ...]
) -> None:
    show(screen, Step(a_bench(counts=counts), OPENED))
    show(screen, one_more(a_bench(counts=counts)))
    laid_down = tiles(screen)
    screen.resize(1367, 769)  # and nothing painted ahead holds any more
    screen.resize(1366, 768)
    assert all(map(alike, laid_down, tiles(screen)))


def test_nothing_stays_of_what_stood_there_before_not_even_after_an_undo(
    screen: BenchScreen,
) -> None:
    order = an_order_of(9)
    steps = [Step(a_bench(order=order, counts=(0,) * 9), OPENED)]
    while isinstance(steps[-1].bench, Packing) and steps[-1].bench.missing > 1:
        steps.append(one_more(steps[-1].bench))
    for before, after in pairwise(steps):
        for step in (before, after, before, after):
            screen.show_step(step, ENGLISH, ZONE)
            QApplication.processEvents()  # painted; what came before is kept until it rehearses
            seen = screen.screen().grabWindow(screen.winId()).toImage()
            assert alike(seen, screen.grab().toImage().convertToFormat(seen.format()))
        show(screen, after)


def test_an_undo_brings_back_the_lines_that_can_be_tapped(screen: BenchScreen) -> None:
    tapped: list[int] = []
    screen.order.chosen.connect(tapped.append)
    show(screen, Step(a_bench(counts=(0, 0, 0)), OPENED))
    before = screen.order.accessibleName()
    show(screen, one_more(a_bench(counts=(0, 0, 0))))
    show(screen, Step(a_bench(counts=(0, 0, 0)), OPENED))
    after = screen.order.accessibleName()
    QTest.mouseClick(screen.order, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert (after, tapped) == (before, [1])


def test_a_minute_that_passes_before_the_expected_piece_is_told(screen: BenchScreen) -> None:
    show(screen, Step(a_bench(counts=(0, 0, 0)), OPENED))
    screen.heading.show_clock(NOON + timedelta(minutes=30))
    told = screen.header.accessibleName()
    show(screen, one_more(a_bench(counts=(0, 0, 0))))
    assert screen.header.accessibleName() == told.replace("0 of", "1 of")


def test_what_was_painted_ahead_is_laid_down_once_it_is_shown(plate: Plate) -> None:
    plate.ahead.paint("tea", ALL)
    assert not plate.lay(ALL)
    assert plate.ahead.take("tea")
    assert plate.lay(QRect(3, 3, 5, 5))


def test_something_else_than_was_expected_is_painted_now(plate: Plate) -> None:
    plate.ahead.paint("tea", ALL)
    assert not plate.ahead.take("soap")
    assert not plate.lay(ALL)


def test_more_than_was_painted_ahead_is_painted_now(plate: Plate) -> None:
    plate.ahead.paint("tea", QRect(0, 0, 10, 10))
    plate.ahead.take("tea")
    assert not plate.lay(QRect(5, 5, 10, 2))


def test_what_came_before_is_there_for_an_undo(plate: Plate) -> None:
    plate.ahead.paint("tea", ALL)
    plate.ahead.take("tea")
    plate.ahead.paint("soap", ALL)
    plate.ahead.take("soap")
    assert plate.ahead.take("tea")


def test_after_a_change_of_size_nothing_is_laid_down(plate: Plate) -> None:
    plate.ahead.paint("tea", ALL)
    plate.ahead.take("tea")
    plate.ahead.forget()
    assert not plate.lay(ALL)
