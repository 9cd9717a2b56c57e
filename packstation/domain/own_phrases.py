"""A packer's own phrases: they join the drafts this packer sees, and nobody else's."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from packstation.domain.note_words import count_words
from packstation.domain.talking_points import GIFT_SAFE, POINTS


class Place(StrEnum):
    """Where in a note a phrase may stand."""

    OPENING = "opening"
    POINT = "point"
    CLOSING = "closing"


class Refusal(StrEnum):
    """Why a phrase cannot join the drafts."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    NOT_PLAIN = "not plain"
    """Signs that a card has no use for: braces, brackets, links, several lines."""
    NO_POINT = "no point"
    """It should say something true, and does not say what that is about."""


LONGEST: Final = {Place.OPENING: 12, Place.POINT: 20, Place.CLOSING: 12}
"""In words."""
_LONGEST: Final = 200
_NOT_PLAIN: Final = frozenset("{}[]<>@#\\")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhrase:
    """For notes to a buyer only: nobody but its packer knows what it tells."""

    id: int = 0
    """0 until it is kept."""
    packer_id: int
    place: Place
    language: str
    text: str
    key: str = ""
    """Of a point: the talking point that it puts into words."""

    @property
    def phrase_id(self) -> str:
        return f"own.{self.id}"


def refusal_of(phrase: OwnPhrase) -> Refusal | None:
    """None for a phrase that may be kept. Its words are its packer's own business."""
    if not count_words(phrase.text):
        return Refusal.EMPTY
    plain = phrase.text.isprintable() and not _NOT_PLAIN & set(phrase.text)
    if not plain or "://" in phrase.text:
        return Refusal.NOT_PLAIN
    if count_words(phrase.text) > LONGEST[phrase.place] or len(phrase.text) > _LONGEST:
        return Refusal.TOO_LONG
    says = phrase.key in POINTS and phrase.key != GIFT_SAFE
    return None if says or phrase.place is not Place.POINT else Refusal.NO_POINT
