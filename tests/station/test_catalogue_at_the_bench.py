"""Order files carry no codes: with the shop's products they are packed by the real ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.scans import Scan
from packstation.station.catalogue import CatalogueIntake
from packstation.station.intake import Intake
from packstation.station.station import Station
from packstation.store.catalogue import Shelves
from tests import small_shop as shop
from tests.conftest import SHARED
from tests.shops import product_exports as made
from tests.small_shop import NOW, found_shop
from tests.station.bringing import a_file, a_row, ask

PAYLOADS = SHARED / "data/payloads"
PRODUCTS = PAYLOADS / "woocommerce_live_11.0.1/products_and_variations.json"
ORDERS = PAYLOADS / "woocommerce_csv/webtoffee_order_export.csv"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made_shop = found_shop(tmp_path)
    yield made_shop
    made_shop.engine.dispose()


def bring_orders(opened: Opened, path: Path) -> None:
    Intake(opened.engine, opened.shop, lambda: NOW).bring_in(path)


def bring_products(opened: Opened, path: Path) -> None:
    CatalogueIntake(opened.engine, opened.settings.pictures, lambda: NOW).bring_in(path)


def scan(opened: Opened, *codes: str) -> list[out.Outcome]:
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    steps = [station.receive(Scan(code, NOW)) for code in codes]
    return [step.outcome for step in steps if step is not None]


@pytest.mark.parametrize("first", ["orders", "products"])
def test_a_parcel_is_packed_by_the_codes_of_the_product_file(
    opened: Opened, tmp_path: Path, first: str
) -> None:
    orders = a_file(tmp_path, a_row("Z-1", "tisana-1", "1", "Ana"))
    products = tmp_path / "products.csv"
    tisane = made.WOO_SOAP | {"SKU": "tisana-1", "GTIN, UPC, EAN o ISBN": "4006381333931"}
    products.write_text(made.woo(tisane), "utf-8", newline="")
    if first == "orders":
        bring_orders(opened, orders)
    bring_products(opened, products)
    if first == "products":
        bring_orders(opened, orders)
    *_, last = scan(opened, shop.MARTA, "Z-1", "4006381333931")
    assert isinstance(last, out.AllDone)
    assert last.line.product.name == "Jabón de oliva"


@pytest.mark.skipif(not ORDERS.is_file(), reason="the folder with real shops' files is absent")
def test_a_real_woocommerce_order_is_packed_by_its_eans(opened: Opened) -> None:
    bring_products(opened, PRODUCTS)
    bring_orders(opened, ORDERS)
    asked = """
        SELECT product_codes.code FROM product_codes JOIN order_lines USING (product_id)
        JOIN orders ON orders.id = order_id
        WHERE orders.number = '42' AND product_codes.source = 'catalogue'
        ORDER BY position
    """
    first, *_ = (code for (code,) in ask(opened.engine, asked))
    *_, last = scan(opened, shop.MARTA, "42", first)
    assert isinstance(last, out.LineDone | out.PieceOk)


def test_a_code_that_became_ambiguous_is_listed(opened: Opened) -> None:
    before = Shelves(opened.engine).ambiguous()
    again = "INSERT INTO product_codes (code, product_id, source) VALUES (?, ?, 'learned')"
    with opened.engine.begin() as connection:
        for product_id in (1, 2):
            connection.exec_driver_sql(again, ("4006381333931", product_id))
    ((code, skus),) = set(Shelves(opened.engine).ambiguous()) - set(before)
    assert (code, len(skus)) == ("4006381333931", 2)
