"""From orders to what is taken from which shelf, into which slot of the cart."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.domain.bench import InBox, Parked, Short, Swap
from packstation.domain.picking import (
    MOST,
    MOST_SLOTS,
    Cart,
    NoteAtHand,
    PaperPicking,
    PickingChoice,
    PickingSheet,
    by_place,
    chosen,
    kept_within,
    sheet_of,
)
from packstation.domain.scans import Problem
from tests import making as made


def _parked(revision: int = 1, **box: object) -> Parked:
    counts = {"counts": (1, 0, 0)} | box
    inside = InBox(**counts)  # type: ignore[arg-type] # InBox checks the names
    return Parked(box=inside, revision=revision, by="Ana", at=made.NOON)


def _papers(orders: int, slots: int) -> PaperPicking:
    sheets = tuple(sheet_of(made.an_order(number=str(n))) for n in range(orders))
    return PaperPicking(sheets=sheets, slots=slots, shop="", zone="UTC", language="es")


@pytest.mark.parametrize(
    "places",
    [
        ("A2", "A10"),
        ("A-2", "A10"),
        ("A-01-4", "A-01-5", "A-02-1", "A-10-1", "B-01-1"),
        ("1", "2", "10", "A1"),
        ("a2", "B1", "c10"),
        ("estante 9", "estante 12", "Pasillo 1"),
        ("A7", "A٨", "A" + "9" * 5000),
        ("Z99", ""),
        ("Ñ 1", " "),
    ],
)
def test_places_come_as_they_stand_in_the_room(places: tuple[str, ...]) -> None:
    assert tuple(sorted({*places}, key=by_place)) == places


@given(some.lists(some.text(max_size=12), max_size=12))
def test_whatever_stands_for_a_place_has_one_order(places: list[str]) -> None:
    known = {by_place(place): place for place in places}
    assert [known[it] for it in sorted(known)] == sorted({*places}, key=by_place)


def test_a_sheet_goes_by_place_with_everything_of_the_order() -> None:
    order = made.an_order(lines=(made.a_line(made.TEA), made.a_line(made.CUP, 3)))
    sheet = sheet_of(order, NoteAtHand.TO_WRITE)
    taken = [(it.product.place, it.quantity) for it in sheet.picks]
    assert taken == [("A-01-4", 3), ("C-11-1", 1)]
    assert (sheet.pieces, sheet.flags, sheet.message) == (4, order.flags, True)


def test_of_what_was_put_aside_only_the_rest_is_fetched() -> None:
    short = {1: Short(2, Problem.MISSING)}
    swaps = {2: (Swap(made.BIG_CUP, 0),)}
    sheet = sheet_of(made.an_order(), parked=_parked(short=short, swaps=swaps))
    told = {it.product.sku: (it.quantity, it.in_box, it.stays_out) for it in sheet.picks}
    assert told == {"TET-001": (0, 1, 0), "TAZ-002": (1, 0, 2), "TAZ-003": (1, 0, 0)}
    assert sheet.aside


def test_of_an_order_that_changed_since_nothing_is_believed_to_be_in_its_box() -> None:
    sheet = sheet_of(made.an_order(revision=2), parked=_parked(revision=1))
    assert sheet.pieces == made.an_order().pieces


def test_a_cart_takes_each_product_once_for_all_its_slots() -> None:
    first = sheet_of(made.an_order(lines=(made.a_line(made.CUP, 2), made.a_line(made.TEA))))
    wish = made.a_line(made.CUP, 1, note="Para Ana")
    second = sheet_of(made.an_order(lines=(made.a_line(made.CUP, 3), wish)))
    cups, tea = Cart((first, second)).stops
    assert (cups.product, cups.slots, cups.quantity) == (made.CUP, ((1, 2), (2, 4)), 6)
    assert cups.wished == (2,)
    assert (tea.product, tea.slots, tea.wished) == (made.TEA, ((1, 1),), ())


@given(some.integers(0, 30), some.integers(1, 12))
def test_every_order_has_its_slot_and_no_cart_too_many(orders: int, slots: int) -> None:
    papers = _papers(orders, slots)
    carts = papers.carts
    there: tuple[PickingSheet, ...] = sum((it.sheets for it in carts), ())
    assert there == papers.sheets
    assert [len(it.sheets) for it in carts[:-1]] == [slots] * (len(carts) - 1)
    assert sum(it.quantity for cart in carts for it in cart.stops) == 5 * orders


def test_without_a_cart_there_is_none() -> None:
    assert _papers(3, 0).carts == ()


@pytest.mark.parametrize(
    "choice, before, ids",
    [
        (PickingChoice(2), 3, [0, 1]),
        (PickingChoice(0), 3, [0, 1, 2]),
        (PickingChoice(0), 0, []),
        (PickingChoice(0), 99, list(range(MOST))),
    ],
)
def test_the_soonest_to_leave_are_chosen(
    choice: PickingChoice, before: int, ids: list[int]
) -> None:
    assert chosen(range(80), choice, before) == range(len(ids))


def test_what_somebody_changed_by_hand_is_kept_within_reason() -> None:
    assert kept_within(PickingChoice(999, 999)) == PickingChoice(MOST, MOST_SLOTS)
    assert kept_within(PickingChoice(-1, -1)) == PickingChoice(0, 0)
