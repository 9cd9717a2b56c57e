"""How often people order from this shop: a sample of its history, measured now and then."""

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, String, bindparam, cast, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from packstation.domain.cadence import gap_on, shop_gaps
from packstation.store.rows import ImportRow, OrderRow, SettingRow

_KEY: Final = "rhythm"
_SAMPLE: Final = 4000
"""At most so many orders are looked at, whatever the shop's age."""
_AT_ONCE: Final = 500

_KEPT = select(SettingRow.value).where(SettingRow.key == _KEY)
AS_TEXT: Final = (
    select(cast(SettingRow.value, String)).where(SettingRow.key == _KEY).scalar_subquery()
)
"""What was measured, as one more column of a statement that is asked anyway."""
_LAST_IMPORT = select(func.max(ImportRow.id)).where(ImportRow.published_at.is_not(None))
# Apart, for of both together SQLite would look at every order.
_FIRST = select(func.min(OrderRow.id))
_LAST = select(func.max(OrderRow.id))
_earlier = OrderRow.__table__.alias("earlier")
_BEFORE = (
    select(_earlier.c.placed_at)
    .where(
        _earlier.c.customer_id == OrderRow.customer_id,
        _earlier.c.placed_at < OrderRow.placed_at,
        _earlier.c.state.not_in(("cancelled", "arriving")),
    )
    .order_by(_earlier.c.placed_at.desc())
    .limit(1)
    .scalar_subquery()
)
_SOME = select(OrderRow.placed_at, _BEFORE.label("before")).where(
    OrderRow.id.in_(bindparam("ids", expanding=True)),
    OrderRow.customer_id.is_not(None),
    OrderRow.state.not_in(("cancelled", "arriving")),
)


class Rhythm:
    """The shop's own median gap between two orders of one person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def news(self, now: datetime) -> dict[str, Any] | None:
        """What is to be kept; None when this month's is there and no file came in since.

        ``now`` is in the shop's own zone: its days are those that count.
        """
        today = now.date()
        mark = [f"{today:%Y-%m}", self._connection.execute(_LAST_IMPORT).scalar()]
        kept = self._connection.execute(_KEPT).scalar()
        if kept is not None and kept["measured"] == mark:
            return None
        return {"measured": mark, "gaps": shop_gaps(self._ended(now), today)}

    def keep(self, found: dict[str, Any]) -> None:
        here = self._connection
        done = here.execute(
            update(SettingRow).where(SettingRow.key == _KEY).values(value=found)
        )
        if done.rowcount == 0:
            try:
                with here.begin_nested():
                    here.execute(insert(SettingRow).values(key=_KEY, value=found))
            except IntegrityError:
                return  # another bench measured it in the same moment

    def _ended(self, now: datetime) -> list[tuple[date, int]]:
        """When a gap ended, and of how many days it was."""
        first, last = (self._connection.execute(it).scalar() for it in (_FIRST, _LAST))
        found = []
        ids = _sampled(first or 1, last or 0)
        for start in range(0, len(ids), _AT_ONCE):
            some = {"ids": list(ids[start : start + _AT_ONCE])}
            for placed_at, before in self._connection.execute(_SOME, some):
                day, gap = _gap(placed_at, before, now)
                # Of several orders of one day the first ended the silence.
                if gap > 0:
                    found.append((day, gap))
        return found


def gap_of(text: str | None, day: date) -> float:
    """The median gap that held on ``day``; ``text`` as AS_TEXT answers it."""
    return gap_on(day, _gaps(text))


@lru_cache(maxsize=4)
def _gaps(text: str | None) -> dict[str, int]:
    return {} if text is None else dict(json.loads(text)["gaps"])


def _sampled(first: int, last: int) -> range:
    """Evenly over all ids; the same ones again until the shop has grown to twice its size."""
    step = 1
    while (last - first) // step >= _SAMPLE:
        step *= 2
    return range(-(-first // step) * step, last + 1, step)


def _gap(placed_at: datetime, before: datetime | None, now: datetime) -> tuple[date, int]:
    day = placed_at.astimezone(now.tzinfo).date()
    return day, 0 if before is None else (day - before.astimezone(now.tzinfo).date()).days
