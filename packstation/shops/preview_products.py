"""A file of products before it comes in: nothing but its columns has to be known."""

from typing import Any

from packstation.domain import matching as it
from packstation.domain.catalogue import RowKind
from packstation.shops.catalogue_file import CatalogueCsv
from packstation.shops.catalogue_gathered import Gathered
from packstation.shops.catalogue_profile import (
    TEMPLATE,
    CatalogueProfile,
    Shape,
    remembered_catalogue,
)
from packstation.shops.catalogue_shapes import reader_of
from packstation.shops.first_rows import FirstRows
from packstation.shops.matched import catalogue_parts_of
from packstation.shops.preview_way import Asked, Known, as_far_as_it_is
from packstation.shops.profile import Profile
from packstation.shops.seen import Seen


class AsProducts:
    """A row is a product. A shop's own form says more than columns do, and is not matched."""

    lists = it.Lists.PRODUCTS

    def __init__(self, known: Known) -> None:
        self._folder = known.folder
        plain = (it.columns for it in known.catalogues if it.shape is Shape.PLAIN)
        self.profiles = tuple(plain)
        (self.template,) = (it for it in self.profiles if it.name == TEMPLATE)

    def parts(self, name: str, match: it.Match, seen: Seen) -> dict[str, Any]:
        cells = seen.by_column(match.columns)
        return catalogue_parts_of(name, match, seen.header, cells)

    def read_from(self, parts: dict[str, Any]) -> Profile:
        return remembered_catalogue(parts, self._folder).columns

    def whole(self, profile: Profile) -> CatalogueProfile:
        return CatalogueProfile(profile, Shape.PLAIN)

    def day_order(self, columns: tuple[str, ...], seen: Seen) -> None:
        """It has no dates."""

    def asked(self, match: it.Match, profile: Profile, seen: Seen) -> Asked:
        del match, profile, seen
        return Asked()

    def first(self, text: FirstRows, profile: Profile) -> it.FirstRows:
        file = CatalogueCsv(text, (self.whole(profile),))
        found = Gathered(reader_of(file.shape), file.layout)
        for row in as_far_as_it_is(text, file.rows()):
            found.take(row)
        products, rows = len(found.finish()), found.counts[RowKind.PRODUCT]
        return it.FirstRows(rows, 0, tuple(found.refused), products)
