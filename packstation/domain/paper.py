"""What becomes of a sealed parcel's paper: printed again, with a reason, or seen by somebody.

A copy is marked as one only where the slip itself may be lying somewhere: what surely never
became paper prints once more as what it was. So each parcel has one original and no more.
"""

from dataclasses import replace
from typing import Final

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.entries import CopyAsked, Entry, PaperAsked, PaperSeen
from packstation.domain.records import Copy, Parcel, PrintJob, PrintState

FIRST_COPY: Final = 2
"""The second paper: the original is the first."""

Said = tuple[out.Outcome, tuple[Entry, ...]]


def print_again(asked: ev.ReprintScanned, by: str) -> Said:
    """The same slip once more: as a copy, or as itself where no paper came of it."""
    match asked.parcel:
        case None:
            return out.SlipFirst(), ()
        case Parcel(void_because=void) as parcel if void:
            return out.SlipIsVoid(parcel.record.core.slip_number), ()
        case Parcel(job=PrintJob(state=PrintState.QUEUED)) as parcel:
            return out.StillPrinting(parcel), ()
        case Parcel(job=PrintJob(state=PrintState.UNKNOWN)) as parcel:
            return out.AsksIfOut(parcel), ()
        case Parcel(job=PrintJob(state=PrintState.FAILED) as job) as parcel:
            return _as_it_was(parcel, job, asked)
        case parcel:
            return _once_more(parcel, asked, by)


def tell(told: ev.PaperTold, by: str) -> Said:
    """Somebody looked: it came out, or it prints again as what it was."""
    match told.parcel:
        case Parcel(job=PrintJob(state=PrintState.UNKNOWN) as job, void_because="") as parcel:
            if not told.came_out:
                return _as_it_was(parcel, job, told)
            seen = replace(job, state=PrintState.SENT, reason="", seen_by=by)
            return out.CameOut(replace(parcel, job=seen)), (PaperSeen(job.id, by, told.at),)
        case _:
            return out.NoDoubt(), ()


def _as_it_was(parcel: Parcel, job: PrintJob, event: ev.ReprintScanned | ev.PaperTold) -> Said:
    again = replace(job, state=PrintState.QUEUED, reason="")
    return out.PrintsAgain(replace(parcel, job=again)), (PaperAsked(job.id, event.at),)


def _once_more(parcel: Parcel, asked: ev.ReprintScanned, by: str) -> Said:
    core, job = parcel.record.core, parcel.job
    reason = asked.reason.strip()
    number = 0 if job is None else max(job.copy + 1, FIRST_COPY)
    wanted = CopyAsked(
        slip_number=core.slip_number, copy=number, reason=reason, by=by, at=asked.at
    )
    if job is None:
        return out.PrintsAgain(parcel), (wanted,)
    copies = (*parcel.copies, Copy(number, reason, by, asked.at))
    waiting = replace(job, state=PrintState.QUEUED, copy=number, where="", seen_by="")
    return out.CopyPrints(replace(parcel, job=waiting, copies=copies), number), (wanted,)
