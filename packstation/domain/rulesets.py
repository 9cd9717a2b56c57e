"""Many rules judged at once: compiled to masks, so that an order costs microseconds.

Every rule is a bit. For each fact there is, for any value it may have, the mask of the rules
that this value stands in the way of, and of those it satisfies an alternative of: by
bisection among the numbers that rules name, by a table of the values seen before otherwise.
Judging is one "or" for each fact. The values that were found are the trace: its leaves are
only written out for whoever asks why.
"""

import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property, reduce
from typing import Final, overload

from packstation.domain.answers import answered
from packstation.domain.fact import Fact, Seen
from packstation.domain.facts import existing
from packstation.domain.operators import FactType, Op, Truth
from packstation.domain.rules import Condition, Judged, Rule, judged
from packstation.domain.scene import Scene

_NUMBERS: Final = frozenset({FactType.NUMBER, FactType.DAYS, FactType.RATIO})
_REMEMBERED: Final = frozenset({FactType.BOOL, FactType.ENUM, FactType.SET})
_MOST_REMEMBERED: Final = 256

_ANSWERED: Final = 1
"""Bit 0 of every mask, so that a mask is never nothing.

Above it a bit for each rule that a value stands in the way of, then one for each rule that it
satisfies an alternative of: one "or" gathers both.
"""
Finds = Callable[[Seen, date], int]


@dataclass(slots=True)
class _Question:
    """One question that rules ask, whoever asks it first; the masks say which rules do."""

    asked: Condition
    bit: int
    rules: int
    """How many there are."""
    every: int = 0
    some: int = 0
    never: int = 0

    def mask(self, truth: Truth) -> int:
        if truth is None:
            return _ANSWERED | (self.every | self.never) << 1
        if not truth:
            return _ANSWERED | self.every << 1
        return _ANSWERED | self.never << 1 | self.some << 1 + self.rules


class Ruleset:
    """Rules in the owner's order, ready for any number of orders."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Final = tuple(rules)
        self._questions = _questions(self.rules)
        self._whole = (1 << len(self.rules)) - 1
        # Whoever has no alternatives needs none of them.
        self._plain = reduce(
            int.__or__, (1 << n for n, it in enumerate(rules) if not it.any), 0
        )
        own: dict[str, list[_Question]] = defaultdict(list)
        for question in self._questions:
            own[question.asked.fact].append(question)
        self._facts = tuple(
            (key, existing(key).look, *_finding(existing(key), asked))
            for key, asked in sorted(own.items())
        )

    def judge(self, scene: Scene) -> "Trace":
        """Every rule beside ``scene``, as packstation.domain.rules.judge means it."""
        return self.decide({it[0]: it[1](scene) for it in self._facts}, scene.now.date())

    def decide(self, found: Mapping[str, Seen], today: date) -> "Trace":
        """The same, of facts that were looked up before."""
        met = 0
        for key, _, known, find in self._facts:
            seen = found[key]
            met |= (known and known.get(seen)) or find(seen, today)
        met >>= 1
        left = self._whole & ~met & (self._plain | met >> len(self.rules))
        places = []
        while left:
            lowest = left & -left
            place = lowest.bit_length() - 1
            if self.rules[place].in_season(today):
                places.append(place)
            left ^= lowest
        return Trace(self, found, today, tuple(places))

    def near(self, found: Mapping[str, Seen], today: date) -> tuple[int, ...]:
        """The places of the rules that a single condition kept from holding."""
        true = unknown = 0
        for it in self._questions:
            _, truth = answered(it.asked.op, found[it.asked.fact], it.asked.want, today)
            true |= it.bit if truth else 0
            unknown |= it.bit if truth is None else 0
        return tuple(
            place
            for place, (every, some, never) in enumerate(self._masks)
            if not (every | never) & unknown
            and (every & ~true).bit_count() + (never & true).bit_count() == 1
            and (not some or some & true)
        )

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the rules in canonical JSON, in 64 hex digits, however sorted."""
        rules = sorted(self.rules, key=lambda it: (it.place, it.number, it.id, it.version))
        body = json.dumps(
            [asdict(it) for it in rules],
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            default=date.isoformat,
        )
        return hashlib.sha256(body.encode()).hexdigest()

    @cached_property
    def _masks(self) -> tuple[tuple[int, int, int], ...]:
        """Of each rule the questions it asks, as bits: all, any, unless."""
        bits = {_key(it.asked): it.bit for it in self._questions}

        def mask(asked: Sequence[Condition]) -> int:
            return reduce(int.__or__, (bits[_key(it)] for it in asked), 0)

        return tuple((mask(it.all), mask(it.any), mask(it.unless)) for it in self.rules)


def _questions(rules: Sequence[Rule]) -> tuple[_Question, ...]:
    """What rules ask, each question once."""
    found: dict[tuple[str, Op, object], _Question] = {}
    for place, rule in enumerate(rules):
        for it in rule.conditions:
            found.setdefault(_key(it), _Question(it, 1 << len(found), len(rules)))
        for it in rule.all:
            found[_key(it)].every |= 1 << place
        for it in rule.any:
            found[_key(it)].some |= 1 << place
        for it in rule.unless:
            found[_key(it)].never |= 1 << place
    return tuple(found.values())


def _key(asked: Condition) -> tuple[str, Op, object]:
    return asked.fact, asked.op, asked.want


class Trace(Sequence[Judged]):
    """What a ruleset found of one order; a rule's leaves are made when somebody asks."""

    def __init__(
        self,
        ruleset: Ruleset,
        found: Mapping[str, Seen],
        today: date,
        fired: tuple[int, ...],
    ) -> None:
        self._ruleset, self._found, self._today = ruleset, found, today
        self._places = fired

    @property
    def fired(self) -> tuple[Judged, ...]:
        """The rules that surely hold, and are in season."""
        return tuple(self[place] for place in self._places)

    @property
    def near(self) -> tuple[Judged, ...]:
        """Those that missed by one condition."""
        near = self._ruleset.near(self._found, self._today)
        return tuple(self[place] for place in near)

    def __len__(self) -> int:
        return len(self._ruleset.rules)

    @overload
    def __getitem__(self, place: int) -> Judged: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Judged, ...]: ...
    def __getitem__(self, place: int | slice) -> Judged | tuple[Judged, ...]:
        if isinstance(place, slice):
            return tuple(self[it] for it in range(*place.indices(len(self))))
        return judged(self._ruleset.rules[place], self._found, self._today)

    def __iter__(self) -> Iterator[Judged]:
        return (judged(it, self._found, self._today) for it in self._ruleset.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Trace({tuple(self)!r})"


# ---- one fact


def _finding(fact: Fact, asked: Sequence[_Question]) -> tuple[dict[Seen, int] | None, Finds]:
    """What is known already of a fact's values, and how to find out about the others."""
    if fact.type is FactType.MONEY:
        return None, _of_numbers(asked)  # hardly an amount comes twice
    if fact.type in _NUMBERS:
        find = _of_numbers(asked)
    elif fact.type in _REMEMBERED:
        find = _one_by_one(asked)
    else:
        return None, _one_by_one(asked)  # every order has its own, or it depends on the day
    known: dict[Seen, int] = {}

    def remember(seen: Seen, today: date) -> int:
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        mask = known[seen] = find(seen, today)
        return mask

    return known, remember


def _one_by_one(asked: Sequence[_Question]) -> Finds:
    def find(seen: Seen, today: date) -> int:
        mask = _ANSWERED
        for it in asked:
            _, truth = answered(it.asked.op, seen, it.asked.want, today)
            mask |= it.mask(truth)
        return mask

    return find


def _of_numbers(asked: Sequence[_Question]) -> Finds:
    """The numbers that rules name cut all numbers into stretches that answer alike."""
    regular = [it for it in asked if it.asked.op is not Op.EVERY_NTH]
    nths = tuple(
        (want, it.mask(truth=True), it.mask(truth=False))
        for it in asked
        if it.asked.op is Op.EVERY_NTH and isinstance(want := it.asked.want, int)
    )
    cuts = {cut for it in regular for cut in _cuts(it.asked)}
    # Each number that is named, and the one after it, begins a stretch: there is none between.
    begins = sorted({it for cut in cuts for it in (cut, cut + 1)})
    answer, day = _one_by_one(regular), date.min  # of a number it never matters what day it is
    stretches = [answer(it, day) for it in (begins[0] - 1 if begins else 0, *begins)]
    nobody = _one_by_one(asked)(None, day)

    def find(seen: Seen, _: date) -> int:
        if not isinstance(seen, int):
            return nobody
        mask = stretches[bisect_right(begins, seen)]
        for nth, yes, no in nths:
            mask |= no if seen % nth or seen <= 0 else yes
        return mask

    return find


def _cuts(asked: Condition) -> tuple[int, ...]:
    wants = asked.want if isinstance(asked.want, tuple) else (asked.want,)
    return tuple(it for it in wants if isinstance(it, int))
