"""Practising: the window says so all the time, and what is scanned goes nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.places import resources
from packstation.ui.practice_window import PracticeWindow
from packstation.words.words import load
from tests import making as made

LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[PracticeWindow]:
    here = PracticeWindow(lambda it: load(it or "en", resources()), tmp_path)
    qtbot.addWidget(here)
    here.resize(1366, 768)
    here.show()
    yield here
    here.close()


def begin(window: PracticeWindow, language: str = "en") -> None:
    shop = made.a_shop(language=language, brand=made.a_brand(name="x" * 80))
    window.show_shop(shop, "PRACTICE")
    packer = made.a_packer(language=language, name=made.LONG_NAME)
    window.show_step(Step(Free(packer), out.Resumed("Marta")))


def box(window: QWidget, it: QWidget) -> QRect:
    return QRect(it.mapTo(window, QPoint(0, 0)), it.size())


@LANGUAGES
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768)])
def test_every_screen_says_that_nothing_counts(
    window: PracticeWindow, size: tuple[int, int], language: str
) -> None:
    window.resize(*size)
    begin(window, language)
    packing = made.a_bench(packer=made.a_packer(language=language))
    for step in (
        Step(packing, out.Opened(packing.order, packing.card)),
        Step(packing, out.UnknownCode("999")),
        Step(packing, made.a_wrong_piece()),
    ):
        window.show_step(step)
        assert window.sign.isVisible()
        assert window.sign.accessibleName()
        up = window.screens.up
        assert up is not None
        assert not box(window, up.header.help).intersects(box(window, window.sign))
        top = window.childAt(window.sign.geometry().center())
        assert top is window.sign or top is window.sign.leave


def test_the_shops_name_gives_way_to_the_word_practice(window: PracticeWindow) -> None:
    begin(window)
    assert window.windowTitle() == "Practice"


def test_a_slip_that_does_not_come_out_is_said_in_the_sign(window: PracticeWindow) -> None:
    begin(window)
    window.show_printing(Printing(printer="Zebra", failed=1, reason="no_paper"))
    assert window.sign.accessibleName() != "Practice: nothing of this counts"


def test_f10_and_the_button_lead_out(window: PracticeWindow, qtbot: QtBot) -> None:
    begin(window)
    with qtbot.waitSignal(window.left):
        QTest.keyClick(window, Qt.Key.Key_F10)
    with qtbot.waitSignal(window.left):
        QTest.mouseClick(window.sign.leave, Qt.MouseButton.LeftButton)
