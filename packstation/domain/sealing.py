"""Turn a finished bench into the record that is kept for ever."""

from packstation.domain import events as ev
from packstation.domain.bench import Packing
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
        put_aside=bench.aside,
        commitment=commitment,
    )


def _lines_of(bench: Packing) -> tuple[PackedLine, ...]:
    return tuple(
        PackedLine(
            line_id=line.id,
            sku=line.product.sku,
            name=line.product.name,
            variant=line.product.variant,
            ordered=line.quantity,
            packed=count,
        )
        for line, count in zip(bench.order.lines, bench.counts, strict=True)
    )


def _given(bench: Packing) -> tuple[GivenTouch, ...]:
    return tuple(
        GivenTouch(
            key=suggestion.touch.key,
            kind=suggestion.touch.kind,
            name=suggestion.touch.name(bench.order.language),
            on_slip=suggestion.touch.on_slip,
            rule=suggestion.rule,
            heals=suggestion.heals,
        )
        for suggestion in bench.plan or ()
        if _is_given(bench, suggestion.touch.key)
    )


def _is_given(bench: Packing, key: str) -> bool:
    answer = bench.answers.get(key)
    return answer is not None and answer.reply is Reply.GIVEN
