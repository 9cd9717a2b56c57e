"""One import, in a process of its own: ``python -m tests.bench.brought app FILE DATABASE``.

Says how many seconds it took, and by how many MiB the process grew meanwhile.
"""

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from packstation.domain.shop import Brand, Shop
from packstation.station.intake import Intake
from packstation.store.engine import open_engine
from tests.bench import floors
from tests.bench.resting import memory
from tests.bench.shop_rows import MARK


def by_app(file: Path, database: Path) -> None:
    shop = Shop(brand=Brand(name="Casa Azul"), mark=MARK)
    engine = open_engine(f"sqlite:///{database.absolute()}")
    summary = Intake(engine, shop, lambda: datetime.now(UTC)).bring_in(file, "packstation")
    assert not summary.refused
    engine.dispose()


def by_floor(file: Path, database: Path) -> None:
    with closing(floors.connect(database)) as connection:
        floors.bring_in(connection, file)


def main(kind: str, file: str, database: str) -> None:
    before, _ = memory()
    begin = perf_counter()
    (by_app if kind == "app" else by_floor)(Path(file), Path(database))
    seconds = perf_counter() - begin
    _, most = memory()
    print(seconds, (most - before) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
