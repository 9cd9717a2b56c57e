"""Measure packstation beside its floors: ``python -m tests.bench ORDERS``, or ``make bench``.

App and floor take turns in one run, so that a busy machine slows both: trust the ratios.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from packstation.ui.look import install_fonts
from tests.bench.arriving import arriving
from tests.bench.bringing import imports
from tests.bench.deciding import deciding
from tests.bench.figures import Figure, table, write
from tests.bench.knowing import knowing
from tests.bench.paper import slips
from tests.bench.scans import scanning
from tests.bench.shop import shop_of
from tests.bench.starting import starts
from tests.bench.working import days

RESULT: Final = Path("build/bench.json")
FEWEST: Final = 500
LARGEST_IMPORT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Effort:
    """How many samples of each act."""

    openings: int
    slips: int
    starts: int
    imports: int
    parcels: int


GLANCE, MEASURE = Effort(20, 40, 1, 1, 30), Effort(150, 300, 7, 3, 1000)
THOROUGH = Effort(150, 300, 7, 3, 10_000)
MEASURED_FROM: Final = 50_000
THOROUGH_FROM: Final = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("orders", type=int, nargs="?", default=100_000)
    orders = parser.parse_args().orders
    if orders < FEWEST:
        parser.error(f"a shop of fewer than {FEWEST} orders says nothing")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = []
    for figure in _measure(orders, _effort(orders)):
        print(f"  {figure.act}: {figure.ratio:.2f} times the floor", flush=True)
        figures.append(figure)
    write(figures, RESULT)
    print(f"\n{table(figures)}\n\nWritten to {RESULT}.")
    return 0


def _effort(orders: int) -> Effort:
    if orders >= THOROUGH_FROM:
        return THOROUGH
    return MEASURE if orders >= MEASURED_FROM else GLANCE


def _measure(orders: int, effort: Effort) -> Iterator[Figure]:
    app = QApplication(sys.argv[:1])
    install_fonts()
    shop = shop_of(orders)
    yield from scanning(shop, effort.openings)
    yield from knowing(shop, effort.openings)
    yield from deciding(effort.openings)
    yield from slips(effort.slips)
    yield from starts(shop, effort.starts)
    yield from days(shop, effort.parcels)
    yield from imports(min(orders, LARGEST_IMPORT), effort.imports)
    yield from arriving(min(orders, LARGEST_IMPORT), effort.starts)
    shop.tidy()
    app.quit()


if __name__ == "__main__":
    sys.exit(main())
