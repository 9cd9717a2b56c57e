"""A product file changes what it says otherwise than the shop, and nothing else."""

from dataclasses import replace

import pytest

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import (
    CatalogueSummary,
    CatalogueTally,
    Change,
    Listed,
    ListedCode,
    RowKind,
    Shelved,
    WarningKind,
    change_of,
)
from packstation.domain.orders import Policy

EAN = ArrivingCode(code="8412345678905")
SHELVED = Shelved(
    id=7,
    sku="SOAP",
    name="Olive soap",
    variant="small",
    place="A-3",
    category="Soaps",
    brand="Azul",
    tags=("bath",),
    price_cents=450,
    packable=True,
    policy="each",
    picture="soap.png",
    codes=(EAN,),
)
LISTED = Listed(line=2, sku="SOAP", name="Olive soap", codes=(ListedCode(EAN.code),))


def test_what_the_file_does_not_say_stays() -> None:
    assert change_of(Listed(line=2, sku="SOAP"), (), SHELVED) is None
    assert change_of(LISTED, (EAN,), SHELVED) is None


SAID = {
    "name": "Soap of olives",
    "variant": "",
    "place": "B-1",
    "category": "Bath",
    "brand": "Roig",
    "tags": ("bath", "new"),
    "price_cents": 0,
    "packable": False,
    "policy": Policy.BY_HAND,
    "picture": "new.png",
}


@pytest.mark.parametrize("key", SAID)
def test_what_it_says_otherwise_changes(key: str) -> None:
    listed = Listed(**{"line": 2, "sku": "SOAP", key: SAID[key]})  # type: ignore[arg-type] # each of its own kind
    assert change_of(listed, (), SHELVED) == Change("SOAP", {key: SAID[key]}, None, 2, False)  # noqa: FBT003 (a value)


def test_another_code_takes_the_place_of_the_catalogues_last() -> None:
    other = ArrivingCode(code="8412345678912")
    listed = replace(LISTED, codes=(ListedCode(other.code),))
    change = change_of(listed, (other,), SHELVED)
    assert change is not None
    assert (change.fields, change.codes) == ({}, (other,))


def test_another_number_of_pieces_is_a_change() -> None:
    case = ArrivingCode(code=EAN.code, units=6)
    change = change_of(replace(LISTED, codes=(ListedCode(EAN.code, 6),)), (case,), SHELVED)
    assert change is not None


def test_what_a_bench_has_learned_is_no_change_when_the_file_says_it_too() -> None:
    learned = ArrivingCode(code=EAN.code, source="learned")
    assert change_of(LISTED, (EAN,), replace(SHELVED, codes=(learned,))) is None


def test_a_new_product_comes_with_all_that_is_said() -> None:
    change = change_of(LISTED, (EAN,), None)
    assert change == Change("SOAP", {"name": "Olive soap"}, (EAN,), 2, is_new=True)


def test_a_summary_adds_up() -> None:
    summary = CatalogueSummary(
        file_name="products.csv",
        profile="shopify_products",
        lines={RowKind.PRODUCT: 3, RowKind.MORE: 1, RowKind.BLANK: 1},
        products=CatalogueTally(1, 1, 1),
        counts={WarningKind.CHECK_DIGIT: 2},
    )
    told = summary.as_json()
    assert told["lines"] == {
        "total": 5,
        "products": 3,
        "more": 1,
        "headings": 0,
        "blank": 1,
        "refused": 0,
    }
    assert told["products"] == {"total": 3, "new": 1, "changed": 1, "unchanged": 1}
    assert told["warnings"]["total"] == 2
