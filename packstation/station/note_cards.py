"""What the code of a note's card means at a bench: whose card it is, and whether it fits."""

from datetime import datetime

from packstation.domain import events as ev
from packstation.domain.bench import Free, Packing
from packstation.domain.codes import read_note_body
from packstation.domain.giving import Giving
from packstation.domain.handwritten import Chosen
from packstation.domain.note_cards import NoteCard
from packstation.domain.note_sheet import note_of
from packstation.domain.plans import plan
from packstation.domain.scans import Reply
from packstation.domain.scene import Scene
from packstation.domain.talking_points import points_for
from packstation.domain.touches import Suggestion
from packstation.station.here import Here, order_event
from packstation.station.note_desk import written_now
from packstation.store.work import Work


def card_event(body: str, at: datetime, here: Here) -> ev.Event | None:
    """None for a card of which nobody here knows anything."""
    read, bench = read_note_body(body), here.bench
    number = None if read is None else here.work.orders.number(read[0])
    if read is None or number is None:
        return None
    order_id, turn = read
    card = here.work.note_cards.of_order(order_id)
    if card is not None and card.turn != turn:
        return ev.CardRefused(number, past_use=True)
    if isinstance(bench, Free):
        # As the order's own sheet would: what is in the box is only counted with it open.
        return order_event(order_id, at, here)
    if not isinstance(bench, Packing) or bench.order.id != order_id:
        return ev.CardRefused(number, past_use=False)
    if card is None or not _still_fits(card, bench, at, here):
        return ev.CardRefused(number, past_use=True)
    return _given(card, bench, at, here)


def note_for(scene: Scene, giving: Giving, work: Work) -> Suggestion | None:
    """The note that the shop's rules suggest, if they do."""
    made = plan(work.settings.ruleset(), work.settings.touches(), scene, giving)
    return note_of(made.suggestions)


def _still_fits(card: NoteCard, bench: Packing, at: datetime, here: Here) -> bool:
    seen = Scene(order=bench.order, card=bench.card, now=at)
    if not seen.for_buyer:
        # Who opens it may have been told since: the order's revision says nothing of that.
        return card.fits(points_for(None, seen))
    if card.revision == bench.order.revision:
        return True
    suggested = note_of(bench.plan or ())
    if bench.plan is None:
        scene = here.work.scene(bench.order, bench.card, at.astimezone(here.shop.zone))
        suggested = note_for(scene, here.shop.giving, here.work)
    return suggested is not None and card.fits(suggested.points)


def _given(card: NoteCard, bench: Packing, at: datetime, here: Here) -> ev.Event:
    """The touch of the plan that is a note, which this card answers."""
    suggested = note_of(bench.plan or ())
    key = card.touch if suggested is None else suggested.touch.key
    touches = here.work.settings.touches()
    name = next((it.name(here.shop.language) for it in touches if it.key == key), key)
    chosen = None
    if here.work.notes.of_order(bench.order.id) is None:
        chosen = Chosen(
            order_id=bench.order.id,
            language=card.note.language,
            opening=card.note.opening,
            point=next(iter(card.note.points), ""),
            closing=card.note.closing,
            told=card.note.told,
        )
    written = written_now(key, Reply.GIVEN, chosen, at, here)
    return ev.TouchScanned(key, name, Reply.GIVEN, at, written)
