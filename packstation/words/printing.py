"""Where a slip is, and why it did not come out: one sentence each."""

from pathlib import PurePath
from zoneinfo import ZoneInfo

from packstation.domain.printing import Again, Trouble
from packstation.domain.records import Parcel, PrintJob, PrintState
from packstation.words.words import Words


def paper(job: PrintJob | None, words: Words) -> str:
    """Where the slip of a packed parcel is."""
    match None if job is None else job.state:
        case PrintState.SENT if job is not None and job.seen_by:
            return words("The slip came out: {name} saw it.", name=job.seen_by)
        case PrintState.SENT if job is not None and job.is_file:
            return words("The slip is in the folder: {file}", file=job.where)
        case PrintState.SENT:
            return words("The slip went to the printer.")
        case PrintState.QUEUED:
            return words("The slip is on its way.")
        case PrintState.FAILED:
            reason = why_not(job.reason, words) if job is not None else ""
            return words("The slip did not come out. {reason}", reason=reason).rstrip()
        case PrintState.UNKNOWN:
            return words("Nobody knows whether the slip printed: look at the parcel.")
        case None:
            return words("The slip was never printed.")


def in_folder(file: str) -> dict[str, str]:
    """``file`` as its folder and its name, to be filled into a sentence."""
    path = PurePath(file)
    return {"folder": str(path.parent), "file": path.name}


def printed_again(parcel: Parcel, words: Words) -> str:
    """How often the slip was printed again, by whom and why the last time; "" if never."""
    if not parcel.copies:
        return ""
    core, last = parcel.record.core, parcel.copies[-1]
    zone = ZoneInfo(core.brand.zone)
    at, sealed = last.at.astimezone(zone), core.sealed_at.astimezone(zone)
    same_day = at.date() == sealed.date()
    reason = why_again(last.reason, words)
    when = words.clock(at) if same_day else f"{words.day(at.date())}, {words.clock(at)}"
    return words.n(
        "Printed again once, by {name}, {when}: {reason}",
        "Printed again {n} times, last by {name}, {when}: {reason}",
        len(parcel.copies),
        name=last.by,
        when=when,
        reason=reason,
    )


def why_again(reason: str, words: Words) -> str:
    """The words for a stored reason; a person's own words stay as they are."""
    match reason:
        case Again.JAMMED:
            return words("the paper jammed")
        case Again.TORN:
            return words("torn or unreadable")
        case Again.LOST:
            return words("it got lost")
        case _:
            return reason


def why_not(reason: str, words: Words) -> str:
    """The sentence for a stored reason; the printer's own words stay as they are."""
    trouble, said = Trouble.read(reason)
    if trouble is None:
        return said
    return " ".join(filter(None, (_sentence(trouble, words), said)))


def _sentence(trouble: Trouble, words: Words) -> str:
    match trouble:
        case Trouble.NO_PAPER:
            return words("The printer has run out of paper.")
        case Trouble.JAM:
            return words("Paper is stuck in the printer: take it out.")
        case Trouble.OPEN:
            return words("The printer is open: close its lid.")
        case Trouble.NO_INK:
            return words("The printer has run out of ink or toner.")
        case Trouble.UNREACHABLE:
            return words("The printer is off, or its cable is loose.")
        case Trouble.STOPPED:
            return words("The printer is stopped.")
        case Trouble.REJECTING:
            return words("The printer takes nothing in at the moment.")
        case Trouble.UNKNOWN_NAME:
            return words("This computer knows no printer of that name.")
        case Trouble.SILENT:
            return words("The printer does not answer.")
        case Trouble.NO_SYSTEM:
            return words("This computer cannot print by itself.")
        case Trouble.FOLDER:
            return words("The slip could not be saved in its folder.")
        case Trouble.UNDRAWN:
            return words("The slip could not be drawn: try it once more.")
        case Trouble.PERHAPS:
            return words("It may have printed all the same: look before you print it again.")
