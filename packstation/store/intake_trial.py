"""What an import would come to: everything is looked up as in earnest, and nothing written."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from sqlalchemy import Engine, Select, bindparam, select

from packstation.store.engine import Database, reading, some_at_once
from packstation.store.intake_orders import GatheredOrder
from packstation.store.intake_scratch import Scratch
from packstation.store.rows import CustomerRow, ProductRow
from packstation.store.scratch_place import scratch_beside

_PRODUCTS = select(ProductRow.sku).where(ProductRow.sku.in_(bindparam("keys", expanding=True)))
_CUSTOMERS = select(CustomerRow.outside_id).where(
    CustomerRow.source == bindparam("source"),
    CustomerRow.outside_id.in_(bindparam("keys", expanding=True)),
)


def trial_scratch(database: Database) -> Scratch:
    """A scratch table of its own: an import that runs elsewhere is none of its business."""
    path = scratch_beside(database, Path(gettempdir())).with_suffix(".trial")
    scratch = Scratch(path)
    # Nobody else needs its name, and after a crash nobody has to sweep it. Not on Windows.
    with suppress(OSError):
        path.unlink()
    return scratch


class Strangers:
    """The products and customers of orders that nobody here knows yet."""

    def __init__(self, database: Database, source: str) -> None:
        engine = reading(database)
        self._products = _Unknown(engine, _PRODUCTS, {})
        self._customers = _Unknown(engine, _CUSTOMERS, {"source": source})

    @property
    def products(self) -> int:
        return self._products.count

    @property
    def customers(self) -> int:
        return self._customers.count

    def meet(self, orders: list[GatheredOrder]) -> None:
        self._products.meet(line[0] for order in orders for line in order.lines)
        self._customers.meet(order.customer for order in orders if order.customer)


class _Unknown:
    """How many of the keys we met nobody knows."""

    def __init__(self, engine: Engine, statement: Select[str], given: dict[str, str]) -> None:
        self._engine, self._statement, self._given = engine, statement, given
        self._met: set[str] = set()
        self.count = 0

    def meet(self, keys: Iterable[str]) -> None:
        new = list(set(keys) - self._met)
        self._met.update(new)
        self.count += len(new) - sum(1 for _ in self._known(new))

    def _known(self, keys: list[str]) -> Iterator[Any]:
        with self._engine.connect() as connection:
            for some in some_at_once(keys):
                yield from connection.execute(self._statement, {"keys": some, **self._given})
