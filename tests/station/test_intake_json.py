"""Orders as JSON: ours, Shopify's and WooCommerce's."""

from pathlib import Path
from typing import Any

import pytest

from packstation.domain import intake as it
from packstation.domain.noticed import Doubt, Warned
from tests.shops.answers import SHOPIFY, SOAP, WOO, a_file, ours
from tests.station.bringing import an_engine, ask, bring, everything

ORDERS = "SELECT number, state, revision, pieces, total_cents FROM orders ORDER BY id"


@pytest.mark.parametrize(
    "content", [ours(), [ours()], {"orders": [ours()]}, {"order": ours()}, {"data": [ours()]}]
)
def test_our_own_form_comes_in_however_it_is_wrapped(tmp_path: Path, content: object) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, content))
    assert ask(engine, ORDERS) == [("1", "open", 1, 2, 900)]
    assert (summary.profile, summary.total_lines) == ("packstation", 1)


def test_a_shopify_order_as_rest_tells_it(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, {"orders": [SHOPIFY]}))
    assert ask(engine, ORDERS) == [("#2001", "open", 1, 3, 1650)]
    asked = "SELECT customer_name, gift_message, carrier, placed_at FROM orders"
    assert ask(engine, asked) == [
        ("Marina Roig", "Feliz día", "Envío", "2026-11-20 09:15:32.000000")
    ]
    assert ask(engine, "SELECT note FROM order_lines") == [("Engraving: Ana",)]
    assert summary.lines[it.LineKind.VIRTUAL] == 1
    assert summary.profile == "shopify"


def test_a_shopify_order_as_graphql_tells_it(tmp_path: Path) -> None:
    line = {
        "title": "Olive soap", "sku": "SOAP", "quantity": 4, "currentQuantity": 3,
        "unfulfilledQuantity": 1, "requiresShipping": True, "variant": {"barcode": "84370001"},
        "originalUnitPriceSet": {"shopMoney": {"amount": "4.50"}},
        "customAttributes": [{"key": "Engraving", "value": None}],
    }  # fmt: skip
    order = {
        "name": "#2001", "createdAt": "2026-11-20T09:15:32Z", "cancelledAt": None,
        "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "PARTIALLY_FULFILLED",
        "customer": None, "shippingLine": None, "currencyCode": "EUR",
        "shippingAddress": {"name": "Marina Roig", "address1": "Carrer Nou 7"},
        "lineItems": {"nodes": [line, line | {"sku": "TEA", "unfulfilledQuantity": 0}]},
    }  # fmt: skip
    page = {"data": {"orders": {"pageInfo": {}, "edges": [{"cursor": "x", "node": order}]}}}
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, page))
    assert ask(engine, ORDERS) == [("#2001", "open", 1, 1, 450)]
    assert ask(engine, "SELECT code FROM product_codes WHERE source = 'catalogue'") == [
        ("84370001",)
    ]
    assert summary.lines[it.LineKind.SENT_BEFORE] == 1


@pytest.mark.parametrize("content", [[WOO], {"data": WOO}, {"data": [WOO]}])
def test_a_woocommerce_order(tmp_path: Path, content: object) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, content))
    assert ask(engine, ORDERS) == [("71", "open", 1, 3, 1350)]
    asked = "SELECT customer_name, message, gift_message, flags, placed_at FROM orders"
    assert ask(engine, asked) == [
        ("Marina Roig", "Sin prisa", "Feliz día", '["pickup"]', "2026-11-20 09:15:32.000000")
    ]
    assert ask(engine, "SELECT name, variant FROM products") == [("Soap", "Big & blue")]
    assert ask(engine, "SELECT note FROM order_lines") == [("Grabado: Ana",)]
    assert ask(engine, "SELECT code FROM product_codes") == [("8437000000013",)]
    assert summary.warnings == ()


def test_money_given_back_by_woocommerce_is_told(tmp_path: Path) -> None:
    refunds = [{"id": 1, "reason": "", "total": "-4.50"}]
    summary = bring(an_engine(tmp_path), a_file(tmp_path, [WOO | {"refunds": refunds}]))
    assert summary.warnings == (Warned("71", Doubt.REFUND_UNCLEAR, "4.50 EUR"),)


def test_a_bundle_is_packed_by_its_parts(tmp_path: Path) -> None:
    (soap,) = WOO["line_items"]
    parts = [soap | {"sku": "set", "bundled_items": [11]}, soap | {"bundled_by": 10}]
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, [WOO | {"line_items": parts}]))
    assert ask(engine, "SELECT sku FROM products") == [("SOAP",)]


def test_with_skip_bad_the_other_orders_come_in(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    orders = [ours("1", SOAP | {"qty": 0}, SOAP), ours("2")]
    summary = bring(engine, a_file(tmp_path, orders), skip_bad=True)
    assert [row[0] for row in ask(engine, ORDERS)] == ["2"]
    assert summary.lines[it.LineKind.SET_ASIDE] == 1
    assert summary.total_lines == 3


def test_json_03_an_order_without_lines_waits_for_somebody(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, {"no": "1", "name": "Ana", "lines": []}))
    assert ask(engine, ORDERS) == [("1", "held", 1, 0, 0)]
    assert summary.warnings == (Warned("1", Doubt.NO_LINES),)


def test_json_07_a_number_is_a_text_however_large(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, ours("1") | {"no": 2**63}))
    assert ask(engine, "SELECT number FROM orders") == [("9223372036854775808",)]


def test_json_09_the_same_told_five_times_is_one_order(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, [ours()] * 5)
    summary = bring(engine, path)
    assert ask(engine, ORDERS) == [("1", "open", 1, 2, 900)]
    assert summary.lines[it.LineKind.AGAIN] == 4
    before = everything(engine)
    assert bring(engine, path).orders.unchanged == 1
    assert everything(engine) == before


@pytest.mark.parametrize(
    "older, newer",
    [
        (ours(revision=2), ours("1", SOAP | {"qty": 5}, revision=10)),
        (SHOPIFY, SHOPIFY | {"note": "x", "updated_at": "2026-11-20T10:16:00+00:00"}),
        (WOO, WOO | {"customer_note": "x", "date_modified_gmt": "2026-11-21T00:00:00"}),
    ],
)
def test_json_10_an_older_state_never_replaces_a_newer_one(
    tmp_path: Path, older: dict[str, Any], newer: dict[str, Any]
) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, [newer]))
    before = ask(engine, "SELECT * FROM orders")
    summary = bring(engine, a_file(tmp_path, [older]))
    assert ask(engine, "SELECT * FROM orders") == before
    assert [warned.doubt for warned in summary.warnings] == [Doubt.OLDER]


def test_a_newer_state_of_the_same_content_is_no_news(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, [WOO]))
    later = WOO | {"date_modified_gmt": "2026-11-21T00:00:00"}
    assert bring(engine, a_file(tmp_path, [later])).orders.unchanged == 1


@pytest.mark.parametrize("date", ["1970-01-01T00:00:00", "2027-05-01", "1970-01-01T00:00:00Z"])
def test_json_12_an_odd_date_is_kept_and_told(tmp_path: Path, date: str) -> None:
    engine = an_engine(tmp_path)
    order = {"no": "1", "created": date, "lines": [SOAP]}
    summary = bring(engine, a_file(tmp_path, order))
    assert summary.warnings == (Warned("1", Doubt.DATE_ODD, date),)
    ((placed,),) = ask(engine, "SELECT placed_at FROM orders")
    assert placed[:4] in {date[:4], "1969"}


@pytest.mark.parametrize("price", ["0.30", 0.3, "0,30"])
def test_json_13_a_price_is_never_a_float(tmp_path: Path, price: object) -> None:
    engine = an_engine(tmp_path)
    path = a_file(tmp_path, ours("1", SOAP | {"qty": 1, "price": price}))
    if price == "0,30":
        with pytest.raises(it.RowsRefused):
            bring(engine, path)
    else:
        bring(engine, path)
        assert ask(engine, "SELECT price_cents FROM order_lines") == [(30,)]


def test_a_shop_that_cancels_takes_the_order_back(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, [SHOPIFY]))
    gone = {"cancelled_at": "2026-11-21T00:00:00Z", "updated_at": "2026-11-21T00:00:00Z"}
    summary = bring(engine, a_file(tmp_path, [SHOPIFY | gone]))
    assert [row[1] for row in ask(engine, ORDERS)] == ["cancelled"]
    assert summary.warnings == ()
