"""The shop's own list of products is seen before it comes in, and matched like any file."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from packstation.domain.intake import HeaderMissing, ProfileWrong, Reason
from packstation.domain.matching import FileKind, FirstRows, Lists, Match
from packstation.places import resources
from packstation.shops.catalogue_profile import (
    CatalogueProfile,
    remembered_catalogue,
    shipped_catalogues,
)
from packstation.shops.preview import Looked, look
from packstation.shops.preview_way import Known
from packstation.shops.profile import remembered, shipped
from tests.shops import product_exports as made

FOLDER = resources() / "profiles"
KNOWN = Known(shipped(FOLDER), shipped_catalogues(FOLDER), FOLDER, ZoneInfo("Europe/Madrid"))
OWN = "Nuestra clave;Qué es;PVP (IVA incl.);Cód. barras;Balda;Foto;Peso\n"
ROWS = "JAB-1;Jabón;4,50 €;8412345678905;A-3;jab.jpg;100\n007;Vela;12,00 €;;B-1;;90\n"
GUESSED = ("sku", "product", "price", "barcode", "place", "picture", "")


def looked(
    folder: Path,
    text: str,
    match: Match | None = None,
    known: Known = KNOWN,
    lists: Lists | None = None,
) -> Looked:
    path = folder / "mis productos 2026.csv"
    path.write_text(text, "utf-8")
    return look(path, known, match, lists)


def kept(of: Looked) -> CatalogueProfile:
    assert of.parts is not None
    return remembered_catalogue(dict(of.parts), FOLDER)


def first(of: Looked) -> FirstRows:
    assert of.preview.first is not None
    return of.preview.first


def test_a_list_of_ones_own_is_guessed_to_be_products(tmp_path: Path) -> None:
    preview = looked(tmp_path, OWN + ROWS).preview
    assert (preview.match.lists, preview.match.columns) == (Lists.PRODUCTS, GUESSED)
    assert (preview.kind, preview.missing) == (FileKind.NEW, ())
    assert preview.decimal == ","


@pytest.mark.parametrize(
    "header, columns",
    [
        ("Item code,What it is,Retail price,EANs,Shelf", "sku product price barcode place"),
        ("CÓDIGO,DENOMINACIÓN,TARIFA,BARRAS,ESTANTE", "sku product price barcode place"),
        ("Ref.,Artículo,Precio venta,C. barras,Pasillo", "sku product price barcode place"),
    ],
)
def test_header_words_of_both_languages(tmp_path: Path, header: str, columns: str) -> None:
    text = f"{header}\nJAB-1,Jabón,4.50,8412345678905,A-3\n"
    assert " ".join(looked(tmp_path, text).preview.match.columns) == columns


def test_a_column_of_barcodes_is_told_though_a_sheet_has_rounded_some(tmp_path: Path) -> None:
    rows = "X-1,8412345678905\nX-2,8412345678912\nX-3,8E+12\nX-4,8,41E+12\n"
    text = "sku,what beeps\n" + rows.replace("8,41E+12", '"8,41E+12"')
    assert looked(tmp_path, text).preview.match.columns == ("sku", "barcode")


LISTED = {
    "Nº pedido;Ref;Uds;Cliente\nP-1;JAB-1;2;Ana\n": Lists.ORDERS,
    "Pedido;Artículo;Precio\nP-1;Jabón;2\n": Lists.ORDERS,
    "Documento;Ref;Uds\nP-1;JAB-1;2\n": Lists.ORDERS,
    "Artículo;Precio;Contacto\nJabón;2;ana@mail.es\n": Lists.ORDERS,
    "Fecha;Referencia;Descripción;Precio\n1;2;3;4\n": Lists.ORDERS,
    "Fecha;Referencia;EAN;Precio\n1;2;8412345678905;4\n": Lists.PRODUCTS,
    "Clave;Qué es;Alta\nJAB-1;Jabón;03/04/2026\n": Lists.PRODUCTS,
    "Artículo;PVP;Balda\nJabón;2;A-3\n": Lists.PRODUCTS,
    "Talla;Color\nM;azul\n": Lists.ORDERS,
}


@pytest.mark.parametrize("text, lists", LISTED.items(), ids=range(len(LISTED)))
def test_orders_and_products_are_told_apart(tmp_path: Path, text: str, lists: Lists) -> None:
    assert looked(tmp_path, text).preview.match.lists is lists


def test_the_owner_can_say_otherwise(tmp_path: Path) -> None:
    as_orders = looked(tmp_path, OWN + ROWS, lists=Lists.ORDERS).preview
    assert as_orders.match.lists is Lists.ORDERS
    assert as_orders.missing == ("order", "quantity")


def test_a_word_our_template_does_not_know_is_guessed_beside_those_it_does(
    tmp_path: Path,
) -> None:
    text = "sku;nombre;cod barras\nJAB-1;Jabón;8412345678905\n"
    preview = looked(tmp_path, text).preview
    assert (preview.kind, preview.match.columns) == (
        FileKind.NEW,
        ("sku", "product", "barcode"),
    )


def test_our_own_template_is_known(tmp_path: Path) -> None:
    preview = looked(tmp_path, "sku;nombre;ean\nJAB-1;Jabón;8412345678905\n").preview
    assert (preview.kind, preview.profile) == (FileKind.SHIPPED, "packstation_products")


def test_a_shops_own_catalogue_is_more_than_columns(tmp_path: Path) -> None:
    found = looked(tmp_path, made.shopify(made.SOAP))
    assert (found.preview.kind, found.preview.match.lists) == (
        FileKind.SHIPPED,
        Lists.PRODUCTS,
    )
    assert (found.preview.header, found.profile) == ((), None)


@pytest.mark.parametrize(
    "columns, missing",
    [
        (("", "", ""), ("sku|barcode|product",)),
        (("sku", "", ""), ("product|barcode|place|price",)),
        (("sku", "", "barcode"), ()),
        (("", "product", ""), ("barcode|place|price",)),
        (("", "", "barcode"), ("product|place|price",)),
        (("", "product", "price"), ()),
        (("", "price", "place"), ("sku|barcode|product",)),
    ],
)
def test_a_row_needs_a_name_and_something_to_say(
    columns: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    assert Match(columns, lists=Lists.PRODUCTS).missing == missing


def test_a_match_is_a_profile_the_next_list_is_known_by(tmp_path: Path) -> None:
    own = kept(looked(tmp_path, OWN + ROWS))
    known = replace(KNOWN, catalogues=(own, *KNOWN.catalogues))
    again = looked(tmp_path, "Stock;" + OWN + "3;" + ROWS.partition("\n")[0], None, known)
    assert (again.preview.kind, again.preview.profile) == (
        FileKind.REMEMBERED,
        "mis productos",
    )
    assert again.preview.match.columns == ("", *GUESSED)
    assert again.parts is None


def test_what_was_left_out_is_not_found_again_by_our_own_words(tmp_path: Path) -> None:
    text = "sku;nombre;precio\nJAB-1;Jabón;4,50\n"
    own = kept(looked(tmp_path, text, Match(("sku", "product", ""), lists=Lists.PRODUCTS)))
    assert own.columns.columns["price"] == ()


def test_a_list_that_was_remembered_as_orders_is_corrected(tmp_path: Path) -> None:
    text = "sku;product;price;order;quantity\nJAB-1;Jabón;4,50;1;2\n"
    columns = ("sku", "product", "price", "order", "quantity")
    orders = looked(tmp_path, text, Match((*columns[:4], "total")))
    assert orders.parts is not None
    known = replace(KNOWN, profiles=(remembered(dict(orders.parts), FOLDER), *KNOWN.profiles))
    as_products = looked(
        tmp_path, text, Match((*columns[:3], "", ""), lists=Lists.PRODUCTS), known
    )
    assert as_products.replaces == "mis productos"


def test_orders_that_are_remembered_never_replace_a_list_of_products(tmp_path: Path) -> None:
    text = "order;sku;quantity;price;place\n1;JAB-1;2;4,50;A-3\n"
    as_orders = Match(("order", "sku", "quantity", "", ""))
    orders = looked(tmp_path, text, as_orders).parts
    wider = Match(("", "sku", "units", "price", "place"), lists=Lists.PRODUCTS)
    products = kept(looked(tmp_path, text, wider))
    assert orders is not None
    known = replace(
        KNOWN,
        profiles=(remembered({**orders, "name": "ventas"}, FOLDER), *KNOWN.profiles),
        catalogues=(products, *KNOWN.catalogues),
    )
    again = looked(tmp_path, text, as_orders, known)
    otherwise = looked(tmp_path, text, as_orders.taken_for(3, "total"), known)
    assert (again.parts, again.replaces) == (None, "ventas")
    assert otherwise.replaces == "ventas"


def test_a_remembered_list_of_products_is_no_profile_of_orders(tmp_path: Path) -> None:
    parts = looked(tmp_path, OWN + ROWS).parts
    assert parts is not None
    with pytest.raises(ProfileWrong):
        remembered(dict(parts), FOLDER)


@pytest.mark.parametrize(
    "parts", [{}, {"columns": {}}, {"columns": 3, "extends": "packstation"}]
)
def test_what_a_hand_has_spoilt_is_no_profile(parts: dict[str, object]) -> None:
    with pytest.raises(ProfileWrong):
        remembered_catalogue(parts, FOLDER)


def test_a_first_row_that_is_a_product_is_no_header(tmp_path: Path) -> None:
    with pytest.raises(HeaderMissing):
        looked(tmp_path, "JAB-1;Jabón;4,50;A-3\nVELA;Vela;5,50;B-1\n")


CELLS = {
    "001,Jabón,8412345678905,4.50": None,
    "002,Vela,8412345678912 / 8412345678929,4.50 €": None,
    '003,Té,"8412345678912, 8412345678929",EUR 4.50': None,
    '004,"=""Té""","=""8412345678905""",4.50EUR': None,
    '005,Taza,"8,41E+12",4.50': Reason.NUMBER_RUINED,
    "8E+12,Taza,,4.50": Reason.NUMBER_RUINED,
    "006,Taza,,=B2*1.21": Reason.FORMULA,
    '006,"=CONCAT(A1,B1)",,': Reason.FORMULA,
    "007,Taza,,#REF!": Reason.FORMULA,
    "008,#N/D,,": Reason.FORMULA,
    "009,Taza,,gratis": Reason.NOT_AN_AMOUNT,
    "010,#1 Taza,,4.50": None,
}


@pytest.mark.parametrize("row, reason", CELLS.items(), ids=range(len(CELLS)))
def test_each_cell_is_right_or_refused_for_a_reason(
    tmp_path: Path, row: str, reason: Reason | None
) -> None:
    text = f"Clave,Qué es,Cód barras,PVP\n{row}\nX-1,Otra,,1.00\n"
    match = Match(("sku", "product", "barcode", "price"), lists=Lists.PRODUCTS)
    refused = first(looked(tmp_path, text, match)).refused
    assert [it.reason for it in refused] == ([] if reason is None else [reason])


def test_a_quoted_row_that_the_beginning_cuts_is_left_to_the_rest(tmp_path: Path) -> None:
    rows = "".join(f'A-{n};"dos\nlíneas";4,50\n' for n in range(20_000))
    preview = looked(tmp_path, "Clave;Qué es;PVP\n" + rows).preview
    assert preview.first is not None
    assert (preview.first.refused, preview.whole) == ((), False)
    assert (preview.first.products or 0) > 1_000
