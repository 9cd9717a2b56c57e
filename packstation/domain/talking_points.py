"""What a handwritten note could mention: true, and known to whoever reads it.

Nothing the customer did not knowingly tell us or do with us: no prices, no hours, no counting
of days, nothing of the buyer in a parcel somebody else opens.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Final

from packstation.domain.customers import Lapse
from packstation.domain.days import days_from
from packstation.domain.rules import Recipe
from packstation.domain.scene import Scene
from packstation.domain.touches import TalkingPoint

RECOVERY, PROMISE, FIRST_ORDER = "recovery", "promise_kept", "first_order"
LATE, BIRTHDAY = "late", "birthday"
SECOND_ORDER, MILESTONE, RETURNING = "second_order", "milestone", "returning"
FAVOURITE, REBUY = "favourite", "rebuy"
"""What someone told us to like; and what this person keeps coming back for."""
MESSAGE, GIFT_SAFE = "message", "gift_safe"
POINTS: Final = (
    RECOVERY,
    PROMISE,
    LATE,
    FIRST_ORDER,
    SECOND_ORDER,
    MILESTONE,
    RETURNING,
    BIRTHDAY,
    FAVOURITE,
    REBUY,
    MESSAGE,
    GIFT_SAFE,
)
"""All that there are, in the order in which they come to mind."""

_MOST: Final = 3
_PERSONAL: Final = frozenset(
    {FIRST_ORDER, SECOND_ORDER, MILESTONE, RETURNING, BIRTHDAY, FAVOURITE, REBUY}
)
_JOY_OF_RETURN: Final = frozenset({SECOND_ORDER, RETURNING})
"""Both say how good it is to have someone back: one of them is enough."""
_FIRST: Final[dict[Recipe, tuple[str, ...]]] = {
    Recipe.WELCOME: (FIRST_ORDER,),
    Recipe.SECOND: (SECOND_ORDER,),
    Recipe.MILESTONE: (MILESTONE,),
    Recipe.RETURNING: (RETURNING,),
    Recipe.FAVOURITE: (FAVOURITE, REBUY),
    Recipe.RECOVERY: (RECOVERY,),
    Recipe.PROMISE: (PROMISE,),
    Recipe.GIFT: (GIFT_SAFE,),
    Recipe.LATE: (LATE,),
    Recipe.BIRTHDAY: (BIRTHDAY,),
}
BIRTHDAY_WINDOW: Final = range(-3, 11)
"""Days until a birthday on which a wish still suits; below 0 it has been."""
_EVERY: Final = 5
"""Orders from one that is worth a word to the next."""


def points_for(recipe: Recipe | None, scene: Scene) -> tuple[TalkingPoint, ...]:
    """At most three points that are true of ``scene``, the recipe's own first."""
    if not scene.for_buyer:
        return (TalkingPoint(GIFT_SAFE),)
    first = () if recipe is None else _FIRST[recipe]
    keys = sorted(POINTS, key=lambda key: key not in first)  # stable: the others stay in order
    return tuple(_true(keys, scene))[:_MOST]


def _true(keys: Iterable[str], scene: Scene) -> Iterator[TalkingPoint]:
    card, told = scene.card, set[str]()
    for key in keys:
        if key in _JOY_OF_RETURN and told & _JOY_OF_RETURN:
            continue
        if card is not None and card.no_personalisation and key in _PERSONAL:
            continue
        about = _ABOUT[key](scene)
        if about is not None:
            told.add(key)
            yield TalkingPoint(key, about)


def _recovery(scene: Scene) -> str | None:
    told = scene.incident
    return told.product if told is not None and scene.recovery_owed else None


def _promise(scene: Scene) -> str | None:
    return scene.card.promise.strip() or None if scene.card is not None else None


def _first_order(scene: Scene) -> str | None:
    return "" if _number(scene) == 1 else None


def _second_order(scene: Scene) -> str | None:
    return "" if _number(scene) == _SECOND else None


_SECOND: Final = 2


def _milestone(scene: Scene) -> str | None:
    number = _number(scene)
    return str(number) if number and number % _EVERY == 0 else None


def _number(scene: Scene) -> int | None:
    return None if scene.card is None else scene.card.order_number


def _returning(scene: Scene) -> str | None:
    back = scene.card is not None and scene.card.lapse is Lapse.RETURNING
    return "" if back else None


def _late(scene: Scene) -> str | None:
    """From the day after it should have left: of an hour nobody needs to hear."""
    leaves_at = scene.order.leaves_at
    late = leaves_at is not None and _day(leaves_at, scene) < scene.now.date()
    return "" if late else None


def _day(at: datetime, scene: Scene) -> date:
    return at.astimezone(scene.now.tzinfo).date()


def _birthday(scene: Scene) -> str | None:
    """While the wish would still come in time, or hardly late."""
    told = None if scene.memory is None else scene.memory.birthday
    if told is None:
        return None
    return "" if days_from(told, scene.now.date()) in BIRTHDAY_WINDOW else None


def _favourite(scene: Scene) -> str | None:
    return scene.favourites[0].product.name if scene.favourites else None


def _rebuy(scene: Scene) -> str | None:
    loved = () if scene.memory is None else scene.memory.products
    skus = {it.key for it in loved}
    bought = (line.product for line in scene.order.lines)
    return next((product.name for product in bought if product.sku in skus), None)


def _message(scene: Scene) -> str | None:
    return "" if scene.order.message.strip() else None


_ABOUT: Final[dict[str, Callable[[Scene], str | None]]] = {
    RECOVERY: _recovery,
    PROMISE: _promise,
    LATE: _late,
    FIRST_ORDER: _first_order,
    SECOND_ORDER: _second_order,
    MILESTONE: _milestone,
    RETURNING: _returning,
    BIRTHDAY: _birthday,
    FAVOURITE: _favourite,
    REBUY: _rebuy,
    MESSAGE: _message,
    # For whoever did not order, and so knows nothing of us yet.
    GIFT_SAFE: lambda _: None,
}
"""What each point speaks of ("" when it needs nothing), None where it is not true."""
