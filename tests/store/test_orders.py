"""An order is one bench's alone: every way it is claimed, left, lost and packed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from packstation.domain import events as ev
from packstation.domain.bench import InBox, Parked
from packstation.domain.orders import Opener
from packstation.store.orders import LEASE, Claimed, Orders, StaleOrderError
from packstation.store.rows import OrderRow
from tests.small_shop import MARK, NOW, a_new_shop, an_arriving_order, found_shop
from tests.store.shelf import Shelf

PARKED = Parked(box=InBox(counts=(1,)), revision=1, by="Marta", at=NOW)
SECOND = timedelta(seconds=1)
ELSEWHERE = ev.AtOtherBench("3", "Joan", NOW)
HELD = ev.OnHold("falta", "Ana")


OURS = ("claimed", "2", "Marta", NOW, NOW + LEASE, None, "", "")
WAITS = ("open", None, "", None, None, None, "", "")


def test_a_lease_lasts_ten_minutes() -> None:
    assert timedelta(minutes=10) == LEASE


@pytest.mark.parametrize("state", ["open", "parked"])
def test_an_order_that_waits_is_whose_claims_it_first(shelf: Shelf, state: str) -> None:
    shelf.put(state, parked={"a": 1})
    assert shelf.claim() == ev.Granted()
    assert shelf.now() == OURS


@pytest.mark.parametrize("bench", [None, "2"])
@pytest.mark.parametrize(
    "state, standing",
    [
        ("held", HELD),
        ("cancelled", ev.WasCancelled()),
        ("packed", ev.NothingToPack()),
        ("shipped", ev.WasSent()),
        ("arriving", ev.NothingToPack()),
    ],
)
def test_any_other_says_why_it_cannot_be_claimed_and_stays_as_it_is(
    shelf: Shelf, state: str, standing: ev.Standing, bench: str | None
) -> None:
    shelf.put(state, bench=bench)
    before = shelf.now()
    assert shelf.claim() == standing
    assert shelf.now() == before


@pytest.mark.parametrize("after", [timedelta(0), LEASE])
@pytest.mark.parametrize("bench", ["1", "3", "22"])
def test_nobody_takes_an_order_while_its_lease_lasts(
    shelf: Shelf, bench: str, after: timedelta
) -> None:
    shelf.at_bench(bench)
    before = shelf.now()
    assert shelf.claim(NOW + after) == ev.AtOtherBench(bench, "Joan", NOW)
    assert shelf.now() == before


def test_after_its_lease_an_order_is_whoever_claims_it(shelf: Shelf) -> None:
    shelf.at_bench("3")
    at = NOW + LEASE + SECOND
    assert shelf.claim(at) == ev.Granted()
    assert shelf.now() == ("claimed", "2", "Marta", at, at + LEASE, None, "", "")


def test_a_bench_may_claim_again_what_it_has(shelf: Shelf) -> None:
    shelf.at_bench("2")
    assert shelf.claim(NOW + SECOND) == ev.Granted()


@pytest.mark.parametrize("state", ["open", "parked", "held", "cancelled", "shipped"])
def test_only_a_packed_order_is_claimed_to_be_opened_again(shelf: Shelf, state: str) -> None:
    shelf.put(state)
    before = shelf.now()
    assert shelf.orders.reclaim(2, "2", "Marta", NOW) != ev.Granted()
    assert shelf.now() == before


def test_a_packed_order_is_claimed_to_be_opened_again(shelf: Shelf) -> None:
    shelf.put("packed", bench="3", packer_name="Joan")
    assert shelf.orders.reclaim(2, "2", "Marta", NOW) == ev.Granted()
    assert shelf.now() == OURS


def test_only_what_was_put_aside_has_a_box_to_go_on_with(shelf: Shelf) -> None:
    shelf.at_bench("2")
    assert shelf.orders.begin(2, "2", NOW) is None
    shelf.orders.put_aside(2, "2", PARKED)
    assert shelf.now()[:5] == ("parked", None, "", None, None)
    assert shelf.orders.begin(2, "2", NOW) == PARKED
    shelf.claim()
    assert shelf.orders.begin(2, "2", NOW) is None
    shelf.put("open", parked={"a": 1})
    assert shelf.orders.begin(2, "2", NOW) is None
    shelf.put("shipped", parked={"a": 1})
    assert shelf.orders.begin(2, "2", NOW) is None
    shelf.put("parked", parked=None)
    assert shelf.orders.begin(2, "2", NOW) is None


def test_an_order_that_is_put_back_waits_for_anybody(shelf: Shelf) -> None:
    shelf.at_bench("2")
    shelf.orders.release(2, "2")
    assert shelf.now() == WAITS


def test_an_order_that_is_held_says_why_and_who(shelf: Shelf) -> None:
    shelf.at_bench("2")
    shelf.orders.hold(2, "2", "falta", "Ana")
    assert shelf.now() == ("held", None, "", None, None, None, "falta", "Ana")
    assert shelf.claim() == HELD
    shelf.orders.let_go(2)
    assert shelf.now() == WAITS


def test_only_the_one_that_is_meant_is_let_go(shelf: Shelf) -> None:
    shelf.put("held")
    shelf.orders.let_go(2)
    assert shelf.now() == WAITS


@pytest.mark.parametrize("state", ["open", "claimed", "cancelled", "packed"])
def test_only_a_held_order_is_let_go(shelf: Shelf, state: str) -> None:
    shelf.put(state, hold_reason="x", held_by="y")
    before = shelf.now()
    shelf.orders.let_go(2)
    assert shelf.now() == before


def test_a_packed_order_keeps_who_packed_it_and_where(shelf: Shelf) -> None:
    shelf.at_bench("2")
    shelf.orders.pack(2, "2", 1)
    assert shelf.now() == ("packed", "2", "Joan", NOW, None, None, "", "")


@pytest.mark.parametrize("bench, revision", [("3", 1), ("2", 2), ("2", 0)])
def test_nobody_packs_for_another_bench_or_another_revision(
    shelf: Shelf, bench: str, revision: int
) -> None:
    shelf.at_bench("2")
    before = shelf.now()
    with pytest.raises(StaleOrderError, match="2"):
        shelf.orders.pack(2, bench, revision)
    assert shelf.now() == before


@pytest.mark.parametrize("state", ["open", "cancelled", "packed"])
def test_nobody_packs_what_is_not_on_a_bench(shelf: Shelf, state: str) -> None:
    shelf.put(state, bench="2")
    with pytest.raises(StaleOrderError):
        shelf.orders.pack(2, "2", 1)


@pytest.mark.parametrize("state, bench", [("claimed", "3"), ("cancelled", "2"), ("open", "2")])
def test_a_bench_does_nothing_to_an_order_it_no_longer_has(
    shelf: Shelf, state: str, bench: str
) -> None:
    shelf.put(state, bench=bench)
    before = shelf.now()
    shelf.orders.release(2, "2")
    shelf.orders.hold(2, "2", "x", "y")
    shelf.orders.put_aside(2, "2", PARKED)
    assert shelf.now() == before


@pytest.mark.parametrize(
    "state, bench, standing",
    [
        ("claimed", "2", Claimed(1)),
        ("claimed", "3", ELSEWHERE),
        ("claimed", "1", ev.AtOtherBench("1", "Joan", NOW)),
        ("held", None, HELD),
        ("cancelled", "2", ev.WasCancelled()),
        ("open", None, ev.NothingToPack()),
        ("packed", "2", ev.NothingToPack()),
    ],
)
def test_what_became_of_the_order_in_hand(
    shelf: Shelf, state: str, bench: str | None, standing: Claimed | ev.Standing
) -> None:
    shelf.at_bench("2")
    shelf.put(state, bench=bench)
    assert shelf.orders.claimed_here(2, "2", NOW) == standing


def test_a_bench_is_known_by_its_name_however_long(shelf: Shelf) -> None:
    shelf.at_bench("mesa grande")
    assert shelf.orders.claimed_here(2, "mesa grande", NOW) == Claimed(1)


@pytest.mark.parametrize(
    "after, until",
    [
        (timedelta(0), NOW + LEASE),
        (LEASE / 4, NOW + LEASE),
        (LEASE / 2, NOW + LEASE),
        (LEASE / 2 + SECOND, NOW + LEASE * 1.5 + SECOND),
        (LEASE * 3, NOW + LEASE * 4),
    ],
)
def test_a_lease_is_renewed_by_work_once_half_of_it_is_over(
    shelf: Shelf, after: timedelta, until: datetime
) -> None:
    shelf.at_bench("2")
    shelf.orders.claimed_here(2, "2", NOW + after)
    assert shelf.now()[4] == until


def test_looking_renews_no_lease_of_another_bench(shelf: Shelf) -> None:
    shelf.at_bench("3")
    shelf.orders.claimed_here(2, "2", NOW + LEASE)
    assert shelf.now()[4] == NOW + LEASE


@pytest.mark.parametrize("order_id", [1, 2, 3])
def test_an_order_is_known_by_its_code_and_by_its_number(shelf: Shelf, order_id: int) -> None:
    row = shelf.connection.execute(select(OrderRow.code).where(OrderRow.id == order_id)).one()
    assert row.code.startswith(MARK)
    assert shelf.orders.of_code(row.code) == order_id
    assert shelf.orders.numbered(str(order_id)) == (order_id,)


def test_what_no_order_is_called_finds_none(shelf: Shelf) -> None:
    assert (shelf.orders.of_code("nothing"), shelf.orders.of_code("A")) == (None, None)
    assert shelf.orders.numbered("4") == ()


def test_an_order_that_is_still_arriving_is_not_known_yet(shelf: Shelf) -> None:
    shelf.put("arriving")
    assert shelf.orders.numbered("2") == ()


def test_an_order_says_its_own_number(shelf: Shelf) -> None:
    numbers = [shelf.orders.number(order_id) for order_id in (0, 1, 2, 3, 4)]
    assert numbers == [None, "1", "2", "3", None]


@pytest.mark.parametrize(
    "opener, kept", [(Opener.RECIPIENT, "recipient"), (Opener.UNKNOWN, "unknown"), (None, None)]
)
def test_who_opens_it_is_told_of_one_order(
    shelf: Shelf, opener: Opener | None, kept: str | None
) -> None:
    shelf.orders.tell_opener(3, Opener.BUYER)
    shelf.orders.tell_opener(2, opener)
    told = select(OrderRow.opener_told).order_by(OrderRow.id)
    assert [*shelf.connection.execute(told).scalars()] == [None, kept, "buyer"]


def test_an_order_says_its_own_state(shelf: Shelf) -> None:
    shelf.connection.execute(update(OrderRow).where(OrderRow.id == 2).values(state="held"))
    assert [shelf.orders.state(order_id) for order_id in (1, 2, 3)] == ["open", "held", "open"]


def test_orders_may_have_one_number_and_the_first_five_are_named(tmp_path: Path) -> None:
    orders = (an_arriving_order(number, ("TE-100", 1)) for number in "123456")
    opened = found_shop(tmp_path, a_new_shop(*orders))
    with opened.engine.connect() as connection:
        connection.execute(update(OrderRow).values(number="7"))
        assert Orders(connection).numbered("7") == (1, 2, 3, 4, 5)
    opened.engine.dispose()
