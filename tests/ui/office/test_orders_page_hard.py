"""The page when files change, vanish or are none; and while one comes in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from packstation.domain.file_errands import FileGoesOn, LookAtFile, TryFile
from packstation.domain.intake import Stage
from packstation.domain.matching import DayOrder
from packstation.domain.office import CameToNothing, MayNot
from packstation.ui.office.orders_page import OrdersPage
from packstation.words.words import Words
from tests.station.bringing import ask
from tests.ui.office.ordering import (
    TEMPLATE,
    Office,
    a_file,
    an_unknown_file,
    choose,
    of_the_popup,
    read,
)


def test_while_a_file_comes_in_it_can_only_be_stopped(
    page: OrdersPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    office.held = True
    page.bringing.bring.click()
    page.tell(FileGoesOn(office.waiting[0], 0.5, Stage.WRITING))  # type: ignore[arg-type] # it is a BringFile
    assert page.bringing.bar.value() == 500
    assert not page.file.isEnabled()
    with qtbot.waitSignal(page.stopped):
        QTest.mouseClick(page.bringing.stop, Qt.MouseButton.LeftButton)


def test_only_the_latest_question_is_answered(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    office.held = True
    page.choose(a_file(tmp_path, TEMPLATE, "one.csv"))
    page.choose(a_file(tmp_path, TEMPLATE + "A-3,CUP,1\n", "two.csv"))
    office.catch_up()
    assert page.file.name.text() == "two.csv"
    assert "3 orders would come in." in read(page)


def test_an_answer_that_nobody_waits_for_any_more_is_not_shown(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    office.held = True
    page.choose(a_file(tmp_path, TEMPLATE, "one.csv"))
    page.choose(a_file(tmp_path, TEMPLATE, "two.csv"))
    office.waiting.pop()
    office.catch_up()
    assert page.preview is None
    assert not page.bringing.isVisible()


def test_who_does_not_want_to_wait_for_the_trial_brings_in_at_once(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    office.held = True
    choose(page.bringing.history, 7)
    assert isinstance(office.waiting[0], TryFile)
    page.bringing.bring.click()
    office.catch_up()
    assert len(office.states()) == 2


def test_a_file_that_changes_before_it_comes_in_is_looked_at_again(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    a_file(tmp_path, TEMPLATE + "A-3,CUP,1\n")
    page.bringing.bring.click()
    assert office.states() == []
    assert page.bringing.bring.text() == "Bring in 3 orders"


def test_a_file_that_vanishes_is_said_in_one_sentence(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    path = a_file(tmp_path, TEMPLATE)
    page.choose(path)
    Path(path).unlink()
    page.bringing.bring.click()
    assert page.verdict.headline.text() == (
        "gestor.csv is no longer where it was. Choose it again."
    )
    assert not page.bringing.isVisible()
    assert office.states() == []


@pytest.mark.parametrize(
    "content, said",
    [
        (b"PK\x03\x04 and so on", "is a zip archive: unpack it and bring in the CSV"),
        (b"%PDF-1.7", "is not a CSV"),
        (b"", "is empty"),
        (b"A-1,8412345678905,2\nA-2,8412345678905,1\n", "is an order or a product already"),
    ],
)
def test_what_is_no_file_of_orders_is_said_in_one_sentence(
    page: OrdersPage, office: Office, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    page.choose(str(path))
    assert said in page.verdict.headline.text()
    assert not page.bringing.isVisible()
    assert office.states() == []


def test_products_come_in_on_the_same_page(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, "sku,name,barcode\nJAB-1,Jabón,8412345678905\n"))
    assert "1 product would come in." in read(page)
    assert not page.bringing.history.isVisible()
    page.bringing.bring.click()
    assert ask(office.engine, "SELECT name FROM products") == [("Jabón",)]


def test_what_is_taken_for_products_can_be_orders(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, "sku,name,barcode\nJAB-1,Jabón,8412345678905\n"))
    page.lists.answers[0].click()
    assert page.matching.table.isVisible()
    assert office.waiting == []


def test_cells_from_outside_are_plain_text(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    content = 'pedido,uds,ref,<b>x</b>\n"A\u202e-1",1,<img src=x>,"a\tb"\n'
    page.choose(a_file(tmp_path, content))
    model = page.matching.table.model_
    assert model.headerData(3, Qt.Orientation.Horizontal) == "<b>x</b>"
    assert [model.index(1, it).data() for it in range(4)] == [
        "A\\u202e-1", "1", "<img src=x>", "ab",
    ]  # fmt: skip
    assert all(it.textFormat() is Qt.TextFormat.PlainText for it in page.findChildren(QLabel))
    assert office.waiting == []


def test_a_long_name_keeps_its_end(page: OrdersPage, office: Office, tmp_path: Path) -> None:
    page.choose(a_file(tmp_path, TEMPLATE, f"{'x' * 200}-2026.csv"))
    shown = page.file.name.text()
    assert len(shown) < 150
    assert shown.endswith("2026.csv")
    assert office.waiting == []


def test_a_file_can_be_dropped_on_the_page(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(a_file(tmp_path, TEMPLATE))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    at = QPointF(QPoint(10, 10))
    page.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, given, left, none))
    assert "2 orders would come in." in read(page)
    assert office.waiting == []


def test_the_page_speaks_another_language_without_asking_again(
    page: OrdersPage, office: Office, tmp_path: Path, english: Words
) -> None:
    page.choose(an_unknown_file(tmp_path))
    office.held = True
    page.begin(english)
    assert office.waiting == []
    assert page.matching.table.model_.taken_for(0) == "order"


def test_nothing_is_asked_before_a_file_is_there(page: OrdersPage, office: Office) -> None:
    assert page.file.choose_it.isVisible()
    assert not page.bringing.isVisible()
    assert office.waiting == []


def test_the_answer_to_the_dates_goes_with_the_errand(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(an_unknown_file(tmp_path))
    office.held = True
    page.matching.dates.answers[1].click()
    (errand,) = office.waiting
    assert isinstance(errand, LookAtFile)
    assert errand.match is not None
    assert errand.match.day_order is DayOrder.MONTH_FIRST


def test_what_comes_up_on_the_page_is_no_window_of_its_own(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    before = QApplication.activeWindow()
    page.choose(an_unknown_file(tmp_path))
    assert page.matching.words.choices
    assert QApplication.activeWindow() is before is page.window()
    assert office.waiting == []


@pytest.mark.parametrize("refused", [MayNot, CameToNothing])
def test_nobody_is_left_waiting_for_what_may_or_can_not_come_in(
    page: OrdersPage, office: Office, tmp_path: Path, refused: type[MayNot | CameToNothing]
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    office.held = True
    page.bringing.bring.click()
    page.tell(refused(office.waiting[0]))
    assert page.file.isEnabled()
    assert office.states() == []


@of_the_popup
def test_a_file_can_be_chosen_while_the_window_goes_on(
    page: OrdersPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.file.choose_it, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.fileSelected.emit(a_file(tmp_path, TEMPLATE))
    dialog.close()
    assert "2 orders would come in." in read(page)
    assert office.waiting == []
