"""Whether there are phrases enough for the notes a shop writes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from packstation.domain.note_pools import Pool, Tone

LIKELY: Final = 0.5
"""From here on somebody nearby will more likely than not get a text that is known there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSmall:
    """A talking point of one language whose notes would begin to repeat."""

    language: str
    tone: Tone
    key: str
    texts: int
    """How many there can be."""
    notes: int
    chance: float
    """Of at least two that are the same."""

    @property
    def missing(self) -> int:
        """How many texts more there should be."""
        pairs = self.notes * (self.notes - 1)
        return math.ceil(pairs / (-2 * math.log1p(-LIKELY))) - self.texts


def chance_of_repeat(notes: int, texts: int) -> float:
    """That two of ``notes``, each drawn from ``texts``, are the same: 1 - exp(-k(k-1)/2N)."""
    if texts < 1:
        return 1.0 if notes > 1 else 0.0
    return -math.expm1(-notes * (notes - 1) / (2 * texts))


def too_small(pool: Pool, notes: Mapping[str, int]) -> tuple[TooSmall, ...]:
    """The talking points of ``pool`` that are too few for ``notes``: so many of each.

    Count the notes of as long and as near as a repeat would be seen: thirty days, one town.
    """
    found = []
    for key, count in sorted(notes.items()):
        parts = pool.for_recipient if key in pool.for_recipient.wordings else pool.for_buyer
        said = len(parts.wordings.get(key, ()))
        texts = len(parts.openings) * said * len(parts.closings)
        chance = chance_of_repeat(count, texts)
        if chance > LIKELY:
            found.append(
                TooSmall(
                    language=pool.language,
                    tone=pool.tone,
                    key=key,
                    texts=texts,
                    notes=count,
                    chance=chance,
                )
            )
    return tuple(found)
