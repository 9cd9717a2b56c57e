"""Panels ask for the least, tell it by key or tap, and get out of the way of a scan."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Asking, Free, Packing
from packstation.domain.orders import Detail, Policy, Search
from packstation.domain.packing import Step
from packstation.domain.scans import (
    CountByHand,
    GiveDetail,
    HoldBack,
    OpenOrder,
    Park,
    Problem,
    PutBack,
    Release,
    Reopen,
    Scan,
    Substitute,
    TellProblem,
    TypeCode,
    TypeCount,
)
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.window import Window
from tests import making as made

ENGLISH = made.a_packer(language="en")
BENCH = made.a_bench(packer=ENGLISH)
MANY = replace(
    BENCH, order=made.an_order(lines=(made.a_line(made.CUP, 12),)), counts=(2,), last=(0, 1)
)
FREE = Free(ENGLISH)
F2, F3, F8, F9 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F8, Qt.Key.Key_F9


def at_work(window: Window, bench: Packing = BENCH) -> BenchScreen:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    return window.screens.bench


def wish_of(qtbot: QtBot, window: Window, act: Callable[[], object]) -> object:
    with qtbot.waitSignal(window.wished) as wished:
        act()
    return wished.args[0] if wished.args else None


@pytest.mark.parametrize(
    "number, wish",
    [
        (1, TellProblem(1, Problem.MISSING)),
        (2, TellProblem(1, Problem.DAMAGED)),
        (3, TellProblem(1, Problem.WRONG_STOCK)),
        (7, PutBack()),
    ],
)
def test_two_keys_tell_a_problem(
    window: Window, qtbot: QtBot, number: int, wish: object
) -> None:
    at_work(window)
    QTest.keyClick(window, F9)
    key = Qt.Key(Qt.Key.Key_0 + number)
    assert wish_of(qtbot, window, lambda: QTest.keyClick(window, key)) == wish


def test_a_reason_goes_with_it_and_a_digit_in_it_is_no_choice(
    window: Window, qtbot: QtBot
) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    QTest.keyClicks(screen.panels.problem.reason, "2 broken")
    wish = wish_of(qtbot, window, screen.panels.problem.options[1].click)
    assert wish == TellProblem(1, Problem.DAMAGED, "2 broken")


def test_the_arrows_choose_the_line_a_problem_is_about(window: Window, qtbot: QtBot) -> None:
    at_work(window)
    QTest.keyClick(window, F9)
    QTest.keyClick(window, Qt.Key.Key_Down)
    wish = wish_of(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_1))
    assert wish == TellProblem(2, Problem.MISSING)


def test_a_tap_on_a_row_chooses_its_line(window: Window, qtbot: QtBot) -> None:
    screen = at_work(window)
    QTest.mouseClick(screen.order, Qt.MouseButton.LeftButton, pos=screen.order.rect().topLeft())
    assert "Té verde" in screen.next.accessibleName()
    screen.footer.problem.click()
    wish = wish_of(qtbot, window, screen.panels.problem.options[0].click)
    assert wish == TellProblem(2, Problem.MISSING)


def test_with_every_piece_in_only_the_order_can_have_a_problem(window: Window) -> None:
    screen = at_work(window, replace(BENCH, counts=(1, 3, 1)))
    screen.footer.problem.click()
    shown = [it.label for it in screen.panels.problem.options if it.isVisible()]
    assert shown == ["Hold it…", "Put it aside…", "Empty the box"]


def test_a_hold_may_have_its_reason(window: Window, qtbot: QtBot) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    screen.panels.problem.options[4].click()
    QTest.keyClicks(screen.panels.question.field, "no teapot")
    wish = wish_of(
        qtbot,
        window,
        lambda: QTest.keyClick(screen.panels.question.field, Qt.Key.Key_Return),
    )
    assert wish == HoldBack("no teapot")


def test_an_order_is_put_aside_for_somebody_in_two_taps(window: Window, qtbot: QtBot) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    screen.panels.problem.options[5].click()
    joan = next(it for it in screen.panels.question.choices if it.label == "Joan")
    assert wish_of(qtbot, window, joan.click) == Park("", "Joan")


def test_the_next_scan_is_the_substitute(window: Window, qtbot: QtBot) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    with qtbot.waitSignal(window.expected) as expected:
        screen.panels.problem.options[3].click()
    assert expected.args is not None
    scan = Scan("8412", made.NOON, us="8412us")
    assert expected.args[0](scan) == Substitute(1, "8412", "", "8412us")


def test_a_closed_panel_expects_nothing_any_more(window: Window, qtbot: QtBot) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    screen.panels.problem.options[3].click()
    with qtbot.waitSignal(window.expected) as expected:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert expected.args == [None]


def test_the_whole_count_is_typed_whatever_was_scanned_before(
    window: Window, qtbot: QtBot
) -> None:
    at_work(window, MANY)
    QTest.keyClicks(window, "+")
    QTest.keyClicks(window.focusWidget(), "12")
    wish = wish_of(
        qtbot, window, lambda: QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    )
    assert wish == TypeCount(11)  # the one scanned last, and the ten that are left


def test_a_piece_without_a_code_is_confirmed_by_hand(window: Window, qtbot: QtBot) -> None:
    line = made.a_line(made.a_product(policy=Policy.BY_HAND), 3)
    at_work(window, replace(BENCH, order=made.an_order(lines=(line,)), counts=(0,)))
    assert "carries no code" in window.screens.bench.next.accessibleName()
    assert wish_of(qtbot, window, lambda: QTest.keyClick(window, F8)) == CountByHand(0)


def test_a_lot_can_be_typed(window: Window, qtbot: QtBot) -> None:
    line = made.a_line(made.a_product(asks=(Detail.LOT,)), 3)
    bench = replace(BENCH, order=made.an_order(lines=(line,)), counts=(0,), asking=Asking(0, 1))
    screen = at_work(window, bench)
    assert screen.detail.accessibleName() == "Scan its lot: Taza de barro, pequeña"
    assert window.focusWidget() is screen.detail.field
    QTest.keyClicks(screen.detail.field, "L-22")
    wish = wish_of(
        qtbot, window, lambda: QTest.keyClick(screen.detail.field, Qt.Key.Key_Return)
    )
    assert wish == GiveDetail("L-22")


@pytest.mark.parametrize("step", [Step(BENCH, out.SignedIn("")), Step(FREE, out.SignedIn(""))])
def test_a_code_is_typed_on_either_screen(window: Window, qtbot: QtBot, step: Step) -> None:
    window.show_step(step)
    QTest.keyClick(window, F2)
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "8412345678905")
    wish = wish_of(qtbot, window, lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    assert wish == TypeCode("8412345678905")


@pytest.mark.parametrize(
    "outcome, stays",
    [
        (out.PieceOk(BENCH.order.lines[1], 1), False),
        (made.a_wrong_piece(), False),
        (out.ReadTwice("8412"), True),
        (out.PlanShown(3), True),
        (out.Misread("8412"), True),
    ],
)
def test_a_good_scan_takes_a_panel_away(
    window: Window, outcome: out.Outcome, *, stays: bool
) -> None:
    screen = at_work(window)
    screen.footer.problem.click()
    window.show_step(Step(BENCH, outcome))
    assert (screen.panels.up is not None) is stays
    assert screen.customer.isHidden() is stays


def test_escape_closes_a_panel_and_gives_the_keys_back(window: Window) -> None:
    screen = at_work(window)
    QTest.keyClick(window, F9)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert screen.panels.up is None
    assert window.focusWidget() is screen


def test_the_tab_key_stays_among_what_is_seen(window: Window) -> None:
    screen = at_work(window)
    QTest.keyClick(window, F9)
    seen: list[QWidget | None] = []
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert {*screen.panels.problem.options} <= {*seen}
    assert [it for it in seen if it is None or not it.isVisible()] == []


def test_a_search_opens_its_first_hit_even_if_enter_was_faster(
    window: Window, qtbot: QtBot
) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    QTest.keyClick(window, F3)
    field = window.screens.free.panels.search.field
    with qtbot.waitSignals([window.sought] * 2):
        QTest.keyClicks(field, "10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.show_search(Search("1", ()))
    wish = wish_of(qtbot, window, lambda: window.show_search(Search("10", made.some_hits())))
    assert wish == OpenOrder(1042)


def test_an_answer_to_what_was_typed_over_is_not_shown(window: Window) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    QTest.keyClick(window, F3)
    search = window.screens.free.panels.search
    QTest.keyClicks(search.field, "10")
    window.show_search(Search("1", made.some_hits()))
    assert not any(row.isVisible() for row in search.rows)


@pytest.mark.parametrize("role, buttons", [("packer", 0), ("owner", 1)])
def test_only_an_owner_may_release(window: Window, role: str, buttons: int) -> None:
    owner = made.a_packer(language="en", role=role)
    window.show_step(Step(Free(owner), out.SignedIn("Marta")))
    window.show_overview(made.an_overview())
    shown = [it for it in window.screens.free.rows.releases if it.isVisible()]
    assert [it.accessibleName() for it in shown] == ["Release order 1031"] * buttons


def test_a_release_names_the_order(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(Free(replace(ENGLISH, role="owner")), out.SignedIn("Marta")))
    window.show_overview(made.an_overview())
    wish = wish_of(qtbot, window, window.screens.free.rows.releases[0].click)
    assert wish == Release(1031)


def test_a_sealed_parcel_is_opened_again_with_a_reason(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(FREE, out.SlipShown(made.a_parcel())))
    parcel = window.screens.parcel
    parcel.reopen.click()
    QTest.keyClicks(parcel.panels.question.field, "one cup left")
    wish = wish_of(qtbot, window, parcel.panels.question.send.click)
    assert wish == Reopen("2-26-000417", "one cup left")


def test_a_void_slip_says_so_and_is_not_opened_again(window: Window) -> None:
    void = replace(made.a_parcel(), void_because="one cup left")
    window.show_step(Step(FREE, out.SlipShown(void)))
    assert "is void: one cup left" in window.screens.parcel.accessibleName()
    assert window.screens.parcel.reopen.isHidden()
