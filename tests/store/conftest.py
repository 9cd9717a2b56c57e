"""The shelf of tests.store.shelf, laid out once for all tests of a file."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.small_shop import a_new_shop, an_arriving_order, found_shop
from tests.store.shelf import Shelf
from tests.store.told import Told


@pytest.fixture(scope="module")
def three_orders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    orders = (an_arriving_order(number, ("TE-100", 1)) for number in ("1", "2", "3"))
    opened = found_shop(tmp_path_factory.mktemp("shop"), a_new_shop(*orders))
    yield opened.engine
    opened.engine.dispose()


@pytest.fixture
def shelf(three_orders: Engine) -> Iterator[Shelf]:
    with three_orders.connect() as connection:  # which forgets what it did, as nobody commits
        shelf = Shelf(connection)
        yield shelf
        assert (shelf.now(1), shelf.now(3)) == shelf.neighbours


@pytest.fixture
def told(shelf: Shelf) -> Iterator[Told]:
    told = Told(shelf)
    yield told
    told.look_at_neighbours()
