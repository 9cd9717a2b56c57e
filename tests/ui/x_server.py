"""An X server of our own, and a scanner that presses keys at it by their numbers."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, c_char_p, c_uint, c_ulong, c_void_p
from ctypes.util import find_library

import pytest

from packstation.devices.us_keyboard import X_OFFSET, typed_on_us

KEYS = {
    typed_on_us(code, shift=shift): (code + X_OFFSET, shift)
    for code in range(58)
    for shift in (True, False)
}
ENTER, SHIFT, CAPS_LOCK = 36, 50, 66
SCREEN = ("-screen", "0", "800x600x24", "-nolisten", "tcp")
BETWEEN_MS = 60
"""Between two codes: no hand is quicker."""
TOOLS = ("nice", "Xvfb", "setxkbmap", "xkbcomp")

needs_x = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)) or find_library("Xtst") is None,
    reason=f"needs a real X server: {', '.join(TOOLS)} and libXtst",
)


class Scanner:
    """Presses keys by their numbers, through XTEST, as a keyboard of its own would."""

    def __init__(self, display: str) -> None:
        self._x, self._test = CDLL(find_library("X11")), CDLL(find_library("Xtst"))
        self._x.XOpenDisplay.restype = c_void_p
        self._display = c_void_p(self._x.XOpenDisplay(c_char_p(display.encode())))

    def scan(self, code: str, pace_ms: int = 2) -> None:
        """All its keys in one go: X keeps the pace, however busy this process is.

        The slower they come, the likelier X itself falls asleep between two of them.
        """
        for n, letter in enumerate(code):
            key, shift = KEYS[letter]
            wait = pace_ms if n else BETWEEN_MS
            if shift:
                self._press(SHIFT, wait, up=False)
            self._press(key, 0 if shift else wait)
            if shift:
                self._press(SHIFT, 0, down=False)
        self.tap(ENTER, pace_ms)

    def tap(self, key: int, after_ms: int) -> None:
        """Down and up, ``after_ms`` later by the clock of X; back when it was pressed."""
        self._press(key, after_ms)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        self._x.XSync(self._display, 0)
        self._x.XCloseDisplay(self._display)

    def _press(self, key: int, after_ms: int, *, down: bool = True, up: bool = True) -> None:
        for wanted, pressed, wait in ((down, 1, after_ms), (up, 0, 0)):
            if wanted:
                self._test.XTestFakeKeyEvent(self._display, c_uint(key), pressed, c_ulong(wait))


@contextmanager
def a_display() -> Iterator[str]:
    """A screen of our own, with nobody else on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # First in line, where that may be asked for: a scanner's pace knows no busy computer.
        ["nice", "-n", "-15", "Xvfb", "-displayfd", str(writing), *SCREEN],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


def set_keyboard(display: str, layout: str) -> None:
    """Have the computer's keyboard be that of ``layout``."""
    subprocess.run(["setxkbmap", "-display", display, layout], check=True)
