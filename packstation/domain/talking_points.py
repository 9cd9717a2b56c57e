"""What a handwritten note could mention: true, and known to whoever reads it.

Nothing the customer did not knowingly tell us or do with us: no prices, no hours, no counting
of days, nothing of the buyer in a parcel somebody else opens.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from packstation.domain.customers import Lapse
from packstation.domain.rules import Recipe
from packstation.domain.scene import Scene
from packstation.domain.touches import TalkingPoint

RECOVERY, PROMISE, FIRST_ORDER = "recovery", "promise_kept", "first_order"
SECOND_ORDER, MILESTONE, RETURNING = "second_order", "milestone", "returning"
FAVOURITE, MESSAGE, GIFT_SAFE = "favourite", "message", "gift_safe"
POINTS: Final = (
    RECOVERY,
    PROMISE,
    FIRST_ORDER,
    SECOND_ORDER,
    MILESTONE,
    RETURNING,
    FAVOURITE,
    MESSAGE,
    GIFT_SAFE,
)
"""All that there are, in the order in which they come to mind."""

_MOST: Final = 3
_PERSONAL: Final = frozenset({FIRST_ORDER, SECOND_ORDER, MILESTONE, RETURNING, FAVOURITE})
_FIRST: Final[dict[Recipe, str]] = {
    Recipe.WELCOME: FIRST_ORDER,
    Recipe.SECOND: SECOND_ORDER,
    Recipe.MILESTONE: MILESTONE,
    Recipe.RETURNING: RETURNING,
    Recipe.FAVOURITE: FAVOURITE,
    Recipe.RECOVERY: RECOVERY,
    Recipe.PROMISE: PROMISE,
    Recipe.GIFT: GIFT_SAFE,
}
_EVERY: Final = 5
"""Orders from one that is worth a word to the next."""


def points_for(recipe: Recipe | None, scene: Scene) -> tuple[TalkingPoint, ...]:
    """At most three points that are true of ``scene``, the recipe's own first."""
    if not scene.for_buyer:
        return (TalkingPoint(GIFT_SAFE),)
    first = None if recipe is None else _FIRST[recipe]
    keys = sorted(POINTS, key=lambda key: key != first)  # stable: the others stay in order
    return tuple(_true(keys, scene))[:_MOST]


def _true(keys: Iterable[str], scene: Scene) -> Iterator[TalkingPoint]:
    card = scene.card
    for key in keys:
        if card is not None and card.no_personalisation and key in _PERSONAL:
            continue
        about = _ABOUT[key](scene)
        if about is not None:
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


def _favourite(scene: Scene) -> str | None:
    return scene.favourites[0].product.name if scene.favourites else None


def _message(scene: Scene) -> str | None:
    return "" if scene.order.message.strip() else None


_ABOUT: Final[dict[str, Callable[[Scene], str | None]]] = {
    RECOVERY: _recovery,
    PROMISE: _promise,
    FIRST_ORDER: _first_order,
    SECOND_ORDER: _second_order,
    MILESTONE: _milestone,
    RETURNING: _returning,
    FAVOURITE: _favourite,
    MESSAGE: _message,
    # For whoever did not order, and so knows nothing of us yet.
    GIFT_SAFE: lambda _: None,
}
"""What each point speaks of ("" when it needs nothing), None where it is not true."""
