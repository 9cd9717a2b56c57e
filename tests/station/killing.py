"""A bench that can be killed: run on its own, it does as it is told in children it can spare.

``python -m tests.station.killing HOME`` waits for one line of JSON for each life (see Life) and
answers with what the life showed and how it ended. Everything is imported and compiled once;
each life is a fork of that, and begins with whatever lies in HOME.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import NoReturn, TextIO

from sqlalchemy import Engine, event

from packstation.assemble import Opened, note_table
from packstation.devices.printers import Folder, PrinterTrouble
from packstation.domain.note_cards import Doing, TellCard
from packstation.domain.printing import Trouble
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import Packer
from packstation.places import migrations
from packstation.pressroom import Pressroom
from packstation.settings import BenchSettings
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from tests.small_shop import NOW, SHOP, found_shop
from tests.station.saying import say
from tests.station.stories import NOTED, Input, Own, inputs

BENCH = "2"
ROOT = Path(__file__).parents[2]
_READY = "ready\n"
_MARTA = Packer(1, "Marta")
_AT_THE_TABLE = {
    Own.WRITE: Doing.WRITE,
    Own.ANOTHER: Doing.ANOTHER,
    Own.TAKE_OFF: Doing.TAKE_OFF,
}


class Fuse:
    """Burns down one moment at a time, between statements, and then does ``blow``."""

    def __init__(self, moments: int, blow: Callable[[], None]) -> None:
        self.left = moments
        self._blow = blow

    def lay(self, engine: Engine, *moments: str) -> None:
        for moment in moments or ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(engine, moment, self.burn)

    def burn(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            self._blow()


MOMENTS = ("before_cursor_execute", "after_cursor_execute", "commit", "checkin")
"""Before and after each statement, before each commit, and after it was made."""


@dataclass(frozen=True, slots=True)
class Life:
    """What one child shall do, and when it shall die."""

    story: str
    """A name in tests.station.stories, or "migrate"."""
    start: int = 0
    """Which of the story's inputs is the first to do; the ones before are in HOME."""
    moments: int = 0
    """Die at this moment of the story, of MOMENTS; 0 to live on."""
    delay: float = 0.0
    """Die so many seconds after the bench stands; 0 to live on."""


@dataclass(frozen=True, slots=True)
class Ended:
    status: int
    """0, or the signal that ended it, negative."""
    shown: int
    """How many inputs had their answer shown."""

    @property
    def killed(self) -> bool:
        return self.status == -signal.SIGKILL


class Killer:
    """The bench in its own process, from outside."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, life: Life) -> Ended:
        said, answer = self._process.stdin, self._process.stdout
        assert said is not None
        assert answer is not None
        print(json.dumps(asdict(life)), file=said, flush=True)
        return Ended(**json.loads(answer.readline()))


@contextmanager
def a_killer(home: Path) -> Iterator[Killer]:
    command = [sys.executable, "-m", "tests.station.killing", str(home)]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == _READY
        yield Killer(process)
        process.stdin.close()


class Silent:
    """A printer that takes a slip and says nothing more."""

    name = "b"

    def submit(self, pdf: bytes, title: str) -> NoReturn:
        del pdf, title
        raise PrinterTrouble(Trouble.PERHAPS)

    def trouble(self) -> None:
        return None


class Living:
    """The parts of one bench."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.station = Station(opened.write, opened.shop, BENCH)
        self.desk = SlipDesk(
            opened.write,
            Folder(opened.settings.slips),
            Pressroom(),
        )
        self.table = note_table(opened)

    def do(self, given: Input, at: datetime) -> None:
        match given:
            case Own.PLAN:
                self.station.follow_up(at)
            case Own.PRINT:
                self.desk.print_next(at)
            case Own.PERHAPS:
                SlipDesk(self.opened.write, Silent(), Pressroom()).print_next(at)
            case Own.SAYS:
                say(self.opened.engine)
            case Own.LAY:
                self.table.lay(_MARTA, at)
            case Own.WRITE | Own.ANOTHER | Own.TAKE_OFF:
                self.table.tell(TellCard(_MARTA, NOTED, _AT_THE_TABLE[given]), at)
            case str():
                self.station.receive(Scan(given, at))
            case wish:
                self.station.receive(Command(wish, at))


def at_of(place: int) -> datetime:
    """When the input at ``place`` in a story comes."""
    return NOW + timedelta(seconds=place)


def opened_at(home: Path, engine: Engine | None = None) -> Opened:
    url = f"sqlite:///{home / 'packstation.db'}"
    settings = BenchSettings(home=home, database=url, bench=BENCH)
    return Opened(settings, engine or open_engine(url), SHOP)


def _live(opened: Opened, life: Life, show: Callable[[], None]) -> None:
    fuse = Fuse(life.moments, lambda: os.kill(os.getpid(), signal.SIGKILL))
    if life.story == "migrate":
        fuse.lay(opened.engine, *MOMENTS)
        migrate(opened.engine, migrations())
        return
    living = Living(opened)
    living.station.resume()
    show()  # the bench stands
    fuse.lay(opened.engine, *MOMENTS)
    for place, given in enumerate(inputs(life.story)[life.start :], life.start):
        living.do(given, at_of(place))
        show()


def _fork(opened: Opened, life: Life) -> Ended:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _end_with(lambda: _live(opened, life, lambda: _show(writing)))
    os.close(writing)
    with os.fdopen(reading, "rb") as shown:
        seen = shown.read(1)
        if seen and life.delay:
            Event().wait(life.delay)
            os.kill(child, signal.SIGKILL)
        seen += shown.read()
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), max(0, len(seen) - 1))


def _show(place: int) -> None:
    os.write(place, b".")


def _end_with(last: Callable[[], None]) -> None:
    """End this process here: nothing of the parent's may be tidied up twice."""
    status = 1
    try:
        last()
        status = 0
    except BaseException:  # noqa: BLE001 (said, and the parent sees the status)
        traceback.print_exc()
    finally:
        os._exit(status)


def _warm(engine: Engine, home: Path) -> None:
    """Compile what will be compiled, so that each life need not."""
    with tempfile.TemporaryDirectory() as folder:
        found_shop(Path(folder)).engine.dispose()
        (Path(folder) / "packstation.db").rename(home / "packstation.db")
    living = Living(opened_at(home, engine))
    living.desk.warm()
    living.station.resume()
    for place, given in enumerate(inputs("print")):
        living.do(given, at_of(place))
    engine.dispose()
    (home / "packstation.db").unlink()


def serve(home: Path, lines: TextIO) -> None:
    opened = opened_at(home)
    _warm(opened.engine, home)
    sys.stdout.write(_READY)
    sys.stdout.flush()
    for line in lines:
        ended = _fork(opened, Life(**json.loads(line)))
        sys.stdout.write(f"{json.dumps(asdict(ended))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin)
