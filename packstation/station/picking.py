"""Fetching from the shelves: which orders, what of each, and the papers for whoever goes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from packstation.devices.printers import Printer, PrinterTrouble
from packstation.devices.text import clean
from packstation.domain.note_sheet import note_of
from packstation.domain.picking import (
    MOST,
    AskPicking,
    NoteAtHand,
    PaperPicking,
    PickingChoice,
    PickingErrand,
    PickingNews,
    PickingOut,
    PickingSheet,
    PrintPicking,
    ToPick,
    chosen,
    kept_within,
    sheet_of,
)
from packstation.domain.plans import plan
from packstation.domain.printing import Trouble
from packstation.domain.shop import Packer, Shop
from packstation.slips.press import SlipUndrawn
from packstation.station.lookup import OrderAmbiguous, OrderUnknown, one_order
from packstation.store.picking import Fetchable
from packstation.store.wire import write_picking
from packstation.store.work import Work

EVERY: Final = 1_000_000
_FETCHED: Final = frozenset({"open", "parked", "claimed"})
UNKNOWN, SEVERAL = "unknown", "several"


class DrawsPicking(Protocol):
    """Whoever draws: the press, or the room it works in."""

    def draw_picking(self, picking: str) -> bytes:
        """The papers as PDF. Raises SlipUndrawn."""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Why there is nothing to fetch for an order somebody named.

    ``state`` is the order's own, or UNKNOWN, or SEVERAL: its number is that of several.
    """

    name: str
    state: str


class PickingDesk:
    """Reads what is to be fetched; writes no more than how a bench likes its papers."""

    def __init__(
        self, open_work: Callable[[], Work], open_reading: Callable[[], Work], shop: Shop
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._shop = shop

    def to_pick(self, now: datetime) -> ToPick:
        with self._open_reading() as work:
            there = work.queue.overview(now, now, 0)
            return ToPick(
                waiting=there.ready + there.parked,
                before=there.before_cut_off,
                cut_off=there.cut_off,
                choice=work.picking.choice(),
            )

    def waiting(self, most: int = EVERY) -> tuple[int, ...]:
        """Ids of the orders that wait for a hand, the soonest to leave first."""
        with self._open_reading() as work:
            return work.note_cards.waiting(most)

    def named(self, names: Iterable[str]) -> tuple[tuple[int, ...], tuple[NotFetched, ...]]:
        """The ids of the orders numbered or coded so, each once; and those that cannot be."""
        ids, refused = dict[int, None](), list[NotFetched]()
        with self._open_reading() as work:
            for name in names:
                found = _find(name, work)
                if isinstance(found, NotFetched):
                    refused.append(found)
                else:
                    ids[found] = None
        return tuple(ids), tuple(refused)

    def sheets(self, ids: Sequence[int], now: datetime) -> tuple[PickingSheet, ...]:
        """In the order of ``ids``."""
        with self._open_reading() as work:
            return tuple(self._sheets(ids, now.astimezone(self._shop.zone), work))

    def keep(self, choice: PickingChoice) -> None:
        with self._open_work() as work:
            work.picking.keep_choice(choice)
            work.commit()

    def _sheets(self, ids: Sequence[int], here: datetime, work: Work) -> Iterator[PickingSheet]:
        """Planned by the very card and rules each order will meet at the bench."""
        rules, touches = work.settings.ruleset(), work.settings.touches()

        def note_at_hand(it: Fetchable) -> NoteAtHand:
            if work.notes.of_order(it.order.id) is not None:
                return NoteAtHand.WRITTEN
            of = it.customer_id
            card = None if of is None else work.customers.card(of, it.order, here)
            scene = work.scene(it.order, card, here)
            made = plan(rules, touches, scene, self._shop.giving)
            wanted = note_of(made.suggestions) is not None
            return NoteAtHand.TO_WRITE if wanted else NoteAtHand.NONE

        for it in work.picking.orders(ids):
            yield sheet_of(it.order, note_at_hand(it), it.parked)


class PickingPapers:
    """What a bench asks for, drawn beside the window and handed to its printer."""

    def __init__(
        self, desk: PickingDesk, printer: Printer, press: DrawsPicking, shop: Shop, media: str
    ) -> None:
        self._desk = desk
        self._printer = printer
        self._press = press
        self._shop = shop
        self._media = media

    def answer(self, errand: PickingErrand, now: datetime) -> Iterator[PickingNews]:
        match errand:
            case AskPicking():
                yield self._desk.to_pick(now)
            case PrintPicking(packer, choice):
                yield self._print(packer, kept_within(choice), now)

    def _print(self, packer: Packer, choice: PickingChoice, now: datetime) -> PickingOut:
        self._desk.keep(choice)
        before = self._desk.to_pick(now).before
        ids = chosen(self._desk.waiting(MOST), choice, before)
        if not ids:
            return PickingOut(orders=0)
        papers = PaperPicking(
            sheets=self._desk.sheets(ids, now),
            slots=choice.slots,
            shop=self._shop.brand.name,
            zone=self._shop.brand.zone,
            language=packer.language,
            media=self._media,
        )
        title = f"picking-{now.astimezone(self._shop.zone).date()}"
        try:
            pdf = self._press.draw_picking(write_picking(papers))
            where = self._printer.submit(pdf, title).where
        except SlipUndrawn:
            return PickingOut(orders=len(ids), trouble=str(Trouble.UNDRAWN))
        except PrinterTrouble as trouble:
            return PickingOut(orders=len(ids), trouble=trouble.reason)
        return PickingOut(orders=len(ids), where=where)


def _find(name: str, work: Work) -> int | NotFetched:
    try:
        id_ = one_order(clean(name).text, work)
    except OrderUnknown:
        return NotFetched(name, UNKNOWN)
    except OrderAmbiguous:
        return NotFetched(name, SEVERAL)
    state = work.orders.state(id_)
    if state == "arriving":  # an import is still at it: nobody sees it yet
        return NotFetched(name, UNKNOWN)
    return id_ if state in _FETCHED else NotFetched(name, state)
