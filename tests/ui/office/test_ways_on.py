"""What leads on from a page of the office, and what is said where something stays out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from packstation.domain import first_hour as hour
from packstation.domain.office import Chapter
from packstation.domain.people import PeopleShown, RenewBadge
from packstation.domain.printer_choice import TrialPrinted
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.orders_page import OrdersPage
from packstation.ui.office.people_page import PeoplePage
from tests.file_states import FILES
from tests.ui.office.ordering import TEMPLATE, Office, a_file, read
from tests.ui.office.owning import OWNER, PEOPLE, enter, tap

_PAST = frozenset({Chapter.SHOP, Chapter.PEOPLE})


def _orders(screen: OfficeScreen, state: str) -> OrdersPage:
    enter(screen)
    screen.tell(hour.PathShown(_PAST, (OWNER,)))
    screen.open(Chapter.ORDERS)
    FILES[state][1](screen, "en")
    assert isinstance(screen.page, OrdersPage)
    return screen.page


def _people(screen: OfficeScreen) -> PeoplePage:
    enter(screen)
    screen.open(Chapter.PEOPLE)
    screen.tell(PeopleShown(PEOPLE))
    assert isinstance(screen.page, PeoplePage)
    return screen.page


def test_a_step_that_was_left_out_is_missing_and_not_next(screen: OfficeScreen) -> None:
    enter(screen)
    screen.tell(hour.PathShown(_PAST, (OWNER,)))
    screen.open(Chapter.PRACTICE)
    assert screen.foot.go_on.text() == "Missing: Printer"


def test_when_all_is_done_the_foot_leads_to_the_bench(screen: OfficeScreen) -> None:
    enter(screen)
    screen.tell(hour.PathShown(frozenset(hour.STEPS), (OWNER,)))
    assert screen.foot.said.text() == "All is ready: to the bench."


@pytest.mark.parametrize(
    "state, offered",
    [
        ("orders", True),
        ("orders-asked", False),
        ("orders-missing-columns", False),
        ("orders-would-come", False),
        ("orders-nothing-new", True),
        ("orders-gone", True),
        ("orders-in", True),
    ],
)
def test_nothing_leads_away_from_a_file_that_wants_an_answer(
    screen: OfficeScreen, state: str, *, offered: bool
) -> None:
    _orders(screen, state)
    assert screen.foot.go_on.isVisible() is offered


def test_the_way_on_comes_back_with_another_page(screen: OfficeScreen) -> None:
    _orders(screen, "orders-asked")
    screen.open(Chapter.PRINTER)
    assert screen.foot.go_on.isVisible()


def test_what_stays_out_is_the_first_figure(screen: OfficeScreen) -> None:
    page = _orders(screen, "orders-odd")
    first = page.verdict.figures[0]
    assert (first.count.text(), first.what.text()) == ("7", "rows refused")
    assert first.count.property("kind") == "grave"


def test_whatever_is_not_named_at_once_is_named_when_somebody_wants_it(
    screen: OfficeScreen,
) -> None:
    page = _orders(screen, "orders-odd")
    assert "Line 46" not in read(page)
    page.verdict.every.click()
    assert "Line 46" in read(page)
    assert page.verdict.every.isHidden()


def test_after_products_the_file_of_the_orders_is_asked_for(screen: OfficeScreen) -> None:
    page = _orders(screen, "orders-own-products-in")
    assert page.file.choose_it.text() == "Choose the file of the orders…"
    assert page.file.choose_it.property("leading")


def test_the_next_file_is_another_one_again(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.file.show_next("Choose the file of the orders…")
    page.choose(a_file(tmp_path, TEMPLATE))
    assert page.file.choose_it.text() == "Another file…"
    assert not page.file.choose_it.property("leading")
    assert office.states() == []


def test_where_nothing_is_new_nobody_is_asked_what_has_gone(screen: OfficeScreen) -> None:
    page = _orders(screen, "orders-nothing-new")
    assert not page.bringing.history.isVisible()


def test_the_first_pin_is_explained_for_the_role_that_is_chosen(screen: OfficeScreen) -> None:
    page = _people(screen)
    page.new.click()
    packer = page.form.pin.remark.text()
    page.form.role.choose("owner")
    page.form.role.activated.emit(page.form.role.currentIndex())
    assert packer == "4 digits or more. Empty: tapping the name is enough."
    assert page.form.pin.remark.text() == "6 digits or more: it opens the office."


def test_what_was_typed_stays_when_another_role_is_chosen(screen: OfficeScreen) -> None:
    page = _people(screen)
    page.new.click()
    page.form.pin.fill("8046")
    page.form.role.choose("owner")
    page.form.role.activated.emit(page.form.role.currentIndex())
    assert page.form.pin.text == "8046"


def test_with_another_badge_the_one_before_is_said_to_be_void(
    screen: OfficeScreen, asked: list[object]
) -> None:
    page = _people(screen)
    tap(page.badge)
    screen.tell(PeopleShown(PEOPLE, 1))
    assert asked[-1] == RenewBadge(1)
    assert page.printed.text().startswith("The badge before no longer works.")


def test_a_paper_in_a_folder_is_found_by_a_press(
    screen: OfficeScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = _people(screen)
    screen.tell(TrialPrinted(where=str(tmp_path / "a.pdf"), in_folder=True, codes=True))
    tap(page.open_it)
    assert page.printed.text() == f"The sheet is in the folder {tmp_path}: a.pdf"
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_paper_of_a_printer_lies_in_no_folder(screen: OfficeScreen) -> None:
    page = _people(screen)
    screen.tell(TrialPrinted(where="HP-118", codes=True))
    assert not page.open_it.isVisible()


def test_a_long_name_shows_its_beginning(screen: OfficeScreen) -> None:
    page = _people(screen)
    assert page.form.name.line.cursorPosition() == 0
