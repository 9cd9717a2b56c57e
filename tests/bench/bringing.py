"""A shop's file comes in, beside a bare executemany of the same rows."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.bench.figures import Figure, p50
from tests.bench.shop import BUILD, empty_shop
from tests.bench.shop_rows import TODAY

IMPORT_GOAL: Final = 2.5
COLUMNS: Final = (
    "order", "date", "customer", "name", "email", "sku", "barcode", "product", "place",
    "quantity", "price",
)  # fmt: skip
LINES_AN_ORDER: Final = 3
BUYERS: Final = 50_000


def imports(orders: int, count: int) -> Iterator[Figure]:
    """``count`` imports of ``orders`` orders, then of the same file again.

    Each runs in a process of its own, so that its memory is its own. The floor writes what the
    import before it has written.
    """
    file, database, bare = (
        BUILD / name for name in (f"orders-{orders}.csv", "imported.db", "bare.db")
    )
    write_orders(file, orders)
    app, again, floor = _Runs(), _Runs(), _Runs()
    for _ in range(count):
        empty_shop(database)
        app.add("app", file, database)
        again.add("app", file, database)
        empty_shop(bare)
        floor.add("floor", database, bare)
    yield _figure(f"import {orders:,} orders", app, floor)
    yield _figure(f"import the same {orders:,} again", again, floor)


class _Runs:
    """Imports of one kind."""

    def __init__(self) -> None:
        self.ms: list[float] = []
        self.cpu: list[float] = []
        """Milliseconds as well."""
        self.mib = 0.0
        """The most any of them grew beyond what it had before."""

    def add(self, kind: str, file: Path, database: Path) -> None:
        said = subprocess.run(
            [sys.executable, "-m", "tests.bench.brought", kind, str(file), str(database)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout.split()
        self.ms.append(1000 * float(said[0]))
        self.cpu.append(1000 * float(said[1]))
        self.mib = max(self.mib, float(said[2]))


def _figure(act: str, app: _Runs, floor: _Runs) -> Figure:
    parts = {"CPU": p50(app.cpu), "CPU, floor": p50(floor.cpu), "MiB more at most": app.mib}
    return Figure(act=act, app=app.ms, floor=floor.ms, goal=IMPORT_GOAL, parts=parts)


def write_orders(file: Path, orders: int) -> None:
    """Three lines an order, in the columns of our own template."""
    with file.open("w", encoding="utf-8", newline="") as text:
        sheet = csv.writer(text)
        sheet.writerow(COLUMNS)
        sheet.writerows(line for order in range(orders) for line in _lines(order))


def _lines(order: int) -> Iterator[tuple[object, ...]]:
    at = (TODAY - timedelta(minutes=order)).strftime("%Y-%m-%d %H:%M")
    buyer = order * 7919 % BUYERS
    who = (f"C{buyer}", f"Lucía Fernández {buyer}", f"c{buyer}@mail.example")
    for place in range(LINES_AN_ORDER):
        product = (order * 31 + place * 7) % 400
        goods = (f"SKU-{product:03}", f"CODE{product:06}", f"Taza de barro {product}")
        yield f"N{order:07}", at, *who, *goods, f"A-{product % 30:02}-1", 1 + place, "9.90"
