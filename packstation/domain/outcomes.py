"""What happened at the bench: every one has its own sentence, colour, mark and sound."""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.customers import CustomerCard
from packstation.domain.orders import Order, OrderLine, Product
from packstation.domain.records import PackingRecord, Parcel
from packstation.domain.scans import Reply


@dataclass(frozen=True, slots=True)
class SignedIn:
    packer: str


@dataclass(frozen=True, slots=True)
class SignedOut:
    packer: str


@dataclass(frozen=True, slots=True)
class PinWrong:
    name: str
    tries_left: int


@dataclass(frozen=True, slots=True)
class Locked:
    packer: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """Signed in again with the order in hand; ``taken_over_from`` when it is someone else."""

    packer: str
    taken_over_from: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """``counted`` is the line whose piece opened the order, already one further."""

    order: Order
    card: CustomerCard | None
    counted: OrderLine | None = None


@dataclass(frozen=True, slots=True)
class PlanShown:
    touches: int


@dataclass(frozen=True, slots=True)
class PieceOk:
    line: OrderLine
    left: int


@dataclass(frozen=True, slots=True)
class LineDone:
    line: OrderLine


@dataclass(frozen=True, slots=True)
class AllDone:
    """Every piece of the order is in the box."""

    line: OrderLine


@dataclass(frozen=True, slots=True)
class WrongPiece:
    """``wanted`` is the line most like it that still misses pieces, else the next one."""

    product: Product
    wanted: OrderLine | None
    left: int


@dataclass(frozen=True, slots=True)
class OneTooMany:
    line: OrderLine


@dataclass(frozen=True, slots=True)
class UnknownCode:
    code: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class AmbiguousCode:
    code: str
    names: tuple[str, ...]
    orders: bool = False


@dataclass(frozen=True, slots=True)
class Misread:
    code: str


@dataclass(frozen=True, slots=True)
class ReadTwice:
    code: str


@dataclass(frozen=True, slots=True)
class SignInFirst:
    """Right in itself, but nobody has signed in."""


@dataclass(frozen=True, slots=True)
class OrderFirst:
    """A piece, touch or command that needs an order on the bench."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class FinishFirst:
    """Right in itself, but the order on the bench comes first."""

    open_number: str
    scanned: str = ""


@dataclass(frozen=True, slots=True)
class StillMissing:
    """A seal was asked for, but pieces are missing."""

    pieces: int


@dataclass(frozen=True, slots=True)
class AskBeforeSeal:
    """A seal was asked for; once more seals it: ``aside`` pieces out? ``touches`` left out?"""

    aside: int
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    record: PackingRecord


@dataclass(frozen=True, slots=True)
class TouchDone:
    key: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class TouchNotPlanned:
    """A touch nobody suggested for this parcel; it was not added."""

    name: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The last thing done to this parcel is undone; ``what`` names the product or touch.

    Empty when it was the question before sealing that is taken back.
    """

    what: str


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    pass


@dataclass(frozen=True, slots=True)
class WasPutBack:
    number: str


@dataclass(frozen=True, slots=True)
class OtherBenchHasIt:
    number: str
    bench: str
    packer: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class PackedBefore:
    number: str
    parcel: Parcel | None


@dataclass(frozen=True, slots=True)
class IsHeld:
    number: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class IsCancelled:
    number: str


@dataclass(frozen=True, slots=True)
class NothingInIt:
    number: str


@dataclass(frozen=True, slots=True)
class SlipShown:
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class NoOrderWants:
    """A known product that no waiting order contains."""

    product: Product


Outcome = (
    SignedIn
    | SignedOut
    | PinWrong
    | Locked
    | Resumed
    | Opened
    | PlanShown
    | PieceOk
    | LineDone
    | AllDone
    | WrongPiece
    | OneTooMany
    | UnknownCode
    | AmbiguousCode
    | Misread
    | ReadTwice
    | SignInFirst
    | OrderFirst
    | FinishFirst
    | StillMissing
    | AskBeforeSeal
    | Sealed
    | TouchDone
    | TouchNotPlanned
    | Undone
    | NothingToUndo
    | WasPutBack
    | OtherBenchHasIt
    | PackedBefore
    | IsHeld
    | IsCancelled
    | NothingInIt
    | SlipShown
    | NoOrderWants
)
