"""Every fact a rule may ask about: one declaration each, for editor, engine and privacy.

A key that ends in ``:TOUCH`` asks about one touch, as in ``touch.last_days_ago:note``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from packstation.domain.customers import CustomerCard
from packstation.domain.operators import OPS, FactType, Op
from packstation.domain.orders import Opener
from packstation.domain.scene import Scene
from packstation.domain.touches import Got


class Source(StrEnum):
    """Where a fact comes from."""

    ORDER = "order"
    LINES = "lines"
    CUSTOMER = "customer"
    HISTORY = "history"
    TASTE = "taste"
    TOUCH = "touch"
    INCIDENT = "incident"
    CALENDAR = "calendar"


PROFILING = frozenset({Source.HISTORY, Source.TASTE, Source.TOUCH})
"""What someone who wants nothing personal has objected to."""


class Audience(StrEnum):
    """Who may read what was made from a fact."""

    INTERNAL = "internal"
    BUYER = "buyer"
    RECIPIENT = "recipient"
    """Whoever opens the parcel."""


class Sensitivity(StrEnum):
    NORMAL = "normal"
    PERSONAL = "personal"
    SPECIAL = "special"
    """Only the guards of a plan may look at it: never a condition, never named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    key: str
    type: FactType
    source: Source
    audience: Audience
    sensitivity: Sensitivity
    look: Callable[[Scene], Got]
    """Its value, None when it is not known."""
    choices: tuple[str, ...] = ()
    """All that an enum can be; empty when the shop's own words come in."""

    @property
    def ops(self) -> tuple[Op, ...]:
        return OPS[self.type]


@lru_cache(maxsize=1024)
def fact_of(key: str) -> Fact | None:
    """The fact called ``key``, None when there is none."""
    stem, colon, touch = key.partition(":")
    if not colon:
        return FACTS.get(key)
    return FACTS_OF_A_TOUCH[stem](key, touch) if stem in FACTS_OF_A_TOUCH and touch else None


def look_up(keys: Iterable[str], scene: Scene) -> dict[str, Got]:
    """The value of every fact in ``keys``, each looked at once.

    Raises KeyError when there is no such fact; a rule that was read asks for none.
    """
    return {key: _existing(key).look(scene) for key in keys}


def _existing(key: str) -> Fact:
    fact = fact_of(key)
    if fact is None:
        raise KeyError(key)
    return fact


def _of_card(look: Callable[[CustomerCard], Got]) -> Callable[[Scene], Got]:
    return lambda scene: None if scene.card is None else look(scene.card)


def _language(scene: Scene) -> str | None:
    return (scene.order.language if scene.card is None else scene.card.language) or None


def _cause(scene: Scene) -> str | None:
    return None if scene.incident is None else scene.incident.cause or None


_NUMBER, _MONEY, _DAYS = FactType.NUMBER, FactType.MONEY, FactType.DAYS
_BOOL, _ENUM, _SET, _TEXT = FactType.BOOL, FactType.ENUM, FactType.SET, FactType.TEXT
_ORDER, _LINES, _CUSTOMER = Source.ORDER, Source.LINES, Source.CUSTOMER
_HISTORY, _TASTE, _TOUCH = Source.HISTORY, Source.TASTE, Source.TOUCH
_INCIDENT, _CALENDAR = Source.INCIDENT, Source.CALENDAR
_INTERNAL, _BUYER, _RECIPIENT = Audience
_NORMAL, _PERSONAL, _SPECIAL = Sensitivity

_LAPSES = ("new", "active", "late", "lapsed", "lost", "returning")
_CAUSES = ("missing", "wrong", "damaged", "late", "quality", "other")

_TABLE: tuple[
    tuple[str, FactType, Source, Audience, Sensitivity, Callable[[Scene], Got]], ...
] = (
    ("order.total", _MONEY, _ORDER, _INTERNAL, _NORMAL, lambda s: s.order.total_cents),
    ("order.units", _NUMBER, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.pieces),
    ("order.line_count", _NUMBER, _ORDER, _RECIPIENT, _NORMAL, lambda s: len(s.order.lines)),
    ("order.is_gift", _BOOL, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.is_gift),
    ("order.opener", _ENUM, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.opener.value),
    ("order.country", _ENUM, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.country or None),
    ("order.channel", _ENUM, _ORDER, _INTERNAL, _NORMAL, lambda s: s.order.channel or None),
    ("order.flags", _SET, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.flags),
    (
        "order.has_customer_message",
        *(_BOOL, _ORDER, _BUYER, _NORMAL),
        lambda s: bool(s.order.message.strip()),
    ),
    ("order.message_text", _TEXT, _ORDER, _INTERNAL, _PERSONAL, lambda s: s.order.message),
    (
        "order.days_waiting",
        *(_DAYS, _ORDER, _INTERNAL, _NORMAL),
        lambda s: (s.now - s.order.placed_at).days,
    ),
    ("order.is_late", _BOOL, _ORDER, _BUYER, _NORMAL, lambda s: s.is_late),
    ("lines.category", _SET, _LINES, _RECIPIENT, _NORMAL, lambda s: s.categories),
    (
        "lines.contains_favourite",
        *(_BOOL, _TASTE, _BUYER, _PERSONAL),
        lambda s: None if s.favourites is None else bool(s.favourites),
    ),
    (
        "customer.order_number",
        *(_NUMBER, _HISTORY, _BUYER, _PERSONAL),
        _of_card(lambda card: card.order_number),
    ),
    (
        "customer.days_since_previous",
        *(_DAYS, _HISTORY, _BUYER, _PERSONAL),
        _of_card(lambda card: card.days_since_previous),
    ),
    (
        "customer.lapse_state",
        *(_ENUM, _HISTORY, _BUYER, _PERSONAL),
        _of_card(lambda card: card.lapse.value),
    ),
    (
        "customer.value_12m",
        *(_MONEY, _HISTORY, _INTERNAL, _PERSONAL),
        _of_card(lambda card: card.value_cents_12m),
    ),
    ("customer.days_with_us", _DAYS, _HISTORY, _BUYER, _PERSONAL, lambda s: s.days_with_us),
    ("customer.language", _ENUM, _CUSTOMER, _BUYER, _NORMAL, _language),
    (
        "customer.favourites",
        *(_SET, _TASTE, _BUYER, _PERSONAL),
        _of_card(lambda card: card.likes),
    ),
    (
        "customer.limits",
        *(_SET, _CUSTOMER, _INTERNAL, _SPECIAL),
        _of_card(lambda card: card.limits),
    ),
    (
        "customer.no_extras",
        *(_BOOL, _CUSTOMER, _BUYER, _NORMAL),
        _of_card(lambda card: card.no_extras),
    ),
    (
        "customer.no_personalisation",
        *(_BOOL, _CUSTOMER, _BUYER, _NORMAL),
        _of_card(lambda card: card.no_personalisation),
    ),
    (
        "incident.open",
        *(_BOOL, _INCIDENT, _BUYER, _PERSONAL),
        lambda s: None if s.card is None else s.is_disputed,
    ),
    (
        "incident.recovery_owed",
        *(_BOOL, _INCIDENT, _BUYER, _PERSONAL),
        lambda s: None if s.card is None else s.recovery_owed,
    ),
    ("incident.cause", _ENUM, _INCIDENT, _BUYER, _PERSONAL, _cause),
    (
        "incident.days_since_solved",
        *(_DAYS, _INCIDENT, _BUYER, _PERSONAL),
        lambda s: s.days_since_solved,
    ),
    (
        "promise.open",
        *(_BOOL, _CUSTOMER, _BUYER, _PERSONAL),
        _of_card(lambda card: bool(card.promise.strip())),
    ),
    ("calendar.month", _NUMBER, _CALENDAR, _RECIPIENT, _NORMAL, lambda s: s.now.month),
)

_CHOICES: dict[str, tuple[str, ...]] = {
    "order.opener": tuple(Opener),
    "customer.lapse_state": _LAPSES,
    "incident.cause": _CAUSES,
}

FACTS: dict[str, Fact] = {
    key: Fact(
        key=key,
        type=kind,
        source=source,
        audience=audience,
        sensitivity=sensitivity,
        look=look,
        choices=_CHOICES.get(key, ()),
    )
    for key, kind, source, audience, sensitivity, look in _TABLE
}


def _of_a_touch(key: str, kind: FactType, look: Callable[[Scene], Got]) -> Fact:
    return Fact(
        key=key, type=kind, source=_TOUCH, audience=_BUYER, sensitivity=_PERSONAL, look=look
    )


def _ever(key: str, touch: str) -> Fact:
    def look(scene: Scene) -> bool | None:
        return None if scene.card is None else scene.days_since(touch) is not None

    return _of_a_touch(key, _BOOL, look)


def _last_days_ago(key: str, touch: str) -> Fact:
    return _of_a_touch(key, _DAYS, lambda scene: scene.days_since(touch))


FACTS_OF_A_TOUCH: dict[str, Callable[[str, str], Fact]] = {
    "touch.ever": _ever,
    "touch.last_days_ago": _last_days_ago,
}
