"""A file on the page: known or matched, tried, brought in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from packstation.ui.office.orders_page import OrdersPage
from tests.ui.office.ordering import (
    TEMPLATE,
    Office,
    a_file,
    an_unknown_file,
    answer_everything,
    choose,
    of_the_popup,
    read,
)


def test_a_known_file_goes_straight_to_what_would_come_in(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    assert not page.matching.isVisible()
    assert "2 orders would come in." in read(page)
    assert page.bringing.bring.text() == "Bring in 2 orders"
    assert office.states() == []


def test_an_unknown_file_shows_its_rows_and_what_we_take_them_for(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(an_unknown_file(tmp_path))
    model = page.matching.table.model_
    assert [model.index(0, it).data() for it in range(3)] == [
        "Order number", "Date of the order", "Product code (SKU)",
    ]  # fmt: skip
    assert model.index(1, 2).data() == "JAB-1"
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Uds."
    assert office.states() == []


def test_what_is_still_missing_is_said_in_one_sentence(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, "pedido,talla,color\nA-1,M,azul\n"))
    assert page.matching.sentence.text() == (
        "Point at 2 columns: the quantity, and the one that says which product it is "
        "(code or name)."
    )
    assert not page.bringing.isVisible()
    assert office.waiting == []


@of_the_popup
def test_a_column_is_matched_by_pointing_at_it(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(an_unknown_file(tmp_path))
    table = page.matching.table
    at = table.visualRect(table.model_.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    choose(table.chooser, "barcode")
    assert table.model_.taken_for(2) == "barcode"
    assert office.states() == []


@of_the_popup
def test_a_column_is_matched_by_keys_alone(
    page: OrdersPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page.choose(an_unknown_file(tmp_path))
    table = page.matching.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.chooser.view().isVisible())
    QTest.keyClick(table.chooser.view(), Qt.Key.Key_Down)
    QTest.keyClick(table.chooser.view(), Qt.Key.Key_Return)
    assert table.model_.taken_for(2) == "barcode"
    assert table.hasFocus()
    assert office.waiting == []


def test_what_one_column_is_no_other_is(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(an_unknown_file(tmp_path))
    page.matching.table.matched.emit(5, "quantity")
    model = page.matching.table.model_
    assert (model.taken_for(3), model.taken_for(5)) == ("", "quantity")
    assert office.waiting == []


def test_dates_are_asked_once_in_words(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    path = an_unknown_file(tmp_path)
    page.choose(path)
    assert [it.text() for it in page.matching.dates.answers] == ["3 April", "4 March"]
    answer_everything(page)
    assert page.matching.dates.answers[0].text() == "✓ 3 April"
    page.bringing.bring.click()
    page.choose(path)
    assert not page.bringing.bring.isEnabled()  # all of it is known, and nobody was asked
    assert office.states() == [("P-1", "open"), ("P-2", "held")]


def test_a_file_is_matched_tried_and_brought_in(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(an_unknown_file(tmp_path))
    assert not page.bringing.isVisible()
    answer_everything(page)
    assert page.bringing.bring.text() == "Bring in 2 orders"
    page.bringing.bring.click()
    assert office.states() == [("P-1", "open"), ("P-2", "held")]
    assert "2 orders are in." in read(page)
    assert "remembered as “gestor”" in read(page)


def test_refused_rows_are_named_and_the_rest_can_come(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE + "A-3,CUP,none\n"))
    assert "Line 4, quantity “none”: this is not a whole number" in read(page)
    assert page.bringing.bring.text() == "Bring in the other 2 orders"
    page.bringing.bring.click()
    assert office.states() == [("A-1", "open"), ("A-2", "open")]


def test_a_word_that_only_turns_up_further_down_is_asked_too(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    rows = [f"A-{n},SOAP,1,paid," + "x" * 200 for n in range(2_000)]
    content = "\n".join(("order,sku,quantity,status,message", *rows, "B-1,TEA,1,perdido,", ""))
    page.choose(a_file(tmp_path, content))
    choose(page.matching.words.choices["perdido"], "cancelled")
    assert "2000 orders" in page.bringing.bring.text().replace(",", "")
    assert office.states() == []


def test_an_order_that_changed_is_shown_as_a_difference(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    page.bringing.bring.click()
    page.choose(a_file(tmp_path, TEMPLATE.replace("SOAP,2", "SOAP,5")))
    assert "A-1: SOAP: 5 instead of 2" in read(page)
    assert office.states() == [("A-1", "open"), ("A-2", "open")]


def test_the_sentence_counts_what_the_button_counts(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    page.bringing.bring.click()
    page.choose(a_file(tmp_path, TEMPLATE.replace("SOAP,2", "SOAP,5") + "A-3,CUP,1\n"))
    assert "1 order would come in and 1 would change." in read(page)
    assert page.bringing.bring.text() == "Bring in 2 orders"
    assert office.states() == [("A-1", "open"), ("A-2", "open")]


def test_an_order_on_a_bench_is_left_alone_and_named(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, TEMPLATE))
    page.bringing.bring.click()
    with office.engine.begin() as connection:
        connection.execute(text("UPDATE orders SET state = 'claimed' WHERE number = 'A-1'"))
    page.choose(a_file(tmp_path, TEMPLATE.replace("SOAP,2", "SOAP,5")))
    assert "A-1: at a bench" in read(page)
    assert not page.bringing.bring.isEnabled()


def test_what_is_history_is_chosen_before(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(
        a_file(tmp_path, "order,sku,quantity,date\nA-1,S,1,2026-01-05\nA-2,S,1,2026-11-22\n")
    )
    choose(page.bringing.history, 30)
    page.bringing.bring.click()
    assert office.states() == [("A-1", "shipped"), ("A-2", "open")]
