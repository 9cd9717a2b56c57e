"""One server for all tests of this folder, and a small shop on it for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from packstation.assemble import Opened
from packstation.domain.founding import NewShop
from packstation.places import migrations
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.migrate import migrate
from tests.postgres.server import Server, programs
from tests.postgres.shops import opened_on
from tests.small_shop import a_new_shop
from tests.station.stories import WITH_NOTES, shop_of


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt install postgresql)")
    pytest.importorskip("psycopg", reason="needs the extra packstation[postgres]")
    server = Server(where)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def tables(server: Server) -> str:
    """The name of a database with this version's empty tables, to make others from."""
    url = server.new()
    engine = open_engine(url)
    migrate(engine, migrations())
    engine.dispose()
    return url.rpartition("/")[2]


@pytest.fixture(scope="session")
def small_shop(server: Server, tables: str) -> str:
    """The same with the small shop in it."""
    return _founded(server, tables, a_new_shop())


@pytest.fixture(scope="session")
def writing_shop(server: Server, tables: str) -> str:
    """The same with the shop that writes notes."""
    return _founded(server, tables, next(map(shop_of, WITH_NOTES)))


def _founded(server: Server, tables: str, new: NewShop) -> str:
    url = server.new(tables)
    engine = open_engine(url)
    with engine.begin() as connection:
        found(connection, new)
    engine.dispose()
    return url.rpartition("/")[2]


@pytest.fixture
def empty(server: Server, tables: str) -> Iterator[Engine]:
    url = server.new(tables)
    engine = open_engine(url)
    yield engine
    engine.dispose()
    server.drop(url)


@pytest.fixture
def opened(server: Server, small_shop: str, tmp_path: Path) -> Iterator[Opened]:
    """The small shop, as bench 2 has it open."""
    with _at_its_bench(server, small_shop, tmp_path) as opened:
        yield opened


@pytest.fixture
def opened_with_notes(server: Server, writing_shop: str, tmp_path: Path) -> Iterator[Opened]:
    """The shop that writes notes, as bench 2 has it open."""
    with _at_its_bench(server, writing_shop, tmp_path) as opened:
        yield opened


@contextmanager
def _at_its_bench(server: Server, shop: str, home: Path) -> Iterator[Opened]:
    url = server.new(shop)
    opened = opened_on(url, home)
    yield opened
    opened.engine.dispose()
    server.drop(url)
