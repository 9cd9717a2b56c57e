"""A year of parcels that follow their plans: nobody is given too much, or the same again.

The checker looks at what went in, and knows nothing of how it was chosen.
"""

from datetime import timedelta
from itertools import pairwise

import pytest

from packstation.domain.founding import NewShop
from packstation.domain.rules import Rule
from packstation.domain.touches import TouchKind
from tests.a_year_of_touches import (
    LARGER_SHELF,
    YEAR,
    Given,
    Year,
    a_year,
    generous,
    of_each,
    without_limits,
)
from tests.domain.starting import STARTERS

OWED = {it.id for it in STARTERS if it.kind in {"check", "promise", "recovery"}} | {"sorry-too"}
AMENDS = {"recovery-owed", "sorry-too"}
GIFTS = {"birthday-present", "present", "sorry-too"}
A_DAY = timedelta(days=1)


@pytest.fixture(scope="module", params=["as it is", "generous"])
def year(request: pytest.FixtureRequest, casa_azul: NewShop) -> Year:
    """Of Casa Azul; and of the same shop, were it to give whatever it may."""
    rules: tuple[Rule, ...] = STARTERS
    shelf = casa_azul.touches
    if request.param == "generous":
        rules = generous(*without_limits(STARTERS))
        larger = {it.key for it in LARGER_SHELF}
        shelf = (*(it for it in shelf if it.key not in larger), *LARGER_SHELF)
    return a_year(casa_azul, rules, shelf)


def pairs(touches: list[Given]) -> list[tuple[Given, Given]]:
    return list(pairwise(touches))


def treats(touches: list[Given]) -> list[Given]:
    return [it for it in touches if it.touch.kind is TouchKind.TREAT]


def pleasures(touches: list[Given]) -> list[Given]:
    return [it for it in touches if it.rule not in OWED]


def seen(touches: list[Given]) -> list[Given]:
    return [it for it in touches if it.touch.kind is not TouchKind.CHECK]


def test_it_was_a_year_in_which_something_was_given(year: Year) -> None:
    assert len(year.plans) > 2500
    assert len(year.given) > 600
    assert {"note", "sweets-lemon", "sweets-honey"} <= {it.touch.key for it in year.given}


def test_a_present_is_never_smaller_than_the_last(year: Year) -> None:
    smaller = [
        (before, after)
        for touches in of_each(year)
        for before, after in pairs(treats(touches))
        if after.at - before.at < YEAR and after.touch.tier < before.touch.tier
    ]
    assert smaller == []


def test_nobody_gets_the_same_sweets_twice_running(year: Year) -> None:
    same = [
        (before, after)
        for touches in of_each(year)
        for before, after in pairs(treats(touches))
        if before.touch.key == after.touch.key
    ]
    assert same == []


@pytest.mark.parametrize("kind, days", [(TouchKind.NOTE, 60), (TouchKind.TREAT, 30)])
def test_everything_rests_a_while(year: Year, kind: TouchKind, days: int) -> None:
    soon = [
        (before, after)
        for touches in of_each(year)
        for before, after in pairs([it for it in touches if it.touch.kind is kind])
        if after.at - before.at < days * A_DAY and after.rule not in OWED
    ]
    assert soon == []


def test_gifts_rest_for_four_months(year: Year) -> None:
    soon = [
        (before, after)
        for touches in of_each(year)
        for before, after in pairs(treats(touches))
        if after.rule in GIFTS - OWED and after.at - before.at < 120 * A_DAY
    ]
    assert soon == []


def test_nobody_has_two_birthdays_a_year(year: Year) -> None:
    for touches in of_each(year):
        wishes = {it.parcel: it.at for it in touches if it.rule.startswith("birthday")}
        gaps = [after - before for before, after in pairwise(wishes.values())]
        assert all(gap >= 300 * A_DAY for gap in gaps), touches


def test_what_went_wrong_is_made_good_once(year: Year) -> None:
    for touches in of_each(year):
        parcels = {it.parcel: it.at for it in touches if it.rule in AMENDS}
        told = [it.reported_at for it in year.troubles[touches[0].customer]]
        for first, second in pairwise(parcels.values()):
            assert any(first - A_DAY <= it < second for it in told), touches
    assert any(it.heals for it in year.given)


def test_nobody_is_showered(year: Year) -> None:
    for touches in of_each(year):
        shown = seen(touches)
        for it in pleasures(shown):
            lately = [other for other in shown if it.at - YEAR < other.at <= it.at]
            assert len(lately) <= 6, lately


def test_no_parcel_has_more_than_three_or_costs_more_than_it_should(year: Year) -> None:
    for scene, made in year.plans:
        shown = [it for it in made.suggestions if it.touch.kind is not TouchKind.CHECK]
        assert len(shown) <= 3
        behind = scene.background
        items = (behind and behind.items_cents) or scene.order.total_cents
        spent = sum(it.touch.cost_cents for it in shown)
        assert spent <= items * 0.05 or any(it.rule in OWED for it in shown)
