"""A whole parcel, with a problem and a touch: by scanner, by keyboard, by touch, each alone."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Free, Packing
from packstation.domain.codes import Kind, own_code
from packstation.domain.records import Parcel
from packstation.domain.touches import Touch, TouchKind
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.free_screen import FreeScreen
from tests import small_shop as shop
from tests.features.scene import Scene
from tests.small_shop import ORDERS, a_new_shop, an_arriving_order, found_shop

ENTER = Qt.Key.Key_Return


def test_by_scanner_alone_with_an_order_put_aside_and_gone_on_with(scene: Scene) -> None:
    """The order is handed on half packed; what is missing would need a tap or a key."""
    _scan_all(scene, shop.MARTA, "1042", shop.POT, shop.CUP, shop.PARK)
    assert isinstance(scene.bench, Free)
    scene.scan("1042")
    _wait_for_plan(scene)
    _scan_all(scene, shop.CUP, shop.CUP, shop.SWEETS, shop.TEA, shop.SEAL)
    assert _packed(scene.parcel_of("1042")) == {"TET-001": 1, "TAZ-002": 3, "TE-100": 1}
    assert _touches(scene.parcel_of("1042")) == ["sweets-lemon"]
    assert (scene.presses, scene.taps) == (0, 0)


def test_a_hold_is_told_by_scanner_alone(scene: Scene) -> None:
    _scan_all(scene, shop.MARTA, "1042", shop.POT, shop.HOLD)
    assert isinstance(scene.bench, Free)
    scene.scan("1042")
    assert isinstance(scene.bench, Free)
    assert scene.desktop.window.screens.up is scene.desktop.window.screens.stop


def test_by_keyboard_alone_with_a_missing_piece_and_a_touch(scene: Scene) -> None:
    _sign_in_by_keys(scene)
    _type_code(scene, "1042")
    _wait_for_plan(scene)
    _type_code(scene, shop.POT)
    _type_code(scene, shop.CUP)
    scene.hit(Qt.Key.Key_Plus, text="+")
    scene.qtbot.waitUntil(lambda: scene.desktop.window.screens.bench.panels.up is not None)
    scene.hit(Qt.Key.Key_3, text="3")
    scene.go(ENTER)
    scene.hit(Qt.Key.Key_F9)
    scene.qtbot.waitUntil(lambda: scene.desktop.window.screens.bench.panels.up is not None)
    scene.go(Qt.Key.Key_1, text="1")
    scene.go(Qt.Key.Key_1, text="1")
    scene.go(Qt.Key.Key_F12)
    assert _packed(scene.parcel_of("1042")) == {"TET-001": 1, "TAZ-002": 3, "TE-100": 0}
    assert _problems(scene.parcel_of("1042")) == ["missing"]
    assert _touches(scene.parcel_of("1042")) == ["sweets-lemon"]
    assert (scene.scans, scene.taps) == (0, 0)


def test_by_touch_alone_with_a_damaged_piece_and_a_touch(scene: Scene) -> None:
    window = scene.desktop.window
    _sign_in_by_touch(scene)
    rows = window.screens.free.rows
    scene.qtbot.waitUntil(lambda: any(row.isVisible() for row in rows.rows))
    scene.tap_and_go(next(row for row in rows.rows if row.label.startswith("1042")))
    _wait_for_plan(scene)
    bench = window.screens.bench
    _tap_code(scene, shop.POT)
    _tap_code(scene, shop.CUP)
    scene.tap(bench.next.type_count)
    scene.tap(bench.panels.count.digits[2])
    scene.tap_and_go(bench.panels.count.enter)
    scene.tap(bench.footer.problem)
    scene.tap_and_go(bench.panels.problem.options[1])
    scene.tap_and_go(_give(bench.touches))
    scene.tap_and_go(bench.footer.seal)
    assert _packed(scene.parcel_of("1042")) == {"TET-001": 1, "TAZ-002": 3, "TE-100": 0}
    assert _problems(scene.parcel_of("1042")) == ["damaged"]
    assert _touches(scene.parcel_of("1042")) == ["sweets-lemon"]
    assert (scene.scans, scene.presses) == (0, 0)


CARD = own_code(shop.MARK, Kind.TOUCH, "CARD22")
NOTE = Touch(key="note", kind=TouchKind.NOTE, names=(("es", "Nota a mano"),), code=CARD)
NOTE_RULE = shop.RULES[0] | {
    "rule_id": "r_note",
    "name": {"es": "Una nota", "en": "A note"},
    "class": "milestone",
    "actions": [{"id": "a1", "type": "write_note", "touch": "note"}],
}


def test_three_pieces_sweets_and_a_note_written_ahead_are_six_scans_before_the_label(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Order, 3 pieces, the jar, the card: no tap, no key, and it seals by itself.

    The product's count has a seventh scan, the carrier's label: labels are not built yet.
    """
    three = an_arriving_order("1046", ("TET-001", 1), ("TAZ-002", 1), ("TE-100", 1))
    new = a_new_shop(*ORDERS, three)
    new = replace(new, touches=(*new.touches, NOTE), rules=(*new.rules, NOTE_RULE))
    scene = Scene(qtbot, found_shop(tmp_path, new), tmp_path / "slips")
    scene.let_the_owner_choose(seal_by_itself=True)
    scene.scan(shop.MARTA)
    scene.scans = 0
    _scan_all(scene, "1046", shop.CUP, shop.POT, shop.TEA, shop.SWEETS)
    assert isinstance(scene.bench, Packing)
    scene.scan(CARD)
    assert isinstance(scene.bench, Free)
    assert (scene.scans, scene.presses, scene.taps) == (6, 0, 0)
    assert set(_touches(scene.parcel_of("1046"))) == {"sweets-lemon", "note"}
    scene.qtbot.waitUntil(lambda: any(scene.folder.glob("*.pdf")))
    scene.leave()


def test_a_plain_one_piece_parcel_is_one_scan(scene: Scene) -> None:
    """It opens the order, counts its piece and seals; the label's scan comes with labels."""
    scene.let_the_owner_choose(seal_by_itself=True)
    scene.scan(shop.MARTA)
    scene.scans = 0
    scene.scan(shop.TEA)
    scene.qtbot.waitUntil(lambda: isinstance(scene.bench, Free))
    assert _packed(scene.parcel_of("1043")) == {"TE-100": 1}
    assert (scene.scans, scene.presses, scene.taps) == (1, 0, 0)


def test_without_the_owner_s_choice_it_is_one_scan_and_the_signature(scene: Scene) -> None:
    scene.scan(shop.MARTA)
    scene.scans = 0
    scene.scan(shop.TEA)
    assert isinstance(scene.bench, Packing)
    assert (scene.bench.order.number, scene.bench.complete) == ("1043", True)
    scene.scan(shop.SEAL)
    assert isinstance(scene.bench, Free)
    assert (scene.scans, scene.presses, scene.taps) == (2, 0, 0)


def test_a_substitute_is_the_next_scan_wherever_the_focus_is(scene: Scene) -> None:
    _scan_all(scene, shop.MARTA, "1042")
    bench = scene.desktop.window.screens.bench
    bench.choose(_position(scene, "TAZ-002"))
    bench.tell_problem()
    bench.panels.problem.options[3].click()
    scene.scan(shop.BIG_CUP)
    assert isinstance(scene.bench, Packing)
    assert [swaps[-1].product.sku for swaps in scene.bench.swaps.values()] == ["TAZ-003"]
    assert bench.panels.up is None
    scene.scan(shop.BIG_CUP)
    assert scene.bench.in_box == 1


def test_an_order_is_found_by_a_name_without_its_accent(scene: Scene) -> None:
    scene.scan(shop.MARTA)
    scene.hit(Qt.Key.Key_F3)
    search = scene.desktop.window.screens.free.panels.search
    scene.qtbot.waitUntil(search.field.hasFocus)
    scene.write("lucia")
    scene.qtbot.waitUntil(lambda: any(row.isVisible() for row in search.rows))
    scene.go(ENTER)
    assert isinstance(scene.bench, Packing)
    assert scene.bench.order.customer_name == "Lucía Fernández"


def test_a_scan_leaves_the_search_by_itself(scene: Scene) -> None:
    scene.scan(shop.MARTA)
    panels = scene.desktop.window.screens.free.panels
    scene.hit(Qt.Key.Key_F3)
    scene.qtbot.waitUntil(panels.search.field.hasFocus)
    scene.scan("1042")
    assert panels.search.field.text() == ""
    assert isinstance(scene.bench, Packing)
    scene.scan(shop.PUT_BACK)
    assert panels.up is None


def test_a_box_is_emptied_by_scanner_alone(scene: Scene) -> None:
    _scan_all(scene, shop.MARTA, "1042", shop.POT, shop.PUT_BACK)
    assert isinstance(scene.bench, Packing)
    scene.scan(shop.PUT_BACK)
    assert isinstance(scene.bench, Free)


def test_a_box_is_emptied_by_keyboard_alone(scene: Scene) -> None:
    _sign_in_by_keys(scene)
    _type_code(scene, "1042")
    _type_code(scene, shop.POT)
    for _ in range(2):
        assert isinstance(scene.bench, Packing)
        scene.hit(Qt.Key.Key_F9)
        scene.qtbot.waitUntil(lambda: scene.desktop.window.screens.bench.panels.up is not None)
        scene.go(Qt.Key.Key_7, text="7")
    assert isinstance(scene.bench, Free)
    assert (scene.scans, scene.taps) == (0, 0)


def test_a_box_is_emptied_by_touch_alone_or_not(scene: Scene) -> None:
    _scan_all(scene, shop.MARTA, "1042", shop.POT)
    bench = scene.desktop.window.screens.bench
    scene.tap(bench.footer.problem)
    scene.tap_and_go(bench.panels.problem.options[6])
    scene.tap_and_go(bench.question.no)
    assert isinstance(scene.bench, Packing)
    assert scene.bench.in_box == 1
    scene.tap(bench.footer.problem)
    scene.tap_and_go(bench.panels.problem.options[6])
    scene.tap_and_go(bench.question.yes)
    assert isinstance(scene.bench, Free)


def _scan_all(scene: Scene, *codes: str) -> None:
    for code in codes:
        scene.scan(code)


def _sign_in_by_keys(scene: Scene) -> None:
    sign_in = scene.desktop.window.screens.sign_in
    scene.qtbot.waitUntil(lambda: bool(sign_in.names))
    while scene.desktop.window.focusWidget() is not _marta(scene):
        scene.hit(Qt.Key.Key_Tab, text="\t")
    scene.hit(Qt.Key.Key_Space)
    scene.qtbot.waitUntil(sign_in.pad.hasFocus)
    for digit in "2580":
        scene.hit(Qt.Key(ord(digit)), text=digit)
    scene.go(ENTER)


def _marta(scene: Scene) -> QWidget:
    names = scene.desktop.window.screens.sign_in.names
    return next(it for it in names if it.accessibleName().startswith("Marta"))


def _type_code(scene: Scene, code: str) -> None:
    scene.hit(Qt.Key.Key_F2)
    up = scene.desktop.window.screens.up
    assert isinstance(up, FreeScreen | BenchScreen)
    field = up.panels.question.field
    scene.qtbot.waitUntil(field.hasFocus)
    scene.write(code)
    scene.go(ENTER)


def _sign_in_by_touch(scene: Scene) -> None:
    sign_in = scene.desktop.window.screens.sign_in
    scene.qtbot.waitUntil(lambda: bool(sign_in.names))
    scene.tap(_marta(scene))
    for digit in (1, 4, 7, 9):
        scene.tap(sign_in.pad.digits[digit])
    scene.tap_and_go(sign_in.pad.enter)


def _tap_code(scene: Scene, code: str) -> None:
    bench = scene.desktop.window.screens.bench
    scene.tap(bench.footer.code)
    scene.tap(bench.panels.question.field)
    for letter in code:
        scene.tap(bench.panels.question.keys.letters[letter])
    scene.tap_and_go(bench.panels.question.send)


def _wait_for_plan(scene: Scene) -> None:
    scene.qtbot.waitUntil(
        lambda: isinstance(scene.bench, Packing) and scene.bench.plan is not None
    )


def _give(touches: QWidget) -> QWidget:
    return next(
        it
        for it in touches.findChildren(QWidget)
        if it.isVisible() and it.accessibleName().startswith("Añadir")
    )


def _position(scene: Scene, sku: str) -> int:
    assert isinstance(scene.bench, Packing)
    return [line.product.sku for line in scene.bench.order.lines].index(sku)


def _packed(parcel: Parcel) -> dict[str, int]:
    return {line.sku: line.packed for line in parcel.record.core.lines}


def _problems(parcel: Parcel) -> list[str]:
    return [line.problem for line in parcel.record.core.lines if line.problem]


def _touches(parcel: Parcel) -> list[str]:
    return [touch.key for touch in parcel.record.core.touches]
