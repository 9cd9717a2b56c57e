"""The steps of the features: a real window, a real database, a folder for a printer."""

import io

import pypdfium2
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from packstation.domain.bench import Free, Packing
from tests import small_shop as shop
from tests.features.scene import Scene

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
