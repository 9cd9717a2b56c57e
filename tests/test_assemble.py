"""The parts of a bench, put together: what its process holds, and what it leaves to another."""

import json
import subprocess
import sys
from pathlib import Path

from tests import small_shop as shop
from tests.small_shop import found_shop

ROOT = Path(__file__).parents[1]

PARCEL = """
import json, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from packstation.assemble import open_bench
from packstation.domain.scans import Scan
from packstation.settings import BenchSettings

home, database, *codes = sys.argv[1:]
settings = BenchSettings(home=Path(home), database=database, bench="2", printer="")
parts = open_bench(settings, lambda _: None)
parts.resume(datetime(2026, 11, 22, 12, tzinfo=UTC))
for n, code in enumerate(codes):
    now = datetime(2026, 11, 22, 12, 0, n, tzinfo=UTC)
    step = parts.receive(Scan(code, now))
    parts.follow_up(now)
    parts.warm()
printed = parts.print_next(now)
parts.close()
heavy = {
    "PIL", "alembic", "arabic_reshaper", "barcode", "bidi", "fontTools", "reportlab", "segno",
    "packstation.demo.shop", "packstation.station.intake",
}
print(json.dumps([type(step.outcome).__name__, printed, sorted(heavy & set(sys.modules))]))
"""


def test_a_whole_parcel_is_packed_and_its_slip_drawn_without_anything_that_draws(
    tmp_path: Path,
) -> None:
    opened = found_shop(tmp_path)
    opened.engine.dispose()
    codes = (shop.MARTA, "1042", shop.POT, *[shop.CUP] * 3, shop.TEA, shop.SEAL, shop.SEAL)
    done = subprocess.run(
        (sys.executable, "-c", PARCEL, tmp_path, opened.settings.database, *codes),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PATH": ""},  # no lpstat, no printer: slips go to the folder
    )
    (slip,) = (tmp_path / "slips").iterdir()
    assert (done.stderr, json.loads(done.stdout)) == ("", ["Sealed", True, []])
    assert slip.read_bytes().startswith(b"%PDF")
