"""Orders, boxes, slips and benches, as plain as can be, for the model of two benches."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

LEASE = timedelta(minutes=10)
SWEETS = "sweets-lemon"

Pieces = dict[str, int]
"""SKU -> how many."""
Said = tuple[str, tuple[tuple[str, int], ...]]
"""What the shop's export says of an order: its state there, and (SKU, pieces) line by line."""


@dataclass
class Box:
    """What has been done to one parcel."""

    counts: Pieces
    short: Pieces = field(default_factory=dict)
    answered: frozenset[str] = frozenset()
    aside: int = 0
    extra: int = 0
    """Those of them that the order has, and were one too many."""
    replaces: str = ""

    def copy(self) -> "Box":
        return replace(self, counts=dict(self.counts), short=dict(self.short))


@dataclass
class Order:
    """An order as the shop has it; ``need`` may change while it is packed."""

    need: Pieces
    said: Said
    """What the newest export that holds says of it."""
    state: str = "open"
    revision: int = 1
    bench: str = ""
    lease: datetime | None = None
    parked: tuple[int, Box] | None = None
    slips: list["Slip"] = field(default_factory=list)
    news: Said | None = None
    """What a later one says, until nobody has the order in hand any more."""
    held_here: bool = False
    """A person holds it, not the shop."""

    @property
    def live(self) -> list["Slip"]:
        return [slip for slip in self.slips if not slip.void]


@dataclass
class Slip:
    number: str
    revision: int
    packer: str
    box: Box
    as_it_was: bool = False
    """The shop had changed the order, and that was not taken in."""
    from_jar: int = 0
    """Sweets it took; an empty jar never holds a parcel up."""
    void: bool = False
    copies: list[tuple[str, str]] = field(default_factory=list)
    """Why each was asked for, and by whom."""


@dataclass
class Hand:
    """The order on a bench, as it was when somebody last looked."""

    number: str
    revision: int
    need: Pieces
    box: Box
    plan: frozenset[str] | None = None
    news: Said | None = None
    """What whoever stands there has been told of it."""
    asked: str = ""
    """seal or put_back: what is done when it is asked for once more; cancelled: what is not."""
    last: str = ""
    before: list[tuple[Box, str]] = field(default_factory=list)

    def left(self, sku: str) -> int:
        return self.need[sku] - self.box.counts[sku] - self.box.short.get(sku, 0)

    @property
    def complete(self) -> bool:
        return all(self.left(sku) == 0 for sku in self.need)

    @property
    def cancelled(self) -> bool:
        return self.news is not None and self.news[0] == "cancelled"

    @property
    def open_touches(self) -> frozenset[str]:
        return (self.plan or frozenset()) - self.box.answered

    def do(self, last: str = "") -> Box:
        """The box for what is done next, which an undo will take back."""
        self.before.append((self.box, self.last))
        self.box, self.last, self.asked = self.box.copy(), last, ""
        return self.box

    def put_aside(self, *, extra: bool) -> None:
        self.box.aside += 1
        self.box.extra += extra
        self.asked, self.last = "", ""


@dataclass
class Bench:
    """``packer`` is empty while nobody has signed in."""

    name: str
    packer: str = ""
    locked: bool = False
    hand: Hand | None = None
