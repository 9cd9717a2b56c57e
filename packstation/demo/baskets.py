"""What goes into one order: mostly from the families a person likes, and the favourite."""

from collections.abc import Iterable
from random import Random
from typing import Final

from packstation.demo.catalogue import Ware
from packstation.demo.people import Person
from packstation.domain.arrivals import ArrivingLine

LINES: Final = (30, 26, 18, 11, 7, 4, 2.5, 1.5)
"""How often an order has one line, two lines, up to eight."""


class Shelves:
    """Picks things; some sell far better than others, always the same ones."""

    def __init__(self, seed: str, wares: tuple[Ware, ...]) -> None:
        fame = Random(f"{seed}/fame")
        self._wares: dict[str, list[Ware]] = {}
        self._fame: dict[str, list[float]] = {}
        self.by_sku = {ware.product.sku: ware for ware in wares}
        self._skus = {(w.product.name, w.product.variant): w.product.sku for w in wares}
        for ware in wares:
            prefix = ware.family.prefix
            self._wares.setdefault(prefix, []).append(ware)
            self._fame.setdefault(prefix, []).append(fame.paretovariate(1.4))
        self._families = sorted(self._wares)

    def basket(self, chance: Random, person: Person | None) -> tuple[ArrivingLine, ...]:
        """One to eight lines of different things, none against the person's limits."""
        count = chance.choices(range(1, 9), LINES)[0]
        limits = frozenset(person.customer.limits if person else ())
        picked: dict[str, Ware] = {}
        if person and person.favourite and chance.random() < 0.7:
            picked[person.favourite.product.sku] = person.favourite
        while len(picked) < count:
            ware = self.pick(chance, self._family(chance, person))
            if not ware.contains & limits:
                picked[ware.product.sku] = ware
        return tuple(line_of(ware, _quantity(chance, ware)) for ware in picked.values())

    def pick(self, chance: Random, family: str) -> Ware:
        return chance.choices(self._wares[family], self._fame[family])[0]

    def lines(self, *wanted: tuple[str, int]) -> tuple[ArrivingLine, ...]:
        """Lines of these SKUs and quantities."""
        return tuple(line_of(self.by_sku[sku], quantity) for sku, quantity in wanted)

    def sku_of(self, name: str, variant: str) -> str:
        return self._skus[name, variant]

    def _family(self, chance: Random, person: Person | None) -> str:
        if person and person.tastes and chance.random() < 0.75:
            return chance.choice(person.tastes)
        return chance.choice(self._families)


def line_of(ware: Ware, quantity: int) -> ArrivingLine:
    return ArrivingLine(
        sku=ware.product.sku, quantity=quantity, price_cents=ware.product.price_cents
    )


def total(lines: Iterable[ArrivingLine]) -> int:
    return sum(line.quantity * line.price_cents for line in lines)


def _quantity(chance: Random, ware: Ware) -> int:
    most = ware.family.several
    return 1 if most == 1 or chance.random() < 0.66 else chance.randint(2, most)
