"""A morning at the note table, with its shop put away afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.domain.arrivals import ArrivingOrder
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
