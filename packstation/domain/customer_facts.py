"""What a rule may ask of a customer: who it is, what was, what is liked, what is promised."""

from collections.abc import Callable
from typing import Final

from packstation.domain.background import Memory
from packstation.domain.customers import CustomerCard
from packstation.domain.days import days_from, month_day
from packstation.domain.fact import Audience, Look, Seen, Sensitivity, Source, declared
from packstation.domain.operators import FactType
from packstation.domain.scene import Scene
from packstation.domain.taste import Favourite

_NUMBER, _MONEY, _DAYS = FactType.NUMBER, FactType.MONEY, FactType.DAYS
_BOOL, _ENUM, _SET = FactType.BOOL, FactType.ENUM, FactType.SET
_CUSTOMER, _TOLD, _HISTORY = Source.CUSTOMER, Source.TOLD, Source.HISTORY
_TASTE = Source.TASTE
_INTERNAL, _BUYER, _ = Audience
_NORMAL, _PERSONAL, _SPECIAL = Sensitivity
_YEAR: Final = 365


def _of_card(look: Callable[[CustomerCard], Seen]) -> Look:
    return lambda scene: None if scene.card is None else look(scene.card)


def remembered(look: Callable[[Memory], Seen]) -> Look:
    return lambda scene: None if scene.memory is None else look(scene.memory)


def _language(scene: Scene) -> str | None:
    return (scene.order.language if scene.card is None else scene.card.language) or None


def _since(card: CustomerCard) -> str | None:
    return None if card.since is None else card.since.isoformat()


def _anniversary(scene: Scene) -> int | None:
    """Days to the nearest day on which it is one more year since the first order."""
    since = None if scene.card is None else scene.card.since
    if since is None:
        return None
    today = scene.now.date()
    away = days_from(month_day(since), today)
    # The first one is a year after the beginning: the beginning itself is none.
    return away if away > 0 or (today - since).days + away >= _YEAR - 1 else away + _YEAR


def _birthday(scene: Scene) -> int | None:
    told = None if scene.memory is None else scene.memory.birthday
    return None if told is None else days_from(told, scene.now.date())


def _first(favourites: tuple[Favourite, ...]) -> str | None:
    return favourites[0].key if favourites else None


def _promised(scene: Scene) -> bool | None:
    if scene.memory is not None:
        return scene.memory.promised
    return None if scene.card is None else bool(scene.card.promise.strip())


OF_CUSTOMERS: Final = declared(
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
        "customer.lapse_ratio",
        *(FactType.RATIO, _HISTORY, _INTERNAL, _PERSONAL),
        _of_card(lambda card: card.lapse_ratio),
    ),
    (
        "customer.lapse_state",
        *(_ENUM, _HISTORY, _BUYER, _PERSONAL),
        _of_card(lambda card: card.lapse.value),
    ),
    (
        "customer.lifetime_value",
        *(_MONEY, _HISTORY, _INTERNAL, _PERSONAL),
        _of_card(lambda card: card.lifetime_cents),
    ),
    (
        "customer.value_12m",
        *(_MONEY, _HISTORY, _INTERNAL, _PERSONAL),
        _of_card(lambda card: card.value_cents_12m),
    ),
    ("customer.since", FactType.DATE, _HISTORY, _BUYER, _PERSONAL, _of_card(_since)),
    ("customer.days_with_us", _DAYS, _HISTORY, _BUYER, _PERSONAL, lambda s: s.days_with_us),
    ("customer.anniversary_in_days", _DAYS, _HISTORY, _BUYER, _PERSONAL, _anniversary),
    (
        "customer.birthday",
        *(FactType.MONTH_DAY, _TOLD, _BUYER, _PERSONAL),
        remembered(lambda memory: memory.birthday),
    ),
    ("customer.birthday_in_days", _DAYS, _TOLD, _BUYER, _PERSONAL, _birthday),
    ("customer.language", _ENUM, _CUSTOMER, _BUYER, _NORMAL, _language),
    (
        "customer.tags",
        *(_SET, _CUSTOMER, _INTERNAL, _PERSONAL),
        remembered(lambda memory: memory.tags),
    ),
    (
        "customer.favourites",
        *(_SET, _TASTE, _BUYER, _PERSONAL),
        _of_card(lambda card: card.likes),
    ),
    (
        "customer.favourite_category",
        *(_ENUM, _TASTE, _BUYER, _PERSONAL),
        remembered(lambda memory: _first(memory.categories)),
    ),
    (
        "customer.favourite_product",
        *(_ENUM, _TASTE, _BUYER, _PERSONAL),
        remembered(lambda memory: _first(memory.products)),
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
        "followup.promised_action_open",
        *(_BOOL, _CUSTOMER, _BUYER, _PERSONAL),
        _promised,
    ),
)

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "customer.lapse_state": ("new", "active", "late", "lapsed", "lost", "returning"),
}
AS_OF_TODAY: Final = frozenset(
    {
        "customer.tags",
        "customer.birthday",
        "customer.birthday_in_days",
        "customer.language",
        "customer.favourites",
        "customer.limits",
        "customer.no_extras",
        "customer.no_personalisation",
    }
)
"""What the shop keeps without its history: of an old order it says how things are now."""
