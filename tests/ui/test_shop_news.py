"""What the shop says of the order on the bench: over all, and before the seal."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.scans import Seal, TakeNews, Undo, Wish
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.look import install_fonts
from tests.making import CUP, NOON, a_bench, a_line
from tests.ui.test_bench_screen import press, show

FULL = a_bench(counts=(1, 3, 1))
CANCELLED = News("7", "cancelled")
CHANGED = News("8", "open", (Difference(Part.LINES, "3", "2", "Taza de barro"),))


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[BenchScreen]:
    install_fonts()
    shown = BenchScreen(tmp_path)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.heading.show_clock(NOON)
    shown.show()
    yield shown
    shown.hide()


@pytest.mark.parametrize(
    "news, said",
    [
        (CANCELLED, "The shop has cancelled this order"),
        (CHANGED, "The shop has changed this order: Taza de barro: 2 instead of 3"),
    ],
)
def test_what_the_shop_says_stands_over_all_until_it_is_no_news(
    screen: BenchScreen, news: News, said: str
) -> None:
    before = a_bench()
    show(screen, before)
    known, top = screen.flags.accessibleName(), screen.next.geometry().top()
    show(screen, replace(before, news=news), out.PieceOk(a_line(CUP, 3), 1))
    assert screen.flags.accessibleName() == f"{said}, {known}"
    assert screen.next.geometry().top() >= top
    show(screen, before)
    assert (screen.flags.accessibleName(), screen.next.geometry().top()) == (known, top)


def test_a_cancelled_order_leaves_the_bench_or_stays_unsigned(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(
        screen,
        replace(FULL, news=CANCELLED, asked=AskBack.CANCELLED),
        out.ShopSays("1042", CANCELLED),
    )
    assert screen.question.accessibleName().strip() == (
        "The shop has cancelled this order Do not pack it: every piece back to its place."
    )
    assert screen.question.take.isHidden()
    for button, wish in (("yes", TakeNews()), ("no", Undo())):
        with qtbot.waitSignal(screen.wished) as wished:
            getattr(screen.question, button).click()
        assert wished.args == [wish]


@pytest.mark.parametrize(
    "button, wish", [("yes", Seal()), ("take", TakeNews()), ("no", Undo())]
)
def test_a_changed_order_is_signed_as_it_was_or_the_change_taken_in(
    screen: BenchScreen, qtbot: QtBot, button: str, wish: Wish
) -> None:
    changed = replace(FULL, news=CHANGED, asked=AskBack.SEAL, plan=())
    show(screen, changed, out.AskBeforeSeal(0, (), news=CHANGED))
    assert screen.question.yes.label == "Sign it as it was"
    with qtbot.waitSignal(screen.wished) as wished:
        getattr(screen.question, button).click()
    assert wished.args == [wish]


def test_the_change_is_taken_in_by_a_key_and_only_where_it_is_asked(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, replace(FULL, news=CHANGED))
    with qtbot.assertNotEmitted(screen.wished):
        press(screen, Qt.Key.Key_F10)
    show(screen, replace(FULL, news=CHANGED, asked=AskBack.SEAL, plan=()))
    with qtbot.waitSignal(screen.wished) as wished:
        press(screen, Qt.Key.Key_F10)
    assert wished.args == [TakeNews()]


def test_another_question_offers_no_change_to_take_in(screen: BenchScreen) -> None:
    show(screen, replace(FULL, news=CHANGED, asked=AskBack.SEAL, plan=()))
    show(screen, replace(FULL, asked=AskBack.SEAL, plan=(), aside=1))
    assert screen.question.take.isHidden()
    assert screen.question.yes.label == "Yes, sign and print"


@pytest.mark.parametrize("width, height", [(1366, 768), (1920, 1080)])
def test_every_answer_has_its_place(screen: BenchScreen, width: int, height: int) -> None:
    screen.resize(width, height)
    show(screen, replace(FULL, news=CHANGED, asked=AskBack.SEAL, aside=1))
    card = screen.question
    boxes = [it.geometry() for it in (card.yes, card.take, card.no)]
    assert all(card.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
