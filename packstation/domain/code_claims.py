"""Which product of a file gets which code: one that two could mean is given to none of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from packstation.domain.arrivals import ArrivingCode
from packstation.domain.catalogue import (
    CATALOGUE,
    CatalogueWarning,
    Listed,
    WarningKind,
)
from packstation.domain.codes import gtin, looks_like_gtin


class Owner(NamedTuple):
    """Who has a code in the shop."""

    sku: str
    source: str


class Claims:
    """What a file's products ask for, against each other and against what is here."""

    def __init__(self, products: Iterable[Listed]) -> None:
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._speaking: set[str] = set()
        self._stand_ins: set[str] = set()
        for product in products:
            for it in product.codes:
                self._claims[it.code].add(product.sku)
                self._speaking.add(product.sku)
            self._stand_ins.add(_of_sku(product.sku))
        self._owners: Mapping[str, tuple[Owner, ...]] = {}

    @property
    def codes(self) -> set[str]:
        """Every code somebody should be asked about: who has it in the shop?"""
        return self._claims.keys() | self._stand_ins

    def meet(self, owners: Mapping[str, tuple[Owner, ...]]) -> None:
        """Who has which of ``codes`` in the shop."""
        self._owners = owners

    def granted(self, product: Listed) -> tuple[ArrivingCode, ...]:
        """The codes ``product`` may have; where the file gives none, its SKU."""
        free = tuple(
            ArrivingCode(code=it.code, units=it.units)
            for it in product.codes
            if self._rival(product, it.code) is None
        )
        sku = _of_sku(product.sku)
        if free or self._claims.get(sku, {product.sku}) != {product.sku}:
            return free
        if any(it.sku != product.sku for it in self._owners.get(sku, ())):
            return ()
        return (ArrivingCode(code=sku, source="sku"),)

    def warnings(self, product: Listed) -> Iterator[CatalogueWarning]:
        for it in product.codes:
            rival = self._rival(product, it.code)
            if rival is not None:
                kind, other = rival
                yield CatalogueWarning(product.line, product.sku, kind, it.code, other)
            elif looks_like_gtin(it.code) and gtin(it.code) is None:
                kind = WarningKind.CHECK_DIGIT
                yield CatalogueWarning(product.line, product.sku, kind, it.code)

    def _rival(self, product: Listed, code: str) -> tuple[WarningKind, str] | None:
        others = self._claims[code] - {product.sku}
        if others:
            return WarningKind.CODE_SHARED, ", ".join(sorted(others)[:_NAMED])
        for owner in self._owners.get(code, ()):
            if owner.sku != product.sku and self._keeps(owner):
                return WarningKind.CODE_TAKEN, owner.sku
        return None

    def _keeps(self, owner: Owner) -> bool:
        """Whether it goes on having the code: what the file gives it instead replaces it."""
        return owner.source != CATALOGUE or owner.sku not in self._speaking


_NAMED = 5
"""Rivals named in one warning."""


def _of_sku(sku: str) -> str:
    return gtin(sku) or sku
