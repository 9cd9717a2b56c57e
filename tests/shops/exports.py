"""Files as Shopify and WooCommerce export them, with what a test wants to be otherwise."""

import csv
import io
from collections.abc import Iterable, Mapping

SHOPIFY = (
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at",
    "Currency", "Subtotal", "Shipping", "Total", "Discount Code", "Shipping Method",
    "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku",
    "Lineitem requires shipping", "Lineitem fulfillment status", "Billing Name",
    "Billing Street", "Billing Address1", "Billing Address2", "Billing Company",
    "Billing City", "Billing Zip", "Billing Province", "Billing Country", "Shipping Name",
    "Shipping Street", "Shipping Address1", "Shipping Address2", "Shipping Company",
    "Shipping City", "Shipping Zip", "Shipping Province", "Shipping Country", "Notes",
    "Note Attributes", "Cancelled at", "Payment Method", "Refunded Amount", "Vendor", "Id",
    "Tags", "Source", "Billing Province Name", "Shipping Province Name",
)  # fmt: skip
HEAD = {
    "Email": "marina.roig@example.com",
    "Financial Status": "paid",
    "Fulfillment Status": "unfulfilled",
    "Currency": "EUR",
    "Total": "31.40",
    "Shipping Method": "Envío 48 h",
    "Created at": "2026-11-20 10:15:32 +0100",
    "Billing Name": "Marina Roig",
    "Billing Address1": "Carrer Nou 7",
    "Billing City": "Girona",
    "Billing Zip": "'17001",
    "Billing Country": "ES",
    "Shipping Name": "Marina Roig",
    "Shipping Address1": "Carrer Nou 7",
    "Shipping City": "Girona",
    "Shipping Zip": "'17001",
    "Shipping Country": "ES",
    "Refunded Amount": "0.00",
    "Id": "6100000000001",
    "Source": "web",
}
LINE = {
    "Lineitem quantity": "2",
    "Lineitem name": "Olive soap",
    "Lineitem price": "4.50",
    "Lineitem sku": "SOAP-1",
    "Lineitem requires shipping": "true",
    "Lineitem fulfillment status": "pending",
    "Created at": "2026-11-20 10:15:32 +0100",
}
TEA = {"Lineitem quantity": "1", "Lineitem name": "Green tea", "Lineitem sku": "TEA-1"}

WOO = (
    "ID", "Order number", "Order date", "Paid date", "Status", "Order total",
    "Order currency", "Shipping method", "Customer user", "Customer email",
    "Billing first name", "Billing last name", "Billing company", "Billing email",
    "Billing address 1", "Billing address 2", "Billing postcode", "Billing city",
    "Billing state", "Billing country", "Shipping first name", "Shipping last name",
    "Shipping company", "Shipping address 1", "Shipping address 2", "Shipping postcode",
    "Shipping city", "Shipping state", "Shipping country", "Customer note",
    "Shipping items", "Refund items",
)  # fmt: skip
WOO_HEAD = {
    "ID": "71",
    "Order number": "71",
    "Order date": "2026-11-20 10:15:32",
    "Status": "processing",
    "Order total": "31.40",
    "Order currency": "EUR",
    "Shipping method": "Envío 48 h",
    "Billing first name": "Marina",
    "Billing last name": "Roig",
    "Billing email": "Marina.Roig@example.com",
    "Billing address 1": "Carrer Nou 7",
    "Billing postcode": "17001",
    "Billing city": "Girona",
    "Billing country": "ES",
}
WOO_SOAP = "name:Olive soap|product_id:5|sku:soap-1|quantity:2|total:9.00|sub_total:9.00"
WOO_TEA = "name:Green tea|product_id:6|sku:tea-1|quantity:1|total:7.50|sub_total:7.50"
WOO_ROWS = (
    "item_name", "item_sku", "item_quantity", "item_subtotal", "item_refunded",
    "item_refunded_qty", "item_meta",
)  # fmt: skip


def table(
    header: Iterable[str], rows: Iterable[Mapping[str, str]], delimiter: str = ","
) -> str:
    """A CSV of ``rows``; what a row does not say is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, tuple(header), restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def shopify(*rows: Mapping[str, str], delimiter: str = ",") -> str:
    return table(SHOPIFY, rows, delimiter)


def first(order: str = "#2001", **other: str) -> dict[str, str]:
    """The first row of an order at Shopify; ``other`` with _ for each blank."""
    return {"Name": order} | HEAD | LINE | _words(other)


def below(order: str = "#2001", **other: str) -> dict[str, str]:
    """A further row: it repeats the number and nothing else of its order."""
    return {"Name": order} | LINE | TEA | _words(other)


def woo(*rows: Mapping[str, str], items: int = 3, delimiter: str = ",") -> str:
    wide = (f"line_item_{n}" for n in range(1, items + 1))
    return table((*WOO, *wide), rows, delimiter)


def woo_order(order: str = "71", *items: str, **other: str) -> dict[str, str]:
    cells = {f"line_item_{n}": it for n, it in enumerate(items or (WOO_SOAP, WOO_TEA), 1)}
    return WOO_HEAD | {"ID": order, "Order number": order} | cells | _words(other)


def _words(other: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", " "): text for name, text in other.items()}
