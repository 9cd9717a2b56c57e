"""The products of a file, put together row by row; every row is counted as what it is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from packstation.domain.catalogue import MOST, CatalogueTooLong, Listed, RowKind
from packstation.domain.intake import LISTED, Reason, Refusal
from packstation.shops.catalogue_cells import Row
from packstation.shops.catalogue_shapes import Reader
from packstation.shops.cells import BadCell
from packstation.shops.layout import Layout

_SHOWN: Final = 80
_FILLED: Final = ("name", "variant", "place", "category", "brand", "tags", "picture")


class Gathered:
    def __init__(self, reader: Reader, layout: Layout) -> None:
        self._reader = reader
        self._layout = layout
        self.counts: Counter[RowKind] = Counter()
        self.refused: list[Refusal] = []
        """The first LISTED of them; ``counts`` has them all."""
        self._products: dict[str, Listed] = {}
        self._twice: set[str] = set()

    def take(self, row: Row | Refusal) -> None:
        if isinstance(row, Refusal):
            self._refuse(row)
        elif not row.is_filled:
            self.counts[RowKind.BLANK] += 1
        else:
            self._tell(row)

    def finish(self) -> list[Listed]:
        """Every row was taken: the products, in the file's order."""
        for listed in self._reader.rest():
            self._keep(listed)
        return self._whole()

    def renamed(self, found: Mapping[str, str]) -> list[Listed]:
        """As ``finish``, now that some SKUs turned out to be others."""
        known = self._whole()
        self._products = {}
        self.counts[RowKind.PRODUCT] -= len(known)
        for it in known:
            self._keep(replace(it, sku=found.get(it.sku, it.sku)))
        return self._whole()

    def take_out(self, products: Iterable[Listed], column: str, reason: Reason) -> None:
        """They were taken for products, but must not come in."""
        for listed in products:
            self.counts[RowKind.PRODUCT] -= 1
            text = listed.sku if column == "sku" else ""
            self._refuse_cell(listed.line, BadCell(column, text, reason))

    def _whole(self) -> list[Listed]:
        return [it for it in self._products.values() if it.sku not in self._twice]

    def _tell(self, row: Row) -> None:
        try:
            found = self._reader.take(row)
        except BadCell as bad:
            self._refuse_cell(row.line, bad)
            return
        if isinstance(found, RowKind):
            self.counts[found] += 1
        elif found is not None:
            self._keep(found)

    def _keep(self, listed: Listed) -> None:
        before = self._products.get(listed.sku)
        if before is None:
            self._products[listed.sku] = listed
            self.counts[RowKind.PRODUCT] += 1
            if len(self._products) > MOST:
                raise CatalogueTooLong(MOST)
        elif not _same(before, listed):
            self._refuse_both(before, listed)
        elif unclear := _unclear(before, listed):
            self._refuse_cell(listed.line, BadCell("barcode", unclear, Reason.UNITS_UNCLEAR))
        else:
            self._products[listed.sku] = _merged(before, listed)
            self.counts[RowKind.MORE] += 1

    def _refuse_both(self, before: Listed, listed: Listed) -> None:
        """Two things of one SKU: nobody could tell which of them an order means."""
        if listed.sku not in self._twice:
            self._twice.add(listed.sku)
            self.take_out((before,), "sku", Reason.SKU_TWICE)
        self._refuse_cell(listed.line, BadCell("sku", listed.sku, Reason.SKU_TWICE))

    def _refuse_cell(self, line: int, bad: BadCell) -> None:
        called = self._layout.called(bad.column) if bad.column else ""
        self._refuse(Refusal(line, called, bad.text[:_SHOWN], bad.reason))

    def _refuse(self, refusal: Refusal) -> None:
        self.counts[RowKind.REFUSED] += 1
        if len(self.refused) < LISTED:
            self.refused.append(refusal)


def _same(before: Listed, listed: Listed) -> bool:
    if not listed.name or not before.name:
        return True
    return (before.name, before.variant) == (listed.name, listed.variant)


def _merged(before: Listed, listed: Listed) -> Listed:
    """All of ``before``, with what only ``listed`` says."""
    more = {key: getattr(listed, key) for key in _FILLED if not getattr(before, key)}
    for key in ("price_cents", "packable", "policy"):
        if getattr(before, key) is None:
            more[key] = getattr(listed, key)
    codes = dict.fromkeys((*before.codes, *listed.codes))
    return replace(before, codes=tuple(codes), **more)


def _unclear(before: Listed, listed: Listed) -> str:
    """The code by which one row means a piece and another a case; empty when there is none."""
    units = {it.code: it.units for it in before.codes}
    return next(
        (it.code for it in listed.codes if units.get(it.code, it.units) != it.units), ""
    )
