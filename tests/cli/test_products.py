"""Products come in, and their labels go out, from the command line."""

import json
from pathlib import Path

import pytest

from packstation.__main__ import main
from tests.shops import product_exports as made
from tests.slips.reading import codes_of, text_of

AWAY = (
    "2 pictures are only addresses on the internet: nothing is fetched. "
    "Put the pictures beside the file, under the same names"
)


def a_file(folder: Path, content: str) -> Path:
    path = folder / "products.csv"
    path.write_text(content, "utf-8", newline="")
    return path


def run(*arguments: object) -> int:
    return main(["--language", "en", *map(str, arguments)])


def test_a_product_file_is_told_from_orders_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = made.SOAP, made.SMALL_CUP, made.LARGE_CUP, made.ANOTHER_PICTURE
    assert run("import", a_file(tmp_path, made.shopify(*rows))) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 new products",
        "3 new codes",
        "4 lines in the file:",
        "          3  products",
        "          1  more of a product above: a picture, another code",
        AWAY,
    ]


def test_what_is_doubtful_is_said_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = {"Variant Barcode": "8412345678901"}
    path = a_file(
        tmp_path, made.shopify(made.SOAP | code, made.LARGE_CUP | made.SMALL_CUP | code)
    )
    assert run("import", path) == 0
    said = capsys.readouterr().out
    assert "2 things to look at:" in said
    assert (
        "Line 2, SOAP-1: CUP-S has the code 8412345678901 too, so none of them gets it" in said
    )


def test_a_bad_row_is_named_and_nothing_comes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, made.shopify(made.SOAP | {"Variant Barcode": "1,23E+12"}))
    assert run("import", path) == 1
    assert capsys.readouterr().err.strip() == (
        "Nothing was brought in. Line 2, Variant Barcode “1,23E+12”: "
        "a spreadsheet has rounded this code, and its last digits are lost. Export the file "
        "anew, or make the column text, type the code again and save"
    )


def test_the_summary_is_there_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run("import", a_file(tmp_path, made.woo(made.WOO_SOAP, made.WOO_CARD)), "--json") == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert told["profile"] == "woocommerce_products"
    assert told["products"] == {"total": 2, "new": 2, "changed": 0, "unchanged": 0}


def test_products_as_json_are_told_from_orders_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "products.json"
    soap = {"id": 7, "type": "simple", "sku": "s1", "name": "Soap", "regular_price": "4.50"}
    path.write_text(json.dumps([soap, soap | {"id": 8, "sku": "s2", "virtual": True}]))
    assert run("import", path) == 0
    assert capsys.readouterr().out.splitlines()[0] == "2 new products"
    path.write_text('[{"id": 1, "line_items": []}]')
    assert run("import", path) == 1
    assert "product" not in capsys.readouterr().err


def test_products_without_a_code_get_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = {"Variant Barcode": ""}
    run("import", a_file(tmp_path, made.shopify(made.SOAP | bare, made.SMALL_CUP)))
    pdf = tmp_path / "labels.pdf"
    capsys.readouterr()
    assert run("codes", "--products", "--pdf", pdf) == 0
    assert capsys.readouterr().out.strip() == f"1 label, written to {pdf}"
    assert "Olive soap" in text_of(pdf.read_bytes())
    assert len(codes_of(pdf.read_bytes(), 203)) == 1


def test_labels_can_be_had_for_some_products_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", a_file(tmp_path, made.shopify(made.SOAP, made.SMALL_CUP)))
    capsys.readouterr()
    assert run("codes", "--products", "--json", "cup-s") == 0
    (label,) = json.loads(capsys.readouterr().out)["products"]
    assert (label["sku"], label["variant"]) == ("CUP-S", "Small / Blue")


def test_an_unknown_product_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "labels.pdf"
    assert run("codes", "--products", "--pdf", pdf, "nobody") == 1
    assert capsys.readouterr().err.strip() == "There is no product NOBODY"
    assert not pdf.exists()


def test_where_everything_has_a_code_no_label_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "labels.pdf"
    assert run("codes", "--products", "--pdf", pdf) == 0
    assert "carries a code already" in capsys.readouterr().out
    assert not pdf.exists()
