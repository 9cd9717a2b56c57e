"""Customer and order in words, right to the ordinal and the plural."""

from datetime import date

import pytest

from packstation.domain.customers import CustomerCard, Incident, Lapse
from packstation.domain.orders import GIFT, Opener, Order
from packstation.places import resources
from packstation.words import card_phrases as phrases
from packstation.words.words import load
from tests.making import a_customer_card, an_order

ENGLISH = load("en", resources())
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "number, said",
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_an_ordinal_is_written_as_one_says_it(number: int, said: str) -> None:
    assert phrases.ordinal(number, ENGLISH) == said


@pytest.mark.parametrize(
    "card, said",
    [
        (
            a_customer_card(),
            "4th order · with us since March 2024 · comes back every 5 months",
        ),
        (
            a_customer_card(lapse=Lapse.RETURNING, days_since_previous=400),
            "4th order · with us since March 2024 · back after 13 months",
        ),
        (
            a_customer_card(order_number=1),
            "First order. Nothing to remember yet: a good start.",
        ),
        (a_customer_card(order_number=2, since=None, cadence_days=None), "2nd order"),
        (a_customer_card(no_personalisation=True), ""),
    ],
)
def test_a_customers_history_is_one_line(card: CustomerCard, said: str) -> None:
    assert phrases.history(card, ENGLISH) == said


@pytest.mark.parametrize(
    "days, often",
    [
        (1, "every day"),
        (9, "every 9 days"),
        (21, "every 3 weeks"),
        (61, "every 2 months"),
        (800, "every 2 years"),
    ],
)
def test_a_rhythm_is_told_in_the_unit_one_would_use(days: int, often: str) -> None:
    assert phrases.every(days, ENGLISH) == often


def test_a_limit_nobody_has_a_word_for_is_told_to_the_letter() -> None:
    card = a_customer_card(limits=("nuts", "kiwi"), no_extras=True)
    assert phrases.limits(card, ENGLISH) == ("No nuts", "Without: kiwi", "No extras")


def test_what_went_wrong_is_said_with_what_to_do_about_it() -> None:
    banner = phrases.incident(a_customer_card(), TODAY, ENGLISH)
    assert banner == phrases.Banner(
        "Last time something arrived broken: Taza de barro",
        "(May). Solved in 2 days. Today: double padding and a photo.",
    )


def test_what_a_later_parcel_made_good_is_not_brought_up_again() -> None:
    healed = Incident(cause="late", reported_on=date(2026, 5, 12), healed=True)
    assert phrases.incident(a_customer_card(incident=healed), TODAY, ENGLISH) is None


def test_something_long_ago_is_told_with_its_year() -> None:
    late = Incident(cause="late", reported_on=date(2025, 5, 12))
    banner = phrases.incident(a_customer_card(incident=late), TODAY, ENGLISH)
    assert banner is not None
    assert banner.rest.startswith("(May 2025). Not solved yet.")


@pytest.mark.parametrize(
    "order, flags",
    [
        (
            an_order(flags=(GIFT, "hand it <b>over</b>")),
            ("IT IS A GIFT", "hand it <b>over</b>"),
        ),
        (
            an_order(flags=(), opener=Opener.RECIPIENT, recipient="Carmen Ruiz"),
            ("OPENED BY Carmen Ruiz",),
        ),
        (an_order(flags=(), opener=Opener.UNKNOWN), ("WHO OPENS IT IS NOT KNOWN",)),
        (an_order(flags=()), ()),
    ],
)
def test_flags_are_told_in_words_or_to_the_letter(order: Order, flags: tuple[str, ...]) -> None:
    assert phrases.flags(order, ENGLISH) == flags
