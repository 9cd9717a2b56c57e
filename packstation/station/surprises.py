"""What a packer may add to a parcel by a decision of one's own, and what is left for it."""

from collections.abc import Callable
from datetime import datetime

from packstation.domain import events as ev
from packstation.domain.bench import Packing
from packstation.domain.giving import Left
from packstation.domain.scans import Reply
from packstation.domain.shop import Shop
from packstation.domain.surprises import Offered, left, offers
from packstation.station.here import Here
from packstation.station.note_desk import written_now
from packstation.store.work import Work


class Surprises:
    """Reads only."""

    def __init__(self, open_reading: Callable[[], Work], shop: Shop) -> None:
        self._open_reading = open_reading
        self._shop = shop

    def offered(self, bench: Packing, now: datetime) -> Offered:
        with self._open_reading() as work:
            return _offered(bench, now, self._shop, work)


def surprise_event(key: str, at: datetime, here: Here) -> ev.Event:
    """The touch called ``key`` as this packer's surprise, and why it may not be one."""
    shelf = here.work.settings.touches()
    touch = next((it for it in shelf if it.key == key), None)
    if touch is None:
        return ev.UnknownScanned(key)
    name = touch.name(here.shop.language)
    if not isinstance(here.bench, Packing):
        return ev.SurpriseGiven(touch, None, Left(0, 0), name, at)
    found = _offered(here.bench, at, here.shop, here.work)
    why = next((it.why for it in found.offers if it.touch.key == key), None)
    written = None if why else written_now(key, Reply.GIVEN, None, at, here)
    return ev.SurpriseGiven(touch, why, found.left, name, at, written)


def _offered(bench: Packing, now: datetime, shop: Shop, work: Work) -> Offered:
    here, shelf = now.astimezone(shop.zone), work.settings.touches()
    kept = {it.key: it for it in shelf}
    month = here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    given = work.surprises.since(month, bench.packer.id)
    rest = left(shop.giving, (kept[key] for key in given if key in kept), bench)
    scene = work.scene(bench.order, bench.card, here)
    return Offered(bench.order.id, rest, offers(shelf, scene, bench, (shop.giving, rest)))
