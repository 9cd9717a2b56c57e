"""What becomes of a note while its parcel is packed: written, thought better of, undone."""

from typing import NamedTuple

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Packing
from packstation.domain.entries import Entry, NoteTakenBack, NoteWritten, PhraseKept
from packstation.domain.notes_past import Written
from packstation.domain.own_phrases import refusal_of
from packstation.domain.scans import Reply


class _NoCard(NamedTuple):
    written: Written | None = None
    instead: Written | None = None


def entries_between(before: Packing, after: Packing) -> tuple[Entry, ...]:
    """What must be written of the note when ``before`` turns into ``after``.

    A card that was written before the order came to the bench is in neither of them: it
    stays, whatever is ticked and undone here; and is back when another took its place.
    """
    was, now = _card(before), _card(after)
    if was.written == now.written:
        return ()
    stays = was.instead if now.written is None else now.written
    return (NoteTakenBack(before.order.id),) if stays is None else (NoteWritten(stays),)


def keep_phrase(given: ev.PhraseGiven) -> tuple[out.Outcome, tuple[Entry, ...]]:
    """A packer's own phrase, kept or refused kindly."""
    refusal = refusal_of(given.phrase)
    if refusal is not None:
        return out.PhraseRefused(refusal, given.phrase.place), ()
    return out.PhraseJoins(given.phrase.place), (PhraseKept(given.phrase),)


def _card(bench: Packing) -> Answer | _NoCard:
    given = (answer for answer in bench.answers.values() if answer.reply is Reply.GIVEN)
    return next((answer for answer in given if answer.written is not None), _NoCard())
