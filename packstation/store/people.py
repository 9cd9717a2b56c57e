"""The people who pack: by badge, or by name and PIN."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from packstation.domain.founding import NewPacker
from packstation.domain.people import Person
from packstation.domain.shop import Packer, Stroke
from packstation.store.base import Fetched
from packstation.store.rows import PackerRow

_ALL = (
    select(PackerRow.__table__).where(PackerRow.active).order_by(PackerRow.name, PackerRow.id)
)
_EVERYBODY = select(PackerRow.__table__).order_by(
    PackerRow.active.desc(), PackerRow.name, PackerRow.id
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

    def everybody(self) -> tuple[Person, ...]:
        """Those who have left, too, behind those who are here."""
        return tuple(map(_person, self._connection.execute(_EVERYBODY)))

    def add(self, new: NewPacker) -> int:
        """The answer is the id of ``new``."""
        done = self._connection.execute(insert(PackerRow).values(**asdict(new)))
        (key,) = done.inserted_primary_key or (0,)
        return int(key)

    def change(self, packer_id: int, *, name: str, language: str, role: str) -> None:
        self._put(packer_id, name=name, language=language, role=role)

    def keep_pin(self, packer_id: int, stored: str) -> None:
        """``stored`` as packstation.domain.pins makes it; empty: the name alone signs in."""
        self._put(packer_id, pin=stored, pin_misses=0, pin_missed_at=None)

    def keep_signature(self, packer_id: int, signature: tuple[Stroke, ...]) -> None:
        self._put(packer_id, signature=signature)

    def keep_badge(self, packer_id: int, badge: str) -> None:
        self._put(packer_id, badge=badge)

    def leave(self, packer_id: int) -> None:
        self._put(packer_id, active=False)

    def come_back(self, packer_id: int) -> None:
        self._put(packer_id, active=True)

    def pin_check(self, packer_id: int) -> PinCheck | None:
        row = self._connection.execute(_BY_ID, {"packer": packer_id}).one_or_none()
        if row is None:
            return None
        return PinCheck(_packer(row), row.pin, row.pin_misses, row.pin_missed_at)

    def note_misses(self, packer_id: int, misses: int, at: datetime | None) -> None:
        self._connection.execute(
            _MISSES, {"packer": packer_id, "misses": misses, "missed_at": at}
        )

    def _put(self, packer_id: int, **values: object) -> None:
        self._connection.execute(
            update(PackerRow).where(PackerRow.id == packer_id).values(**values)
        )


def _person(row: Fetched) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        badge=row.badge,
        language=row.language,
        role=row.role,
        signature=_signature(row),
        has_pin=bool(row.pin),
        active=row.active,
    )


def _packer(row: Fetched) -> Packer:
    pin = bool(row.pin)
    return Packer(row.id, row.name, row.language, _signature(row), row.role, has_pin=pin)


def _signature(row: Fetched) -> tuple[Stroke, ...]:
    return tuple(tuple((x, y) for x, y in stroke) for stroke in row.signature)
