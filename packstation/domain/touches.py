"""The small things a parcel can carry besides what was bought, and why one is suggested."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TouchKind(StrEnum):
    NOTE = "note"
    TREAT = "treat"
    BOX = "box"
    CARD = "card"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One kind of note, sweet, box or card that this shop keeps."""

    key: str
    kind: TouchKind
    names: tuple[tuple[str, str], ...]
    """(language, name) pairs; the first is the shop's own."""
    code: str = ""
    """What the jar, the card stock or the box carries."""
    on_hand: int | None = None
    """Pieces left; None when nobody counts them."""
    edible: bool = False
    contains: tuple[str, ...] | None = ()
    """Declared allergens, "may contain" included; None when nobody knows."""
    tier: int = 1
    cost_cents: int = 0
    on_slip: bool = False
    """The customer reads of it on the slip."""
    sealed: bool = True
    """Each piece is wrapped on its own: of something edible nothing else leaves the shop."""
    best_before: date | None = None
    """Of the pieces that go out next; None when nobody writes it down."""
    countries: tuple[str, ...] | None = None
    """Where it may go; None: nobody has said, and what is in it decides."""
    seasons: tuple[str, ...] = ()
    """Tags of domain.days: when it suits best."""
    seconds: int | None = None
    """What it takes the packer, once that is measured."""

    def name(self, language: str) -> str:
        """Its name in ``language``, else in the shop's own."""
        return dict(self.names).get(language) or self.names[0][1]


Got = bool | int | str | tuple[str, ...] | tuple[int, ...] | None
"""The value a fact had; None: not known."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition of a rule that held; put into words for each reader, not stored as text."""

    fact: str
    op: str
    want: Got
    got: Got


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """Something true a note could mention; ``about`` is the product or fact it speaks of."""

    key: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A touch for this parcel, with its because."""

    touch: Touch
    rule: str
    """The rule's id; empty: the packer's own surprise."""
    because: tuple[Reason, ...] = ()
    heals: bool = False
    """It makes up for the customer's open incident."""
    points: tuple[TalkingPoint, ...] = ()
    instead_of: str = ""
    """The key of what the rule would have given, had it not been less than last time."""
