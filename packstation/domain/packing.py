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

from packstation.domain import (
    asking,
    counting,
    learning,
    opener,
    own_touch,
    paper,
    problems,
    sealing,
    shop_news,
    writing,
)
from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, AskBack, Away, Bench, Free, Packing, Unattended
from packstation.domain.entries import Entry, HeldBack, PutAside, Released, Voided
from packstation.domain.orders import Order
from packstation.domain.scans import Reply
from packstation.domain.shop import Packer


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
        case ev.UnknownScanned(code, cut, learns):
            return Step(learning.meet(bench, learns), out.UnknownCode(code, cut))
        case ev.CardRefused(number, True):
            return Step(bench, out.CardPastUse(number))
        case ev.SeveralFound(code, names, orders):
            return Step(bench, out.AmbiguousCode(code, names, orders))
        case _ if isinstance(bench, Free):
            return _while_free(bench, event)
        case _:
            return _while_packing(learning.cleared(bench, event), event)


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
    taken = replace(packing, packer=badge.packer, before=None, unclear=None)
    return Step(taken, out.Resumed(badge.packer.name, before))


def _while_free(bench: Free, event: ev.Event) -> Step:
    match event:
        case ev.OrderScanned():
            return _open(bench, event)
        case ev.ReopenScanned():
            return _reopen(bench, event)
        case ev.ReleaseScanned(_, number, allowed):
            said = out.WasReleased(number) if allowed else out.NotAllowed()
            return Step(bench, said)
        case ev.SlipScanned(parcel):
            return Step(bench, out.SlipShown(parcel))
        case ev.ReprintScanned():
            return Step(bench, *paper.print_again(event, bench.packer.name))
        case ev.PaperTold():
            return Step(bench, *paper.tell(event, bench.packer.name))
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
    if not isinstance(scanned.standing, ev.Granted):
        return Step(bench, _why_not(scanned.order, scanned.standing, bench.packer))
    if scanned.parked is not None:
        return Step(*problems.resume(bench, scanned, scanned.parked))
    return _opened(bench, scanned)


def _reopen(bench: Free, scanned: ev.ReopenScanned) -> Step:
    if not isinstance(scanned.standing, ev.Granted):
        return Step(bench, _why_not(scanned.order, scanned.standing, bench.packer))
    slip = scanned.parcel.record.core.slip_number
    voided = Voided(slip, scanned.reason, scanned.at)
    return Step(*problems.reopen(bench, scanned), (voided,))


def _why_not(order: Order, standing: ev.Standing, asks: Packer) -> out.Outcome:
    number = order.number
    match standing:
        case ev.AtOtherBench(other, packer, since):
            return out.OtherBenchHasIt(number, other, packer, since)
        case ev.AlreadyPacked(parcel):
            return out.PackedBefore(number, parcel)
        case ev.OnHold(reason, by):
            return out.IsHeld(number, reason, by, order.id if asks.may_release else 0)
        case ev.WasCancelled():
            return out.IsCancelled(number)
        case ev.WasSent():
            return out.WasSent(number)
        case ev.NothingToPack() | ev.Granted():
            return out.NothingInIt(number)


def _opened(bench: Free, scanned: ev.OrderScanned) -> Step:
    order = scanned.order
    packing = problems.fresh(bench, scanned)
    opened = Step(packing, out.Opened(order, scanned.card))
    if scanned.piece is None:
        return opened
    piece = ev.PieceScanned("", scanned.piece, scanned.at)
    match counting.check(packing, piece):
        case counted, out.PieceOk(line) | out.LineDone(line) | out.AllDone(line):
            return Step(counted, out.Opened(order, scanned.card, line))
        case asked, out.AsksDetail() as said:
            return Step(asked, said)
        case _:
            return opened


def _while_packing(bench: Packing, event: ev.Event) -> Step:
    match event:
        case ev.PieceScanned():
            return Step(*counting.check(bench, event))
        case ev.PieceWithoutOrder(_, product):
            return Step(*counting.wrong(bench, ev.Found(product)))
        case ev.CountTyped(count):
            return Step(*counting.type_count(bench, count))
        case ev.HandCounted(position):
            return Step(*counting.count_by_hand(bench, position))
        case ev.DetailGiven(value):
            return Step(*counting.take_detail(bench, value))
        case ev.SharedScanned() | ev.PieceTold():
            return Step(*learning.which(bench, event))
        case ev.LearnAsked() | ev.CodeLearned() | ev.LearnRefused():
            return Step(*learning.go_on(bench, event))
        case ev.ProblemTold():
            return Step(*problems.tell(bench, event))
        case ev.SubstituteGiven():
            return Step(*problems.substitute(bench, event))
        case ev.OrderChanged(order):
            return Step(*problems.change(bench, order))
        case ev.NewsCame(news):
            return Step(*shop_news.hear(bench, news))
        case ev.PutBackScanned() | ev.HoldScanned() | ev.ParkScanned() if (
            shop_news.is_cancelled(bench)
        ):
            return Step(*shop_news.let_go(bench))
        case ev.PlanMade(order_id, suggestions) if order_id == bench.order.id:
            return Step(asking.planned(bench, suggestions), out.PlanShown(len(suggestions)))
        case ev.TouchScanned():
            return _touch(bench, event)
        case ev.SurpriseGiven():
            return _surprise(bench, event)
        case ev.OpenerTold(who):
            told, entries = opener.tell(bench, who)
            return Step(told, out.OpenerNoted(who), entries)
        case ev.PhraseGiven():
            return Step(bench, *writing.keep_phrase(event))
        case ev.UndoScanned():
            return _undo(bench)
        case ev.CardRefused(number):
            return Step(bench, out.CardOfOther(number, bench.order.number))
        case ev.SealScanned():
            return Step(*sealing.seal(bench, event))
        case _:
            return _leave(bench, event)


def _leave(bench: Packing, event: ev.Event) -> Step:
    """What takes the order off the bench, or must wait until it is off."""
    order = bench.order
    free = Free(bench.packer)
    match event:
        case ev.PutBackScanned():
            question = asking.before_put_back(bench)
            if question is not None:
                return Step(replace(bench, asked=AskBack.PUT_BACK), question)
            return Step(free, shop_news.put_back(bench), (Released(order.id),))
        case ev.HoldScanned(reason):
            held = HeldBack(order.id, reason, bench.packer.name)
            return Step(free, shop_news.held_back(bench, reason), (held,))
        case ev.ParkScanned():
            aside = PutAside(order.id, problems.park(bench, event))
            return Step(free, out.WasParked(order.number, event.to), (aside,))
        case ev.OrderTaken(standing):
            return Step(free, _where_it_went(bench, standing))
        case ev.LockScanned():
            return Step(Away(bench.packer, bench), out.Locked(bench.packer.name))
        case ev.OtherOrderScanned(order_id, number) if order_id == order.id:
            return Step(bench, out.ReadTwice(number))
        case ev.OtherOrderScanned(_, number):
            return Step(bench, out.FinishFirst(order.number, number))
        case ev.SlipScanned(parcel):
            slip = parcel.record.core.slip_number
            return Step(bench, out.FinishFirst(order.number, slip))
        case _:
            return Step(bench, out.FinishFirst(order.number))


def _where_it_went(bench: Packing, standing: ev.Standing) -> out.Outcome:
    """An order that another bench took, and left again, simply waits."""
    if isinstance(standing, ev.NothingToPack):
        return out.WasPutBack(bench.order.number)
    return _why_not(bench.order, standing, bench.packer)


def _touch(bench: Packing, scanned: ev.TouchScanned) -> Step:
    suggestion = own_touch.suggested(bench, scanned.key)
    if suggestion is None:
        return Step(bench, out.TouchNotPlanned(scanned.name))
    answer = Answer(scanned.reply, scanned.at, suggestion, scanned.written, scanned.instead)
    answered = bench.with_answer(scanned.key, scanned.name, answer)
    entries = writing.entries_between(bench, answered)
    return Step(answered, out.TouchDone(scanned.key, scanned.reply), entries)


def _surprise(bench: Packing, given: ev.SurpriseGiven) -> Step:
    key = given.touch.key
    if any(it.touch.key == key for it in bench.plan or ()):
        return _touch(
            bench, ev.TouchScanned(key, given.name, Reply.GIVEN, given.at, given.written)
        )
    after, said = own_touch.add(bench, given)
    return Step(after, said, writing.entries_between(bench, after))


def _undo(bench: Packing) -> Step:
    taken_back = asking.take_back(bench)
    if taken_back is not None:
        return Step(*taken_back)
    if bench.before is None:
        return Step(bench, out.NothingToUndo())
    # The plan may have come after what is undone, so may news; wrong pieces stay on the table.
    stays = {name: getattr(bench, name) for name in ("plan", "news", "aside", "extra")}
    back = replace(bench.before, **stays, asked=None)
    back, untold = opener.untold(bench, back)
    entries = (*writing.entries_between(bench, back), *untold)
    return Step(back, out.Undone(bench.doing, stays_known=bool(bench.taught)), entries)
