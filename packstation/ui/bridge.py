"""Where the bench meets Qt: scans in, steps out, the screen never waits.

Four lanes, each a thread of its own: scans, in the order they were read; the desk, which
looks things up for the screens; the outbox, which prints; the safe, which copies the shop. A
slow database makes the screen late but never makes it stutter, and neither a slow printer nor
a large copy holds up anybody's scan.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from packstation.domain.bench import Bench
from packstation.domain.orders import Overview, Search
from packstation.domain.outcomes import Sealed
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.domain.scans import Command, Scan, Wish
from packstation.domain.shop import Packer, Shop


class Parts(Protocol):
    """What the window works with; packstation.assemble puts it together."""

    shop: Shop
    name: str

    def resume(self) -> Bench: ...
    def receive(self, given: Scan | Command) -> Step | None: ...
    def follow_up(self, now: datetime) -> Step | None: ...
    def people(self) -> tuple[Packer, ...]: ...
    def overview(self, now: datetime, packer_id: int) -> Overview: ...
    def search(self, text: str) -> Search: ...
    def printing(self) -> Printing: ...
    def warm(self) -> None: ...
    def print_next(self, now: datetime) -> bool: ...
    def retry_printing(self, now: datetime) -> int: ...
    def keep_safe(self, now: datetime) -> None: ...
    def stop_keeping(self) -> None: ...
    def close(self) -> None: ...


Progress = Callable[[float], None]


class Bridge(QObject):
    """Runs the bench beside Qt's thread and brings each answer home to it."""

    opened = Signal(object)  # Parts
    resumed = Signal(object)  # a Bench
    stepped = Signal(object)  # a Step
    people = Signal(object)  # Packers
    overview = Signal(object)  # an Overview
    searched = Signal(object)  # a Search
    printing = Signal(object)  # a Printing
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
        self._expected: Callable[[Scan], Wish] | None = None
        self._brought.connect(self._hand_out)
        self._scans, self._desk, self._outbox, self._safe = (
            ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
            for lane in ("scans", "desk", "outbox", "safe")
        )

    def open(self) -> None:
        """Load what is heavy, beside the window that is already painted."""
        self._run(self._scans, self._open)

    def receive(self, given: Scan) -> None:
        """Take a scan; one that comes before the bench is open waits its turn."""
        wish_of, self._expected = self._expected, None
        meant = given if wish_of is None else Command(wish_of(given), given.at, given.op)
        self._run(self._scans, lambda: self._step(meant))

    @Slot(object)
    def expect(self, wish_of: Callable[[Scan], Wish] | None) -> None:
        """The next scan, whichever scanner it comes from, is the answer to a question."""
        self._expected = wish_of

    def wish(self, wish: Wish) -> None:
        self._run(self._scans, lambda: self._step(Command(wish, datetime.now(UTC))))

    def follow_up(self) -> None:
        """Let the bench do what it does by itself, after the last step has been shown."""
        self._run(self._scans, self._follow_up)

    def look(self, packer: Packer) -> None:
        """Ask what waits, for the free screen."""
        self._run(self._desk, lambda: self._look(packer))

    @Slot(str)
    def search(self, text: str) -> None:
        """Find orders by anything on paper; see Search."""
        self._run(self._desk, lambda: self._search(text))

    def retry_printing(self) -> None:
        self._run(self._outbox, self._retry)

    def keep_safe(self) -> None:
        """Copy the shop, if it is time to."""
        self._run(self._safe, self._keep)

    def close(self) -> None:
        """Finish what has come in, then stop; a copy that is not whole yet is given up."""
        self._scans.shutdown(wait=True)
        if self._parts is not None:
            self._parts.stop_keeping()
        for lane in (self._desk, self._outbox, self._safe):
            lane.shutdown(wait=True)
        if self._parts is not None:
            self._parts.close()

    def _run(self, lane: ThreadPoolExecutor, job: Callable[[], None]) -> None:
        lane.submit(job).add_done_callback(self._tell)

    def _bring(self, signal: SignalInstance, value: object) -> None:
        """Have ``signal`` emitted on Qt's thread."""
        self._brought.emit(partial(signal.emit, value))

    @Slot(object)
    def _hand_out(self, emit: Callable[[], None]) -> None:
        emit()

    def _tell(self, done: Future[None]) -> None:
        error = done.exception()
        if error is not None:
            self._bring(self.failed, error)

    def _open(self) -> None:
        parts = self._load(partial(self._bring, self.progress))
        self._parts = parts
        self._bring(self.opened, parts)
        self._bring(self.people, parts.people())
        self._bring(self.resumed, parts.resume())
        self._run(self._outbox, self._print)
        self._run(self._safe, self._keep)

    def _step(self, given: Scan | Command) -> None:
        if self._parts is None:
            self._open()  # what kept it closed may be mended by now; if not, that is said again
        if self._parts is None:
            return
        step = self._parts.receive(given)
        if step is None:
            return
        self._bring(self.stepped, step)
        if isinstance(step.outcome, Sealed):
            self._run(self._outbox, self._print)

    def _follow_up(self) -> None:
        if self._parts is None:
            return
        step = self._parts.follow_up(datetime.now(UTC))
        if step is not None:
            self._bring(self.stepped, step)
        self._run(self._outbox, self._parts.warm)  # an order is open: a slip will be wanted

    def _look(self, packer: Packer) -> None:
        if self._parts is not None:
            self._bring(self.overview, self._parts.overview(datetime.now(UTC), packer.id))

    def _search(self, text: str) -> None:
        if self._parts is not None:
            self._bring(self.searched, self._parts.search(text))

    def _print(self) -> None:
        if self._parts is None:
            return
        self._bring(self.printing, self._parts.printing())
        while self._parts.print_next(datetime.now(UTC)):
            self._bring(self.printing, self._parts.printing())

    def _retry(self) -> None:
        if self._parts is not None:
            self._parts.retry_printing(datetime.now(UTC))
            self._print()

    def _keep(self) -> None:
        if self._parts is not None:
            self._parts.keep_safe(datetime.now(UTC))
