"""An import that is killed leaves nothing half done, and a bench beside one hardly waits."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import pytest
from sqlalchemy import Engine, text

from packstation.domain.intake import Options
from packstation.store.engine import open_engine
from tests.station.bringing import a_file, a_row, an_engine, an_intake, ask, bring, everything

ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from packstation.domain.intake import Options
from packstation.store.engine import open_engine
from tests.station.bringing import an_intake

folder, stage, at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
times = []

def watch(share, now):
    times.append(now)
    if times.count(stage) == at:
        os.kill(os.getpid(), signal.SIGKILL)

engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
an_intake(engine).bring_in(folder / "orders.csv", None, Options(), watch)
"""


def many(folder: Path, orders: int, quantity: str = "2") -> Path:
    rows = (a_row(f"A-{n}", f"SKU-{n % 50}", quantity, f"Ana {n % 99}") for n in range(orders))
    return a_file(folder, *rows)


def kill(folder: Path, stage: str, at: int) -> int:
    command = [sys.executable, "-c", KILLED, str(folder), stage, str(at)]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=120).returncode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("stage, at", [("reading", 2), ("writing", 1), ("writing", 2)])
def test_killed_before_the_decision_nothing_is_seen(
    tmp_path: Path, stage: str, at: int
) -> None:
    engine, path = an_engine(tmp_path), many(tmp_path, 9_000)
    assert kill(tmp_path, stage, at) == -signal.SIGKILL
    assert ask(engine, "SELECT count(*) FROM orders WHERE state <> 'arriving'") == [(0,)]
    summary = bring(engine, path)
    assert (summary.orders.new, summary.new_products, summary.new_customers) == (9_000, 50, 99)
    assert ask(engine, "SELECT state, count(*) FROM orders GROUP BY 1") == [("open", 9_000)]
    assert ask(engine, "SELECT count(*) FROM order_lines") == [(9_000,)]
    assert ask(engine, "SELECT count(*) FROM imports") == [(1,)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_after_the_decision_the_next_import_goes_on_with_it(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, many(tmp_path, 300))
    path = many(tmp_path, 9_000, quantity="3")
    assert kill(tmp_path, "publishing", 1) == -signal.SIGKILL
    assert ask(engine, "SELECT count(*) FROM orders WHERE state = 'arriving'") != [(0,)]
    summary = bring(engine, path)
    assert (summary.orders.unchanged, summary.orders.new) == (9_000, 0)
    assert ask(engine, "SELECT state, pieces, count(*) FROM orders GROUP BY 1, 2") == [
        ("open", 3, 9_000)
    ]
    assert ask(engine, "SELECT count(*) FROM order_lines") == [(9_000,)]


def test_a_killed_import_is_swept_even_by_one_that_brings_nothing_new(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, a_row())
    bring(engine, path)
    before = everything(engine)
    many(tmp_path, 9_000)
    kill(tmp_path, "writing", 1)
    bring(engine, a_file(tmp_path, a_row()))
    assert everything(engine) == before


def test_a_bench_beside_an_import_never_waits_long(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), many(tmp_path, 6_000)
    done = Event()
    bringing = Thread(target=_bring_and_say, args=(engine, path, done))
    bringing.start()
    waits = list(_writes(open_engine(str(engine.url)), done))
    bringing.join()
    assert len(waits) > 5
    assert max(waits) < 0.25


def _bring_and_say(engine: Engine, path: Path, done: Event) -> None:
    try:
        an_intake(engine).bring_in(path, None, Options())
    finally:
        done.set()


def _writes(bench: Engine, done: Event) -> Iterator[float]:
    """How long each of a bench's writes waited to begin."""
    for seq in count():
        began = perf_counter()
        with bench.begin() as connection:
            yield perf_counter() - began
            connection.execute(
                text("INSERT INTO settings (key, value) VALUES (:key, '{}')"), {"key": f"{seq}"}
            )
        if done.wait(0.02):
            return
