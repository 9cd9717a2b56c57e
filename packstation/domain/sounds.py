"""Which sound goes with what happened: every outcome has one, or is silent on purpose."""

from enum import StrEnum

from packstation.domain import outcomes as out


class Sound(StrEnum):
    """One for each kind of outcome; packstation.devices.sounds makes them."""

    OPENED = "opened"
    PIECE = "piece"
    LINE_DONE = "line_done"
    ALL_DONE = "all_done"
    SEALED = "sealed"
    BADGE = "badge"
    COMMAND = "command"
    TOUCH = "touch"
    SLIP = "slip"
    ASKS = "asks"
    """The bench wants to know something before it goes on."""
    WRONG = "wrong"
    TOO_MANY = "too_many"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    MISREAD = "misread"
    TWICE = "twice"
    NOT_NOW = "not_now"
    OTHER_BENCH = "other_bench"
    PACKED = "packed"
    HELD = "held"
    CANCELLED = "cancelled"
    CHANGED = "changed"


def sound_of(outcome: out.Outcome) -> Sound | None:
    """None where nobody asked: what comes by itself makes no sound."""
    match outcome:
        case out.PlanShown():
            return None
        case out.SignedIn() | out.Resumed():
            return Sound.BADGE
        case out.Opened() | out.WentOn() | out.Reopened():
            return Sound.OPENED
        case out.PieceOk() | out.Substituted():
            return Sound.PIECE
        case out.LineDone():
            return Sound.LINE_DONE
        case out.AllDone():
            return Sound.ALL_DONE
        case out.Sealed():
            return Sound.SEALED
        case out.SignedOut() | out.Locked() | out.Undone() | out.WasPutBack() | out.WasParked():
            return Sound.COMMAND
        case out.ProblemNoted() | out.WasHeld() | out.WasReleased() | out.OrderStays():
            return Sound.COMMAND
        case out.NoNews():
            return Sound.COMMAND
        case out.TouchDone() | out.SurpriseAdded():
            return Sound.TOUCH
        case out.OpenerNoted() | out.PhraseJoins():
            return Sound.COMMAND
        case out.PhraseRefused():
            return Sound.NOT_NOW
        case out.SlipShown():
            return Sound.SLIP
        case out.AskBeforeSeal() | out.AskBeforePutBack() | out.AsksDetail():
            return Sound.ASKS
        case out.WrongPiece() | out.NoOrderWants() | out.CardOfOther() | out.CardPastUse():
            return Sound.WRONG
        case out.CopyPrints() | out.PrintsAgain() | out.CameOut():
            return Sound.COMMAND
        case out.AsksIfOut():
            return Sound.ASKS
        case out.StillPrinting() | out.SlipIsVoid() | out.SlipFirst() | out.NoDoubt():
            return Sound.NOT_NOW
        case out.OneTooMany() | out.CountRefused():
            return Sound.TOO_MANY
        case out.UnknownCode():
            return Sound.UNKNOWN
        case out.AmbiguousCode() | out.AsksWhich(_, True):
            return Sound.AMBIGUOUS
        case out.AsksWhich() | out.AsksOnceMore():
            return Sound.ASKS
        case out.Learned(counted=False, detail=None):
            return Sound.TOO_MANY
        case out.Learned():
            return Sound.LINE_DONE
        case out.NotLearned() | out.NothingToLearn():
            return Sound.NOT_NOW
        case out.Misread():
            return Sound.MISREAD
        case out.ReadTwice():
            return Sound.TWICE
        case out.SignInFirst() | out.OrderFirst() | out.FinishFirst() | out.StillMissing():
            return Sound.NOT_NOW
        case out.EmptyBox() | out.NothingToCount() | out.ScanIt() | out.NothingToUndo():
            return Sound.NOT_NOW
        case out.NothingMissing() | out.WasWritten():
            return Sound.NOT_NOW
        case out.NotAllowed() | out.PinWrong() | out.TouchNotPlanned() | out.NothingInIt():
            return Sound.NOT_NOW
        case out.SurpriseRefused():
            return Sound.NOT_NOW
        case out.OtherBenchHasIt():
            return Sound.OTHER_BENCH
        case out.PackedBefore() | out.WasSent():
            return Sound.PACKED
        case out.IsHeld():
            return Sound.HELD
        case out.IsCancelled():
            return Sound.CANCELLED
        case out.ShopSays(_, news):
            return Sound.CANCELLED if news.cancels else Sound.CHANGED
        case out.HasChanged():
            return Sound.CHANGED
