"""The people who pack: by badge, or by name and PIN."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from packstation.domain.shop import Packer
from packstation.store.base import Fetched
from packstation.store.rows import PackerRow

_ALL = (
    select(PackerRow.__table__).where(PackerRow.active).order_by(PackerRow.name, PackerRow.id)
)
_BY_BADGE = select(PackerRow.__table__).where(
    PackerRow.badge == bindparam("badge"), PackerRow.active
)
_BY_ID = select(PackerRow.__table__).where(
    PackerRow.id == bindparam("packer"), PackerRow.active
)
_MISSES = (
    update(PackerRow)
    .where(PackerRow.id == bindparam("packer"))
    .values(pin_misses=bindparam("misses"), pin_missed_at=bindparam("missed_at"))
)


@dataclass(frozen=True, slots=True)
class PinCheck:
    """What is needed to check someone's PIN."""

    packer: Packer
    stored: str
    misses: int
    missed_at: datetime | None


class People:
    """Who works here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Packer, ...]:
        return tuple(map(_packer, self._connection.execute(_ALL)))

    def badges(self) -> tuple[tuple[str, str], ...]:
        """(name, badge code) pairs."""
        return tuple((row.name, row.badge) for row in self._connection.execute(_ALL))

    def of_badge(self, badge: str) -> Packer | None:
        row = self._connection.execute(_BY_BADGE, {"badge": badge}).one_or_none()
        return None if row is None else _packer(row)

    def pin_check(self, packer_id: int) -> PinCheck | None:
        row = self._connection.execute(_BY_ID, {"packer": packer_id}).one_or_none()
        if row is None:
            return None
        return PinCheck(_packer(row), row.pin, row.pin_misses, row.pin_missed_at)

    def note_misses(self, packer_id: int, misses: int, at: datetime | None) -> None:
        self._connection.execute(
            _MISSES, {"packer": packer_id, "misses": misses, "missed_at": at}
        )


def _packer(row: Fetched) -> Packer:
    signature = tuple(tuple((x, y) for x, y in stroke) for stroke in row.signature)
    return Packer(row.id, row.name, row.language, signature, row.role, has_pin=bool(row.pin))
