"""A stop offers what helps, to whoever may do it, and says what signing will ask."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.scans import Release
from packstation.ui.pictures import Pictures
from packstation.ui.stop_screen import StopScreen
from packstation.words.words import Words
from tests import making as made
from tests.keystrokes import NONE

MADRID = ZoneInfo("Europe/Madrid")
FREE = Free(made.a_packer())
HELD, MINE = out.IsHeld("1031", "no teapot", "Joan"), out.IsHeld("1031", "", "", order_id=31)


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[StopScreen]:
    shown = StopScreen(Pictures(tmp_path))
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.hide()


def f4() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F4, NONE)


def test_whoever_may_lets_a_held_order_go_by_tap_and_by_key(
    screen: StopScreen, english: Words, qtbot: QtBot
) -> None:
    screen.show_step(Step(FREE, MINE), english, MADRID)
    with qtbot.waitSignal(screen.wished) as tapped:
        screen.let_go.click()
    with qtbot.waitSignal(screen.wished) as pressed:
        assert screen.press(f4())
    assert tapped.args == pressed.args == [Release(31)]


@pytest.mark.parametrize("outcome", [HELD, out.IsCancelled("1031"), out.WasSent("1031")])
def test_nobody_else_is_offered_it(
    screen: StopScreen, english: Words, qtbot: QtBot, outcome: out.Outcome
) -> None:
    screen.show_step(Step(FREE, MINE), english, MADRID)
    screen.show_step(Step(FREE, outcome), english, MADRID)
    assert screen.let_go.isHidden()
    with qtbot.assertNotEmitted(screen.wished):
        assert not screen.press(f4())


@pytest.mark.parametrize(
    "aside, extra, asked",
    [
        (1, 0, "1 wrong piece: out of the box?"),
        (2, 2, "2 pieces too many: out of the box?"),
        (3, 1, "2 wrong pieces and 1 too many: out of the box?"),
    ],
)
def test_it_says_what_signing_will_ask(
    screen: StopScreen, english: Words, aside: int, extra: int, asked: str
) -> None:
    bench = made.a_bench(aside=aside, extra=extra)
    screen.show_step(Step(bench, made.a_wrong_piece()), english, MADRID)
    assert screen.accessibleName().endswith(asked)


@pytest.mark.parametrize(
    "counts, go_on",
    [
        ((1, 2, 1), "Scan the right one to go on. Signing will ask:"),
        ((1, 3, 1), "Put aside what is over, and sign. Signing will ask:"),
    ],
)
def test_nobody_is_sent_to_scan_what_is_not_missing(
    screen: StopScreen, english: Words, counts: tuple[int, ...], go_on: str
) -> None:
    bench = made.a_bench(counts=counts, aside=1)
    screen.show_step(Step(bench, out.WrongPiece(made.BIG_CUP, None, 0)), english, MADRID)
    assert go_on in screen.accessibleName()
    assert "Missing" not in screen.accessibleName()
