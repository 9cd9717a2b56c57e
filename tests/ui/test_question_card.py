"""What the bench asks back, in the place of the next piece, and every way to answer it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack
from packstation.domain.scans import PutBack, Seal, Undo
from packstation.ui.bench_screen import BenchScreen
from tests.making import a_bench, an_order
from tests.ui.test_bench_screen import press, show

FULL = a_bench(counts=(1, 3, 1))


@pytest.mark.parametrize("button, wish", [("yes", Seal()), ("no", Undo())])
def test_a_question_can_be_answered_both_ways(
    screen: BenchScreen, qtbot: QtBot, button: str, wish: object
) -> None:
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1))
    with qtbot.waitSignal(screen.wished) as pressed:
        getattr(screen.question, button).click()
    assert pressed.args == [wish]


@pytest.mark.parametrize("button, wish", [("yes", PutBack()), ("no", Undo())])
def test_emptying_the_box_is_asked_in_the_same_place(
    screen: BenchScreen, qtbot: QtBot, button: str, wish: object
) -> None:
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1), out.AskBeforeSeal(1, ()))
    emptying = replace(FULL, asked=AskBack.PUT_BACK, aside=1)
    show(screen, emptying, out.AskBeforePutBack("1042", 5))
    assert screen.question.accessibleName().strip() == (
        "Put order 1042 back on the list? Take the 5 pieces out of the box."
    )
    with qtbot.waitSignal(screen.wished) as pressed:
        getattr(screen.question, button).click()
    assert pressed.args == [wish]


def test_the_box_is_emptied_by_a_key_only_while_that_is_asked(
    screen: BenchScreen, qtbot: QtBot
) -> None:
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1))
    with qtbot.assertNotEmitted(screen.wished):
        press(screen, Qt.Key.Key_F11)
    show(screen, replace(FULL, asked=AskBack.PUT_BACK))
    with qtbot.waitSignal(screen.wished) as pressed:
        press(screen, Qt.Key.Key_F11)
    assert pressed.args == [PutBack()]
    show(screen, FULL)
    with qtbot.assertNotEmitted(screen.wished):
        press(screen, Qt.Key.Key_F11)


def test_a_shorter_question_needs_less_room(screen: BenchScreen) -> None:
    long = out.AskBeforeSeal(1, ("box", "note", "lemon"), ("ᓚᘏᗢ " * 30,))
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1), long)
    before = screen.question.height()
    emptying = replace(FULL, asked=AskBack.PUT_BACK, aside=1)
    show(screen, emptying, out.AskBeforePutBack("1042", 5))
    assert screen.question.height() < before


def test_a_question_taken_back_gives_the_place_back(screen: BenchScreen) -> None:
    show(screen, replace(FULL, asked=AskBack.SEAL, aside=1))
    show(screen, FULL, out.Undone(""))
    assert screen.question.isHidden()
    assert not screen.next.isHidden()


@pytest.mark.parametrize(
    "asked, outcome",
    [
        (AskBack.SEAL, out.AskBeforeSeal(1, ())),
        (AskBack.PUT_BACK, out.AskBeforePutBack("1042", 5)),
    ],
)
def test_the_foot_leads_to_the_question_and_asks_nothing_else(
    screen: BenchScreen, asked: AskBack, outcome: out.Outcome
) -> None:
    show(screen, replace(FULL, asked=asked, aside=1), outcome)
    assert screen.footer.accessibleName() == "Look at the question."


def test_what_the_slip_cannot_show_is_called_by_its_place(screen: BenchScreen) -> None:
    order = an_order(gift_message="Feliz 𓃠")
    said = out.AskBeforeSeal(0, (), ("Feliz 𓃠",))
    show(screen, replace(FULL, order=order, asked=AskBack.SEAL, plan=()), said)
    assert screen.question.accessibleName().strip() == (
        "The printer lacks some letters (gift message “Feliz”). Print without them?"
    )
