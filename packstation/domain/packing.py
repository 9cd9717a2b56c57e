"""One order's way across the bench: what each event does to it.

Nothing here touches a screen, a clock or a database. ``advance`` takes a bench and what was
scanned, and answers with the next bench, what happened, and what must be written down. A
whole working day can therefore be tested, or rebuilt after a power cut, from its events.

            sign in              order                 last piece, seal
Unattended ---------> Free ----------------> Packing -------------------> Free
                       |  <-- put back ---      |
                       +------- lock ---------> Away ---- sign in ------> as it was
"""

from dataclasses import dataclass, replace

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Away, Bench, Free, Packing, Unattended
from packstation.domain.likeness import most_like
from packstation.domain.records import PackingRecord
from packstation.domain.sealing import record_of


@dataclass(frozen=True, slots=True)
class Kept:
    """To be written: the parcel is packed, numbered, and its slip waits for paper."""

    record: PackingRecord


@dataclass(frozen=True, slots=True)
class Released:
    """To be written: the order waits again for any bench."""

    order_id: int


Entry = Kept | Released


@dataclass(frozen=True, slots=True)
class Step:
    """What one event led to: the only thing the bench ever tells its screens."""

    bench: Bench
    outcome: out.Outcome
    entries: tuple[Entry, ...] = ()


def advance(bench: Bench, event: ev.Event) -> Step:
    """Answer what ``event`` does to ``bench``."""
    match event:
        case ev.BadgeScanned():
            return _sign_in(bench, event)
        case ev.PinRefused(name, tries_left):
            return Step(bench, out.PinWrong(name, tries_left))
        case _ if isinstance(bench, Unattended | Away):
            return Step(bench, out.SignInFirst())
        case _:
            return _attended(bench, event)


def _attended(bench: Free | Packing, event: ev.Event) -> Step:
    match event:
        case ev.StutterScanned(code):
            return Step(bench, out.ReadTwice(code))
        case ev.MisreadScanned(code):
            return Step(bench, out.Misread(code))
        case ev.UnknownScanned(code, cut):
            return Step(bench, out.UnknownCode(code, cut))
        case ev.SeveralFound(code, names, orders):
            return Step(bench, out.AmbiguousCode(code, names, orders))
        case _ if isinstance(bench, Free):
            return _while_free(bench, event)
        case _:
            return _while_packing(bench, event)


def _sign_in(bench: Bench, badge: ev.BadgeScanned) -> Step:
    match bench:
        case Unattended() | Free():
            return Step(Free(badge.packer), out.SignedIn(badge.packer.name))
        case Away(packing=Packing() as packing):
            return _take_over(packing, badge)
        case Away():
            return Step(Free(badge.packer), out.Resumed(badge.packer.name))
        case Packing():
            return _take_over(bench, badge)


def _take_over(packing: Packing, badge: ev.BadgeScanned) -> Step:
    """Go on with the order in hand: the seal will name whoever holds it then."""
    if packing.packer.id == badge.packer.id:
        return Step(packing, out.Resumed(badge.packer.name))
    before = packing.packer.name
    # What the other did is not this person's to undo.
    taken = replace(packing, packer=badge.packer, before=None)
    return Step(taken, out.Resumed(badge.packer.name, before))


def _while_free(bench: Free, event: ev.Event) -> Step:
    match event:
        case ev.OrderScanned():
            return _open(bench, event)
        case ev.SlipScanned(parcel):
            return Step(bench, out.SlipShown(parcel))
        case ev.PieceWithoutOrder(_, product):
            return Step(bench, out.NoOrderWants(product))
        case ev.LockScanned():
            return Step(Away(bench.packer, None), out.Locked(bench.packer.name))
        case ev.SignOutScanned():
            return Step(Unattended(), out.SignedOut(bench.packer.name))
        case ev.PieceScanned(_, found):
            return Step(bench, out.OrderFirst(found.product.name))
        case ev.TouchScanned(_, name):
            return Step(bench, out.OrderFirst(name))
        case _:
            return Step(bench, out.OrderFirst())


def _open(bench: Free, scanned: ev.OrderScanned) -> Step:
    order = scanned.order
    match scanned.standing:
        case ev.Granted():
            return _opened(bench, scanned)
        case ev.AtOtherBench(other, packer, since):
            return Step(bench, out.OtherBenchHasIt(order.number, other, packer, since))
        case ev.AlreadyPacked(parcel):
            return Step(bench, out.PackedBefore(order.number, parcel))
        case ev.OnHold(reason, by):
            return Step(bench, out.IsHeld(order.number, reason, by))
        case ev.WasCancelled():
            return Step(bench, out.IsCancelled(order.number))
        case ev.NothingToPack():
            return Step(bench, out.NothingInIt(order.number))


def _opened(bench: Free, scanned: ev.OrderScanned) -> Step:
    order = scanned.order
    packing = Packing(
        packer=bench.packer,
        order=order,
        card=scanned.card,
        opened_at=scanned.at,
        counts=(0,) * len(order.lines),
    )
    if scanned.piece is None:
        return Step(packing, out.Opened(order, scanned.card))
    checked = _check(packing, scanned.piece)
    match checked:
        case Step(bench=Packing() as counted, outcome=out.PieceOk(line)):
            return Step(counted, out.Opened(order, scanned.card, line))
        case Step(bench=Packing() as counted, outcome=out.LineDone(line) | out.AllDone(line)):
            return Step(counted, out.Opened(order, scanned.card, line))
        case _:
            return Step(packing, out.Opened(order, scanned.card))


def _while_packing(bench: Packing, event: ev.Event) -> Step:
    match event:
        case ev.PieceScanned(_, found):
            return _check(bench, found)
        case ev.PlanMade(order_id, suggestions) if order_id == bench.order.id:
            return Step(replace(bench, plan=suggestions), out.PlanShown(len(suggestions)))
        case ev.TouchScanned():
            return _touch(bench, event)
        case ev.SealScanned():
            return _seal(bench, event)
        case ev.UndoScanned():
            return _undo(bench)
        case ev.PutBackScanned():
            return Step(
                Free(bench.packer),
                out.WasPutBack(bench.order.number),
                (Released(bench.order.id),),
            )
        case ev.LockScanned():
            return Step(Away(bench.packer, bench), out.Locked(bench.packer.name))
        case ev.PieceWithoutOrder(_, product):
            return _wrong(bench, ev.Found(product))
        case ev.OtherOrderScanned(order_id, number) if order_id == bench.order.id:
            return Step(bench, out.ReadTwice(number))
        case ev.OtherOrderScanned(_, number):
            return Step(bench, _finish_first(bench, number))
        case ev.SlipScanned(parcel):
            return Step(bench, _finish_first(bench, parcel.record.core.slip_number))
        case _:
            return Step(bench, _finish_first(bench))


def _finish_first(bench: Packing, scanned: str = "") -> out.FinishFirst:
    return out.FinishFirst(bench.order.number, scanned)


def _check(bench: Packing, found: ev.Found) -> Step:
    position = bench.line_of(found.product)
    if position is None:
        return _wrong(bench, found)
    line = bench.order.lines[position]
    if bench.left(position) < found.units:
        return Step(
            replace(bench, aside=bench.aside + found.units, asked=False), out.OneTooMany(line)
        )
    counted = bench.with_counted(position, found.units)
    if counted.complete:
        return Step(counted, out.AllDone(line))
    if counted.left(position) == 0:
        return Step(counted, out.LineDone(line))
    return Step(counted, out.PieceOk(line, counted.left(position)))


def _wrong(bench: Packing, found: ev.Found) -> Step:
    position = most_like(found.product, bench)
    wanted = None if position is None else bench.order.lines[position]
    left = 0 if position is None else bench.left(position)
    return Step(
        replace(bench, aside=bench.aside + found.units, asked=False),
        out.WrongPiece(found.product, wanted, left),
    )


def _touch(bench: Packing, scanned: ev.TouchScanned) -> Step:
    if all(suggestion.touch.key != scanned.key for suggestion in bench.plan or ()):
        return Step(bench, out.TouchNotPlanned(scanned.name))
    answered = bench.with_answer(scanned.key, scanned.name, Answer(scanned.reply, scanned.at))
    return Step(answered, out.TouchDone(scanned.key, scanned.reply))


def _undo(bench: Packing) -> Step:
    if bench.asked:  # the way back from the question before sealing
        return Step(replace(bench, asked=False), out.Undone(""))
    if bench.before is None:
        return Step(bench, out.NothingToUndo())
    # The plan may have come after what is undone, and wrong pieces stay on the table.
    back = replace(bench.before, plan=bench.plan, aside=bench.aside, asked=False)
    return Step(back, out.Undone(bench.doing))


def _seal(bench: Packing, scanned: ev.SealScanned) -> Step:
    if not bench.complete:
        return Step(bench, out.StillMissing(bench.missing))
    left = tuple(suggestion.touch.key for suggestion in bench.open_touches)
    if (bench.aside or left) and not bench.asked:
        return Step(replace(bench, asked=True), out.AskBeforeSeal(bench.aside, left))
    record = record_of(bench, scanned)
    return Step(Free(bench.packer), out.Sealed(record), (Kept(record),))
