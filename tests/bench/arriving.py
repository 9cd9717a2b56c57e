"""A shop's file at the office: how soon it is seen, and how quiet the window is meanwhile."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Final

from packstation.domain.file_errands import FileSeen, LookAtFile
from packstation.domain.shop import Brand, Shop
from packstation.station.catalogue import CatalogueIntake
from packstation.station.file_desk import FileDesk
from packstation.station.intake import Intake
from packstation.store.engine import open_engine
from tests.bench.bringing import write_orders
from tests.bench.figures import Figure, ms
from tests.bench.shop import BUILD, empty_shop
from tests.bench.shop_rows import MARK

BLOCK_GOAL_MS: Final = 50.0
PREVIEW_GOAL_MS: Final = 1000.0
LARGE: Final = 200_000_000
_HEAD: Final = 1 << 18
_SHOWN: Final = 20
_HEADER: Final = "Nº Pedido;Fecha;Cód. artículo;Artículo;Uds.;P.V.P.;Correo;Dirección;Estado\n"
_ROW: Final = (
    "P-{n:09};03/04/2026 10:15;JAB-1;Jabón de oliva;2;4,50;ana@mail.example;Mayor 1;\n"
)


def arriving(orders: int, count: int) -> Iterator[Figure]:
    """``count`` previews of a file nobody knows, then one import of ``orders`` orders."""
    yield _preview(count)
    yield _silence(orders)


def _preview(count: int) -> Figure:
    file, database = BUILD / "large.csv", BUILD / "seen.db"
    _write_large(file)
    empty_shop(database)
    engine = open_engine(f"sqlite:///{database.absolute()}")
    shop = Shop(brand=Brand(name="Casa Azul"), mark=MARK)

    def now() -> datetime:
        return datetime.now(UTC)

    desk = FileDesk(
        engine, shop, Intake(engine, shop, now), CatalogueIntake(engine, BUILD, now)
    )
    app, floor = list[float](), list[float]()
    for _ in range(count):
        begin = perf_counter()
        (seen,) = desk.answer(LookAtFile(str(file)))
        app.append(perf_counter() - begin)
        assert isinstance(seen, FileSeen)
        begin = perf_counter()
        _read_first(file)
        floor.append(perf_counter() - begin)
    engine.dispose()
    file.unlink()
    return Figure(
        act="preview of a 200 MB file", app=ms(app), floor=ms(floor), limit=PREVIEW_GOAL_MS
    )


def _silence(orders: int) -> Figure:
    file = BUILD / f"orders-{orders}.csv"
    database, bare = BUILD / "beside.db", BUILD / "bare.db"
    write_orders(file, orders)
    empty_shop(database)
    app = _beside("app", file, database)
    empty_shop(bare)
    floor = _beside("floor", database, bare)
    return Figure(
        act=f"window's longest silence, each 0.1 s while {orders:,} orders come in",
        app=ms(app),
        floor=ms(floor),
        limit=BLOCK_GOAL_MS,
        parts={"longest of all": 1000 * max(app), "longest, floor": 1000 * max(floor)},
    )


def _beside(kind: str, file: Path, database: Path) -> list[float]:
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.beside", kind, str(file), str(database)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    silences: list[float] = json.loads(said)
    return silences


def _write_large(file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        text.write(_HEADER)
        some = 10_000
        for first in range(0, LARGE // len(_ROW.format(n=0).encode()), some):
            text.writelines(_ROW.format(n=n) for n in range(first, first + some))


def _read_first(file: Path) -> list[list[str]]:
    """The least that shows anything: the beginning, cut into cells."""
    with file.open("rb") as raw:
        text = raw.read(_HEAD).decode("utf-8", "ignore")
    return list(islice(csv.reader(text.splitlines(), delimiter=";"), _SHOWN))
