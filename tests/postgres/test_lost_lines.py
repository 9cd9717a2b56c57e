"""The server goes, or its answer is lost: said calmly, and nothing is doubled."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy.exc import DBAPIError

from packstation.assemble import DatabaseClosed, Opened, open_shop
from packstation.cli.trouble import explain
from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.scans import Scan
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.station.station import Station
from packstation.store.engine import reading
from packstation.store.orders import Orders
from packstation.words.words import load
from tests.postgres.server import Server
from tests.postgres.shops import every_row, opened_on
from tests.small_shop import CUP, MARTA, NOW, POT
from tests.station.killing import Living, at_of

ENGLISH = load("en", resources())


def two_in_the_box(opened: Opened) -> Station:
    """Marta, with two pieces of order 1042."""
    living = Living(opened)
    living.station.resume()
    for place, code in enumerate((MARTA, "1042", POT, CUP)):
        living.do(code, at_of(place))
    return living.station


def events(opened: Opened) -> int:
    return len(every_row(opened.engine)["bench_events"])


def test_a_server_that_goes_is_said_calmly_and_the_next_scan_goes_on(
    server: Server, opened: Opened
) -> None:
    station, scan = two_in_the_box(opened), Scan(CUP, at_of(9), op="the third")
    before = station.bench
    server.crash()
    with pytest.raises(DBAPIError) as failed:
        station.receive(scan)
    server.start()
    assert explain(failed.value, ENGLISH) == (
        "The shop's database does not answer: scan again in a moment."
        " Nothing that was shown is lost."
    )
    assert station.bench == before
    for _ in "twice":
        station.receive(scan)
    assert isinstance(station.bench, Packing)
    assert station.bench.counts == (2, 1, 0)
    assert events(opened) == 5


def test_a_restart_between_two_scans_is_not_even_noticed(
    server: Server, opened: Opened
) -> None:
    station = two_in_the_box(opened)
    server.restart()
    step = station.receive(Scan(CUP, at_of(9)))
    assert step is not None
    assert isinstance(step.outcome, out.PieceOk)


def test_a_server_that_is_not_there_at_the_start_is_said_with_its_reason(
    tmp_path: Path,
) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"postgresql+psycopg://shop@127.0.0.1:{door.getsockname()[1]}/shop"
        with pytest.raises(DatabaseClosed) as closed:
            open_shop(BenchSettings(home=tmp_path, database=url))
    assert "refused" in explain(closed.value, ENGLISH)


class Line:
    """Between bench and server; once told so, it breaks behind the next COMMIT."""

    def __init__(self, port: int) -> None:
        self.breaks = Event()
        self._server = ("127.0.0.1", port)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        Thread(target=self._answer, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                bench, _ = self._door.accept()
                server = socket.create_connection(self._server)
                Thread(target=self._carry, args=(bench, server), daemon=True).start()
                Thread(target=self._carry, args=(server, bench), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with here, there, suppress(OSError):
            while said := here.recv(65536):
                if b"COMMIT\0" in said and self.breaks.is_set():
                    self.breaks.clear()
                    here.shutdown(socket.SHUT_RDWR)  # before anybody can answer
                    there.sendall(said)
                    there.recv(65536)  # it is committed
                    return
                there.sendall(said)


@pytest.fixture
def over_a_line(server: Server, opened: Opened) -> Iterator[tuple[Opened, Line]]:
    line = Line(server.port)
    direct = opened.settings.database
    url = direct.replace(f":{server.port}/", f":{line.port}/")
    shop = opened_on(url, opened.settings.home)
    yield shop, line
    shop.engine.dispose()
    line.close()


def test_a_commit_whose_answer_is_lost_on_the_way_counts_once(
    over_a_line: tuple[Opened, Line], opened: Opened
) -> None:
    shop, line = over_a_line
    station = two_in_the_box(shop)
    line.breaks.set()
    step = station.receive(Scan(CUP, at_of(9)))
    assert not line.breaks.is_set()
    assert step is not None
    assert isinstance(step.outcome, out.PieceOk)
    assert events(opened) == 5


def test_whoever_only_looks_can_change_nothing(opened: Opened) -> None:
    with (
        reading(opened.engine).connect() as connection,
        pytest.raises(DBAPIError, match="read-only transaction"),
    ):
        Orders(connection).claim(2, "2", "Marta", NOW)
