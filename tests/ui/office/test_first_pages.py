"""The pages of the first hour: what is typed, what is asked for, what is said of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from packstation.domain import first_hour as hour
from packstation.domain.new_pins import ChosenPin, Unfit
from packstation.domain.office import Chapter
from packstation.domain.people import (
    AddPerson,
    ChangePerson,
    ChangePin,
    Leave,
    PeopleShown,
    PersonRefused,
)
from packstation.domain.printer_choice import IN_FOLDER, KeepPrinter, PrintTest, TrialPrinted
from packstation.domain.scans import Scan
from packstation.domain.shop_told import (
    KeepLogo,
    KeepShop,
    ShopFault,
    ShopRefused,
    ShopShown,
    ShopTold,
)
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.people_page import PeoplePage
from packstation.ui.office.printer_page import PrinterPage
from packstation.ui.office.shop_page import ShopPage
from tests import making as made
from tests.keystrokes import ENTER
from tests.ui.office.owning import PEOPLE, PRINTERS, TOLD, click_twice, enter, tap

# ---- the shop


def test_what_was_typed_is_saved_and_what_will_not_do_is_said(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    screen.tell(ShopShown(ShopTold(name="packstation")))
    assert page.name.text == ""
    page.name.fill("<b>Té & más")
    tap(page.save)
    assert asked[-1] == KeepShop(ShopTold(name="<b>Té & más"))
    screen.tell(ShopRefused(ShopFault.LINK))
    assert "https://" in page.said.text()
    assert page.link.line.hasFocus()


def test_a_name_that_is_typed_before_the_shop_is_known_stays(screen: OfficeScreen) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    page.name.fill("Té")
    screen.tell(ShopShown(ShopTold(name="packstation")))
    assert page.name.text == "Té"


def test_looking_elsewhere_loses_nothing_that_was_typed(screen: OfficeScreen) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    screen.tell(ShopShown(TOLD))
    page.name.fill("Half a na")
    screen.open(Chapter.DEMO)
    screen.open(Chapter.SHOP)
    screen.tell(ShopShown(TOLD))
    assert page.name.text == "Half a na"


def test_a_logo_is_asked_for_by_its_file(screen: OfficeScreen, asked: list[object]) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    page.load_logo("/somewhere/logo.png")
    assert asked[-1] == KeepLogo(Path("/somewhere/logo.png"))


def test_letters_of_the_shop_that_no_slip_shows_are_named_when_it_is_saved_and_later(
    screen: OfficeScreen,
) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    flowers = ShopTold(name="花屋")
    screen.tell(ShopShown(flowers, kept=True, unprintable=("花", "屋")))
    at_once = page.said.text()
    screen.tell(ShopShown(flowers, unprintable=("花", "屋")))
    assert at_once == ("Saved. Slips cannot show these letters yet, and leave them out: 花 屋")
    assert page.said.text() == at_once.removeprefix("Saved. ")


# ---- the people


def people_page(screen: OfficeScreen) -> PeoplePage:
    enter(screen)
    screen.open(Chapter.PEOPLE)
    page = screen.page
    assert isinstance(page, PeoplePage)
    return page


def test_the_first_person_runs_the_shop(screen: OfficeScreen, asked: list[object]) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(()))
    page.form.name.fill("Ane")
    page.form.pin.fill("804613")
    page.form.again.fill("804613")
    page.form.pad.take(made.SIGNATURE)
    tap(page.form.save)
    assert asked[-1] == AddPerson(
        name="Ane",
        pin=ChosenPin("804613"),
        language="en",
        role="owner",
        signature=made.SIGNATURE,
    )


def test_two_pins_that_differ_are_never_sent(screen: OfficeScreen, asked: list[object]) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(()))
    asked.clear()
    page.form.pin.fill("804613")
    page.form.again.fill("804631")
    tap(page.form.save)
    assert asked == []
    assert "differ" in page.form.said.text()
    assert "804613" not in page.form.said.text()


def test_only_what_changed_is_asked_for(screen: OfficeScreen, asked: list[object]) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(PEOPLE))
    page.people.setCurrentRow(1)
    page.form.pin.fill("8046")
    page.form.again.fill("8046")
    asked.clear()
    tap(page.form.save)
    told = ChangePerson(person_id=2, name="Joan", language="es", role="packer")
    assert asked == [told, ChangePin(2, ChosenPin("8046"))]


def test_letters_of_a_name_that_no_slip_shows_are_named(screen: OfficeScreen) -> None:
    page = people_page(screen)
    wang = replace(PEOPLE[1], name="王小明", unprintable=("王", "小", "明"))
    screen.tell(PeopleShown((wang,), wang.id))
    assert "王 小 明" in page.form.said.text()
    assert "slips leave out 王 小 明" in page.people.item(0).text()


def test_whoever_is_made_an_owner_is_asked_for_an_owners_pin(screen: OfficeScreen) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(PEOPLE, 2, pin_due=True))
    assert "An owner's PIN has 6 digits or more" in page.form.said.text()
    assert page.form.pin.line.hasFocus()


def test_a_refusal_stays_in_sight_though_something_else_was_kept(screen: OfficeScreen) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(PEOPLE))
    screen.tell(PersonRefused(Unfit.TOO_SHORT))
    screen.tell(PeopleShown(PEOPLE, 1))
    assert "digits" in page.form.said.text()


def test_names_from_outside_are_shown_to_the_letter(screen: OfficeScreen) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(PEOPLE))
    first = page.people.item(0)
    assert first.text().startswith("<b>&María")


def test_somebody_leaves(screen: OfficeScreen, asked: list[object]) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(PEOPLE))
    page.people.setCurrentRow(1)
    tap(page.leave)
    assert asked[-1] == Leave(2)


def test_a_scan_is_no_pin(screen: OfficeScreen) -> None:
    page = people_page(screen)
    screen.tell(PeopleShown(()))
    page.form.pin.line.setFocus()
    assert screen.hear(Scan("804613", made.NOON))
    assert "scanner" in page.form.said.text()
    assert page.form.pin.text == ""


# ---- the printer


def test_a_person_says_whether_the_test_slip_came_out(
    screen: OfficeScreen, asked: list[object]
) -> None:
    enter(screen)
    screen.open(Chapter.PRINTER)
    page = screen.page
    assert isinstance(page, PrinterPage)
    screen.tell(PRINTERS)
    page.printer.choose(IN_FOLDER)
    tap(page.test)
    assert asked[-2:] == [KeepPrinter(IN_FOLDER, "A5"), PrintTest(IN_FOLDER, "A5")]
    assert page.yes.isHidden()
    screen.tell(TrialPrinted(where="x.pdf", in_folder=True))
    assert page.yes.text() == "Seen: it is there"
    assert page.no.isHidden()  # nothing can be out of paper
    tap(page.yes)
    assert asked[-1] == hour.MarkDone(Chapter.PRINTER)


def test_where_nothing_came_out_nobody_is_asked_whether_it_did(screen: OfficeScreen) -> None:
    enter(screen)
    screen.open(Chapter.PRINTER)
    page = screen.page
    assert isinstance(page, PrinterPage)
    screen.tell(PRINTERS)
    screen.tell(TrialPrinted(trouble="no_paper"))
    assert page.yes.isHidden()
    assert page.said.text().startswith("Nothing came out.")


def test_enter_presses_what_has_the_keyboard(screen: OfficeScreen, asked: list[object]) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    screen.tell(ShopShown(TOLD))
    page.save.setFocus()
    QTest.keyClick(page.save, Qt.Key.Key_Return)
    assert asked[-1] == KeepShop(TOLD)


# ---- hands that do everything twice


def test_a_double_click_prints_one_test_slip(screen: OfficeScreen, asked: list[object]) -> None:
    enter(screen)
    screen.open(Chapter.PRINTER)
    page = screen.page
    assert isinstance(page, PrinterPage)
    screen.tell(PRINTERS)
    click_twice(page.test)
    assert len([it for it in asked if isinstance(it, PrintTest)]) == 1


def test_two_strokes_are_undone_by_a_double_click(screen: OfficeScreen) -> None:
    enter(screen)
    screen.open(Chapter.PEOPLE)
    page = screen.page
    assert isinstance(page, PeoplePage)
    for n in (1, 2, 3):
        page.form.show_traced((made.SIGNATURE[0],) * n)
    click_twice(page.form.undo)
    assert len(page.form.pad.strokes) == 1


def test_enter_held_down_saves_once(screen: OfficeScreen, asked: list[object]) -> None:
    enter(screen)
    page = screen.page
    assert isinstance(page, ShopPage)
    screen.tell(ShopShown(TOLD))
    page.save.setFocus()
    for again in (False, True, True):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page.save, QKeyEvent(kind, ENTER, none, "\r", again))
    assert asked.count(KeepShop(TOLD)) == 1
