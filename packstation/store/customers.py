"""The customer as of one order's time, in four statements."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, case, func, or_, select

from packstation.domain.cadence import cadence_days, lapse_of, lapse_ratio
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.orders import Order
from packstation.store.base import Fetched
from packstation.store.rhythm import AS_TEXT, gap_of
from packstation.store.rows import (
    CustomerRow,
    GivenTouchRow,
    IncidentRow,
    OrderRow,
    PreferenceRow,
)

_YEAR: Final = timedelta(days=365)
_LOOKED_AT: Final = 40
_DAYS_LOOKED_AT: Final = 400
"""Every gap tells of a rhythm; all of them are read from the index alone."""

_CUSTOMER = select(CustomerRow.__table__, AS_TEXT.label("shop_gaps")).where(
    CustomerRow.id == bindparam("customer_id")
)
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
    func.coalesce(func.sum(OrderRow.total_cents), 0).label("lifetime"),
).where(*_BEFORE)
_LATEST = (
    select(OrderRow.placed_at)
    .where(*_BEFORE)
    .order_by(OrderRow.placed_at.desc())
    .limit(_DAYS_LOOKED_AT)
)
_PREFERENCES = (
    select(PreferenceRow.kind, PreferenceRow.value, PreferenceRow.severity)
    .where(PreferenceRow.customer_id == bindparam("customer_id"))
    .order_by(PreferenceRow.id)  # all of them: a limit that is not read could hurt somebody
)
_INCIDENT = (
    select(IncidentRow.__table__)
    .where(
        IncidentRow.customer_id == bindparam("customer_id"),
        IncidentRow.reported_at < bindparam("now"),
        # What a later parcel made up for was still owed at that time.
        or_(IncidentRow.healed_at.is_(None), IncidentRow.healed_at >= bindparam("now")),
    )
    # Of several of one moment an open one, then by what it says: not by how rows lie.
    .order_by(
        IncidentRow.reported_at.desc(),
        IncidentRow.resolved_at.is_not(None),
        IncidentRow.cause,
        IncidentRow.product_name,
        IncidentRow.resolved_at,
        IncidentRow.id,
    )
    .limit(1)
)
_TOUCHES = (
    select(
        GivenTouchRow.touch_key, GivenTouchRow.note_text, GivenTouchRow.at, GivenTouchRow.rule
    )
    .where(
        GivenTouchRow.customer_id == bindparam("customer_id"),
        GivenTouchRow.at < bindparam("now"),
    )
    .order_by(
        GivenTouchRow.at.desc(),
        GivenTouchRow.touch_key,
        GivenTouchRow.note_text,
        func.coalesce(GivenTouchRow.rule, ""),
        GivenTouchRow.id,
    )
    .limit(_LOOKED_AT)
)


class Customers:
    """The people who buy, and what the shop knows of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def card(self, customer_id: int, order: Order, now: datetime) -> CustomerCard:
        """What the packer may know, from what came before ``order`` only.

        Touches and incidents are the exception: they count up to ``now``. Two orders that
        wait together would bring the same sweets twice, and nobody should pack as if a
        trouble were open that was put right while the order waited. ``now`` is in the shop's
        own zone: its days are those that count.
        """
        at = order.placed_at.astimezone(now.tzinfo)
        when = {
            "customer_id": customer_id,
            "now": now,
            "before": order.placed_at,
            "year_ago": order.placed_at - _YEAR,
        }
        card = self._given(self._told(self._rhythm(when, at), when), when, now)
        incident = _incident(self._connection.execute(_INCIDENT, when).one_or_none(), now)
        return replace(card, incident=incident)

    def days(self, customer_id: int, before: datetime) -> tuple[date, ...]:
        """On which days orders came before that time, the latest first, once for each order.

        Days of the zone that ``before`` is in.
        """
        asked = {"customer_id": customer_id, "before": before}
        latest = self._connection.execute(_LATEST, asked).scalars()
        return tuple([_day(it, before) for it in latest])

    def _rhythm(self, when: Mapping[str, object], at: datetime) -> CustomerCard:
        """Who it is, how often and since when."""
        run = self._connection.execute
        customer = run(_CUSTOMER, when).one()
        lifetime = run(_LIFETIME, when).one()
        today = at.date()
        # Two orders of one day are one purchase: the second ends the same silence.
        days = [day for day in self.days(customer.id, at) if day < today]
        shop_gap = gap_of(customer.shop_gaps, today)
        return CustomerCard(
            id=customer.id,
            name=customer.name,
            called=customer.called,
            language=customer.language,
            order_number=lifetime.orders + 1,
            since=None if lifetime.first is None else _day(lifetime.first, at),
            days_since_previous=(today - max(days)).days if days else None,
            cadence_days=cadence_days(days),
            lapse=lapse_of(days, today, shop_gap),
            lapse_ratio=lapse_ratio(days, today, shop_gap),
            value_cents_12m=lifetime.value,
            lifetime_cents=lifetime.lifetime,
            promise=customer.promise,
            no_extras=customer.no_extras,
            no_personalisation=customer.no_personalisation,
            is_b2b=customer.is_b2b,
            quiet_until=customer.quiet_until,
        )

    def _told(self, card: CustomerCard, when: Mapping[str, object]) -> CustomerCard:
        """What the customer likes, and what must not go in."""
        told = self._connection.execute(_PREFERENCES, when).all()
        limits = [row for row in told if row.kind == "limit"]
        return replace(
            card,
            likes=tuple(row.value for row in told if row.kind == "like"),
            limits=tuple(row.value for row in limits),
            severe=any(row.severity == "severe" for row in limits),
        )

    def _given(
        self, card: CustomerCard, when: Mapping[str, object], now: datetime
    ) -> CustomerCard:
        """The last note's first words, and the touches with their days ago."""
        rows = self._connection.execute(_TOUCHES, when).all()
        return replace(
            card,
            last_note=next((row.note_text for row in rows if row.note_text), ""),
            last_touches=tuple((row.touch_key, _days(now, row.at)) for row in rows),
            last_rules=tuple((row.rule, _days(now, row.at)) for row in rows if row.rule),
        )


def _days(later: datetime, earlier: datetime) -> int:
    return (later - earlier).days


def _day(moment: datetime, at: datetime) -> date:
    """Its day where ``at`` is."""
    return moment.astimezone(at.tzinfo).date()


def _incident(row: Fetched | None, at: datetime) -> Incident | None:
    """As it stood ``at`` that time."""
    if row is None:
        return None
    solved = row.resolved_at is not None and row.resolved_at < at
    return Incident(
        cause=row.cause,
        product=row.product_name,
        reported_on=_day(row.reported_at, at),
        solved_after_days=_days(row.resolved_at, row.reported_at) if solved else None,
    )
