"""Notes written ahead, sitting down: which card is for which order, and whether it still fits.

offered ----- written, or its card scanned at the bench -----> written
   |                                                             |  its order is cancelled,
   | nothing was written yet                                     |  held, or changed so that
   v                                                             v  it is not true any more
 (gone) <------ somebody took it off the table ----------- taken back
                                                                 |
                      a held order's card waits aside <----------+  fits again: written
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from packstation.domain.notes_past import Written, told_of
from packstation.domain.shop import Packer
from packstation.domain.talking_points import GIFT_SAFE
from packstation.domain.touches import TalkingPoint


class CardState(StrEnum):
    OFFERED = "offered"
    """A draft lies on the table, perhaps on a sheet too; nobody has said that it is written."""
    WRITTEN = "written"
    TAKEN_BACK = "taken_back"
    """It was written, but does not go out as things stand: off the table with it."""
    ASIDE = "aside"
    """It is off the table, and fits again once its order is released."""


class OffTable(StrEnum):
    """Why a card that was written does not go out."""

    CANCELLED = "cancelled"
    HELD = "held"
    """It fits again once the order is released."""
    CHANGED = "changed"
    """What it tells is not true of the order any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard:
    """The one card of an order, as it is kept: by the ids of its phrases, without its words."""

    note: Written
    """Its packer is 0 while nobody in particular is to write it."""
    touch: str
    """The key of the touch that it is: what is ticked at the bench."""
    revision: int
    """Of the order when it was last found to fit."""
    turn: int = 0
    """How many cards of this order had to go: part of the code."""
    another: int = 0
    """How often another draft was asked for."""
    state: CardState = CardState.OFFERED

    @property
    def order_id(self) -> int:
        return self.note.order_id

    def fits(self, points: Iterable[TalkingPoint]) -> bool:
        """Whether what it tells is still one of the facts its order's note may mention."""
        return fits(self.note, points)


def fits(note: Written, points: Iterable[TalkingPoint]) -> bool:
    """Whether what it tells is among ``points``; words of one's own tell nothing we know."""
    return not note.points or any(_tells(note, point) for point in points)


def _tells(note: Written, point: TalkingPoint) -> bool:
    told = told_of(point.key, point.about)
    if told or note.told:
        return told in note.told
    # Phrases are named after what they tell, but those of a packer's own: all for the buyer.
    names = (f"{point.key}.",) if point.key == GIFT_SAFE else (f"{point.key}.", "own.")
    return any(it.startswith(names) for it in note.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAhead:
    """A card as the table shows it."""

    order_id: int
    number: str
    called: str
    """How the customer is called; as the shop has the name, where nothing better is known."""
    code: str
    """What goes with the card: ours, in A-Z and 0-9."""
    leaves_at: datetime | None
    points: tuple[TalkingPoint, ...] = ()
    """The facts; empty for a card that only has to go off the table."""
    text: str = ""
    gloss: str = ""
    """The same in the packer's language; empty when that is the note's own."""
    language: str = ""
    words: int = 0
    for_buyer: bool = True
    state: CardState = CardState.OFFERED
    off: OffTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The note table: it grows while the orders that wait are looked through.

    Cards that must go off the table come first, then the soonest to leave.
    """

    packer: Packer | None
    """Who sits at it; None: nobody in particular."""
    notes: tuple[NoteAhead, ...] = ()
    rest: tuple[int, ...] = ()
    """Ids of orders nobody has looked at yet."""
    planned: tuple[Written, ...] = ()
    """What lies on the table already: the next drafts must not sound like it."""

    @property
    def to_take_off(self) -> tuple[NoteAhead, ...]:
        return tuple(it for it in self.notes if it.state is CardState.TAKEN_BACK)

    @property
    def on_sheet(self) -> tuple[NoteAhead, ...]:
        """What can be cut off and put with its card: written or not."""
        return tuple(it for it in self.notes if it.off is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNotes:
    """All that a sheet of notes says; ``language`` is that of whoever writes them."""

    notes: tuple[NoteAhead, ...]
    shop: str
    at: datetime
    zone: str
    language: str
    media: str = "A4"


class Doing(StrEnum):
    """What a hand does with one card of the table."""

    WRITE = "write"
    ANOTHER = "another"
    TAKE_OFF = "take_off"


@dataclass(frozen=True, slots=True)
class LayTable:
    """Somebody sits down to write."""

    packer: Packer


@dataclass(frozen=True, slots=True)
class TellCard:
    packer: Packer
    order_id: int
    doing: Doing


@dataclass(frozen=True, slots=True)
class PrintSheet:
    table: Table


@dataclass(frozen=True, slots=True)
class CardTold:
    """What became of a card: ``now`` is how it lies there; None: it is off the table."""

    order_id: int
    now: NoteAhead | None


@dataclass(frozen=True, slots=True)
class SheetOut:
    """The sheet went to a printer; or to a file, ``where``; or ``trouble`` says why not."""

    where: str = ""
    trouble: str = ""


TableWish = LayTable | TellCard | PrintSheet
TableNews = Table | CardTold | SheetOut
