"""Three orders alike in a real database: what is done to one must not touch its neighbours."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from packstation.domain import events as ev
from packstation.store.orders import LEASE, Orders
from packstation.store.rows import OrderRow
from tests.small_shop import NOW


class Shelf:
    """Three orders alike; whatever is done to the second must not touch its neighbours."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.orders = Orders(connection)
        self.neighbours = self.now(1), self.now(3)

    def put(self, state: str, **columns: object) -> None:
        """Have all three stand like this."""
        told = {"hold_reason": "falta", "held_by": "Ana"} if state == "held" else {}
        assert (self.now(1), self.now(3)) == self.neighbours
        self.connection.execute(update(OrderRow).values(state=state, **told | columns))
        self.neighbours = self.now(1), self.now(3)

    def at_bench(self, bench: str, until: datetime = NOW + LEASE) -> None:
        self.put("claimed", bench=bench, packer_name="Joan", claimed_at=NOW, lease_until=until)

    def claim(self, at: datetime = NOW) -> ev.Standing:
        """By Marta, at bench 2."""
        return self.orders.claim(2, "2", "Marta", at)

    def now(self, order_id: int = 2) -> tuple[object, ...]:
        """State, bench, packer, claimed at, lease, box, why held, by whom."""
        row = self.connection.execute(
            select(OrderRow.__table__).where(OrderRow.id == order_id)
        ).one()
        claimed = (row.state, row.bench, row.packer_name, row.claimed_at, row.lease_until)
        return (*claimed, row.parked, row.hold_reason, row.held_by)
