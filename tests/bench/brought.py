"""One import, in a process of its own: ``python -m tests.bench.brought app FILE DATABASE``.

Says how many seconds it took, how many of them this process worked, and by how many MiB it
grew meanwhile. ``floor`` takes the DATABASE of an import in place of the file.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from packstation.domain.shop import Brand, Shop
from packstation.station.intake import Intake
from packstation.store.engine import open_engine
from tests.bench import floors
from tests.bench.resting import memory
from tests.bench.shop_rows import MARK


def by_app(file: Path, database: Path) -> Iterator[None]:
    shop = Shop(brand=Brand(name="Casa Azul"), mark=MARK)
    gc.freeze()  # as the command line and the window do
    yield
    engine = open_engine(f"sqlite:///{database.absolute()}")
    summary = Intake(engine, shop, lambda: datetime.now(UTC)).bring_in(file, "packstation")
    assert not summary.refused
    engine.dispose()


def by_floor(imported: Path, database: Path) -> Iterator[None]:
    with closing(floors.connect(imported)) as connection:
        written = floors.read_written(connection)
    gc.freeze()
    yield
    with closing(floors.connect(database)) as connection:
        floors.bring_in(connection, written)


def main(kind: str, file: str, database: str) -> None:
    work = (by_app if kind == "app" else by_floor)(Path(file), Path(database))
    next(work)
    before, _ = memory()
    begin, worked = perf_counter(), process_time()
    for _ in work:
        pass
    seconds, worked = perf_counter() - begin, process_time() - worked
    _, most = memory()
    print(seconds, worked, (most - before) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
