"""Finds what was sealed lately by whatever stands on its papers, through no index at all.

A word for each town, carrier and name on every paper would be half of a large shop's file. What
somebody holds in their hand has mostly just left, so the last parcels are looked through.
"""

import json
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from packstation.domain.finding import words_of
from packstation.store.base import Fetched
from packstation.store.rows import OrderRow, PackerRow, PackingRow

LOOKED_THROUGH: Final = 1000
"""Parcels: a blink, and for most shops some weeks."""

_LAST = select(func.max(PackingRow.id))
_PAPERS = (
    select(
        OrderRow.id,
        OrderRow.customer_name,
        OrderRow.recipient,
        OrderRow.address,
        OrderRow.carrier,
        OrderRow.gift_message,
        PackerRow.name.label("packer"),
    )
    .select_from(PackingRow)
    .join(OrderRow, OrderRow.id == PackingRow.order_id)
    .join(PackerRow, PackerRow.id == PackingRow.packer_id)
    .where(PackingRow.id > bindparam("after"), PackingRow.voided_at.is_(None))
    .order_by(PackingRow.id.desc())
)
_SEALED = (
    select(PackingRow.order_id)
    .where(PackingRow.id > bindparam("after"), PackingRow.voided_at.is_(None))
    .order_by(PackingRow.id.desc())
)


class Lately:
    """The last parcels of the shop, the newest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def called(self, words: tuple[str, ...]) -> Iterator[int]:
        """Orders with, for each of ``words``, one beginning with it on label or slip."""
        for row in self._connection.execute(_PAPERS, {"after": self._after}):
            told = _words_on(row)
            if all(any(it.startswith(word) for it in told) for word in words):
                yield row.id

    def sealed_with(self, value: str) -> Iterator[int]:
        """Orders whose record holds just ``value``: a serial number, a lot, a SKU."""
        if not any(map(str.isdigit, value)):
            return  # the record's own words have no figures: they are in every one of them
        as_kept = json.dumps(value, ensure_ascii=False)
        holds_it = PackingRow.core.icontains(as_kept, autoescape=True)
        yield from self._connection.execute(
            _SEALED.where(holds_it), {"after": self._after}
        ).scalars()

    @property
    def _after(self) -> int:
        return (self._connection.execute(_LAST).scalar() or 0) - LOOKED_THROUGH


def _words_on(row: Fetched) -> tuple[str, ...]:
    texts = (row.customer_name, row.recipient, *map(str, row.address), row.carrier, row.packer)
    return words_of(*texts, row.gift_message)
