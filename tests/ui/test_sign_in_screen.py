"""Signing in: names, PIN, and what is never shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Unattended
from packstation.domain.packing import Step
from packstation.domain.scans import SignIn
from packstation.ui.sign_in_screen import SignInScreen
from packstation.ui.window import Window
from tests import making as made


@pytest.fixture
def screen(window: Window) -> SignInScreen:
    return window.screens.sign_in


def test_the_pin_goes_in_by_the_keys_on_the_screen(screen: SignInScreen, qtbot: QtBot) -> None:
    screen.names[0].click()
    with qtbot.waitSignal(screen.wished) as wished:
        for digit in (4, 8, 2, 6):
            screen.pad.digits[digit - 1].click()
        screen.pad.enter.click()
    assert wished.args == [SignIn(1, "4826")]


def test_the_pad_never_opens_for_whoever_has_no_pin(window: Window, qtbot: QtBot) -> None:
    screen = window.screens.sign_in
    window.show_people((made.a_packer(has_pin=False), made.a_packer(id=2, name="Joan")))
    with qtbot.waitSignal(screen.wished) as wished:
        screen.names[0].click()
    assert wished.args == [SignIn(1, "")]
    assert screen.pad.isHidden()
    with qtbot.assertNotEmitted(screen.wished):
        screen.names[1].click()
    assert not screen.pad.isHidden()


def test_a_digit_too_many_is_wiped(screen: SignInScreen, qtbot: QtBot) -> None:
    screen.names[0].click()
    QTest.keyClicks(screen.pad, "48267")
    QTest.keyClick(screen.pad, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(screen.wished) as wished:
        screen.pad.enter.click()
    assert wished.args == [SignIn(1, "4826")]


def test_a_pin_that_is_too_short_is_not_sent(screen: SignInScreen, qtbot: QtBot) -> None:
    screen.names[0].click()
    QTest.keyClicks(screen.pad, "482")
    with qtbot.assertNotEmitted(screen.wished):
        screen.pad.enter.click()


def test_a_pin_is_shown_as_dots_and_said_nowhere(screen: SignInScreen) -> None:
    screen.names[0].click()
    QTest.keyClicks(screen.pad, "1111")
    ones = screen.pad.grab().toImage()
    QTest.keyClicks(screen.pad, "\b")
    screen.pad.ask(made.a_packer(), screen.pad.words)
    QTest.keyClicks(screen.pad, "9876")
    assert screen.pad.grab().toImage() == ones
    assert "9876" not in screen.pad.accessibleName() + screen.accessibleName()


def test_a_wrong_pin_may_be_tried_again(window: Window, qtbot: QtBot) -> None:
    screen = window.screens.sign_in
    screen.names[0].click()
    QTest.keyClicks(screen.pad, "1111")
    window.show_step(Step(Unattended(), out.PinWrong("Marta", 2)))
    assert screen.pad.isVisible()
    with qtbot.assertNotEmitted(screen.wished):
        screen.pad.enter.click()


def test_after_too_many_tries_it_asks_who_it_is(window: Window) -> None:
    screen = window.screens.sign_in
    screen.names[0].click()
    window.show_step(Step(Unattended(), out.PinWrong("Marta", 0)))
    assert not screen.pad.isVisible()
    assert "Too many tries for Marta" in screen.accessibleName()


def test_a_stray_scan_does_not_take_the_pin_away(window: Window) -> None:
    window.screens.sign_in.names[0].click()
    window.show_step(Step(Unattended(), out.SignInFirst()))
    assert window.screens.sign_in.pad.isVisible()


def test_escape_asks_who_it_is_again(screen: SignInScreen) -> None:
    screen.names[0].click()
    QTest.keyClick(screen.pad, Qt.Key.Key_Escape)
    assert not screen.pad.isVisible()
    assert screen.names[0].isVisible()


def test_every_name_can_be_reached_however_many_there_are(window: Window) -> None:
    people = tuple(made.a_packer(id=n, name=f"Person {n}") for n in range(1, 31))
    window.show_people(people)
    screen = window.screens.sign_in
    seen = {name.label for name in screen.names if name.isVisible()}
    screen.more.click()
    seen |= {name.label for name in screen.names if name.isVisible()}
    screen.more.click()
    seen |= {name.label for name in screen.names if name.isVisible()}
    assert seen == {packer.name for packer in people}


def test_it_shows_before_anything_is_loaded(window: Window) -> None:
    window.show_people(())
    assert window.screens.sign_in.accessibleName() == "Scan your badge"


def test_it_says_how_far_the_demo_shop_is(window: Window) -> None:
    window.show_progress(0.4)
    assert "demo shop" in window.screens.sign_in.accessibleName()
    window.show_people((made.a_packer(),))
    assert window.screens.sign_in.accessibleName() == "Scan your badge"
