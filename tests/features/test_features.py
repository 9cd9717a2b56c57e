"""The steps of the features: a real window, a real database, a folder for a printer."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytest_bdd import given, parsers, scenarios, then, when
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder, PrinterTrouble, Submitted
from packstation.domain.bench import Bench, Free, Packing
from packstation.domain.outcomes import PlanShown
from packstation.domain.packing import Step
from packstation.domain.printing import Trouble
from packstation.domain.records import Printing
from packstation.places import resources
from packstation.ui.app import Desktop
from packstation.ui.look import install_fonts
from packstation.words.words import Words, load
from tests import small_shop as shop
from tests.keystrokes import Keyboard
from tests.small_shop import found_shop

scenarios(".")

CODES = {
    "Marta's badge": shop.MARTA,
    "order 1042": "1042",
    "order 1043": "1043",
    "the teapot": shop.POT,
    "a small cup": shop.CUP,
    "the large cup": shop.BIG_CUP,
    "the tea": shop.TEA,
    "the sweets": shop.SWEETS,
    '"sign and print"': shop.SEAL,
}


class JammingFolder:
    """A folder of PDFs that jams when told to."""

    def __init__(self, folder: Path) -> None:
        self._folder = Folder(folder)
        self.name = self._folder.name
        self.jammed = False

    def submit(self, pdf: bytes, title: str) -> Submitted:
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
        QApplication.instance().installEventFilter(desktop.filter)  # type: ignore[union-attr] # qtbot made one
        self.qtbot.addWidget(desktop.window)
        desktop.window.resize(1366, 768)
        with self.qtbot.waitSignal(desktop.bridge.resumed):
            desktop.window.show()
        desktop.window.activateWindow()
        self.qtbot.waitUntil(desktop.window.isActiveWindow)
        return desktop

    def restart(self) -> None:
        """Nothing is said goodbye to, as when the power goes."""
        self.leave()
        self.desktop = self._open()

    def leave(self) -> None:
        QApplication.instance().removeEventFilter(self.desktop.filter)  # type: ignore[union-attr] # as above
        self.desktop.close()
        self.desktop.window.close()

    def scan(self, code: str) -> None:
        """Type as a scanner does: all at once, into whatever has the focus, and Enter."""
        with self._a_step():
            self.keyboard.scan(code)

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


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    install_fonts()
    opened = found_shop(tmp_path)
    scene = Scene(qtbot, opened, tmp_path / "slips")
    yield scene
    scene.leave()
    opened.engine.dispose()


@given("bench 2 of Casa Azul with its window open")
def _open_window(scene: Scene) -> None:
    assert scene.desktop.window.isVisible()


@given("the printer is jammed")
def _jam(scene: Scene) -> None:
    scene.printer.jammed = True


@when(parsers.re(r"(?P<thing>.+) (is|are) scanned"))
def _scan(scene: Scene, thing: str) -> None:
    scene.scan(CODES[thing] if thing != "the slip" else _slip_code(scene))


@when("the key F12 is pressed")
def _sign(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F12)


@when("the power goes and comes back")
def _power(scene: Scene) -> None:
    scene.restart()


@when("the printer works again and somebody asks for a retry")
def _retry(scene: Scene) -> None:
    scene.printer.jammed = False
    scene.desktop.window.retry_printing.emit()


@when("somebody is typing a PIN")
def _type_a_pin(scene: Scene) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_2):
        scene.keyboard.pause()
        scene.keyboard.press(key)


@then(parsers.parse('the screen says "{text}"'))
def _says(scene: Scene, text: str) -> None:
    scene.qtbot.waitUntil(lambda: scene.says(text))


@then(parsers.re(r"(?P<count>\d+) pieces? (is|are) in the box"), converters={"count": int})
def _in_box(scene: Scene, count: int) -> None:
    assert isinstance(scene.bench, Packing)
    assert scene.bench.in_box == count


@then("the bench is free again")
def _free(scene: Scene) -> None:
    assert isinstance(scene.bench, Free)


@then(parsers.parse('a slip comes out that says "{text}"'))
def _slip(scene: Scene, text: str) -> None:
    scene.qtbot.waitUntil(lambda: any(scene.folder.glob("*.pdf")))
    assert text in _slip_text(scene)


@then(parsers.parse('the slip says "{text}"'))
def _slip_says(scene: Scene, text: str) -> None:
    assert text in _slip_text(scene)


@then("the slip's bars name the slip")
def _bars(scene: Scene) -> None:
    assert _slip_code(scene).startswith(shop.MARK)


@then("the slip's square leads Lucía to the shop")
def _square(scene: Scene) -> None:
    assert any("casaazul.example" in text for text in _codes(scene))


@then("the header says that 1 slip did not come out")
def _header(scene: Scene) -> None:
    scene.qtbot.waitUntil(lambda: scene.printing is not None and scene.printing.failed == 1)


def _pdf(scene: Scene) -> bytes:
    (path,) = scene.folder.glob("*.pdf")
    return path.read_bytes()


def _slip_text(scene: Scene) -> str:
    pages = PdfReader(io.BytesIO(_pdf(scene))).pages
    return "\n".join(page.extract_text() for page in pages)


def _codes(scene: Scene) -> list[str]:
    page = pypdfium2.PdfDocument(_pdf(scene))[0]
    return [
        found.text for found in zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())
    ]


def _slip_code(scene: Scene) -> str:
    (code,) = (text for text in _codes(scene) if text.startswith(shop.MARK + "S"))
    return code
