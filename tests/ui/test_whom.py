"""Whom an order is for, in a row: a long name leaves room for the rest."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.orders import Hit, Search
from packstation.domain.packing import Step
from packstation.ui import marks
from packstation.ui.look import OK, SOFT, STOP, WARN
from packstation.ui.notices import Mark
from packstation.ui.search_panel import sign_of
from packstation.ui.whom import whom
from packstation.ui.window import Window
from packstation.words.words import Words
from tests import making as made

LONG = made.a_hit(customer_name=made.LONG_NAME)


def _found(window: Window, *hits: Hit) -> list[QImage]:
    window.show_step(Step(Free(made.a_packer(language="en")), out.SignedIn("Marta")))
    search = window.screens.free.panels.search
    window.screens.free.seek.click()
    search.field.setText("104")
    window.show_search(Search("104", hits))
    return [row.grab().toImage() for row in search.rows if row.isVisible()]


def test_behind_a_long_name_the_pieces_are_still_seen(window: Window) -> None:
    five, six = _found(window, LONG, replace(LONG, pieces=6))
    assert five != six


def test_the_end_of_a_long_name_tells_it_from_its_sister(window: Window) -> None:
    one, other = _found(window, LONG, replace(LONG, customer_name=f"{made.LONG_NAME} II"))
    assert one != other


def test_in_the_list_too_a_name_gives_way_and_what_is_behind_it_does_not(
    english: Words,
) -> None:
    waiting = made.a_waiting(customer_name=made.LONG_NAME, held_because="no teapot")
    name, rest = whom(waiting, english, made.a_shop())
    assert (name.text, name.folds) == (made.LONG_NAME, True)
    assert (rest.text, rest.folds) == (" · no teapot", False)


@pytest.mark.parametrize(
    "state, mark, tint",
    [
        ("open", None, SOFT),
        ("claimed", marks.care, WARN),
        ("held", marks.pause, SOFT),
        ("parked", marks.pause, SOFT),
        ("packed", marks.tick, OK),
        ("shipped", marks.tick, OK),
        ("cancelled", marks.cross, STOP),
    ],
)
def test_how_an_order_stands_has_its_mark(state: str, mark: Mark | None, tint: str) -> None:
    assert sign_of(state) == (mark, tint)
