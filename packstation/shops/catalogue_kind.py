"""Whether a file lists products or orders: told by the words of its header alone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from packstation.domain.intake import ColumnsMissing
from packstation.shops.catalogue_profile import CatalogueProfile, Shape
from packstation.shops.first_rows import FirstRows, sheet_of
from packstation.shops.header_words import HEADER_WORDS
from packstation.shops.layout import Layout, cells_of, folded, recognise
from packstation.shops.profile import Profile

# A list of products has no use for any of these; a file of orders that nobody knows yet may
# well have a SKU, a name and a price.
_OF_ORDERS: Final = frozenset(
    word
    for column in ("order", "customer", "email", "recipient", "address1", "postcode", "city")
    for word in HEADER_WORDS.get(column, ())
)
# A bank's list of payments has a reference and a description too.
_OF_PAYMENTS: Final = frozenset({
    "date", "fecha", "fecha operacion", "fecha valor", "value date", "balance", "saldo",
    "debit", "credit", "cargo", "abono", "debe", "haber", "iban",
})  # fmt: skip


def lists_products(
    path: Path, of_orders: Iterable[Profile], of_products: Iterable[CatalogueProfile]
) -> bool:
    """Raises one of the IntakeStopped family when ``path`` is no text or has no header."""
    sheet = sheet_of(FirstRows(path))
    if _laid_out(sheet.line, of_orders, sheet.announced) is not None:
        return False
    kinds = {it.columns.name: it.shape for it in of_products}
    columns = [it.columns for it in of_products]
    layout = _laid_out(sheet.line, columns, sheet.announced)
    if layout is None:
        return False
    words = {folded(it) for it in cells_of(sheet.line, layout.delimiter)}
    shaped = kinds[layout.profile.name] is not Shape.PLAIN
    return shaped or not words & (_OF_ORDERS | _OF_PAYMENTS)


def _laid_out(line: str, profiles: Iterable[Profile], announced: str) -> Layout | None:
    try:
        return recognise(line, profiles, announced)
    except ColumnsMissing:
        return None
