"""A shop's product file becomes products, whichever program has written it."""

from pathlib import Path

import pytest

from packstation.domain.catalogue import Listed, ListedCode, RowKind
from packstation.domain.intake import Reason, Refusal
from packstation.places import resources
from packstation.shops.catalogue_file import CatalogueCsv
from packstation.shops.catalogue_gathered import Gathered
from packstation.shops.catalogue_profile import shipped_catalogues
from packstation.shops.catalogue_shapes import reader_of
from packstation.shops.text_file import TextFile
from tests.shops import product_exports as made


def gathered(folder: Path, text: str) -> tuple[Gathered, list[Listed]]:
    path = folder / "products.csv"
    path.write_text(text, "utf-8", newline="")
    file = CatalogueCsv(TextFile(path), shipped_catalogues(resources() / "profiles"))
    found = Gathered(reader_of(file.shape), file.layout)
    for row in file.rows():
        found.take(row)
    return found, found.finish()


def products(folder: Path, text: str) -> list[Listed]:
    return gathered(folder, text)[1]


def refused(folder: Path, text: str) -> list[Refusal]:
    return gathered(folder, text)[0].refused


def test_shopifys_first_row_speaks_for_its_variants(tmp_path: Path) -> None:
    listed = products(tmp_path, made.shopify(made.SMALL_CUP, made.LARGE_CUP))
    told = [(it.sku, it.name, it.variant, it.brand, it.category) for it in listed]
    assert told == [
        ("CUP-S", "Clay cup", "Small / Blue", "Fang", "Cups"),
        ("CUP-L", "Clay cup", "Large / Blue", "Fang", "Cups"),
    ]
    assert [it.price_cents for it in listed] == [1200, 1500]
    assert {it.picture for it in listed} == {made.SMALL_CUP["Image Src"]}


def test_shopifys_only_variant_has_no_name_of_its_own(tmp_path: Path) -> None:
    (soap,) = products(tmp_path, made.shopify(made.SOAP))
    assert soap == Listed(
        line=2,
        sku="SOAP-1",
        name="Olive soap",
        variant="",
        category="Soaps",
        brand="Casa Azul",
        tags=("bath", "vegan"),
        price_cents=450,
        packable=True,
        codes=(ListedCode("8412345678905"),),
    )


def test_a_row_with_only_a_picture_is_more_of_its_product(tmp_path: Path) -> None:
    found, _ = gathered(tmp_path, made.shopify(made.SMALL_CUP, made.ANOTHER_PICTURE))
    assert dict(found.counts) == {RowKind.PRODUCT: 1, RowKind.MORE: 1}


def test_what_is_not_shipped_is_not_packed(tmp_path: Path) -> None:
    card = made.SOAP | {"Variant Requires Shipping": "false"}
    assert products(tmp_path, made.shopify(card))[0].packable is False


def test_without_a_sku_a_product_is_called_as_orders_call_it(tmp_path: Path) -> None:
    (cup,) = products(tmp_path, made.shopify(made.SMALL_CUP | {"Variant SKU": ""}))
    assert cup.sku == "CLAY CUP - SMALL / BLUE"


def test_the_header_shopify_writes_since_2025_is_known_too(tmp_path: Path) -> None:
    header = "Title,URL handle,Vendor,SKU,Barcode,Option1 value,Price,Requires shipping"
    (soap,) = products(tmp_path, f"{header}\nSoap,soap,Azul,S1,8412345678905,,4.5,TRUE\n")
    assert (soap.sku, soap.name, soap.brand, soap.price_cents) == ("S1", "Soap", "Azul", 450)


def test_woocommerces_spanish_header_is_read(tmp_path: Path) -> None:
    (soap,) = products(tmp_path, made.woo(made.WOO_SOAP))
    assert soap == Listed(
        line=2,
        sku="JABON-1",
        name="Jabón de oliva",
        variant="",
        category="Jabones",
        brand="Casa Azul",
        tags=("baño", "vegano"),
        price_cents=450,
        packable=True,
        codes=(ListedCode("8412345678905"),),
    )


def test_woocommerces_english_header_is_read(tmp_path: Path) -> None:
    header = (
        'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Regular price,Categories,Tags,Images,'
        "Parent,Brands,Attribute 1 name,Attribute 1 value(s)"
    )
    rows = (
        '7,variable,tea,,Tea,,Drinks > Tea,,a.png,,Roig,Size,"Small, Large"\n'
        '8,variation,tea-s,8412345678905,Tea - Small,4.5,,,,tea,,Size,"Small\\, for one"\n'
    )
    (tea,) = products(tmp_path, f"{header}\n{rows}")
    assert (tea.name, tea.variant, tea.category) == ("Tea", "Small, for one", "Tea")
    assert (tea.price_cents, tea.brand, tea.picture) == (450, "Roig", "a.png")
    assert tea.codes == (ListedCode("8412345678905"),)


@pytest.mark.parametrize("rows", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_a_variation_has_its_name_from_its_parent_wherever_that_stands(
    tmp_path: Path, rows: tuple[int, ...]
) -> None:
    all_rows = (made.WOO_SHIRT, made.WOO_BLUE, made.WOO_RED)
    found, listed = gathered(tmp_path, made.woo(*(all_rows[it] for it in rows)))
    told = sorted((it.sku, it.name, it.variant, it.category) for it in listed)
    assert told == [
        ("CAMISETA - ROJO, M", "Camiseta", "Rojo / M", "Camisetas"),
        ("CAMISETA-AZUL", "Camiseta", "Azul / M", "Camisetas"),
    ]
    assert found.counts[RowKind.HEADING] == 1
    assert {it.picture for it in listed} == {"https://a.example/camiseta.jpg"}


def test_a_variation_without_its_parent_keeps_the_name_it_has(tmp_path: Path) -> None:
    (blue,) = products(tmp_path, made.woo(made.WOO_BLUE))
    assert (blue.name, blue.variant) == ("Camiseta - Azul, M", "Azul / M")


def test_a_virtual_product_is_not_packed(tmp_path: Path) -> None:
    assert products(tmp_path, made.woo(made.WOO_CARD))[0].packable is False


def test_webtoffees_product_export_is_known(tmp_path: Path) -> None:
    header = (
        "ID,post_title,sku,parent_sku,tax:product_type,regular_price,virtual,tax:product_cat"
    )
    text = f"{header}\n7,Taza,taza,,simple,9.50,no,Casa > Tazas|Barro\n"
    text += "8,Curso,curso,,simple,20,yes,\n"
    told = [
        (it.sku, it.price_cents, it.packable, it.category) for it in products(tmp_path, text)
    ]
    assert told == [("TAZA", 950, True, "Tazas"), ("CURSO", 2000, False, "")]


def test_our_template_takes_a_piece_and_its_case(tmp_path: Path) -> None:
    text = (
        "Referencia;Producto;EAN;Piezas por código;Ubicación;Precio\n"
        "te-100;Té verde;8412345678905;1;A-3;1.234,50\n"
        "te-100;;18412345678902;12;;\n"
    )
    (tea,) = products(tmp_path, text)
    assert (tea.name, tea.place, tea.price_cents) == ("Té verde", "A-3", 123450)
    assert tea.codes == (ListedCode("8412345678905"), ListedCode("18412345678902", 12))


CODES = {
    "'0012345678905": "0012345678905",
    '="0012345678905"': "0012345678905",
    "012345678905": "0012345678905",
    "978-84-376-0494-7": "9788437604947",
    "8412345678901": "8412345678901",
    "AB-12": "AB-12",
}


@pytest.mark.parametrize("cell, code", CODES.items())
def test_a_barcode_is_what_is_printed(tmp_path: Path, cell: str, code: str) -> None:
    (soap,) = products(tmp_path, made.shopify(made.SOAP | {"Variant Barcode": cell}))
    assert soap.codes == (ListedCode(code),)


RUINED = ("1,23E+12", "8.41234E+12", "8E+12")


@pytest.mark.parametrize("cell", RUINED)
def test_a_barcode_a_spreadsheet_has_rounded_is_refused_by_name(
    tmp_path: Path, cell: str
) -> None:
    text = made.shopify(made.SMALL_CUP, made.LARGE_CUP | {"Variant Barcode": cell})
    assert refused(tmp_path, text) == [
        Refusal(3, "Variant Barcode", cell, Reason.NUMBER_RUINED)
    ]


def test_two_things_of_one_sku_are_both_refused(tmp_path: Path) -> None:
    found, listed = gathered(
        tmp_path, made.shopify(made.SOAP, made.SMALL_CUP | {"Variant SKU": "soap-1"})
    )
    assert listed == []
    assert found.refused == [
        Refusal(2, "Variant SKU", "SOAP-1", Reason.SKU_TWICE),
        Refusal(4, "Variant SKU", "SOAP-1", Reason.SKU_TWICE),
    ]
    assert dict(found.counts) == {RowKind.PRODUCT: 0, RowKind.REFUSED: 2}


def test_a_code_that_is_a_piece_and_a_case_is_refused(tmp_path: Path) -> None:
    text = "sku,product,barcode,pieces per case\nA,Tea,X1,1\nA,Tea,X1,12\n"
    assert refused(tmp_path, text) == [Refusal(3, "barcode", "X1", Reason.UNITS_UNCLEAR)]


BAD = {
    "A,Tea,-4": ("price", "-4", Reason.NEGATIVE_AMOUNT),
    "A,Tea,dear": ("price", "dear", Reason.NOT_AN_AMOUNT),
    "A,Tea": ("", "2", Reason.ROW_SHORT),
    "A,Tea,4,5": ("", "4", Reason.ROW_LONG),
    ",,4": ("sku", "", Reason.MISSING),
    f"{'A' * 65},Tea,4": ("sku", "A" * 64, Reason.TEXT_TOO_LONG),
}


@pytest.mark.parametrize("row, why", BAD.items(), ids=range(len(BAD)))
def test_a_bad_row_is_refused_with_its_line_and_cell(
    tmp_path: Path, row: str, why: tuple[str, str, Reason]
) -> None:
    assert refused(tmp_path, f"sku,product,price\n{row}\n") == [Refusal(2, *why)]


def test_every_row_is_counted_once(tmp_path: Path) -> None:
    text = made.woo(made.WOO_SHIRT, made.WOO_BLUE, {}, made.WOO_BLUE | {"Precio normal": "x"})
    found, _ = gathered(tmp_path, text)
    assert dict(found.counts) == {
        RowKind.HEADING: 1,
        RowKind.PRODUCT: 1,
        RowKind.BLANK: 1,
        RowKind.REFUSED: 1,
    }


def test_text_of_others_stays_text(tmp_path: Path) -> None:
    name = "=HYPERLINK(1)<b>{x}</b>\u202e\x07 DROP TABLE"
    (soap,) = products(tmp_path, made.shopify(made.SOAP | {"Title": name}))
    assert soap.name == "=HYPERLINK(1)<b>{x}</b>\u202e DROP TABLE"
