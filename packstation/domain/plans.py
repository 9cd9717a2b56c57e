"""From the rules that fire to the few touches for one parcel, each with its because.

Greedy on purpose: class by class, each class in the owner's order, the first one to want a
slot has it. What does not go in is kept with the reason. The same rules, touches, order, card
and time give the same plan, in whatever order the touches come.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from packstation.domain.customers import CustomerCard
from packstation.domain.guards import Candidate, Past, Why, veto
from packstation.domain.orders import Order
from packstation.domain.rules import (
    Action,
    Judged,
    Rule,
    RuleClass,
    RuleState,
    Slot,
    judge,
)
from packstation.domain.scene import Scene, fits
from packstation.domain.talking_points import points_for
from packstation.domain.touches import Suggestion, Touch

MOST_VISIBLE: Final = 3
_RECENT_TREATS, _RECENT_DAYS = 3, 180


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
    judged: tuple[Judged, ...] = ()
    """The trace: every rule with every condition answered, in the owner's order."""


def plan(
    rules: Sequence[Rule],
    touches: Iterable[Touch],
    order: Order,
    card: CustomerCard | None,
    now: datetime,
) -> Plan:
    """What should go into this parcel.

    ``rules`` come in the owner's order, ``now`` in the shop's own zone.
    """
    scene = Scene(order=order, card=card, now=now)
    judged = judge(rules, scene)
    fired = [it for it in judged if it.fires and it.rule.state is RuleState.ON]
    fired.sort(key=lambda it: it.rule.kind.rank)  # stable: inside a class the owner's order
    table = _Table(scene, {touch.key: touch for touch in touches})
    for it in fired:
        for action in it.rule.actions:
            table.offer(it, action)
    return Plan(suggestions=table.suggestions, lost=tuple(table.lost), judged=judged)


class _Table:
    """The parcel's touches while they are being chosen."""

    def __init__(self, scene: Scene, shelf: dict[str, Touch]) -> None:
        self._scene = scene
        self._shelf = shelf
        self._past = _past(scene.card, shelf)
        self._taken: list[tuple[Candidate, Judged]] = []
        self._preferences: dict[str, tuple[int, str]] = {}
        self.lost: list[Lost] = []

    def offer(self, judged: Judged, action: Action) -> None:
        """Let one action of a rule that fired have its slot, if it still may."""
        best: Candidate | None = None
        for it in sorted(self._fitting(judged.rule, action), key=self._preference):
            refusal = (Why.LESS_SUITED, best.touch.key) if best else self._refusal(it)
            if refusal is not None:
                self._lose([it], *refusal)
            else:
                best = it
                self._taken.append((it, judged))

    def _fitting(self, rule: Rule, action: Action) -> list[Candidate]:
        fitting = []
        for key in action.assortment:
            touch = self._shelf.get(key)
            if touch is None or touch.kind is not action.type.kind:
                self.lost.append(Lost(rule.id, action.id, key, Why.NO_SUCH_TOUCH))
                continue
            candidate = Candidate(rule, action, touch)
            why = veto(candidate, self._scene, self._past)
            if why is None:
                fitting.append(candidate)
            else:
                self._lose([candidate], why)
        return fitting

    def _lose(self, candidates: Iterable[Candidate], why: Why, to: str = "") -> None:
        self.lost.extend(
            Lost(it.rule.id, it.action.id, it.touch.key, why, to) for it in candidates
        )

    def _refusal(self, it: Candidate) -> tuple[Why, str] | None:
        """Why what already goes in leaves no room for ``it``, and by which rule that is."""
        for other, _ in self._taken:
            if other.touch.key == it.touch.key or _one_place(other, it):
                return Why.OUTRANKED, other.rule.id
        for other, _ in self._taken:
            if _apart(other, it):
                return Why.NOT_TOGETHER, other.rule.id
        visible = [other for other, _ in self._taken if other.visible]
        return (Why.ENOUGH, "") if it.visible and len(visible) >= MOST_VISIBLE else None

    def _preference(self, it: Candidate) -> tuple[int, str]:
        key = it.touch.key
        if key not in self._preferences:
            chance = hashlib.sha256(f"{self._scene.order.id}|{key}".encode())
            self._preferences[key] = (
                -_score(it.touch, self._scene, self._past),
                chance.hexdigest(),
            )
        return self._preferences[key]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        places = list(Slot)
        by_hand = sorted(self._taken, key=lambda pair: places.index(pair[0].slot))
        return tuple(self._suggestion(it, judged) for it, judged in by_hand)

    def _suggestion(self, it: Candidate, judged: Judged) -> Suggestion:
        note = it.slot is Slot.NOTE
        return Suggestion(
            touch=it.touch,
            rule=it.rule.id,
            because=judged.because,
            points=points_for(it.action.recipe, self._scene) if note else (),
        )


def _score(touch: Touch, scene: Scene, past: Past) -> int:
    """Twice the score, because whole numbers compare the same everywhere."""
    card = scene.card
    likes = () if card is None or card.no_personalisation else card.likes
    liked = any(fits(like, name) for like in likes for _, name in touch.names)
    given = past.of(touch.kind)
    recently = given[:_RECENT_TREATS] + tuple(it for it in given if it[1] < _RECENT_DAYS)
    fresh = all(before.key != touch.key for before, _ in given)
    again = any(before.key == touch.key for before, _ in recently)
    return 4 * liked + fresh - 6 * again


def _one_place(one: Candidate, other: Candidate) -> bool:
    return one.slot is other.slot and one.slot is not Slot.CHECK


def _apart(one: Candidate, other: Candidate) -> bool:
    """Two that spoil each other: a treat beside a gift, an apology beside a campaign's card."""
    slots = {one.slot, other.slot}
    if slots == {Slot.TREAT, Slot.GIFT}:
        return True
    kinds = {one.rule.kind, other.rule.kind}
    return slots == {Slot.NOTE, Slot.INSERT} and kinds == {
        RuleClass.RECOVERY,
        RuleClass.CAMPAIGN,
    }


def _past(card: CustomerCard | None, shelf: dict[str, Touch]) -> Past:
    given = () if card is None else card.last_touches
    known = [(shelf[key], days) for key, days in given if key in shelf]
    return Past(tuple(sorted(known, key=lambda it: (it[1], it[0].key))))
