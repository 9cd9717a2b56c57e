"""What was planned for orders, and on what grounds; the grounds only for half a year."""

from datetime import timedelta
from typing import Final
from zlib import compress, decompress

from sqlalchemy import Connection, bindparam, insert, select, update

from packstation.domain.decisions import Decision, canonical, read_decision
from packstation.store.rows import DecisionRow

KEPT: Final = timedelta(days=180)
"""How long the facts behind a decision are kept."""

_LATEST = (
    select(DecisionRow.told, DecisionRow.kept)
    .where(DecisionRow.order_id == bindparam("order_id"))
    .order_by(DecisionRow.id.desc())
    .limit(1)
)
_FORGET = (
    update(DecisionRow)
    .where(DecisionRow.told.is_not(None), DecisionRow.at < bindparam("before"))
    .values(told=None)
)


class Decisions:
    """Only ever added to, and forgotten in part."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, decision: Decision) -> None:
        """Write it down, and forget the grounds of those that are long past."""
        at = decision.evaluated_at
        self._connection.execute(
            insert(DecisionRow).values(
                order_id=decision.order_id,
                at=at,
                ruleset=decision.ruleset,
                told=compress(canonical(decision)),
                kept=canonical(decision.long_ago).decode(),
            )
        )
        self._connection.execute(_FORGET, {"before": at - KEPT})

    def of_order(self, order_id: int) -> Decision | None:
        """The latest; None when nothing was ever planned for the order."""
        row = self._connection.execute(_LATEST, {"order_id": order_id}).one_or_none()
        if row is None:
            return None
        return read_decision(row.kept if row.told is None else decompress(row.told).decode())
