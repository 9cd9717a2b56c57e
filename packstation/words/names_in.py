"""The names in what the bench says: where room is short, only they lose letters."""

from packstation.domain import outcomes as out
from packstation.domain.orders import OrderLine


def names_in(outcome: out.Outcome) -> tuple[str, ...]:
    """Of products, touches and people, as ``say`` and ``hint`` write them."""
    match outcome:
        case out.Substituted(line, product):
            return product.full_name, line.product.full_name
        case out.PieceOk(line) | out.LineDone(line) | out.ProblemNoted(line):
            return (line.product.full_name,)
        case out.OneTooMany(line) | out.ScanIt(line) | out.AsksDetail(line):
            return (line.product.full_name,)
        case out.Opened(_, _, OrderLine() as line) | out.AsksOnceMore(line):
            return (line.product.full_name,)
        case out.Learned(line=line):
            return (line.product.full_name,)
        case out.SurpriseAdded(_, name) | out.SurpriseRefused(name) | out.TouchNotPlanned(name):
            return (name,)
        case out.Undone(what):
            return (what,)
        case out.Resumed(packer, before):
            return packer, before
        case out.WentOn(by=by):
            return (by,)
        case _:
            return ()
