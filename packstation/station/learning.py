"""Whether a code may be learned at this bench, and whether it was scanned once more."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from packstation.domain import events as ev
from packstation.domain.bench import Learning, Packing
from packstation.domain.codes import Whose, gtin, looks_like_gtin
from packstation.domain.orders import Detail
from packstation.domain.scans import Scan
from packstation.station.here import Here
from packstation.station.readings import Reading, readings_of

SHORTEST: Final = 4
"""A code; what is shorter is a number somebody typed fast."""
LONGEST: Final = 64
"""As long as the catalogue keeps a code."""


def learn_event(position: int | None, units: int, at: datetime, here: Here) -> ev.Event:
    return ev.LearnAsked(position, units, _allowed(here), at)


def as_learned(event: ev.Event | None, scan: Scan, here: Here) -> ev.Event | None:
    """What a scan means where a code may be learned, or waits to be scanned once more."""
    bench = here.bench
    if not isinstance(bench, Packing) or event is None:
        return event
    if isinstance(bench.unclear, Learning):
        return _once_more(event, bench, readings_of(scan.text, scan.us), scan.at)
    if isinstance(event, ev.UnknownScanned) and _allowed(here):
        readings = readings_of(scan.text, scan.us)
        return replace(event, learns=_code_of(readings, here.shop.mark))
    return event


def _allowed(here: Here) -> bool:
    return isinstance(here.bench, Packing) and here.shop.lets_learn(here.bench.packer)


def _once_more(
    event: ev.Event, bench: Packing, readings: tuple[Reading, ...], at: datetime
) -> ev.Event:
    """Badges, commands and what was misread mean what they always do."""
    known = bench.unclear
    code = _code_of(readings, "")
    same = isinstance(known, Learning) and known.code == code
    scanned = readings[0].text if readings else ""
    match event:
        case ev.UnknownScanned() if same:
            return ev.CodeLearned(code, at, _details_of(readings))
        case ev.UnknownScanned():
            return ev.LearnRefused(event.code, Whose.NOBODYS)
        case ev.PieceScanned(found=found) if not (same and _wants(bench, found)):
            return ev.LearnRefused(scanned, Whose.PRODUCTS, found.product.name)
        case ev.SharedScanned(found=found):
            return ev.LearnRefused(scanned, Whose.PRODUCTS, found[0].product.name)
        case ev.SeveralFound() | ev.OtherOrderScanned() | ev.SlipScanned():
            return ev.LearnRefused(scanned, Whose.ORDERS)
        case ev.TouchScanned() | ev.CardRefused():
            return ev.LearnRefused(scanned, Whose.OURS)
        case _:
            return event


def _wants(bench: Packing, found: ev.Found) -> bool:
    """Whether it is what somebody is about to say: another bench has learned it meanwhile."""
    known = bench.unclear
    position = known.position if isinstance(known, Learning) else 0
    return bench.product_at(position).id == found.product.id


def _code_of(readings: tuple[Reading, ...], mark: str) -> str:
    """The code as the catalogue keeps it; empty for what can be no product's own.

    That is a link, which a brand prints on all its goods, and what looks like a code of ours.
    """
    for reading in readings:
        number = reading.gs1.gtin if reading.gs1 is not None else gtin(reading.folded)
        if number is not None:
            return number
    texts = [it.folded for it in readings]
    code = texts[0] if texts else ""
    fits = SHORTEST <= len(code) <= LONGEST and code.isprintable() and "://" not in code
    ours = bool(mark) and any(it.upper().startswith(mark) for it in texts)
    return code if fits and not ours and not any(map(looks_like_gtin, texts)) else ""


def _details_of(readings: tuple[Reading, ...]) -> tuple[tuple[Detail, str], ...]:
    return next((it.gs1.details for it in readings if it.gs1 is not None), ())
