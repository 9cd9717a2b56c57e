"""Labels for products that carry no code of their own: what stands on each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductLabel:
    sku: str
    name: str
    variant: str
    place: str
    code: str
    """One of ours, as packstation.domain.codes.product_code makes it."""


@dataclass(frozen=True, slots=True)
class PaperLabels:
    """A sheet of labels, as the press draws it."""

    shop: str
    language: str
    labels: tuple[ProductLabel, ...]


class ProductsUnknown(Exception):
    """Nobody knows these SKUs; nothing was given a code."""

    def __init__(self, skus: tuple[str, ...]) -> None:
        super().__init__(*skus)
        self.skus = skus
