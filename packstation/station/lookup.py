"""Everything the shop knows of one order, for whoever asks from outside the bench."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from packstation.devices.text import clean
from packstation.domain.arrivals import ArrivingCode
from packstation.domain.codes import Kind, own_code
from packstation.domain.customers import CustomerCard
from packstation.domain.decisions import Decision, Explained
from packstation.domain.orders import Order, Waiting
from packstation.domain.plans import plan
from packstation.domain.records import Parcel
from packstation.domain.shop import COMMANDS, Shop
from packstation.domain.touches import Suggestion, Touch
from packstation.store.work import Work

ALL = 1_000_000


class OrderUnknown(Exception):
    """No order has this number or code."""


class OrderAmbiguous(Exception):
    """Several orders have this number; their own codes tell them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeen:
    order: Order
    state: str
    codes: dict[int, tuple[ArrivingCode, ...]]
    """Product id -> its codes."""
    card: CustomerCard | None
    suggestions: tuple[Suggestion, ...]
    parcel: Parcel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCodes:
    """The codes this shop prints on paper."""

    badges: tuple[tuple[str, str], ...]
    """(name, code)"""
    commands: tuple[tuple[str, str], ...]
    """(name in COMMANDS, code)"""
    touches: tuple[Touch, ...]


class Lookup:
    """Reads only."""

    def __init__(self, open_reading: Callable[[], Work], shop: Shop) -> None:
        self._open_reading = open_reading
        self._shop = shop

    def waiting(self) -> tuple[Waiting, ...]:
        with self._open_reading() as work:
            return work.queue.waiting(ALL)

    def codes(self) -> PrintedCodes:
        bodies = {name: body for body, name in self._shop.commands.items()}
        with self._open_reading() as work:
            return PrintedCodes(
                badges=work.people.badges(),
                commands=tuple(
                    (name, own_code(self._shop.mark, Kind.COMMAND, bodies[name]))
                    for name in COMMANDS
                    if name in bodies
                ),
                touches=work.settings.touches(),
            )

    def order(self, name: str, now: datetime) -> OrderSeen:
        """The order numbered or coded ``name``. Raises OrderUnknown, OrderAmbiguous."""
        here = now.astimezone(self._shop.zone)
        with self._open_reading() as work:
            order_id = one_order(clean(name).text, work)
            order, customer_id = work.orders.snapshot(order_id)
            card = (
                None if customer_id is None else work.customers.card(customer_id, order, here)
            )
            rules, touches = work.settings.ruleset(), work.settings.touches()
            scene = work.scene(order, card, here)
            made = plan(rules, touches, scene, self._shop.giving)
            return OrderSeen(
                order=order,
                state=work.orders.state(order_id),
                codes=work.products.codes_of(tuple({line.product.id for line in order.lines})),
                card=card,
                suggestions=made.suggestions,
                parcel=work.packings.of_order(order_id),
            )

    def why(self, order_id: int) -> Decision | None:
        """What was planned for the order last, and on what grounds."""
        with self._open_reading() as work:
            return work.decisions.of_order(order_id)

    def parcel(self, order_id: int) -> Parcel | None:
        with self._open_reading() as work:
            return work.packings.of_order(order_id)

    def explained(self, order_id: int) -> Explained | None:
        """The same, with the shop's touches."""
        with self._open_reading() as work:
            decision = work.decisions.of_order(order_id)
            return None if decision is None else Explained(decision, work.settings.touches())


def one_order(name: str, work: Work) -> int:
    """The id of the order numbered or coded ``name``. Raises OrderUnknown, OrderAmbiguous."""
    coded = work.orders.of_code(name.upper())
    if coded is not None:
        return coded
    numbered = work.orders.numbered(name)
    if len(numbered) > 1:
        raise OrderAmbiguous(name)
    if not numbered:
        raise OrderUnknown(name)
    return numbered[0]
