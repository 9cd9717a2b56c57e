"""A slip printed again, and the question for a slip of which nobody knows."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.records import Parcel, Printing, PrintState
from packstation.domain.scans import Reprint, TellPaper
from packstation.ui.window import Window
from tests import making as made

FREE = Free(made.a_packer(language="en"))
SLIP = "2-26-000417"
LOST_SIGHT = made.a_parcel(state=PrintState.UNKNOWN)
IN_DOUBT = Printing(printer="b", perhaps=1, reason="perhaps printed", doubt=LOST_SIGHT)


@pytest.fixture
def free(window: Window) -> Window:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    window.show_overview(made.an_overview())
    return window


def looks_at(window: Window, parcel: Parcel) -> None:
    window.show_step(Step(FREE, out.SlipShown(parcel)))


def wish_of(qtbot: QtBot, window: Window, act: Callable[[], object]) -> object:
    with qtbot.waitSignal(window.wished) as wished:
        act()
    return wished.args[0] if wished.args else None


def press(window: Window, key: Qt.Key) -> Callable[[], None]:
    return lambda: QTest.keyClick(window.focusWidget(), key)


# ---- printed again


@pytest.mark.parametrize(
    "key, reason",
    [(Qt.Key.Key_1, "jammed"), (Qt.Key.Key_2, "torn"), (Qt.Key.Key_3, "lost")],
)
def test_by_keys_alone_a_slip_is_printed_again(
    free: Window, qtbot: QtBot, key: Qt.Key, reason: str
) -> None:
    looks_at(free, made.a_parcel())
    press(free, Qt.Key.Key_F5)()
    assert wish_of(qtbot, free, press(free, key)) == Reprint(SLIP, reason)


@pytest.mark.parametrize("choice, reason", [(0, "jammed"), (1, "torn"), (2, "lost")])
def test_by_taps_alone_a_slip_is_printed_again(
    free: Window, qtbot: QtBot, choice: int, reason: str
) -> None:
    looks_at(free, made.a_parcel())
    parcel = free.screens.parcel
    parcel.reprint.click()
    button = parcel.panels.question.choices[choice]
    assert button.isVisible()
    assert wish_of(qtbot, free, button.click) == Reprint(SLIP, reason)


def test_a_reason_of_ones_own_is_typed_without_going_to_the_field_first(
    free: Window, qtbot: QtBot
) -> None:
    looks_at(free, made.a_parcel())
    press(free, Qt.Key.Key_F5)()
    QTest.keyClicks(free.focusWidget(), "w")
    QTest.keyClicks(free.focusWidget(), "et tea, 2 cups")
    wish = wish_of(qtbot, free, press(free, Qt.Key.Key_Return))
    assert wish == Reprint(SLIP, "wet tea, 2 cups")


def test_what_was_printed_again_says_how_often_by_whom_when_and_why(free: Window) -> None:
    free.show_step(Step(FREE, out.CopyPrints(made.a_copied_parcel(), 3)))
    said = free.screens.parcel.accessibleName()
    assert free.screens.up is free.screens.parcel
    assert "Slip 2-26-000417 prints again, as copy 3" in said
    assert "Printed again 2 times, last by Marta, 13:10: se mojó con el té" in said


@pytest.mark.parametrize(
    "parcel",
    [
        replace(made.a_parcel(), void_because="one cup left"),
        made.a_parcel(state=PrintState.QUEUED),
        LOST_SIGHT,
    ],
)
def test_no_copy_is_offered_where_it_would_be_wrong(free: Window, parcel: Parcel) -> None:
    looks_at(free, parcel)
    assert free.screens.parcel.reprint.isHidden()
    press(free, Qt.Key.Key_F5)()
    assert free.screens.parcel.panels.up is None


# ---- did it come out?


@pytest.mark.parametrize(
    "key, came_out", [(Qt.Key.Key_F7, True), (Qt.Key.Key_F8, False)], ids=["yes", "no"]
)
def test_the_free_screen_asks_for_a_slip_and_keys_answer(
    free: Window, qtbot: QtBot, key: Qt.Key, *, came_out: bool
) -> None:
    free.show_printing(IN_DOUBT)
    asked = free.screens.free.paper
    assert asked.isVisible()
    assert asked.accessibleName().startswith("Did slip 2-26-000417 come out?")
    assert wish_of(qtbot, free, press(free, key)) == TellPaper(SLIP, came_out)


def test_taps_answer_too(free: Window, qtbot: QtBot) -> None:
    free.show_printing(IN_DOUBT)
    asked = free.screens.free.paper
    wishes = [wish_of(qtbot, free, button.click) for button in (asked.yes, asked.no)]
    assert wishes == [TellPaper(SLIP, came_out=True), TellPaper(SLIP, came_out=False)]


def test_nothing_is_asked_once_it_is_known(free: Window) -> None:
    free.show_printing(IN_DOUBT)
    free.show_printing(Printing(printer="b"))
    assert not free.screens.free.paper.isVisible()


def test_the_question_and_the_rows_share_the_room_and_a_panel_has_all_of_it(
    free: Window,
) -> None:
    free.show_printing(IN_DOUBT)
    screen = free.screens.free
    assert screen.paper.geometry().bottom() < screen.rows.geometry().top()
    screen.seek.click()
    assert not screen.paper.isVisible()
    screen.panels.close_panel()
    assert screen.paper.isVisible()


def test_trying_again_is_not_offered_for_what_may_have_come_out(free: Window) -> None:
    free.show_printing(IN_DOUBT)
    header = free.screens.free.header
    assert "Did 1 slip print?" in header.accessibleName()
    assert header.retry.isHidden()


def test_the_parcel_itself_asks_and_is_shown_with_the_answer(
    free: Window, qtbot: QtBot
) -> None:
    looks_at(free, LOST_SIGHT)
    screen = free.screens.parcel
    wish = wish_of(qtbot, free, press(free, Qt.Key.Key_F7))
    free.show_step(Step(FREE, out.CameOut(made.a_parcel(seen_by="Marta"))))
    assert wish == TellPaper(SLIP, came_out=True)
    assert free.screens.up is screen
    assert not screen.paper.isVisible()
    assert "The slip came out: Marta saw it." in screen.accessibleName()


def test_an_answer_at_the_free_screen_stays_there(free: Window) -> None:
    free.show_printing(IN_DOUBT)
    free.show_step(Step(FREE, out.CameOut(made.a_parcel(seen_by="Marta"))))
    assert free.screens.up is free.screens.free
    assert "Slip 2-26-000417 came out: noted" in free.screens.free.accessibleName()
