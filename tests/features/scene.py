"""A bench with its window and a real database, as a test drives it: scanner, keys, fingers."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from sqlalchemy import text

from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder, PrinterTrouble, Submitted
from packstation.domain.bench import Bench
from packstation.domain.outcomes import PlanShown
from packstation.domain.packing import Step
from packstation.domain.printing import Trouble
from packstation.domain.records import Parcel, Printing
from packstation.places import resources
from packstation.ui.app import Desktop
from packstation.words.words import Words, load
from tests.keystrokes import NONE, Keyboard


class JammingFolder:
    """A folder of PDFs that jams when told to, or loses a slip without a word."""

    def __init__(self, folder: Path) -> None:
        self._folder = Folder(folder)
        self.name = self._folder.name
        self.jammed = self.silent = False

    def submit(self, pdf: bytes, title: str) -> Submitted:
        if self.silent:
            raise PrinterTrouble(Trouble.PERHAPS)
        if self.jammed:
            raise PrinterTrouble(Trouble.JAM)
        return self._folder.submit(pdf, title)


class Scene:
    """One bench with its window, as a test drives it."""

    def __init__(self, qtbot: QtBot, opened: Opened, folder: Path) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.folder = folder
        self.printer = JammingFolder(folder)
        self.keyboard = Keyboard()
        self.bench: Bench | None = None
        self.printing: Printing | None = None
        self.scans = self.presses = self.taps = 0
        self.desktop = self._open()

    def _open(self) -> Desktop:
        def words_of(language: str) -> Words:
            return load(language or "es", resources())

        def explain(error: Exception, _: Words) -> str:
            return str(error)

        parts = BenchParts(self.opened, self.printer)
        desktop = Desktop(lambda _: parts, words_of, explain, self.folder)
        desktop.bridge.resumed.connect(self._stand)
        desktop.bridge.stepped.connect(self._note)
        desktop.bridge.printing.connect(self._look)
        desktop.filter.listen()
        self.qtbot.addWidget(desktop.window)
        desktop.window.resize(1366, 768)
        with self.qtbot.waitSignal(desktop.bridge.resumed):
            desktop.window.show()
        desktop.window.activateWindow()
        self.qtbot.waitUntil(desktop.window.isActiveWindow)
        return desktop

    def let_the_owner_choose(self, *, seal_by_itself: bool) -> None:
        """What is chosen for all benches holds from the window's next start."""
        chosen = replace(self.opened.shop, seal_by_itself=seal_by_itself)
        self.opened = replace(self.opened, shop=chosen)
        self.restart()

    def tell(self, statement: str, **values: object) -> None:
        """What another program does to the shop's data."""
        with self.opened.engine.begin() as connection:
            connection.execute(text(statement), values)

    def restart(self) -> None:
        """Nothing is said goodbye to, as when the power goes."""
        self.leave()
        self.desktop = self._open()

    def leave(self) -> None:
        self.desktop.close()
        self.desktop.window.close()
        # Here and now: Python would free its timers whenever, and on whatever thread.
        self.desktop.deleteLater()
        QApplication.sendPostedEvents(self.desktop, QEvent.Type.DeferredDelete)

    def scan(self, code: str) -> None:
        """Type as a scanner does: all at once, into whatever has the focus, and Enter."""
        with self._a_step():
            self.keyboard.scan(code)
        self.scans += 1

    def press(self, key: Qt.Key) -> None:
        with self._a_step():
            self.keyboard.pause()
            self.keyboard.press(key)

    def _a_step(self) -> SignalBlocker:
        """The step of the scan itself: the plan of an order comes by itself, when it may."""
        return self.qtbot.waitSignal(
            self.desktop.bridge.stepped,
            check_params_cb=lambda step: not isinstance(step.outcome, PlanShown),
        )

    def says(self, text: str) -> bool:
        shown = [it for it in self.desktop.window.findChildren(QWidget) if it.isVisible()]
        return any(text in it.accessibleName() for it in shown)

    def _stand(self, bench: Bench) -> None:
        self.bench = bench

    def _note(self, step: Step) -> None:
        self.bench = step.bench

    def _look(self, printing: Printing) -> None:
        self.printing = printing

    def parcel_of(self, number: str) -> Parcel:
        """The sealed parcel of an order, as the database has it."""
        with self.opened.read() as work:
            (order_id,) = work.orders.numbered(number)
            parcel = work.packings.of_order(order_id)
        assert parcel is not None
        return parcel

    # ---- a hand on the keyboard

    def hit(self, key: Qt.Key, *, text: str = "", held: Qt.KeyboardModifier = NONE) -> None:
        """One key, slowly, that need not lead to a step."""
        self.keyboard.pause(90)
        self.keyboard.press(key, held, text=text)
        self.presses += 1

    def write(self, text: str) -> None:
        """Letter by letter, as a hand types, and until all of it has arrived."""
        for letter in text:
            self.hit(Qt.Key(ord(letter.upper())), text=letter)
        field = QApplication.focusWidget()
        if field is not None and hasattr(field, "text"):
            self.qtbot.waitUntil(lambda: field.text().endswith(text))

    def go(self, key: Qt.Key, *, text: str = "") -> None:
        """A key that leads to a step."""
        with self._a_step():
            self.hit(key, text=text)

    # ---- a finger on the screen

    def tap(self, widget: QWidget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        self.taps += 1

    def tap_and_go(self, widget: QWidget) -> None:
        with self._a_step():
            self.tap(widget)
