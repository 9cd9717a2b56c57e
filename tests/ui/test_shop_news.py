"""What the shop says of the order on the bench: over all, and before the seal."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Asking
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.orders import Detail
from packstation.domain.scans import Seal, TakeNews, Undo, Wish
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.button import Weight
from packstation.ui.look import ACT, CARD, NIGHT, STOP
from packstation.ui.seal_button import Sealing
from tests.making import CUP, a_bench, a_line, an_order
from tests.ui.test_bench_screen import ENGLISH, press, show

FULL = a_bench(counts=(1, 3, 1))
CANCELLED = News("7", "cancelled")
CHANGED = News("8", "open", (Difference(Part.LINES, "3", "2", "Taza de barro"),))


@pytest.mark.parametrize(
    "news, said, told",
    [
        (CANCELLED, "ORDER CANCELLED: do not pack it", ""),
        (
            CHANGED,
            "THE SHOP HAS CHANGED THE ORDER, NO INVOICE IN THE BOX, PAPER FILLING, NO PLASTIC",
            "Taza de barro: 2 instead of 3",
        ),
    ],
)
def test_what_the_shop_says_stands_over_all_until_it_is_no_news(
    screen: BenchScreen, news: News, said: str, told: str
) -> None:
    before = a_bench()
    show(screen, before)
    known, top = screen.flags.accessibleName(), screen.next.geometry().top()
    show(screen, replace(before, news=news), out.PieceOk(a_line(CUP, 3), 1))
    assert screen.flags.accessibleName() == said
    assert screen.news.accessibleName() == told
    assert screen.news.isVisible() is bool(told)
    assert screen.first.up.geometry().top() == top + screen.news.high
    show(screen, before)
    assert (screen.flags.accessibleName(), screen.next.geometry().top()) == (known, top)
    assert screen.news.isHidden()


def test_a_cancelled_order_shows_what_to_do_in_place_of_the_next_piece(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, a_bench(news=CANCELLED), out.PieceOk(a_line(CUP, 3), 1))
    assert screen.next.isHidden()
    assert screen.question.accessibleName() == (
        "3 pieces go back to their places The customer no longer expects this parcel"
    )
    assert screen.question.no.isHidden()
    with qtbot.waitSignal(screen.wished) as wished:
        screen.question.yes.click()
    assert wished.args == [TakeNews()]


def test_a_cancelled_order_with_all_its_pieces_is_not_offered_for_signing(
    screen: BenchScreen,
) -> None:
    show(screen, replace(FULL, news=CANCELLED, plan=()), out.AllDone(a_line(CUP, 3)))
    assert Sealing.on(replace(FULL, news=CANCELLED, plan=()), ENGLISH).weight is Weight.RESTING
    assert screen.question.isVisible()


def test_an_empty_box_of_a_cancelled_order_has_nothing_to_go_back(screen: BenchScreen) -> None:
    show(screen, a_bench(news=CANCELLED, counts=(0, 0, 0)))
    assert screen.question.accessibleName().startswith("The box is empty")


def test_the_next_piece_comes_back_when_the_shop_takes_the_cancelling_back(
    screen: BenchScreen,
) -> None:
    show(screen, a_bench(news=CANCELLED))
    show(screen, a_bench())
    assert screen.question.isHidden()
    assert screen.next.isVisible()


def test_what_must_be_asked_of_a_piece_is_asked_of_a_cancelled_order_too(
    screen: BenchScreen,
) -> None:
    order = an_order(lines=(a_line(replace(CUP, asks=(Detail.SERIAL,))),))
    show(screen, a_bench(order=order, counts=(0,), news=CANCELLED, asking=Asking(0, 1)))
    assert screen.detail.isVisible()
    assert screen.question.isHidden()


def test_a_cancelled_order_leaves_the_bench_or_stays_unsigned(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(
        screen,
        replace(FULL, news=CANCELLED, asked=AskBack.CANCELLED),
        out.ShopSays("1042", CANCELLED),
    )
    assert screen.question.accessibleName().strip() == (
        "5 pieces go back to their places The customer no longer expects this parcel"
    )
    assert screen.footer.accessibleName() == "A cancelled order is not signed."
    assert screen.question.take.isHidden()
    for button, wish in (("yes", TakeNews()), ("no", Undo())):
        with qtbot.waitSignal(screen.wished) as wished:
            getattr(screen.question, button).click()
        assert wished.args == [wish]


@pytest.mark.parametrize(
    "button, wish", [("yes", Seal()), ("take", TakeNews()), ("no", Undo())]
)
def test_a_changed_order_is_signed_without_the_change_or_takes_it_in(
    screen: BenchScreen, qtbot: QtBot, button: str, wish: Wish
) -> None:
    changed = replace(FULL, news=CHANGED, asked=AskBack.SEAL, plan=())
    show(screen, changed, out.AskBeforeSeal(0, (), news=CHANGED))
    assert screen.question.yes.label == "Sign without the change"
    assert screen.news.isHidden()
    with qtbot.waitSignal(screen.wished) as wished:
        getattr(screen.question, button).click()
    assert wished.args == [wish]


@pytest.mark.parametrize(
    "news, asked",
    [
        (CHANGED, None),
        (CHANGED, AskBack.SEAL),
        (CHANGED, AskBack.PUT_BACK),
        (CANCELLED, None),
        (CANCELLED, AskBack.CANCELLED),
    ],
)
def test_a_key_takes_in_what_the_shop_says(
    screen: BenchScreen, qtbot: QtBot, news: News, asked: AskBack | None
) -> None:
    show(screen, replace(FULL, news=news, asked=asked, plan=()))
    with qtbot.waitSignal(screen.wished) as wished:
        press(screen, Qt.Key.Key_F10)
    assert wished.args == [TakeNews()]


def test_that_key_means_nothing_where_the_shop_says_nothing(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, replace(FULL, news=CHANGED))
    show(screen, FULL)
    with qtbot.assertNotEmitted(screen.wished):
        press(screen, Qt.Key.Key_F10)


def test_the_change_is_taken_in_by_a_tap_before_anything_is_asked(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, a_bench(news=CHANGED))
    with qtbot.waitSignal(screen.wished) as wished:
        screen.news.take.click()
    assert wished.args == [TakeNews()]


def test_each_change_has_its_line_and_too_many_are_counted(screen: BenchScreen) -> None:
    told = tuple(replace(CHANGED.differences[0], what=name) for name in "ABCD")
    many = News("9", "open", told)
    show(screen, replace(FULL, news=many, asked=AskBack.SEAL, plan=()))
    assert screen.question.accessibleName().strip() == (
        "The shop has changed the order • A: 2 instead of 3 • B: 2 instead of 3 "
        "• and 2 more changes"
    )
    show(screen, replace(FULL, news=replace(many, differences=told[:3]), asked=AskBack.SEAL))
    assert "• C: 2 instead of 3" in screen.question.accessibleName()


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
    assert len({(box.left(), box.width()) for box in boxes}) == 1


def test_what_is_cancelled_while_the_bench_asks_takes_no_more_room(screen: BenchScreen) -> None:
    show(screen, replace(FULL, news=CANCELLED))
    fresh = screen.question.height()
    show(screen, replace(FULL, news=CHANGED, asked=AskBack.SEAL, aside=1))
    show(screen, replace(FULL, news=CANCELLED))
    assert screen.question.height() == fresh


def test_a_cancelled_order_is_red_at_an_arms_length(screen: BenchScreen) -> None:
    show(screen, a_bench(news=CHANGED))
    assert _ground(screen.flags) == NIGHT
    show(screen, a_bench(news=CANCELLED))
    assert _ground(screen.flags) == STOP


def test_the_change_is_what_one_is_led_to_not_signing_without_it(screen: BenchScreen) -> None:
    show(screen, replace(FULL, news=CHANGED, asked=AskBack.SEAL, plan=()))
    assert (_ground(screen.question.take), _ground(screen.question.yes)) == (ACT, CARD)
    show(screen, replace(FULL, asked=AskBack.SEAL, plan=(), aside=1))
    assert _ground(screen.question.yes) == ACT


def _ground(widget: QWidget) -> str:
    """Near the right edge, where nothing is written."""
    seen = widget.grab().toImage()
    return seen.pixelColor(seen.width() - 8, seen.height() // 2).name().upper()
