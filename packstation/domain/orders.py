"""What the customer bought, as the bench sees it: a snapshot taken when the order is opened."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Policy(StrEnum):
    """How the pieces of a product are checked."""

    EACH = "each"
    """Every piece is scanned."""
    FIRST = "first"
    """The first is scanned, the others may be counted by hand."""
    BY_HAND = "by_hand"
    """It carries no code: a person confirms each, and the record says so for ever."""


class Detail(StrEnum):
    """What a product wants written down of each piece or batch."""

    SERIAL = "serial"
    LOT = "lot"
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A thing that can be told apart by scanning it."""

    id: int
    sku: str
    name: str
    variant: str = ""
    """What tells it from its sisters: "small", "blue"."""
    place: str = ""
    picture: str = ""
    """File name in the shop's picture folder; empty when there is none."""
    category: str = ""
    policy: Policy = Policy.EACH
    asks: tuple[Detail, ...] = ()

    @property
    def full_name(self) -> str:
        """With what tells it from its sisters."""
        return f"{self.name}, {self.variant}" if self.variant else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    id: int
    product: Product
    quantity: int
    note: str = ""
    """What the customer wants on this very piece, such as an engraving."""
    kit: str = ""
    """The name of the kit this is a part of: kits are packed by their parts."""


class Opener(StrEnum):
    """Who opens the parcel."""

    BUYER = "buyer"
    RECIPIENT = "recipient"
    UNKNOWN = "unknown"


# Flags change how to pack. A shop may send others: they are shown to the letter.
GIFT, NO_INVOICE, NO_PLASTIC, FRAGILE = "gift", "no_invoice", "no_plastic", "fragile"
PICKUP, REFUNDED = "pickup", "refunded"
"""Somebody comes for the parcel; money went back, and nobody said for how many pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One parcel's worth of lines for one person."""

    id: int
    number: str
    """What the shop calls it, and what paper shows."""
    code: str
    """What our own sheets carry as Code 128."""
    revision: int = 1
    customer_name: str = ""
    recipient: str = ""
    opener: Opener = Opener.BUYER
    opener_told: bool = False
    """Somebody at a bench was asked who opens it, and has answered."""
    language: str = "es"
    country: str = ""
    channel: str = ""
    carrier: str = ""
    placed_at: datetime
    leaves_at: datetime | None = None
    """The carrier's cut-off this order should make."""
    flags: tuple[str, ...] = ()
    message: str = ""
    """What the customer wrote to the shop."""
    gift_message: str = ""
    """What the buyer wants the recipient to read."""
    total_cents: int = 0
    currency: str = "EUR"
    lines: tuple[OrderLine, ...]

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An order on the free screen's list."""

    id: int
    number: str
    code: str = ""
    customer_name: str
    pieces: int
    language: str
    first_order: bool
    gift: bool
    leaves_at: datetime | None
    carrier: str = ""
    held_because: str = ""
    held_by: str = ""
    """Who put it aside, or at which bench it is open."""
    parked_for: str = ""
    """Who should go on with it, if anybody in particular."""
    state: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """When a carrier comes next, and what must be packed by then."""

    carrier: str
    at: datetime
    orders: int
    minutes: int | None
    """By the team's median of its last parcels; None: too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An order that something on paper or on a shelf led to."""

    id: int
    number: str
    customer_name: str
    pieces: int
    state: str
    placed_at: datetime
    place: str = ""
    """Postcode and town, as the label says them."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for, and the orders it led to: a few, the likeliest first."""

    text: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the free screen shows beside its headline, at one moment."""

    waiting: tuple[Waiting, ...]
    """The soonest to leave first, held ones last; no more than fit on a screen."""
    ready: int
    held: int
    before_cut_off: int
    cut_off: datetime | None
    minutes_of_work: int | None
    """For those before the cut-off, by the team's median of its last parcels; None: too few."""
    packed_today: int
    parked: int = 0
    cut_offs: tuple[CutOff, ...] = ()
    """Each carrier's next one, the soonest first."""
