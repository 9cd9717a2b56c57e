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
from packstation.store.orders import Claimed
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
    if not isinstance(here.bench, Free):
        order, _ = here.work.orders.snapshot(order_id)
        return ev.OtherOrderScanned(order.id, order.number)
    parked = here.work.orders.begin(order_id, here.name, at)  # from here on it stays as it is
    order, customer_id = here.work.orders.snapshot(order_id)
    standing: ev.Standing = ev.NothingToPack()
    if order.lines:
        packer = here.bench.packer.name
        standing = here.work.orders.claim(order_id, here.name, packer, at)
    if not isinstance(standing, ev.Granted):
        return ev.OrderScanned(order, None, _packed_or(standing, order_id, here), at)
    card = _card(order, customer_id, at, here)
    news = None if parked is None else here.work.orders.news(order_id, here.shop.zone)
    return ev.OrderScanned(order, card, standing, at, piece, parked, news)


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


def since_opened(at: datetime, here: Here) -> ev.Event | None:
    """What the shop, or another bench, did to the order in hand, or says of it."""
    if not isinstance(here.bench, Packing):
        return None
    order, known = here.bench.order, here.bench.news
    stands = here.work.orders.claimed_here(order.id, here.name, at)
    if not isinstance(stands, Claimed):
        return ev.OrderTaken(_packed_or(stands, order.id, here))
    if stands.revision != order.revision:
        now, _ = here.work.orders.snapshot(order.id)
        return ev.OrderChanged(now)
    zone = here.shop.zone
    news = here.work.orders.news(order.id, zone, known) if stands.has_news else None
    return None if news == known else ev.NewsCame(news)


def take_news(at: datetime, here: Here) -> ev.Event:
    """Let what the shop says of the order in hand be so: as if it were put back and opened."""
    bench = here.bench
    if not isinstance(bench, Packing):
        return ev.NewsCame(None)  # the domain refuses it, so nothing may be written
    here.work.orders.release(bench.order.id, here.name)
    here.work.orders.claim(bench.order.id, here.name, bench.packer.name, at)
    return since_opened(at, here) or ev.NewsCame(None)


def _packed_or(standing: ev.Standing, order_id: int, here: Here) -> ev.Standing:
    """The parcel of an order that has one; what ``standing`` says of any other."""
    if not isinstance(standing, ev.NothingToPack | ev.WasSent):
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
