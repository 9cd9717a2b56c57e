"""What keeps a touch out of a parcel: safety, wishes, stock, and what came before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from packstation.domain.diet import Diet, diet
from packstation.domain.facts import PROFILING, Audience, Fact, fact_of
from packstation.domain.rules import Action, Rule, RuleClass, Slot
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind


class Why(StrEnum):
    """Why something that a rule wanted is not suggested."""

    NO_EXTRAS = "no_extras"
    NO_PERSONALISATION = "no_personalisation"
    AUDIENCE = "audience"
    """It would tell somebody else what only the buyer may know."""
    OPEN_DISPUTE = "open_dispute"
    DIET = "diet"
    FOOD_LABEL = "food_label"
    NO_SUCH_TOUCH = "no_such_touch"
    """Not among the shop's touches, or of a kind that cannot do this."""
    OUT_OF_STOCK = "out_of_stock"
    COOL_DOWN = "cool_down"
    OFTEN_ENOUGH = "often_enough"
    """As many times as this person may have it."""
    MANY_LATELY = "many_lately"
    SAME_AS_LAST = "same_as_last"
    LADDER = "ladder"
    """Smaller than what this person got last."""
    LESS_SUITED = "less_suited"
    """Another one of the same assortment goes in."""
    OUTRANKED = "outranked"
    NOT_TOGETHER = "not_together"
    ENOUGH = "enough"
    """The parcel already has as many as it should."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One touch that one action of a rule that fired could put in."""

    rule: Rule
    action: Action
    touch: Touch

    @property
    def slot(self) -> Slot:
        return self.action.type.slot

    @property
    def visible(self) -> bool:
        """Whether whoever opens the parcel finds something more in it."""
        return self.slot not in {Slot.CHECK, Slot.SLIP}


@dataclass(frozen=True, slots=True)
class Past:
    """What this customer found in earlier parcels: (touch, days ago), the latest first."""

    given: tuple[tuple[Touch, int], ...] = ()

    def of(self, kind: TouchKind) -> tuple[tuple[Touch, int], ...]:
        return tuple((touch, days) for touch, days in self.given if touch.kind is kind)

    def latest(self, kind: TouchKind) -> tuple[Touch, ...]:
        """What went in the last time one of ``kind`` did; several when on the same day."""
        of_kind = self.of(kind)
        return tuple(touch for touch, days in of_kind if days == of_kind[0][1])


Guard = Callable[[Candidate, Scene, Past], bool]

_RESTS: Final[dict[Slot, int]] = {Slot.NOTE: 60, Slot.TREAT: 30, Slot.GIFT: 120}
"""Days a slot usually rests after a touch of its kind."""
_YEAR: Final = 365
_MOST_A_YEAR: Final = 6
_MAKES_GOOD: Final = frozenset({RuleClass.CHECK, RuleClass.PROMISE, RuleClass.RECOVERY})
"""Rests and yearly numbers are for pleasures, not for what is owed."""


def _no_extras(it: Candidate, scene: Scene, _: Past) -> bool:
    return scene.card is not None and scene.card.no_extras and it.visible


def _no_personalisation(it: Candidate, scene: Scene, _: Past) -> bool:
    objected = scene.card is not None and scene.card.no_personalisation
    return objected and any(fact.source in PROFILING for fact in _facts(it.rule))


def _audience(it: Candidate, scene: Scene, _: Past) -> bool:
    if scene.for_buyer or it.slot is Slot.CHECK:
        return False
    return any(fact.audience is not Audience.RECIPIENT for fact in _facts(it.rule))


def _facts(rule: Rule) -> tuple[Fact, ...]:
    found = (fact_of(asked.fact) for asked in rule.conditions)
    return tuple(fact for fact in found if fact is not None)


def _open_dispute(it: Candidate, scene: Scene, _: Past) -> bool:
    return scene.is_disputed and it.rule.kind not in {RuleClass.RECOVERY, RuleClass.CHECK}


def _against_diet(it: Candidate, scene: Scene, _: Past) -> bool:
    return _diet(it, scene) is Diet.AGAINST_A_LIMIT


def _not_labelled(it: Candidate, scene: Scene, _: Past) -> bool:
    return _diet(it, scene) is Diet.NOT_LABELLED


def _diet(it: Candidate, scene: Scene) -> Diet:
    return diet(it.touch, () if scene.card is None else scene.card.limits)


def _out_of_stock(it: Candidate, _: Scene, __: Past) -> bool:
    return it.touch.on_hand is not None and it.touch.on_hand <= 0


def _cool_down(it: Candidate, _: Scene, past: Past) -> bool:
    own = it.rule.limits.cooldown_days
    if own is not None:
        return any(
            days < own for touch, days in past.given if touch.key in it.action.assortment
        )
    if it.rule.kind in _MAKES_GOOD:
        return False
    rest = _RESTS.get(it.slot, 0)
    return any(days < rest for _, days in past.of(it.touch.kind))


def _often_enough(it: Candidate, _: Scene, past: Past) -> bool:
    most = it.rule.limits.max_per_customer
    had = sum(touch.key in it.action.assortment for touch, _ in past.given)
    return most is not None and had >= most


def _many_lately(it: Candidate, _: Scene, past: Past) -> bool:
    if it.rule.kind in _MAKES_GOOD or not it.visible:
        return False
    lately = [t for t, days in past.given if days < _YEAR and t.kind is not TouchKind.CHECK]
    return len(lately) >= _MOST_A_YEAR


def _same_as_last(it: Candidate, _: Scene, past: Past) -> bool:
    if it.touch.kind is not TouchKind.TREAT:
        return False
    return any(touch.key == it.touch.key for touch in past.latest(TouchKind.TREAT))


def _ladder(it: Candidate, _: Scene, past: Past) -> bool:
    if it.touch.kind is not TouchKind.TREAT:
        return False
    within_year = [(t, days) for t, days in past.of(TouchKind.TREAT) if days < _YEAR]
    last = Past(tuple(within_year)).latest(TouchKind.TREAT)
    return any(it.touch.tier < touch.tier for touch in last)


GUARDS: Final[Sequence[tuple[Why, Guard]]] = (
    (Why.NO_EXTRAS, _no_extras),
    (Why.NO_PERSONALISATION, _no_personalisation),
    (Why.AUDIENCE, _audience),
    (Why.OPEN_DISPUTE, _open_dispute),
    (Why.DIET, _against_diet),
    (Why.FOOD_LABEL, _not_labelled),
    (Why.OUT_OF_STOCK, _out_of_stock),
    (Why.COOL_DOWN, _cool_down),
    (Why.OFTEN_ENOUGH, _often_enough),
    (Why.MANY_LATELY, _many_lately),
    (Why.SAME_AS_LAST, _same_as_last),
    (Why.LADDER, _ladder),
)


def veto(candidate: Candidate, scene: Scene, past: Past) -> Why | None:
    """The first guard that keeps ``candidate`` out, None when all let it through."""
    return next((why for why, stops in GUARDS if stops(candidate, scene, past)), None)
