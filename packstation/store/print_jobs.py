"""The slips on their way to paper: a queue that survives a jam, a crash and a new day."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, func, select, update

from packstation.domain.records import PackingRecord, PrintJob, PrintState
from packstation.store.base import Fetched
from packstation.store.rows import PackingRow, PrintJobRow
from packstation.store.wire import read_record

# A slip that was void before it came out does not come out: its parcel is open again.
_NOT_VOID = PackingRow.voided_at.is_(None)
_NEXT = (
    select(PrintJobRow.__table__, PackingRow.core, PackingRow.personal)
    .join(PackingRow, PackingRow.id == PrintJobRow.packing_id)
    .where(PrintJobRow.state == PrintState.QUEUED, _NOT_VOID)
    .order_by(PrintJobRow.id)
    .limit(1)
)
_STANDING = (
    select(PrintJobRow.state, func.count(), func.max(PrintJobRow.reason))
    .join(PackingRow, PackingRow.id == PrintJobRow.packing_id)
    .where(
        PrintJobRow.state.in_((PrintState.QUEUED, PrintState.FAILED, PrintState.UNKNOWN)),
        _NOT_VOID,
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
_AGAIN = (
    update(PrintJobRow)
    .where(
        PrintJobRow.state == bindparam("old_state"),
        exists().where(PackingRow.id == PrintJobRow.packing_id, _NOT_VOID),
    )
    .values(state=PrintState.QUEUED, changed_at=bindparam("now"))
)


class PrintJobs:
    """What has still to come out of the printer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next(self) -> tuple[PrintJob, PackingRecord] | None:
        """The oldest slip that waits."""
        row = self._connection.execute(_NEXT).one_or_none()
        return None if row is None else _job(row)

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

        Those that may have come out are asked about apart: only when nothing else failed.
        """
        return self._again(PrintState.FAILED, now) or self._again(PrintState.UNKNOWN, now)

    def _again(self, state: PrintState, now: datetime) -> int:
        return self._connection.execute(_AGAIN, {"old_state": state, "now": now}).rowcount

    def standing(self) -> dict[PrintState, tuple[int, str]]:
        """State -> how many slips, and a reason, for those that are not out yet."""
        return {
            PrintState(state): (count, reason or "")
            for state, count, reason in self._connection.execute(_STANDING)
        }


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
