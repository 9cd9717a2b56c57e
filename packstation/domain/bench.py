"""Where a bench stands: nobody there, free, packing an order, or locked."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from packstation.domain.customers import CustomerCard
from packstation.domain.orders import Detail, Order, OrderLine, Product
from packstation.domain.scans import Problem, Reply
from packstation.domain.shop import Packer
from packstation.domain.touches import Suggestion


@dataclass(frozen=True, slots=True)
class Unattended:
    """Nobody has signed in at this bench."""


@dataclass(frozen=True, slots=True)
class Free:
    """Somebody is at the bench and no order is on it."""

    packer: Packer


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one suggested touch."""

    reply: Reply
    at: datetime


@dataclass(frozen=True, slots=True)
class Short:
    """Pieces of a line that stay out of this parcel."""

    units: int
    problem: Problem
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """Another product that goes in where the ordered one could not."""

    product: Product
    units: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """What was written down of pieces of one line: values by Detail."""

    position: int
    units: int
    values: tuple[tuple[Detail, str], ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """The next scan or typed value is this detail of the piece just scanned."""

    position: int
    units: int
    given: tuple[tuple[Detail, str], ...] = ()

    def wants(self, line: OrderLine) -> Detail | None:
        """The first detail of ``line``'s product nobody has given yet."""
        told = dict(self.given)
        return next((detail for detail in line.product.asks if detail not in told), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class InBox:
    """What has been done to one parcel so far; lines are named by their position."""

    counts: tuple[int, ...]
    by_hand: frozenset[int] = frozenset()
    short: dict[int, Short] = field(default_factory=dict)
    swaps: dict[int, Swap] = field(default_factory=dict)
    traces: tuple[Trace, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)
    """Touch key -> what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing(InBox):
    """An order is on the bench and its pieces are being checked."""

    packer: Packer
    order: Order
    card: CustomerCard | None
    opened_at: datetime
    plan: tuple[Suggestion, ...] | None = None
    """What the shop's rules suggest; None until that is known."""
    aside: int = 0
    """Wrong and extra pieces scanned so far: are they out of the box?"""
    asked: bool = False
    """A seal was asked for and the bench has asked back."""
    asking: Asking | None = None
    last: tuple[int, int] | None = None
    """(position, units) of the piece scanned last: what a typed count is about."""
    replaces: str = ""
    """The number of the void slip, when a sealed parcel was opened again."""
    before: "Packing | None" = field(default=None, repr=False, compare=False)
    """The bench before the last thing that can be undone."""
    doing: str = ""
    """The name of what an undo would take back."""

    @property
    def complete(self) -> bool:
        """Whether nothing more can go in: what stays out has its reason."""
        return self.asking is None and all(self.left(n) == 0 for n in range(len(self.counts)))

    @property
    def in_box(self) -> int:
        return sum(self.counts)

    @property
    def missing(self) -> int:
        return sum(self.left(n) for n in range(len(self.counts)))

    @property
    def open_touches(self) -> tuple[Suggestion, ...]:
        """Suggested, and neither given nor declined."""
        return tuple(s for s in self.plan or () if s.touch.key not in self.answers)

    def product_at(self, position: int) -> Product:
        """What goes in for the line: what was ordered, or what replaces it."""
        swap = self.swaps.get(position)
        return self.order.lines[position].product if swap is None else swap.product

    def line_of(self, product: Product) -> int | None:
        """Position of the line this piece counts for: the first with room, else the last."""
        places = [
            n
            for n, line in enumerate(self.order.lines)
            if product.id in (line.product.id, self.product_at(n).id)
        ]
        if not places:
            return None
        return next((n for n in places if self.left(n) > 0), places[-1])

    def position_of(self, line_id: int) -> int | None:
        """Position of the order line with this id."""
        return next((n for n, line in enumerate(self.order.lines) if line.id == line_id), None)

    def need(self, position: int) -> int:
        """How many pieces of the line go into this parcel."""
        short = self.short.get(position)
        return self.order.lines[position].quantity - (0 if short is None else short.units)

    def left(self, position: int) -> int:
        """How many pieces of the line at ``position`` are still out of the box."""
        return self.need(position) - self.counts[position]

    @property
    def next_position(self) -> int | None:
        """The line to take next: one already begun, else the first by the order's own order."""
        waiting = [n for n in range(len(self.counts)) if self.left(n) > 0]
        begun = [n for n in waiting if self.counts[n] > 0]
        return next(iter(begun or waiting), None)

    @property
    def next_line(self) -> OrderLine | None:
        return None if self.next_position is None else self.order.lines[self.next_position]

    def with_counted(self, position: int, units: int, *, by_hand: bool = False) -> "Packing":
        counts = list(self.counts)
        counts[position] += units
        return self.then(
            doing=self.product_at(position).name,
            counts=tuple(counts),
            by_hand=self.by_hand | {position} if by_hand else self.by_hand,
            last=None if by_hand else (position, units),
        )

    def with_answer(self, key: str, name: str, answer: Answer) -> "Packing":
        return self.then(doing=name, answers=self.answers | {key: answer})

    def then(self, *, doing: str, **changes: object) -> "Packing":
        """The bench after something that can be undone."""
        changes = {"last": None, **changes}
        return replace(self, before=self, doing=doing, asked=False, **changes)  # type: ignore[arg-type] # replace checks the names at run time


@dataclass(frozen=True, slots=True)
class Away:
    """Locked: ``packing`` keeps its counts until somebody signs in and goes on."""

    packer: Packer
    packing: Packing | None


Bench = Unattended | Free | Packing | Away
