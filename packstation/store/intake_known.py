"""What we know already of the orders a file names, and whether they are the same orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Case, ColumnElement, Engine, String, bindparam, case, cast, select

from packstation.domain.finding import words_of
from packstation.store.engine import some_at_once
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_wire import text_of
from packstation.store.rows import OrderRow
from packstation.store.shop_news import NEWS

_CHANGEABLE: Final = ("open", "held")
_GONE: Final = ("packed", "shipped")
_IN_HAND: Final = ("claimed", "parked")
_news = OrderRow.__table__.alias("news")


def _last_said(column: ColumnElement[Any]) -> Case[Any]:
    """Of an order in somebody's hands it may be what waits beside it."""
    beside = select(_news.c[str(column.key)]).where(
        _news.c.source == NEWS, _news.c.outside_id == cast(OrderRow.id, String)
    )
    waits = OrderRow.state.in_(_IN_HAND) & OrderRow.arrives_as.is_not(None)
    return case((waits, beside.scalar_subquery()), else_=column)


_KNOWN = select(
    OrderRow.outside_id,
    OrderRow.id,
    _last_said(OrderRow.content_hash),
    OrderRow.state,
    OrderRow.placed_at,
    OrderRow.customer_name,
    _last_said(OrderRow.told),
    OrderRow.held_by,
).where(
    OrderRow.source == bindparam("source"),
    OrderRow.outside_id.in_(bindparam("numbers", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Known:
    id: int
    digest: str
    state: str
    placed_at: datetime
    name: str
    told: str | None
    held_by: str

    def becomes(self, order: GatheredOrder) -> str:
        """Its state once ``order`` is in: what a person holds, only a person lets go on."""
        state = order.state or ("open" if self.in_hand else self.state)
        return "held" if state == "open" and self.held_by else state

    def is_newer(self, order: GatheredOrder) -> bool:
        """Whether ``order`` is an older state of what we have."""
        told = order.head.get("told")
        return self.told is not None and told is not None and told < self.told

    def says_the_same(self, order: GatheredOrder) -> bool:
        """Whether there is nothing new in ``order``: what we packed may well be shipped."""
        gone = self.state in _GONE and order.state == "shipped"
        return self.digest == order.digest or gone

    @property
    def can_change(self) -> bool:
        return self.state in _CHANGEABLE

    @property
    def in_hand(self) -> bool:
        """Whether what the file says waits until it may hold."""
        return self.state in _IN_HAND

    def is_another(self, order: GatheredOrder) -> bool:
        """Whether only the number is the same: another day and another person."""
        name = order.head.get("name", "")
        if not (order.at and name and self.name) or text_of(self.placed_at) == order.at:
            return False
        return not set(words_of(name)) & set(words_of(self.name))


def known(reading: Engine, source: str, orders: Sequence[GatheredOrder]) -> dict[str, Known]:
    """By number; what we do not know is not in it."""
    found: dict[str, Known] = {}
    with reading.connect() as connection:
        for numbers in some_at_once(order.number for order in orders):
            rows = connection.execute(_KNOWN, {"source": source, "numbers": numbers}).all()
            found |= {row[0]: Known(*row[1:]) for row in rows}
    return found
