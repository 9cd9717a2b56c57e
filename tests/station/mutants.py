"""Mistakes one could make, each made on purpose: the machine must find every one of them."""

# ruff: noqa: SLF001 (a mistake is made where nobody else may reach)

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import pytest
from sqlalchemy import Update, bindparam, delete, false, or_, update

from packstation.domain import asking, packing, sealing, shop_news
from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Packing, Parked
from packstation.domain.entries import CopyAsked
from packstation.domain.records import PackingRecord, PrintJob, PrintState
from packstation.station import learning, recognise
from packstation.station.here import Here, since_opened
from packstation.store import orders, packings
from packstation.store import shop_news as store_news
from packstation.store.journal import Cause, Journal
from packstation.store.orders import Orders
from packstation.store.packings import Packings
from packstation.store.print_jobs import PrintJobs
from packstation.store.products import Products
from packstation.store.rows import OrderRow
from packstation.store.wire import read_parked

Patch = pytest.MonkeyPatch
Change = Callable[[Patch], None]

_THIS = OrderRow.id == bindparam("order_id")
_OPEN, _CLAIMED = OrderRow.state.in_(("open", "parked")), OrderRow.state == "claimed"
_OVER = OrderRow.lease_until < bindparam("now")
_OURS = OrderRow.bench == bindparam("to_bench")


def _claim(*allowed: Any, **values: Any) -> Change:  # noqa: ANN401 (conditions and columns)
    """Another statement in the place of the claim."""
    statement = update(OrderRow).where(_THIS, *allowed).values(orders._CLAIMED | values)
    return lambda patch: patch.setattr(orders, "_CLAIM", statement)


def _instead(place: object, name: str, other: object) -> Change:
    return lambda patch: patch.setattr(place, name, other)


def _nothing(*_: object) -> None:
    """What was to be done is left undone."""


def _never(*_: object) -> bool:
    return False


def _parked_whatever_its_state(
    self: Orders, order_id: int, bench: str, now: datetime
) -> Parked | None:
    del bench, now
    row = self._connection.execute(orders._NOW, {"order_id": order_id}).one()
    return None if row.parked is None else read_parked(row.parked)


def _counts_survive_a_lease(patch: Patch) -> None:
    kept = _claim(or_(_OPEN, _CLAIMED & or_(_OURS, _OVER)), parked=OrderRow.parked)
    kept(patch)
    patch.setattr(Orders, "begin", _parked_whatever_its_state)


def _no_look_at_the_revision(patch: Patch) -> None:
    real = since_opened

    def look(at: datetime, here: Here) -> ev.Event | None:
        found = real(at, here)
        return None if isinstance(found, ev.OrderChanged) else found

    patch.setattr(recognise, "since_opened", look)
    sealed = update(OrderRow).where(*orders._HERE).values(state="packed", lease_until=None)
    patch.setattr(orders, "_PACKED", sealed)


def _no_look_at_who_holds_it(patch: Patch) -> None:
    real = since_opened

    def look(at: datetime, here: Here) -> ev.Event | None:
        found = real(at, here)
        return None if isinstance(found, ev.OrderTaken) else found

    patch.setattr(recognise, "since_opened", look)


def _deaf(patch: Patch) -> None:
    real = since_opened

    def look(at: datetime, here: Here) -> ev.Event | None:
        found = real(at, here)
        return None if isinstance(found, ev.NewsCame) else found

    patch.setattr(recognise, "since_opened", look)


def _begin_as_it_was(self: Orders, order_id: int, bench: str, now: datetime) -> Parked | None:
    del bench, now
    row = self._connection.execute(orders._NOW, {"order_id": order_id}).one()
    return read_parked(row.parked) if row.state == "parked" and row.parked else None


def _all_fits(self: Packing, position: int, units: int) -> dict[int, int]:
    del self
    return {position: units}


def _keeps_the_packer(taken: Packing, badge: ev.BadgeScanned) -> packing.Step:
    return packing.Step(taken, out.Resumed(badge.packer.name))


def _without_the_last(patch: Patch) -> None:
    real = Journal.since
    patch.setattr(Journal, "since", lambda self, seq: real(self, seq)[:-1])


def _undo_unwritten(patch: Patch) -> None:
    real = Journal.add

    def add(self: Journal, seq: int, event: ev.Event, cause: Cause) -> None:
        if not isinstance(event, ev.UndoScanned):
            real(self, seq, event, cause)

    patch.setattr(Journal, "add", add)


def _kept_twice(patch: Patch) -> None:
    real = Packings.add

    def add(self: Packings, record: PackingRecord) -> None:
        real(self, record)
        job = self._connection.exec_driver_sql(
            "SELECT max(packing_id) FROM print_jobs"
        ).scalar()
        self._connection.exec_driver_sql(
            "INSERT INTO print_jobs (packing_id, state, created_at, changed_at)"
            " SELECT packing_id, state, created_at, changed_at FROM print_jobs"
            " WHERE packing_id = ?",
            (job,),
        )

    patch.setattr(Packings, "add", add)


def _touches_stay_given(patch: Patch) -> None:
    patch.setattr(packings, "_TAKEN", packings._TAKEN.where(false()))


def _begin_unmarked(self: PrintJobs, job: PrintJob, now: datetime) -> None:
    """The job stays queued while the printer has it."""
    del self, job, now


def _asked_for_as(**other: object) -> Change:
    """A reprint is written down as something else than what was asked for."""

    def change(patch: Patch) -> None:
        real = PrintJobs.copy

        def copy(self: PrintJobs, wanted: CopyAsked) -> None:
            real(self, replace(wanted, **other))  # type: ignore[arg-type] # a mistake's values

        patch.setattr(PrintJobs, "copy", copy)

    return change


def _prints_what_is_in_doubt(self: PrintJobs) -> tuple[PrintJob, PackingRecord] | None:
    return self._oldest(PrintState.QUEUED) or self._oldest(PrintState.UNKNOWN)


def _mark_whatever_it_says() -> Update:
    here = OrderRow.id == bindparam("old"), OrderRow.state.in_(("claimed", "parked"))
    return update(OrderRow).where(*here).values(arrives_as=bindparam("becomes"))


def _one_piece_unrecorded(patch: Patch) -> None:
    real = sealing.record_of

    def record_of(at: Packing, scanned: ev.SealScanned) -> PackingRecord:
        return real(replace(at, counts=(at.counts[0] - 1, *at.counts[1:])), scanned)

    patch.setattr(sealing, "record_of", record_of)


MUTANTS: Final[dict[str, tuple[str, Change]]] = {
    "a claim that looks at nothing": ("I1", _claim()),
    "a claim that ignores a live lease": ("I1", _claim(or_(_OPEN, _CLAIMED))),
    "a lease that never runs out": ("I1", _claim(or_(_OPEN, _CLAIMED & _OURS))),
    "a lease that nobody renews": (
        "I1",
        _instead(orders, "_STAY", orders._STAY.where(false())),
    ),
    "a bench that counts what another holds": ("I2", _no_look_at_who_holds_it),
    "another bench goes on with counts it never saw": ("I2", _counts_survive_a_lease),
    "more goes in than was ordered": ("I3", _instead(Packing, "spread", _all_fits)),
    "an order is sealed with pieces missing": (
        "I4",
        _instead(Packing, "complete", property(lambda _: True)),
    ),
    "the record forgets a piece": ("I4", _one_piece_unrecorded),
    "a slip stays live when its parcel is opened": ("I5", _instead(Packings, "void", _nothing)),
    "a slip is printed twice": ("I5", _kept_twice),
    "a reprint has no reason": ("I5", _asked_for_as(reason="")),
    "a reprint is nobody's": ("I5", _asked_for_as(by="")),
    "a copy passes for the original": ("I5", _asked_for_as(copy=0)),
    "a copy passes for another one": ("I5", _asked_for_as(copy=7)),
    "what somebody saw come out prints again": (
        "I5",
        _instead(PrintJobs, "see", lambda self, job, _, now: self.ask(job, now)),
    ),
    "a slip in doubt prints by itself": (
        "I5",
        _instead(PrintJobs, "next", _prints_what_is_in_doubt),
    ),
    "whoever takes over does not sign": (
        "I6, I14",
        _instead(packing, "_take_over", _keeps_the_packer),
    ),
    "nobody looks whether the order changed": ("I7, I8", _no_look_at_the_revision),
    "the bench hears nothing of what the shop says": ("I7", _deaf),
    "a cancelled order is sealed when asked twice": (
        "I7",
        _instead(shop_news, "before_seal", _nothing),
    ),
    "the seal does not ask about what the shop has changed": (
        "I7",
        _instead(asking, "before_seal", _nothing),
    ),
    "what the shop says is lost with the order's way back": (
        "I7",
        _instead(orders, "heed", _nothing),
    ),
    "whoever takes an order over begins with what it was": (
        "I7",
        _instead(Orders, "begin", _begin_as_it_was),
    ),
    "what the shop has taken back is told": (
        "I7",
        _instead(store_news, "_MARK", _mark_whatever_it_says()),
    ),
    "what was sealed as it was has news for ever": (
        "I7",
        _instead(orders, "forget", _nothing),
    ),
    "a packed order may be packed again": (
        "I9",
        _claim(or_(_OPEN, OrderRow.state == "packed", _CLAIMED & or_(_OURS, _OVER))),
    ),
    "a cancelled order may be packed": (
        "I10",
        _claim(or_(_OPEN, OrderRow.state == "cancelled", _CLAIMED & or_(_OURS, _OVER))),
    ),
    "an operation is taken twice": ("I11", _instead(Journal, "has", _never)),
    "an undo is not written down": ("I12", _undo_unwritten),
    "the last event is lost at a restart": ("I13", _without_the_last),
    "a slip in the printer waits as if it were not": (
        "I13",
        _instead(PrintJobs, "begin", _begin_unmarked),
    ),
    "an order that is left for later is gone": (
        "I15",
        _instead(orders, "_RELEASE", delete(OrderRow).where(*orders._HERE)),
    ),
    "what was learned is not written down": ("I18", _instead(Products, "learn", _nothing)),
    "one code is taken for another": (
        "I18",
        _instead(learning, "_code_of", lambda *_: "NEW-1"),
    ),
    "a touch of a void slip is gone from its jar": ("stock", _touches_stay_given),
}
"""What is wrong -> (which invariants of docs/bench.md it breaks, how it is made)."""
