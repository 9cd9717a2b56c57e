"""The packer's own surprise: a touch no rule suggested, from a small budget, by a person.

All that keeps a rule's touch out keeps this one out too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from packstation.domain.bench import Packing
from packstation.domain.given_before import past_of
from packstation.domain.giving import Giving, Left
from packstation.domain.guards import Around, Candidate, veto
from packstation.domain.plans import refused
from packstation.domain.rules import Action, ActionType, Rule, RuleClass, RuleState
from packstation.domain.scans import Reply
from packstation.domain.scene import Scene
from packstation.domain.touches import Suggestion, Touch, TouchKind
from packstation.domain.why import Why

OWN: Final = ""
"""The rule of what no rule suggested."""
_DOES: Final = {
    TouchKind.NOTE: ActionType.WRITE_NOTE,
    TouchKind.TREAT: ActionType.ADD_TREAT,
    TouchKind.BOX: ActionType.USE_BOX,
    TouchKind.CARD: ActionType.INSERT_CARD,
    TouchKind.CHECK: ActionType.EXTRA_CHECK,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One touch of the shop, and whether it may be this packer's surprise in this parcel."""

    touch: Touch
    why: Why | None = None
    """None: it may."""


@dataclass(frozen=True, slots=True)
class Offered:
    order_id: int
    left: Left
    """Of this packer's budget, this month, with what is in the open parcel taken off."""
    offers: tuple[Offer, ...]
    """Every touch that no rule suggested, in the order of the shelf."""


def left(giving: Giving, sealed: Iterable[Touch], bench: Packing) -> Left:
    """``sealed``: this month's surprises in parcels that are closed, by the same packer."""
    rest = Left(giving.surprise_cents, giving.surprise_count)
    for touch in (*sealed, *(it.touch for it in in_hand(bench))):
        rest = rest.less(touch)
    return rest


def in_hand(bench: Packing) -> tuple[Suggestion, ...]:
    """The surprises in the parcel that is still open."""
    given = (it.of for it in bench.answers.values() if it.reply is Reply.GIVEN)
    return tuple(it for it in given if it is not None and it.rule == OWN)


def offers(
    shelf: Iterable[Touch], scene: Scene, bench: Packing, budget: tuple[Giving, Left]
) -> tuple[Offer, ...]:
    """Every touch that no rule suggested and that is not in the parcel yet."""
    known = {it.touch.key for it in bench.plan or ()} | {
        key for key, answer in bench.answers.items() if answer.reply is Reply.GIVEN
    }
    kept = {it.key: it for it in shelf}
    giving, rest = budget
    around = Around(scene, past_of(scene.card, kept, ()), giving)
    taken = tuple(_candidate(it) for it in _going_in(bench, kept))
    return tuple(
        Offer(it, _why_not(it, around, taken, rest))
        for it in kept.values()
        if it.kind is not TouchKind.CHECK and it.key not in known
    )


def _why_not(
    touch: Touch, around: Around, taken: tuple[Candidate, ...], rest: Left
) -> Why | None:
    it = _candidate(touch)
    why = veto(it, around)
    if why is not None:
        return why
    full = refused(it, taken, around)
    if full is not None:
        return full[0]
    return Why.BUDGET if rest.count < 1 or touch.cost_cents > rest.cents else None


def _going_in(bench: Packing, shelf: dict[str, Touch]) -> Iterable[Touch]:
    """What is in the parcel, or is suggested and was not declined."""
    for it in (*bench.open_touches, *_given(bench)):
        yield shelf.get(it.touch.key, it.touch)


def _given(bench: Packing) -> Iterable[Suggestion]:
    for answer in bench.answers.values():
        if answer.reply is Reply.GIVEN and answer.of is not None:
            yield answer.of


def _candidate(touch: Touch) -> Candidate:
    action = Action(id=OWN, type=_DOES[touch.kind], assortment=(touch.key,))
    return Candidate(_NO_RULE, action, touch)


_NO_RULE: Final = Rule(
    id=OWN,
    version=1,
    names=(("", ""),),
    state=RuleState.ON,
    kind=RuleClass.DELIGHT,
    all=(),
    any=(),
    unless=(),
    actions=(),
)
