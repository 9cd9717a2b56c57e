"""What stands in the cells of a shop's own list of products."""

from pathlib import Path

import pytest

from packstation.domain.catalogue import Listed, ListedCode
from packstation.domain.orders import Policy
from tests.shops.test_catalogue import products, refused

ONE, TWO = "8412345678905", "8412345678912"


def listed(folder: Path, column: str, cell: str) -> Listed:
    (found,) = products(folder, f'sku;product;{column}\n007;Jabón;"{cell}"\n')
    return found


CODES = {
    ONE: (ONE,),
    f"{ONE} {TWO}": (ONE, TWO),
    f"{ONE},{TWO}": (ONE, TWO),
    f"{ONE} / {TWO}": (ONE, TWO),
    f"{ONE}\n{TWO}": (ONE, TWO),
    f"{ONE}|{ONE}": (ONE,),
    f"{ONE}; A-77": (ONE, "A-77"),
    "AB/12": ("AB/12",),
    "84 12345 67890 5": (ONE,),
    "978-84-376-0494-7": ("9788437604947",),
    "": (),
}


@pytest.mark.parametrize("cell, codes", CODES.items(), ids=range(len(CODES)))
def test_the_codes_of_one_cell(tmp_path: Path, cell: str, codes: tuple[str, ...]) -> None:
    assert listed(tmp_path, "barcode", cell).codes == tuple(map(ListedCode, codes))


@pytest.mark.parametrize("cell", ["8,41E+12", f"{ONE}; 8,41E+12", "8.41E+12, 8.42E+12"])
def test_a_code_that_a_spreadsheet_has_rounded_is_refused(tmp_path: Path, cell: str) -> None:
    found = refused(tmp_path, f'sku;product;barcode\n007;Jabón;"{cell}"\n')
    assert [(it.line, it.column, it.reason.value) for it in found] == [
        (2, "barcode", "number_ruined")
    ]


CASES = {
    f"{ONE}; {TWO}": ["units_of_several"],
    f"{ONE} / A-77": ["units_of_several"],
    f"{ONE}|{ONE}": [],
    ONE: [],
}


@pytest.mark.parametrize("cell, reasons", CASES.items(), ids=range(len(CASES)))
def test_a_number_of_pieces_belongs_to_one_code(
    tmp_path: Path, cell: str, reasons: list[str]
) -> None:
    row = f'sku;product;barcode;pieces per case\n007;Jabón;"{cell}";6\n'
    found = refused(tmp_path, row)
    assert [it.reason.value for it in found] == reasons
    assert {(it.column, it.text) for it in found} <= {("pieces per case", "6")}


def test_codes_of_one_piece_each_may_share_a_cell(tmp_path: Path) -> None:
    row = f'sku;product;barcode;pieces per case\n007;Jabón;"{ONE}; {TWO}";1\n'
    (found,) = products(tmp_path, row)
    assert found.codes == (ListedCode(ONE), ListedCode(TWO))


PRICES = {
    "4,50": 450, "4,50 €": 450, "€4,50": 450, "4,50 EUR": 450, "eur 4,50": 450,
    "4,50EUR": 450, "4,50 euros": 450, "1.234,50 €": 123450,
    "1\N{NO-BREAK SPACE}234,50": 123450, "12": 1200, "": None,
}  # fmt: skip


@pytest.mark.parametrize("cell, cents", PRICES.items(), ids=range(len(PRICES)))
def test_a_price_with_its_currency(tmp_path: Path, cell: str, cents: int | None) -> None:
    assert listed(tmp_path, "price", cell).price_cents == cents


POLICIES = {
    "sí": Policy.BY_HAND,
    "x": Policy.BY_HAND,
    "A mano": Policy.BY_HAND,
    "no": Policy.EACH,
    "La primera": Policy.FIRST,
    "each": Policy.EACH,
    "": None,
}


@pytest.mark.parametrize("cell, policy", POLICIES.items(), ids=range(len(POLICIES)))
def test_how_it_is_checked(tmp_path: Path, cell: str, policy: Policy | None) -> None:
    assert listed(tmp_path, "sin código", cell).policy is policy


def test_a_word_for_it_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "sku;product;sin código\n007;Jabón;a veces\n")
    assert (found.text, found.reason.value) == ("a veces", "not_a_policy")


def test_leading_zeros_stay(tmp_path: Path) -> None:
    assert listed(tmp_path, "barcode", "0012").codes == (ListedCode("0012"),)
    assert listed(tmp_path, "barcode", "0012").sku == "007"
