"""Shopify's orders_export.csv as owners download it."""

from pathlib import Path

import pytest

from packstation.domain.intake import LineKind, Reason, Refusal
from packstation.domain.noticed import Doubt, Warned
from tests.shops.exports import SHOPIFY, below, first, shopify, table
from tests.shops.reading import read


def test_a_block_of_rows_is_one_order_and_all_its_rows_know_whose_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(), below(), first("#2002")))
    assert found.profile == "shopify"
    assert found.pieces == [
        ("#2001", "SOAP-1", 2),
        ("#2001", "TEA-1", 1),
        ("#2002", "SOAP-1", 2),
    ]
    assert found.lines[0].head == found.lines[1].head
    assert found.head["email"] == "marina.roig@example.com"
    assert (found.head["postcode"], found.head["carrier"]) == ("17001", "Envío 48 h")
    assert found.lines[0].at == "2026-11-20 09:15:32.000000"


@pytest.mark.parametrize(
    "said, state",
    [
        ({"Financial_Status": "authorized"}, "open"),
        ({"Financial_Status": "PAID"}, "open"),
        ({"Financial_Status": "partially_refunded"}, "open"),
        ({"Financial_Status": "pending"}, "held"),
        ({"Financial_Status": "expired"}, "held"),
        ({"Fulfillment_Status": "on_hold"}, "held"),
        ({"Fulfillment_Status": "fulfilled"}, "shipped"),
        ({"Fulfillment_Status": "fulfilled", "Financial_Status": "refunded"}, "shipped"),
        ({"Financial_Status": "refunded"}, "cancelled"),
        ({"Financial_Status": "refunded", "Fulfillment_Status": "restocked"}, "cancelled"),
        ({"Financial_Status": "voided"}, "cancelled"),
        ({"Cancelled_at": "2026-11-21 08:00:00 +0100"}, "cancelled"),
    ],
)
def test_what_was_paid_sent_and_cancelled_decides_how_an_order_begins(
    tmp_path: Path, said: dict[str, str], state: str
) -> None:
    found = read(tmp_path, shopify(first(**said), below()))
    assert {line.state for line in found.lines} == {state}


def test_a_held_order_keeps_the_shops_own_word(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Financial_Status="pending")))
    assert found.head["held_word"] == "pending"
    assert found.warnings == []


def test_a_status_nobody_knows_holds_the_order_and_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Financial_Status="weird")))
    assert found.lines[0].state == "held"
    assert found.warnings == [Warned("#2001", Doubt.STATE_UNKNOWN, "weird")]


@pytest.mark.parametrize(
    "said",
    [
        {"Financial_Status": "partially_refunded", "Refunded_Amount": "4.50"},
        {"Refunded_Amount": "4.50"},
    ],
)
def test_a_refund_is_told_since_the_file_only_has_the_original_quantity(
    tmp_path: Path, said: dict[str, str]
) -> None:
    found = read(tmp_path, shopify(first(**said)))
    assert found.lines[0].quantity == 2
    assert found.warnings == [Warned("#2001", Doubt.REFUND_UNCLEAR, "4.50 EUR")]
    assert found.head["flags"] == "refunded"


def test_what_needs_no_shipping_is_never_in_the_box(tmp_path: Path) -> None:
    card = first(Lineitem_name="Gift Card", Lineitem_requires_shipping="false", Notes="¡Hola!")
    virtual = first("#2002", Lineitem_requires_shipping="false")
    found = read(tmp_path, shopify(card, below(), virtual))
    assert found.pieces == [("#2001", "TEA-1", 1)]
    assert found.head["message"] == "¡Hola!"
    assert found.counts == {LineKind.GOODS: 1, LineKind.VIRTUAL: 2}


def test_what_has_left_before_is_not_packed_again(tmp_path: Path) -> None:
    sent = first(Fulfillment_Status="partial", Lineitem_fulfillment_status="fulfilled")
    part = below(Lineitem_fulfillment_status="partial")
    found = read(tmp_path, shopify(sent, part))
    assert found.pieces == [("#2001", "TEA-1", 1)]
    assert found.counts[LineKind.SENT_BEFORE] == 1
    assert found.warnings == [Warned("#2001", Doubt.SENT_UNCLEAR, "Green tea")]


def test_an_order_of_which_nothing_is_left_to_pack_waits_no_more(tmp_path: Path) -> None:
    sent = first(Fulfillment_Status="partial", Lineitem_fulfillment_status="fulfilled")
    found = read(tmp_path, shopify(sent, first("#2002")))
    assert found.warnings == [Warned("#2001", Doubt.NOTHING_TO_PACK)]
    assert [(line.order, line.state) for line in found.lines] == [
        ("#2001", "cancelled"),
        ("#2002", "open"),
    ]
    assert found.counts == {LineKind.CANCELLATION: 1, LineKind.GOODS: 1}


def test_the_gift_message_is_found_by_the_names_shops_give_it(tmp_path: Path) -> None:
    told = "Mensaje de regalo: Feliz cumpleaños\n¡te quiero!\ndelivery: mañana\n_id: 7"
    found = read(tmp_path, shopify(first(Note_Attributes=told, Notes="Sin prisa")))
    assert found.head["gift_message"] == "Feliz cumpleaños\n¡te quiero!"
    assert found.head["message"] == "Sin prisa\ndelivery: mañana"


def test_somebody_else_opens_it_when_another_name_stands_on_the_parcel(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Shipping_Name="Luis Pons")))
    assert (found.head["name"], found.head["recipient"]) == ("Marina Roig", "Luis Pons")


def test_without_a_shipping_address_it_goes_to_whoever_pays(tmp_path: Path) -> None:
    empty = {it.replace(" ", "_"): "" for it in SHOPIFY if it.startswith("Shipping ")}
    found = read(tmp_path, shopify(first(**empty, Billing_Company="Pa i Sal")))
    assert (found.head["address1"], found.head["city"]) == ("Carrer Nou 7", "Girona")
    assert (found.head["company"], "recipient" in found.head) == ("Pa i Sal", False)
    assert found.warnings == []


def test_a_region_named_as_its_city_stands_there_once(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Shipping_Province_Name="Girona")))
    assert "region" not in found.head


def test_an_order_without_any_address_is_told(tmp_path: Path) -> None:
    places = ("Address1", "City", "Zip")
    empty = {f"{of}_{it}": "" for of in ("Shipping", "Billing") for it in places}
    found = read(tmp_path, shopify(first(**empty)))
    assert found.warnings == [Warned("#2001", Doubt.NO_ADDRESS)]


@pytest.mark.parametrize("method", ["Recogida en tienda", "Local Pickup", "Pick up: Girona"])
def test_a_parcel_that_somebody_comes_for_says_so(tmp_path: Path, method: str) -> None:
    found = read(tmp_path, shopify(first(Shipping_Method=method)))
    assert found.head["flags"] == "pickup"


NEWER = {
    "Cancelled at": "Canceled at",
    "Lineitem fulfillment status": "Line item fulfillment status",
    "Lineitem quantity": "Line item quantity",
    "Shipping Address1": "Shipping Address 1",
    "Notes": "Note",
}


def test_older_and_newer_names_of_columns_are_both_known(tmp_path: Path) -> None:
    rows = (first(Canceled_at="2026-11-21 08:00:00 +0100"), first("#2002"), below("#2002"))
    renamed = [{NEWER.get(name, name): text for name, text in row.items()} for row in rows]
    header = [NEWER.get(name, name) for name in SHOPIFY]
    found = read(tmp_path, table(header, renamed))
    assert [line.state for line in found.lines] == ["cancelled", "open", "open"]
    assert found.lines[1].quantity == 2


def test_as_a_spanish_spreadsheet_saves_it_again(tmp_path: Path) -> None:
    row = first(Lineitem_price="1.234,50", Total="2.469,00", Billing_Name="Begoña Núñez")
    found = read(tmp_path, shopify(row, delimiter=";").encode("cp1252"))
    assert found.lines[0].cents == 123450
    assert (found.head["total"], found.head["name"]) == ("246900", "Begoña Núñez")


def test_a_byte_order_mark_and_line_breaks_inside_quotes_do_no_harm(tmp_path: Path) -> None:
    text = shopify(first(Notes='Dos\nlíneas, "así"'), below(), first("#2002"))
    found = read(tmp_path, "\ufeff" + text)
    assert found.head["message"] == 'Dos\nlíneas, "así"'
    assert [line.line for line in found.lines] == [2, 4, 5]


def test_a_sku_keeps_its_leading_zeros_without_the_apostrophe(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Lineitem_sku="'00123")))
    assert found.lines[0].sku == "00123"


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1e9", "NaN", ""])
def test_a_quantity_that_is_none_is_refused_by_the_files_own_name(
    tmp_path: Path, quantity: str
) -> None:
    found = read(tmp_path, shopify(first(Lineitem_quantity=quantity)))
    (refused,) = found.refused
    assert (refused.line, refused.column, refused.text) == (2, "Lineitem quantity", quantity)


def test_rows_too_short_or_too_long_are_refused_by_their_line(tmp_path: Path) -> None:
    text = shopify(first()) + "#2001,x\n" + ",".join(["#2003"] * 60) + "\n\n"
    found = read(tmp_path, text)
    assert found.refused == [
        Refusal(3, "", "2", Reason.ROW_SHORT),
        Refusal(4, "", "60", Reason.ROW_LONG),
    ]
    assert found.counts[LineKind.BLANK] == 1


def test_a_row_without_an_order_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(""), first("#2002")))
    assert found.refused == [Refusal(2, "Name", "", Reason.MISSING)]


def test_a_date_that_could_be_two_is_never_guessed(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Created_at="03/04/2026 10:00")))
    (refused,) = found.refused
    assert (refused.column, refused.reason) == ("Created at", Reason.DATE_UNCLEAR)


def test_rows_somebody_has_sorted_still_make_one_order(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(below(), first()))
    assert [line.order for line in found.lines] == ["#2001", "#2001"]
    assert found.lines[1].state == "open"


@pytest.mark.parametrize("between", [(), (first("#2002"),)])
def test_an_order_that_stands_in_the_file_twice_is_refused(
    tmp_path: Path, between: tuple[dict[str, str], ...]
) -> None:
    found = read(tmp_path, shopify(first(), *between, first()))
    (refused,) = found.refused
    assert (refused.column, refused.text, refused.reason) == (
        "Name",
        "#2001",
        Reason.ORDER_TWICE,
    )


def test_a_program_may_fill_every_row_of_an_order(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(), first() | below()))
    assert found.pieces == [("#2001", "SOAP-1", 2), ("#2001", "TEA-1", 1)]
    assert found.refused == []


@pytest.mark.parametrize("said", [below(), first(Financial_Status="")])
def test_an_order_of_which_nobody_says_whether_it_is_paid_is_refused(
    tmp_path: Path, said: dict[str, str]
) -> None:
    found = read(tmp_path, shopify(first("#2000"), said, said, first("#2002")))
    assert found.refused == [Refusal(3, "Name", "#2001", Reason.FIRST_ROW_MISSING)]
    assert found.counts[LineKind.REFUSED] == 1


def test_a_cancelled_order_need_not_be_paid(tmp_path: Path) -> None:
    row = first(Financial_Status="", Cancelled_at="2026-11-21 10:00:00 +0100")
    found = read(tmp_path, shopify(row, below()))
    assert found.refused == []
    assert {line.state for line in found.lines} == {"cancelled"}


def test_an_order_without_a_line_goes_where_it_waited(tmp_path: Path) -> None:
    nothing = {name: "" for name in SHOPIFY if name.startswith("Lineitem")}
    found = read(tmp_path, shopify(first() | nothing, first("#2002")))
    assert [(it.order, it.state) for it in found.lines] == [
        ("#2001", "cancelled"),
        ("#2002", "open"),
    ]
    assert found.warnings == [Warned("#2001", Doubt.NOTHING_TO_PACK)]


@pytest.mark.parametrize("year", ["0001", "1900", "2031", "9999"])
def test_a_date_that_cannot_be_right_is_told_once(tmp_path: Path, year: str) -> None:
    odd = {"Created_at": f"{year}-03-04 10:00:00 +0000"}
    found = read(tmp_path, shopify(first(**odd), below(**odd), first("#2002")))
    assert found.warnings == [Warned("#2001", Doubt.DATE_ODD, odd["Created_at"])]


@pytest.mark.parametrize("date", ["2026-02-30 10:00:00 +0100", "0000-00-00 00:00:00"])
def test_a_day_that_there_never_was_is_no_question_of_its_order(
    tmp_path: Path, date: str
) -> None:
    (refused,) = read(tmp_path, shopify(first(Created_at=date))).refused
    assert refused.reason is Reason.NOT_A_DATE


def test_a_total_that_is_none_is_called_total(tmp_path: Path) -> None:
    found = read(tmp_path, shopify(first(Total="NaN")))
    assert found.refused == [Refusal(2, "Total", "NaN", Reason.NOT_AN_AMOUNT)]
