"""The steps of the features: a real window, a real database, a folder for a printer."""

import io

import pypdfium2
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from packstation.domain.bench import Free, Packing
from packstation.ui.button import Button
from tests import small_shop as shop
from tests.features.scene import Scene
from tests.shop_with_notes import CARD

scenarios(".")

CODES = {
    "Marta's badge": shop.MARTA,
    "Joan's badge": shop.JOAN,
    "Pilar's badge": shop.PILAR,
    "order 1042": "1042",
    "order 1043": "1043",
    "the teapot": shop.POT,
    "a small cup": shop.CUP,
    "a code nobody knows": "CUP-77",
    "a code of two products": shop.SHARED,
    '"what is it?"': shop.WHAT,
    '"the next piece is missing"': shop.FALTA,
    "the large cup": shop.BIG_CUP,
    "the tea": shop.TEA,
    "the sweets": shop.SWEETS,
    "the note's card": CARD,
    "order 1050": "1050",
    "order 1051": "1051",
    "order 1052": "1052",
    '"sign and print"': shop.SEAL,
    '"undo"': shop.UNDO,
    '"empty the box"': shop.PUT_BACK,
    '"hold the order"': shop.HOLD,
    '"set aside"': shop.PARK,
    '"slip again, torn"': shop.TORN,
    '"the slip did not come out"': shop.NOT_OUT,
}


@given("bench 2 of Casa Azul with its window open")
def _open_window(scene: Scene) -> None:
    assert scene.desktop.window.isVisible()


@given("bench 2 of a shop whose parcels seal themselves")
def _open_willing(scene: Scene) -> None:
    scene.let_the_owner_choose(seal_by_itself=True)


@given("Marta has no PIN")
def _forget_pin(scene: Scene) -> None:
    scene.tell("UPDATE packers SET pin = '' WHERE name = 'Marta'")
    scene.restart()


@given("the printer is jammed")
def _jam(scene: Scene) -> None:
    scene.printer.jammed = True


@given("the printer takes a slip and says nothing more")
def _fall_silent(scene: Scene) -> None:
    scene.printer.silent = True


@when(parsers.re(r"(?P<thing>.+) (is|are) scanned"))
def _scan(scene: Scene, thing: str) -> None:
    scene.scan(CODES[thing] if thing != "the slip" else _slip_code(scene))


@when("the key F12 is pressed")
def _sign(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F12)


@when("the key F9 is pressed")
def _open_problems(scene: Scene) -> None:
    scene.hit(Qt.Key.Key_F9)
    panels = scene.desktop.window.screens.bench.panels
    scene.qtbot.waitUntil(lambda: panels.up is panels.problem)


@when("the key 1 is pressed")
def _press_one(scene: Scene) -> None:
    scene.go(Qt.Key.Key_1, text="1")


@when(parsers.parse('"{label}" is tapped'))
def _tap(scene: Scene, label: str) -> None:
    (button,) = _seen(scene, label)
    scene.tap_and_go(button)


@when("Marta's name is tapped")
def _tap_name(scene: Scene) -> None:
    scene.qtbot.waitUntil(lambda: bool(_seen(scene, "Marta")))
    _tap(scene, "Marta")


@when("the power goes and comes back")
def _power(scene: Scene) -> None:
    scene.restart()


@when("the power is gone for an hour")
def _long_power(scene: Scene) -> None:
    scene.tell("UPDATE bench_events SET at = datetime(at, '-1 hour')")
    scene.restart()


@when(parsers.parse("the shop wants only 1 small cup for order {number}"))
def _change(scene: Scene, number: str) -> None:
    scene.tell(
        "UPDATE order_lines SET quantity = 1"
        " WHERE product_id = (SELECT id FROM products WHERE sku = 'TAZ-002')"
        " AND order_id = (SELECT id FROM orders WHERE number = :number)",
        number=number,
    )
    scene.tell("UPDATE orders SET revision = revision + 1 WHERE number = :n", n=number)


@when(parsers.parse("the shop cancels order {number}"))
def _cancel(scene: Scene, number: str) -> None:
    scene.tell("UPDATE orders SET state = 'cancelled' WHERE number = :n", n=number)


@when("the printer works again and somebody asks for a retry")
def _retry(scene: Scene) -> None:
    scene.printer.jammed = scene.printer.silent = False
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


@then("no key was pressed and nothing tapped")
def _by_scanner_alone(scene: Scene) -> None:
    assert scene.scans > 0
    assert (scene.presses, scene.taps) == (0, 0)


@then("the bench becomes free")
def _becomes_free(scene: Scene) -> None:
    scene.qtbot.waitUntil(lambda: isinstance(scene.bench, Free))


@then("nobody is offered to release it")
def _not_offered(scene: Scene) -> None:
    assert _seen(scene, "Soltar") == []


@then(parsers.parse("the record of order {number} knows that {count:d} pieces were put aside"))
def _aside(scene: Scene, number: str, count: int) -> None:
    assert scene.parcel_of(number).record.core.put_aside == count


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


@when("the key F7 is pressed for yes")
def _say_yes(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F7)


@then("the bench asks whether the slip came out")
def _asks(scene: Scene) -> None:
    free = scene.desktop.window.screens.free
    scene.qtbot.waitUntil(free.paper.isVisible)


@then("nothing is asked any more")
def _asks_nothing(scene: Scene) -> None:
    free = scene.desktop.window.screens.free
    scene.qtbot.waitUntil(free.paper.isHidden)


@then("no slip comes out by itself")
def _no_slip(scene: Scene) -> None:
    assert list(scene.folder.glob("*.pdf")) == []


@then(parsers.parse('the slip does not say "{text}"'))
def _slip_does_not_say(scene: Scene, text: str) -> None:
    assert text not in _slip_text(scene)


@then(parsers.parse('a second slip comes out that says "{text}"'))
def _second_slip(scene: Scene, text: str) -> None:
    scene.qtbot.waitUntil(lambda: len(list(scene.folder.glob("*.pdf"))) > 1)
    papers = [PdfReader(path) for path in scene.folder.glob("*.pdf")]
    assert [text in it.pages[0].extract_text() for it in papers].count(True) == 1


@then("the parcel of order 1043 was printed again for being torn")
def _printed_again(scene: Scene) -> None:
    copies = scene.parcel_of("1043").copies
    assert [(it.number, it.reason, it.by) for it in copies] == [(2, "torn", "Marta")]


def _seen(scene: Scene, label: str) -> list[Button]:
    buttons = scene.desktop.window.findChildren(Button)
    return [it for it in buttons if it.isVisible() and it.label == label]


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
