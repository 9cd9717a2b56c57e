"""What was written before, as far as the next note must not sound like it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from packstation.domain.note_words import differing_bits, likeness

SAME_POINT: Final = timedelta(days=365)
SAME_STREET: Final = timedelta(days=30)
LAST_OF_CUSTOMER, LAST_OF_PACKER, MOST_OF_PACKER = 5, 20, 3
USES_AMONG: Final = 200
"""The shop's latest notes, by which the seldom used is drawn more often."""
_OTHERS: Final = 4
"""Bits: texts that differ in fewer are the same to a reader."""


@dataclass(frozen=True, slots=True)
class Whose:
    """To whom a note goes, and who writes it."""

    packer_id: int
    customer_id: int | None = None
    postcode: str = ""
    """Of the parcel, with its town; empty when it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A note somebody wrote: which phrases it used; neither its words nor its minutes.

    A note in a packer's own words has no phrases, and is only known by its likeness.
    """

    order_id: int
    whose: Whose
    on: date
    language: str
    opening: str = ""
    points: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """As ``told_of`` makes them: the same thing is not told again in other words."""
    closing: str = ""
    likeness: int | None = None
    """The SimHash of its text, if that was recorded."""

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.opening, *self.points, self.closing)))


def told_of(key: str, about: str) -> str:
    """What was told, so that it can be compared and not read; empty for what is no thing."""
    if not about:
        return ""
    return f"{key}:{sha256(about.casefold().encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPast:
    """The notes that bind the next one, the latest of each first."""

    whose: Whose
    today: date
    customer: tuple[Written, ...] = ()
    """Of the last year, and the last five whatever their age."""
    packer: tuple[Written, ...] = ()
    street: tuple[Written, ...] = ()
    """To the same postcode, within thirty days."""
    uses: Mapping[str, int] = field(default_factory=dict)
    """How often each phrase was used in the shop's latest notes."""

    def may_open(self, opening: str) -> bool:
        """Whether neither the customer nor the packer has had it too lately."""
        if opening in {it.opening for it in self.customer[:LAST_OF_CUSTOMER]}:
            return False
        before = self.packer[: LAST_OF_PACKER - 1]
        return sum(it.opening == opening for it in before) < MOST_OF_PACKER

    def may_tell(self, point: str, told: str) -> bool:
        """Whether the customer has not read that within a year, in these or other words."""
        lately = [it for it in self.customer if self.today - it.on < SAME_POINT]
        return not any(point in it.points or (told and told in it.told) for it in lately)

    def may_send(self, phrases: tuple[str, ...], text: str) -> bool:
        """Whether nobody in the same street has the same text."""
        lately = [it for it in self.street if self.today - it.on < SAME_STREET]
        if any(it.phrases == phrases for it in lately):
            return False
        recorded = [it.likeness for it in lately if it.likeness is not None]
        its = likeness(text) if recorded else 0
        return all(differing_bits(it, its) >= _OTHERS for it in recorded)

    def plus(self, written: Iterable[Written]) -> "NotesPast":
        """As if ``written`` (the latest last) had been written by now, each where it counts."""
        past = self
        for note in written:
            past = past._and(note)
        return past

    def _and(self, note: Written) -> "NotesPast":
        mine, its = self.whose, note.whose
        known = mine.customer_id is not None and mine.customer_id == its.customer_id
        near = bool(mine.postcode) and mine.postcode == its.postcode
        return replace(
            self,
            customer=(note, *self.customer) if known else self.customer,
            packer=(note, *self.packer) if mine.packer_id == its.packer_id else self.packer,
            street=(note, *self.street) if near else self.street,
            uses=Counter(self.uses) + Counter(note.phrases),
        )
