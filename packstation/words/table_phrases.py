"""What the note table says: how much is left, whose note it is, what has to go."""

from collections.abc import Sequence
from datetime import datetime

from packstation.domain.note_cards import CardState, NoteAhead, OffTable, SheetOut
from packstation.words.because import point
from packstation.words.card_phrases import language
from packstation.words.cut_off import before
from packstation.words.printing import why_not
from packstation.words.words import Words


def on_the_table(notes: Sequence[NoteAhead], words: Words, *, looking: bool) -> str:
    """How many have to go, how many there are to write, and how many lie there written."""
    left = sum(it.off is None and it.state is CardState.OFFERED for it in notes)
    done = sum(it.off is None and it.state is CardState.WRITTEN for it in notes)
    off = sum(it.off is not None for it in notes)
    told = [words.n("{n} card to put away", "{n} cards to put away", off)] if off else []
    if left:
        told.append(words.n("{n} note to write", "{n} notes to write", left))
    if done:
        told.append(words.n("{n} written", "{n} written", done))
    if looking:
        told.append(words("still looking through the orders…"))
    if told:
        return " · ".join(told)
    return words("No order that waits wants a note. Nothing to write: enjoy the quiet.")


def facts_of(note: NoteAhead, words: Words) -> tuple[str, ...]:
    return tuple(filter(None, (point(it, words) for it in note.points)))


def whose(note: NoteAhead, now: datetime | None, words: Words) -> str:
    """Its order, by when that leaves, its language, and who will read it.

    ``now`` is in the shop's zone.
    """
    told = [words("Order {number}", number=note.number)]
    if note.leaves_at is not None and now is not None:
        told.append(before(note.leaves_at.astimezone(now.tzinfo), now, words))
    told.append(language(note.language, words))
    if not note.for_buyer:
        told.append(words("somebody else may open it"))
    return " · ".join(told)


def take_off(note: NoteAhead, words: Words) -> str:
    """Which card has to go off the table, and why."""
    name = f"{note.number} ({note.called})" if note.called else note.number
    match note.off:
        case OffTable.CANCELLED:
            return words("Order {name} was cancelled: take its card off the table.", name=name)
        case OffTable.HELD:
            return words("Order {name} is on hold: put its card aside with it.", name=name)
        case _:
            return words(
                "Order {name} has changed, its note does not fit any more: "
                "take its card off the table.",
                name=name,
            )


def sheet_out(news: SheetOut, words: Words) -> str:
    """Where the sheet is, or why it did not come out."""
    if news.trouble:
        reason = why_not(news.trouble, words)
        return words("The sheet did not come out. {reason}", reason=reason).rstrip()
    if news.where.endswith(".pdf"):
        return words("The sheet is in the folder: {file}", file=news.where)
    return words("The sheet went to the printer.")
