"""``packstation waiting``, ``show`` and ``slip``: orders, read from outside the bench."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.domain.orders import OrderLine, Waiting
from packstation.domain.records import Parcel
from packstation.domain.touches import Suggestion
from packstation.places import resources
from packstation.slips.slip import draw
from packstation.station.lookup import Lookup, OrderSeen
from packstation.words.because import because
from packstation.words.order_phrases import standing, to_mind
from packstation.words.printing import paper, printed_again, why_not
from packstation.words.words import PAPER, Words, load


def waiting(opened: Opened, words: Words, *, as_json: bool) -> int:
    orders = Lookup(opened.read, opened.shop).waiting()
    if as_json:
        say_json([_waiting_json(order) for order in orders])
        return 0
    for order in orders:
        pieces = words.n("{n} piece", "{n} pieces", order.pieces)
        leaves = (
            ""
            if order.leaves_at is None
            else f"{order.leaves_at.astimezone(opened.shop.zone):%d.%m. %H:%M}"
        )
        name = order.customer_name
        state = standing(order.state, words)
        say(f"{order.number:<10} {state:<12} {leaves:<14} {pieces:<12} {name}")
    return 0


def show(name: str, opened: Opened, words: Words, *, as_json: bool) -> int:
    seen = Lookup(opened.read, opened.shop).order(name, datetime.now(UTC))
    if as_json:
        say_json(_seen_json(seen, words))
    else:
        say(*_seen_lines(seen, words))
    return 0


def slip(name: str, output: Path, opened: Opened, words: Words) -> int:
    seen = Lookup(opened.read, opened.shop).order(name, datetime.now(UTC))
    number = seen.order.number
    if seen.parcel is None:
        say(words("Order {number} is not packed yet.", number=number), on=sys.stderr)
        return 1
    record = seen.parcel.record
    if seen.parcel.void_because:
        void = words(
            "Slip {slip} is void: order {number} was opened again and is not signed yet.",
            slip=record.core.slip_number,
            number=number,
        )
        say(void, on=sys.stderr)
        return 1
    output.write_bytes(draw(record, load(record.core.language, resources(), PAPER)))
    say(words("Written to {file}", file=output))
    return 0


def _waiting_json(order: Waiting) -> dict[str, Any]:
    kept = (
        "number", "code", "state", "customer_name", "pieces", "language",
        "first_order", "gift", "leaves_at", "carrier", "held_because", "held_by",
    )  # fmt: skip
    values = asdict(order)
    return {key: values[key] for key in kept}


def _seen_json(seen: OrderSeen, words: Words) -> dict[str, Any]:
    order = asdict(seen.order)
    return {key: value for key, value in order.items() if key not in {"id", "lines"}} | {
        "state": seen.state,
        "pieces": seen.order.pieces,
        "lines": [_line_json(line, seen) for line in seen.order.lines],
        "customer": None if seen.card is None else asdict(seen.card),
        "suggestions": [_suggestion_json(suggestion, words) for suggestion in seen.suggestions],
        "record": None if seen.parcel is None else _record_json(seen.parcel, words),
    }


def _line_json(line: OrderLine, seen: OrderSeen) -> dict[str, Any]:
    product = line.product
    return {
        "sku": product.sku,
        "name": product.name,
        "variant": product.variant,
        "place": product.place,
        "category": product.category,
        "quantity": line.quantity,
        "note": line.note,
        "codes": [asdict(code) for code in seen.codes.get(product.id, ())],
    }


def _suggestion_json(suggestion: Suggestion, words: Words) -> dict[str, Any]:
    return {
        "touch": suggestion.touch.key,
        "kind": suggestion.touch.kind,
        "name": suggestion.touch.name(words.language),
        "code": suggestion.touch.code,
        "rule": suggestion.rule,
        "because": because(suggestion, words),
        "reasons": [asdict(reason) for reason in suggestion.because],
    }


def _record_json(parcel: Parcel, words: Words) -> dict[str, Any]:
    record, job = parcel.record, parcel.job
    return {
        "core": asdict(record.core),
        "personal": asdict(record.personal),
        "digest": record.digest,
        "untouched": record.untouched,
        "printing": None if job is None else asdict(job) | {"why": why_not(job.reason, words)},
        "copies": [asdict(copy) for copy in parcel.copies],
    }


def _seen_lines(seen: OrderSeen, words: Words) -> Iterator[str]:
    order = seen.order
    state = standing(seen.state, words)
    yield words("Order {number}: {state}", number=order.number, state=state)
    guest = words("Guest")
    yield f"  {order.customer_name or guest}"
    yield from (f"  {line}" for line in to_mind(order, seen.card, words))
    for line in order.lines:
        product = line.product
        codes = " ".join(code.code for code in seen.codes.get(product.id, ()))
        pieces = f"{line.quantity:>3} \N{MULTIPLICATION SIGN} {product.name} {product.variant}"
        yield f"  {pieces}  {product.place}  {codes}"
    for suggestion in () if seen.parcel is not None else seen.suggestions:
        yield f"  + {suggestion.touch.name(words.language)}: {because(suggestion, words)}"
    if seen.parcel is not None:
        yield from _parcel_lines(seen.parcel, words)


def _parcel_lines(parcel: Parcel, words: Words) -> Iterator[str]:
    yield words(
        "  Slip {slip}, packed by {packer}",
        slip=parcel.record.core.slip_number,
        packer=parcel.record.personal.packer_name,
    )
    for touch in parcel.record.core.touches:
        yield f"  + {touch.name}"
    yield f"  {paper(parcel.job, words)}"
    if parcel.copies:
        yield f"  {printed_again(parcel, words)}"
