"""What the parcel screen says of a line, and of where the paper is."""

from packstation.domain.records import PackedLine, Parcel, PrintState
from packstation.ui.lettering import Run
from packstation.ui.look import BIG_TEXT, SOFT, STOP, TEXT, WARN
from packstation.words.line_phrases import packed_facts
from packstation.words.printing import paper
from packstation.words.words import Words


def say_paper(parcel: Parcel, words: Words) -> tuple[str, str]:
    """Where the slip is, and in which colour to say it."""
    if parcel.void_because:
        return words("VOID: {reason}", reason=parcel.void_because), STOP
    fine = parcel.job is not None and parcel.job.state in {PrintState.SENT, PrintState.QUEUED}
    return paper(parcel.job, words), SOFT if fine else WARN


def named(line: PackedLine, words: Words) -> str:
    return "".join(run.text for run in told(line, words))


def told(line: PackedLine, words: Words) -> tuple[Run, ...]:
    name = f"{line.name}, {line.variant}" if line.variant else line.name
    facts = "".join(f" · {fact}" for fact in packed_facts(line, words))
    return Run(name, BIG_TEXT), Run(facts, TEXT, SOFT)
