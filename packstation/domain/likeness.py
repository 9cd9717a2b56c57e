"""Which of the missing pieces a wrong one was probably meant to be."""

from packstation.domain.bench import Packing
from packstation.domain.orders import Product


def most_like(product: Product, bench: Packing) -> int | None:
    """Position of the missing line most like ``product``; the next one when none is like it.

    None when nothing is missing. Like means: the same name first (only its variant differs),
    then the most words in common.
    """
    missing = [n for n in range(len(bench.counts)) if bench.left(n) > 0]
    if not missing:
        return None
    best = max(missing, key=lambda n: _likeness(product, bench.product_at(n)))
    if _likeness(product, bench.product_at(best)) == (False, 0):
        return bench.next_position
    return best


def _likeness(one: Product, other: Product) -> tuple[bool, int]:
    words, others = ({*p.name.casefold().split()} for p in (one, other))
    return one.name.casefold() == other.name.casefold(), len(words & others)
