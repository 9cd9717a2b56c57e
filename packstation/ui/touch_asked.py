"""A touch in words, and how much of it there is room for."""

from dataclasses import dataclass
from typing import Final

from packstation.domain.scans import Reply
from packstation.domain.touches import TouchKind


@dataclass(frozen=True, slots=True)
class Density:
    """What there is room for: lines of the because, talking points, the last note."""

    because: int
    points: int
    said_before: bool


ROOMY: Final = Density(3, 3, said_before=True)
BARE: Final = Density(1, 0, said_before=False)
DENSITIES: Final = (
    ROOMY,
    Density(3, 3, said_before=False),
    Density(3, 2, said_before=False),
    Density(2, 1, said_before=False),
    Density(2, 0, said_before=False),
    BARE,
)
"""From roomy to bare: the reason of a touch is the last thing to be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A touch as it is shown, all of it already in words."""

    key: str
    kind: TouchKind
    number: int
    name: str
    because: str = ""
    points: tuple[str, ...] = ()
    said_before: str = ""
    give: str = ""
    decline: str = ""
    answer: str = ""
    """What became of it, in a word."""
    reply: Reply | None = None
    next: bool = False
    """The first that still waits for an answer."""
    own: bool = False
    """No rule suggested it: it can be taken back."""
    drafts: str = ""
    """Leads to what a note could say; empty where there is nothing to write."""
    drafts_short: str = ""
    """The same beside the name, where it has no line of its own."""
