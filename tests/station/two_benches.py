"""Two real benches on one SQLite file, whose commits and printer fail when they are told to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from sqlalchemy import Engine, event, text
from sqlalchemy.exc import OperationalError

from packstation.devices.printers import PrinterTrouble, Submitted
from packstation.domain.bench import Away, Bench, Packing
from packstation.domain.events import PlanMade
from packstation.domain.packing import Step
from packstation.domain.printing import Trouble
from packstation.domain.scans import Command, Scan, Wish
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.wire import read_event
from packstation.store.work import Work
from tests.small_shop import NOW, SHOP, a_new_shop, an_arriving_order, an_engine
from tests.station.exporting import bring_in
from tests.station.things import Said

NEEDS = {
    "A1": {"TAZ-002": 2, "TE-100": 1},
    "A2": {"TAZ-002": 1, "TE-100": 1},
    "B1": {"TE-100": 2},
    "B2": {"TAZ-002": 3, "TE-100": 2},
}
_TABLES = (
    "orders", "order_lines", "packings", "bench_events", "benches", "print_jobs", "touches",
    "given_touches", "stock_movements",
)  # fmt: skip


class PowerCut(BaseException):
    """What no code of ours may catch: the process is gone."""


@dataclass
class Weather:
    """What is about to go wrong, once."""

    commit: str = ""
    """"refused": the next commit fails; "unheard": it is done, but its answer is lost;
    "gone": so it is, and the database cannot be asked about it either."""
    gone: bool = False
    printer: str = ""
    """"jam", "perhaps" or "cut": the power fails with the slip in the printer."""
    printed: list[tuple[str, int]] = field(default_factory=list)
    """Slips that came to the printer, each with the number of its copy."""

    def submit(self, pdf: bytes, name: str) -> Submitted:
        assert pdf.startswith(b"%PDF")
        trouble, self.printer = self.printer, ""
        if trouble == "jam":
            raise PrinterTrouble(Trouble.JAM)
        self.printed.append((name, len(pdf) - len(b"%PDF")))
        if trouble == "perhaps":
            raise PrinterTrouble(Trouble.PERHAPS)
        if trouble == "cut":
            raise PowerCut
        return Submitted(name)

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        """What is on the paper is tested elsewhere."""
        assert core
        assert personal
        return b"%PDF" + logo + bytes(copy)

    def warm(self) -> None:
        """It is."""

    def close(self) -> None:
        """Nothing is open."""

    @property
    def name(self) -> str:
        return "fake"

    def trouble(self) -> PrinterTrouble | None:
        return None


class ShakyWork(Work):
    """A unit of work whose commit fails when the weather says so."""

    def __init__(self, engine: Engine, bench: str, weather: Weather) -> None:
        super().__init__(engine, bench)
        self._weather = weather
        if weather.gone:
            weather.gone = False
            self._fail()

    def commit(self) -> None:
        trouble, self._weather.commit = self._weather.commit, ""
        if trouble == "refused":
            self._fail()
        super().commit()
        self._weather.gone = trouble == "gone"
        if trouble:
            self._fail()

    def _fail(self) -> NoReturn:
        self._connection.invalidate()
        raise OperationalError("COMMIT", {}, Exception("the server closed the connection"))


class TwoBenches:
    """Benches 2 and 3, a clock that goes on a second with every input, and the shop's news."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.engine = self.founded(home)
        self.said: dict[str, Said] = {}
        """Digest of what the shop said while somebody had the order in hand -> what."""
        self.weather = Weather()
        self.at = NOW
        self.ops = self.retries = 0
        self.stations = {name: self.restarted(name) for name in ("2", "3")}
        self.heard: dict[str, Scan | Command] = {}

    def founded(self, home: Path) -> Engine:
        """The shop both benches share, as it is before the first input."""
        path = home / "packstation.db"
        path.write_bytes(_founded())
        engine = open_engine(f"sqlite:///{path}")
        # Nobody cuts the power here: waiting for the disk would only make the test slow.
        event.listen(engine, "connect", lambda it, _: it.execute("PRAGMA synchronous=OFF"))
        return engine

    def restarted(self, name: str) -> Station:
        """The bench as a new process finds it."""
        station = Station(self._opener(name), SHOP, name)
        station.resume()
        return station

    def give(self, name: str, given: str | Wish) -> Step:
        """Scan a code or press a wish; when the database fails, the same is given again."""
        self.at += timedelta(seconds=1)
        self.ops += 1
        op = f"op-{self.ops}"
        if isinstance(given, str):
            self.heard[name] = Scan(given, self.at, op=op)
        else:
            self.heard[name] = Command(given, self.at, op=op)
        step = self.again(name)
        assert step is not None
        return step

    def again(self, name: str) -> Step | None:
        """What was given last, under the name it had."""
        given = self.heard[name]
        try:
            return self.stations[name].receive(given)
        except OperationalError:
            return self.stations[name].receive(given)

    def follow_up(self, name: str) -> Step | None:
        try:
            return self.stations[name].follow_up(self.at)
        except OperationalError:
            return self.stations[name].follow_up(self.at)

    def last_plan(self, name: str) -> frozenset[str]:
        """The touches this bench thought of last."""
        plans = "SELECT bench, payload FROM bench_events WHERE kind = 'PlanMade' ORDER BY seq"
        payload = [payload for bench, payload in self.ask(plans) if bench == name][-1]
        event = read_event("PlanMade", str(payload))
        assert isinstance(event, PlanMade)
        return frozenset(it.touch.key for it in event.suggestions)

    def waiting_slip(self) -> object:
        """The slip that is printed next; None when none waits."""
        jobs = self.ask(
            "SELECT p.slip_number FROM print_jobs j JOIN packings p ON p.id = j.packing_id"
            " WHERE j.state = 'queued' ORDER BY j.id LIMIT 1"
        )
        return jobs[0][0] if jobs else None

    def job_of(self, slip: object) -> object:
        """Where the newest job of this slip stands."""
        jobs = (
            "SELECT p.slip_number, j.state FROM print_jobs j"
            " JOIN packings p ON p.id = j.packing_id ORDER BY j.id DESC"
        )
        return next((state for it, state in self.ask(jobs) if it == slip), None)

    def print_next(self) -> bool:
        """The slip that waits longest, beside the bench it comes out at."""
        beside = self.ask(
            "SELECT j.bench FROM print_jobs j JOIN packings p ON p.id = j.packing_id"
            " WHERE j.state = 'queued' AND p.voided_at IS NULL ORDER BY j.id LIMIT 1"
        )
        name = str(beside[0][0]) if beside else "2"
        desk = SlipDesk(self._opener(name), self.weather, self.weather)
        try:
            return desk.print_next(self.at)
        except PowerCut:
            return True

    def retry_printing(self) -> None:
        for name in self.stations:
            SlipDesk(self._opener(name), self.weather, self.weather).retry(self.at)
        self.retries += 1

    def export(self, number: str, said: Said) -> None:
        """What an import brings of an order."""
        bring_in(self.engine, self.home, {number: said})
        waits = "SELECT number, content_hash FROM orders WHERE state = 'arriving'"
        self.said |= {str(digest): said for it, digest in self.ask(waits) if it == number}

    def news(self, *statements: str, **values: object) -> None:
        """What another program does to the orders, without a word to the import."""
        with self.engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement), values)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question))]

    def everything(self) -> list[list[tuple[object, ...]]]:
        """Every row of every table that packing may change."""
        return [self.ask(f"SELECT * FROM {table}") for table in _TABLES]  # noqa: S608 (our own names)

    def hand(self, name: str) -> Packing:
        """The order on this bench, locked or not."""
        hand = in_hand(self.stations[name].bench)
        assert hand is not None
        return hand

    def _opener(self, name: str) -> Callable[[], Work]:
        return lambda: ShakyWork(self.engine, name, self.weather)


def in_hand(bench: Bench) -> Packing | None:
    match bench:
        case Packing():
            return bench
        case Away(_, packing):
            return packing
        case _:
            return None


def found_four(engine: Engine, folder: Path) -> None:
    """Those of NEEDS as an export brought them, and one of long ago."""
    past = an_arriving_order(
        "900", ("TAZ-003", 1), state="shipped", placed_at=NOW - timedelta(days=200)
    )
    with engine.begin() as connection:
        found(connection, a_new_shop(past))
    waiting = {it: ("open", tuple(need.items())) for it, need in NEEDS.items()}
    bring_in(engine, folder, waiting)


@cache
def _founded() -> bytes:
    """Founded once for all runs."""
    with TemporaryDirectory() as folder:
        engine = an_engine(Path(folder))
        found_four(engine, Path(folder))
        engine.dispose()
        return (Path(folder) / "packstation.db").read_bytes()
