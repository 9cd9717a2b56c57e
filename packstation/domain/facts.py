"""Every fact a rule may ask about: one declaration each, for editor, engine and privacy.

A key that ends in ``:TOUCH`` asks about one touch or one kind of touch, as in
``touch.last_days_ago:note``; ``touch.count:treat:365`` about those of so many days.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from packstation.domain import customer_facts, order_facts, past_facts
from packstation.domain.fact import Fact, Seen
from packstation.domain.past_facts import FACTS_OF_A_TOUCH, FACTS_OF_A_WINDOW
from packstation.domain.scene import Scene

ALIASES: Final = {
    "incident.cause": "incident.last_cause",
    "incident.days_since_solved": "incident.days_since_resolved",
    "promise.open": "followup.promised_action_open",
}
"""What facts were called in older rules, journals and records."""

_CHOICES = order_facts.CHOICES | customer_facts.CHOICES | past_facts.CHOICES
_TOUCH = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"
_OF_A_TOUCH = re.compile(rf"(?P<stem>[a-z._]+):(?P<touch>{_TOUCH})", re.ASCII)
_OF_A_WINDOW = re.compile(
    rf"(?P<stem>[a-z._]+):(?P<touch>{_TOUCH}):(?P<days>[1-9]\d{{0,3}})", re.ASCII
)

FACTS: Final[dict[str, Fact]] = {
    fact.key: replace(
        fact,
        choices=_CHOICES.get(fact.key, ()),
        asof=fact.key not in customer_facts.AS_OF_TODAY,
    )
    for fact in (
        *order_facts.OF_ORDERS,
        *customer_facts.OF_CUSTOMERS,
        *past_facts.OF_THE_PAST,
    )
}


@lru_cache(maxsize=1024)
def fact_of(key: str) -> Fact | None:
    """The fact called ``key`` now or in older rules, None when there is none."""
    found = FACTS.get(ALIASES.get(key, key))
    if found is not None:
        return found
    asked = _OF_A_TOUCH.fullmatch(key)
    if asked is not None and asked["stem"] in FACTS_OF_A_TOUCH:
        return FACTS_OF_A_TOUCH[asked["stem"]](key, asked["touch"])
    asked = _OF_A_WINDOW.fullmatch(key)
    if asked is not None and asked["stem"] in FACTS_OF_A_WINDOW:
        return FACTS_OF_A_WINDOW[asked["stem"]](key, asked["touch"], asked["days"])
    return None


def look_up(keys: Iterable[str], scene: Scene) -> dict[str, Seen]:
    """The value of every fact in ``keys``, each looked at once.

    Raises KeyError when there is no such fact; a rule that was read asks for none.
    """
    return {key: (FACTS.get(key) or existing(key)).look(scene) for key in keys}


def existing(key: str) -> Fact:
    """As ``fact_of``. Raises KeyError when there is none."""
    fact = fact_of(key)
    if fact is None:
        raise KeyError(key)
    return fact
