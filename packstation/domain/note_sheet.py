"""What lies before somebody who writes a note: facts first, then drafts to copy or to leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from packstation.domain.drafts import Draft, Drafts, Short
from packstation.domain.handwritten import Chosen
from packstation.domain.known import Buyer, Recipient
from packstation.domain.notes_past import told_of
from packstation.domain.touches import Suggestion, TalkingPoint, TouchKind

AnyDraft = Draft[Buyer] | Draft[Recipient]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSheet:
    """The drafts of one order's note, in the order in which they are offered."""

    order_id: int
    language: str
    """The note's own."""
    points: tuple[TalkingPoint, ...] = ()
    drafts: tuple[AnyDraft, ...] = ()
    short: Short | None = None
    another: int = 0
    """How often other drafts were asked for."""
    for_buyer: bool = True
    """Who ordered opens the parcel too, for all we know."""
    foreign: bool = False
    """The one who writes does not speak the note's language."""
    ahead: bool = False
    """Its card is written already."""


def lay_out(sheet: NoteSheet, found: Drafts[Buyer] | Drafts[Recipient]) -> NoteSheet:
    """``sheet`` with its drafts: who does not write the language gets the shortest first."""
    drafts: Sequence[AnyDraft] = found.drafts
    if sheet.foreign:
        drafts = sorted(drafts, key=lambda draft: draft.words)
    return replace(sheet, drafts=tuple(drafts), short=found.short)


def note_of(suggestions: Iterable[Suggestion]) -> Suggestion | None:
    """The first that is a note to write."""
    return next((it for it in suggestions if it.touch.kind is TouchKind.NOTE), None)


def same_language(one: str, other: str) -> bool:
    """Whether who reads ``one`` writes ``other``: regions make no difference."""
    return _spoken(one) == _spoken(other)


def chosen(draft: AnyDraft) -> Chosen:
    """``draft``, as the bench is told that it was copied."""
    told = told_of(draft.fact.key, draft.fact.about)
    return Chosen(
        order_id=draft.order_id,
        language=draft.language,
        opening=draft.opening,
        point=draft.point,
        closing=draft.closing,
        told=(told,) if told else (),
    )


def _spoken(language: str) -> str:
    return language.partition("-")[0].partition("_")[0].lower()
