"""A whole shop as values, before its first day: what is written into an empty database."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder, ArrivingProduct
from packstation.domain.shop import Shop, Stroke
from packstation.domain.touches import Touch


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPacker:
    name: str
    badge: str
    pin: str
    """As packstation.domain.pins keeps it; empty when this person has none."""
    language: str = "es"
    role: str = "packer"
    signature: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastIncident:
    """Something that went wrong with an earlier parcel."""

    order: str
    """An ArrivingOrder's outside_id."""
    cause: str
    product_name: str = ""
    customer_words: str = ""
    reported_at: datetime
    resolved_at: datetime | None = None
    healed_at: datetime | None = None
    """When a later parcel made up for it."""
    severity: int | None = None
    """1 to 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTouch:
    """A touch that went into an earlier parcel."""

    order: str
    """An ArrivingOrder's outside_id."""
    key: str
    note: str = ""
    at: datetime
    reaction: str | None = None
    """liked or negative, said at ``reacted_at``."""
    reacted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewShop:
    shop: Shop
    source: str
    """Where orders and customers come from: their ids are unique within it."""
    founded_at: datetime
    packers: tuple[NewPacker, ...]
    touches: tuple[Touch, ...]
    rules: tuple[dict[str, Any], ...] = ()
    """In the owner's order, each as its JSON, which says whether it is on."""
    products: tuple[ArrivingProduct, ...] = ()
    customers: tuple[ArrivingCustomer, ...] = ()
    orders: tuple[ArrivingOrder, ...] = ()
    """The oldest first."""
    incidents: tuple[PastIncident, ...] = ()
    given: tuple[PastTouch, ...] = ()
    printed: dict[str, str] = field(default_factory=dict)
    """An ArrivingOrder's outside_id -> its code, where that is not the one of its number."""
