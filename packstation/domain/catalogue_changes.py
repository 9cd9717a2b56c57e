"""What a product file tells otherwise of a product we knew, before anything is written."""

from collections.abc import Iterable, Iterator
from typing import Final

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import CATALOGUE, Change, Shelved
from packstation.domain.noticed import Changed, Difference, Part

_PARTS: Final = {
    "name": Part.PRODUCT,
    "variant": Part.VARIANT,
    "place": Part.PLACE,
    "category": Part.CATEGORY,
    "brand": Part.BRAND,
    "tags": Part.TAGS,
    "price_cents": Part.PRICE,
    "packable": Part.PACKABLE,
    "policy": Part.POLICY,
    "picture": Part.PICTURE,
}


def told_otherwise(change: Change, shelved: Shelved) -> Changed:
    """``change`` in words' reach: each part as it is here, and as the file has it."""
    return Changed(shelved.sku, tuple(_differences(change, shelved)))


def _differences(change: Change, shelved: Shelved) -> Iterator[Difference]:
    for key, value in change.fields.items():
        yield Difference(_PARTS[key], _text(getattr(shelved, key)), _text(value))
    if change.codes is not None:
        here = (it for it in shelved.codes if it.source == CATALOGUE)
        yield Difference(Part.CODES, _codes(here), _codes(change.codes))


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def _codes(codes: Iterable[ArrivingCode]) -> str:
    return ", ".join(it.code if it.units == 1 else f"{it.code} ({it.units})" for it in codes)
