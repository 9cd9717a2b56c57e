"""Who buys at Casa Azul: made-up people with an address, a language and tastes."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from packstation.demo.catalogue import Ware
from packstation.demo.names import REGIONS, Region
from packstation.domain.arrivals import ArrivingCustomer

LIMITS: Final = ("nuts", "gluten", "milk", "eggs", "alcohol", "sugar")
# What people say they like, in words that also stand on the things themselves.
LIKES: Final = {
    "TAZ": ("tazas", "barro", "porcelana"), "TET": ("teteras", "hierro"),
    "PLA": ("gres", "cuencos"), "VEL": ("velas", "lavanda", "azahar"),
    "JAB": ("jabón de oliva", "lavanda", "romero"), "INF": ("rooibos", "manzanilla"),
    "TE": ("té verde", "té negro", "Earl Grey", "Sencha"),
    "DUL": ("chocolate negro", "miel", "turrón"), "COJ": ("cojines", "lino"),
    "PAN": ("pañuelos", "seda"), "CUA": ("cuadernos", "libretas"),
    "TAR": ("tarjetas", "postales"), "JAR": ("jarrones", "macetas"),
    "COC": ("lino", "delantales"),
}  # fmt: skip
# What one finishes and buys again.
USED_UP: Final = ("TE", "INF", "VEL", "JAB", "DUL")
COLOURS: Final = ("azul", "verde", "mostaza", "terracota", "rosa")
PROMISES: Final = (
    "La tapa de repuesto de su tetera, con el próximo pedido",
    "Una muestra del té nuevo de jazmín",
    "El catálogo de otoño, en papel",
    "Papel de regalo azul, el de las olas",
    "La receta del bizcocho de té verde",
    "Cambiarle el asa de la taza, sin coste",
    "Dos bolsas de tela para sus infusiones",
)
DOORS: Final = ("", "", "1.º A", "2.º B", "3.º izq.", "4.º dcha.", "bajo", "ático")


@dataclass(frozen=True, slots=True)
class Person:
    """A customer before the first order: who, where, and what this person comes back for."""

    customer: ArrivingCustomer
    address: tuple[str, ...]
    tastes: tuple[str, ...]
    """Prefixes of the families this person mostly buys from."""
    favourite: Ware | None
    """The one thing bought again and again."""


class People:
    """Makes up people one after another, no two with the same name or e-mail."""

    def __init__(self, seed: str, wares: tuple[Ware, ...], midnight: datetime) -> None:
        self._chance = Random(f"{seed}/people")
        self._wares = wares
        self._told_at = midnight
        self._names: set[str] = set()
        self._count = 0

    def somebody(self) -> Person:
        chance = self._chance
        region = chance.choices(REGIONS, [region.share for region in REGIONS])[0]
        given, name = self._name(region)
        tastes = tuple(chance.sample(sorted(LIKES), 3))
        limits = self._limits()
        return Person(
            self._customer(region, (given, name), tastes, limits),
            address(chance, region),
            tastes,
            self._favourite(tastes, frozenset(limits)),
        )

    def named(self, name: str, language: str, country: str = "ES") -> Person:
        """Somebody of this name, in a believable place, with nothing else known yet."""
        region = next(r for r in REGIONS if (r.language, r.country) == (language, country))
        self._names.add(_letters(name))
        given = name.partition(" ")[0]
        return Person(
            self._customer(region, (given, name), (), ()),
            address(self._chance, region),
            (),
            None,
        )

    def guest(self) -> tuple[str, Region, tuple[str, ...]]:
        """Name, region and address of someone who left no account."""
        region = self._chance.choices(REGIONS, [region.share for region in REGIONS])[0]
        return self._name(region)[1], region, address(self._chance, region)

    def _name(self, region: Region) -> tuple[str, str]:
        while True:
            given = self._chance.choice(region.given.split("/"))
            surnames = self._chance.sample(region.family.split("/"), 2)
            both = self._chance.random() < region.two_surnames
            name = " ".join((given, *surnames[: 1 + both]))
            if _letters(name) not in self._names:
                self._names.add(_letters(name))
                return given, name

    def _customer(
        self,
        region: Region,
        names: tuple[str, str],
        tastes: tuple[str, ...],
        limits: tuple[str, ...],
    ) -> ArrivingCustomer:
        self._count += 1
        chance = self._chance
        plain = chance.random() >= (0.03 if tastes else 0)
        return ArrivingCustomer(
            outside_id=f"C{self._count:05}",
            name=names[1],
            called=names[0] if plain else "",
            email=f"{_letters(names[1])}@correo.example",
            language=region.language,
            country=region.country,
            no_extras=bool(tastes) and chance.random() < 0.015,
            no_personalisation=bool(tastes) and chance.random() < 0.012,
            promise=chance.choice(PROMISES) if tastes and chance.random() < 0.02 else "",
            likes=self._likes(tastes),
            limits=limits,
            told_at=self._told_at,
        )

    def _likes(self, tastes: tuple[str, ...]) -> tuple[str, ...]:
        chance = self._chance
        if not tastes or chance.random() < 0.6:
            return ()
        likes = [chance.choice(LIKES[tastes[0]])]
        if chance.random() < 0.5:
            likes.append(chance.choice(LIKES[tastes[1]]))
        if chance.random() < 0.35:
            likes.append(chance.choice(COLOURS))
        return tuple(dict.fromkeys(likes))

    def _limits(self) -> tuple[str, ...]:
        chance = self._chance
        if chance.random() > 0.09:
            return ()
        return tuple(sorted(chance.sample(LIMITS, chance.choices((1, 2), (4, 1))[0])))

    def _favourite(self, tastes: tuple[str, ...], limits: frozenset[str]) -> Ware | None:
        chance = self._chance
        if chance.random() < 0.5:
            return None
        family = chance.choice([taste for taste in tastes if taste in USED_UP] or ["TE"])
        return chance.choice(
            [w for w in self._wares if w.family.prefix == family and not w.contains & limits]
        )


def address(chance: Random, region: Region) -> tuple[str, ...]:
    """As on a label, without the name; the country only abroad."""
    street = chance.choice(region.streets.split("/")).replace("#", str(chance.randint(1, 96)))
    code, _, city = _digits(chance, chance.choice(region.cities.split("/"))).partition(" ")
    door = chance.choice(DOORS) if region.country == "ES" else ""
    if region.country in {"GB", "IE"}:
        second, _, city = city.partition(" ")
        lines = [street, city, f"{code} {second}"]
    else:
        lines = [f"{street}, {door}" if door else street, f"{code} {city}"]
    return (*lines, region.abroad) if region.abroad else tuple(lines)


def _digits(chance: Random, text: str) -> str:
    return "".join(str(chance.randint(1, 9)) if sign == "#" else sign for sign in text)


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return ".".join(plain.split())
