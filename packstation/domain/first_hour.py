"""The first hour of a shop: six short steps, each known to be done by the shop's own state."""

from dataclasses import dataclass, field
from typing import Final

from packstation.domain.office import Chapter
from packstation.domain.shop import Packer

STEPS: Final = (
    Chapter.SHOP,
    Chapter.PEOPLE,
    Chapter.PRINTER,
    Chapter.SCANNER,
    Chapter.ORDERS,
    Chapter.PRACTICE,
)
"""In the order in which they help each other."""
TOLD_BY_HAND: Final = frozenset({Chapter.PRINTER, Chapter.SCANNER, Chapter.PRACTICE})
"""What no table shows: somebody saw the paper, heard the scanner, signed a practice slip."""
NO_NAME_YET: Final = "packstation"
"""What a shop is called until its owner names it."""


@dataclass(frozen=True, slots=True)
class LookAtPath:
    """An errand: how far the first hour is."""


@dataclass(frozen=True, slots=True)
class MarkDone:
    """An errand: a step of TOLD_BY_HAND has been done at this bench."""

    chapter: Chapter


@dataclass(frozen=True, slots=True)
class EnterOffice:
    """An errand: whoever asks wants in; ``pin`` may be empty for who has none."""

    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ComeIn:
    """The door is open to ``packer`` until the office is left.

    ``short_pin``: by a PIN that is shorter than an owner's should be.
    """

    packer: Packer
    short_pin: bool = False


@dataclass(frozen=True, slots=True)
class StayOut:
    """It is not. ``tries_left`` of the PIN, 0 for a while; without ``owner`` no PIN helps."""

    tries_left: int = 0
    owner: bool = True


@dataclass(frozen=True, slots=True)
class LeaveOffice:
    """An errand: the door falls shut."""


@dataclass(frozen=True, slots=True)
class PathShown:
    """How far the first hour is."""

    done: frozenset[Chapter]
    people: tuple[Packer, ...] = ()

    @property
    def next(self) -> Chapter | None:
        """The first step that is still to do; None when the hour is over."""
        return next((step for step in STEPS if step not in self.done), None)


@dataclass(frozen=True, slots=True)
class StartDemo:
    """An errand: the demo shop, in a window of its own."""


@dataclass(frozen=True, slots=True)
class DemoStarted:
    """``already``: its window was open before, or could not open: it went at once."""

    already: bool
