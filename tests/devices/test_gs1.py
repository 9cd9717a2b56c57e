"""Serial, lot and expiry out of GS1 codes, and nothing out of any other code."""

import pytest

from packstation.devices.gs1 import GS, Elements, read_elements
from packstation.domain.orders import Detail

GTIN = "0108412345678905"


@pytest.mark.parametrize(
    "text, details",
    [
        (GTIN, ()),
        (GTIN + "10L-7", ((Detail.LOT, "L-7"),)),
        (
            GTIN + "10L-7" + GS + "17261231",
            ((Detail.LOT, "L-7"), (Detail.EXPIRY, "2026-12-31")),
        ),
        (GTIN + "17261200", ((Detail.EXPIRY, "2026-12-31"),)),
        (GTIN + "17260200", ((Detail.EXPIRY, "2026-02-28"),)),
        (GTIN + "17261399", ()),
        (GS + GTIN + "21S1" + GS + "10L2", ((Detail.SERIAL, "S1"), (Detail.LOT, "L2"))),
        (GTIN + "3103000500" + "10L9", ((Detail.LOT, "L9"),)),  # a weight before it
        (GTIN + "8005000123" + GS + "10L9", ((Detail.LOT, "L9"),)),  # an element we do not read
        ("3712" + GS + GTIN, ()),
    ],
)
def test_what_a_gs1_code_tells(text: str, details: tuple[tuple[Detail, str], ...]) -> None:
    assert read_elements(text, "]C1") == Elements("8412345678905", details)


def test_a_case_keeps_its_fourteen_digits() -> None:
    assert read_elements("01184123456789025") is None
    assert read_elements("0118412345678902", "]d2") == Elements("18412345678902")


@pytest.mark.parametrize(
    "text, symbology",
    [
        ("8412345678905", ""),
        ("1042", ""),
        (GTIN, ""),  # sixteen digits alone are no reason to think of GS1
        ("0108412345678900" + "10L", ""),  # wrong check digit
        ("10L-7", "]C1"),
        ("", "]C1"),
    ],
)
def test_other_codes_are_left_alone(text: str, symbology: str) -> None:
    assert read_elements(text, symbology) is None
