"""An order of which the shop says something: begun, left and packed."""

from datetime import timedelta

import pytest

from packstation.domain.bench import InBox, Parked
from packstation.store.orders import LEASE
from packstation.store.wire import write_parked
from tests.small_shop import NOW
from tests.store.told import Told

PARKED = Parked(box=InBox(counts=(1,)), revision=1, by="Marta", at=NOW)
A_MINUTE_AGO, SOON = NOW - timedelta(minutes=1), NOW + LEASE


@pytest.mark.parametrize("becomes", ["open", "cancelled"])
@pytest.mark.parametrize(
    "bench, lease, is_heeded",
    [
        ("2", SOON, True),
        ("3", A_MINUTE_AGO, True),
        ("3", SOON, False),
        ("3", NOW, False),
        ("3", None, False),
        ("2", None, True),
    ],
)
def test_who_begins_an_order_anew_begins_with_what_the_shop_says(
    told: Told, bench: str, lease: object, becomes: str, *, is_heeded: bool
) -> None:
    told.have_all("claimed", bench=bench, packer_name="Joan", claimed_at=NOW, lease_until=lease)
    told.say(becomes)
    before = told.order()
    assert told.shelf.orders.begin(2, "2", NOW) is None
    if not is_heeded:
        assert told.order() == before
        return
    now = told.order()
    assert (now["state"], now["revision"], told.waits) == (becomes, 2, [])
    left = ("bench", "packer_name", "claimed_at", "lease_until", "arrives_as")
    assert [now[name] for name in left] == [None, "", None, None, None]


def test_a_bench_knows_what_it_has_left_by_its_name_however_long(told: Told) -> None:
    told.say("open")
    told.stand(state="claimed", bench="mesa grande", lease_until=SOON)
    told.shelf.orders.begin(2, "mesa grande", NOW)
    assert told.order()["revision"] == 2


@pytest.mark.parametrize("state", ["open", "packed", "cancelled", "held", "shipped"])
def test_what_nobody_has_is_begun_as_it_is(told: Told, state: str) -> None:
    """Something left beside it by another program is not ours to put in its place."""
    told.say("open")
    told.stand(state=state, bench="2", lease_until=A_MINUTE_AGO)
    before = told.order()
    assert told.shelf.orders.begin(2, "2", NOW) is None
    assert told.order() == before


def test_where_the_shop_said_nothing_the_order_stays_its_benchs(told: Told) -> None:
    told.stand(state="claimed", bench="3", lease_until=A_MINUTE_AGO)
    before = told.order()
    assert told.shelf.orders.begin(2, "2", NOW) is None
    assert told.order() == before


def test_who_goes_on_with_what_was_put_aside_has_its_box_and_its_news(told: Told) -> None:
    told.say("open")
    told.stand(state="parked", parked=write_parked(PARKED), lease_until=A_MINUTE_AGO)
    assert told.shelf.orders.begin(2, "2", NOW) == PARKED
    assert (told.order()["state"], len(told.waits)) == ("parked", 1)


def test_put_back_it_is_what_the_shop_says(told: Told) -> None:
    told.say("open")
    told.stand(state="claimed", bench="2", lease_until=SOON)
    told.shelf.orders.release(2, "2")
    assert (told.order()["state"], told.order()["pieces"]) == ("open", 5)


def test_held_it_is_what_the_shop_says_for_that_reason(told: Told) -> None:
    told.say("open")
    told.stand(state="claimed", bench="2", lease_until=SOON)
    told.shelf.orders.hold(2, "2", "wet", "Joan")
    now = told.order()
    assert (now["state"], now["hold_reason"], now["pieces"]) == ("held", "wet", 5)


def test_packed_as_it_was_nothing_waits_any_more(told: Told) -> None:
    new = told.say("open")
    told.stand(state="claimed", bench="2", lease_until=SOON)
    told.shelf.orders.pack(2, "2", 1)
    assert told.changed() == {"state": "packed", "bench": "2"}
    assert told.gone(new)
