"""Products come in whole or not at all, and once more changes nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from packstation.domain import intake as it
from packstation.domain.catalogue import CatalogueSummary, RowKind, WarningKind
from packstation.station.catalogue import CatalogueIntake
from tests.conftest import SHARED
from tests.shops import product_exports as made
from tests.station import bringing
from tests.station.bringing import NOW, an_engine, ask

PRODUCTS = "SELECT sku, name, variant, price_cents FROM products ORDER BY sku"
CODES = """
    SELECT sku, code, units, source FROM product_codes JOIN products ON products.id = product_id
    ORDER BY sku, code
"""
WORDS = "SELECT word FROM search_words WHERE kind = 'product' ORDER BY word"
LEFT = "SELECT (SELECT count(*) FROM imports), (SELECT count(*) FROM arriving_products)"


def an_intake(engine: Engine) -> CatalogueIntake:
    folder = Path(str(engine.url.database)).parent
    return CatalogueIntake(engine, folder / "pictures", lambda: NOW)


def bring(engine: Engine, path: Path, **how: bool) -> CatalogueSummary:
    return an_intake(engine).bring_in(
        path, None, it.Options(skip_bad=how.get("skip_bad", False))
    )


def a_file(folder: Path, content: str) -> Path:
    path = folder / "products.csv"
    path.write_text(content, "utf-8", newline="")
    return path


def shopify(folder: Path, *rows: dict[str, str]) -> Path:
    return a_file(folder, made.shopify(*rows))


def everything(engine: Engine) -> dict[str, object]:
    return dict(bringing.everything(engine))


def test_products_come_in_with_codes_and_the_words_they_are_found_by(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, shopify(tmp_path, made.SOAP, made.SMALL_CUP, made.LARGE_CUP))
    assert ask(engine, PRODUCTS) == [
        ("CUP-L", "Clay cup", "Large / Blue", 1500),
        ("CUP-S", "Clay cup", "Small / Blue", 1200),
        ("SOAP-1", "Olive soap", "", 450),
    ]
    assert ask(engine, CODES) == [
        ("CUP-L", "8412345678929", 1, "catalogue"),
        ("CUP-S", "8412345678912", 1, "catalogue"),
        ("SOAP-1", "8412345678905", 1, "catalogue"),
    ]
    assert {word for (word,) in ask(engine, WORDS)} >= {"olive", "soap", "clay", "large"}
    assert summary.products == (3, 0, 0)
    assert (summary.codes, summary.counts) == (3, {WarningKind.PICTURE_AWAY: 2})
    assert ask(engine, LEFT) == [(1, 0)]


def test_once_more_changes_nothing(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), shopify(tmp_path, made.SOAP, made.SMALL_CUP)
    bring(engine, path)
    before = everything(engine)
    again = bring(engine, path)
    assert everything(engine) == before
    assert (again.products, again.codes) == ((0, 0, 2), 0)


def test_what_changed_in_the_shop_changes_here_and_nothing_else(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP, made.SMALL_CUP))
    with engine.begin() as connection:
        connection.execute(text("UPDATE products SET place = 'A-3', policy = 'count'"))
    dearer = made.SOAP | {"Title": "Soap of olives", "Variant Price": "5"}
    summary = bring(engine, shopify(tmp_path, dearer, made.SMALL_CUP))
    assert ask(engine, "SELECT sku, name, price_cents, place, policy FROM products") == [
        ("SOAP-1", "Soap of olives", 500, "A-3", "count"),
        ("CUP-S", "Clay cup", 1200, "A-3", "count"),
    ]
    assert ("olives",) in ask(engine, WORDS)
    assert ("olive",) not in ask(engine, WORDS)
    assert summary.products == (0, 1, 1)


def test_a_kit_is_found_by_the_new_name_of_its_part(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP, made.SMALL_CUP))
    with engine.begin() as connection:
        part = "INSERT INTO product_parts (kit_id, part_id, quantity) VALUES (2, 1, 1)"
        connection.execute(text(part))
    bring(engine, shopify(tmp_path, made.SOAP | {"Title": "Lavender"}))
    asked = "SELECT thing_id FROM search_words WHERE word = 'lavender' ORDER BY 1"
    assert ask(engine, asked) == [(1,), (2,)]


def test_what_orders_have_made_known_gets_its_name_and_code(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bringing.bring(engine, bringing.a_file(tmp_path, bringing.a_row(sku="soap-1")))
    summary = bring(engine, shopify(tmp_path, made.SOAP))
    assert ask(engine, CODES) == [
        ("SOAP-1", "8412345678905", 1, "catalogue"),
        ("SOAP-1", "SOAP-1", 1, "sku"),
    ]
    assert (summary.products, summary.codes) == ((0, 1, 0), 1)


def test_a_sku_that_is_the_barcode_becomes_the_catalogues_code(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bringing.bring(engine, bringing.a_file(tmp_path, bringing.a_row(sku="8412345678905")))
    path = shopify(tmp_path, made.SOAP | {"Variant SKU": "8412345678905"})
    bring(engine, path)
    assert ask(engine, CODES) == [("8412345678905", "8412345678905", 1, "catalogue")]
    assert bring(engine, path).products == (0, 0, 1)


def test_a_code_of_two_products_is_given_to_neither_also_later(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP))
    twin = made.SMALL_CUP | {"Variant Barcode": made.SOAP["Variant Barcode"]}
    path = shopify(tmp_path, made.SOAP, twin)
    summary = bring(engine, path)
    assert ask(engine, CODES) == [
        ("CUP-S", "CUP-S", 1, "sku"),
        ("SOAP-1", "SOAP-1", 1, "sku"),
    ]
    named = [(it.sku, it.other) for it in summary.warnings]
    assert named == [("SOAP-1", "CUP-S"), ("CUP-S", "SOAP-1")]
    again = bring(engine, path)
    assert again.products == (0, 0, 2)
    assert again.counts[WarningKind.CODE_SHARED] == 2


def test_codes_that_change_places_do(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SMALL_CUP, made.LARGE_CUP))
    small, large = (it["Variant Barcode"] for it in (made.SMALL_CUP, made.LARGE_CUP))
    swapped = (
        made.SMALL_CUP | {"Variant Barcode": large},
        made.LARGE_CUP | {"Variant Barcode": small},
    )
    summary = bring(engine, shopify(tmp_path, *swapped))
    assert ask(engine, CODES) == [
        ("CUP-L", small, 1, "catalogue"),
        ("CUP-S", large, 1, "catalogue"),
    ]
    assert summary.products == (0, 2, 0)


def test_our_own_template_fills_in_the_places(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP, made.SMALL_CUP))
    summary = bring(engine, a_file(tmp_path, "Referencia;Ubicación\nsoap-1;A-3\ncup-s;B-1\n"))
    assert ask(engine, "SELECT sku, name, place FROM products") == [
        ("SOAP-1", "Olive soap", "A-3"),
        ("CUP-S", "Clay cup", "B-1"),
    ]
    assert summary.products == (0, 2, 0)


def test_a_row_without_a_sku_is_the_product_that_has_its_code(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP))
    rows = "8412345678905;A-3\n841234567890 5;A-3\n"
    summary = bring(engine, a_file(tmp_path, f"EAN;Ubicación\n{rows}"))
    assert ask(engine, "SELECT sku, place FROM products") == [("SOAP-1", "A-3")]
    assert (summary.products, summary.lines[RowKind.MORE]) == ((0, 1, 0), 1)


def test_a_product_nobody_knows_needs_a_name(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, "sku,place\nSOAP-1,A-3\n")
    with pytest.raises(it.RowsRefused) as refused:
        bring(engine, path)
    assert refused.value.refused == (it.Refusal(2, "sku", "SOAP-1", it.Reason.NAMELESS),)
    assert (refused.value.count, refused.value.lines) == (1, 1)


def test_one_bad_row_keeps_all_out_unless_the_owner_skips_it(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    path = shopify(tmp_path, made.SOAP, made.LARGE_CUP | {"Variant Barcode": "8,41E+12"})
    with pytest.raises(it.RowsRefused):
        bring(engine, path)
    assert ask(engine, LEFT) == [(0, 0)]
    summary = bring(engine, path, skip_bad=True)
    assert ask(engine, "SELECT sku FROM products") == [("SOAP-1",)]
    assert (summary.products.new, summary.lines[RowKind.REFUSED]) == (1, 1)


def test_a_picture_beside_the_file_is_shown_at_the_bench(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    (tmp_path / "cup blue.png").write_bytes(b"\x89PNG")
    path = shopify(tmp_path, made.SMALL_CUP)
    summary = bring(engine, path)
    ((name,),) = ask(engine, "SELECT picture FROM products")
    assert (tmp_path / "pictures" / name).read_bytes() == b"\x89PNG"
    assert (summary.pictures, summary.counts) == (1, {})
    assert bring(engine, path).pictures == 0


def test_a_trial_says_what_would_come_in_and_writes_nothing(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    (tmp_path / "cup blue.png").write_bytes(b"\x89PNG")
    path = shopify(tmp_path, made.SMALL_CUP, made.SOAP | {"Variant Barcode": "8,41E+12"})
    tried = an_intake(engine).try_out(path)
    assert (ask(engine, LEFT), ask(engine, PRODUCTS)) == ([(0, 0)], [])
    assert not (tmp_path / "pictures").exists()
    assert tried == bring(engine, path, skip_bad=True)


LIVE = SHARED / "data/payloads/woocommerce_live_11.0.1/products_and_variations.json"


@pytest.mark.skipif(not LIVE.is_file(), reason="the folder with real shops' files is absent")
def test_a_real_woocommerces_answer_fills_the_catalogue(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    assert an_intake(engine).holds_products(LIVE)
    summary = bring(engine, LIVE)
    assert (summary.products.new, summary.lines[RowKind.HEADING], summary.codes) == (21, 4, 21)
    hoodie = "SELECT name, variant FROM products WHERE sku = 'WOO-HOODIE-BLUE-LOGO'"
    assert ask(engine, hoodie) == [("Hoodie", "Blue / Yes")]
    unpacked = "SELECT sku FROM products WHERE NOT packable ORDER BY sku"
    assert ask(engine, unpacked) == [("WOO-ALBUM",), ("WOO-SINGLE",)]
    assert bring(engine, LIVE).products == (0, 0, 21)
