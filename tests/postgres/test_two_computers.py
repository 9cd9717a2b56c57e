"""Several benches of one shop at the same moment: each order, slip and name is one bench's."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from packstation.assemble import Opened, open_bench
from packstation.domain.events import Granted
from packstation.domain.intake import ImportRunning
from packstation.domain.scans import Scan
from packstation.station.intake import Intake
from packstation.station.station import Station
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.rows import OrderRow, PackingRow, TouchRow
from packstation.store.server import (
    IMPORT,
    BenchTaken,
    Trouble,
    held_alone,
    trouble_of,
)
from tests.postgres.server import Server
from tests.postgres.shops import at_bench, opened_on
from tests.small_shop import (
    LONG_AGO,
    MARTA,
    NOW,
    SEAL,
    SWEETS,
    TEA,
    a_new_shop,
    an_arriving_order,
)
from tests.station.bringing import a_file, a_row
from tests.station.killing import Living, at_of

BENCHES = tuple("12345678")
ORDERS = 200


@pytest.fixture(scope="module")
def many(server: Server, tables: str) -> Iterator[str]:
    """A shop with many orders of one tea each, and two sweets in the jar."""
    url = server.new(tables)
    engine = open_engine(url)
    orders = [an_arriving_order(f"{5000 + n}", ("TE-100", 1)) for n in range(ORDERS)]
    past = an_arriving_order("900", ("TE-100", 1), state="shipped", placed_at=LONG_AGO)
    with engine.begin() as connection:
        found(connection, a_new_shop(*orders, past))
    engine.dispose()
    yield url.rpartition("/")[2]
    server.drop(url)


@pytest.fixture
def benches(server: Server, many: str, tmp_path: Path) -> Iterator[list[Opened]]:
    url = server.new(many)
    benches = [opened_on(url, tmp_path, name) for name in BENCHES]
    yield benches
    for it in benches:
        it.engine.dispose()
    server.drop(url)


def claim_all(opened: Opened, start: Barrier) -> list[int]:
    """Those of all orders that this bench was granted."""
    ids = list(range(1, ORDERS + 1))
    Random(opened.settings.bench).shuffle(ids)  # noqa: S311 (each bench its own way)
    granted = []
    start.wait()
    for order_id in ids:
        with opened.write() as work:
            answer = work.orders.claim(order_id, opened.settings.bench, "Marta", NOW)
            work.commit()
        if isinstance(answer, Granted):
            granted.append(order_id)
    return granted


def test_an_order_never_has_two_holders(benches: list[Opened]) -> None:
    start = Barrier(len(benches))
    with ThreadPoolExecutor(len(benches)) as hands:
        granted = list(hands.map(lambda it: claim_all(it, start), benches))
    holders = Counter(order for orders in granted for order in orders)
    assert holders == dict.fromkeys(range(1, ORDERS + 1), 1)
    claimed = OrderRow.bench.is_not(None)
    asked = select(OrderRow.bench, func.count()).where(claimed).group_by(OrderRow.bench)
    with benches[0].engine.connect() as connection:
        written = {tuple(row) for row in connection.execute(asked)}
    assert written == {it for it in zip(BENCHES, map(len, granted), strict=True) if it[1]}


def pack_what_is_left(opened: Opened, start: Barrier) -> None:
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    start.wait()
    station.receive(Scan(MARTA, NOW))
    for place in range(24):
        for code in (f"{5000 + place}", TEA, SWEETS, SEAL, SEAL):
            station.receive(Scan(code, at_of(place)))


def test_four_benches_on_the_same_pile_pack_each_order_once(benches: list[Opened]) -> None:
    start = Barrier(4)
    with ThreadPoolExecutor(4) as hands:
        list(hands.map(lambda it: pack_what_is_left(it, start), benches[:4]))
    with benches[0].engine.connect() as connection:
        packed = connection.execute(select(PackingRow.order_id)).scalars().all()
        jar = connection.execute(select(TouchRow.on_hand)).scalar_one()
    assert set(range(1, 25)) <= set(packed)
    assert len(packed) == len(set(packed))
    assert jar == 0


def test_a_slip_comes_out_beside_its_parcel_and_a_copy_where_it_was_asked_for(
    opened: Opened,
) -> None:
    here = Living(opened)
    here.station.resume()
    for place, code in enumerate((MARTA, "1043", TEA, SEAL)):
        here.do(code, at_of(place))
    with at_bench(opened, "3") as elsewhere:
        there = Living(elsewhere)
        assert not there.desk.print_next(NOW)
        assert here.desk.print_next(NOW)
        there.desk.print_again("2-26-000001", "torn", "Joan", NOW)
        assert not here.desk.print_next(NOW)
        assert there.desk.print_next(NOW)


def test_an_order_somebody_else_is_changing_is_waited_for_and_then_that_is_said(
    opened: Opened,
) -> None:
    with at_bench(opened, "3") as elsewhere, elsewhere.write() as slow:
        slow.orders.claim(2, "3", "Joan", NOW)
        with pytest.raises(DBAPIError) as failed, opened.write() as work:
            work.orders.claim(2, "2", "Marta", NOW)
    assert trouble_of(failed.value.orig) is Trouble.BUSY


def test_while_one_computer_brings_a_file_in_no_other_does_nor_clears_up_behind_it(
    opened: Opened, tmp_path: Path
) -> None:
    intake = Intake(opened.engine, opened.shop, lambda: NOW)
    with (
        held_alone(opened.engine, IMPORT),
        at_bench(opened, "3") as elsewhere,
        pytest.raises(ImportRunning),
    ):
        Intake(elsewhere.engine, opened.shop, lambda: NOW).bring_in(a_file(tmp_path, a_row()))
    assert intake.bring_in(a_file(tmp_path, a_row())).orders.new == 1


def test_two_windows_cannot_stand_at_one_bench(opened: Opened) -> None:
    here = open_bench(opened.settings, lambda _: None)
    with at_bench(opened, "3") as elsewhere:
        with pytest.raises(BenchTaken):
            open_bench(opened.settings, lambda _: None)
        open_bench(elsewhere.settings, lambda _: None).close()
        here.close()
        open_bench(opened.settings, lambda _: None).close()


def test_who_gives_up_a_seat_leaves_the_bench_to_the_next_and_still_ends_its_paper(
    opened: Opened,
) -> None:
    here = open_bench(opened.settings, lambda _: None)
    here.give_up_seat()
    after = open_bench(opened.settings, lambda _: None)
    assert here.printing() == after.printing()
    here.close()
    with pytest.raises(BenchTaken):
        open_bench(opened.settings, lambda _: None)
    after.close()
