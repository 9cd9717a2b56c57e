"""What an owner has decided about touches, and whether it holds for one order.

A rule fires only when it is surely true: ALL of its conditions hold, ANY one of its
alternatives does (if it has some), and none of UNLESS. Not known is neither yes nor no.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from packstation.domain.answers import answered
from packstation.domain.fact import Seen
from packstation.domain.facts import look_up
from packstation.domain.operators import Op, Truth, all_of, any_of, negated
from packstation.domain.scene import Scene
from packstation.domain.touches import Got, Reason, TouchKind


class RuleClass(StrEnum):
    """What a rule is for; the first take precedence."""

    CHECK = "check"
    PROMISE = "promise"
    RECOVERY = "recovery"
    MILESTONE = "milestone"
    DELIGHT = "delight"
    CAMPAIGN = "campaign"

    @property
    def rank(self) -> int:
        """0 goes first."""
        return _RANK[self]


_RANK = {it: place for place, it in enumerate(RuleClass)}


class RuleState(StrEnum):
    DRAFT = "draft"
    SHADOW = "shadow"
    """Judged and written down, not suggested."""
    ON = "on"


class Slot(StrEnum):
    """A place in the parcel that takes one touch, in the order of the hands."""

    BOX = "box"
    WRAP = "wrap"
    NOTE = "note"
    TREAT = "treat"
    GIFT = "gift"
    INSERT = "insert"
    SLIP = "slip"
    CHECK = "check"
    """Takes any number."""


class ActionType(StrEnum):
    USE_BOX = "use_box"
    WRAP = "wrap"
    WRITE_NOTE = "write_note"
    ADD_TREAT = "add_treat"
    ADD_GIFT = "add_gift"
    INSERT_CARD = "insert_card"
    SIGNED_SLIP_LINE = "signed_slip_line"
    EXTRA_CHECK = "extra_check"

    @property
    def slot(self) -> Slot:
        return _PLACES[self][0]

    @property
    def kind(self) -> TouchKind:
        """The kind of touch that can do it."""
        return _PLACES[self][1]


_PLACES: dict[ActionType, tuple[Slot, TouchKind]] = {
    ActionType.USE_BOX: (Slot.BOX, TouchKind.BOX),
    ActionType.WRAP: (Slot.WRAP, TouchKind.BOX),
    ActionType.WRITE_NOTE: (Slot.NOTE, TouchKind.NOTE),
    ActionType.ADD_TREAT: (Slot.TREAT, TouchKind.TREAT),
    ActionType.ADD_GIFT: (Slot.GIFT, TouchKind.TREAT),
    ActionType.INSERT_CARD: (Slot.INSERT, TouchKind.CARD),
    ActionType.SIGNED_SLIP_LINE: (Slot.SLIP, TouchKind.CARD),
    ActionType.EXTRA_CHECK: (Slot.CHECK, TouchKind.CHECK),
}


class Recipe(StrEnum):
    """What a note is about first; other true things may follow."""

    WELCOME = "welcome"
    SECOND = "second"
    MILESTONE = "milestone"
    RETURNING = "returning"
    FAVOURITE = "favourite"
    RECOVERY = "recovery"
    PROMISE = "promise"
    LATE = "late"
    BIRTHDAY = "birthday"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class Condition:
    """One question to one fact; ``want`` is of the type that ``op`` needs."""

    id: str
    fact: str
    op: Op
    want: Got = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What should go in: one of ``assortment``, whichever suits best."""

    id: str
    type: ActionType
    assortment: tuple[str, ...]
    """Keys of touches."""
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    cooldown_days: int | None = None
    """Instead of the usual rest of this slot."""
    max_per_customer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    version: int
    names: tuple[tuple[str, str], ...]
    """(language, name) pairs; the first is the shop's own."""
    state: RuleState
    kind: RuleClass
    all: tuple[Condition, ...]
    any: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    actions: tuple[Action, ...]
    limits: Limits = Limits()
    valid_from: date | None = None
    valid_to: date | None = None
    """The last day, included."""
    why_owner: str = ""
    place: int = 0
    """In the owner's order; rules on the same place are ranked by what they ask."""
    number: int = 0
    """The older the rule, the lower."""

    def name(self, language: str) -> str:
        """Its name in ``language``, else in the shop's own."""
        return dict(self.names).get(language) or self.names[0][1]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return self.all + self.any + self.unless

    def in_season(self, today: date) -> bool:
        after_start = self.valid_from is None or self.valid_from <= today
        return after_start and (self.valid_to is None or today <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition with what was found: a line of the trace."""

    condition: Condition
    got: Got
    result: Truth

    @property
    def reason(self) -> Reason:
        asked = self.condition
        return Reason(asked.fact, asked.op.value, asked.want, self.got)


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule beside one order, every condition answered."""

    rule: Rule
    in_season: bool
    all: tuple[Leaf, ...]
    any: tuple[Leaf, ...]
    unless: tuple[Leaf, ...]
    result: Truth
    """Of the conditions alone."""

    @property
    def fires(self) -> bool:
        return self.in_season and self.result is True

    @property
    def because(self) -> tuple[Reason, ...]:
        """The conditions that speak for it, in the owner's order."""
        return tuple(leaf.reason for leaf in self.all + self.any if leaf.result is True)

    @property
    def satisfied(self) -> int:
        """How many of its conditions are as the rule wants them."""
        wanted = [leaf.result is True for leaf in self.all + self.any]
        return sum(wanted) + sum(leaf.result is False for leaf in self.unless)

    @property
    def precedence(self) -> tuple[int, int, int, int, str]:
        """The lowest goes first: class, owner's order, the more specific, the older."""
        rule = self.rule
        return rule.kind.rank, rule.place, -self.satisfied, rule.number, rule.id

    @property
    def near_miss(self) -> Leaf | None:
        """The one condition that stood in the way, when all others were as the rule wants."""
        short = [leaf for leaf in self.all if leaf.result is not True]
        short += [leaf for leaf in self.unless if leaf.result is not False]
        if self.any and any_of(_results(self.any)) is not True:
            return None
        return short[0] if len(short) == 1 and short[0].result is not None else None


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """``rules`` with their places, as the owner has put them."""
    return tuple(replace(rule, place=n, number=n) for n, rule in enumerate(rules, 1))


def judge(rules: Sequence[Rule], scene: Scene) -> tuple[Judged, ...]:
    """Every rule beside ``scene``, in their order, with the full trace.

    This is what a rule means, said plainly; packstation.domain.rulesets is how it is judged
    at the bench, and a test holds the two together.
    """
    keys = {asked.fact for rule in rules for asked in rule.conditions}
    found = look_up(sorted(keys), scene)
    return tuple(judged(rule, found, scene.now.date()) for rule in rules)


def judged(rule: Rule, found: Mapping[str, Seen], today: date) -> Judged:
    """One rule beside the values of the facts it asks for."""
    every, some, but = (
        _leaves(rule.all, found, today),
        _leaves(rule.any, found, today),
        _leaves(rule.unless, found, today),
    )
    truths = _results(every)
    if some:
        truths.append(any_of(_results(some)))
    if but:
        truths.append(negated(any_of(_results(but))))
    return Judged(rule, rule.in_season(today), every, some, but, all_of(truths))


def _results(leaves: Iterable[Leaf]) -> list[Truth]:
    return [leaf.result for leaf in leaves]


def _leaves(
    asked: Sequence[Condition], found: Mapping[str, Seen], today: date
) -> tuple[Leaf, ...]:
    return tuple(Leaf(it, *answered(it.op, found[it.fact], it.want, today)) for it in asked)
