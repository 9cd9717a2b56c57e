"""How a note comes together: facts into wordings, an opening before, a closing behind.

    facts ──> wordings ──┐
    openings ────────────┼──> a text of 20 to 45 words that the past allows
    closings ────────────┘

All is drawn from the order's id and from how often others were asked for: no chance, no
clock. A reader is a type here, as packstation.domain.known tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain, filterfalse, product, zip_longest
from typing import Final, Generic, TypeVar

from packstation.domain.known import Known, Reader_contra, Recipient
from packstation.domain.note_pools import Parts, Phrase, Pool
from packstation.domain.note_words import (
    called_in_ink,
    count_words,
    draw,
    fill,
    likeness,
    product_in_ink,
    slots,
    stems,
)
from packstation.domain.notes_past import NotesPast, Written, told_of

DRAFTS: Final = 3
LEAST_WORDS, MOST_WORDS = 20, 45
_NONE: Final[frozenset[str]] = frozenset()
_Reader = TypeVar("_Reader", bound=Recipient)


class Short(StrEnum):
    """Why there are fewer than three drafts, or none."""

    NOTHING_TRUE = "nothing true"
    """There is nothing to tell that is true and may be told."""
    LANGUAGE = "language"
    """Nobody has written phrases in it: then the signature on the slip is enough."""
    POINTS = "points"
    """The rest of what is true has been told within a year."""
    OPENINGS = "openings"
    """The customer, or the packer, has had the others too lately."""
    TEXTS = "texts"
    """What is left would be too long or too short, or somebody near has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Generic[Reader_contra]):
    """A note as it could be written, with the one fact it tells."""

    order_id: int
    fact: Known[Reader_contra]
    opening: str
    point: str
    closing: str
    language: str
    text: str
    gloss: str = ""
    """The same in the packer's language; empty when that is the note's own."""

    @property
    def words(self) -> int:
        return count_words(self.text)

    @property
    def phrases(self) -> tuple[str, ...]:
        return (self.opening, self.point, self.closing)

    def written(self, past: NotesPast, on: date, recorded: str = "") -> Written:
        """What is kept of it once it stands on a card.

        ``recorded`` is the text as written, if the packer records it: only its likeness stays.
        """
        told = told_of(self.fact.key, self.fact.about)
        return Written(
            order_id=self.order_id,
            whose=past.whose,
            on=on,
            language=self.language,
            opening=self.opening,
            points=(self.point,),
            told=(told,) if told else (),
            closing=self.closing,
            likeness=likeness(recorded) if recorded else None,
        )


@dataclass(frozen=True, slots=True)
class Drafts(Generic[Reader_contra]):
    """At most three, which differ in what they tell or how, and in their openings."""

    drafts: tuple[Draft[Reader_contra], ...] = ()
    short: Short | None = None
    """Why they are not three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting(Generic[_Reader]):
    """Everything that lies ready when a note is drafted for one kind of reader."""

    order_id: int
    pool: Pool
    parts: Parts[_Reader]
    gloss: Pool | None
    called: Known[_Reader] | None
    past: NotesPast
    another: int = 0

    def drafts(self, facts: Sequence[Known[_Reader]]) -> Drafts[_Reader]:
        """Three, or fewer and why: what is used up is never said again."""
        bodies = self._bodies(facts)
        openings = self._openings()
        found: list[Draft[_Reader]] = []
        for fact, wording in _from(bodies, DRAFTS * self.another):
            said = {phrase for draft in found for phrase in draft.phrases}
            fresh = [it for it in openings if it.id not in said]
            draft = next(self._fitting(fact, wording, fresh, said), None)
            if draft is not None:
                found.append(draft)
            if len(found) == DRAFTS:
                return Drafts(tuple(found))
        return Drafts(tuple(found), _why(facts, bodies, openings))

    def _bodies(
        self, facts: Sequence[Known[_Reader]]
    ) -> list[tuple[Known[_Reader], Phrase[_Reader]]]:
        """Each fact in turn, each time in other words: the first fact comes first."""
        each = [[(fact, it) for it in self._wordings(fact)] for fact in facts]
        return [it for turn in zip_longest(*each) for it in turn if it is not None]

    def _wordings(self, fact: Known[_Reader]) -> tuple[Phrase[_Reader], ...]:
        told, values = told_of(fact.key, fact.about), self._values(self.pool, fact)
        free = [
            phrase
            for phrase in self.parts.wordings.get(fact.key, ())
            if self.past.may_tell(phrase.id, told) and all(map(values.get, slots(phrase.text)))
        ]
        return self._drawn("body", free)

    def _openings(self) -> tuple[Phrase[_Reader], ...]:
        free = [it for it in self.parts.openings if self.past.may_open(it.id)]
        return self._drawn(f"opening {self.another}", free)

    def _drawn(
        self, seed: str, phrases: Sequence[Phrase[_Reader]]
    ) -> tuple[Phrase[_Reader], ...]:
        by_id = {phrase.id: phrase for phrase in phrases}
        return tuple(by_id[it] for it in draw(f"{self.order_id} {seed}", by_id, self.past.uses))

    def _fitting(
        self,
        fact: Known[_Reader],
        wording: Phrase[_Reader],
        openings: Sequence[Phrase[_Reader]],
        said: set[str],
    ) -> Iterator[Draft[_Reader]]:
        """Drafts around ``wording``, those in which no word is heard twice first."""
        closings = self._drawn(f"closing {self.another}", self.parts.closings)
        odd = self.pool.not_with.get(fact.key, _NONE) | self.pool.not_with.get(
            wording.id, _NONE
        )
        around = [
            pair
            for pair in product(openings, closings)
            if odd.isdisjoint({it.id for it in pair})
        ]

        def again(pair: tuple[Phrase[_Reader], Phrase[_Reader]]) -> bool:
            opening, closing = pair
            return closing.id in said or _echo(opening, wording, closing)

        for opening, closing in chain(filterfalse(again, around), filter(again, around)):
            draft = self.put_together(fact, (opening, wording, closing))
            fits = LEAST_WORDS <= draft.words <= MOST_WORDS
            if fits and self.past.may_send(draft.phrases, draft.text):
                yield draft

    def once_more(
        self, facts: Sequence[Known[_Reader]], note: Written
    ) -> Draft[_Reader] | None:
        """The draft ``note`` was made of; None when it is not true any more, or not ours."""
        for fact in facts:
            told = told_of(fact.key, fact.about)
            wordings = self.parts.wordings.get(fact.key, ())
            pools = (self.parts.openings, wordings, self.parts.closings)
            names = (note.opening, *note.points, note.closing)
            found = [
                it
                for pool, name in zip(pools, names, strict=False)
                for it in pool
                if it.id == name
            ]
            if note.told == ((told,) if told else ()) and len(found) == len(pools):
                return self.put_together(fact, tuple(found))
        return None

    def put_together(
        self, fact: Known[_Reader], phrases: tuple[Phrase[_Reader], ...]
    ) -> Draft[_Reader]:
        """``fact`` told in an opening, a wording and a closing."""
        opening, point, closing = phrases
        text = " ".join(fill(it.text, self._values(self.pool, fact)) for it in phrases)
        return Draft(
            order_id=self.order_id,
            fact=fact,
            opening=opening.id,
            point=point.id,
            closing=closing.id,
            language=self.pool.language,
            text=text,
            gloss=self._gloss(fact, phrases),
        )

    def _gloss(self, fact: Known[_Reader], phrases: tuple[Phrase[_Reader], ...]) -> str:
        pool = self.gloss
        if pool is None or pool.language == self.pool.language:
            return ""
        texts, values = pool.texts(), self._values(pool, fact)
        return " ".join(fill(texts.get(it.id, it.text), values) for it in phrases)

    def _values(self, pool: Pool, fact: Known[_Reader]) -> dict[str, str]:
        return {
            "name": called_in_ink(self.called.about) if self.called is not None else "",
            "product": product_in_ink(fact.about),
            "count": pool.numbers.get(fact.about, fact.about),
        }


_Body = TypeVar("_Body")


def _from(bodies: Sequence[_Body], start: int) -> Sequence[_Body]:
    """All of ``bodies``, going round, from the one at ``start``."""
    turn = start % len(bodies) if bodies else 0
    return (*bodies[turn:], *bodies[:turn])


def _why(
    facts: Sequence[object], bodies: Sequence[object], openings: Sequence[object]
) -> Short:
    if not facts:
        return Short.NOTHING_TRUE
    if len(openings) < DRAFTS:
        return Short.OPENINGS
    return Short.POINTS if len(bodies) < DRAFTS else Short.TEXTS


def _echo(*phrases: Phrase[_Reader]) -> bool:
    """Whether a word would be heard again."""
    heard: set[str] = set()
    for phrase in phrases:
        its = _stems(phrase.text)
        if not heard.isdisjoint(its):
            return True
        heard |= its
    return False


_stems = lru_cache(maxsize=4096)(stems)
