"""Finds orders by anything on paper or shelf: number, code, slip, name, town, product.

Numbers, codes and slips are looked up in their indexes. Names, towns and products are found by
how their words begin, in the table that packstation.store.search_words fills. What else stands
on a paper is found while the parcel is one of the last: packstation.store.lately.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, Select, bindparam, or_, select

from packstation.domain.codes import gtin
from packstation.domain.finding import words_of
from packstation.domain.orders import Hit
from packstation.store.base import Fetched
from packstation.store.lately import Lately
from packstation.store.live import IS_LIVE
from packstation.store.rows import (
    CUSTOMER,
    GONE,
    PRODUCT,
    WAITING,
    LineRow,
    OrderRow,
    PackingRow,
    ProductCodeRow,
    ProductRow,
    SearchWordRow,
)

MOST: Final = 20
SHORTEST_WORD: Final = 2
_LOOKED_AT: Final = 1000
_LAST: Final = "\U0010ffff"

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
_CARRIERS = select(OrderRow.carrier).where(IS_LIVE).distinct()
# One product at a time: the newest lines of several would have to be sorted out of all.
_HAD = (
    select(LineRow.order_id)
    .where(LineRow.product_id == bindparam("product"))
    .order_by(LineRow.id.desc())
    .limit(MOST)
)


class Searches:
    """Reads only, and never the whole of a large table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lately = Lately(connection)

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
        # Nobody types the # of "#1001".
        unmarked = text.removeprefix("#") or text
        for number in dict.fromkeys((text, text.upper(), unmarked, f"#{unmarked}".upper())):
            yield from self._where(_begins(OrderRow.number, number))
        yield from self._of_slips(text)
        yield from self._of_product(text)
        words = words_of(text)
        if max(map(len, words), default=0) >= SHORTEST_WORD:
            yield from self._of_words(words)
        yield from self._these(self._lately.sealed_with(text))

    def _of_words(self, words: tuple[str, ...]) -> Iterator[Fetched]:
        """What waits first: by name or town, product, carrier. Then what has left, likewise."""
        yield from self._waiting(OrderRow.id.in_(_called(WAITING, words, _LOOKED_AT)), MOST)
        products = self._ids(_called(PRODUCT, words, _LOOKED_AT))
        yield from self._with(products)
        known = self._connection.execute(_CARRIERS).scalars()
        carriers = [it for it in known if _has(it, words)]
        if carriers:
            yield from self._waiting(OrderRow.carrier.in_(carriers), MOST)
        yield from self._newest(OrderRow.id.in_(_called(GONE, words, MOST)))
        people = self._ids(_called(CUSTOMER, words, MOST))
        if people:
            yield from self._newest(OrderRow.customer_id.in_(people))
        yield from self._these(self._lately.called(words))
        yield from self._had(products)

    def _where(self, condition: ColumnElement[bool]) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(condition).order_by(OrderRow.number).limit(MOST)
        )

    def _of_slips(self, text: str) -> Iterator[Fetched]:
        slip = or_(PackingRow.slip_code == text.upper(), _begins(PackingRow.slip_number, text))
        ids = select(PackingRow.order_id).where(slip).limit(MOST)
        yield from self._newest(OrderRow.id.in_(ids))

    def _of_product(self, text: str) -> Iterator[Fetched]:
        """What waits for a product, then what had it, by its SKU or one of its codes."""
        codes = {text, text.upper(), gtin(text) or text}
        by_code = select(ProductCodeRow.product_id).where(ProductCodeRow.code.in_(codes))
        by_sku = select(ProductRow.id).where(ProductRow.sku == text.upper())
        products = self._connection.execute(by_code.union(by_sku)).scalars().all()
        yield from self._with(products)
        yield from self._had(products)

    def _ids(self, wanted: Select[int]) -> Sequence[int]:
        return self._connection.execute(wanted).scalars().all()

    def _with(self, products: Sequence[int]) -> Iterator[Fetched]:
        """What waits for one of the products."""
        if products:
            # "+ 0" as in packstation.store.wanting: begin with what waits, which is little.
            lines = select(LineRow.id).where(
                LineRow.order_id == OrderRow.id, (LineRow.product_id + 0).in_(products)
            )
            yield from self._waiting(lines.exists(), MOST)

    def _had(self, products: Sequence[int]) -> Iterator[Fetched]:
        """The newest orders that had one of the first few of ``products`` in them."""
        orders: set[int] = set()
        for product in products[:MOST]:
            orders.update(self._connection.execute(_HAD, {"product": product}).scalars())
        yield from self._these(orders)

    def _these(self, orders: Iterable[int]) -> Iterator[Fetched]:
        """The newest of ``orders``; of as many as could be looked at one by one."""
        ids = tuple(islice(orders, MOST * MOST))
        if ids:
            yield from self._newest(OrderRow.id.in_(ids))

    def _waiting(self, condition: ColumnElement[bool], most: int) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(IS_LIVE, condition)
            .order_by(
                OrderRow.state == "held", OrderRow.leaves_at.asc().nulls_last(), OrderRow.id
            )
            .limit(most)
        )

    def _newest(self, condition: ColumnElement[bool]) -> Iterator[Fetched]:
        yield from self._connection.execute(
            _HIT.where(condition)
            .order_by(OrderRow.placed_at.desc(), OrderRow.id.desc())
            .limit(MOST)
        )


def _has(text: str, words: tuple[str, ...]) -> bool:
    told = words_of(text)
    return all(any(it.startswith(word) for it in told) for word in words)


def _begins(column: Column[str], text: str) -> ColumnElement[bool]:
    """A range of the column's index: LIKE would walk through all of it on SQLite."""
    return (column >= text) & (column < text + _LAST) & column.startswith(text, autoescape=True)


def _called(kind: str, words: tuple[str, ...], most: int) -> Select[int]:
    """The things that have, for each of ``words``, a word beginning with it.

    Found by the longest, which few have; a word that is just so comes before longer ones.
    """
    longest, *others = sorted(words, key=len, reverse=True)
    found = select(SearchWordRow.thing_id).where(
        SearchWordRow.kind == kind, _begins(SearchWordRow.word, longest)
    )
    for word in others:
        same = SearchWordRow.__table__.alias().c
        has_it = select(same.word).where(
            same.kind == kind,
            same.thing_id == SearchWordRow.thing_id,
            _begins(same.word, word),
        )
        found = found.where(has_it.exists())
    return found.order_by(SearchWordRow.word, SearchWordRow.thing_id.desc()).limit(most)


def _hit(row: Fetched) -> Hit:
    return Hit(
        id=row.id,
        number=row.number,
        customer_name=row.customer_name,
        pieces=row.pieces,
        state=row.state,
        placed_at=row.placed_at,
        place=place_of(row.address),
    )


def place_of(address: list[str]) -> str:
    """The line with the postcode: the last that has a figure, but for the street's."""
    return next((line for line in reversed(address[1:]) if any(map(str.isdigit, line))), "")
