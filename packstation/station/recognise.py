"""What an input means at this bench: look it up, claim what must be claimed, name it."""

import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from packstation.devices.text import clean
from packstation.domain import events as ev
from packstation.domain import scans
from packstation.domain.bench import Bench, Free, Packing
from packstation.domain.codes import (
    CLEAR_ALPHABET,
    Kind,
    gtin,
    looks_like_gtin,
    own_code,
    read_own,
)
from packstation.domain.pins import check_pin
from packstation.domain.scans import Command, Reply, Scan, Wish
from packstation.domain.shop import Shop
from packstation.store.work import Work

TRIES, WAIT = 5, timedelta(minutes=5)
"""Wrong PINs before a name has to wait, and how long."""

_WISHES: dict[str, Wish] = {
    "seal": scans.Seal(),
    "undo": scans.Undo(),
    "put_back": scans.PutBack(),
    "lock": scans.Lock(),
    "sign_out": scans.SignOut(),
}


def event_of(given: Scan | Command, here: "Here") -> ev.Event | None:
    """The event ``given`` stands for; None for a scan of nothing at all."""
    match given:
        case Command(wish, at):
            return _wished(wish, at, here)
        case Scan(text, at, us):
            first = clean(text)
            if not first.text:
                return None
            if first.cut:
                return ev.UnknownScanned(first.text, cut=True)
            second = clean(us)
            readings = dict.fromkeys(
                reading for reading in (first.text, second.text) if reading
            )
            return _scanned(tuple(readings), at, here)


@dataclass(frozen=True, slots=True)
class Here:
    """Where an input arrived: the bench as it stands, its shop, and the open transaction."""

    bench: Bench
    name: str
    shop: Shop
    work: Work


def _scanned(readings: tuple[str, ...], at: datetime, here: Here) -> ev.Event:
    """The first thing any reading is known as; our own codes before anything else."""
    for reading in readings:
        own = read_own(here.shop.mark, reading.upper())
        if own is not None:
            return _own(own[0], own[1], reading.upper(), at, here) or ev.UnknownScanned(reading)
    if not isinstance(here.bench, Free | Packing):
        return ev.UnknownScanned(readings[0])
    # A number may name an order and a product. With an order open it is the piece,
    # else it is the order.
    order_first = isinstance(here.bench, Free)
    looks = (_order_or_slip, _piece) if order_first else (_piece, _order_or_slip)
    for look in looks:
        for reading in readings:
            event = look(reading, at, here)
            if event is not None:
                return event
    misread = looks_like_gtin(readings[0]) and gtin(readings[0]) is None
    return ev.MisreadScanned(readings[0]) if misread else ev.UnknownScanned(readings[0])


def _own(kind: Kind, body: str, code: str, at: datetime, here: Here) -> ev.Event | None:
    match kind:
        case Kind.BADGE:
            packer = here.work.people.of_badge(code)
            return None if packer is None else ev.BadgeScanned(packer, at)
        case Kind.COMMAND:
            command = here.shop.commands.get(body)
            return None if command is None else _wished(_WISHES[command], at, here)
        case Kind.ORDER:
            order_id = here.work.orders.of_code(code)
            return None if order_id is None else order_event(order_id, at, here)
        case Kind.SLIP:
            parcel = here.work.packings.of_slip(code)
            return None if parcel is None else ev.SlipScanned(parcel)
        case Kind.TOUCH:
            touches = here.work.settings.touches()
            touch = next((touch for touch in touches if touch.code == code), None)
            name = "" if touch is None else touch.name(here.shop.language)
            return None if touch is None else ev.TouchScanned(touch.key, name, Reply.GIVEN, at)
        case Kind.PIECE:
            return _piece(code, at, here)


def _order_or_slip(reading: str, at: datetime, here: Here) -> ev.Event | None:
    numbers = dict.fromkeys((reading, _folded(reading)))
    for number in numbers:
        orders = here.work.orders.numbered(number)
        if len(orders) > 1:
            return ev.SeveralFound(reading, (reading,) * len(orders), orders=True)
        if orders:
            return order_event(orders[0], at, here)
        parcel = here.work.packings.of_slip(number)
        if parcel is not None:
            return ev.SlipScanned(parcel)
    return None


def order_event(
    order_id: int, at: datetime, here: Here, piece: ev.Found | None = None
) -> ev.Event:
    """Claim the order for this bench if the bench is free, and take its snapshot."""
    order, customer_id = here.work.orders.snapshot(order_id)
    if not isinstance(here.bench, Free):
        return ev.OtherOrderScanned(order.id, order.number)
    standing: ev.Standing = ev.NothingToPack()
    if order.lines:
        packer = here.bench.packer.name
        standing = here.work.orders.claim(order_id, here.name, packer, at)
    if isinstance(standing, ev.NothingToPack):
        parcel = here.work.packings.of_order(order_id)
        standing = standing if parcel is None else ev.AlreadyPacked(parcel)
    card = None
    if customer_id is not None and isinstance(standing, ev.Granted):
        card = here.work.customers.card(customer_id, order, at)
    return ev.OrderScanned(order, card, standing, at, piece)


def _piece(reading: str, at: datetime, here: Here) -> ev.Event | None:
    found = here.work.products.coded(tuple(_forms(reading)))
    if not found:
        return None
    if len(found) > 1:
        names = tuple(
            " ".join(filter(None, (f.product.name, f.product.variant))) for f in found
        )
        return ev.SeveralFound(reading, names)
    if isinstance(here.bench, Packing):
        return ev.PieceScanned(reading, found[0], at)
    wanting = here.work.orders.wanting(found[0].product.id)
    if not wanting:
        return ev.PieceWithoutOrder(reading, found[0].product)
    # Orders of this one piece are all alike, so the soonest to leave is no guess.
    if len(wanting) == 1 or wanting[0][2] == 1:
        return order_event(wanting[0][0], at, here, found[0])
    return ev.SeveralFound(reading, tuple(number for _, number, _ in wanting), orders=True)


def _forms(reading: str) -> Iterator[str]:
    """What the catalogue may hold for a code: as it is, as a GTIN of 13 digits, folded."""
    yield reading
    folded = _folded(reading)
    yield gtin(folded) or folded
    yield folded.upper()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _wished(wish: Wish, at: datetime, here: Here) -> ev.Event:
    match wish:
        case scans.SignIn(packer_id, pin):
            return _sign_in(packer_id, pin, at, here)
        case scans.SignOut():
            return ev.SignOutScanned(at)
        case scans.Lock():
            return ev.LockScanned(at)
        case scans.Undo():
            return ev.UndoScanned(at)
        case scans.PutBack():
            return ev.PutBackScanned(at)
        case scans.Seal():
            return ev.SealScanned(_grant(at, here), here.shop.brand, here.name, at)
        case scans.OpenOrder(order_id):
            return order_event(order_id, at, here)
        case scans.AnswerTouch(key, reply):
            touches = here.work.settings.touches()
            names = {touch.key: touch.name(here.shop.language) for touch in touches}
            return ev.TouchScanned(key, names.get(key, key), reply, at)


def _sign_in(packer_id: int, pin: str, at: datetime, here: Here) -> ev.Event:
    known = here.work.people.pin_check(packer_id)
    if known is None:
        return ev.PinRefused("", 0)
    resting = known.missed_at is not None and at - known.missed_at < WAIT
    misses = known.misses if resting else 0
    if misses >= TRIES:
        return ev.PinRefused(known.packer.name, 0)
    if check_pin(pin, known.stored):
        here.work.people.note_misses(packer_id, 0, None)
        return ev.BadgeScanned(known.packer, at)
    here.work.people.note_misses(packer_id, misses + 1, at)
    return ev.PinRefused(known.packer.name, TRIES - misses - 1)


def _grant(at: datetime, here: Here) -> ev.SlipGrant:
    """The number this bench's next slip has, counted anew each year of the shop's zone."""
    year = at.astimezone(here.shop.zone).year % 100
    count = here.work.packings.next_count(here.name, year)
    number = f"{here.name}-{year:02}-{count:06}"
    return ev.SlipGrant(
        number=number,
        code=own_code(here.shop.mark, Kind.SLIP, number.replace("-", "")),
        proof="".join(secrets.choice(CLEAR_ALPHABET) for _ in range(8)),
        salt=secrets.token_hex(16),
    )
