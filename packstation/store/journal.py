"""The journal of one bench: what came in, in order, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from packstation.domain.bench import Bench, Unattended
from packstation.domain.events import Event
from packstation.store.rows import BenchEventRow, BenchRow
from packstation.store.wire import (
    VERSION,
    Resting,
    read_event,
    read_resting,
    write_event,
    write_resting,
)

_ADD = insert(BenchEventRow)
_LAST = select(func.coalesce(func.max(BenchEventRow.seq), 0)).where(
    BenchEventRow.bench == bindparam("bench")
)
_LATEST = (
    select(BenchEventRow.at)
    .where(BenchEventRow.bench == bindparam("bench"))
    .order_by(BenchEventRow.seq.desc())
    .limit(1)
)
_HAS = select(BenchEventRow.seq).where(BenchEventRow.op == bindparam("op"))
_SINCE = (
    select(BenchEventRow.kind, BenchEventRow.payload)
    .where(BenchEventRow.bench == bindparam("bench"), BenchEventRow.seq > bindparam("since"))
    .order_by(BenchEventRow.seq)
)
_RESUME = select(BenchRow.resume_seq, BenchRow.resume).where(
    BenchRow.name == bindparam("bench")
)
_REST = (
    update(BenchRow)
    .where(BenchRow.name == bindparam("bench"))
    .values(resume_seq=bindparam("seq"), resume=bindparam("resting"))
)


@dataclass(frozen=True, slots=True)
class Cause:
    """What an event came of: the operation, when, and the text as it was scanned."""

    op: str
    at: datetime
    scanned: str = ""
    """Empty when nothing was: a button, or the bench by itself."""


class Journal:
    """One bench's events, and where folding them begins."""

    def __init__(self, connection: Connection, bench: str) -> None:
        self._connection = connection
        self._bench = bench

    def begin(self) -> None:
        """Make sure the bench is known."""
        known = self._connection.execute(_RESUME, {"bench": self._bench}).one_or_none()
        if known is None:
            self._connection.execute(
                insert(BenchRow).values(name=self._bench, resume=write_resting(Unattended()))
            )

    def add(self, seq: int, event: Event, cause: Cause) -> None:
        """Write ``event`` behind the others: ``seq`` is one more than ``last()``."""
        kind, payload = write_event(event)
        self._connection.execute(
            _ADD,
            {
                "bench": self._bench,
                "seq": seq,
                "op": cause.op,
                "version": VERSION,
                "kind": kind,
                "payload": payload,
                "scanned": cause.scanned,
                "at": cause.at,
            },
        )

    def last(self) -> int:
        """The number of the last event; 0 before the first."""
        return self._connection.execute(_LAST, {"bench": self._bench}).scalar() or 0

    def last_at(self) -> datetime | None:
        """When the last event was; None before the first."""
        row = self._connection.execute(_LATEST, {"bench": self._bench}).one_or_none()
        return None if row is None else row.at

    def has(self, op: str) -> bool:
        """Whether this operation was written: it may have been, though nobody heard back."""
        return self._connection.execute(_HAS, {"op": op}).scalar() is not None

    def rest(self, bench: Resting, seq: int) -> None:
        """Folding begins here from now on: no order is on the bench after event ``seq``."""
        self._connection.execute(
            _REST, {"bench": self._bench, "seq": seq, "resting": write_resting(bench)}
        )

    def read(self) -> tuple[Bench, tuple[Event, ...]]:
        """Where folding begins, and the events since."""
        row = self._connection.execute(_RESUME, {"bench": self._bench}).one()
        return read_resting(row.resume), self.since(row.resume_seq)

    def since(self, seq: int) -> tuple[Event, ...]:
        """The events behind number ``seq``."""
        rows = self._connection.execute(_SINCE, {"bench": self._bench, "since": seq})
        return tuple(read_event(row.kind, row.payload) for row in rows)
