"""Finds orders by anything on paper or shelf: number, code, slip, name, town, product.

Numbers, codes and slips are looked up in their indexes. Names, towns and products are found by
how their words begin, in the table that packstation.store.search_words fills.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Column, ColumnElement, CompoundSelect, Connection, Select, or_, select

from packstation.domain.codes import gtin
from packstation.domain.finding import words_of
from packstation.domain.orders import Hit
from packstation.store.base import Fetched
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
        # Nobody types the # of "#1001".
        unmarked = text.removeprefix("#") or text
        for number in dict.fromkeys((text, text.upper(), unmarked, f"#{unmarked}".upper())):
            yield from self._where(_begins(OrderRow.number, number))
        yield from self._of_slips(text)
        yield from self._of_product(text)
        words = words_of(text)
        if max(map(len, words), default=0) >= SHORTEST_WORD:
            yield from self._of_words(words)

    def _of_words(self, words: tuple[str, ...]) -> Iterator[Fetched]:
        """What waits first: by name or town, then by product; then what has left, by name."""
        yield from self._waiting(OrderRow.id.in_(_called(WAITING, words, _LOOKED_AT)), MOST)
        yield from self._with(_called(PRODUCT, words, _LOOKED_AT))
        yield from self._newest(OrderRow.id.in_(_called(GONE, words, MOST)))
        people = self._connection.execute(_called(CUSTOMER, words, MOST)).scalars().all()
        if people:
            yield from self._newest(OrderRow.customer_id.in_(people))

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
        yield from self._with(by_code.union(by_sku))

    def _with(self, wanted: Select[int] | CompoundSelect[int]) -> Iterator[Fetched]:
        """What waits for one of the products, whose ids ``wanted`` finds."""
        products = self._connection.execute(wanted).scalars().all()
        if products:
            # "+ 0" as in packstation.store.wanting: begin with what waits, which is little.
            lines = select(LineRow.id).where(
                LineRow.order_id == OrderRow.id, (LineRow.product_id + 0).in_(products)
            )
            yield from self._waiting(lines.exists(), MOST)

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
