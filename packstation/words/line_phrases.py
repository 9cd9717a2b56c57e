"""What is to be said of one line: its kit, its substitute, what stays out, its lots."""

from collections.abc import Iterator

from packstation.domain.bench import Packing
from packstation.domain.orders import Detail, Policy
from packstation.domain.records import PackedLine
from packstation.domain.scans import Problem
from packstation.words.phrases import stays_out
from packstation.words.words import Words


def facts(bench: Packing, position: int, words: Words) -> tuple[str, ...]:
    """What tells this line from a plain one; most have nothing."""
    return (*_peculiar(bench, position, words), *traces(bench, position, words))


def _peculiar(bench: Packing, position: int, words: Words) -> Iterator[str]:
    line = bench.order.lines[position]
    if position in bench.swaps:
        yield words("instead of {piece}", piece=line.product.full_name)
    if line.kit:
        yield words("part of {kit}", kit=line.kit)
    if bench.product_at(position).policy is Policy.BY_HAND:
        yield words("carries no code")
    if position in bench.by_hand:
        yield words("counted by hand")


def packed_facts(line: PackedLine, words: Words) -> tuple[str, ...]:
    """The same of a line that is sealed: what a plain one has not."""
    short = line.ordered - line.packed if line.problem else 0
    problem = stays_out(Problem(line.problem), short, words) if short > 0 else ""
    told = (
        (problem, problem),
        (line.reason, line.reason),
        (line.instead_of, words("instead of {piece}", piece=line.instead_of)),
        (line.kit, words("part of {kit}", kit=line.kit)),
        (line.by_hand, words("counted by hand")),
    )
    traced = (_trace(Detail(kind), value, words) for kind, value in line.traces)
    return (*(text for wanted, text in told if wanted), *dict.fromkeys(traced))


def traces(bench: Packing, position: int, words: Words) -> tuple[str, ...]:
    """Serial numbers, lots and expiry dates that were noted, each once."""
    return tuple(
        dict.fromkeys(
            _trace(detail, value, words)
            for trace in bench.traces
            if trace.position == position
            for detail, value in trace.values
        )
    )


def shortage(bench: Packing, position: int, words: Words) -> str:
    """What stays out of this parcel, and why; empty when nothing does."""
    short = bench.short.get(position)
    if short is None:
        return ""
    told = stays_out(short.problem, short.units, words)
    return f"{told}: {short.reason}" if short.reason else told


def _trace(detail: Detail, value: str, words: Words) -> str:
    match detail:
        case Detail.SERIAL:
            return words("no. {serial}", serial=value)
        case Detail.LOT:
            return words("lot {lot}", lot=value)
        case Detail.EXPIRY:
            return words("best before {day}", day=value)
