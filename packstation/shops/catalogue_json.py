"""Products as WooCommerce's own interface answers them (``wc/v3/products``), saved as JSON."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from packstation.domain.intake import JsonBroken, NotAText
from packstation.shops.json_stream import orders_in
from packstation.shops.layout import Layout
from packstation.shops.profile import Profile
from packstation.shops.text_file import TextFile

NAME: Final = "woocommerce_json"
_SAID: Final = {"sku": "sku", "regular_price": "price", "global_unique_id": "barcode"}
_COLUMNS: Final = {
    it: (it,)
    for it in (
        "sku", "barcode", "product", "price", "category", "tags", "brand", "picture", "kind",
        "id", "parent_id", "virtual", "option1", "option2", "option3",
    )
}  # fmt: skip

LAYOUT: Final = Layout(
    Profile(name=NAME, source=NAME, columns=_COLUMNS, required=(), decimal="."), "", (), {}
)


def is_json(path: Path) -> bool:
    """Whether it begins as a list or an object does, whatever its name says."""
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return False
        with path.open("rb") as raw:
            start = raw.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except (OSError, ValueError):
        return False
    return start[:1] in {b"[", b"{"}


def lists_products(text: TextFile) -> bool:
    """By its first object alone; what is no JSON at all lists none."""
    with suppress(NotAText, JsonBroken):
        return any(True for _ in products_in(text))
    return False


def products_in(text: TextFile) -> Iterator[tuple[int, dict[str, str]]]:
    """The line each product begins on, and the cells a row of WooCommerce's CSV would have.

    Raises JsonBroken, and NotAText at the first thing that is no product.
    """
    with text.lines() as chunks:
        for line, said in orders_in(chunks):
            if not _is_product(said):
                raise NotAText(str(text.path), "json")
            yield line, _cells(said)


def _is_product(said: object) -> bool:
    return isinstance(said, dict) and {"id", "type", "sku", "name"} <= said.keys()


def _cells(said: Mapping[str, Any]) -> dict[str, str]:
    cells = {ours: _text(said.get(theirs)) for theirs, ours in _SAID.items()}
    cells["price"] = cells["price"] or _text(said.get("price"))
    cells |= {
        "id": _text(said["id"]),
        "kind": _text(said["type"]),
        "product": _text(said["name"]),
        "parent_id": _text(said.get("parent_id")),
        "virtual": "yes" if said.get("virtual") is True else "no",
        "category": ",".join(_names(said.get("categories"))[:1]),
        "tags": ",".join(_names(said.get("tags"))),
        "brand": ",".join(_names(said.get("brands"))[:1]),
        "picture": _picture(said),
    }
    options = [_text(it.get("option")) for it in _objects(said.get("attributes"))]
    return cells | {f"option{place}": it for place, it in enumerate(options[:3], start=1)}


def _names(said: object) -> list[str]:
    return [_text(it.get("name")).replace(",", "\\,") for it in _objects(said)]


def _picture(said: Mapping[str, Any]) -> str:
    pictures = _objects(said.get("images")) or _objects([said.get("image")])
    return _text(pictures[0].get("src")) if pictures else ""


def _objects(said: object) -> list[Mapping[str, Any]]:
    return [it for it in said if isinstance(it, dict)] if isinstance(said, list) else []


def _text(said: object) -> str:
    """Numbers have come as texts."""
    return said if isinstance(said, str) else ""
