"""Brings gathered orders into the shop unseen, and shows them all once everything is in.

           write, in turns              decide             publish, in turns
  nothing ----------------> arriving -----------> decided -----------------> open, shipped …
     ^                         |                     |
     +---- swept, if killed ---+                     +-- gone on with, if killed --> …

An order that is here already and has changed arrives beside the old one, as an order of the
source CHANGE whose outside id is the old one's id; publishing puts it in the old one's place.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from packstation.domain.intake import LISTED, LeftAlone, OrderTally
from packstation.store.engine import reading
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_people import Buyer, Buyers, Goods, SearchWords
from packstation.store.intake_publish import CHANGE, show, take_over
from packstation.store.intake_scratch import Scratch
from packstation.store.intake_turns import Ahead, Into, Turns
from packstation.store.intake_wire import ORDER_COLUMNS, Terms, order_row
from packstation.store.rows import ImportRow, LineRow, OrderRow
from packstation.store.search_words import SearchWord, of_order

_ASKED: Final = 500
_CHANGEABLE: Final = ("open", "held")
_KNOWN = select(OrderRow.id, OrderRow.outside_id, OrderRow.content_hash, OrderRow.state).where(
    OrderRow.source == bindparam("source"),
    OrderRow.outside_id.in_(bindparam("numbers", expanding=True)),
)
_LINE_COLUMNS: Final = ("order_id", "position", "product_id", "quantity", "price_cents", "note")


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    digest: str
    state: str


@dataclass(frozen=True, slots=True)
class _Arriving:
    """An order to be written: a new one, or the new text of the order ``replaces``."""

    order: GatheredOrder
    state: str
    replaces: int | None = None


class Arrivals:
    """One file's orders on their way in."""

    def __init__(self, turns: Turns, scratch: Scratch, terms: Terms) -> None:
        self._turns = turns
        self._terms = terms
        self._import_id: int | None = None
        self._reading: Engine = reading(turns.engine)
        table = OrderRow.metadata.tables
        self._orders = Into(turns.engine, table["orders"], ORDER_COLUMNS)
        self._lines = Into(turns.engine, table[LineRow.__tablename__], _LINE_COLUMNS)
        self.goods = Goods(turns, scratch)
        self.buyers = Buyers(turns, terms)
        self._words = SearchWords(turns)
        self._counts: Counter[str] = Counter()
        self.repeats = 0
        self.left_alone: list[LeftAlone] = []

    @property
    def tally(self) -> OrderTally:
        return OrderTally(**self._counts)

    def write(self, orders: Iterator[GatheredOrder], progress: Callable[[int], None]) -> None:
        """Write what is new or changed, unseen; ``progress`` hears of lines done."""
        ahead = Ahead(orders, lambda order: 2 + order.rows)
        self._turns.meanwhile = ahead.fetch
        while some := ahead.batch():
            arriving = [it for it in self._sorted(some) if it is not None]
            if arriving:
                self._write(arriving)
            progress(sum(order.rows for order in some))

    def decide(self, summary: dict[str, Any]) -> None:
        """From here on the file is in, even if the power fails in the next instant."""
        if self._import_id is not None:
            self._turns.decide()
            self._turns.take(lambda it: self._note(it, {"decided": True, **summary}, None), 1)

    def publish(self, progress: Callable[[float], None]) -> None:
        """Let the benches see what was written. Cannot be cancelled."""
        if self._import_id is not None:
            show(self._turns, self._import_id, progress)
            refused = take_over(self._turns, self._import_id)
            for number, state in refused:
                self._leave(number, state)
            self._counts["changed"] -= len(refused)

    def finish(self, summary: dict[str, Any], now: datetime) -> None:
        if self._import_id is not None:
            self._turns.take(lambda it: self._note(it, summary, now), 1)

    def _note(
        self, connection: Connection, summary: dict[str, Any], at: datetime | None
    ) -> None:
        connection.execute(
            update(ImportRow)
            .where(ImportRow.id == self._import_id)
            .values(summary=summary, published_at=at)
        )

    def _sorted(self, some: list[GatheredOrder]) -> Iterator[_Arriving | None]:
        known = self._known(some)
        for order in some:
            self.repeats += order.repeats
            yield self._sort(order, known.get(order.number))

    def _known(self, some: list[GatheredOrder]) -> dict[str, _Known]:
        known: dict[str, _Known] = {}
        with self._reading.connect() as connection:
            for start in range(0, len(some), _ASKED):
                numbers = [order.number for order in some[start : start + _ASKED]]
                given = {"source": self._terms.source, "numbers": numbers}
                rows = connection.execute(_KNOWN, given)
                known |= {row[1]: _Known(row[0], row[2], row[3]) for row in rows}
        return known

    def _sort(self, order: GatheredOrder, known: _Known | None) -> _Arriving | None:
        if known is None and order.state == "cancelled":
            return None  # cancelled before we ever heard of it: its lines are counted as such
        count = self._counts
        count["guests"] += not order.customer
        if known is None:
            state = self._terms.state_of(order)
            count["new"] += 1
            count["history" if state == "shipped" else "work"] += 1
            return _Arriving(order, state)
        if known.digest == order.digest:
            count["unchanged"] += 1
            return None
        if known.state not in _CHANGEABLE:
            self._leave(order.number, known.state)
            return None
        count["changed"] += 1
        return _Arriving(order, order.state or known.state, known.id)

    def _leave(self, number: str, state: str) -> None:
        self._counts["left_alone"] += 1
        if len(self.left_alone) < LISTED:
            self.left_alone.append(LeftAlone(number, state))

    def _write(self, arriving: list[_Arriving]) -> None:
        if self._import_id is None:
            self._import_id = self._turns.take(self._begin, 1)
        orders = [it.order for it in arriving]
        products = self.goods.ids(orders, self._import_id)
        buyers = self.buyers.known(orders, self._import_id)
        words: list[SearchWord] = []
        lines: list[tuple[Any, ...]] = []
        start = 0
        while start < len(arriving):
            part = arriving[start : start + self._turns.room]
            ids = self._write_orders(part, buyers)
            start += len(part)
            lines += [
                (order_id, position, products[sku], quantity, cents, note)
                for order_id, it in zip(ids, part, strict=True)
                for position, (sku, quantity, cents, note) in enumerate(it.order.lines)
            ]
            words += _words(zip(ids, part, strict=True), buyers)
        # One product's lines together: each turn then touches few pages of that index.
        lines.sort(key=itemgetter(2))
        self._turns.each(lines, self._lines.write)
        self._words.write(words)

    def _write_orders(self, part: list[_Arriving], buyers: dict[str, Buyer]) -> range:
        """The new orders' ids. An order carries its id in its code, so we choose the ids."""
        while True:
            with self._reading.connect() as connection:
                first = 1 + (connection.execute(_LAST).scalar() or 0)
            rows = [
                self._row(it, order_id, buyers) for order_id, it in enumerate(part, start=first)
            ]
            if self._turns.take(lambda it, f=first, r=rows: self._insert(it, f, r), len(rows)):  # type: ignore[misc] # bound at once
                return range(first, first + len(part))

    def _insert(self, connection: Connection, first: int, rows: list[tuple[Any, ...]]) -> bool:
        """False, and nothing written, when somebody else has taken the ids meanwhile."""
        if 1 + (connection.execute(_LAST).scalar() or 0) != first:
            return False
        self._orders.write(connection, rows)
        return True

    def _row(
        self, arriving: _Arriving, order_id: int, buyers: dict[str, Buyer]
    ) -> tuple[Any, ...]:
        order = arriving.order
        key = (self._terms.source, order.number)
        if arriving.replaces is not None:
            key = (CHANGE, str(arriving.replaces))
        buyer = buyers.get(order.customer)
        end = (None if buyer is None else buyer.id, self._import_id, arriving.state)
        return order_row(order, self._terms, order_id, (*key, *end))

    def _begin(self, connection: Connection) -> int:
        begun = insert(ImportRow).values(
            source=self._terms.source,
            file_name=self._terms.file_name,
            started_at=self._terms.now,
            summary={},
        )
        found: int = connection.execute(begun.returning(ImportRow.id)).scalar_one()
        return found


def _words(
    written: Iterable[tuple[int, _Arriving]], buyers: dict[str, Buyer]
) -> Iterator[SearchWord]:
    for order_id, it in written:
        # A changed order gets its words when it takes the place of its older text.
        if it.replaces is None:
            order, buyer = it.order, buyers.get(it.order.customer)
            names = "" if buyer is None else buyer.names
            yield from of_order(order_id, it.state, order.names, order.address, names)


_LAST = select(func.max(OrderRow.id))
