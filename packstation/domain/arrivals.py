"""What a shop sends, before it becomes ours: products, customers and orders as values."""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.orders import Detail, Opener, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingCode:
    code: str
    units: int = 1
    source: str = "catalogue"
    """catalogue, sku, learned or ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingProduct:
    sku: str
    name: str
    variant: str = ""
    place: str = ""
    picture: str = ""
    category: str = ""
    price_cents: int = 0
    packable: bool = True
    """False for postage, fees, vouchers: they are on the order but never in the box."""
    codes: tuple[ArrivingCode, ...] = ()
    policy: Policy = Policy.EACH
    asks: tuple[Detail, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    """(SKU, pieces) of what a kit is packed by."""
    brand: str | None = None
    """None, here and below: the shop does not say."""
    supplier: str | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingCustomer:
    outside_id: str
    """The shop's own key for this person; unique within one source."""
    name: str
    called: str = ""
    email: str = ""
    language: str
    country: str = ""
    no_extras: bool = False
    no_personalisation: bool = False
    promise: str = ""
    likes: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    told_at: datetime | None = None
    """When likes and limits were said; None: when they came in."""
    promised_at: datetime | None = None
    tags: tuple[str, ...] | None = None
    birthday: str | None = None
    """Such as "12-24": of no year."""
    birthday_consent_at: datetime | None = None
    """Without it a birthday is kept for nobody to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingLine:
    sku: str
    quantity: int
    price_cents: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingOrder:
    outside_id: str
    number: str
    state: str
    """open, held, shipped (history: never work) or cancelled."""
    customer: str = ""
    """An ArrivingCustomer's outside_id; empty for a guest."""
    customer_name: str = ""
    recipient: str = ""
    opener: Opener = Opener.BUYER
    address: tuple[str, ...] = ()
    language: str
    country: str = ""
    channel: str = ""
    carrier: str = ""
    placed_at: datetime
    leaves_at: datetime | None = None
    flags: tuple[str, ...] = ()
    message: str = ""
    gift_message: str = ""
    total_cents: int = 0
    currency: str = "EUR"
    items_cents: int | None = None
    region: str | None = None
    coupon: str | None = None
    """Empty: none was used."""
    paid_at: datetime | None = None
    replacement: bool | None = None
    """It makes good an earlier order."""
    hold_reason: str = ""
    held_by: str = ""
    lines: tuple[ArrivingLine, ...]
