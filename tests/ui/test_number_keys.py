"""Digits at the bench: one alone is a touch's, several are the beginning of a code."""

from PySide6.QtCore import Qt

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.scans import AnswerTouch, Reply, TypeCode
from packstation.ui.number_keys import ALONE_MS
from tests import making as made
from tests.keystrokes import ENTER
from tests.ui.hand import ENGLISH, Hand, at_work

FREE = Step(Free(ENGLISH), out.SignedIn("Marta"))


def test_a_digit_alone_gives_its_touch_after_a_moment(hand: Hand) -> None:
    at_work(hand)
    hand.hit(Qt.Key.Key_2, "2")
    assert hand.wishes == []
    hand.qtbot.waitUntil(lambda: bool(hand.wishes), timeout=4 * ALONE_MS)
    assert hand.wishes == [AnswerTouch("note", Reply.GIVEN)]


def test_three_digits_in_a_second_and_a_half_are_one_number() -> None:
    assert 1_500 / 2 <= ALONE_MS < 1_000


def test_enter_does_not_let_a_digit_wait(hand: Hand) -> None:
    at_work(hand)
    hand.window.screens.bench.footer.undo.setFocus()
    hand.hit(Qt.Key.Key_2, "2")
    hand.window.setFocus()
    hand.hit(ENTER)
    assert hand.wishes == [AnswerTouch("note", Reply.GIVEN)]


def test_a_number_typed_by_hand_ticks_nothing_and_lands_in_the_field(hand: Hand) -> None:
    at_work(hand)
    hand.type("1231")
    field = hand.window.screens.bench.panels.question.field
    assert (field.text(), hand.focus) == ("1231", field)
    hand.hit(ENTER)
    assert hand.wishes == [TypeCode("1231")]


def test_a_digit_of_the_order_before_ticks_nothing_in_the_next(hand: Hand) -> None:
    at_work(hand)
    hand.hit(Qt.Key.Key_1, "1")
    other = made.an_order(id=77, number="1077")
    at_work(hand, made.a_bench(packer=ENGLISH, order=other))
    hand.window.screens.bench.numbers.settle()
    assert hand.wishes == []


def test_between_two_parcels_a_code_is_just_typed(hand: Hand) -> None:
    hand.window.show_step(FREE)
    hand.type("A1042")
    hand.hit(ENTER)
    assert hand.wishes == [TypeCode("A1042")]
