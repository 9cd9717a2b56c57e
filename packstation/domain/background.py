"""What lies behind an order, as of the order's time: looked up once, beside the packing.

It is more than a packer should see (that is the customer card); rules and notes ask it.
"""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.lines import BoughtLine
from packstation.domain.taste import Favourite


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTouchSeen:
    """A touch that went into an earlier parcel."""

    key: str
    kind: str
    """Empty when the shop no longer keeps it."""
    tier: int = 1
    days_ago: int
    """From the time of the order that is looked at."""
    reaction: str = ""
    """liked, negative, or empty: nobody has said anything by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastIncident:
    """Something that had gone wrong before the order came."""

    cause: str
    severity: int | None = None
    """1 to 3."""
    days_since_reported: int
    days_since_resolved: int | None = None
    """None: it was still open when the order came."""
    healed: bool = False
    """A parcel had already made up for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the shop remembered of its customer when the order came."""

    tags: tuple[str, ...] | None = None
    birthday: str | None = None
    """Such as "12-24": day and month, told with consent."""
    promised: bool = False
    products: tuple[Favourite, ...] = ()
    """What this person keeps coming back for, the dearest first."""
    categories: tuple[Favourite, ...] = ()
    touches: tuple[PastTouchSeen, ...] = ()
    """The latest first."""
    incidents: tuple[PastIncident, ...] = ()
    """The latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """None, anywhere: the shop did not say."""

    items_cents: int | None = None
    coupon: str | None = None
    """Empty: none was used."""
    paid_at: datetime | None = None
    replacement: bool | None = None
    """Whether it makes good an earlier order."""
    region: str | None = None
    lines: tuple[BoughtLine, ...] = ()
    memory: Memory | None = None
    """None for an order without a customer."""
