"""The note table: the cards of orders that wait, to be written or written already."""

from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from packstation.domain.codes import note_code
from packstation.domain.note_cards import CardState, NoteCard
from packstation.domain.notes_past import Whose, Written
from packstation.store.base import Fetched
from packstation.store.live import IS_LIVE
from packstation.store.queue import SOON
from packstation.store.rows import NoteAheadRow, OrderRow

MOST: Final = 1000
"""Cards on one table: more than anybody writes."""

_OF_ORDER = select(NoteAheadRow.__table__).where(NoteAheadRow.order_id == bindparam("order"))
_ALL = (
    select(NoteAheadRow.__table__, OrderRow.state.label("standing"))
    .join(OrderRow, OrderRow.id == NoteAheadRow.order_id)
    .order_by(*SOON)
    .limit(MOST)
)
_WAITING = (
    select(OrderRow.id)
    .where(IS_LIVE, OrderRow.state.in_(("open", "parked")))
    .order_by(*SOON)
    .limit(bindparam("most"))
)
_DROP = delete(NoteAheadRow).where(NoteAheadRow.order_id == bindparam("order"))


class NoteCards:
    """At most one for each order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, most: int) -> tuple[int, ...]:
        """Orders that wait for a hand, the soonest to leave first: held ones do not."""
        return tuple(self._connection.execute(_WAITING, {"most": most}).scalars())

    def all(self) -> tuple[tuple[NoteCard, str], ...]:
        """Every card, and how its order stands, the soonest to leave first."""
        return tuple((_card(row), row.standing) for row in self._connection.execute(_ALL))

    def of_order(self, order_id: int) -> NoteCard | None:
        row = self._connection.execute(_OF_ORDER, {"order": order_id}).one_or_none()
        return None if row is None else _card(row)

    def lay(self, card: NoteCard, mark: str) -> None:
        """Put it on the table, in the place of an earlier one; ``mark`` begins its code."""
        self.drop(card.order_id)
        code = note_code(mark, card.order_id, card.turn)
        self._connection.execute(insert(NoteAheadRow).values(_values(card) | {"code": code}))

    def drop(self, order_id: int) -> None:
        self._connection.execute(_DROP, {"order": order_id})


def _card(row: Fetched) -> NoteCard:
    note = Written(
        order_id=row.order_id,
        whose=Whose(row.packer_id or 0),
        on=row.changed_on,
        language=row.language,
        opening=row.opening,
        points=tuple(row.points),
        told=tuple(row.told),
        closing=row.closing,
    )
    return NoteCard(
        note=note,
        touch=row.touch_key,
        revision=row.revision,
        turn=row.turn,
        another=row.another,
        state=CardState(row.state),
    )


def _values(card: NoteCard) -> dict[str, Any]:
    note = card.note
    return {
        "order_id": note.order_id,
        "touch_key": card.touch,
        "turn": card.turn,
        "revision": card.revision,
        "state": card.state.value,
        "another": card.another,
        "packer_id": note.whose.packer_id or None,
        "language": note.language,
        "opening": note.opening,
        "points": list(note.points),
        "told": list(note.told),
        "closing": note.closing,
        "changed_on": note.on,
    }
