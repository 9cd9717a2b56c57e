"""One cell of the WebToffee plugin, such as name:…|sku:…|quantity:…, is one order line."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from packstation.shops.cells import BadCell, cents

_LONGEST_COUNT: Final = 6
_FIRST: Final = (
    "name",
    "product_id",
    "sku",
    "quantity",
    "total",
    "sub_total",
    "tax",
    "tax_data",
)
"""In this order, before whatever a buyer may have written."""
_LAST: Final = re.compile(r"\|(refunded|_variation_id):(-?[\d.,]*)$")
_META: Final = re.compile(r"\|meta:")
_ATTRIBUTE: Final = "pa_"


@dataclass(frozen=True, slots=True)
class LineItem:
    name: str
    variant: str
    sku: str
    quantity: str
    price: str
    """Of one piece, before discounts."""
    note: str
    refunded: str
    """Money, not pieces."""
    pieces_back: str = ""
    """How many of them were refunded, where the file says so."""


def read(cell: str) -> LineItem:
    """``cell`` as plain texts; a buyer's own words never pass for a quantity."""
    rest, last = cell.strip(), {}
    while (found := _LAST.search(rest)) is not None:
        last[found[1]] = found[2]
        rest = rest[: found.start()]
    head, *meta = _META.split(rest)
    said = _parts(head)
    name, variant = said.get("name", ""), ""
    pairs = list(_pairs(meta))
    if last.get("_variation_id"):
        name, variant, pairs = _variation(name, pairs)
    quantity = said.get("quantity", "")
    price = each(said.get("sub_total") or said.get("total", ""), quantity)
    return LineItem(
        name=name,
        variant=variant,
        sku=said.get("sku", ""),
        quantity=quantity,
        price=price,
        note=wishes(pairs),
        refunded=last.get("refunded", ""),
    )


def _parts(text: str) -> dict[str, str]:
    """By the plugin's keys in the plugin's order: a name may hold a | or a : of its own."""
    said: dict[str, str] = {}
    now = ""
    for part in text.split("|"):
        key, colon, value = part.partition(":")
        expected = _FIRST[_FIRST.index(now) + 1 :] if now else _FIRST
        if colon and key in expected:
            now = key
            said[now] = value
        elif now:
            said[now] += f"|{part}"
    return said


def _pairs(meta: list[str]) -> Iterator[tuple[str, str]]:
    for part in meta:
        name, _, value = part.partition(":")
        yield name.strip(), value.strip()


def _variation(
    name: str, pairs: list[tuple[str, str]]
) -> tuple[str, str, list[tuple[str, str]]]:
    """A variation's own words stand behind its product's name, and among the meta."""
    product, between, told = name.rpartition(" - ")
    words = {word.strip().casefold() for word in told.split(",")} if between else set()
    other = [it for it in pairs if not _tells_variant(it, words)]
    if between and len(other) < len(pairs):
        return product, told, other
    chosen = [value for key, value in pairs if key.startswith(_ATTRIBUTE)]
    return name, ", ".join(chosen), other


def _tells_variant(pair: tuple[str, str], words: set[str]) -> bool:
    return pair[0].startswith(_ATTRIBUTE) or pair[1].casefold() in words


def wishes(pairs: list[tuple[str, str]]) -> str:
    """What was written for this piece; what is called _so is a program's own."""
    return "\n".join(
        f"{name}: {value}" for name, value in pairs if value and not name.startswith("_")
    )


def meta_of(text: str) -> list[tuple[str, str]]:
    """(key, value) out of the JSON a row of its own carries; nothing when it is none."""
    try:
        read = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    entries = read if isinstance(read, list) else []
    return [
        (str(it.get("key", "")), str(it["value"]))
        for it in entries
        if isinstance(it, dict) and isinstance(it.get("value"), str | int | float)
    ]


def money(text: str) -> Decimal:
    """Nothing where it is no amount."""
    try:
        return Decimal(cents("", text, ".", sure=False)) / 100
    except BadCell:
        return Decimal(0)


def each(total: str, quantity: str, decimal: str = ".") -> str:
    """The price of one piece; the total itself where that cannot be worked out."""
    if not total or not quantity.isdecimal() or len(quantity) > _LONGEST_COUNT:
        return total
    try:
        amount = cents("price", total, decimal, sure=False)
    except BadCell:
        return total
    return f"{Decimal(amount) / max(1, int(quantity)) / 100:.2f}"
