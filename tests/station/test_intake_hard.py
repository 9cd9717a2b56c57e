"""Bringing a file in on a bad day: no room, no patience, no sense in the file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from packstation.assemble import Opened, open_shop
from packstation.settings import read_settings
from tests.small_shop import found_shop
from tests.station.bringing import HEADER, a_row, ask

pty = pytest.importorskip("pty", reason="Windows has no terminals to look into")
resource = pytest.importorskip("resource", reason="Windows has other limits")

ROOT = Path(__file__).parents[2]
IMPORT = """
import resource, sys
from packstation.__main__ import main
code = main(("--language", "en", "import", *sys.argv[1:]))
print("kB:", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(code)
"""
ROOM_KB = 40_000
"""How much an import may grow, whatever the file holds."""


@pytest.fixture
def opened() -> Opened:
    """An own shop where the command line looks for it."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    opened = found_shop(home)
    opened.engine.dispose()
    return opened


def bring(path: Path, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """In a process of its own, which may write files of at most ``room`` bytes."""
    return subprocess.run(
        (sys.executable, "-c", IMPORT, path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=None
        if room is None
        else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )


def kilobytes(done: subprocess.CompletedProcess[str]) -> int:
    return int(done.stdout.rpartition("kB:")[2])


def orders_of(folder: Path, count: int) -> Path:
    path = folder / "orders.csv"
    rows = (a_row(f"A-{n}", f"SKU-{n % 50}", name=f"Ana {n % 99}") for n in range(count))
    path.write_text("\n".join((HEADER, *rows, "")), "utf-8")
    return path


COUNTED = ("orders", "order_lines", "products", "customers", "imports", "search_words")


def standing(opened: Opened) -> list[object]:
    """What a shop holds that has just been opened again."""
    again = open_shop(read_settings(demo=False, language=""))
    counted = [
        ask(again.engine, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 (our own names)
        for table in (
            "orders",
            "order_lines",
            "products",
            "customers",
            "imports",
            "search_words",
        )
    ]
    again.engine.dispose()
    left = [it.name for it in opened.settings.home.glob("*.arriving*")]
    return [*counted, left]


@pytest.mark.parametrize("room", [400_000, 1_500_000])
def test_a_full_disk_is_said_and_nothing_is_left_half_written(
    tmp_path: Path, opened: Opened, room: int
) -> None:
    before = standing(opened)
    done = bring(orders_of(tmp_path, 9_000), room)
    assert (done.returncode, done.stderr) == (1, "The disk is full. Nothing was brought in\n")
    assert standing(opened) == before
    assert bring(orders_of(tmp_path, 9_000)).returncode == 0


def test_ctrl_c_in_the_middle_is_a_clean_end(tmp_path: Path, opened: Opened) -> None:
    before = standing(opened)
    watching, terminal = pty.openpty()
    command = (sys.executable, "-m", "packstation", "--language", "en", "import")
    with subprocess.Popen(
        (*command, orders_of(tmp_path, 30_000)), cwd=ROOT, stderr=terminal
    ) as importing:
        os.close(terminal)
        seen = b""
        while b"Bringing the orders in" not in seen:
            seen += os.read(watching, 1000)
        importing.send_signal(signal.SIGINT)
        seen = _rest(watching)
    os.close(watching)
    assert importing.returncode == 130
    assert seen.rpartition(b"\r")[0].endswith(b"Cancelled. Nothing was brought in")
    assert b"Traceback" not in seen
    assert standing(opened) == before


def _rest(watching: int) -> bytes:
    seen = b""
    while True:
        try:
            more = os.read(watching, 1000)
        except OSError:  # Linux says so when nobody is left at the other end
            return seen
        if not more:
            return seen
        seen += more


@pytest.mark.usefixtures("opened")
def test_a_cell_of_50_megabytes_is_refused_without_ever_being_held(tmp_path: Path) -> None:
    usual = kilobytes(bring(orders_of(tmp_path, 10)))
    path = tmp_path / "cell.csv"
    with path.open("w") as file:
        file.write(f'{HEADER}\n"')
        file.writelines("x" * 1_000_000 for _ in range(50))
        file.write('",2026-11-20,SOAP,Soap,1,1,C,Ana\n')
    done = bring(path)
    assert done.returncode == 1
    assert "Line 2: a cell of more than 131072 characters" in done.stderr
    assert kilobytes(done) < usual + ROOM_KB


@pytest.mark.parametrize(
    "rubbish, said",
    [
        ("A-{n},yesterday,SOAP,Soap,many,much,C,Ana", "quantity “many”"),
        ("{n}", "too few cells (1)"),
        ('"A"-{n},"', "quotation mark"),
    ],
)
def test_a_file_of_rubbish_is_refused_within_the_usual_memory(
    tmp_path: Path, opened: Opened, request: pytest.FixtureRequest, rubbish: str, said: str
) -> None:
    usual = kilobytes(bring(orders_of(tmp_path, 10)))
    before = standing(opened)
    path = tmp_path / "rubbish.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{HEADER}\n")
        rows = range(request.config.getoption("--rubbish"))
        file.writelines(f"{rubbish.format(n=n)}\n" for n in rows)
    done = bring(path)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stdout.splitlines()) <= 101
    assert kilobytes(done) < usual + ROOM_KB
    assert standing(opened) == before
