"""What was written with the order is read whole wherever there is room."""

from dataclasses import replace

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Packing
from packstation.domain.packing import Step
from packstation.ui.window import Window
from tests import making as made

LONG = made.an_order(message="¡Hola! " * 45)
FEW = replace(made.a_bench(), order=LONG)


def test_a_long_message_takes_the_room_that_is_free(window: Window) -> None:
    assert _cut(window, FEW, out.Opened(LONG, None)) == 0


def test_many_rows_and_a_long_message_share_the_room(window: Window) -> None:
    order = replace(made.an_order_of(20), message=LONG.message)
    many = replace(FEW, order=order, counts=(0,) * 20)
    assert _cut(window, many, out.Opened(order, None)) > 0
    assert window.screens.bench.order.height() > 100


def test_the_last_question_leaves_the_message_whole(window: Window) -> None:
    asked = replace(made.a_bench(counts=(1, 3, 1)), asked=AskBack.SEAL, aside=1)
    letters = tuple(f"𓃠 para {made.LONG_NAME}" for _ in range(3))
    assert _cut(window, asked, out.AskBeforeSeal(1, ("note", "lemon"), letters)) == 0


def _cut(window: Window, bench: Packing, outcome: out.Outcome) -> float:
    """How much of its messages has no room, in pixels."""
    window.show_step(Step(bench, outcome))
    messages = window.screens.bench.messages
    return messages.height_at(float(messages.width()), 10_000.0) - messages.height()
