"""Why these touches: by key, link and tap; the rule, its leaves, and what came to nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.decisions import Explained
from packstation.domain.packing import Step
from packstation.ui.look import SMALL_BUTTON
from packstation.ui.panel import PAD
from packstation.ui.why_lines import fitting, height, read
from packstation.ui.why_panel import WhyPanel
from packstation.ui.window import Window
from packstation.words.why_told import Leaf, Passed, Reasoned, Told
from packstation.words.words import Words
from tests import making as made
from tests.explaining import decided

F3 = Qt.Key.Key_F3
WIDE = 700


def at_work(window: Window, bench: Packing) -> WhyPanel:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    return window.screens.bench.panels.why


def with_grounds(window: Window) -> tuple[WhyPanel, Packing, Explained]:
    bench, explained = decided()
    panel = at_work(window, bench)
    QTest.keyClick(window, F3)
    window.screens.show_why(explained)
    return panel, bench, explained


# ---- the way in


@pytest.mark.parametrize("way", ["key", "link", "because"])
def test_key_link_and_the_because_itself_lead_to_why(
    window: Window, qtbot: QtBot, way: str
) -> None:
    panel = at_work(window, made.a_bench(packer=made.a_packer(language="en")))
    touches = window.screens.bench.touches
    ways: dict[str, Callable[[], object]] = {
        "key": lambda: QTest.keyClick(window, F3),
        "link": touches.foot.why.click,
        "because": lambda: QTest.mouseClick(
            touches.cards[0], Qt.MouseButton.LeftButton, pos=QPoint(90, 30)
        ),
    }
    with qtbot.waitSignal(window.screens.why_asked) as asked:
        ways[way]()
    assert asked.args == [1042]
    assert panel.isVisible()


def test_the_because_of_a_note_leads_to_why_as_well(window: Window, qtbot: QtBot) -> None:
    at_work(window, made.a_bench(packer=made.a_packer(language="en")))
    note = window.screens.bench.touches.cards[1]
    with qtbot.waitSignal(window.screens.why_asked):
        QTest.mouseClick(note, Qt.MouseButton.LeftButton, pos=QPoint(90, 20))


def test_before_the_plan_is_known_there_is_no_why(window: Window) -> None:
    panel = at_work(window, made.a_bench(plan=None))
    QTest.keyClick(window, F3)
    assert panel.isHidden()
    assert window.screens.bench.touches.foot.isHidden()


def test_the_links_are_large_enough_for_a_finger_and_named(window: Window) -> None:
    at_work(window, decided()[0])
    foot = window.screens.bench.touches.foot
    assert min(it.height() for it in (foot.own, foot.why)) >= SMALL_BUTTON
    assert foot.why.accessibleName() == "Why these touches?"


# ---- what is told


def test_it_says_the_rule_and_each_leaf_that_was_met(window: Window) -> None:
    panel, *_ = with_grounds(window)
    told = panel.accessibleName()
    assert "note — rule “Fifth order” (v4)." in told
    assert "order number is a multiple of 5 (it is the 5th)." in told
    assert "no incident is open." in told


def test_a_loser_names_what_outranked_it_and_a_near_miss_what_was_missing(
    window: Window,
) -> None:
    panel, *_ = with_grounds(window)
    told = panel.accessibleName()
    assert "“Birthday” note — “Fifth order” comes first." in told
    assert "“Large order” — order total: not as the rule wants it." in told


def test_where_nothing_is_suggested_it_says_so_and_what_was_near(window: Window) -> None:
    bench, explained = decided(())
    panel = at_work(window, bench)
    assert window.screens.bench.touches.foot.accessibleName() == "No touch is suggested."
    QTest.keyClick(window, F3)
    window.screens.show_why(explained)
    assert panel.accessibleName().startswith("Why no touch? No rule suggests one")


def test_the_grounds_of_another_order_come_too_late(window: Window) -> None:
    _, explained = decided(order=made.an_order(id=7))
    panel = at_work(window, decided()[0])
    QTest.keyClick(window, F3)
    window.screens.show_why(explained)
    assert "rule “" not in panel.accessibleName()


def test_a_piece_takes_it_away(window: Window) -> None:
    panel, bench, _ = with_grounds(window)
    window.show_step(Step(bench, out.PieceOk(bench.order.lines[1], 1)))
    assert panel.isHidden()
    assert window.screens.bench.touches.isVisible()


# ---- as much as fits

_LEAF = Leaf("the number of orders of this customer is a multiple of five", "(the 5th)")
_RULE = Passed("“A rule with quite a long name”", "Handwritten note", "something comes first")
MUCH = Told(
    tuple(Reasoned(f"Touch {n}", "rule “Fifth order” (v4)", (_LEAF,) * 5) for n in range(5)),
    (_RULE,) * 8,
    (_RULE,) * 9,
)


@pytest.mark.parametrize("high", [290, 330, 440, 520, 900])
def test_what_has_no_room_is_counted_never_cut_off(english: Words, high: int) -> None:
    lines = fitting(MUCH, QRectF(PAD, 0, WIDE, high), english)
    assert sum(height(it, WIDE) for it in lines) <= high
    text = " ".join(run.text for it in lines for run in it.runs)
    assert all(f"Touch {n}" in text for n in range(5))
    assert "8 rules" in text
    assert "9 rules" in text


def test_whoever_listens_hears_all_of_it(english: Words) -> None:
    heard = read(MUCH, english)
    assert len(heard) == 5 * (1 + 5) + (1 + 8) + (1 + 9)
