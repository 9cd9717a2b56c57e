"""The last step of an import, and the clearing up after one that was killed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Executable,
    bindparam,
    delete,
    func,
    null,
    select,
    update,
)

from packstation.store.engine import reading
from packstation.store.intake_turns import Turns
from packstation.store.rows import (
    CUSTOMER,
    GONE,
    PRODUCT,
    WAITING,
    CustomerRow,
    ImportRow,
    IncidentRow,
    LineRow,
    OrderRow,
    PreferenceRow,
    ProductCodeRow,
    ProductRow,
    SearchWordRow,
)
from packstation.store.shop_news import arrive

CHANGE: Final = "~change"
"""The source of an order that arrives to take the place of an older text of itself."""

_SPAN = select(func.min(OrderRow.id), func.max(OrderRow.id)).where(
    OrderRow.import_id == bindparam("import_id"), OrderRow.state == "arriving"
)
_SHOW = (
    update(OrderRow)
    .where(
        OrderRow.id.between(bindparam("low"), bindparam("high")),
        OrderRow.import_id == bindparam("of_import"),
        OrderRow.state == "arriving",
        OrderRow.source != CHANGE,
    )
    .values(state=OrderRow.arrives_as, arrives_as=null())
)
_CHANGES = (
    select(OrderRow.id, OrderRow.outside_id, OrderRow.number, OrderRow.arrives_as)
    .where(OrderRow.import_id == bindparam("import_id"), OrderRow.source == CHANGE)
    .order_by(OrderRow.id)
    .limit(bindparam("room"))
)
_PUBLISHED = (
    update(ImportRow)
    .where(ImportRow.id == bindparam("done"))
    .values(published_at=bindparam("at"))
)
_STATE = select(OrderRow.state).where(OrderRow.id == bindparam("order_id"))


def show(turns: Turns, import_id: int, progress: Callable[[float], None]) -> None:
    """Every new order of the import gets the state it came for."""
    with reading(turns.engine).connect() as connection:
        span = connection.execute(_SPAN, {"import_id": import_id}).one()
    first, last = (int(end or -1) for end in span)  # -1: none arrives, -1 to -2 is empty
    low, last = first, last if last > 0 else -2
    while low <= last:
        window = {"low": low, "high": low + turns.room - 1, "of_import": import_id}
        low += turns.room
        turns.take(partial(_execute, _SHOW, window), turns.room)
        progress(min(1.0, (low - first) / (last - first + 1)))


def _execute(statement: Executable, given: dict[str, Any], connection: Connection) -> None:
    connection.execute(statement, given)


def take_over(turns: Turns, import_id: int) -> list[tuple[str, str]]:
    """Changed orders replace their older text; (number, state) of those that stay."""
    left: list[tuple[str, str]] = []
    while True:
        room = max(1, turns.room // 20)  # each is some twenty small writes
        wanted = {"import_id": import_id, "room": room}
        done = turns.take(partial(_take_some, wanted, left), turns.room)
        if done < room:
            return left


def _take_some(
    wanted: dict[str, int], left: list[tuple[str, str]], connection: Connection
) -> int:
    changes = connection.execute(_CHANGES, wanted).all()
    for new, outside_id, number, arrives_as in changes:
        old, becomes = int(outside_id), arrives_as or "open"
        if not arrive(connection, old, new, becomes):
            left.append((number, str(connection.execute(_STATE, {"order_id": old}).scalar())))
    return len(changes)


def clear_up(turns: Turns) -> None:
    """Finish what a killed import had decided, and take away what another had only begun."""
    unfinished = select(ImportRow.id, ImportRow.summary, ImportRow.started_at).where(
        ImportRow.published_at.is_(None)
    )
    with reading(turns.engine).connect() as connection:
        found = connection.execute(unfinished).all()
    for import_id, summary, started_at in found:
        if "decided" in summary:
            show(turns, import_id, lambda _: None)
            take_over(turns, import_id)
            turns.take(partial(_execute, _PUBLISHED, {"done": import_id, "at": started_at}), 1)
        else:
            _sweep(turns, import_id)


def _sweep(turns: Turns, import_id: int) -> None:
    turns.each(_ids(turns, OrderRow, import_id), _drop_orders)
    turns.each(_ids(turns, ProductRow, import_id), _drop_products)
    turns.each(_ids(turns, CustomerRow, import_id), _drop_customers)
    turns.take(lambda it: _drop_import(it, import_id), 1)


def _ids(
    turns: Turns, row: type[OrderRow | ProductRow | CustomerRow], import_id: int
) -> Sequence[int]:
    with reading(turns.engine).connect() as connection:
        return (
            connection.execute(select(row.id).where(row.import_id == import_id)).scalars().all()
        )


def _drop_orders(connection: Connection, ids: Sequence[int]) -> None:
    arriving = select(OrderRow.id).where(OrderRow.id.in_(ids), OrderRow.state == "arriving")
    gone = connection.execute(arriving).scalars().all()
    _drop_words(connection, (WAITING, GONE), gone)
    connection.execute(delete(LineRow).where(LineRow.order_id.in_(arriving)))
    connection.execute(
        delete(OrderRow).where(OrderRow.id.in_(ids), OrderRow.state == "arriving")
    )


def _drop_products(connection: Connection, ids: Sequence[int]) -> None:
    unused = select(ProductRow.id).where(
        ProductRow.id.in_(ids),
        ~select(LineRow.id).where(LineRow.product_id == ProductRow.id).exists(),
    )
    gone = connection.execute(unused).scalars().all()
    connection.execute(delete(ProductCodeRow).where(ProductCodeRow.product_id.in_(gone)))
    connection.execute(delete(ProductRow).where(ProductRow.id.in_(gone)))
    _drop_words(connection, (PRODUCT,), gone)


def _drop_customers(connection: Connection, ids: Sequence[int]) -> None:
    tied = [
        select(it.id).where(it.customer_id == CustomerRow.id).exists()
        for it in (OrderRow, PreferenceRow, IncidentRow)
    ]
    unused = select(CustomerRow.id).where(CustomerRow.id.in_(ids), *(~it for it in tied))
    gone = connection.execute(unused).scalars().all()
    connection.execute(delete(CustomerRow).where(CustomerRow.id.in_(gone)))
    _drop_words(connection, (CUSTOMER,), gone)


def _drop_words(connection: Connection, kinds: tuple[str, ...], things: Sequence[int]) -> None:
    led = (SearchWordRow.kind.in_(kinds), SearchWordRow.thing_id.in_(things))
    connection.execute(delete(SearchWordRow).where(*led))


def _drop_import(connection: Connection, import_id: int) -> None:
    for row in (ProductRow, CustomerRow):
        connection.execute(
            update(row).where(row.import_id == import_id).values(import_id=null())
        )
    connection.execute(delete(ImportRow).where(ImportRow.id == import_id))
