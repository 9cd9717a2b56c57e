"""Where a bench stands: nobody there, free, packing an order, or locked."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from packstation.domain.customers import CustomerCard
from packstation.domain.notes_past import Written
from packstation.domain.noticed import News
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


class AskBack(StrEnum):
    """What was wished for and is done when it is wished for once more."""

    SEAL = "seal"
    PUT_BACK = "put_back"
    CANCELLED = "cancelled"
    """Not done by asking once more: the order leaves the bench, or nothing is sealed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one suggested touch."""

    reply: Reply
    at: datetime
    of: Suggestion | None = None
    """Kept with the answer: a plan may be made anew while the touch is in the box."""
    written: Written | None = None
    """Of a note that was written for this parcel here and now."""
    instead: Written | None = None
    """The note of an earlier card, which is back when this one is undone."""


@dataclass(frozen=True, slots=True)
class Short:
    """Pieces of a line that stay out of this parcel."""

    units: int
    problem: Problem
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """Another product that goes in where the ordered one could not.

    ``after`` pieces of the ordered one were in the box already; from then on only the other
    counts.
    """

    product: Product
    after: int
    reason: str = ""
    by_hand: bool = False
    """One of those ``after`` pieces was confirmed without a scan."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What was written down of pieces of one line: values by Detail."""

    position: int
    units: int
    values: tuple[tuple[Detail, str], ...]
    sku: str = ""
    """Of what went in instead; empty for what was ordered."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The next scan or typed value is this detail of the piece just scanned."""

    position: int
    units: int
    given: tuple[tuple[Detail, str], ...] = ()
    by_hand: bool = False
    """A person confirms the piece, no scan did."""

    def wants(self, line: OrderLine) -> Detail | None:
        """The first detail of ``line``'s product nobody has given yet."""
        told = dict(self.given)
        return next((detail for detail in line.product.asks if detail not in told), None)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows ``code``, and whoever holds it may say which of the missing pieces it is.

    It is written as the catalogue would keep it.
    """

    code: str


@dataclass(frozen=True, slots=True)
class Learning:
    """Scanned once more, ``code`` is ``units`` pieces of what goes in at ``position``.

    0 while nobody has said how many: then nothing is learned by a scan.
    """

    code: str
    position: int
    units: int = 1


@dataclass(frozen=True, slots=True)
class Several:
    """A code of several products of this order: which of them is in hand?"""

    code: str
    meant: tuple[tuple[Product, int], ...]
    """Each with how many pieces one scan of it is."""
    details: tuple[tuple[Detail, str], ...] = ()


Unclear = Unknown | Learning | Several


@dataclass(frozen=True, slots=True, kw_only=True)
class InBox:
    """What has been done to one parcel so far; lines are named by their position."""

    counts: tuple[int, ...]
    by_hand: frozenset[int] = frozenset()
    """Lines of which a piece was confirmed without a scan of its own."""
    short: dict[int, Short] = field(default_factory=dict)
    swaps: dict[int, tuple[Swap, ...]] = field(default_factory=dict)
    """One after the other: the last is what goes in now."""
    traces: tuple[Trace, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)
    """Touch key -> what became of it."""
    aside: int = 0
    """Wrong and extra pieces scanned so far: are they out of the box?"""
    extra: int = 0
    """Those of ``aside`` that were right, and one too many."""
    replaces: str = ""
    """The number of the void slip, when a sealed parcel was opened again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """A parcel put aside with all that is in its box, to go on later."""

    box: InBox
    revision: int
    """Of the order then: if it has changed since, counting begins anew."""
    by: str
    to: str = ""
    reason: str = ""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing(InBox):
    """An order is on the bench and its pieces are being checked."""

    packer: Packer
    order: Order
    card: CustomerCard | None
    opened_at: datetime
    plan: tuple[Suggestion, ...] | None = None
    """What the shop's rules suggest; None until that is known."""
    news: News | None = None
    """What the shop says of the order since it was opened: told, and not taken in."""
    asked: AskBack | None = None
    """The bench has asked back, and waits for the answer."""
    asking: Asking | None = None
    unclear: Unclear | None = None
    """The code that was scanned just before, when it is not clear what it stands for."""
    last: tuple[int, int] | None = None
    """(position, units) of the piece scanned last: what a typed count is about."""
    before: "Packing | None" = field(default=None, repr=False, compare=False)
    """The bench before the last thing that can be undone."""
    doing: str = ""
    """The name of what an undo would take back."""
    taught: str = ""
    """The code that was learned by it, which no undo makes unknown again."""

    @property
    def box(self) -> InBox:
        """What has been done so far, without who did it and where."""
        return InBox(**{it.name: getattr(self, it.name) for it in fields(InBox)})

    @property
    def complete(self) -> bool:
        """Whether nothing more can go in: what stays out has its reason."""
        return all(self.left(n) == 0 for n in range(len(self.counts)))

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
        swaps = self.swaps.get(position)
        return swaps[-1].product if swaps else self.order.lines[position].product

    def line_at(self, position: int) -> OrderLine:
        """The line with the product that goes in for it."""
        return replace(self.order.lines[position], product=self.product_at(position))

    def lines_of(self, product: Product) -> tuple[int, ...]:
        """Positions of the lines this piece may count for."""
        return tuple(
            n for n in range(len(self.order.lines)) if product.id == self.product_at(n).id
        )

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

    def spread(self, position: int, units: int) -> dict[int, int]:
        """Position -> pieces, for ``units`` more of what goes in at ``position``.

        They fill that line first, then the others with the same product. Empty when there
        is no room for all of them.
        """
        found: dict[int, int] = {}
        others = (n for n in self.lines_of(self.product_at(position)) if n != position)
        for place in (position, *others):
            found[place] = min(self.left(place), units - sum(found.values()))
        filled = {place: count for place, count in found.items() if count > 0}
        return filled if sum(filled.values()) == units else {}

    def with_answer(self, key: str, name: str, answer: Answer) -> "Packing":
        return self.then(doing=name, answers=self.answers | {key: answer})

    def then(self, *, doing: str, **changes: object) -> "Packing":
        """The bench after something that can be undone."""
        changes = {"last": None, "taught": "", **changes}
        return replace(self, before=self, doing=doing, asked=None, **changes)  # type: ignore[arg-type] # replace checks the names at run time


@dataclass(frozen=True, slots=True)
class Away:
    """Locked: ``packing`` keeps its counts until somebody signs in and goes on."""

    packer: Packer
    packing: Packing | None


Bench = Unattended | Free | Packing | Away
