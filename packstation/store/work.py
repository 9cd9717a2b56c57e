"""Reading and writing, one short transaction at a time."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from packstation.domain.customers import CustomerCard
from packstation.domain.entries import (
    CodeKept,
    CopyAsked,
    Entry,
    HeldBack,
    Kept,
    NoteTakenBack,
    NoteWritten,
    OpenerKept,
    PaperAsked,
    PaperSeen,
    PhraseKept,
    PutAside,
    Released,
    Voided,
)
from packstation.domain.orders import Order
from packstation.domain.scene import Scene
from packstation.domain.touches import TouchKind
from packstation.store.backgrounds import Backgrounds
from packstation.store.customers import Customers
from packstation.store.decisions import Decisions
from packstation.store.journal import Journal
from packstation.store.note_cards import NoteCards
from packstation.store.notes import Notes
from packstation.store.orders import Orders
from packstation.store.packings import Packings
from packstation.store.people import People
from packstation.store.picking import Picking
from packstation.store.print_jobs import PrintJobs
from packstation.store.products import Products
from packstation.store.queue import Queue
from packstation.store.rhythm import Rhythm
from packstation.store.search import Searches
from packstation.store.settings import Settings
from packstation.store.surprises import Surprises
from packstation.store.wanting import Wanting

_Part = TypeVar("_Part")


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
        self.backgrounds = Backgrounds(self._connection)
        self.products = Products(self._connection)
        self.packings = Packings(self._connection)
        self.people = People(self._connection)
        self.picking = Picking(self._connection, bench)
        self.settings = Settings(self._connection)
        self.rhythm = Rhythm(self._connection)
        self.print_jobs = PrintJobs(self._connection, bench)
        self.notes = Notes(self._connection)
        self.note_cards = NoteCards(self._connection)
        self.decisions = Decisions(self._connection)
        self.surprises = Surprises(self._connection)

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

    def of(self, part: Callable[[Connection], _Part]) -> _Part:
        """What only the office asks for: it loads with whoever does, not with each bench."""
        return part(self._connection)

    def scene(self, order: Order, card: CustomerCard | None, now: datetime) -> Scene:
        """All that rules and notes may know of ``order``; ``now`` is in the shop's own zone."""
        at = order.placed_at.astimezone(now.tzinfo)
        behind = self.backgrounds.of(order, card, at)
        return Scene(order=order, card=card, now=now, background=behind)

    def write(self, entry: Entry) -> None:
        """Write what a step says must be written."""
        match entry:
            case Kept(record):
                core = record.core
                self.orders.pack(core.order_id, self._bench, core.revision)
                self.packings.add(record)
                if not any(touch.kind is TouchKind.NOTE for touch in core.touches):
                    self.notes.take_back(core.order_id)  # nobody reads what is not in the box
            case Released(order_id):
                self.orders.release(order_id, self._bench)
            case HeldBack(order_id, reason, by):
                self.orders.hold(order_id, self._bench, reason, by)
            case PutAside(order_id, parked):
                self.orders.put_aside(order_id, self._bench, parked)
            case Voided(slip_number, reason, at):
                self.packings.void(slip_number, reason, at)
            case CopyAsked():
                self.print_jobs.copy(entry)
            case PaperAsked(job, at):
                self.print_jobs.ask(job, at)
            case PaperSeen(job, by, at):
                self.print_jobs.see(job, by, at)
            case NoteWritten(note):
                self.notes.write(note)
            case NoteTakenBack(order_id):
                self.notes.take_back(order_id)
            case OpenerKept(order_id, opener):
                self.orders.tell_opener(order_id, opener)
            case CodeKept():
                self.products.learn(entry)
            case PhraseKept(phrase):
                self.notes.keep_own(phrase)

    def commit(self) -> None:
        try:
            self._transaction.commit()
        except BaseException:
            # It may still be inside its transaction, and nobody should have to wait for that.
            self._connection.invalidate()
            raise
