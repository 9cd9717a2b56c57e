"""Where notes are drafted, beside the scans; and what is kept of one that was written."""

from collections.abc import Callable
from datetime import datetime

from packstation.domain.bench import Bench, Packing
from packstation.domain.handwritten import Chosen
from packstation.domain.note_pools import Pools, Tone
from packstation.domain.note_sheet import NoteSheet, lay_out, note_of, same_language
from packstation.domain.notes import Asked, three_drafts
from packstation.domain.notes_past import Written
from packstation.domain.scans import Reply
from packstation.domain.shop import Shop
from packstation.domain.talking_points import points_for
from packstation.domain.touches import TalkingPoint, TouchKind
from packstation.station.here import Here
from packstation.store.work import Work
from packstation.words.last_note import first_words


class NoteDesk:
    """Reads the phrases when they are first needed: never while a scan waits."""

    def __init__(
        self, open_reading: Callable[[], Work], shop: Shop, load: Callable[[], Pools]
    ) -> None:
        self._open_reading = open_reading
        self._shop = shop
        self._load = load
        self._pools: Pools | None = None

    def warm(self) -> None:
        if self._pools is None:
            self._pools = self._load()

    def in_short(self, note: Written, language: str) -> str:
        """What ``note`` told, in ``language``; empty while the phrases are not read yet."""
        return "" if self._pools is None else first_words(note, self._pools, language)

    def sheet(
        self, bench: Bench, order_id: int, another: int, now: datetime
    ) -> NoteSheet | None:
        """The drafts for the order on ``bench``; None if it is another one by now."""
        if not isinstance(bench, Packing) or bench.order.id != order_id:
            return None
        self.warm()
        return None if self._pools is None else self._drafted(bench, self._pools, another, now)

    def _drafted(self, bench: Packing, pools: Pools, another: int, now: datetime) -> NoteSheet:
        order, packer, here = bench.order, bench.packer, now.astimezone(self._shop.zone)
        with self._open_reading() as work:
            scene = work.scene(order, bench.card, here)
            # A plan may be older than what is known of who opens the parcel.
            points = _points_of(bench) if scene.for_buyer else ()
            points = points or points_for(None, scene)
            asked = Asked(
                past=work.notes.past(order.id, packer.id, here.date()),
                pools=pools,
                tone=Tone(self._shop.tone),
                gloss=packer.language,
                own=work.notes.own_phrases(packer.id),
                another=another,
            )
            ahead = work.notes.of_order(order.id) is not None
        sheet = NoteSheet(
            order_id=order.id,
            language=order.language,
            points=points,
            another=another,
            for_buyer=scene.for_buyer,
            foreign=not same_language(order.language, packer.language),
            ahead=ahead,
        )
        return lay_out(sheet, three_drafts(scene, points, asked))


def written_now(
    key: str, reply: Reply, chosen: Chosen | None, at: datetime, here: Here
) -> Written | None:
    """What is to be kept of the note that now goes in; None if nothing is, or all is kept."""
    bench = here.bench
    kinds = {touch.key: touch.kind for touch in here.work.settings.touches()}
    is_note = kinds.get(key) is TouchKind.NOTE and reply is Reply.GIVEN
    if not isinstance(bench, Packing) or not is_note:
        return None
    order_id, today = bench.order.id, at.astimezone(here.shop.zone).date()
    whose = here.work.notes.whose(order_id, bench.packer.id)
    if chosen is not None and chosen.order_id == order_id:
        return Written(
            order_id=order_id,
            whose=whose,
            on=today,
            language=chosen.language,
            opening=chosen.opening,
            points=(chosen.point,),
            told=chosen.told,
            closing=chosen.closing,
        )
    before = bench.answers.get(key)
    if before is not None and before.written is not None:
        return before.written  # ticked once more: it is still the same card
    if here.work.notes.of_order(order_id) is not None:
        return None  # written ahead, and kept then
    return Written(order_id=order_id, whose=whose, on=today, language=bench.order.language)


def _points_of(bench: Packing) -> tuple[TalkingPoint, ...]:
    note = note_of(bench.plan or ())
    return () if note is None else note.points
