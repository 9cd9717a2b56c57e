"""Days are counted where the shop is: an order at half past midnight is of the day begun."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.domain.bench import Packing
from packstation.domain.customers import CustomerCard
from packstation.domain.founding import PastIncident
from packstation.domain.scans import Scan
from packstation.domain.scene import Scene
from packstation.station.lookup import Lookup
from packstation.station.station import Station
from tests.small_shop import MARTA, NOW, SHOP, a_new_shop, an_arriving_order, found_shop

HALF_PAST_MIDNIGHT = datetime(2026, 11, 8, 23, 30, tzinfo=UTC)
"""In Madrid, on the 9th."""
ORDERS = (
    an_arriving_order("7", ("TE-100", 1), state="shipped", placed_at=HALF_PAST_MIDNIGHT),
    an_arriving_order(
        "8",
        *[("TE-100", 1)],
        state="shipped",
        placed_at=HALF_PAST_MIDNIGHT + timedelta(hours=9),
    ),
    an_arriving_order("9", ("TE-100", 1), placed_at=HALF_PAST_MIDNIGHT + timedelta(days=10)),
)
LATE = PastIncident(
    order="7", cause="late", severity=1, reported_at=HALF_PAST_MIDNIGHT + timedelta(days=2)
)
In = Callable[[str], Opened]

ZONES = pytest.mark.parametrize(
    "zone, since, silence, told",
    [
        ("Europe/Madrid", date(2026, 11, 9), 10, date(2026, 11, 11)),
        ("UTC", date(2026, 11, 8), 9, date(2026, 11, 10)),
    ],
)  # fmt: skip


@pytest.fixture
def shop_in(tmp_path: Path) -> Iterator[In]:
    opened: list[Opened] = []

    def founded(zone: str) -> Opened:
        here = replace(SHOP, brand=replace(SHOP.brand, zone=zone))
        new = replace(a_new_shop(*ORDERS), shop=here, incidents=(LATE,))
        opened.append(found_shop(tmp_path, new))
        return replace(opened[-1], shop=here)

    yield founded
    for it in opened:
        it.engine.dispose()


def at_the_bench(opened: Opened) -> CustomerCard:
    station = Station(opened.write, opened.shop, "2")
    station.resume()
    station.receive(Scan(MARTA, NOW))
    station.receive(Scan("9", NOW + timedelta(seconds=1)))
    assert isinstance(station.bench, Packing)
    assert station.bench.card is not None
    return station.bench.card


def scene_of(opened: Opened) -> Scene:
    now = NOW.astimezone(opened.shop.zone)
    with opened.read() as work:
        order, customer = work.orders.snapshot(work.orders.numbered("9")[0])
        assert customer is not None
        return work.scene(order, work.customers.card(customer, order, now), now)


@ZONES
def test_the_card_at_the_bench_counts_days_of_the_shops_zone(
    shop_in: In, zone: str, since: date, silence: int, told: date
) -> None:
    card = at_the_bench(shop_in(zone))
    assert card.incident is not None
    assert (card.since, card.days_since_previous, card.incident.reported_on) == (
        since, silence, told,
    )  # fmt: skip


@ZONES
def test_whoever_looks_an_order_up_reads_the_same_days(
    shop_in: In, zone: str, since: date, silence: int, told: date
) -> None:
    opened = shop_in(zone)
    card = Lookup(opened.read, opened.shop).order("9", NOW).card
    assert card is not None
    assert card.incident is not None
    assert (card.since, card.days_since_previous, card.incident.reported_on) == (
        since, silence, told,
    )  # fmt: skip


@pytest.mark.parametrize("zone, dates", [("Europe/Madrid", []), ("UTC", [2])])
def test_two_orders_of_one_day_make_no_favourite(
    shop_in: In, zone: str, dates: list[int]
) -> None:
    """Half past midnight and half past nine: to UTC they are two days."""
    scene = scene_of(shop_in(zone))
    assert scene.memory is not None
    assert [it.dates for it in scene.memory.products] == dates
    assert scene.days_with_us == 10
