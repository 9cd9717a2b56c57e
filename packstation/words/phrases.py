"""What the bench says: every outcome has its sentence, advice and tone; mypy sees to it."""

from enum import StrEnum
from zoneinfo import ZoneInfo

from packstation.domain import outcomes as out
from packstation.domain.codes import Whose
from packstation.domain.orders import Detail, OrderLine, Product
from packstation.domain.records import Parcel
from packstation.domain.scans import Problem, Reply
from packstation.domain.why import Why
from packstation.words.left_out import still_yours, why_not
from packstation.words.note_phrases import opener_noted, why_refused
from packstation.words.noticed_phrases import shop_says
from packstation.words.words import Words


class Tone(StrEnum):
    """How an outcome is meant: screens give each its colour, mark and sound."""

    QUIET = "quiet"
    GOOD = "good"
    DONE = "done"
    NEXT = "next"
    CARE = "care"
    STOP = "stop"


def say(outcome: out.Outcome, words: Words) -> str:
    """Put ``outcome`` into one short sentence for whoever packs."""
    match outcome:
        case out.SignedIn(packer):
            return words("Good to see you, {name}", name=packer)
        case out.SignedOut(packer):
            return words("See you soon, {name}", name=packer)
        case out.PinWrong(name, 0):
            return words("Too many tries for {name}", name=name)
        case out.PinWrong(name):
            return words("This is not the PIN of {name}", name=name)
        case out.Locked():
            return words("The bench is locked")
        case out.Resumed(packer, ""):
            return words("On we go, {name}", name=packer)
        case out.Resumed(packer, before):
            return words("{name} goes on where {before} stopped", name=packer, before=before)
        case out.Opened(order, _, OrderLine() as line):
            return words(
                "Order {number}, with {piece} already in",
                number=order.number,
                piece=line.product.full_name,
            )
        case out.Opened(order):
            return words("Order {number} is on the bench", number=order.number)
        case out.PlanShown(0):
            return words("No touches for this parcel")
        case out.PlanShown(touches):
            return words.n("{n} touch for this parcel", "{n} touches for this parcel", touches)
        case out.PieceOk(line, left):
            return words(
                "{piece}: {done} of {all}",
                piece=line.product.full_name,
                done=line.quantity - left,
                all=line.quantity,
            )
        case out.LineDone(line):
            return words(
                "{piece}: {done} of {all}",
                piece=line.product.full_name,
                done=line.quantity,
                all=line.quantity,
            )
        case out.AllDone():
            return words("Every piece is in")
        case out.WrongPiece():
            return words("This piece is not in the order")
        case out.OneTooMany(line):
            return words("One too many: {piece}", piece=line.product.full_name)
        case out.CountRefused(_, asked) if asked < 1:
            return words("So many are counted already")
        case out.CountRefused(line):
            return words("Too many: the order has {n}", n=line.quantity)
        case out.NothingToCount():
            return words("There is nothing to count here")
        case out.ScanIt(line):
            return words("{piece}: not without a scan", piece=line.product.full_name)
        case out.AsksDetail(_, detail):
            return ask_detail(detail, words)
        case out.ProblemNoted(line, problem, units):
            return words(
                "{piece}: {shortage}",
                piece=line.product.full_name,
                shortage=stays_out(problem, units, words),
            )
        case out.NothingMissing():
            return words("No piece is missing")
        case out.Substituted(line, product):
            return words(
                "{piece} instead of {other}",
                piece=product.full_name,
                other=line.product.full_name,
            )
        case out.WasHeld(number):
            return words("Order {number} is on hold now", number=number)
        case out.WasReleased(number):
            return words("Order {number} may be packed again", number=number)
        case out.NotAllowed():
            return words("This is for whoever runs the shop")
        case out.WasParked(number, ""):
            return words("Order {number} is put aside", number=number)
        case out.WasParked(number, to):
            return words("Order {number} is put aside for {name}", number=number, name=to)
        case out.WentOn(order):
            return words("On we go with order {number}", number=order.number)
        case out.Reopened(order):
            return words("Order {number} is open again", number=order.number)
        case out.HasChanged(number):
            return words("The shop has changed order {number}", number=number)
        case out.ShopSays(_, news):
            return shop_says(news, words)
        case out.EmptyBox():
            return words("There is nothing in the box")
        case out.UnknownCode(_, True):
            return words("That was too long for a code")
        case out.UnknownCode(code):
            return words("Unknown code: {code}", code=code)
        case out.AmbiguousCode(code, _, True):
            return words("{code} stands for several orders", code=code)
        case out.AmbiguousCode(code):
            return words("{code} stands for several things", code=code)
        case out.AsksWhich(_, True):
            return words("Which of them is in your hand?")
        case out.AsksWhich():
            return words.p("a code", "What is it?")
        case out.AsksOnceMore(_, 0):
            return words("How many pieces are in the pack?")
        case out.AsksOnceMore():
            return words("Scan it once more")
        case out.Learned(counted=False, detail=None):
            return words("Learned, but not counted: it is more than is missing")
        case out.Learned(line=line, units=1):
            return words("Learned: {piece}", piece=line.product.full_name)
        case out.Learned(line=line, units=units):
            return words(
                "Learned: a pack of {n}, {piece}", n=units, piece=line.product.full_name
            )
        case out.NotLearned():
            return words("That was another code: nothing was learned")
        case out.NothingToLearn():
            return words("There is no unknown code to learn")
        case out.Misread(code):
            return words("Misread: {code}", code=code)
        case out.WasWritten():
            return words("What failed just now was written after all")
        case out.ReadTwice(code):
            return words("Read twice: {code} counts once", code=code)
        case out.SignInFirst():
            return words("First, who is packing?")
        case out.OrderFirst():
            return words("First, scan an order")
        case out.FinishFirst(number):
            return words("Order {number} is still on the bench", number=number)
        case out.StillMissing(pieces):
            return words.n("{n} piece is still missing", "{n} pieces are still missing", pieces)
        case out.CardOfOther(number):
            return words("This card is for order {number}", number=number)
        case out.CardPastUse(number):
            return words("This card does not fit order {number} any more", number=number)
        case out.AskBeforeSeal():
            return " ".join(ask(outcome, words))
        case out.AskBeforePutBack(number):
            return words("Put order {number} back on the list?", number=number)
        case out.OrderStays(number):
            return words("Order {number} stays on the bench", number=number)
        case out.NoNews(number):
            return words("The shop says nothing new of order {number}", number=number)
        case out.Sealed(record):
            return words("Order {number} is packed", number=record.core.order_number)
        case out.TouchDone(_, Reply.NOT_TODAY):
            return words("Not today: noted")
        case out.TouchDone():
            return words("It goes into the parcel")
        case out.OpenerNoted(opener):
            return opener_noted(opener, words)
        case out.PhraseJoins():
            return words("Your phrase joins your drafts")
        case out.PhraseRefused(refusal, place):
            return why_refused(refusal, place, words)
        case out.TouchNotPlanned(name):
            return words("{name} is not planned for this parcel", name=name)
        case out.SurpriseAdded(_, name):
            return words("{name}: your surprise goes in", name=name)
        case out.SurpriseRefused(name):
            return words("{name} cannot go in this time", name=name)
        case out.Undone(""):
            return words("Taken back: all is as before")
        case out.Undone(what):
            return words("Undone: {what}", what=what)
        case out.NothingToUndo():
            return words("There is nothing to undo")
        case out.WasPutBack(number):
            return words("Order {number} is back on the list", number=number)
        case out.OtherBenchHasIt(number, bench, packer):
            return words(
                "Order {number} is at bench {bench}, with {name}",
                number=number,
                bench=bench,
                name=packer,
            )
        case out.PackedBefore(number):
            return words("Order {number} is already packed", number=number)
        case out.IsHeld(number):
            return words("Order {number} is on hold", number=number)
        case out.IsCancelled(number):
            return words("Order {number} was cancelled", number=number)
        case out.WasSent(number):
            return words("Order {number} has been sent already", number=number)
        case out.NothingInIt(number):
            return words("Order {number} holds nothing to pack", number=number)
        case out.SlipShown(parcel):
            return words("Slip {number}", number=parcel.record.core.slip_number)
        case out.CopyPrints(parcel, copy):
            return words(
                "Slip {number} prints again, as copy {copy}",
                number=parcel.record.core.slip_number,
                copy=copy,
            )
        case out.PrintsAgain(parcel):
            number = parcel.record.core.slip_number
            return words("Slip {number} is on its way again", number=number)
        case out.CameOut(parcel):
            number = parcel.record.core.slip_number
            return words("Slip {number} came out: noted", number=number)
        case out.StillPrinting(parcel):
            number = parcel.record.core.slip_number
            return words("Slip {number} is still on its way", number=number)
        case out.AsksIfOut():
            return words("Before a copy, look for the slip itself")
        case out.SlipIsVoid(slip):
            return words("Slip {number} is void", number=slip)
        case out.SlipFirst():
            return words("First, scan the slip or its order")
        case out.NoDoubt():
            return words("No slip is in doubt")
        case out.NoOrderWants(product):
            return words("No order is waiting for {piece}", piece=product.full_name)


def hint(outcome: out.Outcome, words: Words) -> str:
    """What to do now, in one line; empty where the screen itself says it."""
    match outcome:
        case out.SignedIn():
            return words("Scan an order to begin.")
        case out.SignedOut() | out.Locked() | out.SignInFirst():
            return words("Scan your badge or pick your name.")
        case out.PinWrong(_, 0):
            return words("Wait a moment, or scan the badge.")
        case out.PinWrong(_, tries_left):
            return words.n("{n} try left.", "{n} tries left.", tries_left)
        case out.Undone(_, True):
            return words("Its code stays known.")
        case out.Resumed() | out.Undone() | out.NothingToUndo():
            return ""
        case out.Opened() | out.PlanShown() | out.TouchDone() | out.LineDone():
            return ""
        case out.OpenerNoted() | out.PhraseJoins() | out.PhraseRefused():
            return ""
        case out.PieceOk(_, left):
            return scan_more(left, words)
        case out.AllDone():
            return words("Sign and print.")
        case out.WrongPiece():
            return words("It was not counted. Out of the box, into the returns basket.")
        case out.OneTooMany(line):
            return words.n(
                "The order has only {n}. What is over was not counted: out of the box.",
                "The order has only {n}. What is over was not counted: out of the box.",
                line.quantity,
            )
        case out.CountRefused(_, asked) if asked < 1:
            return words("To take one back, press Undo.")
        case out.CountRefused():
            return words("Nothing was counted. How many are there in all?")
        case out.NothingToCount():
            return words("Scan one of them first, then type how many.")
        case out.ScanIt():
            return words("Scan each of them: that is how the shop wants it.")
        case out.AsksDetail(line):
            return words("Or type it. Then it counts: {piece}", piece=line.product.full_name)
        case out.ProblemNoted():
            return words("It stays out of this parcel, and the slip says so.")
        case out.NothingMissing():
            return words("Each one is in the box, or stays out already.")
        case out.Substituted():
            return words("Now scan what goes in instead.")
        case out.WasHeld():
            return words("Empty the box: nothing stays counted until somebody releases it.")
        case out.WasReleased():
            return words("It waits on the list again.")
        case out.NotAllowed():
            return words("Nothing was changed. Ask them to do it with their badge.")
        case out.WasParked():
            return words("Keep its box as it is: what is in it stays counted.")
        case out.WentOn(_, _, 0):
            return words("Nothing is counted yet: begin with an empty box.")
        case out.WentOn(_, _, in_box, ""):
            return words.n("{n} piece is in its box.", "{n} pieces are in its box.", in_box)
        case out.WentOn(_, _, in_box, by):
            return words.n(
                "{n} piece is in its box, put aside by {name}.",
                "{n} pieces are in its box, put aside by {name}.",
                in_box,
                name=by,
            )
        case out.Reopened(_, _, slip):
            return words(
                "Take out slip {number}: it is void, a new one will come.", number=slip
            )
        case out.HasChanged(_, _, 0):
            return words("Go on with what it says now.")
        case out.HasChanged(_, changes, take_out) if only := _only_shrunk(changes):
            return words(
                "Take {n} of “{piece}” out of the box, then go on.", n=take_out, piece=only
            )
        case out.HasChanged(_, _, take_out):
            return words.n(
                "Take {n} piece out of the box, then go on.",
                "Take {n} pieces out of the box, then go on.",
                take_out,
            )
        case out.ShopSays(_, news) if news.cancels:
            return words("Do not pack it: every piece back to its place.")
        case out.ShopSays():
            return words("Before the seal the bench asks which it is to be.")
        case out.EmptyBox():
            return words("An empty parcel is not signed: hold the order or leave it for later.")
        case out.UnknownCode():
            return words("Nothing was counted. Scan again, or look for another code on it.")
        case out.AmbiguousCode(_, _, True):
            return words("Nothing was opened. Scan its sheet, or find it by its name.")
        case out.AmbiguousCode():
            return words("Nothing was counted. Look for another code on it, or scan its order.")
        case out.AsksWhich(code):
            return words("You scanned {code}.", code=code)
        case out.AsksOnceMore(line, 0):
            return line.product.full_name
        case out.AsksOnceMore(line, 1):
            return words("Then its code is known: {piece}", piece=line.product.full_name)
        case out.AsksOnceMore(line, units):
            return words(
                "Then its code is known, as a pack of {n}: {piece}",
                n=units,
                piece=line.product.full_name,
            )
        case out.Learned(detail=Detail() as detail):
            return ask_detail(detail, words)
        case out.Learned(counted=True, left=0):
            return words("It is counted already.")
        case out.Learned(counted=True, left=left):
            return words.n(
                "It is counted already: {n} is still missing.",
                "It is counted already: {n} are still missing.",
                left,
            )
        case out.Learned(line=line, units=units, left=left):
            return words.n(
                "It holds {units}, and only {n} is missing: {piece}",
                "It holds {units}, and only {n} are missing: {piece}",
                left,
                units=units,
                piece=line.product.full_name,
            )
        case out.NotLearned():
            return words("Nothing was counted. Scan the one you mean, twice.")
        case out.NothingToLearn():
            return words("Scan the piece first; then say what it is.")
        case out.Misread():
            return words("Nothing was counted. Scan it once more.")
        case out.WasWritten():
            return words(
                "The screen shows how it stands. Then scan again what is in your hand."
            )
        case out.ReadTwice():
            return words("If there really are two, scan the other one too.")
        case out.OrderFirst(""):
            return words("There is no order on the bench yet.")
        case out.OrderFirst(name):
            return words("Nothing was counted: {name}", name=name)
        case out.FinishFirst(_, ""):
            return words("Sign it, or leave it for later.")
        case out.FinishFirst(_, scanned):
            return words("Sign it or leave it for later; {scanned} waits.", scanned=scanned)
        case out.StillMissing():
            return words("Scan what is missing, then sign.")
        case out.AskBeforeSeal():
            return words("Look at the question.")
        case out.AskBeforePutBack(_, pieces):
            return words.n(
                "Take the piece out of the box.",
                "Take the {n} pieces out of the box.",
                pieces,
            )
        case out.OrderStays() | out.NoNews():
            return words("All that was counted is still there.")
        case out.Sealed(record):
            return words(
                "Slip {number}, signed by {name}.",
                number=record.core.slip_number,
                name=record.personal.packer_name,
            )
        case out.CardOfOther(_, number):
            return words("Back on the pile with it. On the bench is {number}.", number=number)
        case out.CardPastUse():
            return words("It has changed since. Not into any parcel with it.")
        case out.TouchNotPlanned():
            return words("It was not added.")
        case out.SurpriseAdded(_, _, left, currency):
            return still_yours(left, currency, words)
        case out.SurpriseRefused(_, Why.BUDGET, left, currency):
            return still_yours(left, currency, words)
        case out.SurpriseRefused(_, why):
            return words("The reason: {reason}.", reason=why_not(why, words))
        case out.WasPutBack():
            return words("Nothing stays counted: empty the box.")
        case out.OtherBenchHasIt():
            return words("Scan another one, or ask over there.")
        case out.PackedBefore(_, Parcel() as parcel) | out.SlipShown(parcel):
            return packed_by(parcel, words)
        case out.PackedBefore():
            return words("Nothing more to do here.")
        case out.IsHeld(order_id=0):
            return words("Scan another one.")
        case out.IsHeld():
            return words("Release it, or scan another one.")
        case out.IsCancelled() | out.WasSent():
            return words("Do not pack it: every piece back to its place.")
        case out.NothingInIt():
            return words("Scan another one.")
        case out.CopyPrints(_, copy):
            return words(
                "It says “copy {copy}”, so that nobody takes it for the original.", copy=copy
            )
        case out.PrintsAgain():
            return words("It goes into its parcel as if nothing had happened.")
        case out.CameOut():
            return words("Nothing prints again.")
        case out.StillPrinting():
            return words("If it does not come out, the bench will say so.")
        case out.AsksIfOut():
            return words("In the printer and in the parcel; then answer.")
        case out.SlipIsVoid():
            return words("A void slip is not printed again: its parcel has another one.")
        case out.SlipFirst():
            return words("Then scan once more why it has to be printed again.")
        case out.NoDoubt():
            return words("Every one is either out or on its way.")
        case out.NoOrderWants(Product(place="")):
            return words("Back to its place.")
        case out.NoOrderWants(product):
            return words("Back to its place: {place}", place=product.place)


def tone(outcome: out.Outcome) -> Tone:
    """How ``outcome`` is meant."""
    match outcome:
        case out.SignedIn() | out.Resumed() | out.Opened():
            return Tone.NEXT
        case out.SignedOut() | out.Locked() | out.PlanShown() | out.ReadTwice():
            return Tone.QUIET
        case out.Undone() | out.NothingToUndo() | out.WasPutBack() | out.SlipShown():
            return Tone.QUIET
        case out.TouchDone(_, Reply.NOT_TODAY) | out.WasHeld() | out.WasParked():
            return Tone.QUIET
        case out.OpenerNoted():
            return Tone.QUIET
        case out.PhraseJoins():
            return Tone.GOOD
        case out.PhraseRefused():
            return Tone.CARE
        case out.AsksWhich() | out.AsksOnceMore():
            return Tone.NEXT
        case out.Learned(counted=False, detail=None):
            return Tone.CARE
        case out.Learned():
            return Tone.GOOD
        case out.NotLearned() | out.NothingToLearn() | out.NothingMissing():
            return Tone.CARE
        case out.WasWritten():
            return Tone.CARE
        case out.AsksDetail() | out.Substituted() | out.WentOn() | out.Reopened():
            return Tone.NEXT
        case out.ProblemNoted() | out.WasReleased():
            return Tone.GOOD
        case out.CopyPrints() | out.PrintsAgain():
            return Tone.NEXT  # no tick before there is paper
        case out.CameOut():
            return Tone.GOOD
        case out.StillPrinting() | out.AsksIfOut() | out.SlipFirst():
            return Tone.CARE
        case out.NoDoubt():
            return Tone.QUIET
        case out.CountRefused() | out.NothingToCount() | out.ScanIt() | out.NotAllowed():
            return Tone.CARE
        case out.HasChanged() | out.ShopSays() | out.EmptyBox():
            return Tone.CARE
        case out.PieceOk() | out.LineDone() | out.TouchDone():
            return Tone.GOOD
        case out.SurpriseAdded():
            return Tone.GOOD
        case out.SurpriseRefused():
            return Tone.CARE
        case out.AllDone() | out.Sealed():
            return Tone.DONE
        case out.PinWrong() | out.UnknownCode() | out.AmbiguousCode() | out.Misread():
            return Tone.CARE
        case out.SignInFirst() | out.OrderFirst() | out.FinishFirst() | out.StillMissing():
            return Tone.CARE
        case out.AskBeforeSeal() | out.TouchNotPlanned() | out.NoOrderWants():
            return Tone.CARE
        case out.AskBeforePutBack():
            return Tone.CARE
        case out.OrderStays() | out.NoNews():
            return Tone.QUIET
        case out.IsHeld() | out.OtherBenchHasIt() | out.PackedBefore() | out.NothingInIt():
            return Tone.CARE
        case out.WrongPiece() | out.OneTooMany() | out.IsCancelled() | out.CardOfOther():
            return Tone.STOP
        case out.CardPastUse() | out.WasSent() | out.SlipIsVoid():
            return Tone.STOP


def loud(outcome: out.Outcome) -> bool:
    """Whether it takes the whole screen: what the hand holds must go elsewhere now.

    Everything else is a notice in the footer.
    """
    match outcome:
        case out.WrongPiece() | out.OneTooMany() | out.UnknownCode() | out.AmbiguousCode():
            return True
        case out.IsCancelled() | out.IsHeld() | out.OtherBenchHasIt() | out.PackedBefore():
            return True
        case out.HasChanged() | out.CardOfOther() | out.CardPastUse() | out.NotLearned():
            return True
        case out.WasSent():
            return True
        case _:
            return False


def ask(question: out.AskBeforeSeal, words: Words) -> tuple[str, ...]:
    """The few things the bench asks before it seals."""
    left = len(question.touches)
    touches = words.n(
        "{n} touch not marked: leave it out?",
        "{n} touches not marked: leave them out?",
        left,
    )
    letters = words(
        "The printer lacks some letters ({texts}). Print without them?",
        texts=" · ".join(question.unprintable),
    )
    changed = "" if question.news is None else shop_says(question.news, words)
    asked = ((changed, changed), (left, touches), (question.unprintable, letters))
    told = tuple(text for wanted, text in asked if wanted)
    return (ask_aside(question.aside, question.extra, words), *told) if question.aside else told


def ask_aside(aside: int, extra: int, words: Words) -> str:
    """Whether ``aside`` pieces are out of the box, ``extra`` of which were one too many."""
    match aside - extra, extra:
        case wrong, 0:
            return words.n(
                "{n} wrong piece: out of the box?", "{n} wrong pieces: out of the box?", wrong
            )
        case 0, _:
            return words.n(
                "{n} piece too many: out of the box?",
                "{n} pieces too many: out of the box?",
                extra,
            )
        case wrong, _:
            return words.n(
                "{n} wrong piece and {extra} too many: out of the box?",
                "{n} wrong pieces and {extra} too many: out of the box?",
                wrong,
                extra=extra,
            )


def whose_code(outcome: out.UnknownCode | out.NotLearned, words: Words) -> str:
    """Whose the code is; empty where nobody knows it."""
    match outcome:
        case out.NotLearned(_, Whose.PRODUCTS, name):
            return words("It belongs to {piece} already.", piece=name)
        case out.NotLearned(_, Whose.ORDERS):
            return words("It is the number of an order or a slip, and stays one.")
        case out.NotLearned(_, Whose.OURS):
            return words("It is a code the shop prints itself, and stays one.")
        case _:
            return ""


def ask_detail(detail: Detail, words: Words) -> str:
    """What the bench wants to know of the piece just scanned."""
    match detail:
        case Detail.SERIAL:
            return words("Scan its serial number")
        case Detail.LOT:
            return words("Scan its lot")
        case Detail.EXPIRY:
            return words("Scan its expiry date")


def stays_out(problem: Problem, units: int, words: Words) -> str:
    """How many pieces do not go in, and why."""
    match problem:
        case Problem.MISSING:
            return words.n("{n} missing", "{n} missing", units)
        case Problem.DAMAGED:
            return words.n("{n} damaged", "{n} damaged", units)
        case Problem.WRONG_STOCK:
            return words.n("{n} not on the shelf", "{n} not on the shelf", units)


def scan_more(left: int, words: Words) -> str:
    """How many of a line are still to scan."""
    return words.n("scan {n} more", "scan {n} more", left)


def _only_shrunk(changes: tuple[out.Change, ...]) -> str:
    """The one product of which fewer are wanted; empty when it is not exactly one."""
    shrunk = [change.name for change in changes if change.after < change.before]
    return shrunk[0] if len(shrunk) == 1 else ""


def packed_by(parcel: Parcel, words: Words) -> str:
    """By whom and when, in a sentence."""
    core = parcel.record.core
    at = core.sealed_at.astimezone(ZoneInfo(core.brand.zone))
    return words(
        "Packed by {name}, {day}, {time}.",
        name=parcel.record.personal.packer_name,
        day=words.day(at.date()),
        time=words.clock(at),
    )
