"""Counting pieces: by scan, by case, by a typed number, by hand, with serial number or lot."""

from dataclasses import replace

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Asking, Packing, Trace
from packstation.domain.likeness import most_like
from packstation.domain.orders import Detail, Policy

Counted = tuple[Packing, out.Outcome]


def check(bench: Packing, scanned: ev.PieceScanned) -> Counted:
    """Count the piece if it belongs, or say why it does not."""
    if bench.asking is not None:
        return _told_by(bench, bench.asking, scanned)
    found = scanned.found
    places = bench.lines_of(found.product)
    if not places:
        return wrong(bench, found)
    position = next((n for n in places if bench.left(n) > 0), places[0])
    line = bench.line_at(position)
    if found.units > 1 and Detail.SERIAL in line.product.asks:
        return bench, out.ScanIt(line)
    if not bench.spread(position, found.units):
        extra = bench.extra + found.units
        return replace(_aside(bench, found.units), extra=extra), out.OneTooMany(line)
    return _begin(bench, Asking(position, found.units, scanned.details))


def wrong(bench: Packing, found: ev.Found) -> Counted:
    position = most_like(found.product, bench)
    wanted = None if position is None else bench.line_at(position)
    left = 0 if position is None else bench.left(position)
    return _aside(bench, found.units), out.WrongPiece(found.product, wanted, left)


def _aside(bench: Packing, units: int) -> Packing:
    return replace(bench, aside=bench.aside + units, asked=None, last=None)


def ask(bench: Packing, asking: Asking) -> Counted:
    """Ask for what is still untold of the piece; count it when all is told."""
    line = bench.line_at(asking.position)
    detail = asking.wants(line)
    return _count(bench, asking) if detail is None else (bench, out.AsksDetail(line, detail))


def take_detail(bench: Packing, value: str) -> Counted:
    """The answer to what the bench asked."""
    asking = bench.asking
    if asking is None:
        return bench, out.UnknownCode(value)
    detail = asking.wants(bench.line_at(asking.position))
    if detail is None or not value:
        return ask(bench, asking)
    return _tell(bench, asking, ((detail, value),))


def type_count(bench: Packing, count: int) -> Counted:
    """``count`` pieces of what was scanned last, that one included."""
    if bench.asking is not None:
        return ask(bench, bench.asking)
    if bench.last is None:
        return bench, out.NothingToCount()
    position, units = bench.last
    line = bench.line_at(position)
    if Detail.SERIAL in line.product.asks:
        return bench, out.ScanIt(line)
    more = units * (count - 1)
    if more == 0:
        return bench, _said(bench, position)
    if not bench.spread(position, more):
        left = sum(map(bench.left, bench.lines_of(line.product)))
        return bench, out.CountRefused(line, count, left)
    # They lie beside the one just scanned: the same batch, the same lot.
    given = bench.traces[-1].values if line.product.asks else ()
    return _count(bench, Asking(position, more, given, by_hand=True))


def count_by_hand(bench: Packing, position: int) -> Counted:
    """One piece without a scan, where its product allows that."""
    if bench.asking is not None:
        return ask(bench, bench.asking)
    if not 0 <= position < len(bench.counts):
        return bench, out.NothingToCount()
    line, swaps = bench.line_at(position), bench.swaps.get(position)
    scanned = bench.counts[position] > (swaps[-1].after if swaps else 0)
    policy = line.product.policy
    if not (policy is Policy.BY_HAND or (policy is Policy.FIRST and scanned)):
        return bench, out.ScanIt(line)
    if bench.left(position) < 1:
        return bench, out.OneTooMany(line)
    return _begin(bench, Asking(position, 1, by_hand=True))


def _begin(bench: Packing, asking: Asking) -> Counted:
    """Count the piece at once, or ask first for what its product wants told."""
    line = bench.line_at(asking.position)
    serial = dict(asking.given).get(Detail.SERIAL)
    if serial is not None and _has_serial(bench, line.product.sku, serial):
        return bench, out.ReadTwice(serial)
    if asking.wants(line) is None:
        return _count(bench, asking)
    return ask(bench.then(doing=line.product.full_name, asking=asking), asking)


def _told_by(bench: Packing, asking: Asking, scanned: ev.PieceScanned) -> Counted:
    """A second code on the same piece may hold what the first did not; others must wait."""
    told = dict(asking.given)
    more = tuple((detail, value) for detail, value in scanned.details if detail not in told)
    if scanned.found.product.id == bench.product_at(asking.position).id:
        return _tell(bench, asking, more)
    return ask(bench, asking)


def _tell(bench: Packing, asking: Asking, more: tuple[tuple[Detail, str], ...]) -> Counted:
    """A serial number stands for one piece only."""
    serial = dict(more).get(Detail.SERIAL)
    sku = bench.product_at(asking.position).sku
    if serial is not None and _has_serial(bench, sku, serial):
        return bench, out.ReadTwice(serial)
    told = replace(asking, given=(*asking.given, *more))
    return ask(replace(bench, asking=told), told)


def _count(bench: Packing, asking: Asking) -> Counted:
    counts, traces, by_hand = list(bench.counts), list(bench.traces), set(bench.by_hand)
    position = asking.position
    for position, units in bench.spread(asking.position, asking.units).items():
        counts[position] += units
        if asking.given:
            sku = bench.product_at(position).sku if position in bench.swaps else ""
            traces.append(Trace(position, units, asking.given, sku))
        if asking.by_hand:
            by_hand.add(position)
    counted = bench.then(
        doing=bench.product_at(position).full_name,
        counts=tuple(counts),
        traces=tuple(traces),
        by_hand=frozenset(by_hand),
        asking=None,
        last=None if asking.by_hand else (position, asking.units),
    )
    return counted, _said(counted, position)


def _said(bench: Packing, position: int) -> out.Outcome:
    line = bench.line_at(position)
    if bench.complete:
        return out.AllDone(line)
    if bench.left(position) == 0:
        return out.LineDone(line)
    return out.PieceOk(line, bench.left(position))


def _has_serial(bench: Packing, sku: str, value: str) -> bool:
    return any(
        (Detail.SERIAL, value) in trace.values
        for trace in bench.traces
        if sku == (trace.sku or bench.order.lines[trace.position].product.sku)
    )
