"""What a rule may know of what lies behind an order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from packstation.domain.background import Background, Memory, PastIncident, PastTouchSeen
from packstation.domain.fact import Seen
from packstation.domain.facts import fact_of, look_up
from packstation.domain.lines import BoughtLine
from packstation.domain.scene import Scene
from packstation.domain.taste import Favourite
from packstation.domain.touches import Got
from tests.making import NOON, a_customer_card, an_order

SCENE = Scene(order=an_order(), card=a_customer_card(), now=NOON)
CUPS = BoughtLine(
    sku="TAZ-002",
    quantity=3,
    category="mesa",
    brand="Alfar",
    supplier="Levante",
    tags=("frágil",),
    price_cents=890,
    bought_before=True,
    new_category=False,
)
SENCHA = BoughtLine(
    sku="TE-100",
    quantity=1,
    category="té",
    price_cents=1200,
    bought_before=False,
    new_category=True,
)
BEHIND = Background(
    coupon="TEN",
    paid_at=NOON - timedelta(days=2),
    replacement=False,
    region="Sevilla",
    lines=(CUPS, SENCHA),
    memory=Memory(
        tags=("feria",),
        birthday="11-25",
        promised=True,
        products=(Favourite(key="TE-100", name="Sencha", dates=3, quantity=4, share=40),),
        categories=(Favourite(key="té", name="té", dates=3, quantity=4, share=40),),
        touches=(
            PastTouchSeen(key="sweets-lemon", kind="treat", tier=2, days_ago=12),
            PastTouchSeen(key="note", kind="note", days_ago=90, reaction="liked"),
            PastTouchSeen(key="sweets-honey", kind="treat", tier=1, days_ago=400),
        ),
        incidents=(
            PastIncident(cause="late", severity=1, days_since_reported=3),
            PastIncident(
                cause="damaged", severity=3, days_since_reported=40, days_since_resolved=38
            ),
            PastIncident(
                cause="wrong", days_since_reported=400, days_since_resolved=390, healed=True
            ),
        ),
    ),
)
WHOLE = replace(SCENE, background=BEHIND)


def seen(key: str, scene: Scene) -> Seen:
    return look_up([key], scene)[key]


def with_card(**changes: object) -> Scene:
    return Scene(order=an_order(), card=a_customer_card(**changes), now=NOON)


@pytest.mark.parametrize(
    "key, value",
    [
        ("order.items_total", 3870),
        ("order.used_coupon", True),
        ("order.days_since_paid", 2),
        ("order.is_replacement", False),
        ("order.region", "Sevilla"),
        ("lines.sku", ("TAZ-002", "TE-100")),
        ("lines.brand", ("Alfar",)),
        ("lines.tag", ("frágil",)),
        ("lines.supplier", ("Levante",)),
        ("lines.first_time_product", True),
        ("lines.first_time_category", True),
        ("lines.is_rebuy", True),
        ("lines.contains_favourite", True),
        ("lines.where", (CUPS, SENCHA)),
        ("customer.lapse_ratio", 250),
        ("customer.lifetime_value", 20_000),
        ("customer.since", "2024-03-04"),
        ("customer.anniversary_in_days", 102),
        ("customer.birthday", "11-25"),
        ("customer.birthday_in_days", 3),
        ("customer.tags", ("feria",)),
        ("customer.favourite_product", "TE-100"),
        ("customer.favourite_category", "té"),
        ("followup.promised_action_open", True),
        ("incident.open", True),
        ("incident.recovery_owed", True),
        ("incident.last_cause", "late"),
        ("incident.severity", 1),
        ("incident.days_since_resolved", 38),
        ("incident.count_12m", 2),
        ("touch.last_value_tier", 2),
        ("touch.last_reaction", "liked"),
        ("touch.ever:sweets-honey", True),
        ("touch.ever:card", False),
        ("touch.last_days_ago:treat", 12),
        ("touch.last_days_ago:box", None),
        ("touch.count:treat:365", 1),
        ("touch.count:treat:401", 2),
        ("touch.count:box:365", 0),
        ("calendar.date", "2026-11-22"),
        ("calendar.day", "11-22"),
        ("calendar.season_tag", ("autumn",)),
    ],
)
def test_a_fact_of_what_lies_behind_lucias_order(key: str, value: Seen) -> None:
    card = a_customer_card(lapse_ratio=250, lifetime_cents=20_000)
    assert seen(key, replace(WHOLE, card=card)) == value


@pytest.mark.parametrize(
    "old, new",
    [
        ("incident.cause", "incident.last_cause"),
        ("incident.days_since_solved", "incident.days_since_resolved"),
        ("promise.open", "followup.promised_action_open"),
    ],
)
def test_what_a_fact_was_called_is_still_understood(old: str, new: str) -> None:
    assert fact_of(old) == fact_of(new) != None  # noqa: E711 (three things are alike)
    assert seen(old, WHOLE) == seen(new, WHOLE)


@pytest.mark.parametrize(
    "lines, first, again",
    [
        ((CUPS,), False, True),
        ((SENCHA,), True, False),
        ((CUPS, SENCHA._replace(bought_before=None)), None, True),
        ((SENCHA._replace(bought_before=None),), None, None),
        ((), None, None),
    ],
)
def test_bought_again_or_for_the_first_time(
    lines: tuple[BoughtLine, ...], first: Got, again: Got
) -> None:
    scene = replace(SCENE, background=Background(lines=lines))
    keys = ("lines.first_time_product", "lines.is_rebuy")
    assert [seen(key, scene) for key in keys] == [first, again]


def test_of_lines_without_a_price_nobody_knows_the_total() -> None:
    scene = replace(
        SCENE, background=Background(lines=(CUPS, SENCHA._replace(price_cents=None)))
    )
    assert seen("order.items_total", scene) is None


def test_the_shops_own_total_of_the_products_goes_before_a_sum() -> None:
    scene = replace(SCENE, background=replace(BEHIND, items_cents=3500))
    assert seen("order.items_total", scene) == 3500


@pytest.mark.parametrize(
    "since, away",
    [
        (date(2025, 11, 25), 3),
        (date(2024, 11, 20), -2),
        (date(2026, 11, 20), 363),  # the beginning itself is no anniversary
        (date(2026, 6, 22), 212),
        (None, None),
    ],
)
def test_an_anniversary_is_a_year_after_the_beginning_at_the_soonest(
    since: date | None, away: Got
) -> None:
    assert seen("customer.anniversary_in_days", with_card(since=since)) == away
