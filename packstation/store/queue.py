"""What waits at the free screen: the soonest to leave, the held, and the team's pace."""

import statistics
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, select

from packstation.domain.orders import GIFT, CutOff, Overview, Waiting
from packstation.store.base import Fetched
from packstation.store.live import IS_LIVE
from packstation.store.rows import CustomerRow, OrderRow, PackingRow
from packstation.store.wire import read_parked

SHOWN: Final = 12
AHEAD: Final = timedelta(days=7)
"""How far one looks for the next cut-off."""
_PACE_OF: Final = 50
_PACE_FROM: Final = 5

_earlier = OrderRow.__table__.alias("earlier")
_FIRST = ~exists().where(
    _earlier.c.customer_id == OrderRow.customer_id,
    _earlier.c.placed_at < OrderRow.placed_at,
    _earlier.c.state.not_in(("cancelled", "arriving")),
)
SOON = (OrderRow.leaves_at.is_(None), OrderRow.leaves_at, OrderRow.placed_at, OrderRow.id)
"""The soonest to leave first."""


def _soonest(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The first are chosen in the index of what waits, and only they are read whole."""
    shown = select(OrderRow.id).where(IS_LIVE, condition).order_by(*SOON)
    return (
        select(
            OrderRow.__table__,
            _FIRST.label("first_order"),
            CustomerRow.name.label("called_name"),
        )
        .outerjoin(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .where(OrderRow.id.in_(shown.limit(bindparam("shown"))))
        .order_by(*SOON)
    )


_WAITING = _soonest(OrderRow.state != "held")
_HELD = _soonest(OrderRow.state == "held")
_COUNTS = (
    select(OrderRow.state, func.count())
    .where(IS_LIVE, OrderRow.state.in_(("open", "parked", "held")))
    .group_by(OrderRow.state)
)
# Read from the index of what waits alone, whatever the shop's age.
_LEAVING = (
    select(OrderRow.carrier, OrderRow.leaves_at, func.count().label("orders"))
    .where(
        IS_LIVE,
        OrderRow.state.in_(("open", "parked")),
        OrderRow.leaves_at <= bindparam("until"),
    )
    .group_by(OrderRow.carrier, OrderRow.leaves_at)
    .order_by(OrderRow.leaves_at)
)
_TODAY = select(func.count()).where(
    PackingRow.sealed_at >= bindparam("midnight"),
    PackingRow.packer_id == bindparam("packer_id"),
    PackingRow.voided_at.is_(None),
)
_ANY = select(OrderRow.id).where(OrderRow.state != "arriving").limit(1)
_PACE = (
    select(PackingRow.opened_at, PackingRow.sealed_at)
    .order_by(PackingRow.sealed_at.desc())
    .limit(_PACE_OF)
)


class Queue:
    """The orders that wait, as the free screen shows them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def any_order(self) -> bool:
        """Whether a single order has ever come in."""
        return self._connection.execute(_ANY).first() is not None

    def overview(self, now: datetime, midnight: datetime, packer_id: int) -> Overview:
        """The queue at ``now``; ``midnight`` is when this packer's day began."""
        counts = {row[0]: row[1] for row in self._connection.execute(_COUNTS)}
        leaving = self._connection.execute(_LEAVING, {"until": now + AHEAD}).all()
        cut_off = next((row.leaves_at for row in leaving if row.leaves_at > now), None)
        before = sum(row.orders for row in leaving if cut_off and row.leaves_at <= cut_off)
        pace = self._pace()
        today = {"midnight": midnight, "packer_id": packer_id}
        return Overview(
            waiting=self.waiting(SHOWN),
            ready=counts.get("open", 0),
            held=counts.get("held", 0),
            before_cut_off=before,
            cut_off=cut_off,
            minutes_of_work=_minutes(pace, before),
            packed_today=self._connection.execute(_TODAY, today).scalar() or 0,
            parked=counts.get("parked", 0),
            cut_offs=_cut_offs(leaving, now, pace),
        )

    def waiting(self, shown: int) -> tuple[Waiting, ...]:
        """``shown`` orders, the soonest to leave first, then as many that are held."""
        most = {"shown": shown}
        waiting = self._connection.execute(_WAITING, most).all()
        held = self._connection.execute(_HELD, most).all()
        return tuple(map(_waiting, (*waiting, *held)))

    def _pace(self) -> timedelta | None:
        """The median of the team's last parcels; nobody's own pace is ever looked at."""
        paces = [row.sealed_at - row.opened_at for row in self._connection.execute(_PACE)]
        return None if len(paces) < _PACE_FROM else statistics.median(paces)


def _minutes(pace: timedelta | None, parcels: int) -> int | None:
    return None if pace is None else max(1, round(pace * parcels / timedelta(minutes=1)))


def _cut_offs(
    leaving: Sequence[Fetched], now: datetime, pace: timedelta | None
) -> tuple[CutOff, ...]:
    """Each carrier's next one; what should have left already goes with it."""
    counts: Counter[str] = Counter()
    found: dict[str, CutOff] = {}
    for carrier, at, orders in leaving:
        if carrier in found:
            continue
        counts[carrier] += orders
        if at > now:
            count = counts[carrier]
            found[carrier] = CutOff(
                carrier=carrier, at=at, orders=count, minutes=_minutes(pace, count)
            )
    return tuple(found.values())


def _by(row: Fetched) -> str:
    name: str = row.packer_name if row.state == "claimed" else row.held_by
    return name


def _waiting(row: Fetched) -> Waiting:
    aside = read_parked(row.parked) if row.state == "parked" and row.parked else None
    return Waiting(
        id=row.id,
        number=row.number,
        code=row.code,
        customer_name=row.customer_name or row.called_name or "",
        pieces=row.pieces,
        language=row.language,
        first_order=bool(row.first_order and row.customer_id),
        gift=GIFT in row.flags,
        leaves_at=row.leaves_at,
        carrier=row.carrier,
        held_because=row.hold_reason if aside is None else aside.reason,
        held_by=_by(row) if aside is None else aside.by,
        parked_for="" if aside is None else aside.to,
        state=row.state,
    )
