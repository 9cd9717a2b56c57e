"""Under which words orders, customers and products are found: written wherever they change.

An order that waits is found by everybody's name, by its address and by what is in it. Once it
has left only the names stay, and of these only those its customer is not found by anyway: so
the words stay few, whatever the shop's age (docs/decisions/0007-search-words.md).
"""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from packstation.domain.finding import words_of
from packstation.store.base import Fetched
from packstation.store.rows import (
    CUSTOMER,
    GONE,
    LIVE_STATES,
    PRODUCT,
    WAITING,
    CustomerRow,
    OrderRow,
    ProductPartRow,
    ProductRow,
    SearchWordRow,
)

COLUMNS: Final = ("kind", "word", "thing_id")
SearchWord = tuple[str, str, int]
"""As COLUMNS."""

_ORDER = (
    select(
        OrderRow.state,
        OrderRow.customer_name,
        OrderRow.recipient,
        OrderRow.address,
        CustomerRow.name,
        CustomerRow.called,
    )
    .outerjoin(CustomerRow, CustomerRow.id == OrderRow.customer_id)
    .where(OrderRow.id == bindparam("order_id"))
)
_FORGET = delete(SearchWordRow).where(
    SearchWordRow.kind.in_((WAITING, GONE)), SearchWordRow.thing_id == bindparam("of_order")
)

_KEYS: BindParameter[int] = bindparam("keys", expanding=True)
_KITS_OF = select(ProductPartRow.kit_id).where(ProductPartRow.part_id.in_(_KEYS))
_NAMES = select(ProductRow.id, ProductRow.name, ProductRow.variant).where(
    ProductRow.id.in_(_KEYS)
)
_NAMES_OF_PARTS = (
    select(ProductPartRow.kit_id, ProductRow.name, ProductRow.variant)
    .join(ProductRow, ProductRow.id == ProductPartRow.part_id)
    .where(ProductPartRow.kit_id.in_(_KEYS))
    .order_by(ProductPartRow.id)
)
_FORGET_PRODUCTS = delete(SearchWordRow).where(
    SearchWordRow.kind == PRODUCT, SearchWordRow.thing_id.in_(_KEYS)
)


def of_order(
    order_id: int, state: str, names: tuple[str, ...], address: Iterable[str], customer: str
) -> list[SearchWord]:
    """``customer`` is the text the order's customer is found by; empty for a guest."""
    if state in LIVE_STATES:
        words = words_of(*names, customer, *address)
        return [(WAITING, word, order_id) for word in words]
    known = words_of(customer)
    return [(GONE, word, order_id) for word in words_of(*names) if word not in known]


def of_customer(customer_id: int, *names: str) -> list[SearchWord]:
    return [(CUSTOMER, word, customer_id) for word in words_of(*names)]


def of_product(product_id: int, *names: str) -> list[SearchWord]:
    """``names`` are those of a kit's parts too: whoever looks for a cup means them."""
    return [(PRODUCT, word, product_id) for word in words_of(*names)]


def forget_order(connection: Connection, order_id: int) -> None:
    connection.execute(_FORGET, {"of_order": order_id})


def renew_order(connection: Connection, order_id: int) -> None:
    """After it left, came back or got another text."""
    forget_order(connection, order_id)
    row = connection.execute(_ORDER, {"order_id": order_id}).one()
    words = [dict(zip(COLUMNS, it, strict=True)) for it in _of_row(order_id, row)]
    if words:
        connection.execute(insert(SearchWordRow), words)


def renew_products(connection: Connection, ids: Iterable[int]) -> None:
    """After these got other names; the kits they are parts of are found by them too."""
    keys = {"keys": list(ids)}
    if not keys["keys"]:
        return
    kits = connection.execute(_KITS_OF, keys).scalars().all()
    keys = {"keys": sorted({*keys["keys"], *kits})}
    names = {row.id: [row.name, row.variant] for row in connection.execute(_NAMES, keys)}
    for row in connection.execute(_NAMES_OF_PARTS, keys):
        names[row.kit_id] += [row.name, row.variant]
    connection.execute(_FORGET_PRODUCTS, keys)
    words = [
        dict(zip(COLUMNS, it, strict=True))
        for product_id, told in names.items()
        for it in of_product(product_id, *told)
    ]
    if words:
        connection.execute(insert(SearchWordRow), words)


def _of_row(order_id: int, row: Fetched) -> list[SearchWord]:
    names = (row.customer_name, row.recipient)
    customer = f"{row.name or ''} {row.called or ''}"
    return of_order(order_id, row.state, names, map(str, row.address), customer)
