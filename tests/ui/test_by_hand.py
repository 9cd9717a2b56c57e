"""A hand on the keyboard, through the real filter: what its keys press, and what they leave."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Free
from packstation.domain.packing import Step
from packstation.domain.scans import OpenOrder, Reply, TypeCode, Undo
from tests import making as made
from tests.keystrokes import ENTER, NONE
from tests.ui.hand import BENCH, ENGLISH, Hand, at_work

FREE = Step(Free(ENGLISH), out.SignedIn("Marta"))
F1, F2, F9 = Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F9
SPACE, ESC, TAB = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


# ---- Enter


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter, SPACE])
def test_enter_presses_the_row_with_the_focus_as_the_space_bar_does(
    hand: Hand, key: Qt.Key
) -> None:
    hand.window.show_step(FREE)
    hand.window.show_overview(made.an_overview())
    hand.window.screens.free.rows.rows[1].setFocus()
    hand.hit(key)
    assert hand.wishes == [OpenOrder(1045)]


def test_enter_presses_a_button(hand: Hand) -> None:
    at_work(hand)
    hand.window.screens.bench.footer.undo.setFocus()
    hand.hit(ENTER)
    assert hand.wishes == [Undo()]


def test_enter_presses_nothing_that_nobody_chose(hand: Hand) -> None:
    at_work(hand)
    hand.hit(ENTER)
    assert hand.wishes == []


@pytest.mark.parametrize("late_ms", [0, 5, 60, 150, 240])
def test_a_scanners_enter_presses_nothing_however_late_it_comes(
    hand: Hand, late_ms: int
) -> None:
    at_work(hand)
    hand.window.screens.bench.footer.undo.setFocus()
    hand.keyboard.pause()
    hand.keyboard.type("8412345678905")
    hand.keyboard.pause(late_ms)
    hand.keyboard.press(ENTER)
    hand.qtbot.waitUntil(lambda: hand.scans == ["8412345678905"])
    assert hand.wishes == []


def test_a_held_enter_presses_once(hand: Hand) -> None:
    at_work(hand)
    undo = hand.window.screens.bench.footer.undo
    undo.setFocus()
    hand.hit(ENTER)
    event = _held_down(ENTER)
    QApplication.sendEvent(undo, event)
    assert hand.wishes == [Undo()]


def _held_down(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE, "\r", autorep=True)


# ---- the focus


def test_after_a_typed_code_the_focus_is_where_it_was(hand: Hand) -> None:
    at_work(hand)
    chosen = _gives(hand)[1]
    chosen.setFocus()
    hand.hit(F2)
    hand.type("8412")
    hand.hit(ENTER)
    hand.window.show_step(Step(BENCH, out.PieceOk(BENCH.order.lines[1], 1)))
    assert hand.wishes == [TypeCode("8412")]
    assert hand.focus is chosen


@pytest.mark.parametrize("panel", [F2, F9])
def test_a_closed_panel_gives_the_focus_back(hand: Hand, panel: Qt.Key) -> None:
    at_work(hand)
    chosen = _gives(hand)[0]
    chosen.setFocus()
    hand.hit(panel)
    hand.hit(ESC)
    assert hand.focus is chosen


def test_a_stop_gives_the_focus_back(hand: Hand) -> None:
    at_work(hand)
    chosen = _gives(hand)[1]
    chosen.setFocus()
    hand.window.show_step(Step(BENCH, made.a_wrong_piece()))
    hand.hit(ESC)
    assert hand.focus is chosen


def test_the_focus_goes_on_to_the_next_touch_and_after_the_last_to_the_screen(
    hand: Hand,
) -> None:
    at_work(hand)
    _gives(hand)[0].setFocus()
    after = [_answered(hand, n) for n in (1, 2, 3)]
    assert after[:2] == _names(hand, 2, 3)
    assert hand.focus is hand.window.screens.bench


def test_the_arrows_choose_lines_wherever_the_focus_is(hand: Hand) -> None:
    at_work(hand)
    screen = hand.window.screens.bench
    screen.footer.undo.setFocus()
    hand.hit(DOWN)
    assert "Té verde" in screen.next.accessibleName()
    assert hand.focus is screen.footer.undo


def test_the_arrows_go_from_row_to_row(hand: Hand) -> None:
    hand.window.show_step(FREE)
    hand.window.show_overview(made.an_overview())
    rows = hand.window.screens.free.rows.rows
    rows[1].setFocus()
    hand.hit(DOWN)
    assert hand.focus is rows[2]
    hand.hit(UP)
    assert hand.focus is rows[1]


def test_the_way_back_from_a_pin_ends_at_the_name_that_was_chosen(hand: Hand) -> None:
    sign_in = hand.window.screens.sign_in
    sign_in.names[1].setFocus()
    hand.hit(ENTER)
    asked = sign_in.pad.accessibleName()
    hand.hit(ESC)
    assert asked == "The PIN of Joan"
    assert hand.focus is sign_in.names[1]


# ---- all keys


def test_all_keys_are_shown_over_a_half_typed_word_and_leave_it_alone(hand: Hand) -> None:
    at_work(hand)
    hand.hit(F9)
    reason = hand.window.screens.bench.panels.problem.reason
    reason.setFocus()
    hand.type("cup")
    hand.hit(F1)
    assert hand.window.screens.up is hand.window.screens.keys
    hand.hit(F1)
    assert (reason.text(), hand.focus) == ("cup", reason)


def test_all_keys_go_away_with_the_next_scan(hand: Hand) -> None:
    at_work(hand)
    hand.hit(F1)
    hand.window.show_step(Step(BENCH, out.PieceOk(BENCH.order.lines[1], 1)))
    assert hand.window.screens.up is hand.window.screens.bench


def test_the_tab_key_reaches_the_question_mark(hand: Hand) -> None:
    at_work(hand)
    hand.window.screens.bench.header.help.setFocus()
    hand.hit(ENTER)
    assert hand.window.screens.up is hand.window.screens.keys


def _gives(hand: Hand) -> list[QWidget]:
    """The buttons that give a touch, in their order."""
    return [card.give for card in hand.window.screens.bench.touches.cards]


def _names(hand: Hand, *numbers: int) -> list[str]:
    return [_gives(hand)[n - 1].accessibleName() for n in numbers]


def _answered(hand: Hand, count: int) -> str:
    """Where the focus is once the first ``count`` touches have been given."""
    keys = ("box", "note", "lemon")[:count]
    answers = {key: Answer(Reply.GIVEN, made.NOON) for key in keys}
    bench = made.a_bench(packer=ENGLISH, answers=answers)
    hand.window.show_step(Step(bench, out.TouchDone(keys[-1], Reply.GIVEN)))
    return hand.focus.accessibleName() if hand.focus is not None else ""


def test_the_focus_stays_with_its_order_when_others_have_left(hand: Hand) -> None:
    hand.window.show_step(FREE)
    overview = made.an_overview()
    hand.window.show_overview(overview)
    rows = hand.window.screens.free.rows.rows
    rows[2].setFocus()
    hand.window.show_overview(made.an_overview(waiting=overview.waiting[1:]))
    hand.hit(ENTER)
    assert hand.wishes == [OpenOrder(overview.waiting[2].id)]


def test_the_focus_of_an_order_that_has_left_goes_to_no_other(hand: Hand) -> None:
    hand.window.show_step(FREE)
    overview = made.an_overview()
    hand.window.show_overview(overview)
    hand.window.screens.free.rows.rows[0].setFocus()
    hand.window.show_overview(made.an_overview(waiting=overview.waiting[1:]))
    hand.hit(ENTER)
    assert hand.wishes == []
