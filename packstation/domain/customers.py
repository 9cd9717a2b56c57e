"""What the packer may know of a customer in five seconds: at most seven facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Lapse(StrEnum):
    """Where someone stands between two orders, before this one."""

    NEW = "new"
    ACTIVE = "active"
    LATE = "late"
    LAPSED = "lapsed"
    """Silent for long, and silent still: with the next order such a person is returning."""
    LOST = "lost"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that went wrong with an earlier parcel."""

    cause: str
    """missing, wrong, damaged, late, quality or other."""
    product: str = ""
    reported_on: date
    solved_after_days: int | None = None
    """None while it is open."""
    healed: bool = False
    """A later parcel has already made up for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """The customer as of one order's time: nothing in it is younger than that order."""

    id: int
    name: str
    called: str
    """How this person is greeted; empty when nobody knows."""
    language: str
    order_number: int
    """This order's ordinal: 1 is the first."""
    since: date | None = None
    days_since_previous: int | None = None
    cadence_days: int | None = None
    """The usual days between two orders; None with fewer than three order days."""
    lapse: Lapse = Lapse.NEW
    lapse_ratio: int | None = None
    """The silence before this order in hundredths of the gap one would expect."""
    value_cents_12m: int = 0
    lifetime_cents: int = 0
    """Of all orders before this one."""
    likes: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    """Codes such as nuts, gluten, milk, alcohol: what must not go in."""
    incident: Incident | None = None
    promise: str = ""
    last_note: str = ""
    """First words of the last note, so that it is not said again."""
    last_touches: tuple[tuple[str, int], ...] = ()
    """(touch key, days ago), the latest first."""
    no_extras: bool = False
    no_personalisation: bool = False
    last_rules: tuple[tuple[str, int], ...] = ()
    """(rule id, days ago) of the touches that a rule brought, the latest first."""
    severe: bool = False
    """One of the limits is no matter of taste: nothing edible goes in at all."""
    is_b2b: bool = False
    quiet_until: date | None = None
    """The last day on which the owner wants this customer left in peace."""
