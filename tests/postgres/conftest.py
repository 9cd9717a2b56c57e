"""One server for all tests of this folder, and a small shop on it for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from packstation.assemble import Opened
from packstation.places import migrations
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.migrate import migrate
from tests.postgres.server import Server, programs
from tests.postgres.shops import opened_on
from tests.small_shop import a_new_shop


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
    url = server.new(tables)
    engine = open_engine(url)
    with engine.begin() as connection:
        found(connection, a_new_shop())
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
    url = server.new(small_shop)
    opened = opened_on(url, tmp_path)
    yield opened
    opened.engine.dispose()
    server.drop(url)
