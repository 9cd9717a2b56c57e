"""Who opens it? Asked by keys and fingers, and never again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.orders import Opener
from packstation.domain.packing import Step
from packstation.domain.scans import TellOpener
from packstation.ui.look import SMALL_BUTTON
from packstation.ui.opener_card import OpenerCard
from packstation.ui.window import Window
from tests import making as made

UNCLEAR = made.an_order(opener=Opener.UNKNOWN)
KEYS = [
    (Qt.Key.Key_F5, Opener.BUYER),
    (Qt.Key.Key_F6, Opener.RECIPIENT),
    (Qt.Key.Key_F7, Opener.UNKNOWN),
]


def at_work(window: Window, **changes: object) -> OpenerCard:
    bench: Packing = made.a_bench(packer=made.a_packer(language="en"), **changes)
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    return window.screens.bench.opener


@pytest.mark.parametrize("key, opener", KEYS)
def test_a_key_tells_who_opens_it(
    window: Window, qtbot: QtBot, key: Qt.Key, opener: Opener
) -> None:
    at_work(window, order=UNCLEAR)
    with qtbot.waitSignal(window.wished) as wish:
        QTest.keyClick(window, key)
    assert wish.args == [TellOpener(opener)]


@pytest.mark.parametrize("place, opener", list(enumerate(it for _, it in KEYS)))
def test_a_finger_tells_who_opens_it(
    window: Window, qtbot: QtBot, place: int, opener: Opener
) -> None:
    button = at_work(window, order=UNCLEAR).answers[place]
    with qtbot.waitSignal(window.wished) as wish:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wish.args == [TellOpener(opener)]
    assert button.height() >= SMALL_BUTTON
    assert button.accessibleName().startswith("Who opens it?")


@pytest.mark.parametrize(
    "order",
    [
        made.an_order(),
        made.an_order(opener=Opener.RECIPIENT),
        made.an_order(opener=Opener.UNKNOWN, opener_told=True),
    ],
)
def test_nobody_is_asked_what_is_known_or_was_answered(
    window: Window, qtbot: QtBot, order: object
) -> None:
    card = at_work(window, order=order)
    assert card.isHidden()
    with qtbot.assertNotEmitted(window.wished):
        QTest.keyClick(window, Qt.Key.Key_F5)


def test_the_touches_stand_below_the_question(window: Window) -> None:
    card = at_work(window, order=UNCLEAR)
    touches = window.screens.bench.touches
    assert card.geometry().bottom() < touches.geometry().top()
    at_work(window)
    assert touches.geometry().top() < card.geometry().bottom()
