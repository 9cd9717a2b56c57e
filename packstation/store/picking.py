"""What is to be fetched from the shelves, many orders at once; and how a bench likes it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection

from packstation.domain.bench import Parked
from packstation.domain.orders import Order
from packstation.domain.picking import PickingChoice, kept_within
from packstation.store.settings import Settings
from packstation.store.snapshots import take_snapshots
from packstation.store.wire import read_parked

_AT_ONCE: Final = 100
"""Orders read together: as many statements for a morning as for one."""


@dataclass(frozen=True, slots=True)
class Fetchable:
    """An order as it stands in the shop."""

    order: Order
    customer_id: int | None
    parked: Parked | None


class Picking:
    """Reads orders; keeps one choice for each bench."""

    def __init__(self, connection: Connection, bench: str) -> None:
        self._connection = connection
        self._key = f"picking.{bench}"

    def orders(self, ids: Sequence[int]) -> Iterator[Fetchable]:
        """In the order of ``ids``, read while one goes through them."""
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            for order, row in take_snapshots(self._connection, some):
                aside = row.parked if row.state == "parked" else None
                parked = None if aside is None else read_parked(aside)
                yield Fetchable(order, row.customer_id, parked)

    def choice(self) -> PickingChoice:
        """What was printed at this bench last; where nobody can read it, the usual."""
        match Settings(self._connection).kept(self._key):
            case {"orders": int(orders), "slots": int(slots)}:
                return kept_within(PickingChoice(orders, slots))
            case _:
                return PickingChoice()

    def keep_choice(self, choice: PickingChoice) -> None:
        Settings(self._connection).keep(self._key, asdict(choice))
