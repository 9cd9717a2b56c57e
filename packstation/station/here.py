"""Where an input arrives: bench, shop, open transaction; and the orders claimed there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from packstation.domain import events as ev
from packstation.domain.bench import Bench, Free, Packing
from packstation.domain.customers import CustomerCard
from packstation.domain.notes_past import Written
from packstation.domain.orders import Order
from packstation.domain.records import Parcel
from packstation.domain.shop import Shop
from packstation.store.work import Work


def nothing_said(note: Written, language: str) -> str:
    """For whoever has no phrases at hand."""
    del note, language
    return ""


@dataclass(frozen=True, slots=True)
class Here:
    """One input's surroundings."""

    bench: Bench
    name: str
    shop: Shop
    work: Work
    slip: str = ""
    """The number of the slip that was looked at or signed last."""
    in_short: Callable[[Written, str], str] = nothing_said
    """What a note told, in a language."""


def order_event(
    order_id: int, at: datetime, here: Here, piece: ev.Found | None = None
) -> ev.Event:
    """Claim the order for this bench if the bench is free, and take its snapshot."""
    parked = here.work.orders.parked(order_id)  # first: from here on it stays as it is
    order, customer_id = here.work.orders.snapshot(order_id)
    if not isinstance(here.bench, Free):
        return ev.OtherOrderScanned(order.id, order.number)
    standing: ev.Standing = ev.NothingToPack()
    if order.lines:
        packer = here.bench.packer.name
        standing = here.work.orders.claim(order_id, here.name, packer, at)
    if not isinstance(standing, ev.Granted):
        return ev.OrderScanned(order, None, _packed_or(standing, order_id, here), at)
    card = _card(order, customer_id, at, here)
    return ev.OrderScanned(order, card, standing, at, piece, parked)


def reopen_event(parcel: Parcel, reason: str, at: datetime, here: Here) -> ev.Event:
    """Claim a packed order once more, so that its parcel can be opened."""
    order_id = parcel.record.core.order_id
    order, customer_id = here.work.orders.snapshot(order_id)
    standing: ev.Standing = ev.AlreadyPacked(parcel)
    if isinstance(here.bench, Free) and not parcel.void_because:
        packer = here.bench.packer.name
        standing = here.work.orders.reclaim(order_id, here.name, packer, at)
    card = _card(order, customer_id, at, here)
    return ev.ReopenScanned(parcel, order, card, standing, reason, at)


def not_ours_any_more(at: datetime, here: Here) -> ev.Event | None:
    """What the shop, or another bench, did to the order in hand since it was opened."""
    if not isinstance(here.bench, Packing):
        return None
    order = here.bench.order
    revision = here.work.orders.revision_here(order.id, here.name, at)
    if not isinstance(revision, int):
        return ev.OrderTaken(_packed_or(revision, order.id, here))
    if revision == order.revision:
        return None
    now, _ = here.work.orders.snapshot(order.id)
    return ev.OrderChanged(now)


def _packed_or(standing: ev.Standing, order_id: int, here: Here) -> ev.Standing:
    """The parcel of an order that has one; what ``standing`` says of any other."""
    if not isinstance(standing, ev.NothingToPack):
        return standing
    parcel = here.work.packings.of_order(order_id)
    return standing if parcel is None or parcel.void_because else ev.AlreadyPacked(parcel)


def _card(
    order: Order, customer_id: int | None, at: datetime, here: Here
) -> CustomerCard | None:
    if customer_id is None:
        return None
    now = at.astimezone(here.shop.zone)
    card = here.work.customers.card(customer_id, order, now)
    last = here.work.notes.last_to(customer_id)
    reads = here.bench.packer.language if isinstance(here.bench, Free) else here.shop.language
    said = "" if last is None or last.order_id == order.id else here.in_short(last, reads)
    return replace(card, last_note=said) if said else card
