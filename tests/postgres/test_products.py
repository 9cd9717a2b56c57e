"""Products come into a PostgreSQL shop as they come into a file, and get labels there."""

from pathlib import Path

from packstation.assemble import Opened
from packstation.station.catalogue import CatalogueIntake
from packstation.station.product_labels import ProductLabels
from packstation.store.catalogue import Shelves
from tests.shops import product_exports as made
from tests.small_shop import NOW


def test_products_come_in_change_and_get_labels(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    intake = CatalogueIntake(opened.engine, opened.settings.pictures, lambda: NOW)
    bare = made.SOAP | {"Variant Barcode": ""}
    path.write_text(made.shopify(bare, made.SMALL_CUP), "utf-8", newline="")
    first, again = intake.bring_in(path), intake.bring_in(path)
    path.write_text(made.shopify(made.SOAP | {"Title": "Lavender"}), "utf-8", newline="")
    third = intake.bring_in(path)
    tallies = [first.products, again.products, third.products]
    assert tallies == [(2, 0, 0), (0, 0, 2), (0, 1, 0)]
    shelved = Shelves(opened.engine).of(("SOAP-1",))["SOAP-1"]
    assert (shelved.name, shelved.tags) == ("Lavender", ("bath", "vegan"))
    label = ProductLabels(opened.write, opened.shop).of(("soap-1",), "es").labels[0]
    assert ProductLabels(opened.write, opened.shop).of(("soap-1",), "es").labels == (label,)
