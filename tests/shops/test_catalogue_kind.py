"""A header tells whether a file lists products or orders."""

import os
from pathlib import Path

import pytest

from packstation.domain.intake import ProfileUnknown, ProfileWrong
from packstation.places import resources
from packstation.shops.catalogue_kind import lists_products
from packstation.shops.catalogue_profile import (
    Shape,
    named_catalogue,
    shipped_catalogues,
)
from packstation.shops.profile import shipped
from tests.shops.product_exports import SHOPIFY, WOO

PROFILES = resources() / "profiles"
HEADERS = {
    ",".join(SHOPIFY): "products",
    ",".join(f'"{it}"' for it in WOO): "products",
    "sku;ubicación": "products",
    "ean;producto;precio": "products",
    "sku,product,price,quantity": "products",
    "order,sku,product,quantity,price": "orders",
    "Nº pedido,referencia,producto,precio,cantidades": "orders",
    "sku,product,price,email": "orders",
    "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country": "orders",
    "Date,Description,Amount,Balance,Reference": "orders",
    "Fecha;Referencia;Descripción;Importe;Saldo": "orders",
    "sku": "orders",
    "what,ever": "orders",
}


@pytest.mark.parametrize("header, what", HEADERS.items(), ids=range(len(HEADERS)))
def test_the_header_tells_products_from_orders(tmp_path: Path, header: str, what: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f"{header}\n", "utf-8")
    kinds = shipped(PROFILES), shipped_catalogues(PROFILES)
    assert ("products" if lists_products(path, *kinds) else "orders") == what


def test_a_profile_of_ones_own_extends_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('extends = "packstation_products"\n[columns]\nplace = ["Pasillo"]\n')
    found = named_catalogue(str(own), PROFILES)
    assert found is not None
    assert (found.columns.name, found.shape) == ("own", Shape.PLAIN)
    assert found.columns.columns["place"] == ("Pasillo",)
    assert "referencia" in found.columns.columns["sku"]


def test_a_profile_for_orders_is_none_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('extends = "packstation"\n')
    assert named_catalogue(str(own), PROFILES) is None
    assert named_catalogue("packstation", PROFILES) is None
    assert named_catalogue("../profiles/products/shopify_products", PROFILES) is None


WRONG = (
    'shape = "round"',
    'shape = "plain"\nsize = 3',
    'shape = "plain"\n[columns]\ncolour = ["x"]',
    'shape = "plain"\n[columns]\nsku = 3',
    'shape = "plain"\nrequired = [1]',
    'shape = "plain"\ndecimal = 1',
    "shape = ",
)


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_profile_that_says_nonsense_is_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(ProfileWrong):
        named_catalogue(str(own), PROFILES)


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileUnknown):
        named_catalogue(str(tmp_path / "absent.toml"), PROFILES)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_profile_out_of_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    os.mkfifo(own)
    with pytest.raises(ProfileUnknown):
        named_catalogue(str(own), PROFILES)
