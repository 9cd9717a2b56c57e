"""The people of the demo whom its stories name: always there, with the same orders."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.demo.baskets import Shelves
from packstation.demo.calendar import CORREOS, GLS, SEUR, Carrier
from packstation.demo.history import Past
from packstation.demo.ordering import as_gift, order_of
from packstation.demo.people import People, Person
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.founding import PastIncident, PastTouch
from packstation.domain.orders import NO_INVOICE, NO_PLASTIC

Wanted = tuple[tuple[str, str, int], ...]
"""Name, variant and how many."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast; ``place`` is this order's place behind Lucía's."""

    place: int
    name: str
    language: str
    country: str
    carrier: Carrier
    wanted: Wanted
    past_days: tuple[int, ...] = ()


# fmt: off
LUCIA: Final = Part(
    0, "Lucía Fernández", "es", "ES", SEUR, (
        ("Tetera de hierro", "azul", 1), ("Taza de barro", "pequeña", 3),
        ("Té verde Sencha", "100 g", 1)),
    (471, 316, 161),
)
OTHERS: Final = (
    Part(-11, "Nuria Soler", "es", "ES", CORREOS, (
        ("Tetera de barro", "grande", 1), ("Vela de higo", "pequeña", 2)), (250, 92)),
    Part(-3, "Jonas Weber", "de", "DE", GLS, (
        ("Chocolate negro 70 %", "200 g", 2), ("Jabón de oliva", "100 g", 1)), (205,)),
    Part(-2, "Marie Dubois", "fr", "FR", CORREOS, (
        ("Vela de lavanda", "grande", 1),), (312, 190, 64)),
    Part(-1, "Iker Olaizola", "es", "ES", GLS, (
        ("Taza de gres", "azul", 4),), (97,)),
    Part(1, "Ane Etxebarria", "es", "ES", SEUR, (
        ("Té negro Earl Grey", "100 g", 1), ("Taza con infusor", "blanca", 1)), (58,)),
    Part(3, "Pau Serra", "ca", "ES", SEUR, (
        ("Cuaderno con inicial", "S", 1),)),
    Part(4, "Inés Robles", "es", "ES", SEUR, (
        ("Plato llano de gres", "azul", 6), ("Bandeja esmaltada", "blanca", 1)),
        (340, 210, 120, 33)),
    Part(6, "Rosa Prieto", "es", "ES", CORREOS, (
        ("Pañuelo de seda", "mostaza", 1), ("Jabón de rosas", "100 g", 1)), (500, 41)),
)
# fmt: on
BEFORE: Final[tuple[Wanted, ...]] = (
    (("Taza esmaltada", "azul", 2),),
    (("Té verde Sencha", "100 g", 1), ("Cuaderno punteado", "A5", 1)),
    (("Taza de barro", "pequeña", 2), ("Té verde Sencha", "100 g", 1)),
)
"""What Lucía bought before, the oldest first; of the last, a cup arrived broken."""


@dataclass(frozen=True, slots=True)
class Role:
    """A part with a body: who plays it, what that person bought before and wants now."""

    part: Part
    person: Person
    past: tuple[ArrivingOrder, ...]
    now: ArrivingOrder


class Cast:
    """Brings the parts of the demo's stories to life."""

    def __init__(self, seed: str, people: People, shelves: Shelves, past: Past) -> None:
        self._chance = Random(f"{seed}/cast")
        self._people = people
        self._shelves = shelves
        self._past = past

    def roles(self, now: datetime) -> Iterator[Role]:
        """All of them; ``now`` stands for the time of their orders until they get their own."""
        yield self._lucia(now)
        yield from (self._other(part, now) for part in OTHERS)

    def _lucia(self, now: datetime) -> Role:
        person = self._people.named(LUCIA.name, LUCIA.language)
        told = replace(
            person.customer,
            likes=("té verde", "azul"),
            limits=("nuts",),
            told_at=now - timedelta(days=315),
        )
        person = replace(person, customer=told)
        past = tuple(
            self._order(person, wanted, self._past.moment(days))
            for days, wanted in zip(LUCIA.past_days, BEFORE, strict=True)
        )
        wish = replace(
            self._order(person, LUCIA.wanted, now),
            flags=(NO_INVOICE, NO_PLASTIC),
            message="Mandadme la factura por correo, en la caja no hace falta. ¡Gracias!",
        )
        return Role(LUCIA, person, past, replace(wish, carrier=SEUR.name))

    def _other(self, part: Part, now: datetime) -> Role:
        person = self._people.named(part.name, part.language, part.country)
        past = tuple(self._past.order(person, days) for days in part.past_days)
        wish = replace(self._order(person, part.wanted, now), carrier=part.carrier.name)
        match part.name:
            case "Nuria Soler":
                wish = replace(
                    wish, state="held", hold_reason="falta la tetera", held_by="Joan"
                )
            case "Inés Robles":
                wish = replace(
                    as_gift(self._chance, wish, self._people),
                    carrier=part.carrier.name,
                    country=wish.country,
                    gift_message="Para vuestra primera mesa. ¡Feliz boda!",
                )
            case _:
                pass
        return Role(part, person, past, wish)

    def _order(self, person: Person, wanted: Wanted, at: datetime) -> ArrivingOrder:
        lines = self._shelves.lines(
            *((self._shelves.sku_of(name, variant), count) for name, variant, count in wanted)
        )
        return order_of(person, lines, at, self._chance)


def lucias_story(
    past: tuple[ArrivingOrder, ...],
) -> tuple[PastIncident, tuple[PastTouch, ...]]:
    """The broken cup, and what went into her parcels before it."""
    _, second, third = past
    reported = third.placed_at + timedelta(days=4, hours=1)
    broken = PastIncident(
        order=third.outside_id,
        cause="damaged",
        product_name="Taza de barro",
        customer_words="Una taza llegó rota, qué pena.",
        reported_at=reported,
        resolved_at=reported + timedelta(days=2),
    )
    note = "Gracias por volver, Lucía. Que disfrutes mucho del té."
    return broken, (
        PastTouch(
            order=second.outside_id,
            key="note",
            note=note,
            at=second.placed_at + timedelta(days=1),
        ),
        PastTouch(
            order=third.outside_id, key="sweets-honey", at=third.placed_at + timedelta(days=1)
        ),
    )
