"""What waits at the free screen: the soonest to leave, the held, and the team's pace."""

import statistics
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, case, exists, func, select

from packstation.domain.orders import GIFT, Overview, Waiting
from packstation.store.base import Fetched
from packstation.store.rows import OrderRow, PackingRow

SHOWN: Final = 12
_PACE_OF: Final = 50
_PACE_FROM: Final = 5

_earlier = OrderRow.__table__.alias("earlier")
_FIRST = ~exists().where(
    _earlier.c.customer_id == OrderRow.customer_id,
    _earlier.c.placed_at < OrderRow.placed_at,
)
_WAITING = (
    select(OrderRow.__table__, _FIRST.label("first_order"))
    .where(OrderRow.state.in_(("open", "claimed", "held")))
    .order_by(
        case((OrderRow.state == "held", 1), else_=0),
        OrderRow.leaves_at.is_(None),
        OrderRow.leaves_at,
        OrderRow.placed_at,
    )
    .limit(bindparam("shown"))
)
_COUNTS = (
    select(OrderRow.state, func.count())
    .where(OrderRow.state.in_(("open", "held")))
    .group_by(OrderRow.state)
)
_CUT_OFF = select(func.min(OrderRow.leaves_at)).where(
    OrderRow.state == "open", OrderRow.leaves_at > bindparam("now")
)
_BEFORE = select(func.count()).where(
    OrderRow.state == "open", OrderRow.leaves_at <= bindparam("cut_off")
)
_TODAY = select(func.count()).where(
    PackingRow.sealed_at >= bindparam("midnight"),
    PackingRow.packer_id == bindparam("packer_id"),
)
_PACE = (
    select(PackingRow.opened_at, PackingRow.sealed_at)
    .order_by(PackingRow.sealed_at.desc())
    .limit(_PACE_OF)
)


class Queue:
    """The orders that wait, as the free screen shows them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def overview(self, now: datetime, midnight: datetime, packer_id: int) -> Overview:
        """The queue at ``now``; ``midnight`` is when this packer's day began."""
        counts = {state: count for state, count in self._connection.execute(_COUNTS)}
        cut_off = self._connection.execute(_CUT_OFF, {"now": now}).scalar()
        before = (
            self._connection.execute(_BEFORE, {"cut_off": cut_off}).scalar() if cut_off else 0
        )
        today = {"midnight": midnight, "packer_id": packer_id}
        return Overview(
            waiting=self.waiting(SHOWN),
            ready=counts.get("open", 0),
            held=counts.get("held", 0),
            before_cut_off=before or 0,
            cut_off=cut_off,
            minutes_of_work=self._minutes_for(before or 0),
            packed_today=self._connection.execute(_TODAY, today).scalar() or 0,
        )

    def waiting(self, shown: int) -> tuple[Waiting, ...]:
        """At most ``shown`` orders: the soonest to leave first, held ones last."""
        return tuple(map(_waiting, self._connection.execute(_WAITING, {"shown": shown})))

    def _minutes_for(self, parcels: int) -> int | None:
        """By the median of the team's last parcels; nobody's own pace is ever looked at."""
        paces = [row.sealed_at - row.opened_at for row in self._connection.execute(_PACE)]
        if len(paces) < _PACE_FROM:
            return None
        median: timedelta = statistics.median(paces)
        return max(1, round(median * parcels / timedelta(minutes=1)))


def _waiting(row: Fetched) -> Waiting:
    at_bench = row.state == "claimed"
    return Waiting(
        id=row.id,
        number=row.number,
        code=row.code,
        customer_name=row.customer_name,
        pieces=row.pieces,
        language=row.language,
        first_order=bool(row.first_order and row.customer_id),
        gift=GIFT in row.flags,
        leaves_at=row.leaves_at,
        carrier=row.carrier,
        held_because=row.hold_reason,
        held_by=row.packer_name if at_bench else row.held_by,
        state=row.state,
    )
