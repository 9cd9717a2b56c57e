"""The shop's own median gap is measured in its own history, and judges its customers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from packstation.assemble import Opened
from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder
from packstation.station.rhythm import RhythmTaken
from packstation.store.rhythm import _SAMPLE, _sampled
from packstation.store.rows import ImportRow
from packstation.store.work import Work
from tests.small_shop import NOW, a_new_shop, an_arriving_order, found_shop

DAY = timedelta(days=1)
PEOPLE = 30


def _of(person: int, days_ago: int, state: str = "shipped", hour: int = 0) -> ArrivingOrder:
    return an_arriving_order(
        f"{person}-{days_ago}-{hour}-{state}",
        ("TE-100", 1),
        customer=f"p{person}",
        placed_at=NOW - days_ago * DAY + timedelta(hours=hour),
        state=state,
    )


def _orders() -> Iterator[ArrivingOrder]:
    """Everybody comes back after 20 days, twice; what is cancelled is no order."""
    for person in range(PEOPLE):
        yield from (_of(person, 100 - 20 * n) for n in range(3))
        yield _of(person, 100, hour=2)
        yield _of(person, 61, "cancelled")
    yield _of(0, 1, "open")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Opened]:
    people = tuple(
        ArrivingCustomer(outside_id=f"p{n}", name=f"N{n}", language="es") for n in range(PEOPLE)
    )
    opened = found_shop(tmp_path, replace(a_new_shop(*_orders()), customers=people))
    yield opened
    opened.engine.dispose()


def take(shop: Opened, now: datetime = NOW) -> bool:
    return RhythmTaken(shop.write, shop.read, shop.shop).take(now)


def ratio(work: Work) -> int | None:
    """Of the order that waits, 59 days after two gaps of 20."""
    [order_id] = work.orders.numbered("0-1-0-open")
    order, customer = work.orders.snapshot(order_id)
    assert customer is not None
    return work.customers.card(customer, order, NOW).lapse_ratio


def test_a_customer_is_judged_by_the_shops_own_gap(shop: Opened) -> None:
    with shop.read() as work:
        assert ratio(work) == 170  # of the 60 days that are assumed
    assert take(shop)
    with shop.read() as work:
        assert ratio(work) == 295


def test_only_gaps_between_days_count_and_nothing_that_was_cancelled(shop: Opened) -> None:
    with shop.read() as work:
        found = work.rhythm.news(NOW)
    assert found is not None
    assert set(found["gaps"].values()) == {20}


def test_it_is_measured_once_a_month(shop: Opened) -> None:
    assert take(shop)
    assert not take(shop, NOW + DAY)
    assert take(shop, datetime(2026, 12, 1, 9, tzinfo=UTC))


def test_it_is_measured_again_after_a_file_came_in(shop: Opened) -> None:
    assert take(shop)
    with shop.engine.begin() as connection:
        connection.execute(
            insert(ImportRow).values(
                source="csv", file_name="", started_at=NOW, published_at=NOW, summary={}
            )
        )
    assert take(shop, NOW + DAY)
    assert not take(shop, NOW + DAY)


def test_a_shop_without_orders_measures_nothing(tmp_path: Path) -> None:
    opened = found_shop(tmp_path, replace(a_new_shop(), orders=()))
    with opened.read() as work:
        found = work.rhythm.news(NOW)
    opened.engine.dispose()
    assert found is not None
    assert found["gaps"] == {}


@pytest.mark.parametrize("orders", [1, 3999, 4000, 4001, 3_000_000])
def test_a_shop_of_any_size_looks_at_few_orders(orders: int) -> None:
    assert 0 < len(_sampled(1, orders)) <= _SAMPLE


def test_a_growing_shop_looks_at_the_same_orders_again() -> None:
    assert set(_sampled(1, 5000)) <= set(_sampled(1, 7000))
