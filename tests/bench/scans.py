"""Scan an order, scan a piece: from the scanner's last key to the painted screen."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from time import perf_counter

from tests.bench import floors
from tests.bench.desk import Desk, Eye, Watch
from tests.bench.figures import Figure, ms, p50
from tests.bench.shop import BenchShop
from tests.bench.shop_rows import code_of

ORDER_GOAL, PAINT_GOAL = 5.0, 4.0
WARMING, COUNTED = 5, 25
"""Orders opened before anything is measured, and orders whose every piece is scanned."""


@dataclass(slots=True)
class Samples:
    """The same act by app and floor, in turn."""

    watches: list[Watch] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    committed: list[float] = field(default_factory=list)

    @property
    def floor(self) -> list[float]:
        return [read + painted for read, painted in zip(self.read, self.painted, strict=True)]

    def app(self, begin: str, end: str) -> list[float]:
        """The time between two marks of the watch."""
        return [getattr(it, end) - getattr(it, begin) for it in self.watches]

    def parts(self, *marks: str) -> dict[str, float]:
        """The half-way times from each mark to the next, in milliseconds."""
        spans = pairwise(marks)
        return {f"until {end}": p50(ms(self.app(begin, end))) for begin, end in spans}


class Floors:
    """The bare widgets and statements, in the same process as the real window."""

    def __init__(self, shop: BenchShop) -> None:
        self.file = floors.connect(shop.file)
        self.order, self.cell = floors.OrderFloor(), floors.CellFloor()
        self.order.show()
        self.cell.show()
        self.sees_order, self.sees_cell = Eye(self.order), Eye(self.cell)
        self._seq = 0

    def open(self, code: str, into: Samples) -> None:
        begin = perf_counter()
        read = floors.read_order(self.file, code)
        done = perf_counter()
        into.read.append(done - begin)
        self.sees_order.forget()
        self.order.show_order(read)
        into.painted.append(self.sees_order.painted() - done)
        self.commit(into)

    def commit(self, into: Samples) -> None:
        self._seq += 1
        begin = perf_counter()
        floors.commit_event(self.file, self._seq)
        into.committed.append(perf_counter() - begin)

    def count(self, into: Samples) -> None:
        self.commit(into)
        self.sees_cell.forget()
        begin = perf_counter()
        self.cell.count()
        into.painted.append(self.sees_cell.painted() - begin)

    def close(self) -> None:
        self.file.execute("DELETE FROM bench_events WHERE bench = 'floor'")
        self.file.close()
        self.order.close()
        self.cell.close()


def scanning(shop: BenchShop, rounds: int) -> Iterator[Figure]:
    """All acts with a scanner; ``rounds`` is how many orders of 10 lines are opened."""
    ten, long = shop.newest(10, rounds), shop.newest(200, max(5, rounds // 4))
    with shop.waiting(*ten, *long):
        desk, bare = Desk(shop), Floors(shop)
        try:
            for order in ten[:WARMING]:
                desk.open(code_of(order))
                desk.put_back()
            yield _opening("scan an order of 10 lines -> painted", ten, desk, bare)
            yield _opening("scan an order of 200 lines -> painted", long, desk, bare)
            yield from _counting(codes_of(shop), ten[:COUNTED], desk, bare)
        finally:
            desk.close()
            bare.close()


def _opening(act: str, orders: tuple[int, ...], desk: Desk, bare: Floors) -> Figure:
    samples = Samples()
    for turn, order in enumerate(orders):
        code = code_of(order)
        if turn % 2:  # whoever comes second finds the rows warm, so they take turns
            bare.open(code, samples)
        samples.watches.append(desk.open(code))
        desk.put_back()
        if not turn % 2:
            bare.open(code, samples)
    marks = ("scanned", "committing", "committed", "shown", "painted")
    floor = {
        "floor: read": p50(ms(samples.read)),
        "floor: painted": p50(ms(samples.painted)),
        "floor: bare commit, not counted": p50(ms(samples.committed)),
    }
    return Figure(
        act=act,
        app=ms(samples.app("scanned", "painted")),
        floor=ms(samples.floor),
        goal=ORDER_GOAL,
        parts=samples.parts(*marks) | floor,
    )


def _counting(
    codes: dict[int, str], orders: tuple[int, ...], desk: Desk, bare: Floors
) -> Iterator[Figure]:
    samples = Samples()
    for order in orders:
        desk.open(code_of(order))
        for line in desk.packing.order.lines:
            for _ in range(line.quantity):
                samples.watches.append(desk.scan(codes[line.product.id]))
                bare.count(samples)
        desk.put_back()
    yield Figure(
        act="scan a piece -> committed",
        app=ms(samples.app("scanned", "committed")),
        floor=ms(samples.committed),
        parts=samples.parts("scanned", "committing", "committed"),
    )
    yield Figure(
        act="a piece committed -> painted",
        app=ms(samples.app("committed", "painted")),
        floor=ms(samples.painted),
        goal=PAINT_GOAL,
        parts=samples.parts("committed", "shown", "painted"),
    )


def codes_of(shop: BenchShop) -> dict[int, str]:
    """Product -> what is printed on it."""
    with closing(sqlite3.connect(shop.file)) as file:
        return dict(file.execute("SELECT product_id, code FROM product_codes"))
