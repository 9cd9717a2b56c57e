"""What the shop says of an order that is in somebody's hands waits beside it until it may hold.

It lies there as it arrived: an order of the source NEWS, whose outside id is the order's own
id and which no bench sees. The order's ``arrives_as`` says that it does, and what comes of it.
"""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Final

from sqlalchemy import (
    Connection,
    String,
    bindparam,
    case,
    cast,
    delete,
    null,
    or_,
    select,
    update,
)

from packstation.domain.noticed import Difference, News, Part
from packstation.domain.shop_news import differences
from packstation.store.base import Fetched
from packstation.store.rows import LineRow, OrderRow
from packstation.store.search_words import renew_order
from packstation.store.snapshots import take_snapshot

NEWS: Final = "~news"

_new = OrderRow.__table__.alias("new")
_TAKEN: Final = (
    "content_hash", "customer_id", "customer_name", "recipient", "opener", "address",
    "language", "country", "channel", "carrier", "placed_at", "leaves_at", "flags", "message",
    "gift_message", "total_cents", "currency", "pieces", "told",
)  # fmt: skip
_HERE = (
    OrderRow.id == bindparam("old"),
    _new.c.id == bindparam("with_new"),
    _new.c.outside_id == cast(OrderRow.id, String),
)
_BECOMES = {
    "state": bindparam("becomes"),
    "revision": OrderRow.revision + 1,
    "arrives_as": null(),
}
_goes_on = bindparam("becomes") != "held"
# A person's reason stays: the file does not know it.
_HELD = {
    "hold_reason": case(
        (_goes_on, ""),
        (OrderRow.state == "held", OrderRow.hold_reason),
        else_=_new.c.hold_reason,
    ),
    "held_by": case((_goes_on, ""), else_=OrderRow.held_by),
}
# Somebody may have put it on hold since it was looked at.
_MAY_GO_ON = or_(bindparam("becomes") != "open", OrderRow.held_by == "")
_REPLACE = (
    update(OrderRow)
    .where(*_HERE, OrderRow.state.in_(("open", "held")), _MAY_GO_ON)
    .values({name: _new.c[name] for name in _TAKEN} | _BECOMES | _HELD)
)
# A cancelled order keeps its lines and its people: only its state and the digest are news.
# What is in the box of one that was put aside waits for whoever goes on with it; here nobody
# does.
_CANCEL = (
    update(OrderRow)
    .where(*_HERE, OrderRow.state.in_(("open", "held", "parked")))
    .values(content_hash=_new.c.content_hash, **_BECOMES)
)
_NO_LINES = delete(LineRow).where(LineRow.order_id == bindparam("of_order"))
_MOVE_LINES = (
    update(LineRow)
    .where(LineRow.order_id == bindparam("of_order"))
    .values(order_id=bindparam("to_order"))
)
_NO_ORDER = delete(OrderRow).where(OrderRow.id == bindparam("gone"))
_NEWS = select(OrderRow.id, OrderRow.arrives_as, OrderRow.content_hash).where(
    OrderRow.source == NEWS, OrderRow.outside_id == bindparam("of")
)
_STANDS = select(OrderRow.state, OrderRow.held_by, OrderRow.address).where(
    OrderRow.id == bindparam("order_id")
)
_HASH = select(OrderRow.content_hash).where(OrderRow.id == bindparam("with_new"))
_MARK = (
    update(OrderRow)
    .where(
        OrderRow.id == bindparam("old"),
        OrderRow.state.in_(("claimed", "parked")),
        # What the shop has taken back is no news.
        OrderRow.content_hash != _HASH.scalar_subquery(),
    )
    .values(arrives_as=bindparam("becomes"))
)
_NOTHING = update(OrderRow).where(OrderRow.id == bindparam("old")).values(arrives_as=null())
_WAIT = (
    update(OrderRow)
    .where(OrderRow.id == bindparam("with_new"))
    .values(source=NEWS, import_id=null())
)


def take_place(connection: Connection, old: int, new: int, becomes: str) -> bool:
    """Let the order ``new`` be what ``old`` is from now on; False while that cannot be."""
    statement = _CANCEL if becomes == "cancelled" else _REPLACE
    given = {"old": old, "with_new": new, "becomes": becomes}
    if connection.execute(statement, given).rowcount != 1:
        return False
    if becomes != "cancelled":
        connection.execute(_NO_LINES, {"of_order": old})
        connection.execute(_MOVE_LINES, {"of_order": new, "to_order": old})
    renew_order(connection, old)
    _drop(connection, new)
    return True


def arrive(connection: Connection, old: int, new: int, becomes: str) -> bool:
    """As ``take_place``; what cannot be yet waits for whoever has the order ``old`` in hand.

    They are told of the newest only. Of an order that is gone nothing waits.
    """
    forget(connection, old)
    if take_place(connection, old, new, becomes):
        return True
    given = {"old": old, "with_new": new, "becomes": becomes}
    if connection.execute(_MARK, given).rowcount == 1:
        connection.execute(_WAIT, {"with_new": new})
        return False
    # On PostgreSQL a bench may just have put it back.
    done = take_place(connection, old, new, becomes)
    if not done:
        _drop(connection, new)
    return done


def heed(connection: Connection, order_id: int) -> None:
    """Let what the shop has said hold, if nobody has the order in hand any more."""
    found = connection.execute(_NEWS, {"of": str(order_id)}).one_or_none()
    if found is None:
        return
    stands = connection.execute(_STANDS, {"order_id": order_id}).one()
    # What a person holds, only a person lets go on.
    becomes = "held" if found.arrives_as == "open" and stands.held_by else found.arrives_as
    take_place(connection, order_id, found.id, becomes)


def forget(connection: Connection, order_id: int) -> None:
    """Nobody will be told: it is past, or taken back."""
    found = connection.execute(_NEWS, {"of": str(order_id)}).one_or_none()
    if found is not None:
        # First the order: a bench that lets go of it holds that, and then drops its news.
        connection.execute(_NOTHING, {"old": order_id})
        _drop(connection, found.id)


def news_of(
    connection: Connection, order_id: int, zone: tzinfo, known: News | None = None
) -> News | None:
    """What waits to be told of the order; ``known`` itself when it is still that.

    Its times are those of ``zone``.
    """
    found = connection.execute(_NEWS, {"of": str(order_id)}).one_or_none()
    if found is None:
        return None
    # Not by its id, which is given anew once its row is gone.
    said = (found.content_hash, found.arrives_as)
    if known is not None and (known.digest, known.state) == said:
        return known
    told = tuple(_differences(connection, order_id, found, zone))
    return News(*said, told)


def _differences(
    connection: Connection, order_id: int, found: Fetched, zone: tzinfo
) -> Iterator[Difference]:
    new, becomes = found.id, found.arrives_as
    if becomes != "open":
        yield Difference(Part.STATE, "open", becomes)
    if becomes == "cancelled":  # then its lines and its people stay as they are
        return
    (before, _), (after, _) = (take_snapshot(connection, it) for it in (order_id, new))
    yield from differences(before, after, zone)
    was, now = (
        ", ".join(connection.execute(_STANDS, {"order_id": it}).one().address)
        for it in (order_id, new)
    )
    if was != now:
        yield Difference(Part.ADDRESS, was, now)


def _drop(connection: Connection, new: int) -> None:
    connection.execute(_NO_LINES, {"of_order": new})
    connection.execute(_NO_ORDER, {"gone": new})
