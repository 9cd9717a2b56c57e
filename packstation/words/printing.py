"""Where a slip is, and why it did not come out: one sentence each."""

from packstation.domain.printing import Trouble
from packstation.domain.records import PrintJob, PrintState
from packstation.words.words import Words


def paper(job: PrintJob | None, words: Words) -> str:
    """Where the slip of a packed parcel is."""
    match None if job is None else job.state:
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
            return words("Paper is stuck in the printer.")
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
