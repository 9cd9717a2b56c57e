"""Whoever taps may have no keyboard: what a tap opens brings keys, what a key opens not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.scans import HoldBack, Problem, TellProblem, TypeCode
from packstation.ui.touch_keys import TouchKeys
from packstation.ui.window import Window
from tests import making as made

ENGLISH = made.a_packer(language="en")
BENCH = made.a_bench(packer=ENGLISH)
LEAST = 48


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def _bench_code(window: Window) -> TouchKeys:
    tap(window.screens.bench.footer.code)
    return window.screens.bench.panels.question.keys


def _hold(window: Window) -> TouchKeys:
    tap(window.screens.bench.footer.problem)
    tap(window.screens.bench.panels.problem.options[4])
    return window.screens.bench.panels.question.keys


def _reason(window: Window) -> TouchKeys:
    tap(window.screens.bench.footer.problem)
    tap(window.screens.bench.panels.problem.reason)
    return window.screens.bench.panels.problem.keys


def _free_code(window: Window) -> TouchKeys:
    window.show_step(Step(Free(ENGLISH), out.SignedIn("Marta")))
    tap(window.screens.free.code)
    return window.screens.free.panels.question.keys


def _search(window: Window) -> TouchKeys:
    window.show_step(Step(Free(ENGLISH), out.SignedIn("Marta")))
    tap(window.screens.free.seek)
    return window.screens.free.panels.search.keys


def _reopen(window: Window) -> TouchKeys:
    window.show_step(Step(Free(ENGLISH), out.SlipShown(made.a_parcel())))
    tap(window.screens.parcel.reopen)
    return window.screens.parcel.panels.question.keys


WAYS = [_bench_code, _hold, _reason, _free_code, _search, _reopen]


@pytest.mark.parametrize("way", WAYS)
def test_a_tap_brings_keys_a_finger_can_hit(
    window: Window, way: Callable[[Window], TouchKeys]
) -> None:
    window.show_step(Step(BENCH, out.Opened(BENCH.order, BENCH.card)))
    keys = way(window)
    shown = (*keys.letters.values(), keys.space, keys.wipe)
    assert keys.isVisible()
    assert {*"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"} <= {*keys.letters}
    assert [it.label for it in shown if min(it.width(), it.height()) < LEAST] == []
    assert [it.label for it in shown if not keys.rect().contains(it.geometry())] == []
    assert [it for it in shown if not it.accessibleName()] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F9])
def test_a_key_brings_none_even_after_a_tap(window: Window, key: Qt.Key) -> None:
    window.show_step(Step(BENCH, out.Opened(BENCH.order, BENCH.card)))
    panels = window.screens.bench.panels
    tap(window.screens.bench.footer.code)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, key)
    assert (panels.question.keys.isVisible(), panels.problem.keys.isVisible()) == (False, False)


def test_a_code_is_typed_by_taps_alone(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(BENCH, out.Opened(BENCH.order, BENCH.card)))
    keys = _bench_code(window)
    for pressed in (*map(keys.letters.__getitem__, "A-17X"), keys.wipe, keys.space):
        tap(pressed)
    with qtbot.waitSignal(window.wished) as wished:
        tap(window.screens.bench.panels.question.send)
    assert wished.args == [TypeCode("A-17")]


def test_a_reason_is_typed_by_taps_alone(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(BENCH, out.Opened(BENCH.order, BENCH.card)))
    keys, problem = _reason(window), window.screens.bench.panels.problem
    tap(keys.letters["X"])
    with qtbot.waitSignal(window.wished) as wished:
        tap(problem.options[1])
    assert wished.args == [TellProblem(1, Problem.DAMAGED, "X")]


def test_a_hold_is_told_by_taps_alone(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(BENCH, out.Opened(BENCH.order, BENCH.card)))
    keys = _hold(window)
    tap(keys.letters["Y"])
    with qtbot.waitSignal(window.wished) as wished:
        tap(window.screens.bench.panels.question.send)
    assert wished.args == [HoldBack("Y")]
