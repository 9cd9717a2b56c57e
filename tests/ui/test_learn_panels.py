"""What an unknown code is: asked of whoever may say it, by key or tap."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Learning, Packing, Several, Unclear, Unknown
from packstation.domain.codes import Whose
from packstation.domain.orders import Detail
from packstation.domain.packing import Step
from packstation.domain.scans import Learn, TellPiece, Undo, Wish
from packstation.ui.bench_panels import BenchPanels
from packstation.ui.window import Window
from tests import making as made
from tests.ui.test_panels import BENCH, wish_of

CODE = "CUP-77"
ESCAPE = Qt.Key.Key_Escape


def tell(window: Window, outcome: out.Outcome, unclear: Unclear | None) -> BenchPanels:
    """The bench with a cup and a tea still missing, as ``unclear`` as that."""
    window.show_step(Step(replace(BENCH, unclear=unclear), outcome))
    return window.screens.bench.panels


def hit(key: int, on: QWidget) -> None:
    QTest.keyClick(on, Qt.Key(key))


def ask_once_more(window: Window, units: int = 1, bench: Packing = BENCH) -> BenchPanels:
    learning = Learning(CODE, 1, units)
    asked = out.AsksOnceMore(bench.line_at(1), units)
    window.show_step(Step(replace(bench, unclear=learning), asked))
    return window.screens.bench.panels


def test_a_stop_offers_it_by_key_and_by_tap(window: Window, qtbot: QtBot) -> None:
    tell(window, out.UnknownCode(CODE), Unknown(CODE))
    stop = window.screens.stop
    assert stop.isVisible()
    assert wish_of(qtbot, window, stop.learn.click) == Learn()
    assert wish_of(qtbot, window, lambda: hit(Qt.Key.Key_F4, window)) == Learn()


@pytest.mark.parametrize("outcome", [out.UnknownCode(CODE), out.NotLearned(CODE, Whose.OURS)])
def test_a_stop_does_not_offer_it_to_anybody_else(
    window: Window, qtbot: QtBot, outcome: out.Outcome
) -> None:
    tell(window, outcome, None)
    assert window.screens.stop.learn.isHidden()
    with qtbot.assertNotEmitted(window.wished):
        hit(Qt.Key.Key_F4, window)


@pytest.mark.parametrize(
    "key, unclear, wish",
    [
        (Qt.Key.Key_2, Unknown(CODE), Learn(2)),
        (Qt.Key.Key_1, Unknown(CODE), Learn(1)),
        (Qt.Key.Key_2, Several(CODE, ((made.CUP, 1), (made.TEA, 1))), TellPiece(2)),
    ],
)
def test_a_number_key_says_which_line_it_is(
    window: Window, qtbot: QtBot, key: int, unclear: Unclear, wish: Wish
) -> None:
    panels = tell(window, out.AsksWhich(CODE, isinstance(unclear, Several)), unclear)
    assert [it.label for it in panels.which.choices if it.isVisible()] == [
        "Taza de barro, pequeña",
        "Té verde Sencha, 100 g",
    ]
    assert wish_of(qtbot, window, lambda: hit(key, window)) == wish
    assert CODE in panels.which.accessibleName()


def test_a_key_without_a_line_says_nothing(window: Window, qtbot: QtBot) -> None:
    tell(window, out.AsksWhich(CODE), Unknown(CODE))
    with qtbot.assertNotEmitted(window.wished):
        hit(Qt.Key.Key_3, window)
        hit(Qt.Key.Key_0, window)


def test_more_lines_than_keys_have_a_page_of_their_own(window: Window, qtbot: QtBot) -> None:
    bench = replace(BENCH, order=made.an_order_of(8), counts=(0,) * 8, unclear=Unknown(CODE))
    window.show_step(Step(bench, out.AsksWhich(CODE)))
    which = window.screens.bench.panels.which
    hit(Qt.Key.Key_0, window)
    assert [it.isVisible() for it in which.choices].count(True) == 2
    assert wish_of(qtbot, window, lambda: hit(Qt.Key.Key_1, window)) == Learn(6)
    which.others.click()
    assert wish_of(qtbot, window, which.choices[0].click) == Learn(0)


def test_what_is_about_to_be_learned_is_shown_and_read_out(window: Window) -> None:
    panels = ask_once_more(window)
    assert panels.once_more.isVisible()
    told = f"Scan it once more: {CODE}. Taza de barro, pequeña"
    assert panels.once_more.accessibleName() == told


@pytest.mark.parametrize(
    "key, wish",
    [
        (Qt.Key.Key_1, Learn(1)),
        (Qt.Key.Key_2, Learn(1, 0)),
        (Qt.Key.Key_3, Learn()),
        (ESCAPE, Undo()),
    ],
)
def test_what_may_be_otherwise_has_a_key(
    window: Window, qtbot: QtBot, key: int, wish: Wish
) -> None:
    ask_once_more(window, units=6)
    assert wish_of(qtbot, window, lambda: hit(key, window)) == wish


def test_the_way_out_is_tapped_as_well(window: Window, qtbot: QtBot) -> None:
    panels = ask_once_more(window)
    assert wish_of(qtbot, window, panels.once_more.close_it.click) == Undo()
    assert panels.up is None


def test_what_cannot_be_is_not_offered(window: Window, qtbot: QtBot) -> None:
    lamp = made.a_product(asks=(Detail.SERIAL,))
    order = made.an_order(lines=(made.a_line(made.POT), made.a_line(lamp, 3)))
    once_more = ask_once_more(window, 1, replace(BENCH, order=order, counts=(1, 0))).once_more
    assert once_more.pack.isHidden()
    assert once_more.other.isHidden()
    with qtbot.assertNotEmitted(window.wished):
        hit(Qt.Key.Key_2, window)
        hit(Qt.Key.Key_3, window)


def test_the_size_of_a_pack_is_typed_by_keys_or_fingers(window: Window, qtbot: QtBot) -> None:
    panels = ask_once_more(window, units=0)
    assert panels.pack.isVisible()
    QTest.keyClicks(panels.pack, "12")
    tell(window, out.PlanShown(1), Learning(CODE, 1, 0))  # the plan wipes nothing
    wish = wish_of(qtbot, window, lambda: hit(Qt.Key.Key_Return, panels.pack))
    assert wish == Learn(1, 12)
    ask_once_more(window, units=12)
    assert panels.once_more.pack.label == "A pack of 12"
    ask_once_more(window, units=0)
    panels.pack.digits[5].click()
    assert wish_of(qtbot, window, panels.pack.enter.click) == Learn(1, 6)


def test_a_pack_of_nothing_is_none(window: Window, qtbot: QtBot) -> None:
    panels = ask_once_more(window, units=0)
    QTest.keyClicks(panels.pack, "0")
    with qtbot.assertNotEmitted(window.wished):
        panels.pack.enter.click()


@pytest.mark.parametrize(
    "outcome",
    [
        out.Learned(line=made.a_line(made.CUP, 3), units=1, left=0, counted=True),
        out.Learned(line=made.a_line(made.CUP, 3), units=9, left=1, counted=False),
        out.Undone(""),
    ],
)
def test_once_it_is_answered_the_panel_goes(window: Window, outcome: out.Outcome) -> None:
    panels = ask_once_more(window)
    tell(window, outcome, None)
    assert panels.up is None


def test_a_bench_that_comes_back_asks_again(window: Window) -> None:
    window.show_bench(replace(BENCH, unclear=Learning(CODE, 1)))
    assert window.screens.bench.panels.once_more.isVisible()


def test_why_another_code_is_not_learned_is_told_in_full(window: Window) -> None:
    tell(window, out.NotLearned("84", Whose.PRODUCTS, made.LONG_PRODUCT), None)
    assert made.LONG_PRODUCT in window.screens.stop.accessibleName()
