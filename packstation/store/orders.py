"""The orders: find one, claim it for a bench, take its snapshot."""

from datetime import datetime, timedelta, tzinfo
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Update, bindparam, or_, select, update

from packstation.domain.bench import Parked
from packstation.domain.events import (
    AtOtherBench,
    Granted,
    NothingToPack,
    OnHold,
    Standing,
    WasCancelled,
    WasSent,
)
from packstation.domain.noticed import News
from packstation.domain.orders import Opener, Order
from packstation.store.base import Fetched
from packstation.store.rows import OrderRow
from packstation.store.search_words import renew_order
from packstation.store.shop_news import forget, heed, news_of
from packstation.store.snapshots import ORDER, take_snapshot
from packstation.store.wire import read_parked, write_parked

LEASE: Final = timedelta(minutes=10)

# Statements are built once: building them anew for each scan costs more than running them.
_BY_CODE = select(OrderRow.id).where(OrderRow.code == bindparam("code"))
_BY_NUMBER = (
    select(OrderRow.id, OrderRow.number)
    .where(
        OrderRow.number.in_((bindparam("number"), bindparam("otherwise"))),
        OrderRow.state != "arriving",
    )
    .order_by(OrderRow.id)
    .limit(5)
)
_STATE = select(OrderRow.state).where(OrderRow.id == bindparam("order_id"))
_NUMBER = select(OrderRow.number).where(OrderRow.id == bindparam("order_id"))
_HERE = (
    OrderRow.id == bindparam("order_id"),
    OrderRow.bench == bindparam("of_bench"),
    OrderRow.state == "claimed",
)
_CLAIMED: dict[str, Any] = {
    "state": "claimed",
    "bench": bindparam("to_bench"),
    "packer_name": bindparam("to_packer"),
    "claimed_at": bindparam("now"),
    "lease_until": bindparam("until"),
    # Whoever goes on has the box in the journal; after a lease has run out another bench
    # begins anew, because nobody there saw what went into it.
    "parked": None,
}
_AT_NO_BENCH: dict[str, Any] = {
    "bench": None,
    "packer_name": "",
    "claimed_at": None,
    "lease_until": None,
}
_CLAIM = (
    update(OrderRow)
    .where(
        OrderRow.id == bindparam("order_id"),
        or_(
            OrderRow.state.in_(("open", "parked")),
            (OrderRow.state == "claimed")
            & or_(
                OrderRow.bench == bindparam("to_bench"), OrderRow.lease_until < bindparam("now")
            ),
        ),
    )
    .values(_CLAIMED)
)
_RELEASE = update(OrderRow).where(*_HERE).values(_AT_NO_BENCH | {"state": "open"})
_HOLD = (
    update(OrderRow)
    .where(*_HERE)
    .values(
        _AT_NO_BENCH
        | {
            "state": "held",
            "hold_reason": bindparam("why"),
            "held_by": bindparam("by"),
        }
    )
)
_PUT_ASIDE = (
    update(OrderRow)
    .where(*_HERE)
    .values(_AT_NO_BENCH | {"state": "parked", "parked": bindparam("box")})
)
_LET_GO = (
    update(OrderRow)
    .where(OrderRow.id == bindparam("order_id"), OrderRow.state == "held")
    .values(state="open", hold_reason="", held_by="")
)
_RECLAIM = (
    update(OrderRow)
    .where(OrderRow.id == bindparam("order_id"), OrderRow.state == "packed")
    .values(_CLAIMED)
)
_TELL_OPENER = (
    update(OrderRow)
    .where(OrderRow.id == bindparam("order"))
    .values(opener_told=bindparam("as_told"))
)
# On PostgreSQL nobody else changes the order until this transaction ends; on SQLite whoever
# writes is alone anyway, and nothing is said of it.
_NOW = (
    select(
        OrderRow.state,
        OrderRow.bench,
        OrderRow.revision,
        OrderRow.lease_until,
        OrderRow.parked,
        OrderRow.arrives_as,
    )
    .where(OrderRow.id == bindparam("order_id"))
    .with_for_update()
)
_LEFT = (
    update(OrderRow)
    .where(OrderRow.id == bindparam("order_id"))
    .values(_AT_NO_BENCH | {"state": "open"})
)
_STAY = update(OrderRow).where(*_HERE).values(lease_until=bindparam("until"))
_PACKED = (
    update(OrderRow)
    .where(*_HERE, OrderRow.revision == bindparam("seen_revision"))
    .values(state="packed", lease_until=None)
)


class Claimed(NamedTuple):
    """How an order stands that this bench has."""

    revision: int
    has_news: bool = False
    """Whether the shop has said something of it that waits to be told."""


class StaleOrderError(Exception):
    """The order changed, or another bench took it, since it was opened here."""


class Orders:
    """The orders of the shop, waiting and gone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_code(self, code: str) -> int | None:
        """The order whose sheet carries ``code``."""
        return self._connection.execute(_BY_CODE, {"code": code}).scalar()

    def numbered(self, number: str) -> tuple[int, ...]:
        """Orders with this number: two shops may use the same one."""
        return tuple(order_id for order_id, _ in self.named(number))

    def named(self, number: str) -> tuple[tuple[int, str], ...]:
        """(id, number) of the orders that ``number`` may mean.

        Nobody types the # of "#1001", so 1001 means both; #1001 means 1001 only where no
        order is called just so.
        """
        otherwise = number[1:] if number.startswith("#") else f"#{number}"
        given = {"number": number, "otherwise": otherwise}
        rows = self._connection.execute(_BY_NUMBER, given)
        found = tuple((row.id, row.number) for row in rows)
        exactly = tuple(it for it in found if it[1] == number)
        return exactly if exactly and number.startswith("#") else found

    def claim(self, order_id: int, bench: str, packer: str, now: datetime) -> Standing:
        """Make the order this bench's alone, in one statement, or say why that cannot be."""
        if self._claim(_CLAIM, order_id, bench, packer, now):
            return Granted()
        return _standing(self._connection.execute(ORDER, {"order_id": order_id}).one())

    def reclaim(self, order_id: int, bench: str, packer: str, now: datetime) -> Standing:
        """The same for a packed order, whose parcel somebody opens again."""
        if self._claim(_RECLAIM, order_id, bench, packer, now):
            renew_order(self._connection, order_id)
            return Granted()
        return _standing(self._connection.execute(ORDER, {"order_id": order_id}).one())

    def claimed_here(self, order_id: int, bench: str, now: datetime) -> Claimed | Standing:
        """How it stands now while ``bench`` has the order, else what became of it.

        Every input at the bench asks, so a lease runs out only where nothing happens.
        """
        row = self._connection.execute(_NOW, {"order_id": order_id}).one()
        if row.state == "claimed" and row.bench == bench:
            # Written once in a while, not with every scan.
            if row.lease_until < now + LEASE / 2:
                here = {"order_id": order_id, "of_bench": bench, "until": now + LEASE}
                self._connection.execute(_STAY, here)
            return Claimed(row.revision, row.arrives_as is not None)
        return _standing(self._connection.execute(ORDER, {"order_id": order_id}).one())

    def news(self, order_id: int, zone: tzinfo, known: News | None = None) -> News | None:
        """What the shop says of it while somebody has it; ``known`` itself if it is that."""
        return news_of(self._connection, order_id, zone, known)

    def begin(self, order_id: int, bench: str, now: datetime) -> Parked | None:
        """Before it is claimed: what was in its box when it was put aside.

        Where it is begun anew, what the shop has said of it meanwhile holds.
        """
        row = self._connection.execute(_NOW, {"order_id": order_id}).one()
        if row.state == "parked" and row.parked is not None:
            return read_parked(row.parked)
        is_left = row.bench == bench or (row.lease_until is not None and row.lease_until < now)
        if row.state == "claimed" and row.arrives_as is not None and is_left:
            self._connection.execute(_LEFT, {"order_id": order_id})
            heed(self._connection, order_id)
        return None

    def release(self, order_id: int, bench: str) -> None:
        """Let it wait again, unless it is no longer this bench's."""
        self._connection.execute(_RELEASE, {"order_id": order_id, "of_bench": bench})
        heed(self._connection, order_id)

    def hold(self, order_id: int, bench: str, reason: str, by: str) -> None:
        here = {"order_id": order_id, "of_bench": bench}
        self._connection.execute(_HOLD, here | {"why": reason, "by": by})
        heed(self._connection, order_id)

    def let_go(self, order_id: int) -> None:
        """Let a held order wait again."""
        self._connection.execute(_LET_GO, {"order_id": order_id})

    def put_aside(self, order_id: int, bench: str, parked: Parked) -> None:
        """Let it wait with what is in its box."""
        here = {"order_id": order_id, "of_bench": bench}
        self._connection.execute(_PUT_ASIDE, here | {"box": write_parked(parked)})

    def tell_opener(self, order_id: int, opener: Opener | None) -> None:
        """Keep what somebody at a bench said of who opens it; None: nobody has said."""
        told = None if opener is None else opener.value
        self._connection.execute(_TELL_OPENER, {"order": order_id, "as_told": told})

    def pack(self, order_id: int, bench: str, revision: int) -> None:
        """Mark it packed. Raises StaleOrderError when the bench has this revision no longer."""
        done = self._connection.execute(
            _PACKED, {"order_id": order_id, "of_bench": bench, "seen_revision": revision}
        )
        if done.rowcount != 1:
            raise StaleOrderError(order_id)
        forget(self._connection, order_id)
        renew_order(self._connection, order_id)

    def number(self, order_id: int) -> str | None:
        """None when there is no such order."""
        return self._connection.execute(_NUMBER, {"order_id": order_id}).scalar()

    def state(self, order_id: int) -> str:
        """One of packstation.store.rows.ORDER_STATES."""
        return self._connection.execute(_STATE, {"order_id": order_id}).scalar_one()

    def snapshot(self, order_id: int) -> tuple[Order, int | None]:
        """The order as it is now, and its customer's id."""
        return take_snapshot(self._connection, order_id)

    def _claim(
        self, statement: Update, order_id: int, bench: str, packer: str, now: datetime
    ) -> bool:
        done = self._connection.execute(
            statement,
            {
                "order_id": order_id,
                "to_bench": bench,
                "to_packer": packer,
                "now": now,
                "until": now + LEASE,
            },
        )
        return done.rowcount == 1


def _standing(row: Fetched) -> Standing:
    match row.state:
        case "claimed":
            return AtOtherBench(row.bench or "", row.packer_name, row.claimed_at)
        case "held":
            return OnHold(row.hold_reason, row.held_by)
        case "cancelled":
            return WasCancelled()
        case "shipped":
            return WasSent()
        case _:
            return NothingToPack()
