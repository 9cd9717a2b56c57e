"""A parcel as one looks at it later."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.packing import Step
from packstation.domain.records import Parcel, Printing, PrintState
from packstation.places import resources
from packstation.ui.notices import Notice
from packstation.ui.parcel_screen import ParcelScreen
from packstation.ui.parcel_words import notice_on, say_paper
from packstation.ui.window import Window
from packstation.words.phrases import Tone
from packstation.words.words import Words, load
from tests import making as made


def test_it_says_who_packed_it_when_and_what_is_in_it(qtbot: QtBot, english: Words) -> None:
    screen = ParcelScreen()
    qtbot.addWidget(screen)
    parcel = made.a_parcel()
    screen.show_parcel(parcel, out.SlipShown(parcel), english)
    said = screen.accessibleName()
    assert "Slip 2-26-000417" in said
    assert "Marta, 22 November 2026, 13:08" in said
    assert "3 Taza de barro, pequeña" in said


@pytest.mark.parametrize(
    "parcel, said",
    [
        (made.a_parcel(where="Brother-12"), "The slip went to the printer."),
        (made.a_parcel(where="7.pdf"), "The slip is in the folder: 7.pdf"),
        (made.a_parcel(state=PrintState.QUEUED), "The slip is on its way."),
        (Parcel(made.a_record()), "The slip was never printed."),
    ],
)
def test_it_says_where_the_paper_is(english: Words, parcel: Parcel, said: str) -> None:
    assert say_paper(parcel, english)[0] == said


def test_a_slip_that_did_not_come_out_is_said_first_and_asks_to_be_printed(
    window: Window,
) -> None:
    parcel = made.a_parcel(state=PrintState.FAILED, reason="no paper")
    told = notice_on(parcel, out.SlipShown(parcel), load("en", resources()))
    assert told == Notice(
        "Slip 2-26-000417 did not come out", "The printer has run out of paper.", Tone.CARE
    )
    fine = _reprint_on(window, made.a_parcel())
    assert _reprint_on(window, parcel) != fine
    assert _reprint_on(window, made.a_parcel()) == fine


def _reprint_on(window: Window, parcel: Parcel) -> QImage:
    window.show_step(Step(Free(made.a_packer()), out.SlipShown(parcel)))
    return window.screens.parcel.reprint.grab().toImage()


def test_who_scans_an_order_is_told_that_it_is_packed_though_its_slip_failed(
    english: Words,
) -> None:
    parcel = made.a_parcel(state=PrintState.FAILED, reason="no paper")
    told = notice_on(parcel, out.PackedBefore("1042", parcel), english)
    assert told.sentence == "Order 1042 is already packed"
    assert told.advice.startswith("The slip did not come out.")


def test_a_slip_in_doubt_is_asked_about_once(window: Window) -> None:
    parcel = made.a_parcel(state=PrintState.UNKNOWN)
    window.show_step(Step(Free(made.a_packer(language="en")), out.AsksIfOut(parcel)))
    screen = window.screens.parcel
    assert screen.paper.accessibleName() == (
        "Did slip 2-26-000417 come out? Look in the printer and in the parcel."
    )
    assert "slip" not in screen.accessibleName().casefold()


def test_every_line_of_a_long_parcel_can_be_seen(qtbot: QtBot, english: Words) -> None:
    screen = ParcelScreen()
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    parcel = made.a_parcel(made.a_long_record())
    screen.show_parcel(parcel, out.SlipShown(parcel), english)
    first = screen.grab().toImage()
    assert screen.more.label == "More lines (1 of 34)"
    screen.more.click()
    assert screen.more.label == "More lines (2 of 34)"
    assert screen.grab().toImage() != first
    screen.show_parcel(parcel, out.SlipShown(parcel), english)
    assert screen.more.label == "More lines (1 of 34)"


def test_a_slip_that_came_out_meanwhile_can_be_printed_again(
    window: Window, qtbot: QtBot
) -> None:
    on_its_way = made.a_parcel(state=PrintState.QUEUED)
    window.show_step(Step(Free(made.a_packer()), out.SlipShown(on_its_way)))
    assert window.screens.parcel.reprint.isHidden()
    with qtbot.waitSignal(window.screens.parcel_asked) as asked:
        window.show_printing(Printing())
    assert asked.args == [on_its_way.record.core.order_id]
    window.screens.show_paper(made.a_parcel(where="7.pdf"))
    assert not window.screens.parcel.reprint.isHidden()
    assert window.screens.parcel.awaits is None
