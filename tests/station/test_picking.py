"""Fetching from the shelves: which orders, what of each, and where the papers go."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from packstation.assemble import Opened, note_table
from packstation.devices.printers import Folder, PrinterTrouble, Submitted
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.note_cards import Doing, TellCard
from packstation.domain.picking import (
    AskPicking,
    NoteAtHand,
    PickingChoice,
    PickingNews,
    PickingOut,
    PrintPicking,
    ToPick,
)
from packstation.domain.printing import Trouble
from packstation.pressroom import Pressroom
from packstation.slips.press import SlipUndrawn
from packstation.station.picking import NotFetched, PickingDesk, PickingPapers
from tests import making as made
from tests.note_shop import found_note_shop
from tests.slips.reading import text_of
from tests.small_shop import NOW, a_new_shop, an_arriving_order, found_shop
from tests.station.mornings import MARTA

SHELVES = (
    ("1042", [("A-01-4", 3), ("B-02-1", 1), ("C-11-1", 1)]),
    ("1043", [("C-11-1", 1)]),
)


class _Jammed:
    name = "HL"

    def submit(self, pdf: bytes, title: str) -> Submitted:
        del pdf, title
        raise PrinterTrouble(Trouble.JAM)


class _Torn:
    def draw_picking(self, picking: str) -> bytes:
        raise SlipUndrawn(picking)


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    shops: list[Opened] = []

    def found_one(*orders: ArrivingOrder) -> Opened:
        shops.append(found_shop(tmp_path, a_new_shop(*orders)))
        return shops[-1]

    yield found_one
    for it in shops:
        it.engine.dispose()


@pytest.fixture
def opened(found: Callable[..., Opened]) -> Opened:
    return found()


@pytest.fixture
def desk(opened: Opened) -> PickingDesk:
    return _desk(opened)


def _desk(opened: Opened) -> PickingDesk:
    return PickingDesk(opened.write, opened.read, opened.shop)


def _papers(opened: Opened, folder: Path) -> PickingPapers:
    return PickingPapers(_desk(opened), Folder(folder), Pressroom(), opened.shop, "A5")


def _answer(papers: PickingPapers, errand: AskPicking | PrintPicking) -> PickingNews:
    (news,) = papers.answer(errand, NOW)
    return news


def test_what_waits_for_a_hand_is_fetched_the_soonest_to_leave_first(
    desk: PickingDesk,
) -> None:
    sheets = desk.sheets(desk.waiting(), NOW)
    told = tuple(
        (it.number, [(pick.product.place, pick.quantity) for pick in it.picks]) for it in sheets
    )
    assert told == SHELVES


def test_an_order_is_named_by_its_number_or_its_code_and_fetched_once(
    desk: PickingDesk,
) -> None:
    ids, refused = desk.named(("1043", "1042"))
    codes = [it.code for it in desk.sheets(ids, NOW)]
    again, none = desk.named((codes[0].lower(), "1043", f" {codes[1]}"))
    assert (again, refused, none) == (ids, (), ())


def test_what_cannot_be_fetched_is_named_with_its_reason(desk: PickingDesk) -> None:
    ids, refused = desk.named(("1042", "1045", "900", "1044", "7777", "", "K7QX"))
    assert len(ids) == 1
    assert refused == (
        NotFetched("1045", "cancelled"),
        NotFetched("900", "shipped"),
        NotFetched("1044", "held"),
        NotFetched("7777", "unknown"),
        NotFetched("", "unknown"),
        NotFetched("K7QX", "unknown"),
    )


def test_a_number_of_two_orders_names_neither(found: Callable[..., Opened]) -> None:
    twice = (
        an_arriving_order("1", ("TE-100", 1)),
        an_arriving_order("1", ("TE-100", 1), outside_id="other"),
    )
    assert _desk(found(*twice)).named(("1",)) == ((), (NotFetched("1", "several"),))


def test_an_order_that_still_arrives_is_not_there_yet(
    opened: Opened, desk: PickingDesk
) -> None:
    (code,) = (it.code for it in desk.sheets(desk.named(("1043",))[0], NOW))
    with opened.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE orders SET state = 'arriving' WHERE number = '1043'")
    assert desk.named((code,)) == ((), (NotFetched(code, "unknown"),))


def test_a_kit_is_fetched_by_its_parts(found: Callable[..., Opened]) -> None:
    desk = _desk(found(an_arriving_order("1", ("TE-SET", 2), ("TE-100", 1))))
    (sheet,) = desk.sheets(desk.waiting(), NOW)
    told = [(it.product.sku, it.quantity, it.kit) for it in sheet.picks]
    assert told == [
        ("TAZ-002", 4, "Set de té"),
        ("TE-100", 1, ""),
        ("TE-100", 2, "Set de té"),
    ]


def test_hundreds_are_read_in_a_few_statements(found: Callable[..., Opened]) -> None:
    lines = (("TET-001", 1), ("TE-SET", 1), ("TAZ-003", 2))
    opened = found(*(an_arriving_order(str(n), *lines) for n in range(120)))
    asked: list[str] = []
    with opened.read() as work:
        ids = work.note_cards.waiting(500)
        event.listen(
            opened.engine, "before_cursor_execute", lambda *call: asked.append(str(call[2]))
        )
        orders = [it.order for it in work.picking.orders(ids)]
        told = len(asked)
        assert orders == [work.orders.snapshot(it)[0] for it in ids]
    assert told == 6


def test_a_note_is_marked_as_the_bench_will_want_it(tmp_path: Path) -> None:
    opened = found_note_shop(tmp_path)
    table, desk = note_table(opened), _desk(opened)
    first, *_ = table.lay(MARTA, NOW).notes
    table.tell(TellCard(MARTA, first.order_id, Doing.WRITE), NOW)

    marks = [it.note for it in desk.sheets(desk.waiting(), NOW)]

    opened.engine.dispose()
    assert marks == [NoteAtHand.WRITTEN, NoteAtHand.TO_WRITE, NoteAtHand.TO_WRITE]


def test_a_bench_is_told_what_waits_and_what_it_chose_last(
    opened: Opened, tmp_path: Path
) -> None:
    papers = _papers(opened, tmp_path)
    first = _answer(papers, AskPicking())
    _answer(papers, PrintPicking(made.a_packer(), PickingChoice(1, 4)))
    then = _answer(papers, AskPicking())
    assert isinstance(first, ToPick)
    assert (first.waiting, first.before, first.choice) == (2, 2, PickingChoice())
    assert then == replace(first, choice=PickingChoice(1, 4))


def test_another_bench_has_a_choice_of_its_own(opened: Opened, tmp_path: Path) -> None:
    _answer(_papers(opened, tmp_path), PrintPicking(made.a_packer(), PickingChoice(1, 4)))
    other = replace(opened, settings=replace(opened.settings, bench="3"))
    there = _answer(_papers(other, tmp_path), AskPicking())
    assert isinstance(there, ToPick)
    assert there.choice == PickingChoice()


@pytest.mark.parametrize("broken", ["[]", '{"orders": "many"}', "7"])
def test_a_choice_nobody_can_read_is_the_usual_one(
    opened: Opened, desk: PickingDesk, broken: str
) -> None:
    with opened.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO settings (key, value) VALUES ('picking.2', ?)", (broken,)
        )
    assert desk.to_pick(NOW).choice == PickingChoice()


def test_the_papers_come_out_in_the_language_of_whoever_fetches(
    opened: Opened, tmp_path: Path
) -> None:
    asked = PrintPicking(made.a_packer(language="en"), PickingChoice(0, 2))
    news = _answer(_papers(opened, tmp_path / "out"), asked)
    (file,) = (tmp_path / "out").iterdir()
    assert news == PickingOut(orders=2, where=file.name)
    said = text_of(file.read_bytes())
    assert ["Cart 1" in said, "Order 1042" in said, "Order 1043" in said] == [True] * 3


def test_where_nothing_waits_nothing_is_printed(
    found: Callable[..., Opened], tmp_path: Path
) -> None:
    opened = found(an_arriving_order("1", ("TE-100", 1), state="cancelled"))
    news = _answer(
        _papers(opened, tmp_path / "out"), PrintPicking(made.a_packer(), PickingChoice())
    )
    assert news == PickingOut(orders=0)
    assert not (tmp_path / "out").exists()


def test_a_printer_that_jams_and_a_press_that_fails_are_told(
    opened: Opened, tmp_path: Path
) -> None:
    asked = PrintPicking(made.a_packer(), PickingChoice())
    jammed = PickingPapers(_desk(opened), _Jammed(), Pressroom(), opened.shop, "A4")
    torn = PickingPapers(_desk(opened), Folder(tmp_path), _Torn(), opened.shop, "A4")
    assert _answer(jammed, asked) == PickingOut(orders=2, trouble="jam")
    assert _answer(torn, asked) == PickingOut(orders=2, trouble="not drawn")
