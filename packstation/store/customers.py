"""The customer as of one order's time, in four statements."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, case, func, select

from packstation.domain.cadence import cadence_days, lapse_of
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.orders import Order
from packstation.store.base import Fetched
from packstation.store.rows import (
    CustomerRow,
    GivenTouchRow,
    IncidentRow,
    OrderRow,
    PreferenceRow,
)

_YEAR: Final = timedelta(days=365)
_LOOKED_AT: Final = 40

_CUSTOMER = select(CustomerRow.__table__).where(CustomerRow.id == bindparam("customer_id"))
_BEFORE = (
    OrderRow.customer_id == bindparam("customer_id"),
    OrderRow.placed_at < bindparam("before"),
    OrderRow.state.not_in(("cancelled", "arriving")),
)
_LIFETIME = select(
    func.count().label("orders"),
    func.min(OrderRow.placed_at).label("first"),
    func.coalesce(
        func.sum(
            case((OrderRow.placed_at >= bindparam("year_ago"), OrderRow.total_cents), else_=0)
        ),
        0,
    ).label("value"),
).where(*_BEFORE)
_LATEST = (
    select(OrderRow.placed_at)
    .where(*_BEFORE)
    .order_by(OrderRow.placed_at.desc())
    .limit(_LOOKED_AT)
)
_PREFERENCES = (
    select(PreferenceRow.kind, PreferenceRow.value)
    .where(PreferenceRow.customer_id == bindparam("customer_id"))
    .order_by(PreferenceRow.id)  # all of them: a limit that is not read could hurt somebody
)
_INCIDENT = (
    select(IncidentRow.__table__)
    .where(
        IncidentRow.customer_id == bindparam("customer_id"),
        IncidentRow.reported_at < bindparam("before"),
        IncidentRow.healed_at.is_(None),
    )
    .order_by(IncidentRow.reported_at.desc())
    .limit(1)
)
_TOUCHES = (
    select(GivenTouchRow.touch_key, GivenTouchRow.note_text, GivenTouchRow.at)
    .where(
        GivenTouchRow.customer_id == bindparam("customer_id"),
        GivenTouchRow.at < bindparam("now"),
    )
    .order_by(GivenTouchRow.at.desc())
    .limit(_LOOKED_AT)
)


class Customers:
    """The people who buy, and what the shop knows of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def card(self, customer_id: int, order: Order, now: datetime) -> CustomerCard:
        """What the packer may know, from what came before ``order`` only.

        Touches are the exception: those given up to ``now`` count, in whatever parcel, or two
        orders that wait together would bring the same sweets twice.
        """
        when = {
            "customer_id": customer_id,
            "now": now,
            "before": order.placed_at,
            "year_ago": order.placed_at - _YEAR,
        }
        likes, limits = self._told(when)
        note, touches = self._given(when, now)
        return replace(
            self._rhythm(when, order),
            likes=likes,
            limits=limits,
            incident=_incident(self._connection.execute(_INCIDENT, when).one_or_none()),
            last_note=note,
            last_touches=touches,
        )

    def _rhythm(self, when: Mapping[str, object], order: Order) -> CustomerCard:
        """Who it is, how often and since when."""
        run = self._connection.execute
        customer = run(_CUSTOMER, when).one()
        lifetime = run(_LIFETIME, when).one()
        days = [at.date() for at in run(_LATEST, when).scalars()]
        today = order.placed_at.date()
        return CustomerCard(
            id=customer.id,
            name=customer.name,
            called=customer.called,
            language=customer.language,
            order_number=lifetime.orders + 1,
            since=None if lifetime.first is None else lifetime.first.date(),
            days_since_previous=(today - max(days)).days if days else None,
            cadence_days=cadence_days(days),
            lapse=lapse_of(days, today),
            value_cents_12m=lifetime.value,
            promise=customer.promise,
            no_extras=customer.no_extras,
            no_personalisation=customer.no_personalisation,
        )

    def _told(self, when: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the customer likes, and what must not go in."""
        told = self._connection.execute(_PREFERENCES, when).all()
        likes, limits = (
            tuple(row.value for row in told if row.kind == kind) for kind in ("like", "limit")
        )
        return likes, limits

    def _given(
        self, when: Mapping[str, object], now: datetime
    ) -> tuple[str, tuple[tuple[str, int], ...]]:
        """The last note's first words, and the touches with their days ago."""
        rows = self._connection.execute(_TOUCHES, when).all()
        note = next((row.note_text for row in rows if row.note_text), "")
        return note, tuple((row.touch_key, _days(now, row.at)) for row in rows)


def _days(later: datetime, earlier: datetime) -> int:
    return (later - earlier).days


def _incident(row: Fetched | None) -> Incident | None:
    if row is None:
        return None
    solved = None if row.resolved_at is None else _days(row.resolved_at, row.reported_at)
    return Incident(
        cause=row.cause,
        product=row.product_name,
        reported_on=row.reported_at.date(),
        solved_after_days=solved,
    )
