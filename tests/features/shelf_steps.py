"""The steps of whoever fetches from the shelves, by sheets that the bench has printed."""

from PySide6.QtCore import Qt
from pytest_bdd import parsers, then, when

from packstation.domain.bench import Packing
from packstation.ui.picking_panel import PickingPanel
from tests.features.scene import Scene
from tests.slips.reading import codes_of, pages_of


def _shelves(scene: Scene) -> PickingPanel:
    return scene.desktop.window.screens.free.panels.picking


def _papers(scene: Scene) -> bytes:
    """All that was printed for the shelves, once it is there."""
    scene.qtbot.waitUntil(lambda: any(scene.folder.glob("picking-*.pdf")))
    (path,) = scene.folder.glob("picking-*.pdf")
    return path.read_bytes()


@when("the key F6 is pressed for the shelves")
def _ask_what_waits(scene: Scene) -> None:
    scene.keyboard.pause()
    scene.hit(Qt.Key.Key_F6)
    scene.qtbot.waitUntil(_shelves(scene).print.isVisible)


@when("Enter is pressed to print")
def _print_sheets(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.desktop.bridge.told):
        scene.keyboard.pause()
        scene.hit(Qt.Key.Key_Return)


@when(parsers.re("the key (?P<key>up|left) is pressed for .+, and Enter to print"))
def _choose_and_print(scene: Scene, key: str) -> None:
    chosen_before = _shelves(scene).choice
    scene.hit(Qt.Key.Key_Up if key == "up" else Qt.Key.Key_Left)
    scene.qtbot.waitUntil(lambda: _shelves(scene).choice != chosen_before)
    _print_sheets(scene)


@when(parsers.parse("the scanner reads the sheet in slot {slot:d}"))
def _scan_sheet(scene: Scene, slot: int) -> None:
    scene.scan(codes_of(_papers(scene), 300)[slot - 1][1])


@then(parsers.re(r"(?P<count>\d+) orders? can be fetched"), converters={"count": int})
def _can_be_fetched(scene: Scene, count: int) -> None:
    assert _shelves(scene).orders == count


@then("papers come out with a list of 2 slots and 2 sheets")
def _cart_out(scene: Scene) -> None:
    cart, first, second = pages_of(_papers(scene))
    assert ["1042" in cart, "1043" in cart] == [True, True]
    assert ["Pedido 1042" in first, "Pedido 1043" in second] == [True, True]


@then("the list has the tea for both, one each")
def _both(scene: Scene) -> None:
    cart, *_ = pages_of(_papers(scene))
    times = "\N{MULTIPLICATION SIGN}"
    assert f"TE-100 1 {times} 1 2 {times} 1" in " ".join(cart.split())


@then("one sheet comes out, that of order 1042")
def _one_sheet(scene: Scene) -> None:
    (page,) = pages_of(_papers(scene))
    assert "Pedido 1042" in page


@then("papers come out, 2 sheets")
def _two_sheets(scene: Scene) -> None:
    assert len(pages_of(_papers(scene))) == 2


@then("the sheets did not come out")
def _no_sheets(scene: Scene) -> None:
    assert not any(scene.folder.glob("*.pdf"))
    assert _shelves(scene).isVisible()


@then(parsers.parse("order {number} is on the bench"))
def _on_the_bench(scene: Scene, number: str) -> None:
    assert isinstance(scene.bench, Packing)
    assert scene.bench.order.number == number


@then("the sheets have given way to the work")
def _work_again(scene: Scene) -> None:
    scene.qtbot.waitUntil(lambda: not _shelves(scene).isVisible())


STEPS = {name: step for name, step in globals().items() if name.startswith("pytestbdd")}
