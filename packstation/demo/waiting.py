"""The sixty orders that wait on the demo's first day, and a cancelled one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.baskets import Shelves, line_of, total
from packstation.demo.calendar import CORREOS, GLS, SEUR, next_cut_off
from packstation.demo.cast import Role
from packstation.demo.history import clock_time
from packstation.demo.ordering import as_gift, guest_order, order_of, with_wishes
from packstation.demo.people import People, Person
from packstation.domain.arrivals import ArrivingLine, ArrivingOrder
from packstation.domain.orders import FRAGILE, NO_PLASTIC, Opener

SLOTS: Final = 59
"""Orders of the last two days; two older ones wait as well, and one of all is cancelled."""
OLDER: Final = 2
LUCIAS_SLOT: Final = 13
REACH: Final = timedelta(hours=46)
LATER: Final = 44
"""From this slot on an order makes the cut-off after the next one."""
SHORT: Final = 12
LONG: Final = 250
"""Days since the last order: sooner is unusual, later is a return."""
HOTEL: Final = "Hotel El Olivar"
HOTEL_LINES: Final = 34
HOUSEMATE: Final = "Carmen Ortega"
"""On the label of somebody else's order: a present, or who opens the door?"""
CARRIERS: Final = {carrier.name: carrier for carrier in (SEUR, CORREOS, GLS)}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody with a past."""

    person: Person
    days_away: int
    unhealed: bool


class Waiting:
    """Writes the orders that wait."""

    def __init__(
        self, seed: str, times: tuple[datetime, datetime], tools: tuple[Shelves, People]
    ) -> None:
        """``times``: when the newest order came, and when the shop is built."""
        self._chance = Random(f"{seed}/waiting")
        self._newest, self._built_at = times
        self._shelves, self._people = tools
        self.newcomers: list[Person] = []

    def orders(self, roles: Sequence[Role], known: Sequence[Known]) -> list[ArrivingOrder]:
        """All of them, the oldest first, without numbers."""
        taken = {LUCIAS_SLOT + role.part.place: role.now for role in roles}
        late, held, *wishes = self._wishes(known)
        self._chance.shuffle(wishes)
        free = iter(wishes)
        slots = [taken[n] if n in taken else next(free) for n in range(SLOTS)]
        placed = (
            replace(order, placed_at=moment)
            for order, moment in zip(slots, self._moments(), strict=True)
        )
        return [
            *self._older(late, held),
            *(self._leaving(slot, order) for slot, order in enumerate(placed)),
        ]

    def _moments(self) -> list[datetime]:
        found: list[datetime] = []
        while len(found) < SLOTS:
            day = self._newest.date() - timedelta(days=self._chance.randrange(3))
            moment = datetime.combine(day, clock_time(self._chance), self._newest.tzinfo)
            if self._newest - REACH <= moment <= self._newest:
                found.append(moment)
        return sorted(found)

    def _leaving(self, slot: int, order: ArrivingOrder) -> ArrivingOrder:
        if order.state == "cancelled":
            return order
        carrier = CARRIERS[order.carrier]
        cut_off = next_cut_off(carrier, self._built_at)
        later = slot >= LATER
        state = "held" if order.state == "held" else "open"
        return replace(
            order, state=state, leaves_at=next_cut_off(carrier, cut_off) if later else cut_off
        )

    def _older(self, late: ArrivingOrder, held: ArrivingOrder) -> tuple[ArrivingOrder, ...]:
        """One that waits too long already, and one that waits for money."""
        evening = self._newest.replace(hour=18, minute=20)
        late = replace(late, placed_at=evening - timedelta(days=4))
        held = replace(
            held,
            placed_at=evening - timedelta(days=3, hours=1),
            state="held",
            hold_reason="esperamos la transferencia",
            held_by="Elena",
        )
        return self._leaving(0, late), self._leaving(0, held)

    def _wishes(self, known: Sequence[Known]) -> list[ArrivingOrder]:
        """Fifty-two orders beside the cast's, of every sort that a packer should meet once."""
        some = _Pick(self._chance, known)
        people = [
            *some(5, lambda it: it.days_away > LONG),
            *some(3, lambda it: it.unhealed),
            *some(3, lambda it: bool(it.person.customer.promise)),
            *some(1, lambda it: it.person.customer.no_extras),
        ]
        usual = some(28, lambda it: SHORT < it.days_away < LONG)
        self.newcomers = [self._people.somebody() for _ in range(7)]
        plain = [self._order(person) for person in usual]
        others = [self._order(person) for person in (*people, *self.newcomers)]
        return [
            *plain[:2],
            *self._specials(plain[2:11]),
            *(with_wishes(self._chance, order) for order in (*plain[11:], *others)),
            *(self._guest() for _ in range(4)),
            self._hotel(),
        ]

    def _specials(self, plain: Sequence[ArrivingOrder]) -> Iterator[ArrivingOrder]:
        cancelled, single, engraved, parted, vase, platter, *gifts = plain
        yield replace(cancelled, state="cancelled")
        yield self._with(single, ("Vela de azahar", "pequeña", 1, ""))
        yield self._with(
            engraved,
            ("Cuaderno de tapa dura", "azul", 1, "Grabar en la tapa: «Clara»"),
            ("Cuaderno de tapa dura", "azul", 1, "Grabar en la tapa: «Bruno»"),
            ("Tarjeta «Gracias»", "azul", 2, ""),
        )
        yield self._with(
            parted,
            ("Té chai especiado", "100 g", 2, ""),
            ("Té chai especiado", "100 g", 1, "Este, en bolsa de regalo"),
        )
        yield self._unclear(vase)
        yield replace(
            self._with(
                platter,
                ("Fuente de barro", "grande", 1, ""),
                ("Cuenco de gres", "arena", 6, ""),
            ),
            flags=(FRAGILE, NO_PLASTIC),
        )
        yield from (as_gift(self._chance, order, self._people) for order in gifts)

    def _unclear(self, order: ArrivingOrder) -> ArrivingOrder:
        """For another name, and nobody says that it is a gift."""
        vase = ("Jarrón de cristal", "verde", 1, "")
        return replace(
            self._with(order, vase, ("Florero «Rayas»", "azul", 1, "")),
            flags=(FRAGILE,),
            recipient=HOUSEMATE,
            opener=Opener.UNKNOWN,
        )

    def _with(self, order: ArrivingOrder, *wanted: tuple[str, str, int, str]) -> ArrivingOrder:
        lines = tuple(
            replace(
                line_of(self._shelves.by_sku[self._shelves.sku_of(name, variant)], count),
                note=note,
            )
            for name, variant, count, note in wanted
        )
        return replace(order, lines=lines, total_cents=total(lines))

    def _order(self, person: Person) -> ArrivingOrder:
        lines = self._shelves.basket(self._chance, person)
        return order_of(person, lines, self._newest, self._chance)

    def _guest(self) -> ArrivingOrder:
        lines = self._shelves.basket(self._chance, None)
        return guest_order(self._people, lines, self._newest, self._chance)

    def _hotel(self) -> ArrivingOrder:
        """More than a page of lines, for a house and not for a person."""
        hotel = self._people.named(HOTEL, "es")
        hotel = replace(hotel, customer=replace(hotel.customer, called=""))
        self.newcomers.append(hotel)
        families = ("TAZ", "PLA", "TE", "INF", "JAB", "VEL")
        picked: dict[str, ArrivingLine] = {}
        while len(picked) < HOTEL_LINES:
            ware = self._shelves.pick(self._chance, self._chance.choice(families))
            picked[ware.product.sku] = line_of(ware, self._chance.choice((2, 4, 6, 12)))
        order = order_of(hotel, tuple(picked.values()), self._newest, self._chance)
        return replace(
            order, carrier=GLS.name, message="Entrada por el muelle de carga, de 9 a 13 h."
        )


class _Pick:
    """Draws people, nobody twice."""

    def __init__(self, chance: Random, known: Sequence[Known]) -> None:
        self._chance = chance
        self._left = list(known)

    def __call__(self, count: int, holds: Callable[[Known], bool]) -> list[Person]:
        fitting = [it for it in self._left if holds(it)]
        drawn = self._chance.sample(fitting, min(count, len(fitting)))
        names = {it.person.customer.outside_id for it in drawn}
        self._left = [it for it in self._left if it.person.customer.outside_id not in names]
        return [it.person for it in drawn]
