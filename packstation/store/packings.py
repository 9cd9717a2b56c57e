"""The sealed parcels. Records are only ever added."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from packstation.domain.records import Copy, PackingRecord, Parcel, PrintJob, PrintState
from packstation.store.base import Fetched
from packstation.store.rows import (
    BenchRow,
    GivenTouchRow,
    IncidentRow,
    PackingRow,
    PrintJobRow,
    StockMovementRow,
    TouchRow,
)
from packstation.store.wire import read_record, write_record

_PARCEL = (
    select(
        PackingRow.core,
        PackingRow.personal,
        PackingRow.void_because,
        PrintJobRow.id.label("job_id"),
        PrintJobRow.state,
        PrintJobRow.copy,
        PrintJobRow.attempts,
        PrintJobRow.reason,
        PrintJobRow.where.label("went_to"),
        PrintJobRow.seen_by,
        PackingRow.id.label("packing"),
    )
    .outerjoin(PrintJobRow, PrintJobRow.packing_id == PackingRow.id)
    .order_by(PackingRow.id.desc(), PrintJobRow.id.desc())
    .limit(1)
)
_OF_ORDER = _PARCEL.where(PackingRow.order_id == bindparam("order_id"))
_OF_SLIP = _PARCEL.where(
    or_(PackingRow.slip_code == bindparam("slip"), PackingRow.slip_number == bindparam("slip"))
)
_COPIES = (
    select(PrintJobRow.copy, PrintJobRow.because, PrintJobRow.asked_by, PrintJobRow.created_at)
    .where(PrintJobRow.packing_id == bindparam("packing"), PrintJobRow.copy > 0)
    .order_by(PrintJobRow.copy)
)
_VOID = (
    update(PackingRow)
    .where(PackingRow.slip_number == bindparam("slip"), PackingRow.voided_at.is_(None))
    .values(voided_at=bindparam("now"), void_because=bindparam("why"))
)
_VOID_SLIP = (
    select(PackingRow.slip_number)
    .where(PackingRow.order_id == bindparam("order_id"), PackingRow.voided_at.is_not(None))
    .order_by(PackingRow.id.desc())
    .limit(1)
)
_OF_VOID = select(PackingRow.id).where(PackingRow.slip_number == bindparam("slip"))
_NO_PAPER = delete(PrintJobRow).where(
    PrintJobRow.packing_id == bindparam("packing"), PrintJobRow.state != PrintState.SENT
)
_TAKEN = (
    select(StockMovementRow.touch_key)
    .where(StockMovementRow.packing_id == bindparam("packing"), StockMovementRow.change == -1)
    .order_by(StockMovementRow.touch_key)
)
_PUT_ONE = (
    update(TouchRow)
    .where(TouchRow.key == bindparam("touch"))
    .values(on_hand=TouchRow.on_hand + 1)
)
_NOT_GIVEN = delete(GivenTouchRow).where(GivenTouchRow.packing_id == bindparam("packing"))
_SLIPS_OF_BENCH = select(BenchRow.slip_year, BenchRow.slip_count).where(
    BenchRow.name == bindparam("bench")
)
_COUNT_SLIP = (
    update(BenchRow)
    .where(BenchRow.name == bindparam("of_bench"))
    .values(slip_year=bindparam("year"), slip_count=bindparam("count"))
)
_TAKE_ONE = (
    update(TouchRow)
    .where(TouchRow.key == bindparam("touch"), TouchRow.on_hand > 0)
    .values(on_hand=TouchRow.on_hand - 1)
)
_HEAL = (
    update(IncidentRow)
    .where(
        IncidentRow.customer_id == bindparam("customer"),
        IncidentRow.healed_at.is_(None),
        IncidentRow.resolved_at.is_not(None),
        IncidentRow.reported_at < bindparam("now"),
    )
    .values(healed_at=bindparam("now"))
)


class Packings:
    """What this shop has packed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: PackingRecord) -> None:
        """Keep the record, its touches and their stock, and queue its slip for printing."""
        packing_id = self._insert(record)
        self._take_number(record)
        self._give_touches(record, packing_id)
        self._connection.execute(
            insert(PrintJobRow).values(
                packing_id=packing_id,
                state=PrintState.QUEUED,
                bench=record.core.bench,
                created_at=record.core.sealed_at,
                changed_at=record.core.sealed_at,
            )
        )

    def void(self, slip_number: str, reason: str, at: datetime) -> None:
        """The slip no longer tells what is in its parcel; its record stays.

        It is not printed any more, and its touches are as good as in their jars: the slip
        that replaces it gives them anew.
        """
        why = {"slip": slip_number, "why": reason or "-", "now": at}
        if self._connection.execute(_VOID, why).rowcount != 1:
            return
        packing = {
            "packing": self._connection.execute(_OF_VOID, {"slip": slip_number}).scalar_one()
        }
        self._connection.execute(_NO_PAPER, packing)
        for key in self._connection.execute(_TAKEN, packing).scalars().all():
            self._connection.execute(_PUT_ONE, {"touch": key})
            self._move_stock(key, 1, packing["packing"], at)
        self._connection.execute(_NOT_GIVEN, packing)

    def void_slip(self, order_id: int) -> str:
        """The number of the order's last void slip; empty when it has none."""
        return self._connection.execute(_VOID_SLIP, {"order_id": order_id}).scalar() or ""

    def of_order(self, order_id: int) -> Parcel | None:
        """The order's latest parcel."""
        return self._parcel(self._connection.execute(_OF_ORDER, {"order_id": order_id}).first())

    def of_slip(self, slip: str) -> Parcel | None:
        """The parcel with this slip code or slip number."""
        return self._parcel(self._connection.execute(_OF_SLIP, {"slip": slip}).first())

    def next_count(self, bench: str, year: int) -> int:
        """The number of the bench's next slip within ``year``; asking uses nothing up."""
        row = self._connection.execute(_SLIPS_OF_BENCH, {"bench": bench}).one_or_none()
        return row.slip_count + 1 if row is not None and row.slip_year == year else 1

    def _insert(self, record: PackingRecord) -> int:
        core, personal = write_record(record)
        sealed = record.core
        return self._connection.execute(
            insert(PackingRow)
            .values(
                order_id=sealed.order_id,
                revision=sealed.revision,
                parcel=sealed.parcel,
                slip_number=sealed.slip_number,
                slip_code=sealed.slip_code,
                packer_id=sealed.packer_id,
                customer_id=sealed.customer_id,
                bench=sealed.bench,
                opened_at=sealed.opened_at,
                sealed_at=sealed.sealed_at,
                digest=record.digest,
                core=core,
                personal=personal,
            )
            .returning(PackingRow.id)
        ).scalar_one()

    def _take_number(self, record: PackingRecord) -> None:
        _, year, count = record.core.slip_number.rsplit("-", 2)
        self._connection.execute(
            _COUNT_SLIP,
            {"of_bench": record.core.bench, "year": int(year), "count": int(count)},
        )

    def _give_touches(self, record: PackingRecord, packing_id: int) -> None:
        at = record.core.sealed_at
        for touch in record.core.touches:
            self._connection.execute(
                insert(GivenTouchRow).values(
                    packing_id=packing_id,
                    order_id=record.core.order_id,
                    customer_id=record.core.customer_id,
                    touch_key=touch.key,
                    rule=touch.rule,
                    at=at,
                )
            )
        # In one order at every bench, so that no two ever wait for each other's jar.
        for key in sorted(touch.key for touch in record.core.touches):
            self._take_from_stock(key, packing_id, at)
        if any(touch.heals for touch in record.core.touches):
            self._connection.execute(_HEAL, {"customer": record.core.customer_id, "now": at})

    def _take_from_stock(self, key: str, packing_id: int, at: datetime) -> None:
        # An empty jar never holds a parcel up: what was given is on the record all the same.
        if self._connection.execute(_TAKE_ONE, {"touch": key}).rowcount == 1:
            self._move_stock(key, -1, packing_id, at)

    def _move_stock(self, key: str, change: int, packing_id: int, at: datetime) -> None:
        self._connection.execute(
            insert(StockMovementRow).values(
                touch_key=key,
                change=change,
                reason="given" if change < 0 else "put back",
                packing_id=packing_id,
                at=at,
            )
        )

    def _parcel(self, row: Fetched | None) -> Parcel | None:
        if row is None:
            return None
        record = read_record(row.core, row.personal)
        if row.job_id is None:
            return Parcel(record, void_because=row.void_because)
        copies = self._copies(row.packing) if row.copy else ()
        return Parcel(record, _job(record, row), row.void_because, copies)

    def _copies(self, packing: int) -> tuple[Copy, ...]:
        rows = self._connection.execute(_COPIES, {"packing": packing})
        return tuple(Copy(it.copy, it.because, it.asked_by, it.created_at) for it in rows)


def _job(record: PackingRecord, row: Fetched) -> PrintJob:
    return PrintJob(
        id=row.job_id,
        slip_number=record.core.slip_number,
        order_number=record.core.order_number,
        state=PrintState(row.state),
        copy=row.copy,
        attempts=row.attempts,
        reason=row.reason,
        where=row.went_to,
        seen_by=row.seen_by,
    )
