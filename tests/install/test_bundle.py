"""The bundle packs a parcel where there is neither a Python nor anything else of ours."""

import fcntl
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tty
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
ORDER = "10045"
"""A single piece: no code comes twice, so that none is taken for a stutter."""
STUTTER = timedelta(milliseconds=100)
LONG_MS = 90_000

Told = dict[str, Any]
"""What a command answers with --json."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the bundle is built and started on Linux only"
)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in a folder of its own, far from the checkout."""
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build" / "bundle.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several processes test side by side
        subprocess.run(["make", "--silent", "bundle"], cwd=ROOT, check=True)
        clean = tmp_path_factory.mktemp("clean")
        shutil.copytree(ROOT / "dist" / "packstation", clean / "packstation", symlinks=True)
    return clean


@pytest.fixture
def scanner(bundle: Path) -> Iterator[int]:
    """The far end of the serial cable that the bundle's demo bench listens to."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    demo = _home(bundle) / "demo"
    demo.mkdir(parents=True, exist_ok=True)
    (demo / "bench.toml").write_text(f'scanner = "{os.ttyname(theirs)}"\n')
    yield ours
    os.close(ours)
    os.close(theirs)


def test_its_commands_find_all_they_need(bundle: Path) -> None:
    said = _run(bundle, "--demo", "check"), _run(bundle, "--demo", "waiting")
    assert "reportlab" in said[0]
    assert "piezas" in said[1]


def test_its_window_packs_a_parcel_to_the_signed_slip(
    bundle: Path, scanner: int, qtbot: QtBot
) -> None:
    codes = json.loads(_run(bundle, "--demo", "codes", "--json"))
    order = json.loads(_run(bundle, "--demo", "show", ORDER, "--json"))
    slips = _home(bundle) / "demo" / "slips"
    copies = _home(bundle) / "demo" / "backups"
    with _window(bundle):
        # Its first copy is made when it is open; what comes before, a serial line forgets.
        qtbot.waitUntil(lambda: copies.is_dir() and any(copies.iterdir()), timeout=LONG_MS)
        for code in _to_scan(codes, order):
            os.write(scanner, f"{code}\r".encode())
        # Whoever leaves a touch out is asked once; the same again, but no stutter, answers.
        qtbot.waitUntil(lambda: _seal_is_heard(bundle), timeout=LONG_MS)
        os.write(scanner, f"{_seal(codes)}\r".encode())
        qtbot.waitUntil(lambda: any(slips.glob("*.pdf")), timeout=LONG_MS)
    (slip,) = slips.glob("*.pdf")
    assert slip.read_bytes().startswith(b"%PDF")


@contextmanager
def _window(bundle: Path) -> Iterator[None]:
    with subprocess.Popen([_program(bundle), "--demo"], env=_bare(bundle)) as program:
        try:
            yield
        finally:
            program.kill()


def _to_scan(codes: Told, order: Told) -> Iterator[str]:
    """Badge, order, every piece, and the command that signs and prints."""
    yield codes["badges"][0]["code"]
    yield order["number"]
    for line in order["lines"]:
        yield from [line["codes"][0]["code"]] * line["quantity"]
    yield _seal(codes)


def _seal(codes: Told) -> str:
    return str(next(it["code"] for it in codes["commands"] if it["command"] == "seal"))


def _seal_is_heard(bundle: Path) -> bool:
    """Whether the bench wrote that command down, longer ago than a stutter lasts."""
    with closing(sqlite3.connect(_home(bundle) / "demo" / "packstation.db")) as shop:
        kind, at = shop.execute(
            "SELECT kind, at FROM bench_events ORDER BY seq DESC LIMIT 1"
        ).fetchone() or ("", "")
    now = datetime.now(UTC).replace(tzinfo=None)
    return kind == "SealScanned" and now - datetime.fromisoformat(at) > 2 * STUTTER


def _home(bundle: Path) -> Path:
    return bundle / "home"


def _program(bundle: Path) -> Path:
    return bundle / "packstation" / "packstation"


def _bare(bundle: Path) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "HOME": str(bundle),
        "PACKSTATION_HOME": str(_home(bundle)),
        "LANG": "C.UTF-8",
        "LANGUAGE": "es",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _run(bundle: Path, *arguments: str) -> str:
    done = subprocess.run(
        [_program(bundle), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=bundle,
        env=_bare(bundle),
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
