"""Signing on the screen."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from packstation.ui.office.signature_pad import SignaturePad
from packstation.words.words import Words
from tests.making import SIGNATURE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot, english: Words) -> SignaturePad:
    it = SignaturePad()
    qtbot.addWidget(it)
    it.resize(900, 320)
    it.say(english)
    it.show()
    return it


def _draw(pad: SignaturePad, *places: tuple[int, int]) -> None:
    first, *rest = (QPoint(*it) for it in places)
    QTest.mousePress(pad, LEFT, pos=first)
    for place in rest:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*places[-1]))


def _pen(pad: SignaturePad, kind: QEvent.Type, at: tuple[int, int], pressure: float) -> None:
    held = Qt.MouseButton.NoButton
    place = QPointF(*at)
    pen = QPointingDevice.primaryPointingDevice()
    keys = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, pen, place, place, pressure, 0, 0, 0, 0, 0, keys, LEFT, held)
    QApplication.sendEvent(pad, event)
    assert event.isAccepted()


def test_a_mouse_signs(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        _draw(pad, (100, 200), (300, 100), (500, 200))

    (stroke,) = pad.strokes
    assert stroke[0][0] < stroke[-1][0]
    assert min(y for _, y in stroke) < stroke[0][1]


def test_the_same_hand_leaves_the_same_strokes_on_a_pad_of_any_size(
    pad: SignaturePad,
) -> None:
    pad.resize(924, 324)
    _draw(pad, (12 + 90, 12 + 90), (12 + 450, 12 + 240))
    (large,) = pad.strokes
    pad.clear()

    pad.resize(324, 124)
    _draw(pad, (12 + 30, 12 + 30), (12 + 150, 12 + 80))

    (small,) = pad.strokes
    assert small[0] == pytest.approx(large[0], abs=0.04)
    assert small[-1] == pytest.approx(large[-1], abs=0.04)


def test_a_pen_signs_while_it_presses(pad: SignaturePad) -> None:
    _pen(pad, QEvent.Type.TabletPress, (100, 100), 0.4)
    _pen(pad, QEvent.Type.TabletMove, (400, 200), 0.6)
    _pen(pad, QEvent.Type.TabletMove, (400, 20), 0.0)
    _pen(pad, QEvent.Type.TabletRelease, (400, 20), 0.0)

    (stroke,) = pad.strokes
    assert max(y for _, y in stroke) == stroke[-1][1]


def test_a_finger_signs_and_a_second_one_does_not(pad: SignaturePad) -> None:
    screen = QTest.createTouchDevice()
    touch = QTest.touchEvent(pad, screen)
    touch.press(1, QPoint(100, 100), pad).commit()
    touch.move(1, QPoint(300, 200), pad).press(2, QPoint(700, 250), pad).commit()
    touch.release(1, QPoint(300, 200), pad).release(2, QPoint(700, 250), pad).commit()

    (stroke,) = pad.strokes
    assert max(x for x, _ in stroke) < 0.5


def test_the_last_stroke_is_taken_back_and_clearing_too(pad: SignaturePad) -> None:
    _draw(pad, (100, 200), (300, 100))
    first = pad.strokes
    _draw(pad, (500, 200), (600, 100))
    both = pad.strokes

    pad.clear()
    assert pad.strokes == ()
    pad.undo()
    assert pad.strokes == both
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.strokes == first
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.strokes == ()
    pad.undo()
    assert pad.strokes == ()


def test_a_signature_that_is_there_stays_to_the_letter(pad: SignaturePad) -> None:
    pad.begin_with(SIGNATURE)

    pad.undo()  # there is nothing to undo yet
    assert pad.strokes == SIGNATURE
    assert pad.accessibleName() == "Signature: signed"


def test_a_picture_comes_in_the_place_of_what_was_drawn_and_goes_as_one(
    pad: SignaturePad,
) -> None:
    _draw(pad, (100, 200), (300, 100))
    drawn = pad.strokes

    pad.take(SIGNATURE)
    assert pad.strokes == SIGNATURE
    pad.undo()
    assert pad.strokes == drawn


def test_what_is_drawn_can_be_seen_while_it_is_drawn(pad: SignaturePad) -> None:
    blank = pad.grab().toImage()
    QTest.mousePress(pad, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(pad, QPoint(500, 200))

    assert pad.grab().toImage() != blank
    assert pad.strokes == ()


def test_it_is_three_times_as_wide_as_high(pad: SignaturePad) -> None:
    assert pad.hasHeightForWidth()
    assert pad.heightForWidth(900) == 300
