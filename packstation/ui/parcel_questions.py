"""What is asked of a packed parcel: why open it again, why print its slip again."""

from packstation.domain.printing import Again
from packstation.domain.records import Parcel, PrintState
from packstation.domain.scans import Reopen, Reprint
from packstation.ui.ask_panel import Question
from packstation.words.printing import why_again
from packstation.words.words import Words


def reopen_question(parcel: Parcel, words: Words) -> Question:
    slip = parcel.record.core.slip_number
    return Question(
        title=words("Open the parcel again"),
        advice=words("Slip {number} will be void, and a new one printed.", number=slip),
        field=words("Why, in a few words"),
        send=words("Open it"),
        wish=lambda why: Reopen(slip, why),
    )


def may_print_again(parcel: Parcel) -> bool:
    """Whether its slip came out, as far as anybody knows, or surely did not."""
    waits = {PrintState.QUEUED, PrintState.UNKNOWN}
    return not parcel.void_because and (parcel.job is None or parcel.job.state not in waits)


def reprint_question(parcel: Parcel, words: Words) -> Question:
    slip = parcel.record.core.slip_number
    told = {reason: why_again(reason, words) for reason in Again}
    usual = {text[:1].upper() + text[1:]: reason for reason, text in told.items()}
    return Question(
        title=words("Print slip {number} again", number=slip),
        advice=_advice(parcel, words),
        field=words("Or in a few words"),
        send=words("Print it"),
        wish=lambda why: Reprint(slip, usual.get(why, why)),
        choices=tuple(usual),
        by_number=True,
    )


def _advice(parcel: Parcel, words: Words) -> str:
    if parcel.job is None or parcel.job.state is PrintState.FAILED:
        return words("Why? No paper came of it so far: it prints as it is.")
    return words("Why? The new one is marked as a copy.")
