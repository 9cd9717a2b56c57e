"""Orders in JSON, as three shops tell them."""

import json
from pathlib import Path
from typing import Any

SOAP = {"sku": "SOAP", "product": "Olive soap", "qty": 2, "price": "4.50"}
SHOPIFY: dict[str, Any] = {
    "id": 6100000000001,
    "name": "#2001",
    "created_at": "2026-11-20T10:15:32+01:00",
    "updated_at": "2026-11-20T10:16:00+01:00",
    "financial_status": "paid",
    "fulfillment_status": None,
    "cancelled_at": None,
    "email": "Marina@Example.com",
    "currency": "EUR",
    "total_price": "16.50",
    "note": None,
    "note_attributes": [{"name": "dedicatoria", "value": "Feliz día"}],
    "shipping_lines": [{"title": "Envío"}, {"title": "Old", "is_removed": True}],
    "billing_address": {"name": "Marina Roig", "address1": "Carrer Nou 7", "city": "Girona"},
    "shipping_address": None,
    "line_items": [
        {
            "id": 1, "sku": "SOAP", "title": "Olive soap", "variant_title": "Big",
            "quantity": 4, "price": "4.50", "requires_shipping": True,
            "properties": {"name": "Engraving", "value": "Ana"},
        },
        {
            "id": 2, "sku": None, "title": "Gift card", "quantity": 1, "price": "7.50",
            "requires_shipping": False, "properties": [],
        },
    ],
    "refunds": [{"refund_line_items": [{"line_item_id": 1, "quantity": 1}]}],
}  # fmt: skip
WOO: dict[str, Any] = {
    "id": 71,
    "number": "71",
    "status": "processing",
    "currency": "EUR",
    "date_created_gmt": "2026-11-20T09:15:32",
    "date_modified_gmt": "2026-11-20T09:16:00",
    "total": "13.50",
    "billing": {"first_name": "Marina", "last_name": "Roig", "address_1": "Carrer Nou 7",
                "city": "Girona", "country": "ES", "email": "Marina@Example.com"},
    "shipping": {"first_name": "", "last_name": "", "address_1": "", "city": ""},
    "customer_note": "Sin prisa",
    "meta_data": [{"key": "gift_message", "value": "Feliz día"}, {"key": "_x", "value": []}],
    "shipping_lines": [{"method_title": "Recogida", "method_id": "local_pickup"}],
    "line_items": [
        {
            "id": 10, "name": "Soap - Big &amp; blue", "parent_name": "Soap", "quantity": 3,
            "sku": "soap", "subtotal": "13.50", "global_unique_id": "8437000000013",
            "meta_data": [
                {"key": "pa_size", "value": "big"},
                {"key": "Grabado", "value": "Ana", "display_key": "Grabado"},
            ],
        }
    ],
    "refunds": [],
}  # fmt: skip


def a_file(folder: Path, content: object) -> Path:
    path = folder / "orders.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def ours(number: str = "1", *lines: dict[str, Any], **other: object) -> dict[str, Any]:
    return {"no": number, "date": "2026-11-20", "lines": lines or [SOAP]} | other
