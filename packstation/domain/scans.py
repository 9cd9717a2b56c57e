"""What reaches the bench from a hand: a code that was scanned, or a wish that was pressed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from packstation.domain.handwritten import Chosen
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import Place


@dataclass(frozen=True, slots=True)
class Scan:
    """The text a scanner read, to the letter, and when.

    ``us`` is the same burst as a US keyboard would have typed it: the second reading of a
    scanner that does not speak this computer's layout. Empty when nothing else is known.
    ``op`` names the operation, so that a repeated one is found; empty: the station names it.
    """

    text: str
    at: datetime
    us: str = ""
    op: str = ""


class Reply(StrEnum):
    """What became of a suggested touch."""

    GIVEN = "given"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A name was picked and its PIN typed. The PIN goes no further than the check."""

    packer_id: int
    pin: str

    def __repr__(self) -> str:
        return f"SignIn({self.packer_id})"  # a PIN never reaches a log


@dataclass(frozen=True, slots=True)
class SignOut:
    pass


@dataclass(frozen=True, slots=True)
class Lock:
    """Somebody stepped away, or nobody has touched the bench for a while."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Sign and print."""


@dataclass(frozen=True, slots=True)
class Undo:
    pass


@dataclass(frozen=True, slots=True)
class PutBack:
    """Leave the order for later: it waits again, with nothing counted."""


@dataclass(frozen=True, slots=True)
class TakeNews:
    """Let what the shop has said of the order in hand be so: changed, or off the bench."""


@dataclass(frozen=True, slots=True)
class OpenOrder:
    order_id: int


@dataclass(frozen=True, slots=True)
class AnswerTouch:
    """``chosen`` is the draft that was copied; None: whatever else stands on the card."""

    key: str
    reply: Reply
    chosen: Chosen | None = None


@dataclass(frozen=True, slots=True)
class TellOpener:
    """Who opens the parcel, where the shop does not say; UNKNOWN: nobody here knows either."""

    opener: Opener


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPhrase:
    """A phrase of one's own is to join one's drafts; ``key`` is what a point speaks of."""

    place: Place
    language: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Surprise:
    """Put a touch in that no rule suggested, from the packer's own small budget."""

    key: str


@dataclass(frozen=True, slots=True)
class TypeCode:
    """A code read aloud by eye and typed, because no scanner could read it."""

    text: str


@dataclass(frozen=True, slots=True)
class TypeCount:
    """So many pieces of what was scanned last, that one included."""

    count: int


@dataclass(frozen=True, slots=True)
class CountByHand:
    """One piece of the line, confirmed by a person and no scan."""

    line: int


@dataclass(frozen=True, slots=True)
class Learn:
    """Say what the unknown code scanned just before is: ``units`` pieces of the line's product.

    None asks which line it is, where more than one still misses pieces; 0 units asks how many
    there are in the pack. The code is learned once it is scanned again.
    """

    line: int | None = None
    units: int = 1


@dataclass(frozen=True, slots=True)
class TellPiece:
    """Which line the piece in hand belongs to, where its code stands for several products."""

    line: int


@dataclass(frozen=True, slots=True)
class GiveDetail:
    """The serial number, lot or expiry the bench has asked for, typed."""

    value: str


class Problem(StrEnum):
    """Why a piece that was ordered does not go into this parcel."""

    MISSING = "missing"
    DAMAGED = "damaged"
    WRONG_STOCK = "wrong_stock"


@dataclass(frozen=True, slots=True)
class TellProblem:
    """All pieces of the line that are not in the box yet stay out, and why.

    None is the line whose pieces come next.
    """

    line: int | None
    problem: Problem
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Substitute:
    """The pieces still missing are replaced by another product, named by any of its codes.

    ``us`` is the second reading of a code that was scanned, as in Scan.
    """

    line: int
    code: str
    reason: str = ""
    us: str = ""


@dataclass(frozen=True, slots=True)
class HoldBack:
    """Nobody packs this order until someone with the right releases it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Release:
    order_id: int


@dataclass(frozen=True, slots=True)
class Park:
    """Put the order aside with its counts, to go on later; ``to`` names who should."""

    reason: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """There is one left on the table: the slip is void and the parcel open again."""

    slip: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Print a slip once more; empty: the slip of the parcel looked at.

    ``reason`` is one of domain.printing.Again, or a person's own words. Raises ValueError
    without any: no slip is printed again for nothing.
    """

    slip: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            msg = "every reprint has a reason"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class TellPaper:
    """Somebody looked whether a slip came out; empty: the one that was asked about."""

    slip: str
    came_out: bool


Wish = (
    SignIn
    | SignOut
    | Lock
    | Seal
    | Undo
    | PutBack
    | TakeNews
    | OpenOrder
    | AnswerTouch
    | TellOpener
    | KeepPhrase
    | Surprise
    | TypeCode
    | TypeCount
    | CountByHand
    | Learn
    | TellPiece
    | GiveDetail
    | TellProblem
    | Substitute
    | HoldBack
    | Release
    | Park
    | Reopen
    | Reprint
    | TellPaper
)


@dataclass(frozen=True, slots=True)
class Command:
    """A wish from key, button or screen, and when; ``op`` as in Scan."""

    wish: Wish
    at: datetime
    op: str = ""
