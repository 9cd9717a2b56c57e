"""What lies behind an order is as of the order's time: nothing younger leaks in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from packstation.domain.background import Background, Memory, PastIncident, PastTouchSeen
from packstation.domain.customers import Lapse
from packstation.domain.founding import NewShop, PastTouch
from packstation.domain.founding import PastIncident as Mishap
from packstation.domain.lines import BoughtLine
from packstation.domain.orders import GIFT, Opener
from packstation.store.backgrounds import _ORDERS_LOOKED_AT
from packstation.store.work import Work
from tests.small_shop import NOW, a_new_shop, an_arriving_order, found_shop

DAY = timedelta(days=1)
PLACED = NOW - DAY
LATER = PLACED + timedelta(minutes=1)

BEFORE = (
    an_arriving_order("1", ("TE-100", 2), state="shipped", placed_at=PLACED - 90 * DAY),
    an_arriving_order("2", ("TE-100", 1), state="shipped", placed_at=PLACED - 30 * DAY),
    an_arriving_order(
        "3",
        *[("TAZ-003", 9)],
        state="shipped",
        placed_at=PLACED - 20 * DAY,
        opener=Opener.RECIPIENT,
    ),
    an_arriving_order(
        "4", ("TAZ-003", 9), state="shipped", placed_at=PLACED - 10 * DAY, flags=(GIFT,)
    ),
    an_arriving_order("5", ("MIEL-1", 9), state="cancelled", placed_at=PLACED - 5 * DAY),
)
ASKED = an_arriving_order("6", ("TE-100", 1), ("MIEL-1", 2), ("TE-SET", 1), placed_at=PLACED)
AFTER = an_arriving_order("7", ("MIEL-1", 5), ("TET-001", 1), placed_at=LATER)
GIVEN = (
    PastTouch(
        order="1",
        key="sweets-lemon",
        at=PLACED - 89 * DAY,
        reaction="liked",
        reacted_at=PLACED - 80 * DAY,
    ),
    PastTouch(order="2", key="note", note="Gracias", at=PLACED - 29 * DAY),
)
MISHAPS = (
    Mishap(
        order="1",
        cause="damaged",
        severity=2,
        reported_at=PLACED - 85 * DAY,
        resolved_at=PLACED - 80 * DAY,
        healed_at=PLACED - 29 * DAY,
    ),
    Mishap(order="2", cause="late", reported_at=PLACED - 25 * DAY, severity=1),
)


def the_shop() -> NewShop:
    new = a_new_shop(*BEFORE, ASKED)
    lucia = replace(
        new.customers[0],
        tags=("feria", "amistad"),
        birthday="12-24",
        birthday_consent_at=PLACED - 90 * DAY,
        promise="una tapa",
        promised_at=PLACED - 30 * DAY,
    )
    products = tuple(
        replace(it, category=it.sku.partition("-")[0], brand="Monte Claro", tags=("se gasta",))
        if it.sku == "TE-100"
        else it
        for it in new.products
    )
    return replace(new, customers=(lucia,), products=products, given=GIVEN, incidents=MISHAPS)


@pytest.fixture
def new() -> NewShop:
    return the_shop()


def behind(home: Path, new: NewShop, number: str = "6") -> Background:
    """What lies behind the order of that number."""
    opened = found_shop(home, new)
    with Work(opened.engine, "2") as work:
        background = _behind(work, number)
    opened.engine.dispose()
    return background


def _behind(work: Work, number: str) -> Background:
    [order_id] = work.orders.numbered(number)
    order, customer = work.orders.snapshot(order_id)
    card = None if customer is None else work.customers.card(customer, order, NOW)
    return work.backgrounds.of(order, card, order.placed_at)


def memory(home: Path, new: NewShop) -> Memory:
    found = behind(home, new).memory
    assert found is not None
    return found


def test_lines_are_what_the_shop_sold(tmp_path: Path, new: NewShop) -> None:
    tea, honey, kit = behind(tmp_path, new).lines
    assert tea == BoughtLine(
        sku="TE-100",
        quantity=1,
        category="TE",
        brand="Monte Claro",
        tags=("se gasta",),
        bought_before=True,
        new_category=False,
    )
    assert (honey.sku, honey.bought_before, honey.brand, honey.tags) == (
        "MIEL-1", False, None, None,
    )  # fmt: skip
    assert (kit.sku, kit.quantity) == ("TE-SET", 1)


def test_what_is_remembered_of_a_customer(tmp_path: Path, new: NewShop) -> None:
    found = memory(tmp_path, new)
    assert (found.tags, found.birthday, found.promised) == (
        ("amistad", "feria"), "12-24", True,
    )  # fmt: skip
    assert found.touches == (
        PastTouchSeen(key="note", kind="", days_ago=29),
        PastTouchSeen(key="sweets-lemon", kind="treat", days_ago=89, reaction="liked"),
    )
    assert found.incidents == (
        PastIncident(cause="late", severity=1, days_since_reported=25),
        PastIncident(
            cause="damaged",
            severity=2,
            days_since_reported=85,
            days_since_resolved=80,
            healed=True,
        ),
    )


def test_gifts_for_others_and_cancelled_orders_are_no_taste(
    tmp_path: Path, new: NewShop
) -> None:
    [tea] = memory(tmp_path, new).products
    assert (tea.key, tea.dates, tea.quantity, tea.share) == ("TE-100", 2, 3, 100)


def test_a_birthday_without_consent_is_nobodys_business(tmp_path: Path, new: NewShop) -> None:
    silent = replace(new.customers[0], birthday_consent_at=None)
    assert memory(tmp_path, replace(new, customers=(silent,))).birthday is None


def _later(new: NewShop, what: str) -> NewShop:
    """The same shop with one more thing that came a minute after the order."""
    match what:
        case "order":
            return replace(new, orders=(*new.orders, AFTER))
        case "touch":
            later = PastTouch(order="2", key="sweets-lemon", at=LATER)
            return replace(new, given=(*new.given, later))
        case "reaction":
            heard = replace(new.given[1], reaction="negative", reacted_at=LATER)
            return replace(new, given=(new.given[0], heard))
        case "incident":
            broken = Mishap(order="2", cause="wrong", reported_at=LATER)
            return replace(new, incidents=(*new.incidents, broken))
        case "resolved" | "healed":
            changed = replace(new.incidents[1], resolved_at=LATER, healed_at=LATER)
            return replace(new, incidents=(new.incidents[0], changed))
        case _:
            raise ValueError(what)


@pytest.mark.parametrize(
    "what", ["order", "touch", "reaction", "incident", "resolved", "healed"]
)
def test_nothing_that_came_later_leaks_in(tmp_path: Path, new: NewShop, what: str) -> None:
    (tmp_path / "then").mkdir()
    (tmp_path / "now").mkdir()
    assert behind(tmp_path / "now", _later(new, what)) == behind(tmp_path / "then", new)


def test_a_promise_made_later_is_not_open_yet(tmp_path: Path, new: NewShop) -> None:
    later = replace(new.customers[0], promised_at=LATER)
    assert not memory(tmp_path, replace(new, customers=(later,))).promised


def test_of_a_guest_only_the_order_is_known(tmp_path: Path) -> None:
    found = behind(tmp_path, a_new_shop(), "1043")
    assert found.memory is None
    assert [(it.sku, it.bought_before) for it in found.lines] == [("TE-100", None)]


def test_of_orders_nobody_looked_at_nothing_is_said(tmp_path: Path) -> None:
    """Somebody with more orders than are looked at may have bought it long ago."""
    many = [
        an_arriving_order(f"p{n}", ("TE-100", 1), state="shipped", placed_at=_ago(n))
        for n in range(_ORDERS_LOOKED_AT + 1, 0, -1)
    ]
    found = behind(tmp_path, a_new_shop(*many, ASKED))
    assert [it.bought_before for it in found.lines] == [True, None, None]


@pytest.mark.parametrize("number", ["8", "9"])
def test_two_orders_of_one_day_are_one_purchase_and_end_one_silence(
    tmp_path: Path, number: str
) -> None:
    old = an_arriving_order("7", ("TE-100", 1), state="shipped", placed_at=_ago(200))
    both = [
        an_arriving_order(number, ("TE-100", 1), placed_at=PLACED + n * timedelta(hours=1))
        for n, number in enumerate("89")
    ]
    opened = found_shop(tmp_path, a_new_shop(old, *both))
    with Work(opened.engine, "2") as work:
        [order_id] = work.orders.numbered(number)
        order, customer = work.orders.snapshot(order_id)
        assert customer is not None
        card = work.customers.card(customer, order, NOW)
    opened.engine.dispose()
    assert (card.lapse, card.days_since_previous) == (Lapse.RETURNING, 200)


def test_a_rhythm_is_that_of_all_orders(tmp_path: Path) -> None:
    """The first gaps of a faithful customer count as the last do."""
    days = (*range(1, 51), *range(60, 600, 10))
    many = [
        an_arriving_order(f"p{n}", ("TE-100", 1), state="shipped", placed_at=_ago(n))
        for n in reversed(days)
    ]
    opened = found_shop(tmp_path, a_new_shop(*many, ASKED))
    with Work(opened.engine, "2") as work:
        [order_id] = work.orders.numbered("6")
        order, customer = work.orders.snapshot(order_id)
        assert customer is not None
        card = work.customers.card(customer, order, NOW)
    opened.engine.dispose()
    assert card.cadence_days == 10


def _ago(orders: int) -> datetime:
    return PLACED - orders * DAY


@pytest.fixture
def work(tmp_path: Path, new: NewShop) -> Iterator[Work]:
    opened = found_shop(tmp_path, new)
    with Work(opened.engine, "2") as opened_work:
        yield opened_work
    opened.engine.dispose()


def test_what_the_shops_file_told_of_an_order_is_known(tmp_path: Path, new: NewShop) -> None:
    told = replace(
        ASKED,
        coupon="TEN",
        items_cents=3900,
        paid_at=PLACED,
        region="Sevilla",
        replacement=True,
    )
    found = behind(tmp_path, replace(new, orders=(*BEFORE, told)))
    assert (found.coupon, found.items_cents, found.paid_at, found.region) == (
        "TEN", 3900, PLACED, "Sevilla",
    )  # fmt: skip
    assert found.replacement is True


def test_a_scene_asks_five_statements(work: Work) -> None:
    """And writes none: a plan is made beside the packing."""
    asked: list[str] = []
    driver = work.backgrounds._connection.connection.driver_connection  # noqa: SLF001 (SQLite's own count)
    assert driver is not None
    driver.set_trace_callback(asked.append)
    [order_id] = work.orders.numbered("6")
    order, customer = work.orders.snapshot(order_id)
    assert customer is not None
    card = work.customers.card(customer, order, NOW)
    asked.clear()
    work.scene(order, card, NOW)
    driver.set_trace_callback(None)
    assert len(asked) == 5
    assert {it.split()[0] for it in asked} == {"SELECT"}


def test_rows_stay_where_they_are(work: Work) -> None:
    assert _behind(work, "6") == _behind(work, "6")
