"""Brings gathered orders into the shop unseen, and shows them all once everything is in.

           write, in turns              decide             publish, in turns
  nothing ----------------> arriving -----------> decided -----------------> open, shipped …
     ^                         |                     |
     +---- swept, if killed ---+                     +-- gone on with, if killed --> …

An order that is here already and has changed arrives beside the old one, as an order of the
source CHANGE whose outside id is the old one's id; publishing puts it in the old one's place,
or lets it wait while somebody has that in hand: packstation.store.shop_news.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Engine, func, insert, select, update

from packstation.domain.intake import LISTED, AnotherShop, LeftAlone, OrderTally
from packstation.domain.noticed import Changed
from packstation.store.engine import reading
from packstation.store.intake_differences import changed
from packstation.store.intake_known import Known, known
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_people import Buyer, Buyers, Goods, SearchWords
from packstation.store.intake_publish import CHANGE, show, take_over
from packstation.store.intake_scratch import Scratch
from packstation.store.intake_turns import Ahead, Into, Turns
from packstation.store.intake_wire import ORDER_COLUMNS, Terms, order_row
from packstation.store.rows import ImportRow, LineRow, OrderRow
from packstation.store.search_words import SearchWord, of_order

_LINE_COLUMNS: Final = ("order_id", "position", "product_id", "quantity", "price_cents", "note")


class _Arriving(NamedTuple):
    """An order to be written: a new one, or the new text of the order ``replaces``."""

    order: GatheredOrder
    state: str
    replaces: int | None = None
    in_hand: str = ""
    """claimed or parked: then it probably waits beside that one until it may hold."""


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
        self.changed: list[Changed] = []
        """The first LISTED of them."""
        self.namesakes: list[str] = []
        """Orders of the file that are others here: only the number is the same."""
        self.older: list[str] = []
        """Orders that we know in a newer state."""

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
        self._refuse_another_shop()

    def weigh(
        self,
        orders: Iterator[GatheredOrder],
        met: Callable[[list[GatheredOrder]], None],
        progress: Callable[[int], None],
    ) -> None:
        """As ``write``, and nothing is written; ``met`` hears of what would have been."""
        ahead = Ahead(orders, lambda order: 2 + order.rows)
        while some := ahead.batch():
            arriving = [it for it in self._sorted(some) if it is not None]
            self._note_changes([it for it in arriving if not self._would_wait(it)])
            met([it.order for it in arriving])
            progress(sum(order.rows for order in some))
        self._refuse_another_shop()

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
            numbers = {number for number, _ in refused}
            self.changed = [it for it in self.changed if it.number not in numbers]

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
        here = known(self._reading, self._terms.source, some)
        for order in some:
            self.repeats += order.repeats
            yield self._sort(order, here.get(order.number))

    def _sort(self, order: GatheredOrder, here: Known | None) -> _Arriving | None:
        if here is None and order.state == "cancelled":
            return None  # cancelled before we ever heard of it: its lines are counted as such
        count = self._counts
        count["guests"] += not order.customer
        if here is None:
            state = self._terms.state_of(order)
            count["new"] += 1
            count["history" if state == "shipped" else "work"] += 1
            return _Arriving(order, state)
        if here.says_the_same(order):
            count["unchanged"] += 1
            return None
        if here.is_newer(order):
            count["unchanged"] += 1
            self.older.append(order.number)
            return None
        if here.is_another(order):
            self.namesakes.append(order.number)
        if here.is_another(order) or not (here.can_change or here.in_hand):
            self._leave(order.number, here.state)
            return None
        count["changed"] += 1
        in_hand = here.state if here.in_hand else ""
        return _Arriving(order, here.becomes(order), here.id, in_hand)

    def _would_wait(self, arriving: _Arriving) -> bool:
        """As publishing would find out; of what is put aside, only a cancellation holds."""
        in_hand = arriving.in_hand
        if not in_hand or (in_hand == "parked" and arriving.state == "cancelled"):
            return False
        self._counts["changed"] -= 1
        self._leave(arriving.order.number, in_hand)
        return True

    def _refuse_another_shop(self) -> None:
        """Raises AnotherShop when most numbers that we know are other orders here."""
        here = self.tally.unchanged + self.tally.changed + self.tally.left_alone
        if 2 * len(self.namesakes) > here:
            raise AnotherShop(self.namesakes[0], len(self.namesakes))

    def _note_changes(self, arriving: list[_Arriving]) -> None:
        """While the older text is still there to compare."""
        known_here = [it for it in arriving if it.replaces is not None]
        room = LISTED - len(self.changed)
        with self._reading.connect() as connection:
            for it in known_here[:room]:
                told = (it.order, it.state, self._terms)
                self.changed.append(changed(connection, it.replaces or 0, *told))

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
        self._note_changes(arriving)
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
            for order_id, it in zip(ids, part, strict=True):
                words += _words(order_id, it, buyers)
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


def _words(order_id: int, it: _Arriving, buyers: dict[str, Buyer]) -> list[SearchWord]:
    if it.replaces is not None:
        return []  # it gets its words when it takes the place of its older text
    buyer = buyers.get(it.order.customer)
    names = "" if buyer is None else buyer.names
    return of_order(order_id, it.state, it.order.names, it.order.address, names)


_LAST = select(func.max(OrderRow.id))
