"""What a scan means at this bench: look it up, claim what must be claimed, name it."""

from datetime import datetime

from packstation.devices.text import clean
from packstation.domain import events as ev
from packstation.domain import scans
from packstation.domain.bench import Free, Packing
from packstation.domain.codes import Kind, gtin, looks_like_gtin, read_own
from packstation.domain.orders import Detail, Opener
from packstation.domain.printing import Again
from packstation.domain.scans import Command, Problem, Reply, Scan, Wish
from packstation.station import wishes
from packstation.station.here import Here, order_event, since_opened
from packstation.station.learning import as_learned
from packstation.station.note_cards import card_event
from packstation.station.note_desk import written_now
from packstation.station.readings import Reading, readings_of
from packstation.station.slip_link import parcel_of_link

_PRINTED: dict[str, Wish] = {
    "seal": scans.Seal(),
    "undo": scans.Undo(),
    "put_back": scans.PutBack(),
    "park": scans.Park(),
    "hold": scans.HoldBack(""),
    "lock": scans.Lock(),
    "sign_out": scans.SignOut(),
    "reprint_jammed": scans.Reprint("", Again.JAMMED),
    "reprint_torn": scans.Reprint("", Again.TORN),
    "reprint_lost": scans.Reprint("", Again.LOST),
    "slip_came_out": scans.TellPaper("", came_out=True),
    "slip_not_out": scans.TellPaper("", came_out=False),
    "opened_by_buyer": scans.TellOpener(Opener.BUYER),
    "opened_by_other": scans.TellOpener(Opener.RECIPIENT),
    "opener_unknown": scans.TellOpener(Opener.UNKNOWN),
    "learn": scans.Learn(),
    "missing": scans.TellProblem(None, Problem.MISSING),
}


def events_of(given: Scan | Command, here: Here) -> tuple[ev.Event, ...]:
    """What ``given`` stands for, last of all; nothing for a scan of nothing at all.

    What the shop did to the order in hand comes instead, and ``given`` is given again; what
    the shop only says of that order comes before it.
    """
    first = since_opened(given.at, here)  # it renews the lease, whatever is given
    if isinstance(given, Command) and isinstance(given.wish, scans.Lock):
        return (ev.LockScanned(given.at),)  # who steps away is away, whatever the shop did
    if first is not None and not isinstance(first, ev.NewsCame):
        return () if _is_nothing(given) else (first,)
    event = _event_of(given, here)
    if event is None:
        return ()
    return (event,) if first is None else (first, event)


def _is_nothing(given: Scan | Command) -> bool:
    match given:
        case Scan(text) | Command(scans.TypeCode(text)):
            return not clean(text).text
        case _:
            return False


def _event_of(given: Scan | Command, here: Here) -> ev.Event | None:
    match given:
        case Command(scans.TypeCode(text), at):
            # Not as learned: what no scanner can read is nothing to learn.
            return _read(Scan(text, at), here)
        case Command(wish, at):
            return wishes.event_of(wish, at, here)
        case Scan():
            return as_learned(_read(given, here), given, here)


def _read(scan: Scan, here: Here) -> ev.Event | None:
    first = clean(scan.text)
    if not first.text:
        return None
    if first.cut:
        return ev.UnknownScanned(first.text, cut=True)
    readings = readings_of(scan.text, scan.us)
    return _scanned(tuple(readings), scan.at, here)


def _scanned(readings: tuple[Reading, ...], at: datetime, here: Here) -> ev.Event:
    """The first thing any reading is known as; our own codes before anything else."""
    first = readings[0].text
    for reading in readings:
        code = reading.text.upper()
        own = read_own(here.shop.mark, code)
        if own is not None:
            return _own(own[0], own[1], code, at, here) or ev.UnknownScanned(reading.text)
    if not isinstance(here.bench, Free | Packing):
        return ev.UnknownScanned(first)
    # A number may name an order and a product. With an order open it is the piece,
    # else it is the order.
    order_first = isinstance(here.bench, Free)
    looks = (_order_or_slip, _piece) if order_first else (_piece, _detail, _order_or_slip)
    for look in looks:
        for reading in readings:
            event = look(reading, at, here)
            if event is not None:
                return event
    misread = looks_like_gtin(first) and gtin(first) is None
    return ev.MisreadScanned(first) if misread else ev.UnknownScanned(first)


def _own(kind: Kind, body: str, code: str, at: datetime, here: Here) -> ev.Event | None:
    match kind:
        case Kind.BADGE:
            packer = here.work.people.of_badge(code)
            return None if packer is None else ev.BadgeScanned(packer, at)
        case Kind.COMMAND:
            wish = _PRINTED.get(here.shop.commands.get(body, ""))
            return None if wish is None else wishes.event_of(wish, at, here)
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
            if touch is None:
                return None
            written = written_now(touch.key, Reply.GIVEN, None, at, here)
            return ev.TouchScanned(touch.key, name, Reply.GIVEN, at, written)
        case Kind.NOTE:
            return card_event(body, at, here)
        case Kind.PIECE:
            return _piece(Reading(code), at, here)


def _order_or_slip(reading: Reading, at: datetime, here: Here) -> ev.Event | None:
    for number in dict.fromkeys((reading.text, reading.folded)):
        orders = here.work.orders.named(number)
        if len(orders) > 1:
            return ev.SeveralFound(number, tuple(called for _, called in orders), orders=True)
        if orders:
            return order_event(orders[0][0], at, here)
        parcel = here.work.packings.of_slip(number)
        if parcel is not None:
            return ev.SlipScanned(parcel)
    linked = parcel_of_link(reading.text, here)
    return None if linked is None else ev.SlipScanned(linked)


def _detail(reading: Reading, at: datetime, here: Here) -> ev.Event | None:
    """Any text that names no product answers the bench's question for a serial or a lot."""
    if isinstance(here.bench, Packing) and here.bench.asking is not None:
        return ev.DetailGiven(reading.text, at)
    return None


def _piece(reading: Reading, at: datetime, here: Here) -> ev.Event | None:
    found = here.work.products.coded(reading.forms)
    if not found:
        return None
    if len(found) > 1 and isinstance(here.bench, Packing):
        told = () if reading.gs1 is None else reading.gs1.details
        return ev.SharedScanned(reading.text, found, at, told)
    if len(found) > 1:
        return ev.SeveralFound(reading.text, tuple(_named(it) for it in found))
    if isinstance(here.bench, Packing):
        return ev.PieceScanned(reading.text, found[0], at, _asked_for(reading, found[0]))
    wanting = here.work.wanting.of(found[0].product.id)
    if not wanting:
        return ev.PieceWithoutOrder(reading.text, found[0].product)
    # Orders of this one piece are all alike, so the soonest to leave is no guess.
    if len(wanting) == 1 or wanting[0][2] == 1:
        return order_event(wanting[0][0], at, here, found[0])
    return ev.SeveralFound(reading.text, tuple(number for _, number, _ in wanting), orders=True)


def _named(found: ev.Found) -> str:
    return " ".join(filter(None, (found.product.name, found.product.variant)))


def _asked_for(reading: Reading, found: ev.Found) -> tuple[tuple[Detail, str], ...]:
    told = () if reading.gs1 is None else reading.gs1.details
    return tuple((detail, value) for detail, value in told if detail in found.product.asks)
