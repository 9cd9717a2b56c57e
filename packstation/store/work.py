"""Reading and writing, one short transaction at a time."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from packstation.domain.packing import Entry, HeldBack, Kept, PutAside, Released, Voided
from packstation.store.customers import Customers
from packstation.store.journal import Journal
from packstation.store.orders import Orders
from packstation.store.packings import Packings
from packstation.store.people import People
from packstation.store.print_jobs import PrintJobs
from packstation.store.products import Products
from packstation.store.queue import Queue
from packstation.store.search import Searches
from packstation.store.settings import Settings
from packstation.store.wanting import Wanting


class Work:
    """One unit of work at one bench. What is not committed did not happen."""

    def __init__(self, engine: Engine, bench: str) -> None:
        self._connection = engine.connect()
        try:
            self._transaction = self._connection.begin()
        except BaseException:
            self._connection.close()  # whoever could not begin must not keep a place
            raise
        self._bench = bench
        self.journal = Journal(self._connection, bench)
        self.orders = Orders(self._connection)
        self.wanting = Wanting(self._connection)
        self.queue = Queue(self._connection)
        self.searches = Searches(self._connection)
        self.customers = Customers(self._connection)
        self.products = Products(self._connection)
        self.packings = Packings(self._connection)
        self.people = People(self._connection)
        self.settings = Settings(self._connection)
        self.print_jobs = PrintJobs(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            # A commit that failed may leave the driver inside its transaction: start afresh.
            self._connection.invalidate()
        self._connection.close()  # rolls back whatever was not committed

    def write(self, entry: Entry) -> None:
        """Write what a step says must be written."""
        match entry:
            case Kept(record):
                core = record.core
                self.orders.pack(core.order_id, self._bench, core.revision)
                self.packings.add(record)
            case Released(order_id):
                self.orders.release(order_id, self._bench)
            case HeldBack(order_id, reason, by):
                self.orders.hold(order_id, self._bench, reason, by)
            case PutAside(order_id, parked):
                self.orders.put_aside(order_id, self._bench, parked)
            case Voided(slip_number, reason, at):
                self.packings.void(slip_number, reason, at)

    def commit(self) -> None:
        try:
            self._transaction.commit()
        except BaseException:
            # It may still be inside its transaction, and nobody should have to wait for that.
            self._connection.invalidate()
            raise
