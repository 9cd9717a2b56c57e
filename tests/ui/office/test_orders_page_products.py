"""The shop's own list of products on the page: told from orders, matched, brought in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from packstation.domain.matching import Lists
from packstation.ui.office.orders_page import OrdersPage
from tests.station.bringing import ask
from tests.ui.office.ordering import Office, a_file, choose, of_the_popup, read

OWN = "Nuestra clave;Qué es;PVP (IVA incl.);Códigos;Sitio\n"
ROWS = "JAB-1;Jabón;4,50 €;8412345678905 / 8412345678912;A-3\n007;Vela;12,00 €;;B-1\n"


def own(folder: Path, *more: str) -> str:
    return a_file(folder, OWN + ROWS + "".join(f"{it}\n" for it in more), "productos.csv")


def test_a_list_of_products_shows_its_rows_and_what_we_take_them_for(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    model = page.matching.table.model_
    assert [model.index(0, it).data() for it in range(5)] == [
        "Product code (SKU)", "Name of the product", "Price of one piece", "Barcode",
        "Place on the shelf",
    ]  # fmt: skip
    assert [it.text() for it in page.lists.answers] == ["Orders", "✓ Products"]
    assert "2 products would come in." in read(page)
    assert not page.bringing.history.isVisible()
    assert ask(office.engine, "SELECT count(*) FROM products") == [(0,)]


def test_what_it_lists_can_be_turned_there_and_back(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    QTest.mouseClick(page.lists.answers[0], Qt.MouseButton.LeftButton)
    assert "Point at 2 columns: the order number, and the quantity." in read(page)
    assert not page.bringing.isVisible()
    QTest.mouseClick(page.lists.answers[1], Qt.MouseButton.LeftButton)
    assert page.preview is not None
    assert page.preview.match.lists is Lists.PRODUCTS
    assert "2 products would come in." in read(page)
    assert office.waiting == []


def test_a_file_of_orders_can_be_products(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, "Fecha;Clave;Qué es;Precio\n1/2/26;JAB-1;Jabón;4,50\n"))
    page.lists.answers[1].click()
    page.bringing.bring.click()
    assert ask(office.engine, "SELECT sku, price_cents FROM products") == [("JAB-1", 450)]


@of_the_popup
def test_only_columns_of_products_are_offered(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    table = page.matching.table
    table.choose(4)
    offered = [table.chooser.itemData(it) for it in range(table.chooser.count())]
    assert {"picture", "policy", "units"} <= set(offered)
    assert not {"order", "quantity", "email"} & set(offered)
    choose(table.chooser, "category")
    assert table.model_.taken_for(4) == "category"
    assert office.waiting == []


def test_what_is_missing_is_said_in_one_sentence(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    for place in (0, 1, 3):
        page.matching.table.matched.emit(place, "")
    assert page.matching.sentence.text() == (
        "Point at one column: the one that says which product it is (code or name)."
    )
    assert not page.bringing.isVisible()
    assert office.waiting == []


def test_products_are_matched_brought_in_and_the_next_list_is_known(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    page.bringing.bring.click()
    assert "remembered as “productos”" in read(page)
    page.choose(own(tmp_path).replace("productos", "./productos"))
    assert not page.matching.isVisible()
    assert not page.lists.isVisible()
    assert not page.bringing.bring.isEnabled()  # nothing new
    QTest.mouseClick(page.rematch, Qt.MouseButton.LeftButton)
    assert page.lists.isVisible()
    assert ask(office.engine, "SELECT count(*) FROM product_codes") == [(3,)]


def test_what_differs_and_what_is_refused_is_told_before(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(own(tmp_path))
    page.bringing.bring.click()
    more = ("TAZA;Taza;3,00 €;8,41E+12;C-1", "CUENCO;Cuenco;=B3*2;;C-1")
    path = Path(own(tmp_path, *more))
    path.write_text(path.read_text("utf-8").replace(";B-1", ";B-9"), "utf-8")
    page.choose(str(path))
    said = read(page)
    assert "007: place: “B-9” instead of “B-1”" in said
    assert "Line 4, Códigos “8,41E+12”: a spreadsheet has rounded this code" in said
    assert "Line 5, PVP (IVA incl.) “=B3*2”: a formula stands here" in said
    assert page.bringing.bring.text() == "Bring in the other product"
    assert ask(office.engine, "SELECT place FROM products WHERE sku = '007'") == [("B-1",)]


def test_a_list_without_names_over_its_columns_is_explained(
    page: OrdersPage, office: Office, tmp_path: Path
) -> None:
    page.choose(a_file(tmp_path, ROWS))
    assert "Write the names of the columns into a row above it" in read(page)
    assert office.waiting == []
