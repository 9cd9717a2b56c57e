"""Turn a finished bench into the record that is kept for ever."""

from collections.abc import Iterator
from dataclasses import replace

from packstation.domain import asking, counting, shop_news
from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Bench, Free, Packing
from packstation.domain.entries import Entry, Kept
from packstation.domain.orders import GIFT
from packstation.domain.records import (
    Core,
    GivenTouch,
    PackedLine,
    PackingRecord,
    Personal,
    commit,
)
from packstation.domain.scans import Reply


def seal(
    bench: Packing, scanned: ev.SealScanned
) -> tuple[Bench, out.Outcome, tuple[Entry, ...]]:
    """The parcel is packed, or the bench says what comes before that."""
    first = _before_seal(bench, scanned)
    if first is not None:
        return *first, ()
    record = record_of(bench, scanned)
    return Free(bench.packer), out.Sealed(record), (Kept(record),)


def _before_seal(bench: Packing, scanned: ev.SealScanned) -> counting.Counted | None:
    refused = shop_news.before_seal(bench)
    if refused is not None:
        return refused
    if bench.asking is not None:
        return counting.ask(bench, bench.asking)
    if not bench.complete:
        return bench, out.StillMissing(bench.missing)
    if bench.in_box == 0:
        return bench, out.EmptyBox()
    question = asking.before_seal(bench, scanned.unprintable)
    return None if question is None else (replace(bench, asked=AskBack.SEAL), question)


def record_of(bench: Packing, scanned: ev.SealScanned) -> PackingRecord:
    """The record of ``bench``'s parcel, sealed by its packer with the granted number."""
    personal = Personal(
        customer_name=bench.order.customer_name,
        called=bench.card.called if bench.card else "",
        recipient=bench.order.recipient,
        gift_message=bench.order.gift_message,
        packer_name=bench.packer.name,
        signature=bench.packer.signature,
    )
    salt = scanned.grant.salt
    return PackingRecord(
        core=_core_of(bench, scanned, commit(personal, salt)), personal=personal, salt=salt
    )


def _core_of(bench: Packing, scanned: ev.SealScanned, commitment: str) -> Core:
    order = bench.order
    return Core(
        slip_number=scanned.grant.number,
        slip_code=scanned.grant.code,
        proof=scanned.grant.proof,
        bench=scanned.bench,
        order_id=order.id,
        order_number=order.number,
        order_code=order.code,
        revision=order.revision,
        customer_id=bench.card.id if bench.card else None,
        packer_id=bench.packer.id,
        opened_at=bench.opened_at,
        sealed_at=scanned.at,
        language=order.language,
        brand=scanned.brand,
        gift=GIFT in order.flags,
        lines=_lines_of(bench),
        touches=_given(bench),
        touches_left=tuple(
            suggestion.touch.key
            for suggestion in bench.plan or ()
            if not _is_given(bench, suggestion.touch.key)
        ),
        replaces=bench.replaces or scanned.grant.replaces,
        put_aside=bench.aside,
        not_taken=shop_news.not_taken(bench),
        commitment=commitment,
    )


def _lines_of(bench: Packing) -> tuple[PackedLine, ...]:
    positions = range(len(bench.counts))
    return tuple(line for n in positions for line in (_ordered(bench, n), *_instead(bench, n)))


def _ordered(bench: Packing, position: int) -> PackedLine:
    """What was ordered, and how much of it went in."""
    line, short = bench.order.lines[position], bench.short.get(position)
    swaps = bench.swaps.get(position)
    return PackedLine(
        line_id=line.id,
        sku=line.product.sku,
        name=line.product.name,
        variant=line.product.variant,
        ordered=line.quantity,
        packed=swaps[0].after if swaps else bench.counts[position],
        by_hand=swaps[0].by_hand if swaps else position in bench.by_hand,
        kit=line.kit,
        problem="" if short is None else short.problem,
        reason="" if short is None else short.reason,
        traces=_traces(bench, position, ""),
    )


def _instead(bench: Packing, position: int) -> Iterator[PackedLine]:
    """What went in instead, each product as a line of its own."""
    line, swaps = bench.order.lines[position], bench.swaps.get(position, ())
    ends = [*((it.after, it.by_hand) for it in swaps[1:])]
    ends.append((bench.counts[position], position in bench.by_hand))
    for swap, (end, by_hand) in zip(swaps, ends, strict=False):
        if end > swap.after:
            yield PackedLine(
                line_id=line.id,
                sku=swap.product.sku,
                name=swap.product.name,
                variant=swap.product.variant,
                ordered=0,
                packed=end - swap.after,
                by_hand=by_hand,
                reason=swap.reason,
                instead_of=line.product.name,
                traces=_traces(bench, position, swap.product.sku),
            )


def _traces(bench: Packing, position: int, sku: str) -> tuple[tuple[str, str], ...]:
    """What was written down of the line's pieces; ``sku`` of those that went in instead."""
    return tuple(
        (detail.value, value)
        for trace in bench.traces
        if (trace.position, trace.sku) == (position, sku)
        for detail, value in trace.values
    )


def _given(bench: Packing) -> tuple[GivenTouch, ...]:
    """In the plan's order; then those of an earlier plan that are in the box all the same."""
    earlier = (answer.of for answer in bench.answers.values() if answer.of is not None)
    known = {it.touch.key: it for it in (*(bench.plan or ()), *earlier)}
    return tuple(
        GivenTouch(
            key=suggestion.touch.key,
            kind=suggestion.touch.kind,
            name=suggestion.touch.name(bench.order.language),
            on_slip=suggestion.touch.on_slip,
            rule=suggestion.rule,
            heals=suggestion.heals,
        )
        for suggestion in known.values()
        if _is_given(bench, suggestion.touch.key)
    )


def _is_given(bench: Packing, key: str) -> bool:
    answer = bench.answers.get(key)
    return answer is not None and answer.reply is Reply.GIVEN
