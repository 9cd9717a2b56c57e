"""The slips on their way to paper: a queue that survives a jam, a crash and a new day."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from packstation.domain.entries import CopyAsked
from packstation.domain.records import PackingRecord, PrintJob, PrintState
from packstation.store.base import Fetched
from packstation.store.rows import PackingRow, PrintJobRow
from packstation.store.wire import read_record

# A slip that was void before it came out does not come out: its parcel is open again.
_NOT_VOID = PackingRow.voided_at.is_(None)
# Where several computers share a shop, a slip comes out beside the parcel it belongs to.
_COMES_OUT_HERE = or_(
    bindparam("here") == "", PrintJobRow.bench == "", PrintJobRow.bench == bindparam("here")
)
_OLDEST = (
    select(PrintJobRow.__table__, PackingRow.core, PackingRow.personal)
    .join(PackingRow, PackingRow.id == PrintJobRow.packing_id)
    .where(PrintJobRow.state == bindparam("in_state"), _NOT_VOID, _COMES_OUT_HERE)
    .order_by(PrintJobRow.id)
    .limit(1)
)
# Not one that another program is just taking: PostgreSQL lets several look at once.
_NEXT = _OLDEST.with_for_update(of=PrintJobRow.__table__, skip_locked=True)
_STANDING = (
    select(PrintJobRow.state, func.count(), func.max(PrintJobRow.reason))
    .join(PackingRow, PackingRow.id == PrintJobRow.packing_id)
    .where(
        PrintJobRow.state.in_((PrintState.QUEUED, PrintState.FAILED, PrintState.UNKNOWN)),
        _NOT_VOID,
        _COMES_OUT_HERE,
    )
    .group_by(PrintJobRow.state)
)
_MARK = (
    update(PrintJobRow)
    .where(PrintJobRow.id == bindparam("job"))
    .values(
        state=bindparam("new_state"),
        reason=bindparam("why"),
        where=bindparam("whereto"),
        changed_at=bindparam("now"),
    )
)
_BEGIN = (
    update(PrintJobRow)
    .where(PrintJobRow.id == bindparam("job"))
    .values(
        state=PrintState.UNKNOWN,
        reason="",
        where="",
        attempts=PrintJobRow.attempts + 1,
        changed_at=bindparam("now"),
    )
)
_RETRY = (
    update(PrintJobRow)
    .where(
        PrintJobRow.state == PrintState.FAILED,
        exists().where(PackingRow.id == PrintJobRow.packing_id, _NOT_VOID),
        _COMES_OUT_HERE,
    )
    .values(state=PrintState.QUEUED, changed_at=bindparam("now"))
)
_NO_PAPER = (
    update(PrintJobRow)
    .where(
        PrintJobRow.id == bindparam("job"),
        PrintJobRow.state.in_((PrintState.FAILED, PrintState.UNKNOWN)),
    )
    .values(state=PrintState.QUEUED, bench=bindparam("beside"), changed_at=bindparam("now"))
)
_SEEN = (
    update(PrintJobRow)
    .where(PrintJobRow.id == bindparam("job"), PrintJobRow.state == PrintState.UNKNOWN)
    .values(
        state=PrintState.SENT,
        reason="",
        seen_by=bindparam("by"),
        changed_at=bindparam("now"),
    )
)


class PrintJobs:
    """What has still to come out of the printer beside ``bench``."""

    def __init__(self, connection: Connection, bench: str) -> None:
        self._connection = connection
        self._bench = bench
        # An SQLite file is one computer's, with one printer, however its bench was called.
        here = "" if connection.dialect.name == "sqlite" else bench
        self._here = {"here": here}

    def next(self) -> tuple[PrintJob, PackingRecord] | None:
        """The oldest slip that waits."""
        return self._oldest(PrintState.QUEUED, _NEXT)

    def in_doubt(self) -> tuple[PrintJob, PackingRecord] | None:
        """The oldest slip that may have come out: only a person who looks can tell."""
        return self._oldest(PrintState.UNKNOWN)

    def copy(self, wanted: CopyAsked) -> None:
        """Queue one more paper of a slip. Each copy has its number once: see the table."""
        packing = select(
            PackingRow.id,
            literal(wanted.copy),
            literal(PrintState.QUEUED.value),
            literal(self._bench),
            literal(wanted.reason),
            literal(wanted.by),
            literal(wanted.at, PrintJobRow.created_at.type),
            literal(wanted.at, PrintJobRow.changed_at.type),
        ).where(PackingRow.slip_number == wanted.slip_number, _NOT_VOID)
        columns = ("packing_id", "copy", "state", "bench", "because", "asked_by")
        self._connection.execute(
            insert(PrintJobRow).from_select((*columns, "created_at", "changed_at"), packing)
        )

    def ask(self, job: int, now: datetime) -> None:
        """Queue what did not become paper once more."""
        asked = {"job": job, "now": now, "beside": self._bench}
        self._connection.execute(_NO_PAPER, asked)

    def see(self, job: int, by: str, now: datetime) -> None:
        """A person saw that it came out."""
        self._connection.execute(_SEEN, {"job": job, "by": by, "now": now})

    def begin(self, job: PrintJob, now: datetime) -> None:
        """One attempt more; how it went is unknown until it is marked."""
        self._connection.execute(_BEGIN, {"job": job.id, "now": now})

    def mark(
        self, job: PrintJob, state: PrintState, now: datetime, why: str = "", where: str = ""
    ) -> None:
        self._connection.execute(
            _MARK,
            {
                "job": job.id,
                "new_state": state,
                "why": why,
                "whereto": where,
                "now": now,
            },
        )

    def retry(self, now: datetime) -> int:
        """Queue all that failed once more; answers how many.

        Not those that may have come out: somebody looks for each of them first.
        """
        return self._connection.execute(_RETRY, self._here | {"now": now}).rowcount

    def standing(self) -> dict[PrintState, tuple[int, str]]:
        """State -> how many slips, and a reason, for those that are not out yet."""
        return {
            PrintState(state): (count, reason or "")
            for state, count, reason in self._connection.execute(_STANDING, self._here)
        }

    def _oldest(
        self, state: PrintState, asked: Select[*tuple[Any, ...]] = _OLDEST
    ) -> tuple[PrintJob, PackingRecord] | None:
        row = self._connection.execute(asked, self._here | {"in_state": state}).one_or_none()
        return None if row is None else _job(row)


def _job(row: Fetched) -> tuple[PrintJob, PackingRecord]:
    record = read_record(row.core, row.personal)
    job = PrintJob(
        id=row.id,
        slip_number=record.core.slip_number,
        order_number=record.core.order_number,
        state=PrintState(row.state),
        copy=row.copy,
        attempts=row.attempts,
        reason=row.reason,
    )
    return job, record
