"""What we know already of the orders a file names, and whether they are the same orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Engine, bindparam, select

from packstation.domain.finding import words_of
from packstation.store.engine import some_at_once
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_wire import text_of
from packstation.store.rows import OrderRow

_CHANGEABLE: Final = ("open", "held")
_GONE: Final = ("packed", "shipped")
_KNOWN = select(
    OrderRow.outside_id,
    OrderRow.id,
    OrderRow.content_hash,
    OrderRow.state,
    OrderRow.placed_at,
    OrderRow.customer_name,
    OrderRow.told,
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
        state = order.state or self.state
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
