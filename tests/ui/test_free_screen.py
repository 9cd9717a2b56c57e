"""What a packer reads between two parcels."""

from dataclasses import replace
from datetime import timedelta

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.orders import Overview, Waiting
from packstation.domain.packing import Step
from packstation.ui.window import Window
from tests import making as made


def an_english(**changes: object) -> Waiting:
    """An order in the language of the shop these tests are in."""
    return replace(made.a_waiting(language="en"), **changes)  # type: ignore[arg-type] # its names are checked at run time


@pytest.fixture
def free(window: Window) -> Window:
    window.show_step(Step(Free(made.a_packer(language="en")), out.SignedIn("Marta")))
    return window


@pytest.mark.parametrize(
    "waiting, row",
    [
        (an_english(), "1043 Ane Etxebarria · 2 pieces 14:00 · 49 min"),
        (
            an_english(leaves_at=made.NOON - timedelta(minutes=9)),
            "1043 Ane Etxebarria · 2 pieces 12:59 · 12 min late",
        ),
        (
            an_english(leaves_at=made.CUT_OFF + timedelta(hours=2), first_order=True),
            "1043 Ane Etxebarria · 2 pieces · first order 16:00",
        ),
        (
            an_english(leaves_at=made.CUT_OFF + timedelta(days=1), gift=True, pieces=1),
            "1043 Ane Etxebarria · 1 piece · gift tomorrow 14:00",
        ),
        (
            an_english(leaves_at=None, language="de"),
            "1043 Ane Etxebarria · 2 pieces · German",
        ),
        (
            an_english(state="held", held_because="no teapot", held_by="Joan"),
            "1043 Ane Etxebarria · no teapot on hold · Joan",
        ),
        (
            an_english(state="claimed", held_by="Ana"),
            "1043 Ane Etxebarria · 2 pieces with Ana",
        ),
    ],
)
def test_a_row_says_what_one_needs_to_choose(free: Window, waiting: Waiting, row: str) -> None:
    free.show_overview(made.an_overview(waiting=(waiting,)))
    assert free.screens.free.rows.rows[0].label.strip() == row


def test_held_orders_are_seen_though_many_wait(free: Window) -> None:
    many = tuple(made.a_waiting(str(n)) for n in range(2000, 2040))
    held = made.a_waiting("1031", state="held", held_because="no teapot")
    free.show_overview(made.an_overview(waiting=(*many, held), ready=40))
    shown = [row.label for row in free.screens.free.rows.rows if row.isVisible()]
    assert len(shown) == 9
    assert "no teapot" in shown[-1]


def test_fewer_orders_leave_no_row_behind(free: Window) -> None:
    free.show_overview(made.an_overview())
    free.show_overview(_nothing())
    assert not any(row.isVisible() for row in free.screens.free.rows.rows)


def test_what_was_just_packed_is_said(free: Window) -> None:
    free.show_step(Step(Free(made.a_packer(language="en")), out.Sealed(made.a_record())))
    assert "Order 1042 is packed" in free.screens.free.accessibleName()


def _nothing() -> Overview:
    return made.an_overview(waiting=(), ready=0, held=0, before_cut_off=0, cut_off=None)
