"""A day of packing, apart: ``python -m tests.bench.worked HOME ORDERS PARCELS``.

The first are an hour's, with all the time a bench takes for itself: planning, printing, copying
the shop. The rest are small ones, one after the other. Says in JSON what Worked holds.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from packstation.ui.look import install_fonts
from tests.bench.desk import Desk, wait_until
from tests.bench.resting import memory
from tests.bench.scans import codes_of
from tests.bench.shop import BenchShop
from tests.bench.shop_rows import WAITING, code_of

HOUR = 60
"""Parcels in an hour: a good one."""
PAUSE = 0.1
TENTHS = 10
_AT_ONCE = 50


@dataclass(slots=True)
class Worked:
    """What a day was like."""

    idle: list[float] = field(default_factory=list)
    """The longest silence of an empty window in each pause, in seconds."""
    silences: list[float] = field(default_factory=list)
    """The bench's longest silence for each parcel of the hour, from "ready" on."""
    kib: list[int] = field(default_factory=list)
    """The resident memory after each tenth of the parcels."""


class Heart(QObject):
    """Beats every millisecond while its thread takes events, and knows when it did not."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._last, self._longest = perf_counter(), 0.0

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self._last, self._longest = perf_counter(), 0.0

    def silence(self) -> float:
        """The longest since this was asked last."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return longest


def work(shop: BenchShop, parcels: int) -> Worked:
    heart, worked = Heart(), Worked()
    empty = QWidget()
    empty.show()
    heart.begin()
    worked.idle = [_pause(heart) for _ in range(min(HOUR, parcels))]
    empty.close()
    hour, rest = _orders(shop, parcels)
    shop.let_wait(*hour)
    codes = codes_of(shop)
    desk = Desk(shop, keeps=True, ready=heart.begin)
    for number, order in enumerate(chain(hour, _open(shop, rest)), start=1):
        desk.pack(code_of(order), codes)
        if number <= HOUR:
            worked.silences.append(_pause(heart))
        if number % (parcels // TENTHS) == 0:
            worked.kib.append(memory()[0])
    desk.close()
    return worked


def _pause(heart: Heart) -> float:
    end = perf_counter() + PAUSE
    wait_until(lambda: perf_counter() > end)
    return heart.silence()


def _orders(shop: BenchShop, parcels: int) -> tuple[list[int], list[int]]:
    """An hour's orders as they come, then small ones."""
    last = shop.orders - WAITING
    hour = range(last - HOUR + 1, last + 1)
    small = [it for it in shop.newest(1, parcels) if it < hour.start]
    return list(hour)[:parcels], small[: max(0, parcels - HOUR)]


def _open(shop: BenchShop, orders: list[int]) -> Iterator[int]:
    """Each waits when its turn comes; what makes it wait is no part of an hour."""
    for first in range(0, len(orders), _AT_ONCE):
        some = orders[first : first + _AT_ONCE]
        shop.let_wait(*some)
        yield from some


def main(home: str, orders: str, parcels: str) -> None:
    QApplication(sys.argv[:1])
    install_fonts()
    worked = work(BenchShop(int(orders), Path(home)), int(parcels))
    print(json.dumps(asdict(worked)))


if __name__ == "__main__":
    main(*sys.argv[1:])
