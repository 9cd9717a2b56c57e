"""What happened at the bench: every one has its own sentence, colour, mark and sound."""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.codes import Whose
from packstation.domain.customers import CustomerCard
from packstation.domain.giving import Left
from packstation.domain.noticed import News
from packstation.domain.orders import Detail, Opener, Order, OrderLine, Product
from packstation.domain.own_phrases import Place, Refusal
from packstation.domain.records import PackingRecord, Parcel
from packstation.domain.scans import Problem, Reply
from packstation.domain.why import Why


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
class CountRefused:
    """So many do not go in: ``left`` more pieces are wanted."""

    line: OrderLine
    asked: int
    left: int


@dataclass(frozen=True, slots=True)
class NothingToCount:
    """A count was typed, but nothing was scanned just before."""


@dataclass(frozen=True, slots=True)
class ScanIt:
    """The product is scanned, not counted by hand."""

    line: OrderLine


@dataclass(frozen=True, slots=True)
class AsksDetail:
    """The piece counts once its serial number, lot or expiry is scanned or typed."""

    line: OrderLine
    detail: Detail


@dataclass(frozen=True, slots=True)
class ProblemNoted:
    """``units`` pieces stay out of this parcel; the slip will say so."""

    line: OrderLine
    problem: Problem
    units: int


@dataclass(frozen=True, slots=True)
class NothingMissing:
    """The next piece was called missing, and every one is in, or stays out already."""


@dataclass(frozen=True, slots=True)
class Substituted:
    line: OrderLine
    product: Product
    units: int


@dataclass(frozen=True, slots=True)
class WasHeld:
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class WasReleased:
    number: str


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Somebody with the right has to do this."""


@dataclass(frozen=True, slots=True)
class WasParked:
    """Put aside with its counts; ``to`` names who should go on, if anybody does."""

    number: str
    to: str


@dataclass(frozen=True, slots=True)
class WentOn:
    """A parked order is back on the bench with ``in_box`` pieces; 0 when it has changed."""

    order: Order
    card: CustomerCard | None
    in_box: int
    by: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """A sealed parcel is open again and its slip ``slip`` void."""

    order: Order
    card: CustomerCard | None
    slip: str


@dataclass(frozen=True, slots=True)
class Change:
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class HasChanged:
    """The shop changed the order meanwhile; ``take_out`` pieces are too many now."""

    number: str
    changes: tuple[Change, ...]
    take_out: int


@dataclass(frozen=True, slots=True)
class ShopSays:
    """The shop has changed or cancelled the order in hand, which nobody touches here."""

    number: str
    news: News


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """A seal was asked for, but nothing at all is in the box."""


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
class AsksWhich:
    """Which of the order's pieces is in hand? Nobody knows its code, or it is ``shared``."""

    code: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AsksOnceMore:
    """The code is learned, as ``units`` pieces of the line's, once it is scanned again.

    0: once it is told how many there are in the pack.
    """

    line: OrderLine
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """From now on the code is known."""

    line: OrderLine
    units: int
    left: int
    counted: bool
    """Whether it went into the box at once: a case may be too many."""
    detail: Detail | None = None
    """What must be told of the piece before it counts."""


@dataclass(frozen=True, slots=True)
class NotLearned:
    """Another code was scanned; ``name`` is the product's it stands for already."""

    code: str
    whose: Whose
    name: str = ""


@dataclass(frozen=True, slots=True)
class NothingToLearn:
    """No unknown code waits for somebody to say what it is."""


@dataclass(frozen=True, slots=True)
class Misread:
    code: str


@dataclass(frozen=True, slots=True)
class ReadTwice:
    code: str


@dataclass(frozen=True, slots=True)
class WasWritten:
    """What failed just before was written all the same; what was given now is not taken."""


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
    """A seal was asked for; once more seals it: ``aside`` pieces out? ``touches`` left out?

    ``unprintable`` are texts the slip cannot show whole, ``extra`` those of ``aside`` that
    belong to the order and were one too many. ``news`` is how the shop has changed the order,
    which is sealed as it was opened.
    """

    aside: int
    touches: tuple[str, ...]
    unprintable: tuple[str, ...] = ()
    extra: int = 0
    news: News | None = None


@dataclass(frozen=True, slots=True)
class AskBeforePutBack:
    """Once more puts the order back, and the ``pieces`` counted so far are dropped."""

    number: str
    pieces: int


@dataclass(frozen=True, slots=True)
class OrderStays:
    """It was not to be put back after all: nothing was dropped."""

    number: str


@dataclass(frozen=True, slots=True)
class NoNews:
    """The shop says of the order in hand what it said when that was opened."""

    number: str


@dataclass(frozen=True, slots=True)
class Sealed:
    record: PackingRecord


@dataclass(frozen=True, slots=True)
class TouchDone:
    key: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class CardOfOther:
    """The card of a note is for order ``number``, and another is on the bench."""

    number: str
    open_number: str


@dataclass(frozen=True, slots=True)
class CardPastUse:
    """What the card says does not fit order ``number`` any more."""

    number: str


@dataclass(frozen=True, slots=True)
class OpenerNoted:
    """It is known who opens the parcel, or that nobody knows; nobody is asked again."""

    opener: Opener


@dataclass(frozen=True, slots=True)
class PhraseJoins:
    """A phrase of one's own is among one's drafts from now on."""

    place: Place


@dataclass(frozen=True, slots=True)
class PhraseRefused:
    refusal: Refusal
    place: Place


@dataclass(frozen=True, slots=True)
class TouchNotPlanned:
    """A touch nobody suggested for this parcel; it was not added."""

    name: str


@dataclass(frozen=True, slots=True)
class SurpriseAdded:
    """The packer's own surprise goes in; ``left`` is what remains of the month's budget."""

    key: str
    name: str
    left: Left
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class SurpriseRefused:
    name: str
    why: Why
    left: Left
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Undone:
    """The last thing done to this parcel is undone; ``what`` names the product or touch.

    Empty when it was a question of the bench that is taken back.
    """

    what: str
    stays_known: bool = False
    """Whether its code was learned by that: it counts for the next piece as well."""


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
    """``order_id`` is 0 unless whoever stands at this bench may let the order go."""

    number: str
    reason: str
    by: str
    order_id: int = 0


@dataclass(frozen=True, slots=True)
class IsCancelled:
    number: str


@dataclass(frozen=True, slots=True)
class WasSent:
    """The shop says that it has left, and no parcel of it is ours."""

    number: str


@dataclass(frozen=True, slots=True)
class NothingInIt:
    number: str


@dataclass(frozen=True, slots=True)
class SlipShown:
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class CopyPrints:
    """A copy of a slip that came out before is on its way, marked as such."""

    parcel: Parcel
    copy: int


@dataclass(frozen=True, slots=True)
class PrintsAgain:
    """No paper came of it so far: what prints now is still the same slip."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class CameOut:
    """A person saw it, and nobody asks about it any more."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class StillPrinting:
    """A copy was asked for, but the slip itself is on its way."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class AsksIfOut:
    """A copy was asked for, but nobody knows yet whether the slip came out."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class SlipIsVoid:
    """A void slip is not printed again."""

    slip: str


@dataclass(frozen=True, slots=True)
class SlipFirst:
    """To print again, but of which parcel?"""


@dataclass(frozen=True, slots=True)
class NoDoubt:
    """Somebody told what came of a slip, but that is known already."""


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
    | CountRefused
    | NothingToCount
    | ScanIt
    | AsksDetail
    | ProblemNoted
    | NothingMissing
    | Substituted
    | WasHeld
    | WasReleased
    | NotAllowed
    | WasParked
    | WentOn
    | Reopened
    | HasChanged
    | ShopSays
    | EmptyBox
    | UnknownCode
    | AmbiguousCode
    | AsksWhich
    | AsksOnceMore
    | Learned
    | NotLearned
    | NothingToLearn
    | Misread
    | ReadTwice
    | WasWritten
    | SignInFirst
    | OrderFirst
    | FinishFirst
    | StillMissing
    | AskBeforeSeal
    | AskBeforePutBack
    | OrderStays
    | NoNews
    | Sealed
    | TouchDone
    | CardOfOther
    | CardPastUse
    | OpenerNoted
    | PhraseJoins
    | PhraseRefused
    | TouchNotPlanned
    | SurpriseAdded
    | SurpriseRefused
    | Undone
    | NothingToUndo
    | WasPutBack
    | OtherBenchHasIt
    | PackedBefore
    | IsHeld
    | IsCancelled
    | WasSent
    | NothingInIt
    | SlipShown
    | CopyPrints
    | PrintsAgain
    | CameOut
    | StillPrinting
    | AsksIfOut
    | SlipIsVoid
    | SlipFirst
    | NoDoubt
    | NoOrderWants
)
