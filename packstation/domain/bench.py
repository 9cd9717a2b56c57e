"""Where a bench stands: nobody there, free, packing an order, or locked."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from packstation.domain.customers import CustomerCard
from packstation.domain.orders import Order, OrderLine, Product
from packstation.domain.scans import Reply
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """An order is on the bench and its pieces are being checked."""

    packer: Packer
    order: Order
    card: CustomerCard | None
    opened_at: datetime
    counts: tuple[int, ...]
    """Pieces in the box, by the position of the order's line."""
    plan: tuple[Suggestion, ...] | None = None
    """What the shop's rules suggest; None until that is known."""
    answers: dict[str, Answer] = field(default_factory=dict)
    """Touch key -> what became of it."""
    aside: int = 0
    """Wrong and extra pieces scanned so far: are they out of the box?"""
    asked: bool = False
    """A seal was asked for and the bench has asked back."""
    before: "Packing | None" = field(default=None, repr=False, compare=False)
    """The bench before the last thing that can be undone."""
    doing: str = ""
    """The name of what an undo would take back."""

    @property
    def complete(self) -> bool:
        return all(
            count == line.quantity
            for count, line in zip(self.counts, self.order.lines, strict=True)
        )

    @property
    def in_box(self) -> int:
        return sum(self.counts)

    @property
    def missing(self) -> int:
        return self.order.pieces - self.in_box

    @property
    def open_touches(self) -> tuple[Suggestion, ...]:
        """Suggested, and neither given nor declined."""
        return tuple(s for s in self.plan or () if s.touch.key not in self.answers)

    def line_of(self, product: Product) -> int | None:
        """Position of the line this piece counts for: the first with room, else the last."""
        places = [n for n, line in enumerate(self.order.lines) if line.product.id == product.id]
        if not places:
            return None
        return next((n for n in places if self.left(n) > 0), places[-1])

    def left(self, position: int) -> int:
        """How many pieces of the line at ``position`` are still out of the box."""
        return self.order.lines[position].quantity - self.counts[position]

    @property
    def next_position(self) -> int | None:
        """The line to take next: one already begun, else the first by the order's own order."""
        waiting = [n for n in range(len(self.counts)) if self.left(n) > 0]
        begun = [n for n in waiting if self.counts[n] > 0]
        return next(iter(begun or waiting), None)

    @property
    def next_line(self) -> OrderLine | None:
        return None if self.next_position is None else self.order.lines[self.next_position]

    def with_counted(self, position: int, units: int) -> "Packing":
        counts = list(self.counts)
        counts[position] += units
        return self.then(doing=self.order.lines[position].product.name, counts=tuple(counts))

    def with_answer(self, key: str, name: str, answer: Answer) -> "Packing":
        return self.then(doing=name, answers=self.answers | {key: answer})

    def then(self, *, doing: str, **changes: object) -> "Packing":
        """The bench after something that can be undone."""
        return replace(self, before=self, doing=doing, asked=False, **changes)  # type: ignore[arg-type] # replace checks the names at run time


@dataclass(frozen=True, slots=True)
class Away:
    """Locked: ``packing`` keeps its counts until somebody signs in and goes on."""

    packer: Packer
    packing: Packing | None


Bench = Unattended | Free | Packing | Away
