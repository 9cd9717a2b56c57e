"""What the columns of a shop's file are called, for whoever matches them."""

from typing import Final

from packstation.domain.matching import Lists, Preview
from packstation.words.words import Words, later

_COLUMNS: dict[str, str] = {
    "order": later("Order number"),
    "quantity": later("Quantity"),
    "sku": later("Product code (SKU)"),
    "barcode": later("Barcode"),
    "product": later("Product"),
    "variant": later("Variant"),
    "price": later("Price of one piece"),
    "line_note": later("Wish for this piece"),
    "date": later("Date of the order"),
    "status": later("Status of the order"),
    "name": later("Customer's name"),
    "email": later("E-mail"),
    "customer": later("Customer number"),
    "recipient": later("Recipient"),
    "company": later("Company"),
    "address1": later("Address"),
    "address2": later("Address, second line"),
    "postcode": later("Postcode"),
    "city": later("City"),
    "region": later("Region"),
    "country": later("Country"),
    "language": later("Language"),
    "message": later("Message to the shop"),
    "gift_message": later("Gift message"),
    "flags": later("Marks, such as gift"),
    "carrier": later("Carrier"),
    "leaves_at": later("When it must leave"),
    "channel": later("Sales channel"),
    "currency": later("Currency"),
    "total": later("Total of the order"),
    "place": later("Place on the shelf"),
    "category": later("Category"),
}
_OF_PRODUCTS: dict[str, str] = {
    "sku": _COLUMNS["sku"],
    "product": later("Name of the product"),
    "barcode": _COLUMNS["barcode"],
    "price": _COLUMNS["price"],
    "place": _COLUMNS["place"],
    "variant": _COLUMNS["variant"],
    "category": _COLUMNS["category"],
    "brand": later("Brand"),
    "tags": later("Tags"),
    "picture": later("File of its picture"),
    "units": later("Pieces per barcode"),
    "policy": later("Checked by hand (yes, no)"),
    "packable": later("Is packed (yes, no)"),
}
_OF: Final = {Lists.ORDERS: _COLUMNS, Lists.PRODUCTS: _OF_PRODUCTS}


def column_name(column: str, lists: Lists, words: Words) -> str:
    """What somebody who matches columns reads for ours; nothing for one that is left out."""
    return words(_OF[lists].get(column, column)) if column else words("leave out")


def columns_offered(lists: Lists, words: Words) -> tuple[tuple[object, str], ...]:
    """(our column, its name), those that are needed first; the first leaves the column out."""
    return tuple((column, column_name(column, lists, words)) for column in ("", *_OF[lists]))


def missing(preview: Preview, words: Words) -> str:
    """Which columns nobody has pointed at yet; nothing when all of them are known."""
    lists, lacking = preview.match.lists, preview.missing
    if not lacking:
        return ""
    *others, last = (_needed(it, lists, words) for it in lacking)
    if not others:
        return words("Point at one column: {last}.", last=last)
    said = words.n(
        "Point at {n} columns: {names}, and {last}.",
        "Point at {n} columns: {names}, and {last}.",
        len(lacking),
        names=", ".join(others),
        last=last,
    )
    if lists is Lists.ORDERS and {"order", "quantity"} <= set(lacking):
        return f"{said} {words('Or are they products? Say so above.')}"
    return said


def _needed(needed: str, lists: Lists, words: Words) -> str:
    """As a clause: such as "the quantity" or, for one of several, "“Barcode” or “Price”"."""
    known = {
        "order": words("the order number"),
        "quantity": words("the quantity"),
        "sku|barcode|product": words("the one that says which product it is (code or name)"),
    }
    if needed in known:
        return known[needed]
    columns = [column_name(it, lists, words) for it in needed.split("|")]
    names = [words("“{text}”", text=it) for it in columns]
    if len(names) == 1:
        return names[0]
    return words("{these} or {last}", these=", ".join(names[:-1]), last=names[-1])
