"""Which letters the bundled faces have, without opening one: a table, made from the faces."""

import json
from functools import lru_cache

from packstation.places import resources

Family = tuple[str, ...]
"""Files of resources/fonts: the first that has a letter draws it."""

REGULAR: Family = ("Inter-Regular", "DejaVuSans")
"""The family all outside texts are set in at least once: the table is of these faces."""


@lru_cache
def letters_of(face: str) -> frozenset[str]:
    """Every letter that ``face``, one of REGULAR, can draw."""
    stretches = (range(first, last + 1) for first, last in _table()[face])
    return frozenset(chr(code) for stretch in stretches for code in stretch)


def home(cluster: str) -> frozenset[str] | None:
    """The letters of the first face that has the whole of ``cluster``, or else its first."""
    for face in REGULAR:
        if letters_of(face).issuperset(cluster):
            return letters_of(face)
    return next((letters_of(it) for it in REGULAR if cluster[0] in letters_of(it)), None)


def _table() -> dict[str, list[tuple[int, int]]]:
    """Of each face, the first and the last code of each stretch of letters."""
    read: dict[str, list[tuple[int, int]]] = json.loads(
        (resources() / "fonts" / "coverage.json").read_text("utf-8")
    )
    return read
