"""Brings the changes of a product file into the shop: all or none, in turns of milliseconds.

           note down, in turns         decide             write, in turns
  nothing --------------------> noted ---------> decided -----------------> written
     ^                            |                 |
     +------ swept, if killed ----+                 +-- gone on with, if killed --> …

What is noted down nobody sees. From the decision on each product changes as a whole, one turn
after the other, so a bench may for some seconds meet new products beside old ones.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, null, select, update

from packstation.domain.catalogue import Change
from packstation.store.catalogue_writing import write_changes
from packstation.store.engine import reading
from packstation.store.intake_turns import Turns
from packstation.store.rows import ArrivingProductRow, ImportRow

SOURCE: Final = "~catalogue"
"""The source of an import that brings products, and so tells it from those of orders."""
_HEAVY: Final = 8
"""Rows of the shop that one change touches, about."""

_NOTED = (
    select(ArrivingProductRow.id, ArrivingProductRow.change)
    .where(ArrivingProductRow.import_id == bindparam("of_import"))
    .order_by(ArrivingProductRow.id)
    .limit(bindparam("room"))
)
_DONE = delete(ArrivingProductRow).where(
    ArrivingProductRow.import_id == bindparam("of_import"),
    ArrivingProductRow.id <= bindparam("last"),
)
_TOLD = (
    update(ImportRow)
    .where(ImportRow.id == bindparam("of_import"))
    .values(summary=bindparam("told"), published_at=bindparam("at"))
)
_UNFINISHED = select(ImportRow.id, ImportRow.summary, ImportRow.started_at).where(
    ImportRow.published_at.is_(None), ImportRow.source == SOURCE
)


class CatalogueArrivals:
    """One file's changes on their way in."""

    def __init__(self, turns: Turns, file_name: str, now: datetime) -> None:
        self._turns = turns
        self._file_name = file_name
        self._now = now
        self._import_id: int | None = None

    def note(self, changes: Sequence[Change]) -> None:
        """Nothing at all is written when nothing changes."""
        if not changes:
            return
        self._import_id = self._turns.take(self._begin, 1)
        rows = [{"import_id": self._import_id, "change": asdict(it)} for it in changes]
        self._turns.each(rows, _note)

    def decide(self, summary: Mapping[str, Any]) -> None:
        """From here on the file is in, even if the power fails in the next instant."""
        if self._import_id is not None:
            self._turns.decide()
            told = {"decided": True, **summary}
            _tell(self._turns, self._import_id, told, None)

    def write(self, progress: Callable[[int], None]) -> None:
        """Cannot be cancelled; ``progress`` hears of products done."""
        if self._import_id is not None:
            _write(self._turns, self._import_id, progress)

    def finish(self, summary: Mapping[str, Any], now: datetime) -> None:
        if self._import_id is not None:
            _tell(self._turns, self._import_id, summary, now)

    def _begin(self, connection: Connection) -> int:
        begun = connection.execute(
            insert(ImportRow).values(
                source=SOURCE,
                file_name=self._file_name,
                started_at=self._now,
                published_at=null(),
                summary={},
            )
        )
        key = begun.inserted_primary_key
        return int(key[0]) if key else 0


def clear_up_catalogues(turns: Turns) -> None:
    """Finish what a killed import had decided, and take away what another had only noted."""
    with reading(turns.engine).connect() as connection:
        unfinished = connection.execute(_UNFINISHED).all()
    for import_id, summary, started_at in unfinished:
        if "decided" in summary:
            _write(turns, import_id, lambda _: None)
            told = {key: it for key, it in summary.items() if key != "decided"}
            _tell(turns, import_id, told, started_at)
        else:
            _sweep(turns, import_id)


def _note(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(insert(ArrivingProductRow), list(rows))


def _tell(turns: Turns, import_id: int, told: Mapping[str, Any], at: datetime | None) -> None:
    given = {"of_import": import_id, "told": dict(told), "at": at}
    turns.take(lambda it: it.execute(_TOLD, given), 1)


def _write(turns: Turns, import_id: int, progress: Callable[[int], None]) -> None:
    while True:
        room = max(1, turns.room // _HEAVY)
        write = partial(_write_some, import_id=import_id, room=room)
        done = turns.take(write, room * _HEAVY)
        if done == 0:
            return
        progress(done)


def _write_some(connection: Connection, import_id: int, room: int) -> int:
    noted = connection.execute(_NOTED, {"of_import": import_id, "room": room}).all()
    if noted:
        write_changes(connection, [it.change for it in noted], import_id)
        connection.execute(_DONE, {"of_import": import_id, "last": noted[-1].id})
    return len(noted)


def _sweep(turns: Turns, import_id: int) -> None:
    wanted = select(ArrivingProductRow.id).where(ArrivingProductRow.import_id == import_id)
    with reading(turns.engine).connect() as connection:
        noted = connection.execute(wanted).scalars().all()
    turns.each(noted, _forget)
    turns.take(lambda it: it.execute(delete(ImportRow).where(ImportRow.id == import_id)), 1)


def _forget(connection: Connection, ids: Iterable[int]) -> None:
    connection.execute(delete(ArrivingProductRow).where(ArrivingProductRow.id.in_(ids)))
