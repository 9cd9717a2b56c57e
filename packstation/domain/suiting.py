"""Which of an assortment suits best: liked, in season, not had, not had lately.

Whole numbers (twice what the owner reads of), because they compare the same everywhere.
"""

import hashlib
from typing import Final

from packstation.domain.days import seasons
from packstation.domain.given_before import YEAR
from packstation.domain.guards import Around
from packstation.domain.scene import fits
from packstation.domain.touches import Touch, TouchKind

_RECENT, _RECENT_DAYS = 3, 180
_LIKED, _IN_SEASON, _FRESH, _LATELY, _DISLIKED = 4, 2, 1, -6, -18
_FIRST_TIER: Final = 2

Preference = tuple[bool, int, str]


def preference(touch: Touch, around: Around) -> Preference:
    """The lowest is the one to take; equals take turns from order to order."""
    chance = hashlib.sha256(f"{around.scene.order.id}|{touch.key}".encode())
    return _begins_too_high(touch, around), -score(touch, around), chance.hexdigest()


def score(touch: Touch, around: Around) -> int:
    """Nothing personal is looked at for who does not want it."""
    season = bool({*touch.seasons} & {*seasons(around.scene.now.date())})
    card = around.scene.card
    if card is not None and card.no_personalisation:
        return _IN_SEASON * season
    given = around.past.of(touch.kind)
    recently = given[:_RECENT] + tuple(it for it in given if it[1] < _RECENT_DAYS)
    said = _said(touch, around)
    return (
        _LIKED * (said == "liked")
        + _IN_SEASON * season
        + _FRESH * all(before.key != touch.key for before, _ in given)
        + _LATELY * any(before.key == touch.key for before, _ in recently)
        + _DISLIKED * (said == "negative")
    )


def _said(touch: Touch, around: Around) -> str:
    """What was last heard of it; else whether it is what this person says to like.

    A gift is chosen for somebody else, whose taste nobody knows.
    """
    scene = around.scene
    memory, card = scene.memory, scene.card
    if not scene.for_buyer or card is None:
        return ""
    heard = () if memory is None else memory.touches
    said = next((it.reaction for it in heard if it.key == touch.key and it.reaction), "")
    likes = any(fits(like, name) for like in card.likes for _, name in touch.names)
    return said or ("liked" if likes else "")


def _begins_too_high(touch: Touch, around: Around) -> bool:
    """Whether a first present leaves no room for a larger one."""
    had = any(days < YEAR for _, days in around.past.of(TouchKind.TREAT))
    return touch.kind is TouchKind.TREAT and touch.tier > _FIRST_TIER and not had
