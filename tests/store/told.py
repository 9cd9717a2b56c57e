"""The shelf, with what the shop says of its orders lying beside them."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select, update

from packstation.store.rows import LineRow, OrderRow, SearchWordRow
from packstation.store.shop_news import NEWS
from tests.small_shop import NOW
from tests.store.shelf import Shelf

ORDERS = OrderRow.__table__
SAID: dict[str, Any] = {
    "content_hash": "another",
    "customer_id": None,
    "customer_name": "Eva Nueva",
    "recipient": "Luz",
    "opener": "recipient",
    "address": ["Carrer Vell 1", "17001 Girona"],
    "language": "ca",
    "country": "FR",
    "channel": "web",
    "carrier": "MRW",
    "placed_at": NOW - timedelta(days=3),
    "leaves_at": NOW + timedelta(hours=5),
    "flags": ["gift"],
    "message": "Sin prisa",
    "gift_message": "Feliz día",
    "total_cents": 777,
    "currency": "GBP",
    "pieces": 5,
    "told": "2026-11-22",
}
"""Everything a shop tells of an order, each as none of the three has it."""
ITS_LINES = ((5, 2, 300, "Eva"), (1, 3, 100, ""))
"""Quantity, product, price and note."""


class Told:
    """The shelf, with news of the second order and of both its neighbours."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf, self.connection = shelf, shelf.connection
        self.at_first = self.order(), self.lines(2)
        self._beside = [self.say("open", beside=it, number="1") for it in (1, 3)]
        shelf.neighbours = shelf.now(1), shelf.now(3)
        self._untouched = self._of_neighbours()

    def say(self, becomes: str, beside: int = 2, source: str = NEWS, **more: object) -> int:
        """What an import laid beside the order."""
        row = self.order(beside) | SAID | {"source": source, "outside_id": str(beside)}
        row |= {"state": "arriving", "arrives_as": becomes, "hold_reason": "unpaid"}
        row |= {"id": None, "code": f"{source}{beside}", "revision": 1, "import_id": 1}
        row["code"] += str(len(self.rows("arriving")))
        added = self.connection.execute(insert(OrderRow).values(row | more))
        ((new,),) = [added.inserted_primary_key or (0,)]
        for position, (quantity, product, cents, note) in enumerate(ITS_LINES):
            values = {"order_id": new, "position": position, "product_id": product}
            its = {"quantity": quantity, "price_cents": cents, "note": note}
            self.connection.execute(insert(LineRow).values(values | its))
        if source == NEWS:
            self.stand(beside, arrives_as=becomes)
        return int(new)

    def stand(self, order_id: int = 2, **columns: object) -> None:
        here = update(OrderRow).where(OrderRow.id == order_id)
        self.connection.execute(here.values(**columns))

    def have_all(self, state: str, **columns: object) -> None:
        """Both neighbours too: they must stay like this."""
        for order_id in (1, 2, 3):
            self.stand(order_id, state=state, **columns)
        self.shelf.neighbours = self.shelf.now(1), self.shelf.now(3)
        self._untouched = self._of_neighbours()

    def order(self, order_id: int = 2) -> dict[str, Any]:
        found = select(ORDERS).where(OrderRow.id == order_id)
        return dict(self.connection.execute(found).mappings().one())

    def rows(self, state: str) -> list[int]:
        found = select(OrderRow.id).where(OrderRow.state == state).order_by(OrderRow.id)
        return [*self.connection.execute(found).scalars()]

    def lines(self, order_id: int) -> list[tuple[Any, ...]]:
        its = (LineRow.quantity, LineRow.product_id, LineRow.price_cents, LineRow.note)
        of = LineRow.order_id == order_id
        found = select(*its).where(of).order_by(LineRow.position)
        return [tuple(row) for row in self.connection.execute(found)]

    @property
    def waits(self) -> list[int]:
        """The orders beside which something waits for whoever has them, but for neighbours."""
        return [it for it in self.rows("arriving") if it not in self._beside]

    def changed(self) -> dict[str, Any]:
        """What of the second order is another than at first."""
        was, now = self.at_first[0], self.order()
        return {name: now[name] for name in now if now[name] != was[name]}

    def gone(self, new: int) -> bool:
        return new not in self.rows("arriving") and not self.lines(new)

    def words(self) -> set[str]:
        found = select(SearchWordRow.word).where(
            SearchWordRow.kind == "waiting", SearchWordRow.thing_id == 2
        )
        return {*self.connection.execute(found).scalars()}

    def look_at_neighbours(self) -> None:
        assert self._of_neighbours() == self._untouched

    def _of_neighbours(self) -> list[object]:
        ids = (1, 3, *self._beside)
        return [(self.order(it), self.lines(it)) for it in ids]
