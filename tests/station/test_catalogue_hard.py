"""Products come in beside benches at work, killed and cancelled imports, and hopeless files."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, text

from packstation.domain import intake as it
from packstation.station.intake import Intake
from packstation.store.engine import open_engine
from tests.shops import product_exports as made
from tests.station import bringing
from tests.station.bringing import NOW, an_engine, ask
from tests.station.test_catalogue import (
    CODES,
    LEFT,
    PRODUCTS,
    a_file,
    an_intake,
    bring,
    shopify,
)


def learn(engine: Engine, code: str, sku: str) -> None:
    statement = """
        INSERT INTO product_codes (code, product_id, source)
        SELECT :code, id, 'learned' FROM products WHERE sku = :sku
    """
    with engine.begin() as connection:
        connection.execute(text(statement), {"code": code, "sku": sku})


def test_what_a_bench_has_learned_stays_and_is_named(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP | {"Variant Barcode": ""}))
    learn(engine, made.SMALL_CUP["Variant Barcode"], "SOAP-1")
    summary = bring(engine, shopify(tmp_path, made.SMALL_CUP))
    taken = made.SMALL_CUP["Variant Barcode"]
    assert ("SOAP-1", taken, 1, "learned") in ask(engine, CODES)
    assert ("CUP-S", taken, 1, "catalogue") not in ask(engine, CODES)
    assert [(it.sku, it.other) for it in summary.warnings] == [("CUP-S", "SOAP-1")]


def test_what_a_bench_learns_while_a_file_comes_in_stays(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, shopify(tmp_path, made.SOAP | {"Variant Barcode": ""}))
    taken = made.SMALL_CUP["Variant Barcode"]

    def meanwhile(share: float, _stage: it.Stage) -> None:
        if share == 0.5 and (taken,) not in ask(engine, "SELECT code FROM product_codes"):
            learn(engine, taken, "SOAP-1")

    path = shopify(tmp_path, made.SMALL_CUP)
    an_intake(engine).bring_in(path, None, it.Options(), meanwhile)
    asked = "SELECT sku FROM products JOIN product_codes ON products.id = product_id"
    assert ask(engine, f"{asked} WHERE code = '{taken}'") == [("SOAP-1",)]


def test_cancelled_nothing_is_left(tmp_path: Path) -> None:
    engine, stop = an_engine(tmp_path), Event()
    (tmp_path / "cup blue.png").write_bytes(b"\x89PNG")

    def cancel(share: float, _stage: it.Stage) -> None:
        if share == 0.5:
            stop.set()

    path = shopify(tmp_path, made.SMALL_CUP)
    with pytest.raises(it.ImportCancelled):
        an_intake(engine).bring_in(path, None, it.Options(), cancel, stop)
    assert ask(engine, LEFT) == [(0, 0)]
    assert ask(engine, PRODUCTS) == []
    assert list((tmp_path / "pictures").glob("*")) == []


def test_two_imports_do_not_meet(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), shopify(tmp_path, made.SOAP)

    def meanwhile(share: float, _stage: it.Stage) -> None:
        if share == 0.5:
            with pytest.raises(it.ImportRunning):
                bring(engine, path)

    summary = an_intake(engine).bring_in(path, None, it.Options(), meanwhile)
    assert summary.products.new == 1


ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from packstation.domain.intake import Options
from packstation.store import catalogue_arrivals as arrivals
from packstation.store.engine import open_engine
from tests.station.test_catalogue import an_intake

folder, at = Path(sys.argv[1]), sys.argv[2]

def die(*given):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(arrivals.CatalogueArrivals, at, die)
engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
an_intake(engine).bring_in(folder / "products.csv", None, Options())
"""


def kill(folder: Path, at: str) -> int:
    command = [sys.executable, "-c", KILLED, str(folder), at]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=120).returncode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("at, products", [("decide", []), ("write", ["CUP-S", "SOAP-1"])])
def test_killed_the_decision_tells_whether_it_is_in(
    tmp_path: Path, at: str, products: list[str]
) -> None:
    engine = an_engine(tmp_path)
    shopify(tmp_path, made.SOAP, made.SMALL_CUP)
    assert kill(tmp_path, at) == -signal.SIGKILL
    Intake(engine, bringing.SHOP, lambda: NOW).clear_up()
    assert [sku for sku, *_ in ask(engine, PRODUCTS)] == products
    assert ask(engine, LEFT) == [(int(bool(products)), 0)]
    assert ask(engine, "SELECT id FROM imports WHERE published_at IS NULL") == []


def test_a_bench_writes_between_the_turns(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    other = open_engine(str(engine.url))
    waits: list[int] = []

    def scan(share: float, stage: it.Stage) -> None:
        if stage is it.Stage.WRITING and share < 1:
            with other.begin() as connection:
                connection.execute(text("UPDATE customers SET name = name"))
            waits.append(1)

    rows = (made.SOAP | {"Handle": f"h{n}", "Variant SKU": f"S-{n}"} for n in range(800))
    bare = (row | {"Variant Barcode": ""} for row in rows)
    path = a_file(tmp_path, made.shopify(*bare))
    an_intake(engine).bring_in(path, None, it.Options(), scan)
    other.dispose()
    assert ask(engine, "SELECT count(*) FROM products") == [(800,)]
    assert len(waits) > 1


HEADER = "Referencia;Producto;Precio\n"
TEXTS = {
    "utf-8 with its mark": (HEADER + "te;Té;4,50\n").encode("utf-8-sig"),
    "utf-16": (HEADER + "te;Té;4,50\n").encode("utf-16"),
    "cp1252": (HEADER + "te;Té;4,50\n").encode("cp1252"),
    "sep=": ("sep=;\n" + HEADER + "te;Té;4,50\n").encode(),
    "blank lines": ("\n" + HEADER + "\nte;Té;4,50\n;;\n\n").encode(),
    "no last line end": (HEADER + "te;Té;4,50").encode(),
}


@pytest.mark.parametrize("name", TEXTS)
def test_however_it_is_written_it_is_read(tmp_path: Path, name: str) -> None:
    engine, path = an_engine(tmp_path), tmp_path / "products.csv"
    path.write_bytes(TEXTS[name])
    bring(engine, path)
    assert ask(engine, PRODUCTS) == [("TE", "Té", "", 450)]


HOPELESS = {
    "empty": (b"", it.FileEmpty),
    "a zip": (b"PK\x03\x04 and so on", it.NotAText),
    "a header alone of orders": (b"order,quantity\n", it.ColumnsMissing),
    "an open quote": (b'sku,product\nA,"Tea\nB,Cup\n', it.QuoteLeftOpen),
    "one huge cell": (b'sku,product\nA,"' + b"x" * 200_000 + b'"\n', it.CellTooLong),
    "broken JSON": (b'[{"id": 1,', it.JsonBroken),
    "JSON of something else": (b'{"thing": 1}', it.NotAText),
    "deep JSON": (b"[" * 100_000, it.JsonBroken),
    "JSON of orders": (b'[{"id": 1, "line_items": []}]', it.NotAText),
}


@pytest.mark.parametrize("name", HOPELESS)
def test_a_hopeless_file_is_refused_by_its_own_name(tmp_path: Path, name: str) -> None:
    engine, path = an_engine(tmp_path), tmp_path / "products.csv"
    content, why = HOPELESS[name]
    path.write_bytes(content)
    with pytest.raises(why):
        bring(engine, path)
    assert ask(engine, LEFT) == [(0, 0)]
