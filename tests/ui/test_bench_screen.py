"""The packing screen says what the bench says, keeps still, and never loses a limit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, AskBack, Packing
from packstation.domain.orders import Opener
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.domain.scans import AnswerTouch, Reply, Seal, Undo
from packstation.places import resources
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.window import Window
from packstation.words.words import load
from tests.keystrokes import NONE
from tests.making import (
    CUP,
    LONG_NAME,
    NOON,
    TEA,
    a_bench,
    a_customer_card,
    a_line,
    a_packer,
    a_plan,
    a_shop,
    an_order,
    an_order_of,
)

ENGLISH = load("en", resources())
ZONE = a_shop().zone
OPENED = out.Opened(an_order(), None)
FULL = a_bench(counts=(1, 3, 1))


def show(screen: BenchScreen, bench: Packing, outcome: out.Outcome = OPENED) -> None:
    screen.show_step(Step(bench, outcome), ENGLISH, ZONE)
    QApplication.processEvents()
    QApplication.processEvents()  # pictures are read once the words are painted


def press(screen: BenchScreen, key: Qt.Key, text: str = "") -> bool:
    """As the window hands a key on that no field and no button wanted."""
    return screen.press(QKeyEvent(QEvent.Type.KeyPress, key, NONE, text))


def test_the_header_says_what_is_on_the_bench(window: Window) -> None:
    window.show_step(Step(a_bench(packer=a_packer(language="en")), OPENED))
    window.show_printing(Printing(printer="Brother"))
    said = window.screens.bench.header.accessibleName()
    assert said.startswith("Order 1042, 3 of 5 pieces, Leaves at 14:00 · 49 min, SEUR 24")
    assert said.endswith("Printer ready, Marta, Bench 2")


def test_the_next_piece_is_told_with_its_place_and_count(screen: BenchScreen) -> None:
    show(screen, a_bench())
    assert screen.next.accessibleName() == "A-01-4, Taza de barro, pequeña, 2/3"
    assert screen.order.accessibleName() == "Té verde Sencha, 100 g 0/1, 1 line complete"


def test_the_last_piece_points_to_the_signature(screen: BenchScreen) -> None:
    show(screen, replace(FULL, plan=()), out.AllDone(a_line(TEA)))
    assert screen.next.accessibleName() == "Every piece is in. Now sign and print"
    assert screen.footer.seal.label == "Sign and print"


def test_the_sign_button_says_what_is_missing_and_can_be_pressed(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, a_bench())
    with qtbot.waitSignal(screen.wished) as pressed:
        screen.footer.seal.click()
    assert screen.footer.seal.label == "Sign and print: 2 pieces missing"
    assert pressed.args == [Seal()]


def test_undo_is_a_wish_of_the_footer(screen: BenchScreen, qtbot: QtBot) -> None:
    show(screen, a_bench())
    with qtbot.waitSignal(screen.wished) as pressed:
        screen.footer.undo.click()
    assert pressed.args == [Undo()]


def test_a_question_takes_the_place_of_the_next_piece(screen: BenchScreen) -> None:
    show(screen, FULL)
    place = screen.next.geometry().topLeft()
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1, plan=()), out.AskBeforeSeal(1, ()))
    assert screen.next.isHidden()
    assert screen.question.geometry().topLeft() == place
    assert screen.question.accessibleName().strip() == "1 wrong piece: out of the box?"


def test_nothing_moves_when_the_plan_arrives(screen: BenchScreen) -> None:
    show(screen, a_bench(plan=None))
    before = places(screen)
    show(screen, a_bench(), out.PlanShown(3))
    assert places(screen) == before


def test_nothing_moves_when_a_line_is_done(screen: BenchScreen) -> None:
    show(screen, a_bench(counts=(0, 0, 0)))
    before = places(screen)
    show(screen, a_bench(counts=(1, 3, 0)), out.LineDone(a_line(CUP, 3)))
    assert places(screen) == before


def test_the_plan_leaves_the_last_word_on_the_scan_alone(screen: BenchScreen) -> None:
    show(screen, a_bench(plan=None), out.PieceOk(a_line(CUP, 3), 1))
    show(screen, a_bench(), out.PlanShown(3))
    assert screen.footer.accessibleName() == "Taza de barro, pequeña: 2 of 3"


def test_a_number_key_gives_the_touch_with_that_number(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, a_bench())
    with qtbot.waitSignal(screen.wished) as pressed:
        press(screen, Qt.Key.Key_2)
    assert pressed.args == [AnswerTouch("note", Reply.GIVEN)]


def test_a_touch_that_was_answered_is_not_answered_twice(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, a_bench(answers={"note": Answer(Reply.GIVEN, NOON)}))
    with qtbot.assertNotEmitted(screen.wished):
        press(screen, Qt.Key.Key_2)


@pytest.mark.parametrize(
    "reply, said",
    [(Reply.GIVEN, "Lemon drops: goes in"), (Reply.NOT_TODAY, "Lemon drops: not today")],
)
def test_an_answer_names_its_touch(screen: BenchScreen, reply: Reply, said: str) -> None:
    show(screen, a_bench(answers={"lemon": Answer(reply, NOON)}), out.TouchDone("lemon", reply))
    assert screen.footer.accessibleName() == said


def test_what_is_painted_bit_by_bit_looks_as_if_painted_at_once(screen: BenchScreen) -> None:
    order = an_order_of(9)
    for counts in ((0,) * 9, (1, *[0] * 8), (1, 2, *[0] * 7), (1, 2, 0, 1, *[0] * 5)):
        show(screen, a_bench(order=order, counts=counts), out.PieceOk(order.lines[0], 0))
        seen = screen.screen().grabWindow(screen.winId()).toImage()
        assert seen == screen.grab().toImage().convertToFormat(seen.format())


def test_a_counted_piece_repaints_only_what_changed(screen: BenchScreen) -> None:
    bench = a_bench(counts=(1, 1, 0))
    show(screen, bench)
    watch = Watch(screen)
    show(screen, replace(bench, counts=(1, 2, 0)), out.PieceOk(a_line(CUP, 3), 1))
    assert watch.painted == {screen.next, screen.header, screen.footer, screen.footer.seal}
    assert watch.area < screen.width() * screen.height() / 8


def test_of_200_lines_those_without_room_are_counted(screen: BenchScreen) -> None:
    show(screen, a_bench(order=an_order_of(200), counts=(0,) * 200))
    *rows, more = screen.order.accessibleName().split(", and ")
    shown = rows[0].count("/")
    assert more == f"{199 - shown} more lines"
    assert shown * 52 <= screen.order.height()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1280, 1024), (1920, 800)])
def test_no_part_covers_another_however_long_the_texts(
    screen: BenchScreen, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    show(screen, crowded())
    boxes = [it.geometry() for it in visible_parts(screen)]
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n]]
    assert not [pair for pair in pairs if pair[0].intersects(pair[1])]
    assert all(screen.rect().contains(box) for box in boxes)


def test_a_limit_is_never_cut_the_card_grows_for_it(screen: BenchScreen) -> None:
    show(screen, a_bench(card=a_customer_card(limits=("nuts",))))
    usual = screen.customer.height()
    show(screen, a_bench(order=an_order(id=2), card=a_customer_card(limits=("x y " * 80,))))
    assert screen.customer.height() > usual + 2 * 20


def test_what_came_from_outside_is_shown_to_the_letter(screen: BenchScreen) -> None:
    show(screen, a_bench(order=an_order(flags=("<b>&now</b>",))))
    assert screen.flags.accessibleName() == "<b>&now</b>"


def crowded() -> Packing:
    order = an_order_of(200)
    crowd = replace(
        order,
        customer_name=LONG_NAME,
        message="¡Hola! " * 100,
        gift_message="Felicidades. " * 30,
        flags=("gift", "fragile", "a flag of the shop's own " * 3, "another " * 8),
        opener=Opener.RECIPIENT,
        recipient=LONG_NAME,
        number="SHOP-2026-000000123456789",
    )
    card = a_customer_card(name=LONG_NAME, limits=("nuts", "gluten", "milk", "eggs", "soy"))
    return a_bench(order=crowd, card=card, counts=(0,) * 200, plan=a_plan() * 2)


def places(screen: BenchScreen) -> list[QRect]:
    parts = (screen.next, screen.order, screen.messages, screen.customer, screen.footer)
    return [it.geometry() for it in (*parts, screen.footer.seal, screen.footer.undo)]


def visible_parts(screen: BenchScreen) -> list[QWidget]:
    parts = (screen.header, screen.flags, screen.next, screen.question, screen.order)
    rest = (screen.messages, screen.customer, screen.touches, screen.footer)
    return [it for it in (*parts, *rest) if it.isVisible()]


class Watch(QObject):
    """Sees which widgets of a screen are painted, and how much of them."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self.painted: set[QWidget] = set()
        self.area = 0
        for it in (screen, *screen.findChildren(QWidget)):
            it.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted.add(watched)
            rect = event.rect()  # type: ignore[attr-defined] # a Paint event is a QPaintEvent
            self.area += rect.width() * rect.height()
        return False
