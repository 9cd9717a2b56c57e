"""The panel for the shelves: what it asks, what it is told, and what its keys choose."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Free
from packstation.domain.outcomes import SignedIn
from packstation.domain.packing import Step
from packstation.domain.picking import (
    MOST_SLOTS,
    AskPicking,
    PickingChoice,
    PickingOut,
    PrintPicking,
    ToPick,
)
from packstation.ui.picking_panel import PickingPanel
from packstation.ui.window import Window
from tests import making as made
from tests.picking_states import THERE
from tests.ui.hand import Hand

MARTA = made.a_packer(language="en")
Asked = list[tuple[object, object]]


@pytest.fixture
def panel(window: Window) -> PickingPanel:
    window.show_step(Step(Free(MARTA), SignedIn("Marta")))
    window.show_overview(made.an_overview())
    return window.screens.free.panels.picking


@pytest.fixture
def asked(window: Window) -> Asked:
    errands: Asked = []
    window.screens.errand_asked.connect(lambda *it: errands.append(it))
    return errands


def _open(panel: PickingPanel, window: Window, there: ToPick = THERE) -> None:
    window.screens.free.panels.open_picking(MARTA)
    window.screens.tell(there)
    assert panel.isVisible()


def test_f6_asks_what_waits_and_says_it(
    panel: PickingPanel, window: Window, hand: Hand, asked: Asked
) -> None:
    hand.hit(Qt.Key.Key_F6)
    window.screens.tell(THERE)
    assert asked == [(AskPicking(), MARTA)]
    assert "23 orders wait · 12 leave before 14:00" in panel.accessibleName()


def test_what_was_chosen_here_last_is_chosen_again(panel: PickingPanel, window: Window) -> None:
    _open(panel, window, replace(THERE, choice=PickingChoice(7, 4)))
    assert (panel.orders, panel.choice) == (7, PickingChoice(7, 4))
    assert "The next 7 orders 2 carts" in panel.accessibleName()


@pytest.mark.parametrize("before, orders", [(12, 12), (0, 10)])
def test_a_new_bench_begins_with_what_leaves_next(
    panel: PickingPanel, window: Window, before: int, orders: int
) -> None:
    _open(panel, window, replace(THERE, before=before, choice=PickingChoice()))
    assert panel.orders == orders


@pytest.mark.parametrize(
    "keys, choice",
    [
        ([Qt.Key.Key_Right], PickingChoice(13, 6)),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left], PickingChoice(10, 6)),
        ([Qt.Key.Key_Right, Qt.Key.Key_1], PickingChoice(0, 6)),
        ([Qt.Key.Key_2], PickingChoice(0, 0)),
        ([Qt.Key.Key_2, Qt.Key.Key_Up], PickingChoice(0, 6)),
        ([Qt.Key.Key_Down], PickingChoice(0, 5)),
    ],
)
def test_its_keys_choose(
    panel: PickingPanel,
    window: Window,
    hand: Hand,
    keys: list[Qt.Key],
    choice: PickingChoice,
) -> None:
    _open(panel, window)
    for key in keys:
        hand.hit(key)
    assert panel.choice == choice


def test_beside_a_plus_or_a_minus_stands_no_key_that_reads_as_an_amount(
    panel: PickingPanel,
) -> None:
    signs = (panel.fewer, panel.more, panel.smaller, panel.larger)
    assert [it.hint for it in signs] == ["←", "→", "↓", "↑"]


def test_its_keys_choose_wherever_in_it_the_keyboard_is(
    panel: PickingPanel, window: Window
) -> None:
    _open(panel, window)
    panel.print.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(panel.print, key)
    assert panel.choice == PickingChoice(13, 5)


def test_no_more_are_chosen_than_wait_and_no_fewer_than_one(
    panel: PickingPanel, window: Window
) -> None:
    _open(
        panel, window, replace(THERE, waiting=2, before=0, choice=PickingChoice(2, MOST_SLOTS))
    )
    panel.more.click()
    panel.larger.click()
    assert panel.choice == PickingChoice(2, MOST_SLOTS)
    panel.fewer.click()
    panel.fewer.click()
    assert panel.choice.orders == 1


def test_enter_prints_and_what_came_of_it_is_said(
    panel: PickingPanel, window: Window, hand: Hand, asked: Asked
) -> None:
    _open(panel, window)
    asked.clear()

    hand.hit(Qt.Key.Key_Return)
    hand.hit(Qt.Key.Key_Return)  # before the answer is there: it counts once
    window.screens.tell(PickingOut(orders=12, where="HL-118"))

    assert asked == [(PrintPicking(MARTA, PickingChoice(0, 6)), MARTA)]
    assert "The picking sheets of 12 orders went to the printer." in panel.accessibleName()


@pytest.mark.parametrize(
    "news, said",
    [
        (PickingOut(orders=1, where="HL-118"), "The picking sheet went to the printer."),
        (PickingOut(orders=1, where="p.pdf"), "The picking sheet is in the folder: p.pdf"),
        (PickingOut(orders=2, trouble="jam"), "did not come out. Paper is stuck"),
        (PickingOut(orders=0), "No order waits. Nothing was printed."),
    ],
)
def test_where_the_papers_are_or_why_not(
    panel: PickingPanel, window: Window, news: PickingOut, said: str
) -> None:
    _open(panel, window)
    window.screens.tell(news)
    assert said in panel.accessibleName()


def test_after_a_jam_they_can_be_asked_for_again(
    panel: PickingPanel, window: Window, asked: Asked
) -> None:
    _open(panel, window)
    panel.print.click()
    window.screens.tell(PickingOut(orders=12, trouble="jam"))
    asked.clear()
    panel.print.click()
    assert len(asked) == 1


def test_what_failed_asks_to_be_printed_again_and_says_so(
    panel: PickingPanel, window: Window
) -> None:
    _open(panel, window)
    ready = panel.print.grab().toImage()
    window.screens.tell(PickingOut(orders=12, trouble="jam"))
    assert (panel.print.label, panel.print.hint) == ("Try to print again", "⏎")
    panel.more.click()
    panel.fewer.click()
    assert panel.print.label == "Print 12 sheets"
    assert panel.print.grab().toImage() == ready


def test_enter_does_not_print_what_has_just_come_out(
    panel: PickingPanel, window: Window, hand: Hand, asked: Asked
) -> None:
    _open(panel, window)
    panel.print.setFocus()
    window.screens.tell(PickingOut(orders=12, where="HL-118"))
    asked.clear()

    hand.hit(Qt.Key.Key_Return)
    assert (panel.print.label, asked) == ("Print once more", [])

    hand.hit(Qt.Key.Key_3)
    assert len(asked) == 1


def test_where_nothing_waits_there_is_nothing_to_press(
    panel: PickingPanel, window: Window
) -> None:
    _open(panel, window, replace(THERE, waiting=0, before=0))
    assert "enjoy the quiet" in panel.accessibleName()
    assert [panel.print.isHidden(), panel.more.isHidden()] == [True, True]


def test_a_good_scan_takes_the_panel_away(
    panel: PickingPanel, window: Window, qtbot: QtBot
) -> None:
    _open(panel, window)
    window.show_step(Step(Free(MARTA), SignedIn("Marta")))
    qtbot.waitUntil(lambda: not panel.isVisible())
