"""How a tone looks: its colours and its mark, the same wherever something is said."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from packstation.domain.bench import Away, Packing, Unattended
from packstation.domain.outcomes import Outcome
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    BIG_TEXT,
    BOLD,
    CARD,
    INK,
    LINE,
    OK,
    OK_EDGE,
    OK_SOFT,
    SOFT,
    STOP,
    STOP_SOFT,
    WARN,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
    Type,
)
from packstation.words.card_phrases import counted
from packstation.words.phrases import Tone, hint, say, tone
from packstation.words.words import Words

SENTENCE = Type(22, BOLD, leading=1.2)
MARK = 34.0
PAD = 16.0

Mark = Callable[[Ink, QRectF, str], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a tone is painted."""

    fill: str
    edge: str
    ink: str
    strong: str
    """Its mark and headline."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for whoever stands at the bench, and what to do now."""

    sentence: str
    advice: str = ""
    tone: Tone = Tone.QUIET


def notice_of(outcome: Outcome, words: Words) -> Notice:
    return Notice(say(outcome, words), hint(outcome, words), tone(outcome))


@lru_cache
def manner(of: Tone) -> Manner:
    match of:
        case Tone.QUIET:
            return Manner(CARD, LINE, SOFT, INK, marks.dot)
        case Tone.NEXT:
            return Manner(ACT_SOFT, ACT_SOFT, SOFT, ACT, marks.arrow)
        case Tone.GOOD | Tone.DONE:
            return Manner(OK_SOFT, OK_EDGE, INK, OK, marks.tick)
        case Tone.CARE:
            return Manner(WARN_SOFT, WARN_EDGE, WARN_INK, WARN, marks.care)
        case Tone.STOP:
            return Manner(STOP_SOFT, STOP, STOP, STOP, marks.cross)


def notice_height(notice: Notice, width: float) -> float:
    sentence, advice = _heights(notice, width)
    return sentence + advice + 2 * PAD - 4


def paint_notice(ink: Ink, box: QRectF, notice: Notice) -> None:
    """Paint ``notice`` on a plate in ``box``; see notice_height."""
    look = manner(notice.tone)
    ink.card(box, look.fill, look.edge, radius=12)
    spot = QRectF(box.left() + PAD, box.top() + PAD - 4, MARK, MARK)
    look.mark(ink, spot, look.strong)
    room = box.adjusted(PAD + MARK + 14, PAD - 2, -PAD, 0)
    said = ink.write(room, Run(notice.sentence, SENTENCE, look.strong), lines=2)
    if notice.advice:
        room.setTop(said.bottom())
        ink.write(room, Run(notice.advice, BIG_TEXT, look.ink), lines=3)


def _heights(notice: Notice, width: float) -> tuple[float, float]:
    room = width - 2 * PAD - MARK - 14
    advice = (Run(notice.advice, BIG_TEXT),)
    return (
        height_of((Run(notice.sentence, SENTENCE),), room, 2),
        height_of(advice, room, 3) if notice.advice else 0.0,
    )


def what_waits(bench: Unattended | Away, words: Words) -> Notice:
    """What whoever signs in will find here."""
    match bench:
        case Away(packer, Packing() as packing):
            return Notice(
                words("The order of {name} waits here", name=packer.name),
                words(
                    "Order {number}, {counted}: nothing is lost.",
                    number=packing.order.number,
                    counted=counted(packing.in_box, packing.order.pieces, words),
                ),
                Tone.NEXT,
            )
        case _:
            return Notice("")
