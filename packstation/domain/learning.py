"""What a code is that is not clear: nobody knows it, or it stands for several products."""

from dataclasses import replace
from typing import Final

from packstation.domain import counting
from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Free, Learning, Packing, Several, Unknown
from packstation.domain.counting import Counted
from packstation.domain.entries import CodeKept
from packstation.domain.orders import Detail, Product

MOST_UNITS: Final = 9999
"""Of one case."""


def cleared(bench: Packing, event: ev.Event) -> Packing:
    """What was not clear is forgotten by whatever is not about it, or comes by itself."""
    match event:
        case ev.LearnAsked() | ev.CodeLearned() | ev.PieceTold():
            return bench
        case ev.UndoScanned() | ev.PlanMade() | ev.NewsCame():
            return bench
        case _:
            return bench if bench.unclear is None else replace(bench, unclear=None)


def choices(bench: Packing) -> tuple[int, ...]:
    """Positions of the lines that the code in hand may be of, one for each product."""
    match bench.unclear:
        case Several(_, meant):
            return tuple(bench.lines_of(product)[0] for product, _ in meant)
        case Unknown() | Learning():
            return _open_lines(bench)
        case None:
            return ()


def _open_lines(bench: Packing) -> tuple[int, ...]:
    missing = [n for n in range(len(bench.counts)) if bench.left(n) > 0]
    first = {bench.product_at(n).id: n for n in reversed(missing)}
    return tuple(sorted(first.values()))


# ---- a code nobody knows


def meet(bench: Free | Packing, learns: str) -> Free | Packing:
    """A code nobody knows; while pieces are missing it may be one of theirs."""
    if isinstance(bench, Free):
        return bench
    offered = learns and _open_lines(bench)
    return replace(bench, unclear=Unknown(learns) if offered else None)


def ask(bench: Packing, asked: ev.LearnAsked) -> Counted:
    """Ask which line it is, or to scan the code once more."""
    if not isinstance(bench.unclear, Unknown | Learning):
        return bench, out.NothingToLearn()
    if not asked.allowed:
        return bench, out.NotAllowed()
    code, lines, position = bench.unclear.code, _open_lines(bench), asked.position
    if position is None and len(lines) == 1:
        position = lines[0]
    if position is None:
        return replace(bench, unclear=Unknown(code), asked=None), out.AsksWhich(code)
    if position not in range(len(bench.counts)) or bench.left(position) < 1:
        return bench, out.NothingToLearn()
    units = min(max(asked.units, 0), MOST_UNITS)
    learning = replace(bench, unclear=Learning(code, position, units), asked=None)
    return learning, out.AsksOnceMore(bench.line_at(position), units)


def go_on(
    bench: Packing, event: ev.LearnAsked | ev.CodeLearned | ev.LearnRefused
) -> tuple[Packing, out.Outcome, tuple[CodeKept, ...]]:
    """Towards a code that is known, or away from it."""
    match event:
        case ev.LearnAsked():
            return *ask(bench, event), ()
        case ev.CodeLearned():
            return learn(bench, event)
        case ev.LearnRefused(code, whose, name):
            return bench, out.NotLearned(code, whose, name), ()


def learn(
    bench: Packing, learned: ev.CodeLearned
) -> tuple[Packing, out.Outcome, tuple[CodeKept, ...]]:
    """From now on the code is known; it counts at once, if there is room for it."""
    known = bench.unclear
    if not isinstance(known, Learning) or known.code != learned.code:
        return bench, out.NothingToLearn(), ()
    line = bench.line_at(known.position)
    if known.units == 0:
        return bench, out.AsksOnceMore(line, 0), ()
    kept = CodeKept(
        code=known.code,
        product_id=line.product.id,
        units=known.units,
        by=bench.packer.name,
        at=learned.at,
    )
    return *_count_learned(replace(bench, unclear=None), known, learned), (kept,)


def _count_learned(bench: Packing, known: Learning, learned: ev.CodeLearned) -> Counted:
    line, units = bench.line_at(known.position), known.units
    told = _of_product(learned.details, line.product)
    found = ev.Found(line.product, units)
    scanned = ev.PieceScanned(known.code, found, learned.at, told)
    after, said = counting.check(bench, scanned)
    after, left = replace(after, taught=known.code), after.left(known.position)
    match said:
        case out.PieceOk() | out.LineDone() | out.AllDone():
            return after, out.Learned(line=line, units=units, left=left, counted=True)
        case out.AsksDetail(_, detail):
            return after, out.Learned(
                line=line, units=units, left=left, counted=False, detail=detail
            )
        case _:
            # It is in hand to be learned: nobody has put it into the box, or out of it.
            return bench, out.Learned(line=line, units=units, left=left, counted=False)


# ---- a code of several products


def which(bench: Packing, event: ev.SharedScanned | ev.PieceTold) -> Counted:
    """Which of several products is in hand."""
    match event:
        case ev.SharedScanned():
            return meet_shared(bench, event)
        case ev.PieceTold():
            return tell_piece(bench, event)


def meet_shared(bench: Packing, scanned: ev.SharedScanned) -> Counted:
    """The only one of them that the order wants; where it wants more than one, it asks."""
    ours = tuple(it for it in scanned.found if bench.lines_of(it.product))
    code, details = scanned.code, scanned.details
    if len(ours) == 1:
        return _count(bench, ours[0], scanned)
    if not ours or bench.asking is not None:
        return bench, out.AmbiguousCode(
            code, tuple(it.product.full_name for it in scanned.found)
        )
    meant = tuple((it.product, it.units) for it in ours)
    asks = replace(bench, unclear=Several(code, meant, details), asked=None)
    return asks, out.AsksWhich(code, shared=True)


def tell_piece(bench: Packing, told: ev.PieceTold) -> Counted:
    """Somebody looked which of them it is."""
    several, position = bench.unclear, told.position
    bench = replace(bench, unclear=None)
    if not isinstance(several, Several) or position not in range(len(bench.counts)):
        return bench, out.NothingToCount()
    wanted = bench.product_at(position)
    for product, units in several.meant:
        if product.id == wanted.id:
            again = ev.SharedScanned(several.code, (), told.at, several.details)
            return _count(bench, ev.Found(product, units), again)
    return bench, out.NothingToCount()


def _count(bench: Packing, found: ev.Found, scanned: ev.SharedScanned) -> Counted:
    details = _of_product(scanned.details, found.product)
    piece = ev.PieceScanned(scanned.code, found, scanned.at, details)
    return counting.check(bench, piece)


def _of_product(
    details: tuple[tuple[Detail, str], ...], product: Product
) -> tuple[tuple[Detail, str], ...]:
    return tuple((kind, value) for kind, value in details if kind in product.asks)
