"""Finds orders by anything on paper or shelf: number, code, slip, name, town, product.

Numbers, codes and slips are looked up in their indexes. Names and towns are looked for in what
waits, which is little whatever the shop's age, and names of all customers by how they begin.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

from sqlalchemy import ColumnElement, Connection, String, cast, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from packstation.domain.codes import gtin
from packstation.domain.orders import Hit
from packstation.store.base import Fetched
from packstation.store.live import IS_LIVE
from packstation.store.rows import (
    CustomerRow,
    LineRow,
    OrderRow,
    PackingRow,
    ProductCodeRow,
    ProductRow,
)

MOST: Final = 20
SHORTEST_NAME: Final = 2
_LOOKED_AT: Final = 300
_LAST: Final = "\U0010ffff"
# Letters that may carry an accent on paper and none when somebody types in a hurry, and signs
# that JSON writes in its own way; what is found is compared once more, letter by letter.
_LOOSE: Final = frozenset('aeiouncyAEIOUNCY\\"')

_HIT = select(
    OrderRow.id,
    OrderRow.number,
    OrderRow.customer_name,
    OrderRow.recipient,
    OrderRow.pieces,
    OrderRow.state,
    OrderRow.placed_at,
    OrderRow.address,
).where(OrderRow.state != "arriving")


class Searches:
    """Reads only, and never the whole of a large table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, text: str) -> tuple[Hit, ...]:
        """At most MOST orders, those that ``text`` names most exactly first."""
        text = unicodedata.normalize("NFC", text).strip()
        if not text:
            return ()
        found: dict[int, Hit] = {}
        for row in self._ways(text):
            found.setdefault(row.id, _hit(row))
            if len(found) == MOST:
                break
        return tuple(found.values())

    def _ways(self, text: str) -> Iterator[Fetched]:
        """What each way of looking finds; the next is only asked when there is still room."""
        yield from self._where(OrderRow.code == text.upper())
        for number in dict.fromkeys((text, text.upper())):
            yield from self._where(_begins(OrderRow.number, number))
        yield from self._of_slips(text)
        yield from self._of_product(text)
        if len(text) >= SHORTEST_NAME:
            yield from self._of_those_waiting(text)
            yield from self._of_customers(text)

    def _where(self, condition: ColumnElement[bool]) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(condition).order_by(OrderRow.number).limit(MOST)
        )

    def _of_slips(self, text: str) -> Iterator[Fetched]:
        slip = or_(PackingRow.slip_code == text.upper(), _begins(PackingRow.slip_number, text))
        ids = select(PackingRow.order_id).where(slip).limit(MOST)
        yield from self._newest(OrderRow.id.in_(ids))

    def _of_product(self, text: str) -> Iterator[Fetched]:
        """What waits for a product, by its SKU or one of its codes."""
        codes = {text, text.upper(), gtin(text) or text}
        by_code = select(ProductCodeRow.product_id).where(ProductCodeRow.code.in_(codes))
        by_sku = select(ProductRow.id).where(ProductRow.sku == text.upper())
        products = list(self._connection.execute(by_code.union(by_sku)).scalars())
        if products:
            # "+ 0" as in packstation.store.wanting: begin with what waits, which is little.
            lines = select(LineRow.id).where(
                LineRow.order_id == OrderRow.id, (LineRow.product_id + 0).in_(products)
            )
            yield from self._waiting(lines.exists(), MOST)

    def _of_those_waiting(self, text: str) -> Iterator[Fetched]:
        # In JSON an accented letter is six characters, a backslash two.
        name, line = f"%{_loosely(text, '_')}%", f"%{_loosely(text, '%')}%"
        named = or_(
            OrderRow.customer_name.like(name, escape="/"),
            OrderRow.recipient.like(name, escape="/"),
            cast(OrderRow.address, String).like(line, escape="/"),
        )
        wanted = _folded(text)
        for row in self._waiting(named, _LOOKED_AT):
            told = " ".join((row.customer_name, row.recipient, *map(str, row.address)))
            if wanted in _folded(told):
                yield row

    def _of_customers(self, text: str) -> Iterator[Fetched]:
        ids = select(CustomerRow.id).order_by(CustomerRow.name).limit(MOST)
        customers: list[int] = []
        # One spelling at a time: for both at once SQLite would walk through all names.
        for spelling in dict.fromkeys((text, text.title())):
            named = ids.where(_begins(CustomerRow.name, spelling))
            customers += self._connection.execute(named).scalars()
        if customers:
            yield from self._newest(OrderRow.customer_id.in_(customers))

    def _waiting(self, condition: ColumnElement[bool], most: int) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(IS_LIVE, condition)
            .order_by(OrderRow.state == "held", OrderRow.leaves_at, OrderRow.id)
            .limit(most)
        )

    def _newest(self, condition: ColumnElement[bool]) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(condition).order_by(OrderRow.placed_at.desc()).limit(MOST)
        )


def _begins(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """A range of the column's index: LIKE would walk through all of it on SQLite."""
    return (column >= text) & (column < text + _LAST) & column.startswith(text, autoescape=True)


def _loosely(text: str, anything: str) -> str:
    """``text`` as a pattern for LIKE that minds no accents."""
    return "".join(
        anything
        if letter in _LOOSE or not letter.isascii()
        else f"/{letter}"
        if letter in "%_/"
        else letter
        for letter in text
    )


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(it for it in parts if not unicodedata.combining(it))


def _hit(row: Fetched) -> Hit:
    return Hit(
        id=row.id,
        number=row.number,
        customer_name=row.customer_name,
        pieces=row.pieces,
        state=row.state,
        placed_at=row.placed_at,
        place=_place(row.address),
    )


def _place(address: list[str]) -> str:
    """The line with the postcode: the last that has a figure, but for the street's."""
    return next((line for line in reversed(address[1:]) if any(map(str.isdigit, line))), "")
