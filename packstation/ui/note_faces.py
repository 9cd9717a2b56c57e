"""How a note looks before it is written: its facts, one draft to copy, or one's own words."""

from dataclasses import dataclass
from typing import Final, Self

from PySide6.QtCore import QRectF

from packstation.domain.bench import Packing
from packstation.domain.note_sheet import AnyDraft, NoteSheet, note_of
from packstation.ui.draft_card import ALL, Said
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE_RIGHT, Run, height_of
from packstation.ui.look import INK, LEAD, NOTE, NOTE_EDGE, SMALL, SOFT, TEXT, Type
from packstation.ui.panel import GAP, PAD
from packstation.words.because import point
from packstation.words.card_phrases import language, said_before
from packstation.words.words import Words

COPIED: Final = (44, 40, 36, 33, 30, 27)
"""Sizes in which the chosen draft stands alone: the largest that fits."""
BENEATH: Final = Type(20, leading=1.35)
FACT: Final = Type(30, leading=1.4)
_ABOVE: Final = 7.0
MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAsked:
    """The note of the order on the bench, as far as it is known before any draft."""

    order_id: int
    key: str
    """Of the touch."""
    code: str
    """On its card stock."""
    name: str
    """Of the touch, in words."""
    called: str = ""
    said_before: str = ""
    facts: tuple[str, ...] = ()

    @classmethod
    def on(cls, bench: Packing, words: Words) -> Self | None:
        """None when no note waits to be written."""
        note, card = note_of(bench.open_touches), bench.card
        if note is None:
            return None
        called = card.called if card is not None and card.called else bench.order.customer_name
        return cls(
            order_id=bench.order.id,
            key=note.touch.key,
            code=note.touch.code,
            name=note.touch.name(words.language),
            called=called,
            said_before="" if card is None else said_before(card, words),
            facts=tuple(filter(None, (point(it, words) for it in note.points))),
        )


def title(asked: NoteAsked, sheet: NoteSheet | None, words: Words) -> str:
    for_buyer = sheet is None or sheet.for_buyer
    named = words("{note} for {name}", note=asked.name, name=asked.called)
    if not for_buyer:
        named = words("{note} for whoever opens it", note=asked.name)
    elif not asked.called:
        named = asked.name
    if sheet is None or not sheet.foreign:
        return named
    return f"{named} · {language(sheet.language, words)}"


def said(draft: AnyDraft, words: Words) -> Said:
    return Said(draft.text, draft.gloss, words.n("{n} word", "{n} words", draft.words))


def told_height(room: QRectF, facts: tuple[str, ...], remark: str) -> float:
    """How high the facts are, with the remark under them."""
    wide, runs = room.width() - 2 * GAP, _told(facts, remark)
    return height_of(runs, wide, MOST_LINES) + 2 * _ABOVE if runs else 0.0


def paint_told(ink: Ink, room: QRectF, facts: tuple[str, ...], remark: str) -> None:
    high = told_height(room, facts, remark)
    if not high:
        return
    box = QRectF(room.left(), room.top(), room.width(), high)
    ink.dashed(box, NOTE, NOTE_EDGE)
    line = box.adjusted(GAP, _ABOVE, -GAP, 0)
    ink.write(line, *_told(facts, remark), lines=MOST_LINES)


def paint_own(ink: Ink, room: QRectF, facts: tuple[str, ...], remarks: tuple[str, ...]) -> None:
    """The facts alone, as large as one reads them with a pen in hand."""
    room = room.adjusted(PAD, 8, -PAD, 0)
    for fact in facts:
        room.setTop(ink.write(room, Run(f"· {fact}", FACT), lines=2).bottom())
    room.setTop(room.top() + 14)
    for text in remarks:
        room.setTop(ink.write(room, Run(text, BENEATH, SOFT), lines=3).bottom() + 6)


def paint_copied(ink: Ink, room: QRectF, draft: Said, foot: QRectF) -> None:
    """``draft`` as large as there is room; how many words it has stands in ``foot``."""
    room = room.adjusted(PAD, 0, -PAD, -8)
    gloss = Run(draft.gloss, BENEATH, SOFT)
    below = height_of((gloss,), room.width(), ALL) + 22 if draft.gloss else 0.0
    text = _largest(draft.text, room.width(), room.height() - below)
    end = ink.write(room, text, lines=ALL).bottom()
    if draft.gloss:
        ink.rule(room.left(), room.right(), end + 12)
        box = QRectF(room.left(), end + 22, room.width(), below)
        ink.write(box, gloss, lines=ALL)
    ink.write(foot, Run(draft.count, LEAD, SOFT), align=MIDDLE_RIGHT)


def _told(facts: tuple[str, ...], remark: str) -> tuple[Run, ...]:
    told = "    ".join(f"· {fact}" for fact in facts)
    beside = Run(f"     {remark}" if told and remark else remark, SMALL, SOFT)
    return tuple(run for run in (Run(told, TEXT), beside) if run.text)


def _largest(text: str, wide: float, high: float) -> Run:
    sizes = (Run(text, Type(size, leading=1.42), INK) for size in COPIED)
    fitting = (run for run in sizes if height_of((run,), wide, ALL) <= high)
    return next(fitting, Run(text, Type(COPIED[-1], leading=1.3), INK))
