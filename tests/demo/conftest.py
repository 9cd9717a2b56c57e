"""The demo shop as it was built one Tuesday morning, once for all tests."""

from datetime import datetime

import pytest

from packstation.demo.calendar import MADRID
from packstation.demo.shop import DemoShop, demo_shop
from packstation.domain.founding import NewShop
from packstation.places import resources

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=MADRID)


@pytest.fixture(scope="session")
def demo() -> DemoShop:
    return demo_shop(TUESDAY, resources() / "rules")


@pytest.fixture(scope="session")
def casa_azul(demo: DemoShop) -> NewShop:
    return demo.founding
