"""What a wish from key, button or printed command means at this bench."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from packstation.domain import events as ev
from packstation.domain import scans
from packstation.domain.bench import Free, Packing
from packstation.domain.codes import CLEAR_ALPHABET, slip_code
from packstation.domain.own_phrases import OwnPhrase
from packstation.domain.pins import check_pin
from packstation.domain.records import Parcel
from packstation.domain.scans import Wish
from packstation.domain.sealing import record_of
from packstation.slips.unshown import unshown
from packstation.station.here import Here, order_event, reopen_event, take_news
from packstation.station.learning import learn_event
from packstation.station.note_desk import written_now
from packstation.station.readings import readings_of
from packstation.station.surprises import surprise_event

TRIES, WAIT = 5, timedelta(minutes=5)
"""Wrong PINs before a name has to wait, and how long."""


def event_of(wish: Wish, at: datetime, here: Here) -> ev.Event:
    match wish:
        case scans.SignIn(packer_id, pin):
            return _sign_in(packer_id, pin, at, here)
        case scans.SignOut():
            return ev.SignOutScanned(at)
        case scans.Lock():
            return ev.LockScanned(at)
        case scans.OpenOrder(order_id):
            return order_event(order_id, at, here)
        case scans.Release(order_id):
            return _release(order_id, at, here)
        case scans.Reopen(slip, reason):
            parcel = here.work.packings.of_slip(slip)
            if parcel is None:
                return ev.UnknownScanned(slip)
            return reopen_event(parcel, reason, at, here)
        case scans.Reprint(slip, reason):
            return ev.ReprintScanned(_parcel_of(slip or here.slip, here), reason, at)
        case scans.TellPaper(slip, came_out):
            return ev.PaperTold(_in_doubt(slip, here), came_out, at)
        case _:
            return _at_work(wish, at, here)


def _at_work(wish: Wish, at: datetime, here: Here) -> ev.Event:
    """What is done to the order on the bench."""
    match wish:
        case scans.Undo():
            return ev.UndoScanned(at)
        case scans.PutBack():
            return ev.PutBackScanned(at)
        case scans.TakeNews():
            return take_news(at, here)
        case scans.Seal():
            return _seal(at, here)
        case scans.AnswerTouch(key, reply, chosen):
            touches = here.work.settings.touches()
            names = {touch.key: touch.name(here.shop.language) for touch in touches}
            written = written_now(key, reply, chosen, at, here)
            instead = None if written is None else here.work.notes.of_order(written.order_id)
            return ev.TouchScanned(key, names.get(key, key), reply, at, written, instead)
        case scans.TellOpener(opener):
            return ev.OpenerTold(opener, at)
        case scans.KeepPhrase():
            return _phrase(wish, at, here)
        case scans.Surprise(key):
            return surprise_event(key, at, here)
        case scans.TypeCount(count):
            return ev.CountTyped(count, at)
        case scans.CountByHand(position):
            return ev.HandCounted(position, at)
        case scans.Learn(position, units):
            return learn_event(position, units, at, here)
        case scans.TellPiece(position):
            return ev.PieceTold(position, at)
        case scans.GiveDetail(value):
            return ev.DetailGiven(value.strip(), at)
        case scans.HoldBack(reason):
            return ev.HoldScanned(reason, at)
        case scans.Park(reason, to):
            return ev.ParkScanned(reason, to, at)
        case _:
            return _problem(wish, at, here)


def _phrase(wish: scans.KeepPhrase, at: datetime, here: Here) -> ev.Event:
    # Whose it is matters only where the domain takes it: with an order on the bench.
    phrase = OwnPhrase(
        packer_id=here.bench.packer.id if isinstance(here.bench, Packing) else 0,
        place=wish.place,
        language=wish.language,
        text=" ".join(wish.text.split()),
        key=wish.key,
    )
    return ev.PhraseGiven(phrase, at)


def _problem(wish: Wish, at: datetime, here: Here) -> ev.Event:
    match wish:
        case scans.TellProblem(position, problem, reason):
            return ev.ProblemTold(position, problem, reason, at)
        case scans.Substitute(position, code, reason, us):
            for reading in readings_of(code, us):
                found = here.work.products.coded(reading.forms)
                if len(found) == 1:
                    return ev.SubstituteGiven(position, found[0].product, reason, at)
            return ev.UnknownScanned(code)
        case _:
            msg = f"{wish} has no meaning at a bench"
            raise ValueError(msg)


def _parcel_of(slip: str, here: Here) -> Parcel | None:
    return here.work.packings.of_slip(slip) if slip else None


def _in_doubt(slip: str, here: Here) -> Parcel | None:
    """The parcel a word is about: the one named, else looked at, else asked about first."""
    if slip:
        return _parcel_of(slip, here)
    looked_at = _parcel_of(here.slip, here)
    if looked_at is not None and looked_at.in_doubt:
        return looked_at
    found = here.work.print_jobs.in_doubt()
    return None if found is None else _parcel_of(found[0].slip_number, here)


def _release(order_id: int, at: datetime, here: Here) -> ev.Event:
    order, _ = here.work.orders.snapshot(order_id)
    # The domain refuses it anywhere else, so nothing may be written there either.
    allowed = isinstance(here.bench, Free) and here.bench.packer.may_release
    if allowed:
        here.work.orders.let_go(order_id)
    return ev.ReleaseScanned(order_id, order.number, allowed, at)


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


def _seal(at: datetime, here: Here) -> ev.Event:
    seal = ev.SealScanned(_grant(at, here), here.shop.brand, here.name, at)
    if not isinstance(here.bench, Packing):
        return seal
    void = here.work.packings.void_slip(here.bench.order.id)
    seal = replace(seal, grant=replace(seal.grant, replaces=void))
    return replace(seal, unprintable=unshown(record_of(here.bench, seal)))


def _grant(at: datetime, here: Here) -> ev.SlipGrant:
    """The number this bench's next slip has, counted anew each year of the shop's zone."""
    year = at.astimezone(here.shop.zone).year % 100
    count = here.work.packings.next_count(here.name, year)
    number = f"{here.name}-{year:02}-{count:06}"
    return ev.SlipGrant(
        number=number,
        code=slip_code(here.shop.mark, number),
        proof="".join(secrets.choice(CLEAR_ALPHABET) for _ in range(8)),
        salt=secrets.token_hex(16),
    )
