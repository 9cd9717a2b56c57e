"""What a product file changes is told part by part, as it is here and as the file has it."""

from dataclasses import replace

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import Change, Listed, ListedCode, change_of
from packstation.domain.catalogue_changes import told_otherwise
from packstation.domain.noticed import Changed, Difference, Part
from packstation.domain.orders import Policy
from tests.domain.test_catalogue import EAN, LISTED, SHELVED


def changed(listed: Listed, *codes: ArrivingCode) -> Changed:
    change = change_of(listed, codes or (EAN,), SHELVED)
    assert isinstance(change, Change)
    return told_otherwise(change, SHELVED)


def test_each_part_is_told_as_it_was_and_as_it_is() -> None:
    listed = replace(
        LISTED,
        name="Soap",
        price_cents=500,
        tags=("bath", "new"),
        packable=False,
        policy=Policy.FIRST,
    )
    assert changed(listed) == Changed(
        "SOAP",
        (
            Difference(Part.PRODUCT, "Olive soap", "Soap"),
            Difference(Part.TAGS, "bath", "bath, new"),
            Difference(Part.PRICE, "450", "500"),
            Difference(Part.PACKABLE, "yes", "no"),
            Difference(Part.POLICY, "each", "first"),
        ),
    )


def test_other_codes_are_told_with_their_pieces() -> None:
    case = ArrivingCode(code="18412345678902", units=6)
    listed = replace(LISTED, codes=(ListedCode(EAN.code), ListedCode(case.code, 6)))
    assert changed(listed, EAN, case).differences == (
        Difference(Part.CODES, EAN.code, f"{EAN.code}, {case.code} (6)"),
    )
