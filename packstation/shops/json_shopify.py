"""Orders as Shopify's Admin interface answers them: REST, its webhooks, and GraphQL."""

from collections.abc import Iterator
from typing import Any, Final

from packstation.domain.intake import LineKind
from packstation.domain.noticed import Doubt
from packstation.shops import forms
from packstation.shops.attributes import joined, sorted_out
from packstation.shops.cells import BadCell, whole
from packstation.shops.json_told import Doubts, Told, ToldLine, newness
from packstation.shops.profile import Profile
from packstation.shops.said import Said
from packstation.shops.shopify import state_of

_PART: Final = {"partial", "partially_fulfilled"}
_NAMES: Final = {
    "order": "name", "date": "created_at", "total": "total_price", "quantity": "quantity",
    "language": "customer_locale",
}  # fmt: skip


def told(order: Said, profile: Profile) -> Told:
    """Raises BadCell where something is not as Shopify writes it."""
    if "lineItems" in order.value:
        order = Said("", _as_rest(order))
    doubts = Doubts()
    state, word = _state(order, profile)
    sent = order.text("fulfillment_status").casefold()
    lines = tuple(_lines(order, state, is_part=sent in _PART))
    if word and state == "held" and word.casefold() not in profile.statuses:
        doubts.add(Doubt.STATE_UNKNOWN, word)
    head = _head(order, profile) | {"status": state}
    head["held_word"] = word if state == "held" else ""
    return Told(head, lines, _NAMES, tuple(doubts.found))


def _state(order: Said, profile: Profile) -> tuple[str, str]:
    if order.text("cancelled_at"):
        return "cancelled", ""
    paid, sent = order.text("financial_status"), order.text("fulfillment_status")
    return state_of(paid, sent, profile.statuses) if paid or sent else ("held", "")


def _head(order: Said, profile: Profile) -> dict[str, str]:
    billing, shipping = order.part("billing_address"), order.part("shipping_address")
    place = shipping if shipping.text("address1", "zip", "city") else billing
    customer = order.part("customer")
    own = f"{customer.text('first_name')} {customer.text('last_name')}".strip()
    name = billing.text("name") or own or shipping.text("name")
    pairs = order.pairs("note_attributes", "name", "value")
    gift, rest = sorted_out(pairs, profile.gift_names)
    ways = [it.text("title") for it in order.parts("shipping_lines") if not _gone(it)]
    carrier = ", ".join(filter(None, ways))
    return {
        "order": order.text("name", "order_number", "id"),
        "date": order.text("created_at"),
        "told": newness(order.text("updated_at")),
        "email": order.text("email", "contact_email") or customer.text("email"),
        "name": name,
        "recipient": shipping.text("name"),
        **_where(place),
        "language": order.text("customer_locale"),
        "message": joined(order.text("note"), rest),
        "gift_message": gift,
        "flags": forms.flags_of(refunded=False, pickup=forms.fetched(carrier, profile.pickup)),
        "carrier": carrier,
        "channel": order.text("source_name"),
        "currency": order.text("currency"),
        "total": order.text("current_total_price", "total_price"),
    }


def _where(place: Said) -> dict[str, str]:
    said = {it: place.text(it) for it in ("company", "address1", "address2", "city")}
    region = {"postcode": place.text("zip"), "region": place.text("province")}
    return said | region | {"country": place.text("country_code", "country")}


def _gone(way: Said) -> bool:
    return way.is_so("is_removed")


def _lines(order: Said, state: str, *, is_part: bool) -> Iterator[ToldLine]:
    back = _refunded(order)
    for line in order.parts("line_items"):
        quantity, kind = _quantity(line, back, state, is_part=is_part)
        cells = {
            "sku": line.text("sku"),
            "product": line.text("title", "name"),
            "variant": line.text("variant_title"),
            "barcode": line.part("variant").text("barcode"),
            "quantity": quantity,
            "price": line.text("price"),
            "line_note": sorted_out(line.pairs("properties", "name", "value"), ())[1],
        }
        yield ToldLine(line.pointer, cells, kind)


def _quantity(
    line: Said, back: dict[str, int], state: str, *, is_part: bool
) -> tuple[str, LineKind | None]:
    """What is still to be packed of a line; of one that was sent, what went."""
    ordered = line.text("quantity")
    if line.is_not("requires_shipping") or line.is_so("gift_card"):
        return ordered, LineKind.VIRTUAL
    if state not in {"open", "held"} or not _is_count(ordered):
        return ordered, None
    now = line.text("current_quantity") or str(int(ordered) - back.get(line.text("id"), 0))
    if _is_count(now) and int(now) <= 0:
        return ordered, LineKind.REFUNDED
    left = line.text("fulfillable_quantity") if is_part else ""
    if left == "0":
        return ordered, LineKind.SENT_BEFORE
    return left or now, None


def _is_count(text: str) -> bool:
    try:
        return whole("", text) >= 0
    except BadCell:
        return False


def _refunded(order: Said) -> dict[str, int]:
    """A line's id -> pieces the money was given back for."""
    back: dict[str, int] = {}
    for refund in order.parts("refunds"):
        for line in refund.parts("refund_line_items"):
            count = line.text("quantity")
            key = line.text("line_item_id")
            back[key] = back.get(key, 0) + (int(count) if _is_count(count) else 0)
    return back


def _as_rest(order: Said) -> dict[str, Any]:
    """A GraphQL order under the names REST has for the same things."""
    customer = order.part("customer")
    mail = customer.part("defaultEmailAddress").text("emailAddress")
    total = order.part("currentTotalPriceSet", "totalPriceSet").part("shopMoney")
    ways = _nodes(order, "shippingLines") or [order.part("shippingLine")]
    return {
        "name": order.text("name"),
        "created_at": order.text("createdAt"),
        "updated_at": order.text("updatedAt"),
        "cancelled_at": order.text("cancelledAt"),
        "financial_status": order.text("displayFinancialStatus"),
        "fulfillment_status": order.text("displayFulfillmentStatus"),
        "email": order.text("email") or mail,
        "customer": {
            "first_name": customer.text("firstName"),
            "last_name": customer.text("lastName"),
        },
        "customer_locale": order.text("customerLocale") or customer.text("locale"),
        "note": order.text("note"),
        "note_attributes": _attributes(order),
        "shipping_lines": [{"title": it.text("title")} for it in ways],
        "billing_address": _place(order.part("billingAddress")),
        "shipping_address": _place(order.part("shippingAddress")),
        "source_name": order.text("sourceName"),
        "currency": order.text("currencyCode") or total.text("currencyCode"),
        "total_price": total.text("amount"),
        "line_items": [_line(it) for it in _nodes(order, "lineItems")],
    }


def _line(line: Said) -> dict[str, Any]:
    price = line.part("originalUnitPriceSet", "discountedUnitPriceSet").part("shopMoney")
    return {
        "title": line.text("title", "name"),
        "variant_title": line.text("variantTitle"),
        "sku": line.text("sku"),
        "quantity": line.text("quantity"),
        "current_quantity": line.text("currentQuantity"),
        "fulfillable_quantity": line.text("unfulfilledQuantity"),
        "requires_shipping": line.value.get("requiresShipping"),
        "gift_card": line.value.get("isGiftCard"),
        "price": price.text("amount") or line.text("originalUnitPrice"),
        "variant": {"barcode": line.part("variant").text("barcode")},
        "properties": _attributes(line),
    }


def _attributes(of: Said) -> list[dict[str, str]]:
    pairs = of.pairs("customAttributes", "key", "value")
    return [{"name": name, "value": value} for name, value in pairs]


def _place(place: Said) -> dict[str, str]:
    said = {it: place.text(it) for it in ("name", "company", "address1", "address2", "zip")}
    region = {"city": place.text("city"), "province": place.text("province")}
    return said | region | {"country": place.text("countryCodeV2", "country")}


def _nodes(of: Said, name: str) -> list[Said]:
    page = of.part(name)
    edges = [it.part("node") for it in page.parts("edges")]
    return page.parts("nodes") or edges
