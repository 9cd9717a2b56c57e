"""An order's number, typed or scanned as people say it: with the shop's # or without."""

from pathlib import Path

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Free, Packing
from packstation.station.lookup import Lookup, OrderAmbiguous
from tests import small_shop as shop
from tests.small_shop import a_new_shop, an_arriving_order, found_shop
from tests.station.test_station import Day

TEA = ("TE-100", 1)


def _day(tmp_path: Path, *numbers: str) -> Day:
    orders = [an_arriving_order(number, TEA) for number in numbers]
    return Day(found_shop(tmp_path, a_new_shop(*orders)))


@pytest.mark.parametrize("called", ["#1001", "#1001-ES", "1001"])
@pytest.mark.parametrize("said", [str, "#{}".format])
def test_a_scanned_number_opens_its_order(tmp_path: Path, called: str, said: type[str]) -> None:
    day = _day(tmp_path, called, "#10011")

    bench = day.scan(shop.MARTA, said(called.removeprefix("#"))).bench

    assert isinstance(bench, Packing)
    assert bench.order.number == called
    day.opened.engine.dispose()


def test_its_paper_opens_it_too(tmp_path: Path) -> None:
    day = _day(tmp_path, "#1001")
    ((code,),) = day.ask("SELECT code FROM orders")

    bench = day.scan(shop.MARTA, str(code)).bench

    assert isinstance(bench, Packing)
    assert bench.order.number == "#1001"
    day.opened.engine.dispose()


def test_of_two_orders_a_number_may_mean_none_is_opened(tmp_path: Path) -> None:
    day = _day(tmp_path, "#1001", "1001")

    step = day.scan(shop.MARTA, "1001")

    assert step.outcome == out.AmbiguousCode("1001", ("#1001", "1001"), orders=True)
    assert isinstance(step.bench, Free)
    day.opened.engine.dispose()


def test_who_types_the_mark_means_it(tmp_path: Path) -> None:
    day = _day(tmp_path, "1001", "#1001")

    bench = day.scan(shop.MARTA, "#1001").bench

    assert isinstance(bench, Packing)
    assert bench.order.number == "#1001"
    day.opened.engine.dispose()


def test_an_order_is_shown_by_its_number_without_the_mark(tmp_path: Path) -> None:
    day = _day(tmp_path, "#1001", "1002", "#1002")
    lookup = Lookup(day.opened.read, day.opened.shop)

    assert lookup.order("1001", day.at).order.number == "#1001"
    with pytest.raises(OrderAmbiguous):
        lookup.order("1002", day.at)
    day.opened.engine.dispose()
