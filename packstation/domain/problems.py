"""When a parcel cannot go as ordered: short, replaced, changed by the shop, opened again."""

from collections import Counter
from dataclasses import fields, replace

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import (
    Answer,
    Asking,
    Free,
    InBox,
    Packing,
    Parked,
    Short,
    Swap,
    Trace,
)
from packstation.domain.counting import Counted
from packstation.domain.orders import Detail, Order, OrderLine
from packstation.domain.records import GivenTouch, PackedLine
from packstation.domain.scans import Reply
from packstation.domain.touches import Suggestion, Touch


def tell(bench: Packing, told: ev.ProblemTold) -> Counted:
    """What is missing of the line stays out of this parcel, with its reason."""
    position = bench.next_position if told.position is None else told.position
    if position is None:
        return bench, out.NothingMissing()
    units = _left(bench, position)
    if units < 1:
        return bench, out.NothingToCount()
    line = bench.line_at(position)
    short = Short(units, told.problem, told.reason)
    noted = bench.then(
        doing=line.product.full_name,
        short=bench.short | {position: short},
        asking=_still_asking(bench, position),
    )
    return noted, out.ProblemNoted(line, told.problem, units)


def substitute(bench: Packing, given: ev.SubstituteGiven) -> Counted:
    """From now on another product counts for the line."""
    units = _left(bench, given.position)
    if units < 1 or given.product.id == bench.product_at(given.position).id:
        return bench, out.NothingToCount()
    line = bench.line_at(given.position)
    by_hand = given.position in bench.by_hand
    swap = Swap(given.product, bench.counts[given.position], given.reason, by_hand)
    swaps = (*bench.swaps.get(given.position, ()), swap)
    swapped = bench.then(
        doing=line.product.full_name,
        swaps=bench.swaps | {given.position: swaps},
        by_hand=bench.by_hand - {given.position},
        asking=_still_asking(bench, given.position),
    )
    return swapped, out.Substituted(line, given.product, units)


def change(bench: Packing, order: Order) -> Counted:
    """Go on with the order as the shop has it now; what is too many is to be taken out."""
    box = _box_for(order, bench)
    take_out = bench.in_box - sum(box.counts)
    changed = replace(
        _with(bench, box),
        order=order,
        news=None,
        aside=bench.aside + take_out,
        extra=bench.extra + take_out,
        asking=None,
        last=None,
        before=None,
        asked=None,
        plan=None,
    )
    return changed, out.HasChanged(order.number, _changes(bench.order, order), take_out)


def park(bench: Packing, scanned: ev.ParkScanned) -> Parked:
    """What is in the box, and who should go on with it."""
    return Parked(
        box=bench.box,
        revision=bench.order.revision,
        by=bench.packer.name,
        to=scanned.to,
        reason=scanned.reason,
        at=scanned.at,
    )


def resume(bench: Free, scanned: ev.OrderScanned, parked: Parked) -> Counted:
    """An order that was put aside, with what was in its box if it is still the same order."""
    order, box = scanned.order, parked.box
    packing = fresh(bench, scanned)
    if parked.revision != order.revision or len(box.counts) != len(order.lines):
        box = InBox(counts=packing.counts, answers=box.answers, replaces=box.replaces)
    packing = _with(packing, box)
    return packing, out.WentOn(order, scanned.card, packing.in_box, parked.by)


def reopen(bench: Free, scanned: ev.ReopenScanned) -> Counted:
    """A sealed parcel back on the bench, with what its record says is in it.

    What went in instead of something else is to be taken out and told again.
    """
    order, core = scanned.order, scanned.parcel.record.core
    plan = tuple(map(_suggested_before, core.touches))
    packing = Packing(
        packer=bench.packer,
        order=order,
        card=scanned.card,
        opened_at=scanned.at,
        counts=(0,) * len(order.lines),
        answers={it.touch.key: Answer(Reply.GIVEN, scanned.at, it) for it in plan},
        plan=plan,
        replaces=core.slip_number,
    )
    packing = _packed_again(packing, core.lines)
    take_out = core.pieces - packing.in_box
    packing = replace(packing, aside=take_out, extra=take_out)
    return packing, out.Reopened(order, scanned.card, core.slip_number)


def fresh(bench: Free, scanned: ev.OrderScanned) -> Packing:
    """The order on the bench, with nothing in its box."""
    return Packing(
        packer=bench.packer,
        order=scanned.order,
        card=scanned.card,
        opened_at=scanned.at,
        counts=(0,) * len(scanned.order.lines),
        news=scanned.news,
    )


def _left(bench: Packing, position: int) -> int:
    return bench.left(position) if 0 <= position < len(bench.counts) else 0


def _still_asking(bench: Packing, position: int) -> Asking | None:
    """The question of a line that is settled otherwise is no question any more."""
    asking = bench.asking
    return None if asking is None or asking.position == position else asking


def _with(bench: Packing, box: InBox) -> Packing:
    return replace(bench, **{it.name: getattr(box, it.name) for it in fields(InBox)})


def _box_for(order: Order, bench: Packing) -> InBox:
    """What of ``bench``'s box is right for ``order`` too, line by line."""
    moved = _moved(order, bench)
    counts = [0] * len(order.lines)
    for at, new in moved.items():
        counts[new] = min(bench.counts[at], order.lines[new].quantity)
    same = {
        at: new
        for at, new in moved.items()
        if order.lines[new].quantity == bench.order.lines[at].quantity
    }
    return InBox(
        counts=tuple(counts),
        by_hand=frozenset(moved[at] for at in bench.by_hand if at in moved),
        short={same[at]: short for at, short in bench.short.items() if at in same},
        swaps={moved[at]: swap for at, swap in bench.swaps.items() if at in moved},
        traces=tuple(
            replace(trace, position=moved[trace.position])
            for trace in bench.traces
            if trace.position in moved
        ),
        answers=bench.answers,
        replaces=bench.replaces,
    )


def _moved(order: Order, bench: Packing) -> dict[int, int]:
    """Position on the bench -> position in ``order`` of the lines that stay.

    A shop may send all lines anew, so they are known by what they are, not by their ids.
    """
    old = [_key(line) for line in bench.order.lines]
    moved: dict[int, int] = {}
    for new, line in enumerate(order.lines):
        at = next((n for n, it in enumerate(old) if it == _key(line) and n not in moved), None)
        if at is not None and _stays(bench, at, line.quantity):
            moved[at] = new
    return moved


def _key(line: OrderLine) -> tuple[int, str, str]:
    return line.product.id, line.kit, line.note


def _stays(bench: Packing, position: int, quantity: int) -> bool:
    """Whether it is plain which of the line's pieces stay when only ``quantity`` are wanted."""
    plain = position not in bench.swaps and not bench.order.lines[position].product.asks
    return plain or bench.counts[position] <= quantity


def _packed_again(bench: Packing, packed: tuple[PackedLine, ...]) -> Packing:
    """``bench`` with the pieces of ``packed`` on the lines they were packed for."""
    counts, by_hand = list(bench.counts), set[int]()
    traces: list[Trace] = []
    waiting = [line for line in packed if not line.instead_of]
    for n, line in enumerate(bench.order.lines):
        names = (line.product.sku, line.kit)
        was = next((it for it in waiting if (it.sku, it.kit) == names), None)
        if was is None or was.packed > line.quantity:
            continue
        waiting.remove(was)
        counts[n] = was.packed
        by_hand |= {n} if was.by_hand else set()
        if was.traces:
            values = tuple((Detail(detail), value) for detail, value in was.traces)
            traces.append(Trace(n, was.packed, values))
    return replace(
        bench, counts=tuple(counts), by_hand=frozenset(by_hand), traces=tuple(traces)
    )


def _suggested_before(given: GivenTouch) -> Suggestion:
    """What is in the parcel already is not to be thought of anew."""
    touch = Touch(
        key=given.key, kind=given.kind, names=(("", given.name),), on_slip=given.on_slip
    )
    return Suggestion(touch=touch, rule=given.rule, heals=given.heals)


def _changes(before: Order, after: Order) -> tuple[out.Change, ...]:
    """Product by product: the same one may stand on several lines."""
    was, now = (_pieces_of(order) for order in (before, after))
    return tuple(
        out.Change(name, was[key], now[key])
        for key, name in (_names_of(before) | _names_of(after)).items()
        if was[key] != now[key]
    )


def _names_of(order: Order) -> dict[int, str]:
    return {line.product.id: line.product.full_name for line in order.lines}


def _pieces_of(order: Order) -> Counter[int]:
    pieces: Counter[int] = Counter()
    for line in order.lines:
        pieces[line.product.id] += line.quantity
    return pieces
