"""What is kept out for safety's sake, out of respect, or because it was given before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from packstation.domain.background import Background, Memory, PastIncident
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.plans import plan
from packstation.domain.rules import Rule
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from tests.domain.starting import ALWAYS, LEMON, SHELF, a_rule, a_treat_rule, asking, on_shelf
from tests.making import CUT_OFF, NOON, a_customer_card, an_order

A_TREAT = a_treat_rule("sweets-lemon")
A_NOTE = a_rule(all=ALWAYS)
A_GIFT = a_rule(all=ALWAYS, actions=[{"id": "a1", "type": "add_gift", "touch": "sweets-lemon"}])
DOUBLE_CHECK = a_rule(
    rule_id="check",
    all=ALWAYS,
    actions=[{"id": "a1", "type": "extra_check", "touch": "check-photo"}],
    **{"class": "check"},
)
TODAY = NOON.date()


def a_card(**changes: object) -> CustomerCard:
    known: dict[str, object] = {"limits": (), "incident": None, "last_touches": ()}
    return a_customer_card(**(known | changes))


def why(
    rule: Rule,
    card: CustomerCard | None = None,
    lemon: Touch = LEMON,
    country: str = "ES",
    behind: Background | None = None,
) -> Why | None:
    """Why the one touch of ``rule`` does not go in; None when it does."""
    shelf = [it for it in SHELF if it.key != LEMON.key]
    scene = Scene(
        order=an_order(country=country), card=card or a_card(), now=NOON, background=behind
    )
    made = plan([rule], [*shelf, lemon], scene)
    assert len(made.suggestions) + len(made.lost) == 1
    return made.lost[0].why if made.lost else None


@pytest.mark.parametrize(
    "until, treat, check",
    [(TODAY - timedelta(1), None, None), (TODAY, Why.QUIET, None), (None, None, None)],
)
def test_who_is_to_be_left_in_peace_gets_a_careful_parcel_and_no_more(
    until: date | None, treat: Why | None, check: Why | None
) -> None:
    assert why(A_TREAT, a_card(quiet_until=until)) is treat
    assert why(A_NOTE, a_card(quiet_until=until)) is treat
    assert why(DOUBLE_CHECK, a_card(quiet_until=until)) is check


def test_a_company_gets_a_word_and_no_present() -> None:
    company = a_card(is_b2b=True)
    assert why(A_TREAT, company) is Why.COMPANY
    assert why(A_GIFT, company) is Why.COMPANY
    assert why(A_NOTE, company) is None


def test_a_severe_limit_keeps_every_edible_out() -> None:
    lavender = replace(LEMON, edible=False)
    assert why(A_TREAT, a_card(limits=("nuts",))) is None
    assert why(A_TREAT, a_card(limits=("nuts",), severe=True)) is Why.DIET
    assert why(A_TREAT, a_card(limits=("nuts",), severe=True), lavender) is None


def test_what_declares_an_ingredient_is_edible_whatever_else_is_written() -> None:
    forgotten = on_shelf(LEMON.key, TouchKind.TREAT, edible=False, contains=("nuts",))
    assert why(A_TREAT, a_card(limits=("nuts",)), forgotten) is Why.DIET


ON_ITS_WAY = timedelta(days=5 + 14)
"""Five days on the way, two weeks to eat it."""


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, None),
        ({"sealed": False}, Why.FOOD_LABEL),
        ({"best_before": CUT_OFF.date() + ON_ITS_WAY}, None),
        ({"best_before": CUT_OFF.date() + ON_ITS_WAY - timedelta(1)}, Why.FOOD_LABEL),
        ({"edible": False, "sealed": False}, None),
        ({"contains": ("alcohol",)}, Why.AGE),
        ({"contains": ("alcohol",), "countries": ("ES",)}, None),
        ({"contains": ("alcohol",), "countries": ("FR",)}, Why.COUNTRY),
    ],
)
def test_only_food_that_is_good_for_a_while_and_for_anybody_goes_out(
    changes: dict[str, object], expected: Why | None
) -> None:
    assert why(A_TREAT, lemon=on_shelf(LEMON.key, TouchKind.TREAT, **changes)) is expected


@pytest.mark.parametrize(
    "contains, countries, country, expected",
    [
        ((), None, "GB", None),
        (("milk",), None, "ES", None),
        (("milk",), None, "", None),
        (("milk",), None, "FR", None),
        (("Eggs ",), None, "GB", Why.COUNTRY),
        (("meat",), None, "United Kingdom", Why.COUNTRY),
        (("milk",), ("ES", "gb"), "GB", None),
        ((), ("ES",), "FR", Why.COUNTRY),
        ((), (), "ES", Why.COUNTRY),
    ],
)
def test_milk_and_meat_do_not_cross_every_border(
    contains: tuple[str, ...],
    countries: tuple[str, ...] | None,
    country: str,
    expected: Why | None,
) -> None:
    lemon = on_shelf(LEMON.key, TouchKind.TREAT, contains=contains, countries=countries)
    assert why(A_TREAT, lemon=lemon, country=country) is expected


@pytest.mark.parametrize("resolved, expected", [(None, Why.OPEN_DISPUTE), (3, None)])
def test_an_older_dispute_counts_too(resolved: int | None, expected: Why | None) -> None:
    older = PastIncident(cause="late", days_since_reported=90, days_since_resolved=resolved)
    newer = PastIncident(
        cause="late", days_since_reported=9, days_since_resolved=3, healed=True
    )
    behind = Background(memory=Memory(incidents=(newer, older)))
    assert why(A_TREAT, behind=behind) is expected


# ---- what was given before


BIRTHDAY = a_rule(
    rule_id="birthday", all=[asking("customer.birthday_in_days", "between", [-3, 10])]
)
BORN = Background(memory=Memory(birthday="11-24"))


@pytest.mark.parametrize(
    "rules, expected",
    [
        ((), None),
        ((("birthday", 20),), Why.ONCE_A_YEAR),
        ((("birthday", 299),), Why.ONCE_A_YEAR),
        # Ten days late last year, three days early now.
        ((("birthday", 352),), None),
        ((("fifth", 20),), None),
    ],
)
def test_a_birthday_is_once_a_year(
    rules: tuple[tuple[str, int], ...], expected: Why | None
) -> None:
    assert why(BIRTHDAY, a_card(last_rules=rules), behind=BORN) is expected


SORRY = a_rule(
    rule_id="sorry",
    all=[asking("incident.last_cause", "is_known")],
    **{"class": "recovery"},
)
TROUBLE = Incident(cause="late", reported_on=TODAY - timedelta(20), solved_after_days=2)


@pytest.mark.parametrize(
    "rules, expected",
    [((), None), ((("sorry", 19),), Why.MADE_GOOD), ((("sorry", 20),), None)],
)
def test_one_trouble_is_made_good_once(
    rules: tuple[tuple[str, int], ...], expected: Why | None
) -> None:
    assert why(SORRY, a_card(incident=TROUBLE, last_rules=rules)) is expected


def test_what_is_healed_is_not_made_good_again() -> None:
    healed = PastIncident(cause="late", days_since_reported=20, healed=True)
    assert why(SORRY, behind=Background(memory=Memory(incidents=(healed,)))) is Why.MADE_GOOD
    owed = replace(healed, healed=False, days_since_resolved=2)
    assert why(SORRY, behind=Background(memory=Memory(incidents=(owed, healed)))) is None
    card = a_card(incident=replace(TROUBLE, healed=True))
    assert why(SORRY, card) is Why.MADE_GOOD


def test_an_apology_for_a_late_parcel_is_about_this_one() -> None:
    late = a_rule(rule_id="late", all=ALWAYS, **{"class": "recovery"})
    assert why(late, a_card(incident=TROUBLE, last_rules=(("late", 5),))) is None


def test_what_the_shop_no_longer_keeps_was_a_touch_all_the_same() -> None:
    given = tuple((f"retired-{n}", 100 + n) for n in range(6))
    assert why(A_NOTE, a_card(last_touches=given)) is Why.MANY_LATELY
