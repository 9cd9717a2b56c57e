"""What the card of the next piece says, worked out from where the bench stands."""

from dataclasses import dataclass

from packstation.domain.bench import Packing
from packstation.domain.orders import Policy, Product
from packstation.ui.count_panel import Counting
from packstation.words.line_phrases import facts
from packstation.words.words import Words


@dataclass(frozen=True, slots=True)
class Next:
    """What to take and how many of it are in the box; nothing: ``touches`` may wait.

    ``facts`` are what is to be said of it, ``by_hand`` and ``typed`` how else it may count.
    """

    product: Product | None
    position: int = 0
    count: int = 0
    need: int = 0
    note: str = ""
    facts: tuple[str, ...] = ()
    by_hand: bool = False
    typed: bool = False
    touches: int = 0

    @property
    def place(self) -> int | None:
        """The line it is about, if any."""
        return None if self.product is None else self.position

    @classmethod
    def on(cls, bench: Packing, words: Words, chosen: int | None = None) -> "Next":
        """The line that was ``chosen``, if it still misses pieces, else the next."""
        position = bench.next_position if chosen is None else chosen
        if position is None:
            return cls(None, touches=len(bench.open_touches))
        counting = Counting.on(bench)
        return cls(
            bench.product_at(position),
            position,
            bench.counts[position],
            bench.need(position),
            bench.order.lines[position].note,
            facts(bench, position, words),
            _by_hand(bench, position),
            typed=counting is not None and counting.position == position,
        )


def _by_hand(bench: Packing, position: int) -> bool:
    """Whether a piece of it may be confirmed without a scan."""
    match bench.product_at(position).policy:
        case Policy.BY_HAND:
            return True
        case Policy.FIRST:
            return bench.counts[position] > 0
        case Policy.EACH:
            return False


def line_beside(bench: Packing, position: int | None, step: int) -> int | None:
    """The line ``step`` further among those that miss pieces; round again at the end."""
    lines = [n for n in range(len(bench.counts)) if bench.left(n) > 0]
    now = bench.next_position if position is None else position
    if now not in lines:
        return bench.next_position
    return lines[(lines.index(now) + step) % len(lines)]
