"""Writes changes of the catalogue: products, their codes, and the words they are found by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from packstation.domain.catalogue import BY_HAND, CATALOGUE
from packstation.store.rows import ProductCodeRow, ProductRow
from packstation.store.search_words import renew_products

_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_IDS = select(ProductRow.sku, ProductRow.id).where(ProductRow.sku.in_(_KEYS))
_HELD = select(
    ProductCodeRow.id, ProductCodeRow.product_id, ProductCodeRow.code, ProductCodeRow.source
).where(ProductCodeRow.product_id.in_(_KEYS))
_BY_HAND = select(ProductCodeRow.code, ProductCodeRow.product_id).where(
    ProductCodeRow.code.in_(_KEYS), ProductCodeRow.source.in_(BY_HAND)
)
_AWAY = delete(ProductCodeRow).where(ProductCodeRow.id.in_(_KEYS))
_FOUND_BY: Final = {"name", "variant"}
_BLANK: Final = {
    "variant": "", "place": "", "picture": "", "category": "", "price_cents": 0,
    "packable": True, "policy": "each", "brand": None, "tags": None,
}  # fmt: skip

Noted = Mapping[str, Any]
"""A packstation.domain.catalogue.Change, as JSON keeps it."""


def write_changes(connection: Connection, changes: Sequence[Noted], import_id: int) -> None:
    """Once more changes nothing: a turn may be repeated."""
    ids = _ids(connection, changes)
    new = [it for it in changes if it["sku"] not in ids]
    if new:
        rows = [_new_row(it, import_id) for it in new]
        connection.execute(insert(ProductRow), rows)
        ids |= _ids(connection, new)
    made = {it["sku"] for it in new}
    for it in changes:
        if it["sku"] not in made and it["fields"]:
            of_product = ProductRow.id == ids[it["sku"]]
            connection.execute(update(ProductRow).where(of_product).values(_columns(it)))
    _write_codes(connection, [it for it in changes if it["codes"] is not None], ids)
    renamed = [ids[it["sku"]] for it in changes if _FOUND_BY & it["fields"].keys()]
    renew_products(connection, renamed)


def _ids(connection: Connection, changes: Sequence[Noted]) -> dict[str, int]:
    rows = connection.execute(_IDS, {"keys": [it["sku"] for it in changes]})
    return {row.sku: row.id for row in rows}


def _columns(change: Noted) -> dict[str, Any]:
    columns = dict(change["fields"])
    if "tags" in columns:
        columns["tags"] = "\n".join(columns["tags"])
    return columns


def _new_row(change: Noted, import_id: int) -> dict[str, Any]:
    named = {"sku": change["sku"], "name": change["sku"], "import_id": import_id}
    return _BLANK | named | _columns(change)


def _write_codes(
    connection: Connection, changes: Sequence[Noted], ids: Mapping[str, int]
) -> None:
    wanted = {ids[it["sku"]]: it["codes"] for it in changes}
    held: dict[int, set[str]] = defaultdict(set)
    away = []
    for row in connection.execute(_HELD, {"keys": list(wanted)}):
        given = {it["code"] for it in wanted[row.product_id]}
        if row.source == CATALOGUE or (row.source == "sku" and row.code in given):
            away.append(row.id)
        else:
            held[row.product_id].add(row.code)
    if away:
        connection.execute(_AWAY, {"keys": away})
    new = list(_new_codes(wanted, held, _taken(connection, wanted.values())))
    if new:
        connection.execute(insert(ProductCodeRow), new)


def _taken(connection: Connection, codes: Iterable[Sequence[Noted]]) -> dict[str, set[int]]:
    """What a bench has learned since the file was compared with the shop."""
    asked = [it["code"] for some in codes for it in some]
    taken: dict[str, set[int]] = defaultdict(set)
    for code, product_id in connection.execute(_BY_HAND, {"keys": asked}):
        taken[code].add(product_id)
    return taken


def _new_codes(
    wanted: Mapping[int, Sequence[Noted]],
    held: Mapping[int, set[str]],
    taken: Mapping[str, set[int]],
) -> Iterator[dict[str, Any]]:
    for product_id, codes in wanted.items():
        for it in codes:
            others = taken.get(it["code"], set()) - {product_id}
            if it["code"] not in held.get(product_id, ()) and not others:
                yield dict(it) | {"product_id": product_id}
