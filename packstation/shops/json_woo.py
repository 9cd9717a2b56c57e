"""Orders as WooCommerce's own interface answers them (wc/v3)."""

from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from typing import Final

from packstation.domain.intake import LineKind
from packstation.domain.noticed import Doubt
from packstation.shops import forms
from packstation.shops.attributes import sorted_out
from packstation.shops.json_told import Doubts, Told, ToldLine, newness
from packstation.shops.line_items import each, money, wishes
from packstation.shops.profile import Profile
from packstation.shops.said import Said

_NAMES: Final = {
    "order": "number", "date": "date_created", "total": "total", "quantity": "quantity",
    "price": "subtotal",
}  # fmt: skip
_WHERE: Final = {
    "company": "company", "address1": "address_1", "address2": "address_2",
    "postcode": "postcode", "city": "city", "region": "state", "country": "country",
}  # fmt: skip
_BARCODES: Final = ("_alg_ean", "_ean", "_wpm_gtin_code")
_PARTS: Final = ("bundled_items", "composite_children")
"""A line that has any is a heading: its parts, lines of their own, go into the box."""
_LANGUAGES: Final = ("wpml_language", "trp_language")


def told(order: Said, profile: Profile) -> Told:
    """Raises BadCell where something is not as WooCommerce writes it."""
    doubts = Doubts()
    word = order.text("status").casefold().removeprefix("wc-")
    state = profile.statuses.get(word, "held")
    if word not in profile.statuses:
        doubts.add(Doubt.STATE_UNKNOWN, word)
    back = sum((abs(money(it.text("total"))) for it in order.parts("refunds")), Decimal(0))
    unclear = bool(back) and state in {"open", "held"}
    if unclear:
        doubts.add(Doubt.REFUND_UNCLEAR, f"{back:.2f} {order.text('currency')}".strip())
    head = _head(order, profile, refunded=unclear) | {"status": state}
    head["held_word"] = word if state == "held" else ""
    return Told(head, tuple(_lines(order)), _NAMES, tuple(doubts.found))


def _head(order: Said, profile: Profile, *, refunded: bool) -> dict[str, str]:
    billing, shipping = order.part("billing"), order.part("shipping")
    place = shipping if shipping.text("address_1", "postcode", "city") else billing
    meta = order.pairs("meta_data", "key", "value")
    gift, _ = sorted_out(meta, profile.gift_names)
    ways = order.parts("shipping_lines")
    carrier = ", ".join(filter(None, (it.text("method_title") for it in ways)))
    kinds = " ".join(it.text("method_id") for it in ways)
    created = order.text("date_created_gmt")
    return {
        "order": order.text("number", "id"),
        "date": f"{created}Z" if created else order.text("date_created"),
        "told": newness(order.text("date_modified_gmt")),
        "email": billing.text("email"),
        "name": _name(billing) or _name(shipping),
        "recipient": _name(shipping),
        **{ours: place.text(theirs) for ours, theirs in _WHERE.items()},
        "language": next((text for name, text in meta if name in _LANGUAGES), ""),
        "message": order.text("customer_note"),
        "gift_message": gift,
        "flags": forms.flags_of(
            refunded=refunded, pickup=forms.fetched(f"{carrier} {kinds}", profile.pickup)
        ),
        "carrier": carrier,
        "currency": order.text("currency"),
        "total": order.text("total"),
    }


def _name(address: Said) -> str:
    return f"{address.text('first_name')} {address.text('last_name')}".strip()


def _lines(order: Said) -> Iterator[ToldLine]:
    for line in order.parts("line_items"):
        quantity, name = line.text("quantity"), unescape(line.text("name"))
        parent = unescape(line.text("parent_name"))
        variant = name.removeprefix(parent).removeprefix(" - ") if parent else ""
        meta = line.pairs("meta_data", "key", "value")
        cells = {
            "sku": line.text("sku"),
            "product": parent or name,
            "variant": variant,
            "barcode": line.text("global_unique_id") or _barcode(meta),
            "quantity": quantity,
            "price": each(line.text("subtotal", "total"), quantity) or line.text("price"),
            "line_note": wishes(list(_shown(line, variant))),
        }
        heading = any(line.value.get(name) for name in _PARTS)
        yield ToldLine(line.pointer, cells, LineKind.VIRTUAL if heading else None)


def _shown(line: Said, variant: str) -> Iterator[tuple[str, str]]:
    """What was written for this piece, without what its variant says already."""
    parts = {it.strip().casefold() for it in variant.split(",")}
    for meta in line.parts("meta_data"):
        key = meta.text("key")
        if key.startswith(("_", "pa_")) or isinstance(meta.value.get("value"), dict | list):
            continue
        text = meta.text("value")
        if text.casefold() not in parts:
            yield meta.text("display_key", "key"), text


def _barcode(meta: list[tuple[str, str]]) -> str:
    return next((text for name, text in meta if name in _BARCODES), "")
