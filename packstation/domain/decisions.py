"""What was decided for one parcel and on what grounds, as a value that outlives its rules.

The same order, rules, touches and clock give the same bytes, in whatever order they come.
What nobody may read of, such as a limit, is not in it: only the veto it led to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from packstation.domain.fact import Sensitivity
from packstation.domain.facts import fact_of
from packstation.domain.operators import Op, Truth
from packstation.domain.plans import Plan
from packstation.domain.rules import Judged, Leaf
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from packstation.domain.touches import Got, Reason, Touch
from packstation.domain.why import Why

ENGINE: Final = 1
"""Raised when the same rules may lead to another plan."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One condition of a rule, what it wanted and what it found."""

    group: str
    """all, any or unless."""
    condition: str
    reason: Reason
    result: Truth

    @property
    def speaks_for_it(self) -> bool:
        """Whether it is as the rule wants it."""
        return self.result is (self.group != "unless")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSeen:
    """A rule beside the order, as both were then."""

    id: str
    version: int
    names: tuple[tuple[str, str], ...]
    kind: str
    state: str
    fires: bool
    near: str = ""
    """The id of the one condition that stood in the way; empty when it was not near."""
    seen: tuple[Seen, ...] = ()
    """Empty once it is long ago."""

    def name(self, language: str) -> str:
        return dict(self.names).get(language) or self.names[0][1]

    @property
    def missed(self) -> Seen | None:
        """What stood in the way of a near miss."""
        return next((it for it in self.seen if it.condition == self.near), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one touch that a rule wanted."""

    rule: str
    action: str = ""
    touch: str
    why: Why | None = None
    """None: it is suggested."""
    lost_to: str = ""
    """The id of a rule, or the key of a touch that suits better."""
    instead_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    order_id: int
    evaluated_at: datetime
    """In the shop's own zone."""
    ruleset: str
    """The digest of all its rules."""
    engine: int = ENGINE
    rules: tuple[RuleSeen, ...] = ()
    """By class, then in the owner's order."""
    verdicts: tuple[Verdict, ...] = ()
    """What goes in, in the order of the hands; then what does not."""

    def rule(self, rule_id: str) -> RuleSeen | None:
        return next((it for it in self.rules if it.id == rule_id), None)

    def rule_of(self, touch: str) -> RuleSeen | None:
        """Why ``touch`` is suggested; None when no rule suggests it."""
        rules = (it.rule for it in self.verdicts if it.touch == touch and it.why is None)
        return self.rule(next(rules, ""))

    @property
    def lost(self) -> tuple[tuple[RuleSeen, Verdict], ...]:
        """What matched as well and does not go in."""
        found = ((self.rule(it.rule), it) for it in self.verdicts if it.why is not None)
        return tuple((rule, verdict) for rule, verdict in found if rule is not None)

    @property
    def near(self) -> tuple[RuleSeen, ...]:
        """What one condition kept from matching."""
        return tuple(it for it in self.rules if it.near and it.state == "on")

    @property
    def facts(self) -> Mapping[str, Got]:
        """What was found of each fact that a rule asked for."""
        return {it.reason.fact: it.reason.got for rule in self.rules for it in rule.seen}

    @property
    def long_ago(self) -> "Decision":
        """What may be kept of it for years: what matched, which verdicts, and no fact."""
        matched = (it for it in self.rules if it.fires)
        return replace(self, rules=tuple(replace(it, seen=(), near="") for it in matched))


@dataclass(frozen=True, slots=True)
class Explained:
    """A decision, with the names of what it speaks of."""

    decision: Decision
    shelf: tuple[Touch, ...] = ()

    def touch(self, key: str) -> Touch | None:
        return next((it for it in self.shelf if it.key == key), None)


def decision_of(made: Plan, rules: Ruleset, scene: Scene) -> Decision:
    """``made`` with its grounds; ``rules`` and ``scene`` are those it was made of."""
    judged = sorted(made.judged, key=_place)
    return Decision(
        order_id=scene.order.id,
        evaluated_at=scene.now,
        ruleset=rules.digest,
        rules=tuple(map(_seen_rule, judged)),
        verdicts=tuple(_verdicts(made)),
    )


def _place(it: Judged) -> tuple[int, int, int, str]:
    return it.rule.kind.rank, it.rule.place, it.rule.number, it.rule.id


def _seen_rule(it: Judged) -> RuleSeen:
    near = it.near_miss if it.in_season else None
    groups = (("all", it.all), ("any", it.any), ("unless", it.unless))
    return RuleSeen(
        id=it.rule.id,
        version=it.rule.version,
        names=it.rule.names,
        kind=it.rule.kind.value,
        state=it.rule.state.value,
        fires=it.fires,
        near="" if near is None else near.condition.id,
        seen=tuple(_seen(group, leaf) for group, leaves in groups for leaf in leaves),
    )


def _seen(group: str, leaf: Leaf) -> Seen:
    fact, reason = fact_of(leaf.condition.fact), leaf.reason
    if fact is None or fact.sensitivity is Sensitivity.SPECIAL:
        # No rule can ask for it; should one ever be able to, it is still not written down.
        reason = replace(reason, want=None, got=None)
    return Seen(group, leaf.condition.id, reason, leaf.result)


def _verdicts(made: Plan) -> Iterator[Verdict]:
    for it in made.suggestions:
        yield Verdict(rule=it.rule, touch=it.touch.key, instead_of=it.instead_of)
    for lost in made.lost:
        yield Verdict(
            rule=lost.rule,
            action=lost.action,
            touch=lost.touch,
            why=lost.why,
            lost_to=lost.to,
        )


# ---- as JSON


def canonical(decision: Decision) -> bytes:
    """The one way in which ``decision`` is written: sorted keys, no blanks, UTF-8."""
    values = {
        "order": decision.order_id,
        "at": decision.evaluated_at.isoformat(),
        "ruleset": decision.ruleset,
        "engine": decision.engine,
        "rules": [_rule_values(it) for it in decision.rules],
        "verdicts": [
            [it.rule, it.action, it.touch, it.why, it.lost_to, it.instead_of]
            for it in decision.verdicts
        ],
    }
    return json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def _rule_values(it: RuleSeen) -> dict[str, Any]:
    return {
        "id": it.id,
        "version": it.version,
        "names": it.names,
        "class": it.kind,
        "state": it.state,
        "fires": it.fires,
        "near": it.near,
        "seen": [
            [leaf.group, leaf.condition, *_reason_values(leaf.reason), leaf.result]
            for leaf in it.seen
        ],
    }


def _reason_values(it: Reason) -> tuple[str, str, Got, Got]:
    return it.fact, Op(it.op).value, it.want, it.got


def read_decision(text: str | bytes) -> Decision:
    """What ``canonical`` wrote."""
    values = json.loads(text)
    return Decision(
        order_id=values["order"],
        evaluated_at=datetime.fromisoformat(values["at"]),
        ruleset=values["ruleset"],
        engine=values["engine"],
        rules=tuple(_read_rule(it) for it in values["rules"]),
        verdicts=tuple(_read_verdict(*it) for it in values["verdicts"]),
    )


def _read_rule(values: Mapping[str, Any]) -> RuleSeen:
    return RuleSeen(
        id=values["id"],
        version=values["version"],
        names=tuple((language, name) for language, name in values["names"]),
        kind=values["class"],
        state=values["state"],
        fires=values["fires"],
        near=values["near"],
        seen=tuple(_read_seen(it) for it in values["seen"]),
    )


def _read_seen(values: Sequence[Any]) -> Seen:
    group, condition, fact, op, want, got, result = values
    return Seen(group, condition, Reason(fact, op, _plain(want), _plain(got)), result)


def _read_verdict(*values: Any) -> Verdict:  # noqa: ANN401 (as JSON has it)
    rule, action, touch, why, lost_to, instead_of = values
    return Verdict(
        rule=rule,
        action=action,
        touch=touch,
        why=None if why is None else Why(why),
        lost_to=lost_to,
        instead_of=instead_of,
    )


def _plain(value: Any) -> Got:  # noqa: ANN401 (as JSON has it)
    return tuple(value) if isinstance(value, list) else value
