"""An hour and a day of packing: does the window ever stand still, does its memory grow?"""

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure, ms
from tests.bench.shop import BUILD, BenchShop

BLOCK_GOAL_MS = 16.0
FLAT_GOAL, MANY = 1.05, 10_000
"""So flat, over so many parcels: after a few hundred, texts and pictures still come to stay."""
KIB = 1024
FRAME = 0.016


def days(shop: BenchShop, parcels: int) -> Iterator[Figure]:
    """``parcels`` parcels are packed, at a copy of the shop: they leave traces."""
    with shop.copy(BUILD / "day") as copied:
        command = ("tests.bench.worked", str(copied.home), str(copied.orders), str(parcels))
        said = subprocess.run(
            [sys.executable, "-m", *command], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    worked = json.loads(said)
    silences = worked["silences"]
    yield Figure(
        act="window's longest silence, each parcel of an hour",
        app=ms(silences),
        floor=ms(worked["idle"]),
        limit=BLOCK_GOAL_MS,
        parts={
            "longest of all": 1000 * max(silences),
            "longest of an empty window": 1000 * max(worked["idle"]),
            "parcels with one over 16 ms": sum(it > FRAME for it in silences),
        },
    )
    mib = [it / KIB for it in worked["kib"]]
    yield Figure(
        act=f"memory after {parcels:,} parcels, beside after {parcels // 10:,}",
        app=[mib[-1]],
        floor=[mib[0]],
        goal=FLAT_GOAL if parcels >= MANY else None,
        unit="MiB",
        parts={f"after {n} tenths": it for n, it in enumerate(mib, start=1)},
    )
