"""Who opens the parcel, where the shop does not say: told once at the bench, kept for good."""

from dataclasses import replace

from packstation.domain.bench import Packing
from packstation.domain.entries import Entry, OpenerKept
from packstation.domain.orders import Opener, Order


def unclear(order: Order) -> bool:
    """Whether it is worth asking: nobody knows, and nobody has been asked."""
    return order.opener is Opener.UNKNOWN and not order.opener_told


def tell(bench: Packing, opener: Opener) -> tuple[Packing, tuple[Entry, ...]]:
    """The order as it is now known; its touches are thought of anew, answers are kept."""
    order = replace(bench.order, opener=opener, opener_told=True)
    told = bench.then(doing="", order=order, plan=None)
    return told, (OpenerKept(order.id, opener),)


def untold(bench: Packing, back: Packing) -> tuple[Packing, tuple[Entry, ...]]:
    """``back``, to which an undo leads from ``bench``: it may be unclear there again."""
    if back.order.opener_told == bench.order.opener_told:
        return back, ()
    return replace(back, plan=None), (OpenerKept(back.order.id, None),)
