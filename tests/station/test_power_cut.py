"""kill -9 in the middle of packing, for real: another process, then the journal."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.domain.bench import Packing
from packstation.station.station import Station
from tests.small_shop import CUP, MARTA, POT, TEA, found_shop

PACKER = """
import os, signal, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from packstation.assemble import Opened
from packstation.domain.scans import Scan
from packstation.settings import BenchSettings
from packstation.station.station import Station
from packstation.store.engine import open_engine
from tests.small_shop import SHOP
home = Path(sys.argv[1])
settings = BenchSettings(home=home, database=f"sqlite:///{home / 'packstation.db'}", bench="2")
opened = Opened(settings, open_engine(settings.database), SHOP)
station = Station(opened.write, opened.shop, "2")
station.resume()
at = datetime(2026, 11, 20, 10, tzinfo=UTC)
for code in sys.argv[2:]:
    at += timedelta(seconds=1)
    step = station.receive(Scan(code, at))
    print(getattr(step.bench, "in_box", 0), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("pieces", [(), (POT,), (POT, CUP), (POT, CUP, CUP, CUP, TEA)])
def test_every_tick_that_was_shown_is_there_after_kill_9(
    tmp_path: Path, pieces: tuple[str, ...]
) -> None:
    opened = found_shop(tmp_path)
    killed = subprocess.run(
        [sys.executable, "-c", PACKER, str(tmp_path), MARTA, "1042", *pieces],
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.returncode == -9, killed.stderr
    shown = int(killed.stdout.split()[-1])
    bench = Station(opened.write, opened.shop, "2").resume()
    assert isinstance(bench, Packing)
    assert bench.in_box == shown == len(pieces)
    with opened.engine.connect() as connection:
        events = connection.execute(text("SELECT count(*) FROM bench_events")).scalar()
    assert events == 2 + len(pieces)
    opened.engine.dispose()
