"""What one fact is: what it is called, where it comes from, and who may read of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from packstation.domain.lines import BoughtLine, Field
from packstation.domain.operators import OPS, VALUE_OPS, FactType, Op
from packstation.domain.scene import Scene
from packstation.domain.touches import Got

Seen = Got | tuple[BoughtLine, ...]
"""What a fact was; None: not known."""


class Source(StrEnum):
    """Where a fact comes from."""

    ORDER = "order"
    LINES = "lines"
    CUSTOMER = "customer"
    TOLD = "told"
    """What someone told us of themselves."""
    HISTORY = "history"
    TASTE = "taste"
    TOUCH = "touch"
    INCIDENT = "incident"
    CALENDAR = "calendar"


PROFILING = frozenset({Source.TOLD, Source.HISTORY, Source.TASTE, Source.TOUCH})
"""What someone who wants nothing personal has objected to."""


class Audience(StrEnum):
    """Who may read what was made from a fact."""

    INTERNAL = "internal"
    BUYER = "buyer"
    RECIPIENT = "recipient"
    """Whoever opens the parcel."""


class Sensitivity(StrEnum):
    NORMAL = "normal"
    PERSONAL = "personal"
    SPECIAL = "special"
    """Only the guards of a plan may look at it: never a condition, never named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    key: str
    """Never renamed once it was released: facts.ALIASES keeps old rules readable."""
    type: FactType
    source: Source
    audience: Audience
    sensitivity: Sensitivity
    look: Callable[[Scene], Seen]
    """Its value, None when it is not known."""
    choices: tuple[str, ...] = ()
    """All that an enum or a set can be; empty when the shop's own words come in."""
    asof: bool = True
    """Whether it can be known of an old order as it was then; else it is as of today."""
    fields: tuple[Field, ...] = ()
    """Of lines: what a condition may ask of each."""

    @property
    def ops(self) -> tuple[Op, ...]:
        if self.type is FactType.LINES and Field.PRICE not in self.fields:
            return tuple(op for op in OPS[self.type] if op not in VALUE_OPS)
        return OPS[self.type]


Look = Callable[[Scene], Seen]
Declared = tuple[str, FactType, Source, Audience, Sensitivity, Look]


def declared(*table: Declared) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            key=key,
            type=kind,
            source=source,
            audience=audience,
            sensitivity=sensitivity,
            look=look,
        )
        for key, kind, source, audience, sensitivity, look in table
    )
