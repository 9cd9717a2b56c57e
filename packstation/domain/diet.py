"""Whether something edible may go to someone with limits. When in doubt it may not.

Codes are the 14 allergens of Regulation (EU) 1169/2011, Annex II, and alcohol: what a label
must say. Of anything else a label's silence proves nothing, so any other limit (sugar,
gelatine, vegan, a word of the shop's own) keeps every edible out.
"""

from collections.abc import Iterable
from enum import StrEnum

from packstation.domain.operators import fold
from packstation.domain.touches import Touch

_DECLARED = frozenset(
    {
        "gluten",
        "crustaceans",
        "eggs",
        "fish",
        "peanuts",
        "soy",
        "milk",
        "nuts",
        "celery",
        "mustard",
        "sesame",
        "sulphites",
        "lupin",
        "molluscs",
        "alcohol",
    }
)
_CLEAR = _DECLARED | {"sugar", "honey", "gelatine", "meat"}
"""Codes that say all there is to say: none can hide an allergen, as "sauce" could."""
_ALSO_WRITTEN = {
    "egg": "eggs",
    "soya": "soy",
    "peanut": "peanuts",
    "nut": "nuts",
    "lactose": "milk",
}
# In Spain "sin frutos secos" is said of peanuts too.
_EXCLUDES = {"nuts": frozenset({"nuts", "peanuts"})}


class Diet(StrEnum):
    """What stands between an edible and a person."""

    FREE = "free"
    AGAINST_A_LIMIT = "against_a_limit"
    NOT_LABELLED = "not_labelled"
    """Nobody is known to have a limit, but nobody knows what is in it either."""


def diet(touch: Touch, limits: Iterable[str], *, severe: bool = False) -> Diet:
    """Whether ``touch`` may go to someone with ``limits``; ``severe``: one could do harm."""
    if not is_edible(touch):
        return Diet.FREE
    if severe:
        return Diet.AGAINST_A_LIMIT
    contains = None if touch.contains is None else {_code(text) for text in touch.contains}
    unclear = contains is None or not contains <= _CLEAR
    excluded = [_excluded(_code(text)) for text in limits]
    if not excluded:
        return Diet.NOT_LABELLED if contains is None else Diet.FREE
    if unclear or contains is None or None in excluded:
        return Diet.AGAINST_A_LIMIT
    against = any(codes is not None and codes & contains for codes in excluded)
    return Diet.AGAINST_A_LIMIT if against else Diet.FREE


def is_edible(touch: Touch) -> bool:
    """Whether the owner says so, or what is written of it does."""
    return touch.edible or bool(touch.contains)


def contents(touch: Touch) -> frozenset[str]:
    """The codes of what is in ``touch``, as far as anybody knows."""
    return frozenset(map(_code, touch.contains or ()))


def _excluded(limit: str) -> frozenset[str] | None:
    """What someone with ``limit`` must not find; None: no label can tell."""
    if limit in _EXCLUDES:
        return _EXCLUDES[limit]
    return frozenset({limit}) if limit in _DECLARED else None


def _code(text: str) -> str:
    code = fold(text)
    return _ALSO_WRITTEN.get(code, code)
