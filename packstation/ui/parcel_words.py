"""What the parcel screen says of a parcel, of a line, and of where the paper is."""

from packstation.domain.outcomes import AsksIfOut, Outcome, PackedBefore, SlipShown
from packstation.domain.records import PackedLine, Parcel, PrintState
from packstation.ui.lettering import Run
from packstation.ui.look import BIG_TEXT, SOFT, TEXT, WARN
from packstation.ui.notices import Notice, notice_of
from packstation.words.line_phrases import packed_facts
from packstation.words.phrases import Tone, packed_by, say
from packstation.words.printing import paper, why_not
from packstation.words.words import Words


def notice_on(parcel: Parcel, outcome: Outcome, words: Words) -> Notice:
    """What is said above it: that its slip is void or missing before anything else."""
    number = parcel.record.core.slip_number
    if parcel.in_doubt and isinstance(outcome, SlipShown | AsksIfOut):
        return Notice("")  # the question for it says it all
    if parcel.void_because:
        said = words(
            "Slip {number} is void: {reason}", number=number, reason=parcel.void_because
        )
        return Notice(said, packed_by(parcel, words), Tone.STOP)
    if failed(parcel) and parcel.job is not None:
        if isinstance(outcome, PackedBefore):
            return Notice(say(outcome, words), paper(parcel.job, words), Tone.CARE)
        said = words("Slip {number} did not come out", number=number)
        why = why_not(parcel.job.reason, words)
        return Notice(said, why or packed_by(parcel, words), Tone.CARE)
    return notice_of(outcome, words)


def failed(parcel: Parcel) -> bool:
    """Whether its slip surely did not come out, so that one has to be printed."""
    broke = parcel.job is not None and parcel.job.state is PrintState.FAILED
    return broke and not parcel.void_because


def say_paper(parcel: Parcel, words: Words) -> tuple[str, str]:
    """Where the slip is, and in which colour; empty where it is said above already."""
    if parcel.void_because or parcel.in_doubt or failed(parcel):
        return "", SOFT
    return paper(parcel.job, words), WARN if parcel.job is None else SOFT


def named(line: PackedLine, words: Words) -> str:
    return "".join(run.text for run in told(line, words))


def told(line: PackedLine, words: Words) -> tuple[Run, ...]:
    name = f"{line.name}, {line.variant}" if line.variant else line.name
    facts = "".join(f" · {fact}" for fact in packed_facts(line, words))
    return Run(name, BIG_TEXT, folds=True), Run(facts, TEXT, SOFT)
