"""What X says of the keys, byte by byte, becomes the second reading of a scan."""

import ctypes
import struct

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from packstation.devices.us_keyboard import X_OFFSET, typed_on_us
from packstation.devices.wedge import GS
from packstation.ui.keyboard import ScanFilter
from packstation.ui.x_keys import XKeys, watch_keys
from tests.keystrokes import ENTER, Keyboard
from tests.ui.watch import Watch, composed

GAP = 35
CODES = {typed_on_us(code, shift=False): code for code in range(58)}
RETURN, TAB, BRACKET, M = 28, 15, 27, 50
ALT, KEYPAD = 56, {"0": 82, "2": 80, "9": 73}
SHIFT_HELD, CAPS_HELD, CTRL_HELD, ALT_HELD, SUPER_HELD = 1, 2, 4, 8, 64


class X:
    """Tells of keys as the X server does."""

    def __init__(self) -> None:
        self.keys = XKeys()

    def press(self, code: int, tick: int, held: int = 0, kind: int = 2) -> None:
        told = struct.pack("=BBxxI20xHxx", kind, code + X_OFFSET, tick, held)
        message = ctypes.create_string_buffer(told, len(told))
        kept = self.keys.nativeEventFilter(
            QByteArray(b"xcb_generic_event_t"), ctypes.addressof(message)
        )
        assert kept == (False, 0)

    def type(self, text: str, tick: int, pace: int = 5) -> int:
        for letter in text:
            self.press(CODES[letter], tick)
            tick += pace
        return tick


def test_a_burst_is_read_up_to_its_enter_and_the_next_from_there() -> None:
    x = X()
    first = x.type("abc", 100)
    x.press(RETURN, first)
    second = x.type("12", first + 1)
    x.press(RETURN, second)

    assert x.keys.read(first, GAP) == "abc"
    assert x.keys.read(second, GAP) == "12"
    assert x.keys.read(second, GAP) == ""


def test_what_a_hand_typed_before_is_no_part_of_the_burst() -> None:
    x = X()
    x.type("zz", 100, pace=200)
    end = x.type("abcd", 1000)

    assert x.keys.read(end, GAP) == "abcd"


def test_keys_that_qt_never_showed_still_belong_to_the_end_of_their_burst() -> None:
    x = X()
    x.type("abcd''", 100)

    assert x.keys.read(115, GAP) == "abcd''"


def test_a_second_enter_behind_a_code_begins_nothing() -> None:
    x = X()
    end = x.type("abc", 100)
    x.press(RETURN, end)
    x.press(RETURN, end + 1)
    later = x.type("12", end + 500)

    assert x.keys.read(end, GAP) == "abc"
    assert x.keys.read(later, GAP) == "12"


@pytest.mark.parametrize(
    "code, held, typed",
    [
        (CODES["a"], SHIFT_HELD, "A"),
        (CODES["a"], CAPS_HELD, "a"),
        (CODES["a"], CAPS_HELD | SHIFT_HELD, "A"),
        (CODES["a"], CTRL_HELD, ""),
        (CODES["a"], ALT_HELD, ""),
        (CODES["a"], SUPER_HELD, ""),
        (BRACKET, CTRL_HELD, GS),
        (M, CTRL_HELD, ""),
        (TAB, 0, "\t"),
        (TAB, ALT_HELD, ""),
    ],
)
def test_shift_decides_and_caps_lock_does_not(code: int, held: int, typed: str) -> None:
    x = X()
    x.press(CODES["1"], 100)
    x.press(code, 105, held)

    assert x.keys.read(110, GAP) == f"1{typed}"


def test_alt_and_029_are_gs_each_time() -> None:
    x = X()
    x.press(CODES["1"], 100)
    x.press(KEYPAD["0"], 101, ALT_HELD)
    x.press(KEYPAD["2"], 102, ALT_HELD)
    x.press(KEYPAD["9"], 103, ALT_HELD)
    x.press(ALT, 104, kind=3)
    x.press(KEYPAD["2"], 105, ALT_HELD)
    x.press(KEYPAD["9"], 106, ALT_HELD)

    assert x.keys.read(110, GAP) == f"1{GS}{GS}"


def test_a_burst_goes_on_while_the_clock_of_x_begins_again() -> None:
    x = X()
    for n, letter in enumerate("abcd"):
        x.press(CODES[letter], (2**32 - 10 + 5 * n) % 2**32)

    assert x.keys.read(5, GAP) == "abcd"


def test_without_x_nothing_is_listened_to() -> None:
    assert QApplication.instance() is not None
    assert watch_keys() is None


@pytest.fixture
def x() -> X:
    return X()


@pytest.fixture
def bench(qtbot: QtBot, x: X) -> Watch:
    """As on X, where every key is told of before Qt shows it."""
    watch = Watch(qtbot, QWidget())
    watch.filter.rest()
    watch.filter = ScanFilter(watch.window, presses=x.keys)
    watch.filter.scanned.connect(watch.scans.append)
    watch.filter.listen()
    watch.field.setFocus()
    return watch


def test_a_letter_that_overtakes_its_burst_does_not_cut_it_in_two(bench: Watch, x: X) -> None:
    keyboard = Keyboard(pace_ms=10, clock_ms=1_000)
    end = x.type("ab'e", 1_010, pace=10)
    x.press(RETURN, end)

    QApplication.sendEvent(bench.field, composed("é"))
    keyboard.type("ab")
    keyboard.pause(20)  # the two keys of the letter
    keyboard.press(ENTER)
    bench.filter.rest()

    assert [(scan.text, scan.us) for scan in bench.scans] == [("abé", "ab'e")]
    assert bench.field.text() == ""


def test_a_letter_composed_by_hand_is_typed(qtbot: QtBot, bench: Watch, x: X) -> None:
    x.type("'e", 1_000, pace=200)

    QApplication.sendEvent(bench.field, composed("é"))
    qtbot.waitUntil(lambda: bench.field.text() == "é")
    bench.filter.rest()

    assert bench.scans == []
