"""The note table on screen: one note at a time, and what a single key says of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Free
from packstation.domain.note_cards import (
    CardState,
    CardTold,
    Doing,
    LayTable,
    NoteAhead,
    OffTable,
    PrintSheet,
    SheetOut,
    Table,
    TableWish,
    TellCard,
)
from packstation.domain.outcomes import SignedIn
from packstation.domain.packing import Step
from packstation.domain.touches import TalkingPoint
from packstation.ui.table_panel import TablePanel
from packstation.ui.window import Window
from tests import making as made
from tests.ui.hand import Hand

MARTA = made.a_packer(language="en")
NOTES = tuple(
    NoteAhead(
        order_id=n,
        number=str(1040 + n),
        called=name,
        code=f"K7QN00000{n}0X",
        leaves_at=made.NOON + timedelta(hours=n),
        points=(TalkingPoint("first_order"),),
        text=f"Hola, {name}. Es tu primer pedido y nos hace ilusión.",
        gloss=f"Hello, {name}. Your first order is a joy.",
        language="es",
        words=10,
    )
    for n, name in enumerate(("Lucía", "Pau", "Ane"), 1)
)
OFF = replace(NOTES[2], state=CardState.TAKEN_BACK, off=OffTable.CANCELLED, points=())


@pytest.fixture
def panel(window: Window) -> TablePanel:
    window.show_step(Step(Free(MARTA), SignedIn("Marta")))
    return window.screens.free.panels.table


@pytest.fixture
def wishes(window: Window) -> list[TableWish]:
    wished: list[TableWish] = []
    window.screens.at_table.connect(wished.append)
    return wished


def _sit(panel: TablePanel, *notes: NoteAhead, rest: tuple[int, ...] = ()) -> None:
    panel.parent().open_table(MARTA)  # type: ignore[union-attr] # FreePanels
    panel.show_news(Table(packer=MARTA, notes=notes, rest=rest))


def test_f4_asks_for_the_table_and_says_that_it_looks(
    panel: TablePanel, wishes: list[TableWish], hand: Hand
) -> None:
    hand.hit(Qt.Key.Key_F4)
    assert wishes == [LayTable(MARTA)]
    assert panel.isVisible()
    assert "still looking" in panel.accessibleName()


def test_one_note_is_up_with_its_facts_and_its_gloss(panel: TablePanel) -> None:
    _sit(panel, *NOTES)
    said = panel.accessibleName()
    assert [it in said for it in ("3 notes to write", "Lucía", NOTES[0].text)] == [True] * 3
    assert "Pau" not in said


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_says_written_and_the_next_comes_up(
    panel: TablePanel, wishes: list[TableWish], hand: Hand, key: Qt.Key
) -> None:
    _sit(panel, *NOTES)
    wishes.clear()

    hand.hit(key)
    panel.show_news(CardTold(1, replace(NOTES[0], state=CardState.WRITTEN)))

    assert wishes == [TellCard(MARTA, 1, Doing.WRITE)]
    assert panel.note == NOTES[1]
    assert "1 written" in panel.accessibleName()


def test_pressed_twice_before_the_answer_it_counts_once(
    panel: TablePanel, wishes: list[TableWish]
) -> None:
    _sit(panel, *NOTES)
    wishes.clear()
    panel.next.click()
    panel.next.click()
    assert wishes == [TellCard(MARTA, 1, Doing.WRITE)]


def test_a_skipped_note_comes_once_more_at_the_end(panel: TablePanel) -> None:
    _sit(panel, *NOTES[:2])
    panel.skip.click()
    assert panel.note == NOTES[1]
    panel.skip.click()
    assert panel.note == NOTES[0]


def test_another_draft_takes_the_place_of_the_one_that_is_up(
    panel: TablePanel, wishes: list[TableWish]
) -> None:
    _sit(panel, *NOTES)
    wishes.clear()
    panel.another.click()
    panel.show_news(CardTold(1, replace(NOTES[0], text="Otra cosa.")))
    assert wishes == [TellCard(MARTA, 1, Doing.ANOTHER)]
    assert "Otra cosa." in panel.accessibleName()


def test_a_card_that_has_to_go_is_said_first_and_leaves_with_one_key(
    panel: TablePanel, wishes: list[TableWish]
) -> None:
    _sit(panel, OFF, *NOTES[:2])
    wishes.clear()
    assert "Order 1043 (Ane) was cancelled" in panel.accessibleName()
    assert panel.another.isHidden()

    panel.next.click()
    panel.show_news(CardTold(3, None))

    assert wishes == [TellCard(MARTA, 3, Doing.TAKE_OFF)]
    assert panel.note == NOTES[0]


@pytest.mark.parametrize(
    "off, button",
    [
        (OffTable.CANCELLED, "It is off the table"),
        (OffTable.CHANGED, "It is off the table"),
        (OffTable.HELD, "It lies with its order"),
    ],
)
def test_a_card_to_put_away_is_counted_as_work(
    panel: TablePanel, off: OffTable, button: str
) -> None:
    _sit(panel, replace(OFF, off=off))
    assert "1 card to put away" in panel.accessibleName()
    assert "enjoy the quiet" not in panel.accessibleName()
    assert panel.next.label == button


def test_the_sheet_is_printed_as_the_table_lies(
    panel: TablePanel, wishes: list[TableWish]
) -> None:
    _sit(panel, *NOTES)
    wishes.clear()
    panel.print.click()
    assert wishes == [PrintSheet(Table(packer=MARTA, notes=NOTES))]
    panel.show_news(SheetOut(where="notes.pdf"))
    assert panel.note == NOTES[0]


def test_nothing_is_printed_before_all_orders_are_looked_at(panel: TablePanel) -> None:
    _sit(panel, *NOTES, rest=(7,))
    assert panel.print.isHidden()


def test_an_empty_table_is_a_calm_table(panel: TablePanel) -> None:
    _sit(panel)
    assert "Nothing to write" in panel.accessibleName()
    assert panel.next.isHidden()


def test_a_table_somebody_else_sat_down_to_is_not_shown(panel: TablePanel) -> None:
    _sit(panel)
    panel.show_news(Table(packer=made.a_packer(id=2, name="Joan"), notes=NOTES))
    assert panel.note is None


def test_a_good_scan_takes_the_table_away(
    panel: TablePanel, window: Window, qtbot: QtBot
) -> None:
    _sit(panel, *NOTES)
    window.show_step(Step(Free(MARTA), SignedIn("Marta")))
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert window.screens.free.rows.isVisible()
