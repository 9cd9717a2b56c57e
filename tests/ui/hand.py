"""A person's hand on the keyboard of a window that also has a scanner."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.packing import Step
from packstation.ui.keyboard import ScanFilter
from packstation.ui.window import Window
from tests import making as made
from tests.keystrokes import Keyboard

ENGLISH = made.a_packer(language="en")
BENCH = made.a_bench(packer=ENGLISH)


class Hand:
    """Types slowly into a window with a scanner's filter, and keeps what was wished."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.keyboard = Keyboard()
        self.wishes: list[object] = []
        self.scans: list[str] = []
        self.filter = ScanFilter(window)
        self.filter.scanned.connect(lambda scan: self.scans.append(scan.text))
        window.wished.connect(self.wishes.append)

    def hit(self, key: int, text: str = "") -> None:
        """One key, and until it is clear that a hand pressed it."""
        self.keyboard.pause(120)
        self.keyboard.press(key, text=text)
        self.qtbot.waitUntil(lambda: not self.filter._wedge.holding)  # noqa: SLF001 (no signal says so)

    def type(self, text: str) -> None:
        for letter in text:
            self.hit(ord(letter.upper()), letter)

    @property
    def focus(self) -> QWidget | None:
        return self.window.focusWidget()


def at_work(hand: Hand, bench: Packing = BENCH) -> None:
    hand.window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
