"""What an input meant, with everything that was looked up and granted for it.

Events are what the journal keeps. Folding them gives the bench again, without asking the
database anything, so each carries all that ``advance`` needs: the order as it was, who
holds it, the number a slip may have.
"""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.bench import Parked
from packstation.domain.codes import Whose
from packstation.domain.customers import CustomerCard
from packstation.domain.giving import Left
from packstation.domain.notes_past import Written
from packstation.domain.noticed import News
from packstation.domain.orders import Detail, Opener, Order, Product
from packstation.domain.own_phrases import OwnPhrase
from packstation.domain.records import Parcel
from packstation.domain.scans import Problem, Reply
from packstation.domain.shop import Brand, Packer
from packstation.domain.touches import Suggestion, Touch
from packstation.domain.why import Why


@dataclass(frozen=True, slots=True)
class Found:
    """A product a code stands for, and how many pieces one scan of it is."""

    product: Product
    units: int = 1


# ---- whether an order may be packed here, as found and claimed in one statement


@dataclass(frozen=True, slots=True)
class Granted:
    """The order is this bench's alone from now on."""


@dataclass(frozen=True, slots=True)
class AtOtherBench:
    bench: str
    packer: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class AlreadyPacked:
    parcel: Parcel | None


@dataclass(frozen=True, slots=True)
class OnHold:
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class WasCancelled:
    pass


@dataclass(frozen=True, slots=True)
class WasSent:
    """The shop says so: it came in as history, or left while it was in somebody's hands."""


@dataclass(frozen=True, slots=True)
class NothingToPack:
    """It holds no goods, or nobody knows what became of it."""


Standing = (
    Granted | AtOtherBench | AlreadyPacked | OnHold | WasCancelled | WasSent | NothingToPack
)


# ---- events


@dataclass(frozen=True, slots=True)
class BadgeScanned:
    packer: Packer
    at: datetime


@dataclass(frozen=True, slots=True)
class PinRefused:
    name: str
    tries_left: int
    """0: this person has to wait."""


@dataclass(frozen=True, slots=True)
class OrderScanned:
    """An order's code, number or list row; ``piece`` when one of its pieces opened it."""

    order: Order
    card: CustomerCard | None
    standing: Standing
    at: datetime
    piece: Found | None = None
    parked: Parked | None = None
    """What was in its box when it was put aside."""
    news: News | None = None
    """What the shop has said of it meanwhile."""


@dataclass(frozen=True, slots=True)
class OtherOrderScanned:
    """An order's code while another order is on the bench: nothing was claimed for it."""

    order_id: int
    number: str


@dataclass(frozen=True, slots=True)
class PlanMade:
    """The touches the shop's rules suggest for the order that is open."""

    order_id: int
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class PieceScanned:
    """A product's code; ``details`` are what a GS1 code told besides."""

    code: str
    found: Found
    at: datetime
    details: tuple[tuple[Detail, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CountTyped:
    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class HandCounted:
    """One piece of the line at ``position``, confirmed by a person and no scan."""

    position: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LearnAsked:
    """Somebody says what an unknown code is, ``allowed`` by role or shop; None: asks which."""

    position: int | None
    units: int
    allowed: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class CodeLearned:
    """The code that waited for it was scanned once more, and is nobody's still."""

    code: str
    at: datetime
    details: tuple[tuple[Detail, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LearnRefused:
    """Something else was scanned instead of it; ``name`` is the product's, if it is one's."""

    code: str
    whose: Whose
    name: str = ""


@dataclass(frozen=True, slots=True)
class PieceTold:
    """Somebody says which line the piece belongs to whose code stands for several."""

    position: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DetailGiven:
    """The serial number, lot or expiry the bench has asked for."""

    value: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProblemTold:
    """Pieces of a line stay out; None: of the line that comes next."""

    position: int | None
    problem: Problem
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SubstituteGiven:
    position: int
    product: Product
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HoldScanned:
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReleaseScanned:
    """Somebody wants a held order to wait again; ``allowed`` by that person's role."""

    order_id: int
    number: str
    allowed: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ParkScanned:
    reason: str
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReopenScanned:
    """A sealed parcel is to be opened again; ``standing`` says whether it may."""

    parcel: Parcel
    order: Order
    card: CustomerCard | None
    standing: Standing
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """The shop changed the order while it was on the bench; ``order`` is how it is now."""

    order: Order


@dataclass(frozen=True, slots=True)
class NewsCame:
    """The shop says something new of the order in hand, which stays; None: nothing any more."""

    news: News | None


@dataclass(frozen=True, slots=True)
class OrderTaken:
    """The order is no longer this bench's."""

    standing: Standing


@dataclass(frozen=True, slots=True)
class TouchScanned:
    """A touch's own code, its key on the bench, or a tap."""

    key: str
    name: str
    reply: Reply
    at: datetime
    written: Written | None = None
    """Of a note that goes in: what is kept of it; None when that is kept already."""
    instead: Written | None = None
    """The note that was kept of the order before ``written`` takes its place."""


@dataclass(frozen=True, slots=True)
class CardRefused:
    """The code of a note's card that does not go into the parcel in hand.

    It is another order's, or ``past_use``: that order has changed since it was written.
    """

    number: str
    past_use: bool


@dataclass(frozen=True, slots=True)
class OpenerTold:
    """Somebody at the bench said who opens the parcel, or that nobody knows."""

    opener: Opener
    at: datetime


@dataclass(frozen=True, slots=True)
class PhraseGiven:
    """A phrase of the packer's own, for the drafts of the notes to come."""

    phrase: OwnPhrase
    at: datetime


@dataclass(frozen=True, slots=True)
class SurpriseGiven:
    """A touch by the packer's own decision; ``why`` it may not be, None when it may."""

    touch: Touch
    why: Why | None
    left: Left
    """Before it, this month."""
    name: str
    at: datetime
    written: Written | None = None
    """What is to be kept of it, when it is a note."""


@dataclass(frozen=True, slots=True)
class SlipGrant:
    """What a seal needs from outside the domain: the bench's next number and some chance."""

    number: str
    code: str
    proof: str
    salt: str
    replaces: str = ""
    """The order's void slip, when its parcel was packed before."""


@dataclass(frozen=True, slots=True)
class SealScanned:
    grant: SlipGrant
    brand: Brand
    bench: str
    at: datetime
    unprintable: tuple[str, ...] = ()
    """Texts the slip cannot show whole, because no font of ours has their letters."""


@dataclass(frozen=True, slots=True)
class UndoScanned:
    at: datetime


@dataclass(frozen=True, slots=True)
class PutBackScanned:
    at: datetime


@dataclass(frozen=True, slots=True)
class LockScanned:
    at: datetime


@dataclass(frozen=True, slots=True)
class SignOutScanned:
    at: datetime


@dataclass(frozen=True, slots=True)
class SlipScanned:
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class ReprintScanned:
    """The parcel's slip once more, as its paper was just now; None: of which parcel?"""

    parcel: Parcel | None
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperTold:
    """Somebody looked for a slip of which nobody knew; None: none is in doubt."""

    parcel: Parcel | None
    came_out: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class SeveralFound:
    """The code stands for more than one thing: ``names`` of products or numbers of orders."""

    code: str
    names: tuple[str, ...]
    orders: bool = False


@dataclass(frozen=True, slots=True)
class SharedScanned:
    """A code of several products, with an order on the bench."""

    code: str
    found: tuple[Found, ...]
    at: datetime
    details: tuple[tuple[Detail, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PieceWithoutOrder:
    """A known product, but no order that waits contains it."""

    code: str
    product: Product


@dataclass(frozen=True, slots=True)
class MisreadScanned:
    """It has the length of a product code, but its check digit is wrong."""

    code: str


@dataclass(frozen=True, slots=True)
class UnknownScanned:
    """No badge, order, product or slip has this code; ``cut`` when it was far too long."""

    code: str
    cut: bool = False
    learns: str = ""
    """As the catalogue would keep it; empty when whoever is here cannot have it learned."""


@dataclass(frozen=True, slots=True)
class StutterScanned:
    """The scanner gave the same code again within its stutter window."""

    code: str


Event = (
    BadgeScanned
    | PinRefused
    | OrderScanned
    | OtherOrderScanned
    | PlanMade
    | PieceScanned
    | CountTyped
    | HandCounted
    | LearnAsked
    | CodeLearned
    | LearnRefused
    | PieceTold
    | DetailGiven
    | ProblemTold
    | SubstituteGiven
    | HoldScanned
    | ReleaseScanned
    | ParkScanned
    | ReopenScanned
    | OrderChanged
    | NewsCame
    | OrderTaken
    | TouchScanned
    | CardRefused
    | OpenerTold
    | PhraseGiven
    | SurpriseGiven
    | SealScanned
    | UndoScanned
    | PutBackScanned
    | LockScanned
    | SignOutScanned
    | SlipScanned
    | ReprintScanned
    | PaperTold
    | SeveralFound
    | SharedScanned
    | PieceWithoutOrder
    | MisreadScanned
    | UnknownScanned
    | StutterScanned
)
