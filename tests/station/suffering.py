"""A bench whose disk turns against it: run on its own, because what happens to it is real.

``python -m tests.station.suffering CAUSE HOME`` packs at the shop in HOME until the cause
bites, mends it, gives the same input again, and answers in JSON what became of it.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from packstation.cli.trouble import explain
from packstation.domain.bench import Bench
from packstation.domain.scans import Scan
from packstation.places import resources
from packstation.words.words import load
from tests.small_shop import CUP, MARTA, POT
from tests.station.killed import ask
from tests.station.killing import Living, at_of, opened_at

NOBODY = 65534
ORDER = (MARTA, "1042", POT, CUP)
MANY = 400
"""Inputs after which even a disk of pages that are free again is full."""

Mend = Callable[[], None]


def little_files(home: Path) -> Mend:
    """The system lets no file of this process grow: a quota, as far as SQLite can tell."""
    size = max(it.stat().st_size for it in home.glob("packstation.db*"))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def full_disk(home: Path) -> Mend:
    """Something else has taken all the room there was."""
    ballast = home / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            for _ in range(100_000):
                file.write(bytes(4096))
        except OSError:
            pass
    return ballast.unlink


def read_only(home: Path) -> Mend:
    """The folder and all in it, for the person who starts the program."""
    if os.geteuid() == 0:  # to root nothing is read-only
        for it in (home, *home.iterdir()):
            os.chown(it, NOBODY, NOBODY)
        os.setuid(NOBODY)
    here = (home, *home.iterdir())
    _allow(here, 0o555)
    return lambda: _allow(here, 0o755)


def _allow(places: Iterable[Path], mode: int) -> None:
    for it in places:
        it.chmod(mode)


CAUSES = {"little_files": little_files, "full_disk": full_disk, "read_only": read_only}


def suffer(home: Path, cause: Callable[[Path], Mend]) -> dict[str, object]:
    living = Living(opened_at(home))
    living.station.resume()
    for place, code in enumerate(ORDER):
        living.do(code, at_of(place))
    if cause is read_only:
        living.opened.engine.dispose()  # what is open stays so, whatever its folder becomes
    mend = cause(home)
    before, refused, error = _until_refused(living)
    stood = living.station.bench == before
    mend()
    living.station.receive(refused)
    living.opened.engine.dispose()
    bench = Living(opened_at(home)).station.resume()
    return {
        "said": [explain(error, load("en", resources()))],
        "stood": stood,
        "counted": getattr(bench, "in_box", 0),
        "given": int(refused.op),
        "written": ask(home, "SELECT count(*) FROM bench_events")[0][0],
    }


def _until_refused(living: Living) -> tuple[Bench, Scan, Exception]:
    for number in range(len(ORDER), MANY):
        before = living.station.bench
        scan = Scan(f"nobody knows {number}", at_of(number), op=str(number + 1))
        try:
            living.station.receive(scan)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told)
            return before, scan, error
    message = "nothing was refused"
    raise AssertionError(message)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(suffer(Path(sys.argv[2]), CAUSES[sys.argv[1]])))
