"""What is to be taken from which shelf: for one order, and for a cart of several at once."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from packstation.domain.bench import Parked
from packstation.domain.orders import Order, OrderLine, Product
from packstation.domain.shop import Packer

MOST: Final = 60
"""Orders that a bench prints in one go: a morning's."""
MOST_SLOTS: Final = 30
"""On one cart."""

# A stretch of figures, or of letters: what stands between them tells nothing.
_PARTS: Final = re.compile(r"\d+|[^\W\d_]+")
_LETTERS: Final = 1 << 40

PlaceKey = tuple[bool, tuple[tuple[int, str], ...], str]


class NoteAtHand(StrEnum):
    """Whether a note goes with the parcel."""

    NONE = ""
    TO_WRITE = "to_write"
    WRITTEN = "written"
    """Its card lies ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """So many pieces of one product, from its place."""

    product: Product
    quantity: int
    """Still to be taken; 0 where nothing is left to do."""
    note: str = ""
    """What the customer wants on this very piece."""
    kit: str = ""
    in_box: int = 0
    """Taken already: the parcel was put aside with them."""
    stays_out: int = 0
    """Known at the bench to be missing or unfit: nobody need look for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickingSheet:
    """One order for whoever fetches its pieces, by place. Nothing on it tells who ordered."""

    number: str
    code: str
    carrier: str = ""
    leaves_at: datetime | None = None
    flags: tuple[str, ...] = ()
    message: bool = False
    """The customer wrote something: it is read at the bench."""
    gift_message: bool = False
    note: NoteAtHand = NoteAtHand.NONE
    aside: bool = False
    """It was put aside with what is in its box."""
    picks: tuple[Pick, ...]

    @property
    def pieces(self) -> int:
        """Still to be taken."""
        return sum(pick.quantity for pick in self.picks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """All that a cart needs of one product, and into which of its slots it goes."""

    product: Product
    slots: tuple[tuple[int, int], ...]
    """(slot, pieces), from the first slot on."""
    wished: tuple[int, ...] = ()
    """Slots with a piece the customer wants something done to."""

    @property
    def quantity(self) -> int:
        return sum(pieces for _, pieces in self.slots)


@dataclass(frozen=True, slots=True)
class Cart:
    """Orders that are fetched in one walk: the first stands in slot 1, and so on."""

    sheets: tuple[PickingSheet, ...]

    @property
    def pieces(self) -> int:
        return sum(sheet.pieces for sheet in self.sheets)

    @property
    def stops(self) -> tuple[Stop, ...]:
        """By place, each product once."""
        products: dict[int, Product] = {}
        slots: dict[int, Counter[int]] = {}
        wished: dict[int, set[int]] = {}
        for slot, sheet in enumerate(self.sheets, 1):
            for pick in sheet.picks:
                if pick.quantity:
                    id_ = pick.product.id
                    products[id_] = pick.product
                    slots.setdefault(id_, Counter())[slot] += pick.quantity
                    wished.setdefault(id_, set()).update({slot} if pick.note else ())
        stops = (
            Stop(product=it, slots=tuple(slots[id_].items()), wished=tuple(sorted(wished[id_])))
            for id_, it in products.items()
        )
        return tuple(sorted(stops, key=lambda stop: _walk(stop.product)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPicking:
    """All that the picking papers say; ``language`` is that of whoever fetches."""

    sheets: tuple[PickingSheet, ...]
    slots: int = 0
    """Of each cart; 0: there is none, every order is fetched by itself."""
    shop: str
    zone: str
    language: str
    media: str = "A4"

    @property
    def carts(self) -> tuple[Cart, ...]:
        """The sheets in their order, as many to a cart as it has slots."""
        size = self.slots
        starts = range(0, len(self.sheets), size) if size else ()
        return tuple(Cart(self.sheets[n : n + size]) for n in starts)


# ---- between bench and window


@dataclass(frozen=True, slots=True)
class PickingChoice:
    """What a bench prints in one go."""

    orders: int = 0
    """The next so many; 0: all that leave before the next cut-off."""
    slots: int = 0


@dataclass(frozen=True, slots=True)
class AskPicking:
    """How much there is to fetch, and what was chosen here last?"""


@dataclass(frozen=True, slots=True)
class PrintPicking:
    packer: Packer
    choice: PickingChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPick:
    """How many orders wait for a hand, and how many of them leave before ``cut_off``."""

    waiting: int
    before: int
    cut_off: datetime | None
    choice: PickingChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class PickingOut:
    """Where the papers of so many orders went; or ``trouble`` says why they did not."""

    orders: int
    where: str = ""
    trouble: str = ""


PickingErrand = AskPicking | PrintPicking
PickingNews = ToPick | PickingOut


# ---- from orders to sheets


def by_place(place: str) -> PlaceKey:
    """Sorts places as they stand in the room: "A2" before "A10", things without one last."""
    parts = tuple(map(_part, _PARTS.findall(place.casefold())))
    return (not place.strip(), parts, place)


def sheet_of(
    order: Order, note: NoteAtHand = NoteAtHand.NONE, parked: Parked | None = None
) -> PickingSheet:
    """``parked`` is what was in its box when it was put aside, if it was."""
    # Of another revision nobody believes what is in the box.
    kept = parked if parked is not None and parked.revision == order.revision else None
    picks = (_pick(line, place, kept) for place, line in enumerate(order.lines))
    return PickingSheet(
        number=order.number,
        code=order.code,
        carrier=order.carrier,
        leaves_at=order.leaves_at,
        flags=order.flags,
        message=bool(order.message.strip()),
        gift_message=bool(order.gift_message.strip()),
        note=note,
        aside=parked is not None,
        picks=tuple(sorted(picks, key=lambda it: (*_walk(it.product), it.kit, it.note))),
    )


def chosen(waiting: Sequence[int], choice: PickingChoice, before: int) -> Sequence[int]:
    """Those of ``waiting``, the soonest to leave first, that ``choice`` means."""
    return waiting[: min(choice.orders or before, MOST)]


def kept_within(choice: PickingChoice) -> PickingChoice:
    """``choice``, whoever changed it by hand, as a bench can print it."""
    orders, slots = max(0, min(choice.orders, MOST)), max(0, min(choice.slots, MOST_SLOTS))
    return replace(choice, orders=orders, slots=slots)


def _part(text: str) -> tuple[int, str]:
    """A number by its length first, as no figure is too long to be sorted; then letters."""
    if not text[0].isdecimal():
        return (_LETTERS, text)
    figures = text.lstrip("0")
    return (len(figures), figures)


def _walk(product: Product) -> tuple[PlaceKey, str, int]:
    return (by_place(product.place), product.sku, product.id)


def _pick(line: OrderLine, place: int, parked: Parked | None) -> Pick:
    product, in_box, out = line.product, 0, 0
    if parked is not None:
        box = parked.box
        in_box = box.counts[place] if place < len(box.counts) else 0
        out = box.short[place].units if place in box.short else 0
        swaps = box.swaps.get(place, ())
        product = swaps[-1].product if swaps else product
    return Pick(
        product=product,
        quantity=max(0, line.quantity - in_box - out),
        note=line.note,
        kit=line.kit,
        in_box=in_box,
        stays_out=out,
    )
