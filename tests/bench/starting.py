"""From the start of the process to a painted window that takes scans, beside an empty one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, ms, p50
from tests.bench.floors import HEIGHT, WIDTH
from tests.bench.shop import BUILD, BenchShop

START_GOAL, MEMORY_GOAL = 1.4, 2.2
KIB = 1024


@dataclass(frozen=True, slots=True)
class Start:
    """One start: when it said what, in seconds, and its memory in MiB."""

    said: dict[str, float]
    heavy: tuple[str, ...]
    resting: float
    most: float


def starts(shop: BenchShop, count: int) -> Iterator[Figure]:
    """``count`` starts of each, in turn, offscreen and on Xvfb when there is one."""
    with ExitStack() as open_now:
        places = {"offscreen": _offscreen(shop.home)}
        if shutil.which("Xvfb"):
            places["xcb"] = open_now.enter_context(_xvfb())
        for place, screen in places.items():
            yield from _starts_on(place, _compiled() | screen | _home(shop), count)


def _starts_on(place: str, world: dict[str, str], count: int) -> Iterator[Figure]:
    app, floor = [], []
    for turn in range(count + 1):
        begun, empty = _start("started", world), _start("empty_window", world)
        if turn:  # the first time, the files come into the cache
            app.append(begun)
            floor.append(empty)
    yield from _times(place, app, ms([it.said["painted"] for it in floor]))
    yield Figure(
        act=f"resting memory, {place}",
        app=[it.resting for it in app],
        floor=[it.resting for it in floor],
        goal=MEMORY_GOAL,
        unit="MiB",
        parts={"at most": max(it.most for it in app)},
    )


def _times(place: str, app: list[Start], floor: list[float]) -> Iterator[Figure]:
    heavy = sorted({name for it in app for name in it.heavy})
    yield Figure(
        act=f"start -> first paint, keys wait in line, {place}",
        app=ms([it.said["painted"] for it in app]),
        floor=floor,
        goal=START_GOAL,
        parts={"heavy modules by then": len(heavy)} | dict.fromkeys(heavy, 1.0),
    )
    yield Figure(
        act=f"start -> scanner heard, {place}",
        app=ms([it.said["heard"] for it in app]),
        floor=floor,
    )
    yield Figure(
        act=f"start -> sign-in screen painted, {place}",
        app=ms([it.said["field"] for it in app]),
        floor=floor,
        parts={"until the shop is open": p50(ms([it.said["ready"] for it in app]))},
    )


def _start(module: str, world: dict[str, str]) -> Start:
    said: dict[str, float] = {}
    heavy: tuple[str, ...] = ()
    begin = perf_counter()
    command = [sys.executable, "-m", f"tests.bench.{module}"]
    with subprocess.Popen(command, env=world, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            word, *rest = line.split()
            said[word] = perf_counter() - begin
            if word == "painted":
                heavy = tuple(rest)
            if word == "memory":
                now, most = (int(it) / KIB for it in rest)
                return Start(said, heavy, now, most)
    raise RuntimeError(f"{module} ended with {process.returncode} after {list(said)}")


def _compiled() -> dict[str, str]:
    """As where it is installed: what was compiled once is found again, whoever measures."""
    world = {name: it for name, it in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return world | {"PYTHONPYCACHEPREFIX": str((BUILD / "compiled").absolute())}


def _home(shop: BenchShop) -> dict[str, str]:
    home = shop.home / "home"
    home.mkdir(exist_ok=True)
    return {"PACKSTATION_HOME": str(home.absolute()), "PACKSTATION_DATABASE": shop.url}


def _offscreen(folder: Path) -> dict[str, str]:
    """A screen of the size our pictures have: Qt's own offscreen one is smaller."""
    screen = {"name": "bench", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file.absolute()}"}


@contextmanager
def _xvfb() -> Iterator[dict[str, str]]:
    """An X server of our own, on a number it finds itself."""
    size = f"{WIDTH}x{HEIGHT}x24"
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        finally:
            server.terminate()
