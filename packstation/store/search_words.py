"""Under which words orders, customers and products are found: written wherever they change.

An order that waits is found by everybody's name, by its address and by what is in it. Once it
has left only the names stay, and of these only those its customer is not found by anyway: so
the words stay few, whatever the shop's age (docs/decisions/0007-search-words.md).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

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


def of_order(
    order_id: int, state: str, names: tuple[str, ...], address: Iterable[str], customer: str
) -> Iterator[SearchWord]:
    """``customer`` is the text the order's customer is found by; empty for a guest."""
    if state in LIVE_STATES:
        for word in words_of(*names, customer, *address):
            yield WAITING, word, order_id
    else:
        known = words_of(customer)
        for word in words_of(*names):
            if word not in known:
                yield GONE, word, order_id


def of_customer(customer_id: int, *names: str) -> Iterator[SearchWord]:
    for word in words_of(*names):
        yield CUSTOMER, word, customer_id


def of_product(product_id: int, *names: str) -> Iterator[SearchWord]:
    """``names`` are those of a kit's parts too: whoever looks for a cup means them."""
    for word in words_of(*names):
        yield PRODUCT, word, product_id


def forget_order(connection: Connection, order_id: int) -> None:
    connection.execute(_FORGET, {"of_order": order_id})


def renew_order(connection: Connection, order_id: int) -> None:
    """After it left, came back or got another text."""
    forget_order(connection, order_id)
    row = connection.execute(_ORDER, {"order_id": order_id}).one()
    words = [dict(zip(COLUMNS, it, strict=True)) for it in _of_row(order_id, row)]
    if words:
        connection.execute(insert(SearchWordRow), words)


def _of_row(order_id: int, row: Fetched) -> Iterator[SearchWord]:
    names = (row.customer_name, row.recipient)
    customer = f"{row.name or ''} {row.called or ''}"
    yield from of_order(order_id, row.state, names, map(str, row.address), customer)
