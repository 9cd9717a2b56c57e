"""Which of the waiting orders a piece in somebody's hand could be for."""

from sqlalchemy import Connection, bindparam, literal, select

from packstation.store.live import IS_LIVE
from packstation.store.rows import LineRow, OrderRow, ProductPartRow

_WAITS = IS_LIVE & OrderRow.state.in_(("open", "parked"))
# Said, because the databases do not agree where none stands.
_SOON = OrderRow.leaves_at.asc().nulls_last()
# "+ 0" keeps SQLite from walking every line that ever had this product: it begins with the
# orders that wait, which are few, whatever the shop's age.
_PIECE = (
    select(OrderRow.id, OrderRow.number, OrderRow.pieces)
    .join(LineRow, LineRow.order_id == OrderRow.id)
    .where(_WAITS, LineRow.product_id + 0 == bindparam("product_id"))
    .group_by(OrderRow.id)
    .order_by(OrderRow.pieces != 1, _SOON, OrderRow.id)
    .limit(4)
)
# A part of a kit says nothing of the order being just this piece: it counts as none.
_PART = (
    select(OrderRow.id, OrderRow.number, literal(0).label("pieces"))
    .join(LineRow, LineRow.order_id == OrderRow.id)
    .join(ProductPartRow, ProductPartRow.kit_id == LineRow.product_id + 0)
    .where(_WAITS, ProductPartRow.part_id == bindparam("product_id"))
    .group_by(OrderRow.id)
    .order_by(_SOON, OrderRow.id)
    .limit(4)
)


class Wanting:
    """The orders that wait, by what is to go into them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, product_id: int) -> tuple[tuple[int, str, int], ...]:
        """(id, number, pieces) of up to four waiting orders with this product.

        One-piece orders come first, then the soonest to leave; those that have it only as a
        part of a kit when there are no others.
        """
        wanted = {"product_id": product_id}
        rows = self._connection.execute(_PIECE, wanted).all()
        return tuple(
            (row.id, row.number, row.pieces)
            for row in rows or self._connection.execute(_PART, wanted)
        )
