"""Who may know what: a fact carries in its type who may read a text that is made of it.

``Known[Recipient]`` may be told to whoever opens the parcel, ``Known[Buyer]`` only to who
ordered it, ``Known[Us]`` to nobody outside the shop. A text for a recipient is made of facts
that are ``Known[Recipient]``: handing it one of the buyer's does not pass mypy.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from packstation.domain import talking_points as points
from packstation.domain.fact import Audience
from packstation.domain.facts import existing
from packstation.domain.touches import TalkingPoint


class Us:
    """The shop, and nobody else."""


class Recipient:
    """Whoever opens the parcel."""


class Buyer(Recipient):
    """Who ordered and opens the parcel too: may read what a recipient may, and more."""


# What a recipient may know the buyer may know too, never the other way round.
Reader_contra = TypeVar("Reader_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Known(Generic[Reader_contra]):
    """Something true; ``about`` is the product, number or name it speaks of."""

    key: str
    about: str = ""


BEHIND: Final[dict[str, tuple[str, ...]]] = {
    points.RECOVERY: ("incident.recovery_owed",),
    points.PROMISE: ("followup.promised_action_open",),
    points.LATE: ("order.is_late",),
    points.FIRST_ORDER: ("customer.order_number",),
    points.SECOND_ORDER: ("customer.order_number",),
    points.MILESTONE: ("customer.order_number",),
    points.RETURNING: ("customer.lapse_state",),
    points.BIRTHDAY: ("customer.birthday_in_days",),
    points.FAVOURITE: ("customer.favourites", "lines.sku"),
    points.REBUY: ("customer.favourite_product", "lines.sku"),
    points.MESSAGE: ("order.has_customer_message",),
    points.GIFT_SAFE: (),
}
"""The facts from which each talking point is made: they say who may read of it."""

_READERS: Final = {
    Audience.INTERNAL: Us,
    Audience.BUYER: Buyer,
    Audience.RECIPIENT: Recipient,
}


def known_to_buyer(point: TalkingPoint) -> Known[Buyer] | None:
    """None for what the shop keeps to itself, and for a point nobody knows."""
    return Known(point.key, point.about) if _may_read(Buyer, point.key) else None


def known_to_recipient(point: TalkingPoint) -> Known[Recipient] | None:
    """None for all that only the buyer, or only the shop, may know."""
    return Known(point.key, point.about) if _may_read(Recipient, point.key) else None


def _may_read(reader: type[Recipient], key: str) -> bool:
    behind = BEHIND.get(key)
    if behind is None:
        return False
    return all(issubclass(reader, _READERS[existing(fact).audience]) for fact in behind)
