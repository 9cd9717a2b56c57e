"""Why these touches and no others: the rules that decided, told to whoever packs."""

from collections.abc import Iterable
from dataclasses import dataclass

from packstation.domain.decisions import Explained, RuleSeen, Seen, Verdict
from packstation.domain.facts import fact_of
from packstation.domain.operators import Op
from packstation.domain.rules import Condition
from packstation.domain.touches import Suggestion
from packstation.domain.why import Why
from packstation.words.because import because
from packstation.words.conditions import asked, denied, found
from packstation.words.fact_names import label
from packstation.words.left_out import why_not
from packstation.words.reasons import shorten
from packstation.words.values import HIDDEN, Reader
from packstation.words.words import Words

_NAME = 60


@dataclass(frozen=True, slots=True)
class Leaf:
    """One condition that spoke for a touch, and what was found."""

    asked: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A touch in the plan: which rule wants it, and each condition that was met."""

    touch: str
    rule: str
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that did not come to anything, what it wanted, and why not."""

    rule: str
    wanted: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    touches: tuple[Reasoned, ...] = ()
    lost: tuple[Passed, ...] = ()
    near: tuple[Passed, ...] = ()


def tell_why(plan: Iterable[Suggestion], explained: Explained | None, reader: Reader) -> Told:
    """Of each touch in ``plan``, the because alone while, or where, nothing more is known."""
    if explained is None:
        return Told(tuple(_simply(it, reader.words) for it in plan))
    decision = explained.decision
    return Told(
        touches=_of_one_rule(_reasoned(it, explained, reader) for it in plan),
        lost=tuple(_lost(explained, reader.words)),
        near=tuple(_near(it, reader) for it in decision.near if it.missed is not None),
    )


def _simply(suggestion: Suggestion, words: Words) -> Reasoned:
    name = suggestion.touch.name(words.language)
    if not suggestion.rule:
        return Reasoned(name, words("your own surprise"))
    return Reasoned(name, because(suggestion, words))


def _reasoned(suggestion: Suggestion, explained: Explained, reader: Reader) -> Reasoned:
    words = reader.words
    rule = explained.decision.rule(suggestion.rule) if suggestion.rule else None
    if rule is None:
        return _simply(suggestion, words)
    named = words("rule “{name}” (v{n})", name=_name(rule, words), n=rule.version)
    leaves = [_leaf(it, reader) for it in rule.seen if it.speaks_for_it and _is_ours(it)]
    instead = explained.touch(suggestion.instead_of)
    if instead is not None:
        other = instead.name(words.language)
        less = words("in place of {other}, which would be less than last time", other=other)
        leaves.append(Leaf(less))
    return Reasoned(suggestion.touch.name(words.language), named, tuple(leaves))


def _of_one_rule(touches: Iterable[Reasoned]) -> tuple[Reasoned, ...]:
    """What the same rule wants for the same reasons is told together."""
    together: dict[tuple[str, tuple[Leaf, ...]], list[str]] = {}
    for it in touches:
        together.setdefault((it.rule, it.leaves), []).append(it.touch)
    return tuple(
        Reasoned(", ".join(names), rule, leaves) for (rule, leaves), names in together.items()
    )


def _leaf(seen: Seen, reader: Reader) -> Leaf:
    condition = _condition(seen)
    say = denied if seen.group == "unless" else asked
    said = Leaf(say(condition, reader), found(condition, seen.reason.got, reader))
    if HIDDEN not in said.asked + said.found:
        return said
    fact = label(condition.fact, reader.words)
    return Leaf(reader.words("{fact}: as the rule wants it", fact=fact))


def _lost(explained: Explained, words: Words) -> Iterable[Passed]:
    """One for each rule and reason, with all the touches that it is the reason for."""
    together: dict[tuple[str, str], list[str]] = {}
    for rule, verdict in explained.decision.lost:
        touch = explained.touch(verdict.touch)
        reason = _reason(verdict, explained, words)
        named = "" if touch is None else touch.name(words.language)
        together.setdefault((_name(rule, words), reason), []).append(named)
    for (rule_name, reason), touches in together.items():
        wanted = ", ".join(dict.fromkeys(filter(None, touches)))
        yield Passed(_quoted(rule_name, words), wanted, reason)


def _reason(verdict: Verdict, explained: Explained, words: Words) -> str:
    if verdict.why is None:
        return ""
    return why_not(verdict.why, words, _winner(verdict, explained, words))


def _winner(verdict: Verdict, explained: Explained, words: Words) -> str:
    """The name of what goes in instead; empty where nobody knows it any more."""
    if verdict.why is Why.LESS_SUITED:
        touch = explained.touch(verdict.lost_to)
        return "" if touch is None else touch.name(words.language)
    rule = explained.decision.rule(verdict.lost_to)
    return "" if rule is None else _name(rule, words)


def _near(rule: RuleSeen, reader: Reader) -> Passed:
    named = _quoted(_name(rule, reader.words), reader.words)
    missed = rule.missed
    if missed is None or not _is_ours(missed):
        return Passed(named, "", "")
    return Passed(named, "", _missed(missed, reader))


def _missed(seen: Seen, reader: Reader) -> str:
    condition, words = _condition(seen), reader.words
    say = asked if seen.group == "unless" else denied
    said = f"{say(condition, reader)} {found(condition, seen.reason.got, reader)}".strip()
    if HIDDEN not in said:
        return said
    return words("{fact}: not as the rule wants it", fact=label(condition.fact, words))


def _condition(seen: Seen) -> Condition:
    return Condition(seen.condition, seen.reason.fact, Op(seen.reason.op), seen.reason.want)


def _is_ours(seen: Seen) -> bool:
    """Whether this program has words for it: an old decision may speak of older facts."""
    return fact_of(seen.reason.fact) is not None


def _name(rule: RuleSeen, words: Words) -> str:
    return shorten(rule.name(words.language), _NAME)


def _quoted(name: str, words: Words) -> str:
    return words("“{name}”", name=name)
