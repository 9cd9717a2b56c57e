"""Where the bench meets Qt: scans in, steps out, the screen never waits.

Five lanes, each a thread of its own: scans, in the order they were read; the desk, which
looks things up for the screens; the outbox, which prints; the safe, which copies the shop; the
office, which does what the owner asks for. A slow database makes the screen late but never
makes it stutter, and neither a slow printer nor a large file holds up anybody's scan.
"""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from packstation.domain.bench import Packing
from packstation.domain.note_cards import LayTable, PrintSheet, Table, TableWish, TellCard
from packstation.domain.office import CameToNothing
from packstation.domain.outcomes import CameOut, CopyPrints, PrintsAgain, Sealed, WasWritten
from packstation.domain.scans import Command, Scan, Wish
from packstation.domain.shop import Packer
from packstation.ui.parts import Parts
from packstation.ui.rest import wait_for

_TURN: Final = 0.0005
"""Seconds a lane may think on while the window waits for its turn.

Python's own 5 ms are waited for several times in one painting: that is a stutter.
"""


Progress = Callable[[float], None]


class Bridge(QObject):
    """Runs the bench beside Qt's thread and brings each answer home to it."""

    opened = Signal(object)  # Parts
    resumed = Signal(object)  # a Bench
    stepped = Signal(object)  # a Step
    people = Signal(object)  # Packers
    overview = Signal(object)  # an Overview
    searched = Signal(object)  # a Search
    tabled = Signal(object)  # TableNews
    drafts = Signal(object)  # a NoteSheet
    explained = Signal(object)  # an Explained
    offered = Signal(object)  # an Offered
    parcel = Signal(object)
    printing = Signal(object)  # a Printing
    told = Signal(object)  # what an errand of the office came to, value by value
    progress = Signal(float)
    failed = Signal(object)  # an Exception

    # The only signal that crosses threads, and the only slot it has is ours: whoever listens
    # to the others may come and go, and is never called after it has gone.
    _brought = Signal(object)

    def __init__(
        self, load: Callable[[Progress], Parts], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._parts: Parts | None = None
        self._expected: Callable[[Scan], Wish | None] | None = None
        self._table: Table | None = None
        self._brought.connect(self._hand_out)
        sys.setswitchinterval(_TURN)
        self._scans, self._desk, self._outbox, self._safe, self._office = (
            ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
            for lane in ("scans", "desk", "outbox", "safe", "office")
        )

    def open(self) -> None:
        """Load what is heavy, beside the window that is already painted."""
        self._run(self._scans, self._open)

    def receive(self, given: Scan) -> None:
        """Take a scan; one that comes before the bench is open waits its turn."""
        wish = None if self._expected is None else self._expected(given)
        if wish is not None:
            self._expected = None
        meant = given if wish is None else Command(wish, given.at, given.op)
        self._run(self._scans, lambda: self._step(meant))

    @Slot(object)
    def expect(self, wish_of: Callable[[Scan], Wish | None] | None) -> None:
        """The next scan that is a wish by ``wish_of``, whichever scanner it comes from.

        It answers a question; one that is none (None) is a scan like any other.
        """
        self._expected = wish_of

    def wish(self, wish: Wish) -> None:
        self._run(self._scans, lambda: self._step(Command(wish, datetime.now(UTC))))

    def follow_up(self) -> None:
        """Let the bench do what it does by itself, after the last step has been shown."""
        self._run(self._scans, self._follow_up)

    def look(self, packer: Packer) -> None:
        """Ask what waits, for the free screen."""
        self._answer(self.overview, lambda it: it.overview(datetime.now(UTC), packer.id))

    @Slot(str)
    def search(self, text: str) -> None:
        """Find orders by anything on paper; see Search."""
        self._answer(self.searched, lambda it: it.search(text))

    @Slot(int, int)
    def draft(self, order_id: int, another: int) -> None:
        """Ask for the drafts of the note that goes with the order on the bench."""
        self._answer(self.drafts, lambda it: it.drafts(order_id, another, datetime.now(UTC)))

    @Slot(int)
    def explain(self, order_id: int) -> None:
        """Ask for the grounds of an order's plan."""
        self._answer(self.explained, lambda it: it.why(order_id))

    @Slot(int)
    def look_at_parcel(self, order_id: int) -> None:
        self._answer(self.parcel, lambda it: it.parcel(order_id))

    @Slot(object)
    def offer(self, bench: Packing) -> None:
        """Ask what whoever packs may add that no rule suggested."""
        self._answer(self.offered, lambda it: it.offered(bench, datetime.now(UTC)))

    @Slot(object)
    def at_table(self, wish: TableWish) -> None:
        """Whoever sits at the note table wants something."""
        match wish:
            case LayTable(packer):
                self._run(self._desk, lambda: self._lay(packer))
            case TellCard() as told:
                self._answer(self.tabled, lambda it: it.tell_card(told, datetime.now(UTC)))
            case PrintSheet(table):
                self._run(self._outbox, lambda: self._print_notes(table))

    @Slot(object, object)
    def run_errand(self, errand: object, asked_by: Packer | None) -> None:
        """Do what the owner asks for; each value it comes to is told."""
        self._run(self._office, lambda: self._do(errand, asked_by))

    def stop_errand(self) -> None:
        """Give up the errand that is being done."""
        if (parts := self._parts) is not None:  # reopening may take them away meanwhile
            parts.stop_errand()

    def retry_printing(self) -> None:
        self._run(self._outbox, self._retry)

    def keep_safe(self) -> None:
        """Copy the shop, if it is time to."""
        self._run(self._safe, self._keep)

    def reopen(self) -> None:
        """Go on with the shop as it is by now: its owner may have changed it."""
        # A file may still be coming in for minutes: until then scans go on as before.
        self._run(self._office, lambda: wait_for(self._scans, self._reopen))

    def close(self) -> None:
        """Finish what has come in, then stop; a copy that is not whole yet is given up."""
        self._scans.shutdown(wait=True)
        if self._parts is not None:
            self._parts.stop_keeping()
            self._parts.stop_errand()
        self._office.shutdown(wait=True, cancel_futures=True)  # no file begins to come in now
        for lane in (self._desk, self._outbox, self._safe):
            lane.shutdown(wait=True)
        if self._parts is not None:
            self._parts.close()

    def _run(self, lane: ThreadPoolExecutor, job: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the window is closed: nobody wants it any more
            lane.submit(job).add_done_callback(self._tell)

    def _bring(self, signal: SignalInstance, value: object) -> None:
        """Have ``signal`` emitted on Qt's thread."""
        self._brought.emit(partial(signal.emit, value))

    @Slot(object)
    def _hand_out(self, emit: Callable[[], None]) -> None:
        emit()

    def _tell(self, done: Future[None]) -> None:
        error = None if done.cancelled() else done.exception()
        if error is not None:
            self._bring(self.failed, error)

    def _open(self) -> None:
        parts = self._load(partial(self._bring, self.progress))
        self._parts = parts
        self._bring(self.opened, parts)
        self._bring(self.people, parts.people())
        # All that is loaded by now stays. Looking through it for garbage, which Python does now
        # and then, takes 80 ms in which the window stands still. Only once: what a second bench
        # or another opening leaves behind has to go.
        if not gc.get_freeze_count():
            gc.freeze()
        self._bring(self.resumed, parts.resume(datetime.now(UTC)))
        self._run(self._outbox, self._print)
        self._run(self._desk, parts.read_phrases)

    def _reopen(self) -> None:
        if (old := self._parts) is None:
            return
        old.stop_keeping()
        old.give_up_seat()
        try:
            self._open()
        finally:
            if self._parts is old:
                self._parts = None
            self._retire(old)

    def _retire(self, parts: Parts) -> None:
        """Close it once no lane is busy with it any more; no scan waits for that."""
        outbox, safe = self._outbox, self._safe
        self._run(self._desk, lambda: self._run(outbox, lambda: self._run(safe, parts.close)))

    def _step(self, given: Scan | Command) -> None:
        if self._parts is None:
            self._open()  # what kept it closed may be mended by now; if not, that is said again
        if self._parts is None:
            return
        step = self._parts.receive(given)
        if step is None:
            return
        self._bring(self.stepped, step)
        if isinstance(step.outcome, Sealed | CopyPrints | PrintsAgain | CameOut | WasWritten):
            self._run(self._outbox, self._print)

    def _follow_up(self) -> None:
        if self._parts is None:
            return
        step = self._parts.follow_up(datetime.now(UTC))
        if step is not None:
            self._bring(self.stepped, step)
        if step is not None and isinstance(step.outcome, Sealed):
            self._run(self._outbox, self._print)  # the plan was all that it waited for
        else:
            self._run(self._outbox, self._parts.warm)  # an order is open: a slip will be wanted

    def _answer(self, signal: SignalInstance, find: Callable[[Parts], object | None]) -> None:
        """Look it up at the desk; None is no answer."""
        self._run(self._desk, lambda: self._look_up(signal, find))

    def _look_up(self, signal: SignalInstance, find: Callable[[Parts], object | None]) -> None:
        # Read once: the office may be left meanwhile, and the parts be others then.
        found = None if (parts := self._parts) is None else find(parts)
        if found is not None:
            self._bring(signal, found)

    def _lay(self, packer: Packer) -> None:
        if (parts := self._parts) is not None:
            self._laid(parts.lay_table(packer, datetime.now(UTC)))

    def _laid(self, table: Table) -> None:
        """Show what lies there; the rest has its turn after whoever has asked meanwhile."""
        self._table = table
        self._bring(self.tabled, table)
        if table.rest:
            self._run(self._desk, lambda: self._lay_more(table))

    def _lay_more(self, table: Table) -> None:
        if self._table is table and (parts := self._parts) is not None:  # not asked anew
            self._laid(parts.lay_more(table, datetime.now(UTC)))

    def _print_notes(self, table: Table) -> None:
        self._look_up(self.tabled, lambda it: it.print_notes(table, datetime.now(UTC)))

    def _do(self, errand: object, asked_by: Packer | None) -> None:
        if self._parts is None:
            return
        try:
            for news in self._parts.run_errand(errand, asked_by, datetime.now(UTC)):
                self._bring(self.told, news)
        except Exception:
            self._bring(self.told, CameToNothing(errand))  # whoever waits for it may go on
            raise

    def _print(self) -> None:
        more = True
        while more and (parts := self._parts) is not None:
            self._bring(self.printing, parts.printing())
            more = parts.print_next(datetime.now(UTC))

    def _retry(self) -> None:
        if (parts := self._parts) is not None:
            parts.retry_printing(datetime.now(UTC))
            self._print()

    def _keep(self) -> None:
        if (parts := self._parts) is not None:
            parts.keep_safe(datetime.now(UTC))
