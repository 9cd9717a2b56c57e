"""The office: its door, its chapters, the way through the first hour; and all of it fits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from packstation.domain import first_hour as hour
from packstation.domain.new_pins import ChosenPin
from packstation.domain.office import Chapter, MayNot
from packstation.domain.people import ChangePin
from packstation.domain.scans import Scan
from packstation.domain.shop_told import ShopShown, ShopTold
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.people_page import PeoplePage
from tests import making as made
from tests.ui.office.fitting import cut_off, laid_over
from tests.ui.office.owning import MINE, OWNER, WITH_PIN, enter, fill, tap


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("chapter", MINE)
def test_everything_on_a_page_has_its_room_and_nothing_needs_scrolling(
    screen: OfficeScreen, chapter: Chapter, size: tuple[int, int], language: str
) -> None:
    screen.resize(*size)
    enter(screen, language=language)
    fill(screen)
    screen.open(chapter)
    fill(screen)
    page = screen.page
    assert page is not None
    assert screen.chapter is chapter
    QApplication.sendPostedEvents()
    assert cut_off(screen) == []
    assert laid_over(page) == []
    around = page.parentWidget()
    assert around is not None
    assert page.height() <= around.height()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_foot_begins_and_ends_where_its_page_does(
    screen: OfficeScreen, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    enter(screen)
    fill(screen)
    screen.open(Chapter.PEOPLE)
    QApplication.sendPostedEvents()
    page, foot = screen.page, screen.foot
    assert isinstance(page, PeoplePage)
    edges = [
        [it.mapTo(screen, QPoint()).x() for it in (foot.said, page.title)],
        [it.mapTo(screen, it.rect().topRight()).x() for it in (foot.go_on, page.form)],
    ]
    assert all(abs(one - other) <= 1 for one, other in edges)


def test_an_owner_with_a_pin_stands_before_a_door(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen, WITH_PIN)
    assert screen.pad.isVisible()
    assert not screen.chapters.isVisible()
    for digit in (8, 0, 4, 6):
        screen.pad.digits[(digit - 1) % 10].click()
    screen.pad.enter.click()
    assert asked == [hour.EnterOffice("8046")]
    screen.tell(hour.StayOut(4))
    assert screen.pad.isVisible()
    screen.tell(hour.ComeIn(WITH_PIN))
    assert screen.chapters.isVisible()
    assert not screen.pad.isVisible()


def test_an_owner_whose_pin_is_short_is_told_until_a_new_one_is_set(
    screen: OfficeScreen,
) -> None:
    enter(screen, WITH_PIN)
    screen.tell(hour.ComeIn(WITH_PIN, short_pin=True))
    screen.open(Chapter.DEMO)
    told = screen.foot.said.text()
    page = screen.page
    assert page is not None
    page.asked.emit(ChangePin(WITH_PIN.id, ChosenPin("804613")))
    assert told.startswith("Your PIN is short")
    assert screen.foot.said.text() != told


def test_after_too_many_tries_the_door_says_how_long_it_rests(screen: OfficeScreen) -> None:
    enter(screen, WITH_PIN)
    screen.tell(hour.StayOut(0))
    said = screen.pad.accessibleDescription()
    assert "Wait five minutes, then try again." in said
    assert "badge" not in said


def test_before_anybody_works_here_there_is_no_bench_to_go_back_to(
    screen: OfficeScreen, qtbot: QtBot
) -> None:
    enter(screen, None)
    assert screen.chapter is Chapter.SHOP
    assert screen.back.isHidden()
    with qtbot.assertNotEmitted(screen.left):
        QTest.keyClick(screen, Qt.Key.Key_Escape)


def test_the_way_on_leads_from_step_to_step_that_is_still_to_do(screen: OfficeScreen) -> None:
    enter(screen)
    screen.tell(hour.PathShown(frozenset({Chapter.SHOP, Chapter.PRINTER}), (OWNER,)))
    before = screen.chapter
    assert screen.foot.go_on.text() == "Next: Scanner"
    tap(screen.foot.go_on)
    assert (before, screen.chapter) == (Chapter.PEOPLE, Chapter.SCANNER)
    screen.tell(hour.PathShown(frozenset(hour.STEPS), (OWNER,)))
    assert screen.foot.go_on.isHidden()


def test_a_done_step_is_told_by_a_mark_and_in_words(screen: OfficeScreen) -> None:
    enter(screen)
    screen.tell(hour.PathShown(frozenset({Chapter.SHOP}), (OWNER,)))
    assert screen.buttons[Chapter.SHOP].accessibleName() == "The shop, done"
    assert screen.buttons[Chapter.PEOPLE].accessibleName() == "Who packs"


def test_the_first_page_speaks_the_language_the_shop_chooses(screen: OfficeScreen) -> None:
    enter(screen, None)
    screen.tell(ShopShown(ShopTold(name="Casa", language="es"), kept=True))
    assert screen._words.language == "es"  # noqa: SLF001 (whatever the catalogue holds)


def test_a_scan_that_no_page_wants_is_said_to_be_one(screen: OfficeScreen) -> None:
    enter(screen)
    assert not screen.hear(Scan("8412345678905", made.NOON))
    assert "scan" in screen.foot.said.text()


def test_what_only_the_owner_may_do_is_said(screen: OfficeScreen) -> None:
    enter(screen)
    screen.tell(MayNot(None))
    assert screen.foot.said.text() == "Only the owner may do that."


def _at_the_keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_what_is_typed_at_the_door_is_the_pin_whoever_gave_the_screen_the_keyboard(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen, WITH_PIN)
    screen.setFocus()  # as whoever puts the screen up does
    QTest.keyClicks(_at_the_keyboard(), "8046")
    QTest.keyClick(_at_the_keyboard(), Qt.Key.Key_Return)
    assert asked == [hour.EnterOffice("8046")]


def test_past_the_door_no_button_has_the_keyboard_that_nobody_chose(
    screen: OfficeScreen,
) -> None:
    enter(screen, WITH_PIN)
    screen.open(Chapter.PRINTER)
    screen.setFocus()
    screen.tell(hour.ComeIn(WITH_PIN))
    assert QApplication.focusWidget() is screen


def test_once_a_digit_was_wiped_by_hand_enter_still_sends(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen, WITH_PIN)
    screen.setFocus()
    QTest.keyClicks(_at_the_keyboard(), "80469")
    tap(screen.pad.wipe)
    QTest.keyClick(_at_the_keyboard(), Qt.Key.Key_Return)
    assert asked == [hour.EnterOffice("8046")]


def test_when_every_step_is_done_the_way_to_the_bench_leads(screen: OfficeScreen) -> None:
    enter(screen)
    screen.open(Chapter.PRACTICE)
    before = screen.back.property("leading")
    screen.tell(hour.PathShown(frozenset(hour.STEPS), (OWNER,)))
    assert (before, screen.back.property("leading")) == (False, True)


def test_a_scan_at_the_door_is_no_pin_and_is_not_lost_without_a_word(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen, WITH_PIN)
    heard = screen.hear(Scan("804613", made.NOON))
    assert not heard
    assert not asked
    assert "That was a scan" in screen.pad.accessibleDescription()
