"""What keeps a touch out of a parcel: safety, wishes, stock, and what came before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from packstation.domain.crossing import may_be_too_young, may_cross
from packstation.domain.diet import Diet, diet, is_edible
from packstation.domain.fact import PROFILING, Audience, Fact
from packstation.domain.facts import fact_of
from packstation.domain.given_before import YEAR, Past, is_for_a_birthday, makes_good
from packstation.domain.giving import Giving
from packstation.domain.rules import Action, Rule, RuleClass, Slot
from packstation.domain.scene import Scene
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why


@dataclass(frozen=True, slots=True)
class Candidate:
    """One touch that one action of a rule that fired could put in."""

    rule: Rule
    action: Action
    touch: Touch
    instead_of: str = ""
    """What the rule asked for, when that would have been less than last time."""

    @property
    def slot(self) -> Slot:
        return self.action.type.slot

    @property
    def visible(self) -> bool:
        """Whether whoever opens the parcel finds something more in it."""
        return self.slot not in {Slot.CHECK, Slot.SLIP}

    @property
    def is_owed(self) -> bool:
        """Rests, prices and yearly numbers are for pleasures, not for what is owed."""
        return self.rule.kind in {RuleClass.CHECK, RuleClass.PROMISE, RuleClass.RECOVERY}


@dataclass(frozen=True, slots=True)
class Around:
    """Where a candidate would go: the order, what came before it, what the owner allows."""

    scene: Scene
    past: Past = field(default_factory=Past)
    giving: Giving = field(default_factory=Giving)


Guard = Callable[[Candidate, Around], bool]

_RESTS: Final[dict[Slot, int]] = {Slot.NOTE: 60, Slot.TREAT: 30, Slot.GIFT: 120}
"""Days a slot usually rests after a touch of its kind."""
_NEXT_BIRTHDAY: Final = 300
"""Less than a year: a wish may come late in one year and early in the next."""


def _no_extras(it: Candidate, around: Around) -> bool:
    card = around.scene.card
    return card is not None and card.no_extras and it.visible


def _no_personalisation(it: Candidate, around: Around) -> bool:
    card = around.scene.card
    objected = card is not None and card.no_personalisation
    return objected and any(fact.source in PROFILING for fact in _facts(it.rule))


def _quiet(it: Candidate, around: Around) -> bool:
    card = around.scene.card
    until = None if card is None else card.quiet_until
    return until is not None and around.scene.now.date() <= until and it.slot is not Slot.CHECK


def _audience(it: Candidate, around: Around) -> bool:
    if around.scene.for_buyer or it.slot is Slot.CHECK:
        return False
    if is_edible(it.touch):
        return True  # what somebody else must not eat, nobody has told us
    return any(fact.audience is not Audience.RECIPIENT for fact in _facts(it.rule))


def _facts(rule: Rule) -> tuple[Fact, ...]:
    found = (fact_of(asked.fact) for asked in rule.conditions)
    return tuple(fact for fact in found if fact is not None)


def _open_dispute(it: Candidate, around: Around) -> bool:
    memory = around.scene.memory
    told = () if memory is None else memory.incidents
    disputed = around.scene.is_disputed or any(
        them.days_since_resolved is None for them in told
    )
    return disputed and it.rule.kind not in {RuleClass.RECOVERY, RuleClass.CHECK}


def _company(it: Candidate, around: Around) -> bool:
    card = around.scene.card
    return card is not None and card.is_b2b and it.slot in {Slot.TREAT, Slot.GIFT}


def _against_diet(it: Candidate, around: Around) -> bool:
    return _diet(it, around) is Diet.AGAINST_A_LIMIT


def _not_labelled(it: Candidate, around: Around) -> bool:
    if not is_edible(it.touch):
        return False
    scene, giving, best_before = around.scene, around.giving, it.touch.best_before
    comes = max(scene.order.leaves_at or scene.now, scene.now).date()
    eaten = comes + timedelta(days=giving.days_on_the_way + giving.days_to_eat)
    too_old = best_before is not None and best_before < eaten
    return too_old or not it.touch.sealed or _diet(it, around) is Diet.NOT_LABELLED


def _diet(it: Candidate, around: Around) -> Diet:
    card = around.scene.card
    if card is None:
        return diet(it.touch, ())
    return diet(it.touch, card.limits, severe=card.severe)


def _age(it: Candidate, _: Around) -> bool:
    return may_be_too_young(it.touch)


def _country(it: Candidate, around: Around) -> bool:
    return not may_cross(it.touch, around.giving.country, around.scene.order.country)


def _out_of_stock(it: Candidate, _: Around) -> bool:
    return it.touch.on_hand is not None and it.touch.on_hand <= 0


def _cool_down(it: Candidate, around: Around) -> bool:
    own, past = it.rule.limits.cooldown_days, around.past
    if own is not None:
        return any(
            days < own for touch, days in past.given if touch.key in it.action.assortment
        )
    if it.is_owed:
        return False
    rest = _RESTS.get(it.slot, 0)
    return any(days < rest for _, days in past.of(it.touch.kind))


def _once_a_year(it: Candidate, around: Around) -> bool:
    lately = any(days < _NEXT_BIRTHDAY for days in around.past.birthdays)
    return lately and is_for_a_birthday(it.rule)


def _made_good(it: Candidate, around: Around) -> bool:
    if not makes_good(it.rule):
        return False
    told, memory = around.scene.incident, around.scene.memory
    if told is None or told.healed:
        return memory is None or all(them.healed for them in memory.incidents)
    since = (around.scene.now.date() - told.reported_on).days
    return any(days < since for days in around.past.made_good)


def _often_enough(it: Candidate, around: Around) -> bool:
    most = it.rule.limits.max_per_customer
    if it.touch.kind is TouchKind.NOTE:
        # Every note is another one: what counts is what it was about.
        had = sum(rule == it.rule.id for rule, _ in around.past.by_rules)
    else:
        had = sum(touch.key in it.action.assortment for touch, _ in around.past.given)
    return most is not None and had >= most


def _many_lately(it: Candidate, around: Around) -> bool:
    counts = it.visible and not it.is_owed
    return counts and around.past.visible_within_a_year >= around.giving.most_a_year


def _same_as_last(it: Candidate, around: Around) -> bool:
    if it.touch.kind is not TouchKind.TREAT:
        return False
    return any(touch.key == it.touch.key for touch in around.past.latest(TouchKind.TREAT))


def _ladder(it: Candidate, around: Around) -> bool:
    if it.touch.kind is not TouchKind.TREAT:
        return False
    lately = tuple((t, days) for t, days in around.past.of(TouchKind.TREAT) if days < YEAR)
    last = Past(given=lately).latest(TouchKind.TREAT)
    return any(it.touch.tier < touch.tier for touch in last)


GUARDS: Final[Sequence[tuple[Why, Guard]]] = (
    (Why.NO_EXTRAS, _no_extras),
    (Why.NO_PERSONALISATION, _no_personalisation),
    (Why.QUIET, _quiet),
    (Why.AUDIENCE, _audience),
    (Why.OPEN_DISPUTE, _open_dispute),
    (Why.COMPANY, _company),
    (Why.DIET, _against_diet),
    (Why.FOOD_LABEL, _not_labelled),
    (Why.AGE, _age),
    (Why.COUNTRY, _country),
    (Why.OUT_OF_STOCK, _out_of_stock),
    (Why.COOL_DOWN, _cool_down),
    (Why.ONCE_A_YEAR, _once_a_year),
    (Why.MADE_GOOD, _made_good),
    (Why.OFTEN_ENOUGH, _often_enough),
    (Why.MANY_LATELY, _many_lately),
    (Why.SAME_AS_LAST, _same_as_last),
    (Why.LADDER, _ladder),
)


def veto(candidate: Candidate, around: Around) -> Why | None:
    """The first guard that keeps ``candidate`` out, None when all let it through."""
    return next((why for why, stops in GUARDS if stops(candidate, around)), None)
