"""A morning at the note table, or a desk with files; with its shop put away afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from packstation.domain.arrivals import ArrivingOrder
from packstation.station.file_desk import FileDesk
from tests.station.bringing import an_engine
from tests.station.desk import a_desk
from tests.station.mornings import Begin, Morning


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    begun: list[Morning] = []

    def morning(*orders: ArrivingOrder, people: dict[str, str] | None = None) -> Morning:
        begun.append(Morning(tmp_path, *orders, people=people))
        return begun[-1]

    yield morning
    for it in begun:
        it.opened.engine.dispose()


@pytest.fixture
def morning(begin: Begin) -> Morning:
    return begin()


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Engine]:
    """The database of a shop that files come into."""
    engine = an_engine(tmp_path)
    yield engine
    engine.dispose()


@pytest.fixture
def desk(files: Engine, tmp_path: Path) -> FileDesk:
    return a_desk(files, tmp_path)
