"""A code that two products could mean is given to none of them."""

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import CatalogueWarning, Listed, ListedCode, WarningKind
from packstation.domain.code_claims import Claims, Owner

EAN, OTHER = "8412345678905", "8412345678912"


def listed(sku: str, *codes: str, line: int = 2) -> Listed:
    return Listed(line=line, sku=sku, name=sku, codes=tuple(map(ListedCode, codes)))


def granted(product: Listed, claims: Claims) -> list[str]:
    return [it.code for it in claims.granted(product)]


def test_a_code_nobody_else_claims_is_given() -> None:
    soap = listed("SOAP", EAN)
    claims = Claims([soap, listed("TEA", OTHER)])
    assert claims.granted(soap) == (ArrivingCode(code=EAN),)
    assert list(claims.warnings(soap)) == []


def test_a_code_of_two_products_is_given_to_neither_and_both_are_named() -> None:
    soap, tea = listed("SOAP", EAN), listed("TEA", EAN, OTHER, line=3)
    claims = Claims([soap, tea])
    assert (granted(soap, claims), granted(tea, claims)) == (["SOAP"], [OTHER])
    assert [*claims.warnings(soap), *claims.warnings(tea)] == [
        CatalogueWarning(2, "SOAP", WarningKind.CODE_SHARED, EAN, "TEA"),
        CatalogueWarning(3, "TEA", WarningKind.CODE_SHARED, EAN, "SOAP"),
    ]


def test_a_code_another_product_has_already_stays_there() -> None:
    soap = listed("SOAP", EAN)
    claims = Claims([soap])
    claims.meet({EAN: (Owner("TEA", "catalogue"),)})
    assert granted(soap, claims) == ["SOAP"]
    assert list(claims.warnings(soap)) == [
        CatalogueWarning(2, "SOAP", WarningKind.CODE_TAKEN, EAN, "TEA")
    ]


def test_a_code_the_file_moves_to_another_product_moves() -> None:
    soap, tea = listed("SOAP", EAN), listed("TEA", OTHER)
    claims = Claims([soap, tea])
    claims.meet({EAN: (Owner("TEA", "catalogue"),), OTHER: (Owner("SOAP", "catalogue"),)})
    assert (granted(soap, claims), granted(tea, claims)) == ([EAN], [OTHER])


def test_a_code_learned_at_a_bench_does_not_move() -> None:
    soap, tea = listed("SOAP", EAN), listed("TEA", OTHER)
    claims = Claims([soap, tea])
    claims.meet({EAN: (Owner("TEA", "learned"),)})
    assert granted(soap, claims) == ["SOAP"]


def test_a_product_keeps_its_own_code() -> None:
    soap = listed("SOAP", EAN)
    claims = Claims([soap])
    claims.meet({EAN: (Owner("SOAP", "catalogue"),)})
    assert granted(soap, claims) == [EAN]


def test_without_a_code_the_sku_counts_as_one() -> None:
    soap = listed("SOAP")
    assert Claims([soap]).granted(soap) == (ArrivingCode(code="SOAP", source="sku"),)


def test_a_sku_that_reads_as_anothers_code_counts_as_none() -> None:
    soap, tea = listed("SOAP", "TEA"), listed("TEA")
    claims = Claims([soap, tea])
    assert (granted(soap, claims), granted(tea, claims)) == (["TEA"], [])
    here = Claims([listed("TEA")])
    here.meet({"TEA": (Owner("SOAP", "catalogue"),)})
    assert granted(listed("TEA"), here) == []


def test_a_wrong_check_digit_is_told_and_the_code_kept_as_printed() -> None:
    soap = listed("SOAP", "8412345678901")
    claims = Claims([soap])
    assert granted(soap, claims) == ["8412345678901"]
    assert list(claims.warnings(soap)) == [
        CatalogueWarning(2, "SOAP", WarningKind.CHECK_DIGIT, "8412345678901")
    ]
