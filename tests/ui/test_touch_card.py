"""A touch with its answer stays where it was, and reads on where its buttons have been."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from packstation.domain import outcomes as out
from packstation.domain.packing import Step
from packstation.domain.scans import Reply
from packstation.domain.touches import TouchKind
from packstation.ui.ink import Ink
from packstation.ui.lettering import LEFT, Align, Run
from packstation.ui.look import TEXT_BOLD
from packstation.ui.painted import put
from packstation.ui.touch_asked import DENSITIES, ROOMY, Asked, Density
from packstation.ui.touch_card import TouchCard, height_at
from packstation.ui.window import Window
from tests import making as made
from tests.states import states

WIDE = 700
ASKED = Asked(
    key="lemon",
    kind=TouchKind.TREAT,
    number=3,
    name="Caramelos de limón",
    because="porque es su cuarto pedido y le van",
    give="Añadir",
    decline="Hoy no",
)
GIVEN = replace(ASKED, answer="añadidos", reply=Reply.GIVEN)


@pytest.mark.parametrize("density", DENSITIES)
@pytest.mark.parametrize("because", [ASKED.because, ASKED.because * 4])
@pytest.mark.parametrize("points", [(), ("que va con doble papel", "que la tetera hace juego")])
def test_an_answer_changes_no_height(
    density: Density, because: str, points: tuple[str, ...]
) -> None:
    before, after = (replace(it, points=points, because=because) for it in (ASKED, GIVEN))
    assert height_at(before, WIDE, density) == height_at(after, WIDE, density)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QRectF]]:
    """Each text that is written from now on, and where."""
    seen: list[tuple[str, QRectF]] = []
    write = Ink.write

    def listen(
        ink: Ink, box: QRectF, *runs: Run, lines: int = 1, align: Align = LEFT
    ) -> QRectF:
        used = write(ink, box, *runs, lines=lines, align=align)
        seen.append(("".join(run.text for run in runs), used))
        return used

    monkeypatch.setattr(Ink, "write", listen)
    return seen


@pytest.mark.parametrize("asked, lines", [(ASKED, 2), (GIVEN, 1)])
def test_the_because_of_a_given_touch_reaches_to_its_answer(
    window: Window, written: list[tuple[str, QRectF]], asked: Asked, lines: int
) -> None:
    card = TouchCard(window)
    put(card, QRectF(0, 0, WIDE, height_at(asked, WIDE, ROOMY)))
    card.show_touch(asked, ROOMY)
    card.grab()
    (high,) = (box.height() for text, box in written if asked.because in text)
    assert round(high / (TEXT_BOLD.size * TEXT_BOLD.leading)) == lines


def test_a_number_key_that_waits_is_seen_on_its_card_alone(window: Window) -> None:
    dict(states())["bench-all-done"](window, "en")
    touches = window.screens.bench.touches
    before = [card.grab().toImage() for card in touches.cards]
    touches.expect(2)
    during = [card.grab().toImage() for card in touches.cards]
    touches.expect(-1)
    assert [one == other for one, other in zip(before, during, strict=True)] == [
        True,
        False,
        True,
    ]
    assert [card.grab().toImage() for card in touches.cards] == before


@pytest.mark.parametrize("place, left", [("C-11-1", 98), ("", 6)])
def test_a_shop_that_names_no_places_leaves_no_room_for_them(
    window: Window, written: list[tuple[str, QRectF]], place: str, left: float
) -> None:
    lines = (made.a_line(made.CUP, 3), made.a_line(made.TEA))
    there = tuple(replace(it, product=replace(it.product, place=place)) for it in lines)
    order = made.an_order(lines=there)
    bench = made.a_bench(packer=made.a_packer(language="en"), order=order, counts=(0, 0))
    window.show_step(Step(bench, out.Opened(order, None)))
    window.screens.bench.order.grab()
    assert next(box.left() for text, box in written if text.startswith("Té verde")) == left
