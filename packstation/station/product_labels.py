"""Gives products that carry no code one of ours, to be printed and stuck on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from packstation.domain.codes import product_code
from packstation.domain.product_labels import PaperLabels, ProductLabel, ProductsUnknown
from packstation.domain.shop import Shop
from packstation.store.own_codes import OwnCodes
from packstation.store.work import Work

_AT_ONCE: Final = 500
"""Codes given in one transaction: a bench never waits for more."""


class ProductLabels:
    """The same product gets the same code again, however often its label is printed."""

    def __init__(self, open_work: Callable[[], Work], shop: Shop) -> None:
        self._open_work = open_work
        self._shop = shop

    def of(self, skus: Sequence[str], language: str) -> PaperLabels:
        """The labels of these products; of none in particular, of all without a code.

        They come by place, as one walks along the shelves, and scan from now on. Raises
        ProductsUnknown, and then none gets a code.
        """
        asked = tuple(dict.fromkeys(it.strip().upper() for it in skus))
        with self._open_work() as work:
            codes = work.of(OwnCodes)
            found = codes.named(asked) if asked else codes.without_code()
        _refuse_unknown(asked, found)
        labels = {number: self._coded(number, it) for number, it in found.items()}
        self._give({it: labels[it].code for it, before in found.items() if not before.code})
        return PaperLabels(self._shop.brand.name, language, tuple(labels.values()))

    def _coded(self, product_id: int, label: ProductLabel) -> ProductLabel:
        return replace(label, code=label.code or product_code(self._shop.mark, product_id))

    def _give(self, codes: Mapping[int, str]) -> None:
        new = list(codes.items())
        for start in range(0, len(new), _AT_ONCE):
            with self._open_work() as work:
                work.of(OwnCodes).give(dict(new[start : start + _AT_ONCE]))
                work.commit()


def _refuse_unknown(asked: Sequence[str], found: Mapping[int, ProductLabel]) -> None:
    known = {it.sku for it in found.values()}
    unknown = tuple(it for it in asked if it not in known)
    if unknown:
        raise ProductsUnknown(unknown)
