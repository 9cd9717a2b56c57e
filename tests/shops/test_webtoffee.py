"""WooCommerce's orders as the WebToffee plugin exports them."""

from decimal import Decimal
from pathlib import Path

import pytest

from packstation.domain.intake import LineKind, Reason, Refusal
from packstation.domain.noticed import Doubt, Warned
from packstation.shops.line_items import each, meta_of, money
from packstation.shops.line_items import read as read_item
from tests.shops.exports import WOO, WOO_ROWS, WOO_SOAP, WOO_TEA, table, woo, woo_order
from tests.shops.reading import read


def test_one_row_is_an_order_with_all_its_lines(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order(), woo_order("72", WOO_TEA)))
    assert found.profile == "woocommerce"
    assert found.pieces == [("71", "SOAP-1", 2), ("71", "TEA-1", 1), ("72", "TEA-1", 1)]
    assert [line.line for line in found.lines] == [2, 2, 3]
    assert [line.cents for line in found.lines] == [450, 750, 750]
    assert found.head["email"] == "marina.roig@example.com"
    assert found.head["name"] == "Marina Roig"
    assert found.lines[0].at == "2026-11-20 09:15:32.000000"


@pytest.mark.parametrize(
    "status, state",
    [
        ("processing", "open"),
        ("wc-processing", "open"),
        ("completed", "shipped"),
        ("on-hold", "held"),
        ("pending", "held"),
        ("cancelled", "cancelled"),
        ("refunded", "cancelled"),
        ("failed", "cancelled"),
        ("trash", "cancelled"),
    ],
)
def test_its_status_decides_how_an_order_begins(
    tmp_path: Path, status: str, state: str
) -> None:
    found = read(tmp_path, woo(woo_order(Status=status)))
    assert {line.state for line in found.lines} == {state}
    assert found.warnings == []


def test_a_status_of_some_plugin_holds_the_order_and_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order(Status="waiting-for-candles")))
    assert found.lines[0].state == "held"
    assert found.warnings == [Warned("71", Doubt.STATE_UNKNOWN, "waiting-for-candles")]


def test_refunded_money_does_not_say_how_many_pieces(tmp_path: Path) -> None:
    refunds = "amount:4.50|reason:Llegó roto|date:2026-11-21 09:00:00"
    found = read(
        tmp_path,
        woo(woo_order("71", f"{WOO_SOAP}|refunded:4.50", Refund_items=refunds)),
    )
    assert found.lines[0].quantity == 2
    assert found.warnings == [Warned("71", Doubt.REFUND_UNCLEAR, "4.50 EUR")]
    assert found.head["flags"] == "refunded"


def test_a_refund_of_the_order_alone_is_told_too(tmp_path: Path) -> None:
    refunds = "amount:2.00|reason:|date:2026-11-21 09:00:00;amount:1.50|reason:|date:"
    found = read(tmp_path, woo(woo_order(Refund_items=refunds)))
    assert found.warnings == [Warned("71", Doubt.REFUND_UNCLEAR, "3.50 EUR")]


def a_row(name: str, quantity: str, **other: str) -> dict[str, str]:
    line = {"item_name": name, "item_sku": name.lower(), "item_quantity": quantity}
    return woo_order("71") | line | {"item_subtotal": "9.00"} | other


def in_rows(*rows: dict[str, str]) -> str:
    header = (*WOO, *WOO_ROWS)
    return table(header, ({it: row.get(it, "") for it in header} for row in rows))


def test_refunded_pieces_are_taken_off_where_the_file_knows_them(tmp_path: Path) -> None:
    some = a_row("Soap", "3", item_refunded="3.00", item_refunded_qty="1")
    whole = a_row("Tea", "1", item_refunded="9.00", item_refunded_qty="1")
    refunds = "amount:12.00|reason:|date:2026-11-21 09:00:00"
    rows = [row | {"Refund items": refunds} for row in (some, whole)]
    found = read(tmp_path, in_rows(*rows))
    assert found.pieces == [("71", "SOAP", 2)]
    assert found.counts == {LineKind.GOODS: 1, LineKind.REFUNDED: 1}
    assert found.warnings == []


def test_an_order_of_which_all_was_refunded_waits_no_more(tmp_path: Path) -> None:
    row = a_row("Soap", "3", item_refunded="9.00", item_refunded_qty="3")
    found = read(tmp_path, in_rows(row, a_row("Tea", "1") | {"Order number": "72"}))
    assert [(line.order, line.state) for line in found.lines] == [
        ("71", "cancelled"),
        ("72", "open"),
    ]
    assert found.counts == {LineKind.CANCELLATION: 1, LineKind.GOODS: 1}


def test_a_line_in_a_row_of_its_own_keeps_what_was_written_for_it(tmp_path: Path) -> None:
    meta = '[{"id":1,"key":"Grabado","value":"Para Ana"},{"key":"_gift","value":"yes"}]'
    found = read(tmp_path, in_rows(a_row("Soap", "1", item_meta=meta)))
    assert found.lines[0].note == "Grabado: Para Ana"


def test_what_was_written_for_a_piece_is_its_wish_and_a_programs_own_is_hidden(
    tmp_path: Path,
) -> None:
    item = f"{WOO_SOAP}|meta:Grabado:Para Mamá ❤️|meta:_gift_wrap:yes|meta:Nota:uno|dos"
    found = read(tmp_path, woo(woo_order("71", item)))
    assert found.lines[0].note == "Grabado: Para Mamá ❤️\nNota: uno|dos"


def test_a_variation_is_told_from_a_wish() -> None:
    item = read_item(
        "name:Hoodie - Blue, Yes|product_id:11|sku:h-1|quantity:1|total:45.00|sub_total:45.00"
        "|meta:pa_color:blue|meta:logo:Yes|meta:Grabado:Ana|_variation_id:34"
    )
    assert (item.name, item.variant, item.note) == ("Hoodie", "Blue, Yes", "Grabado: Ana")


def test_a_buyers_words_never_pass_for_a_quantity() -> None:
    item = read_item(
        "name:Cup|sku:c-1|quantity:1|total:9.00|meta:Texto:hola|quantity:900|sku:gold"
    )
    assert (item.sku, item.quantity) == ("c-1", "1")
    assert item.note == "Texto: hola|quantity:900|sku:gold"


def test_a_name_may_hold_what_stands_between_parts() -> None:
    item = read_item("name:Tea|name: green|product_id:6|sku:|quantity:2|total:9.00")
    assert (item.name, item.sku, item.quantity) == ("Tea|name: green", "", "2")


def test_all_empty_shipping_cells_mean_the_billing_address(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order(Billing_company="Pa i Sal")))
    assert (found.head["address1"], found.head["postcode"]) == ("Carrer Nou 7", "17001")
    assert (found.head["company"], "recipient" in found.head) == ("Pa i Sal", False)


def test_another_name_on_the_parcel_is_who_opens_it(tmp_path: Path) -> None:
    there = {"Shipping_first_name": "Luis", "Shipping_last_name": "Pons"}
    place = {"Shipping_address_1": "Carrer Vell 2", "Shipping_city": "Olot"}
    found = read(tmp_path, woo(woo_order(**there, **place)))
    assert (found.head["recipient"], found.head["address1"]) == ("Luis Pons", "Carrer Vell 2")
    assert "postcode" not in found.head


def test_several_shipping_lines_are_all_named_and_a_pickup_is_marked(tmp_path: Path) -> None:
    ways = "Envío 48 h, Recogida en tienda"
    kinds = "items:|method_id:flat_rate;items:|method_id:local_pickup"
    found = read(tmp_path, woo(woo_order(Shipping_method=ways, Shipping_items=kinds)))
    assert (found.head["carrier"], found.head["flags"]) == (ways, "pickup")


def test_a_gift_message_is_a_column_somebody_added(tmp_path: Path) -> None:
    row = woo_order() | {"meta:gift_message": "Feliz día"}
    found = read(
        tmp_path, table((*WOO, "line_item_1", "line_item_2", "meta:gift_message"), [row])
    )
    assert found.head["gift_message"] == "Feliz día"


def test_an_order_without_lines_is_told_and_goes_where_it_waited(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order("71", ""), woo_order("72")))
    assert {(it.order, it.state) for it in found.lines if not it.quantity} == {
        ("71", "cancelled")
    }
    assert found.counts[LineKind.CANCELLATION] == 1
    assert found.warnings == [Warned("71", Doubt.NOTHING_TO_PACK)]


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1e9", "NaN", ""])
def test_a_quantity_that_is_none_is_refused_by_name(tmp_path: Path, quantity: str) -> None:
    item = f"name:Cup|sku:c-1|quantity:{quantity}|total:9.00|sub_total:9.00"
    found = read(tmp_path, woo(woo_order("71", item)))
    (refused,) = found.refused
    assert (refused.line, refused.column, refused.text) == (2, "quantity", quantity)


def test_rows_too_short_are_refused_and_empty_ones_are_not(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order()) + "72,x\n\n")
    assert found.refused == [Refusal(3, "", "2", Reason.ROW_SHORT)]
    assert found.counts[LineKind.BLANK] == 1


def test_a_row_without_a_number_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order("")))
    assert {it.reason for it in found.refused} == {Reason.MISSING}


def test_an_order_that_stands_in_the_file_twice_is_refused(tmp_path: Path) -> None:
    found = read(
        tmp_path, woo(woo_order("71"), woo_order("71"), woo_order("72"), woo_order("71"))
    )
    assert [(it.line, it.reason) for it in found.refused] == [
        (3, Reason.ORDER_TWICE),
        (5, Reason.ORDER_TWICE),
    ]
    assert len(found.pieces) == 4


def test_as_a_spanish_spreadsheet_saves_it_again(tmp_path: Path) -> None:
    row = woo_order(Order_total="1.234,50", Billing_first_name="Begoña")
    found = read(tmp_path, woo(row, delimiter=";").encode("cp1252"))
    assert (found.head["total"], found.head["name"]) == ("123450", "Begoña Roig")
    assert found.lines[0].cents == 450


@pytest.mark.parametrize(
    "total, quantity, price",
    [("9.00", "2", "4.50"), ("10", "3", "3.33"), ("x", "2", "x"), ("9.00", "0", "9.00"),
     ("NaN", "2", "NaN"), ("", "1", ""), ("9", "9" * 5000, "9"), ("1E99", "1", "1E99")],
)  # fmt: skip
def test_a_price_is_of_one_piece(total: str, quantity: str, price: str) -> None:
    assert each(total, quantity) == price


@pytest.mark.parametrize("text", ["{", "[1, null]", '{"key": 1}', "[" * 5000, ""])
def test_meta_that_is_no_list_of_texts_says_nothing(text: str) -> None:
    assert meta_of(text) == []


@pytest.mark.parametrize("text", ["", "x", "inf", "NaN"])
def test_money_that_is_none_is_nothing(text: str) -> None:
    assert money(text) == Decimal(0)


def test_a_line_that_cannot_be_read_keeps_its_order_out(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order("71", WOO_SOAP, "garbage"), woo_order("72")))
    assert found.refused == [Refusal(2, "line_item_2", "garbage", Reason.NOT_A_TEXT)]


def test_an_order_without_a_status_is_on_hold(tmp_path: Path) -> None:
    found = read(tmp_path, woo(woo_order(Status="")))
    assert found.lines[0].state == "held"
    assert found.warnings == [Warned("71", Doubt.STATE_UNKNOWN)]
