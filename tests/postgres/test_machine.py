"""The state machine of tests.station.machine, with its two benches on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Engine

from packstation.store.engine import open_engine
from tests.postgres.server import Server
from tests.station.machine import Machine
from tests.station.two_benches import TwoBenches, found_four


@pytest.fixture
def four(server: Server, tables: str, tmp_path: Path) -> Iterator[str]:
    """The name of a database with the orders of the machine, to make others from."""
    url = server.new(tables)
    engine = open_engine(url)
    found_four(engine, tmp_path)
    engine.dispose()
    yield url.rpartition("/")[2]
    server.drop(url)


def test_two_benches_and_a_shop_driven_by_chance(server: Server, four: str) -> None:
    class OnServer(TwoBenches):
        def founded(self, home: Path) -> Engine:
            del home
            return open_engine(server.new(four))

    class There(Machine):
        def founded(self, home: Path) -> TwoBenches:
            return OnServer(home)

        def teardown(self) -> None:
            super().teardown()
            server.drop(self.real.engine.url.render_as_string())

    quick = settings(max_examples=5, stateful_step_count=30, phases=[Phase.generate])
    run_state_machine_as_test(There, settings=quick)
