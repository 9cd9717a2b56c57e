"""From the rules that fire to the few touches for one parcel, each with its because.

Greedy on purpose: class by class, each class in the owner's order, the first one to want a
slot has it. What does not go in is kept with the reason. The same rules, touches, order, card
and time give the same plan, in whatever order rules and touches come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from packstation.domain.given_before import makes_good, past_of
from packstation.domain.giving import Giving, seconds_of
from packstation.domain.guards import Around, Candidate, veto
from packstation.domain.order_facts import items_cents
from packstation.domain.rules import (
    Action,
    ActionType,
    Judged,
    Rule,
    RuleState,
    Slot,
)
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.domain.suiting import Preference, preference
from packstation.domain.talking_points import points_for
from packstation.domain.together import ROOM, apart
from packstation.domain.touches import Suggestion, Touch, TouchKind
from packstation.domain.why import Why

_USUAL: Final = Giving()
_PRESENTS: Final = frozenset({Slot.TREAT, Slot.GIFT})


@dataclass(frozen=True, slots=True)
class Lost:
    """A touch that a rule wanted and that does not go in."""

    rule: str
    action: str
    touch: str
    why: Why
    to: str = ""
    """What goes in instead: the id of a rule, or the key of a touch it was less suited than."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    suggestions: tuple[Suggestion, ...] = ()
    """In the order of the hands."""
    lost: tuple[Lost, ...] = ()
    judged: Sequence[Judged] = ()
    """The trace: every rule with every condition answered, in the order they came in."""


def plan(
    rules: Ruleset | Sequence[Rule],
    touches: Iterable[Touch],
    scene: Scene,
    giving: Giving = _USUAL,
) -> Plan:
    """What should go into this parcel.

    Each rule knows its place in the owner's order; whoever plans often hands the rules over
    as a ruleset.
    """
    ruleset = rules if isinstance(rules, Ruleset) else Ruleset(rules)
    judged = ruleset.judge(scene)
    fired = [it for it in judged.fired if it.rule.state is RuleState.ON]
    shelf = {touch.key: touch for touch in touches}
    past = past_of(scene.card, shelf, ruleset.rules)
    table = _Table(Around(scene, past, giving), shelf)
    for it in sorted(fired, key=lambda it: it.precedence):
        for action in it.rule.actions:
            table.offer(it, action)
    return Plan(suggestions=table.suggestions, lost=tuple(table.lost), judged=judged)


class _Table:
    """The parcel's touches while they are being chosen."""

    def __init__(self, around: Around, shelf: Mapping[str, Touch]) -> None:
        self._around = around
        self._shelf = shelf
        self._taken: list[tuple[Candidate, Judged]] = []
        self._preferences: dict[str, Preference] = {}
        self.lost: list[Lost] = []

    def offer(self, judged: Judged, action: Action) -> None:
        """Let one action of a rule that fired have its slot, if it still may."""
        fitting, too_small = self._fitting(judged.rule, action)
        best: Candidate | None = None
        for it in sorted(fitting, key=self._preference):
            refusal = (
                (Why.LESS_SUITED, best.touch.key)
                if best
                else refused(it, self._in, self._around)
            )
            if refusal is not None:
                self._lose(it, *refusal)
            else:
                best = it
                self._taken.append((it, judged))
        if too_small and not fitting:
            self._offer_another_kind(judged, too_small[0])

    def _offer_another_kind(self, judged: Judged, less: Candidate) -> None:
        """A note instead of a present that would be smaller than the last one."""
        notes = [it for it in self._shelf.values() if it.kind is TouchKind.NOTE]
        for touch in sorted(notes, key=lambda it: it.key):
            action = Action(
                id=less.action.id, type=ActionType.WRITE_NOTE, assortment=(touch.key,)
            )
            note = Candidate(judged.rule, action, touch, instead_of=less.touch.key)
            if veto(note, self._around) is None and not self._refused(note):
                self._taken.append((note, judged))
                return

    def _fitting(self, rule: Rule, action: Action) -> tuple[list[Candidate], list[Candidate]]:
        """What may go in, and what may not for being smaller than the last present."""
        fitting, too_small = [], []
        for key in action.assortment:
            touch = self._shelf.get(key)
            if touch is None or touch.kind is not action.type.kind:
                self.lost.append(Lost(rule.id, action.id, key, Why.NO_SUCH_TOUCH))
                continue
            candidate = Candidate(rule, action, touch)
            why = veto(candidate, self._around)
            if why is None:
                fitting.append(candidate)
                continue
            self._lose(candidate, why)
            if why is Why.LADDER and candidate.slot in _PRESENTS:
                too_small.append(candidate)
        return fitting, too_small

    def _lose(self, it: Candidate, why: Why, to: str = "") -> None:
        self.lost.append(Lost(it.rule.id, it.action.id, it.touch.key, why, to))

    @property
    def _in(self) -> tuple[Candidate, ...]:
        return tuple(it for it, _ in self._taken)

    def _refused(self, it: Candidate) -> bool:
        return refused(it, self._in, self._around) is not None

    def _preference(self, it: Candidate) -> Preference:
        key = it.touch.key
        if key not in self._preferences:
            self._preferences[key] = preference(it.touch, self._around)
        return self._preferences[key]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        places = list(Slot)
        by_hand = sorted(self._taken, key=lambda pair: places.index(pair[0].slot))
        return tuple(self._suggestion(it, judged) for it, judged in by_hand)

    def _suggestion(self, it: Candidate, judged: Judged) -> Suggestion:
        scene = self._around.scene
        note = it.slot is Slot.NOTE
        return Suggestion(
            touch=it.touch,
            rule=it.rule.id,
            because=judged.because,
            heals=it.visible and makes_good(it.rule) and _is_owed(scene),
            points=points_for(it.action.recipe, scene) if note else (),
            instead_of=it.instead_of,
        )


def refused(
    it: Candidate, taken: Sequence[Candidate], around: Around
) -> tuple[Why, str] | None:
    """Why what already goes in leaves no room for ``it``, and by which rule that is."""
    same = [other for other in taken if other.touch.key == it.touch.key]
    beside = [other for other in taken if other.slot is it.slot]
    if same or (it.slot is not Slot.CHECK and len(beside) >= ROOM.get(it.slot, 1)):
        return Why.OUTRANKED, (same or beside)[0].rule.id
    for other in taken:
        if apart(other, it):
            return Why.NOT_TOGETHER, other.rule.id
    why = _too_much(it, taken, around) if it.visible else None
    return None if why is None else (why, "")


def _too_much(it: Candidate, taken: Sequence[Candidate], around: Around) -> Why | None:
    """Why the parcel is full: in number, for the year, in money or in minutes."""
    giving = around.giving
    visible = sum(other.visible for other in taken)
    if visible >= giving.most_visible:
        return Why.ENOUGH
    if not it.is_owed:
        if around.past.visible_within_a_year + visible >= giving.most_a_year:
            return Why.MANY_LATELY
        cents = sum(other.touch.cost_cents for other in (*taken, it))
        if it.touch.cost_cents > 0 and cents > most_cents(around.scene, giving):
            return Why.TOO_DEAR
    seconds = sum(seconds_of(other.touch) for other in (*taken, it))
    return Why.TOO_LONG if seconds > giving.most_seconds else None


def most_cents(scene: Scene, giving: Giving) -> int:
    """What one parcel's touches may cost; where nobody knows its price, the shop's most."""
    items = items_cents(scene) or scene.order.total_cents
    share = items * giving.most_percent // 100
    return min(share, giving.most_cents) if items > 0 else giving.most_cents


def _is_owed(scene: Scene) -> bool:
    told = () if scene.memory is None else scene.memory.incidents
    solved = (it for it in told if it.days_since_resolved is not None)
    return scene.recovery_owed or any(not it.healed for it in solved)
