"""The four hundred things on the shelves of Casa Azul, each with its code and its look."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from packstation.demo.families import FAMILIES, Family, Model
from packstation.domain.arrivals import ArrivingCode, ArrivingProduct
from packstation.domain.codes import gtin_check_digit

BOARDS: Final = 5
# What a bigger sister costs, by her place among the sizes.
DEARER: Final = (1.0, 1.6, 2.3)

# Beginnings of Spanish colour words: they agree with the noun, so blanco and blanca are one.
COLOURS: Final = {
    "blanc": "blanco", "azul": "azul", "verde": "verde", "roj": "rojo", "negr": "negro",
    "arena": "arena", "amarill": "amarillo", "gris": "gris", "mostaza": "mostaza",
    "rosa": "rosa", "lila": "lila", "terracota": "terracota", "celeste": "celeste",
    "marino": "marino", "turquesa": "turquesa", "crudo": "crudo", "oliva": "oliva",
    "dorad": "dorado", "platead": "gris", "ámbar": "naranja",
}  # fmt: skip

LETTERED: Final = ("arena", "celeste", "rosa", "mostaza", "verde", "lila")


@dataclass(frozen=True, slots=True)
class Ware:
    """A product, and what a picture and a shopping basket need to know of it."""

    product: ArrivingProduct
    family: Family
    model: Model
    colour: str
    size: float
    """1.0 is the largest of its sisters."""
    label: str
    """What stands on it, to tell it from its neighbours; often nothing."""

    @property
    def contains(self) -> frozenset[str]:
        return frozenset(self.model.contains.split())


def wares(seed: str) -> tuple[Ware, ...]:
    """All of them in shelf order. The seed decides their codes, and only these."""
    chance = Random(f"{seed}/codes")
    return tuple(ware for family in FAMILIES for ware in _of_family(family, chance))


def _of_family(family: Family, chance: Random) -> Iterator[Ware]:
    maker = f"84{chance.randrange(10**5):05}"
    articles = sorted(chance.sample(range(10**5), 100))
    variants = [
        (model, variant, place)
        for model in family.models
        for place, variant in enumerate(model.variants.split("/"))
    ]
    for number, (model, variant, place) in enumerate(variants):
        body = f"{maker}{articles[number]:05}"
        yield _ware(family, model, number, (variant, place, body + gtin_check_digit(body)))


def _ware(family: Family, model: Model, number: int, variant: tuple[str, int, str]) -> Ware:
    word, place, ean = variant
    sizes = _sizes(model)
    sku = f"{family.prefix}-{number + 1:03}"
    return Ware(
        product=ArrivingProduct(
            sku=sku,
            name=model.name,
            variant=word,
            place=_place(family.shelf, number),
            picture=f"{sku}.svg",
            category=family.category,
            price_cents=_price(model.cents, place if len(sizes) > 1 else 0),
            codes=(ArrivingCode(code=ean),),
        ),
        family=family,
        model=model,
        colour=_colour_of(word) or _ground(model, place, len(sizes)),
        size=sizes[place % len(sizes)],
        label=_label(model, word),
    )


def _colour_of(word: str) -> str:
    return next((name for stem, name in COLOURS.items() if word.startswith(stem)), "")


def _ground(model: Model, place: int, sizes: int) -> str:
    """A letter alone is too little to tell sisters apart from where a packer stands."""
    lettered = model.pattern == "letter" and sizes == 1
    return LETTERED[place % len(LETTERED)] if lettered else model.main


def _sizes(model: Model) -> tuple[float, ...]:
    """How large each variant is; only one answer when they differ in something else."""
    words = model.variants.split("/")
    by_letter = model.pattern == "letter" and words[-1] != "A4"
    if len(words) == 1 or by_letter or _colour_of(words[0]):
        return (1.0,)
    return (0.64, 1.0) if len(words) == 2 else (0.5, 0.74, 1.0)


def _label(model: Model, word: str) -> str:
    if model.pattern == "letter":
        return word if len(word) <= 2 else word[0].upper()
    return word if word[:1].isdigit() else ""


def _price(cents: int, step: int) -> int:
    """Prices end as shopkeepers end them: in 0 or 5, and the larger ones in 90."""
    dearer = round(cents * DEARER[step])
    return dearer if step == 0 else dearer // 100 * 100 + 90


def _place(shelf: tuple[str, int, int], number: int) -> str:
    aisle, bay, board = shelf
    bays, board = divmod(board - 1 + number, BOARDS)
    return f"{aisle}-{bay + bays:02}-{board + 1}"
