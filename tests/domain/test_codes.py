"""Own codes carry a check character; GTINs of every length are one and the same product."""

import pytest

from packstation.domain.codes import (
    ALPHABET,
    Kind,
    gtin,
    order_code,
    own_code,
    read_own,
    slip_code,
)

MARK = "K7Q"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_code_we_print_reads_back_as_kind_and_body(kind: Kind) -> None:
    assert read_own(MARK, own_code(MARK, kind, "4F2X")) == (kind, "4F2X")


def test_codes_hold_only_letters_no_keyboard_layout_can_spoil() -> None:
    assert set(order_code(MARK, 123_456_789)) <= set(ALPHABET)


@pytest.mark.parametrize(
    "spoiled",
    [
        "K7QB4F2Y",  # another check character
        own_code(MARK, Kind.BADGE, "4F2X").lower(),
        own_code("ABC", Kind.BADGE, "4F2X"),  # another shop's
        own_code(MARK, Kind.BADGE, "4F2X")[:-1],
        "K7Q",
        "",
        "8412345678905",
        own_code(MARK, Kind.BADGE, "4F2X") + "\u202e",
    ],
)
def test_any_other_text_is_no_code_of_ours(spoiled: str) -> None:
    assert read_own(MARK, spoiled) is None


def test_two_neighbours_swapped_are_noticed() -> None:
    code = own_code(MARK, Kind.ORDER, "000Z1X")
    assert read_own(MARK, code.replace("Z1", "1Z")) is None


@pytest.mark.parametrize(
    "text, as_thirteen",
    [
        ("8412345678905", "8412345678905"),
        ("012345678905", "0012345678905"),  # UPC-A
        ("96385074", "0000096385074"),  # EAN-8
        ("08412345678905", "8412345678905"),  # GTIN-14 of the piece
        ("8412345678900", None),  # wrong check digit
        ("84123456789", None),
        ("841234567890\u0665", None),  # an Arabic digit
        ("ABC", None),
    ],
)
def test_a_gtin_is_brought_to_thirteen_digits(text: str, as_thirteen: str | None) -> None:
    assert gtin(text) == as_thirteen


def test_a_case_code_of_fourteen_digits_stays_its_own() -> None:
    assert gtin("18412345678902") == "18412345678902"


@pytest.mark.parametrize("bench", ["1", "A7", "mesa", "Mesa de Ana", "ñandú", "工作台"])
def test_the_slips_of_every_bench_have_codes_of_their_own(bench: str) -> None:
    codes = [slip_code("9VM", f"{bench}-26-{count:06}") for count in (1, 2)]
    read = [read_own("9VM", code) for code in codes]
    assert [it and it[0] for it in read] == [Kind.SLIP, Kind.SLIP]
    assert codes[0] != codes[1]


def test_the_code_of_a_slip_says_its_number_where_it_can() -> None:
    assert slip_code("9VM", "1-26-000001")[:-1] == "9VMS126000001"
    assert slip_code("9VM", "mesa-26-000001") != slip_code("9VM", "MESA-26-000001")
