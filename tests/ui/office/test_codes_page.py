"""The page of products and codes, over the real desk and a real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from packstation.assemble import Opened
from packstation.devices.printers import Folder
from packstation.domain.product_codes import PAGE, CodeErrand, LabelsPrinted, ListBare
from packstation.office import code_desk
from packstation.places import resources
from packstation.pressroom import Pressroom
from packstation.ui.office.code_table import CodeTable
from packstation.ui.office.codes_page import CodesPage
from packstation.ui.office.kit import fit
from packstation.ui.office.style import sheet
from packstation.words.words import load
from tests.small_shop import NOW, SHARED, found_shop
from tests.station.bringing import ask
from tests.station.test_code_desk import teach
from tests.ui.office.fitting import cut_off, laid_over

RIBBON = "CINTA-1"
ROOMS = {1.0: (1066, 630), 1080 / 768: (1499, 886)}
"""Of a page, at 1366 x 768 and at 1920 x 1080."""
LONG = "<b>Cinta</b> & \u202eetniC " + "de un nombre que no cabe " * 8


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made = found_shop(tmp_path)
    yield made
    made.engine.dispose()


class Here:
    """The page, and somebody who does what it asks for at once, or never."""

    def __init__(self, qtbot: QtBot, opened: Opened) -> None:
        press: object = Pressroom()
        folder = Folder(opened.settings.slips)
        self._desk = code_desk(opened, press, lambda: folder)  # type: ignore[arg-type] # draws as the press does
        self.qtbot, self.opened, self.page = qtbot, opened, CodesPage()
        self.around = QScrollArea()
        self.around.setWidgetResizable(True)
        self.around.setWidget(self.page)
        self.asked: list[CodeErrand] = []
        self.held = False
        self.page.asked.connect(self._do)

    def _do(self, errand: CodeErrand) -> None:
        self.asked.append(errand)
        if not self.held:
            for news in self._desk.answer(errand, NOW):
                self.page.tell(news)

    def come_up(self, language: str = "en", scale: float = 1.0) -> CodesPage:
        self.around.setStyleSheet(sheet(scale))
        self.around.resize(*ROOMS[scale])
        fit(self.around, scale)
        self.page.begin(load(language, resources()))
        self.around.show()
        self.around.activateWindow()
        self.qtbot.waitUntil(self.around.isActiveWindow)
        return self.page


@pytest.fixture
def here(qtbot: QtBot, opened: Opened) -> Iterator[Here]:
    here = Here(qtbot, opened)
    qtbot.addWidget(here.around)
    yield here
    here.around.close()


def tap(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def tap_row(table: CodeTable, row: int) -> None:
    at = table.visualRect(table.rows.index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def texts(table: CodeTable, row: int) -> list[str]:
    first, rows = table.rows.first, table.rows
    return [str(rows.index(row, it).data()) for it in range(first, rows.columnCount())]


def stock(opened: Opened, count: int) -> None:
    rows = [{"sku": f"N-{it:05}"} for it in range(count)]
    with opened.engine.begin() as connection:
        connection.execute(text("INSERT INTO products (sku, name) VALUES (:sku, 'Caja')"), rows)


def rename(opened: Opened, name: str) -> None:
    with opened.engine.begin() as connection:
        connection.execute(
            text("UPDATE products SET name = :name, variant = :name, place = 'ZZ-99-9'"),
            {"name": name},
        )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scale", ROOMS)
@pytest.mark.parametrize("part", [0, 1, 2])
def test_everything_has_its_room_and_nothing_needs_scrolling(
    here: Here, part: int, scale: float, language: str
) -> None:
    teach(here.opened, "CUP-1", "CUP-2")
    stock(here.opened, 90)
    rename(here.opened, LONG)
    page = here.come_up(language, scale)
    here.held = True
    folder = "/somewhere/maria-del-carmen/.local/share/packstation/slips"
    where = f"{folder}/labels-2026-11-22-0123abcd.pdf"
    page.tell(LabelsPrinted(skus=(RIBBON,) * 90, where=where, in_folder=True))
    tap(page.tabs[part])
    QApplication.sendPostedEvents()
    assert cut_off(page) == []
    assert laid_over(page) == []
    assert page.height() <= ROOMS[scale][1]


def test_what_has_no_code_is_named_and_counted(here: Here) -> None:
    page = here.come_up()
    assert [it.text() for it in page.tabs] == [
        "Without a code: 1", "On several products: 1", "Taught at the bench: 0",
    ]  # fmt: skip
    assert texts(page.bare.table, 0) == ["Cinta de algodón", "", RIBBON, "D-03-1"]
    assert page.bare.said.text() == "1 product has no code anybody could scan."


def test_whatever_is_ticked_is_printed_and_no_more(here: Here) -> None:
    stock(here.opened, 4)
    page = here.come_up()
    tap_row(page.bare.table, 0)
    tap_row(page.bare.table, 2)
    tap_row(page.bare.table, 2)
    assert page.bare.print.text() == "Print 1 label"
    tap(page.bare.print)
    assert ask(
        here.opened.engine, "SELECT count(*) FROM product_codes WHERE source = 'ours'"
    ) == [(1,)]
    assert page.bare.out.text().startswith("1 label is in the folder ")
    (paper,) = here.opened.settings.slips.glob("labels-*.pdf")
    assert f"{paper.parent}: {paper.name}" in page.bare.out.text()
    assert page.bare.open_it.isVisible()
    assert page.tabs[0].text() == "Without a code: 4"
    assert page.bare.print.text() == "Print all 4 labels"


def test_rows_are_ticked_by_keys(here: Here) -> None:
    stock(here.opened, 4)
    page = here.come_up()
    table = page.bare.table
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.rows.chosen == ("N-00002",)
    assert table.rows.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert page.bare.print.hasFocus()


def test_a_finger_ticks_a_row(here: Here) -> None:
    page = here.come_up()
    table = page.bare.table
    at = table.visualRect(table.rows.index(0, 1)).center()
    screen = QTest.createTouchDevice()
    QTest.touchEvent(table.viewport(), screen).press(1, at, table.viewport()).commit()
    QTest.touchEvent(table.viewport(), screen).release(1, at, table.viewport()).commit()
    here.qtbot.waitUntil(lambda: table.rows.chosen == (RIBBON,))


def test_labels_are_printed_again_where_they_did_not_come_out(here: Here) -> None:
    page = here.come_up()
    assert page.bare.again.isHidden()
    page.tell(LabelsPrinted(skus=(RIBBON,), trouble="jam"))
    assert page.bare.out.text().startswith("Nothing came out.")
    tap(page.bare.again)
    assert page.bare.out.text().startswith("1 label is in the folder ")
    assert not page.bare.print.isEnabled()
    assert len(list(here.opened.settings.slips.glob("labels-*.pdf"))) == 1


def test_labels_of_ours_can_be_looked_up_and_printed_once_more(here: Here) -> None:
    page = here.come_up()
    tap(page.bare.print)
    assert page.bare.table.rows.rowCount() == 0
    page.bare.which.setCurrentIndex(1)
    page.bare.which.activated.emit(1)
    assert page.bare.said.text() == "1 product has a label of ours."
    assert not page.bare.print.isEnabled()
    tap_row(page.bare.table, 0)
    assert page.bare.print.isEnabled()
    assert page.bare.print.text() == "Print 1 label"


def test_more_is_read_when_somebody_comes_to_the_end(here: Here) -> None:
    stock(here.opened, 3 * PAGE)
    page = here.come_up()
    table = page.bare.table
    assert table.rows.rowCount() == PAGE
    table.scrollToBottom()
    here.qtbot.waitUntil(lambda: table.rows.rowCount() == 2 * PAGE)
    here.held = True
    table.scrollToBottom()
    assert isinstance(here.asked[-1], ListBare)
    assert not table.rows.canFetchMore(QModelIndex())


def test_names_from_outside_are_shown_to_the_letter(here: Here) -> None:
    rename(here.opened, "<b>Cinta</b>\t&\u202e x")
    page = here.come_up()
    assert texts(page.bare.table, 0)[0] == "<b>Cinta</b> &\\u202e x"
    assert all(it.textFormat() is Qt.TextFormat.PlainText for it in page.findChildren(QLabel))


def test_a_code_of_two_products_is_told_with_both_and_what_to_do(here: Here) -> None:
    page = here.come_up()
    tap(page.tabs[1])
    table = page.shared.table
    assert texts(table, 0) == [SHARED, "Té verde Sencha, 100 g", "TE-100", "your shop"]
    assert texts(table, 1) == ["", "Tetera de hierro, azul", "TET-001", "your shop"]
    assert "mend the wrong code in your shop" in page.shared.advice.text()


def test_a_taught_code_is_forgotten_by_two_taps(here: Here) -> None:
    teach(here.opened, "CUP-1", "CUP-2")
    page = here.come_up()
    tap(page.tabs[2])
    when = "20 November 2026, 11:00"
    assert texts(page.taught.table, 1) == [
        "CUP-1", "Taza de barro, pequeña", "6", "Marta", when,
    ]  # fmt: skip
    assert not page.taught.forget.isEnabled()
    tap_row(page.taught.table, 1)
    tap(page.taught.forget)
    assert page.taught.out.text() == "Forgotten: CUP-1, Taza de barro, pequeña"
    assert page.tabs[2].text() == "Taught at the bench: 1"
    assert [texts(page.taught.table, it)[0] for it in range(1)] == ["CUP-2"]
    assert not page.taught.forget.isEnabled()


def test_everybody_may_teach_once_the_owner_says_so(here: Here) -> None:
    page = here.come_up()
    tap(page.tabs[2])
    page.taught.by_all.setFocus()
    QTest.keyClick(page.taught.by_all, Qt.Key.Key_Space)
    with here.opened.read() as work:
        shop = work.settings.shop()
    assert shop is not None
    assert shop.learn_codes
    assert page.taught.by_all.isChecked()
    assert page.taught.out.text() == "Saved."


def test_an_empty_box_to_tick_can_be_seen(here: Here) -> None:
    page = here.come_up()
    tap(page.tabs[2])
    box = page.taught.by_all
    left = box.grab().toImage().copy(0, 0, 28, box.height())
    seen = {left.pixelColor(x, y).name() for x in range(28) for y in range(left.height())}
    assert "#b8ae9c" in seen
