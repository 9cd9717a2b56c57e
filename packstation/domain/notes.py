"""Three short drafts for the note of one order, for the eyes of whoever opens its parcel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from packstation.domain.drafts import Draft, Drafting, Drafts, Short
from packstation.domain.known import (
    Buyer,
    Known,
    Recipient,
    known_to_buyer,
    known_to_recipient,
)
from packstation.domain.note_pools import Parts, Phrase, Pool, Pools, Tone
from packstation.domain.notes_past import NotesPast, Written
from packstation.domain.orders import Order
from packstation.domain.own_phrases import OwnPhrase, Place
from packstation.domain.scene import Scene
from packstation.domain.talking_points import GIFT_SAFE
from packstation.domain.touches import TalkingPoint

ForBuyer = Draft[Buyer]
ForRecipient = Draft[Recipient]
"""What somebody may read who did not order: made of ``Known[Recipient]`` and nothing else."""
_Reader = TypeVar("_Reader", bound=Recipient)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What drafts depend on besides the order: the shop, the packer, what was written."""

    past: NotesPast
    pools: Pools
    tone: Tone = Tone.TU
    gloss: str = "es"
    """The packer's language."""
    own: tuple[OwnPhrase, ...] = ()
    another: int = 0
    """How often other drafts were asked for."""


def three_drafts(
    scene: Scene, points: Sequence[TalkingPoint], asked: Asked
) -> Drafts[Buyer] | Drafts[Recipient]:
    """Drafts about ``points``; none of them is told where somebody else may open the parcel."""
    if not scene.for_buyer:
        return drafts_for_recipient(scene.order, _for_anyone(), asked)
    return drafts_for_buyer(scene.order, _called(scene), _for_buyer(points), asked)


def same_draft(
    scene: Scene, points: Sequence[TalkingPoint], note: Written, asked: Asked
) -> ForBuyer | ForRecipient | None:
    """The draft ``note`` was made of, for today's eyes; None when it does not fit any more."""
    pool = asked.pools.find(scene.order.language, asked.tone)
    if pool is None or pool.language != note.language:
        return None
    if not scene.for_buyer:
        reading = _drafting(scene.order, pool, pool.for_recipient, asked)
        return reading.once_more(_for_anyone(), note)
    parts = _with_own(pool.for_buyer, pool.language, asked)
    drafting = _drafting(scene.order, pool, parts, asked, _called(scene))
    return drafting.once_more(_for_buyer(points), note)


def _for_anyone() -> list[Known[Recipient]]:
    wish = known_to_recipient(TalkingPoint(GIFT_SAFE))
    return [] if wish is None else [wish]


def _for_buyer(points: Sequence[TalkingPoint]) -> list[Known[Buyer]]:
    return [fact for fact in map(known_to_buyer, points) if fact is not None]


def _called(scene: Scene) -> Known[Buyer]:
    return Known("called", "" if scene.card is None else scene.card.called)


def drafts_for_buyer(
    order: Order, called: Known[Buyer], facts: Sequence[Known[Buyer]], asked: Asked
) -> Drafts[Buyer]:
    """``called`` is how the buyer is greeted; nobody is, where its ``about`` is no name."""
    pool = asked.pools.find(order.language, asked.tone)
    if pool is None:
        return Drafts(short=Short.LANGUAGE)
    parts = _with_own(pool.for_buyer, pool.language, asked)
    return _drafting(order, pool, parts, asked, called).drafts(facts)


def drafts_for_recipient(
    order: Order, facts: Sequence[Known[Recipient]], asked: Asked
) -> Drafts[Recipient]:
    """Greets nobody by name, and takes no phrase that only the buyer would understand."""
    pool = asked.pools.find(order.language, asked.tone)
    if pool is None:
        return Drafts(short=Short.LANGUAGE)
    return _drafting(order, pool, pool.for_recipient, asked).drafts(facts)


def _drafting(
    order: Order,
    pool: Pool,
    parts: Parts[_Reader],
    asked: Asked,
    called: Known[_Reader] | None = None,
) -> Drafting[_Reader]:
    return Drafting(
        order_id=order.id,
        pool=pool,
        parts=parts,
        gloss=asked.pools.find(asked.gloss, asked.tone) or asked.pools.find("en"),
        called=called,
        past=asked.past,
        another=asked.another,
    )


def _with_own(parts: Parts[Buyer], language: str, asked: Asked) -> Parts[Buyer]:
    """``parts``, joined by what this packer wrote in this language."""
    writer = asked.past.whose.packer_id
    own = [it for it in asked.own if (it.packer_id, it.language) == (writer, language)]
    wordings = dict(parts.wordings)
    for key in {it.key for it in own if it.place is Place.POINT}:
        said = [it for it in own if it.place is Place.POINT and it.key == key]
        wordings[key] = (*wordings.get(key, ()), *map(_phrase, said))
    return replace(
        parts,
        openings=(*parts.openings, *_at(Place.OPENING, own)),
        wordings=wordings,
        closings=(*parts.closings, *_at(Place.CLOSING, own)),
    )


def _at(place: Place, own: Sequence[OwnPhrase]) -> tuple[Phrase[Buyer], ...]:
    return tuple(_phrase(it) for it in own if it.place is place)


def _phrase(own: OwnPhrase) -> Phrase[Buyer]:
    return Phrase(own.phrase_id, own.text)
