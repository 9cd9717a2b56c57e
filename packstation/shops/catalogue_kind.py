"""Whether a file lists products or orders: told by its header, and guessed where it is new."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from packstation.domain.matching import Lists, Match
from packstation.shops.catalogue_profile import CatalogueProfile, Shape
from packstation.shops.first_rows import FirstRows, Sheet, sheet_of
from packstation.shops.guessing import guess
from packstation.shops.header_words import HEADER_WORDS
from packstation.shops.layout import Layout, cells_of, folded
from packstation.shops.preview_way import Known
from packstation.shops.profile import Profile
from packstation.shops.seen import recognised

# A list of products has no use for any of these; a file of orders that nobody knows yet may
# well have a SKU, a name and a price.
_COLUMNS_OF_ORDERS: Final = (
    "order", "customer", "email", "recipient", "address1", "postcode", "city",
)  # fmt: skip
_OF_ORDERS: Final = frozenset(
    word for column in _COLUMNS_OF_ORDERS for word in HEADER_WORDS.get(column, ())
)
# A bank's list of payments has a reference and a description too.
_OF_PAYMENTS: Final = frozenset({
    "date", "fecha", "fecha operacion", "fecha valor", "value date", "balance", "saldo",
    "debit", "credit", "cargo", "abono", "debe", "haber", "iban",
})  # fmt: skip


def lists_products(
    path: Path, of_orders: Iterable[Profile], of_products: Iterable[CatalogueProfile]
) -> bool:
    """Whether ``path`` is a file we know, and of products.

    Raises one of the IntakeStopped family when it is no text or has no header.
    """
    return _known_products(sheet_of(FirstRows(path)), of_orders, of_products) is not None


def what_it_lists(text: FirstRows, known: Known) -> Lists:
    """Decided by who knows it, else by what its columns seem to be."""
    sheet = sheet_of(text)
    found = _known_products(sheet, known.profiles, known.catalogues)
    if found is not None and found.columns.remembered:
        return Lists.PRODUCTS
    if recognised(sheet.line, known.profiles, sheet.announced) is not None:
        return Lists.ORDERS
    header = cells_of(sheet.line, sheet.delimiter)
    guessed = {it: Match(guess(header, sheet.rows, it), lists=it) for it in Lists}
    # A list of products says neither whose order a row is nor how many pieces.
    if not guessed[Lists.ORDERS].missing:
        return Lists.ORDERS
    if found is not None:
        return Lists.PRODUCTS
    return _likelier(header, guessed)


def is_shaped(text: FirstRows, known: Known) -> bool:
    """Whether it is a shop's own form of catalogue, in which a row is more than its columns."""
    found = _of_products(sheet_of(text), known.catalogues)
    return found is not None and found[1].shape is not Shape.PLAIN


def _likelier(header: list[str], guessed: dict[Lists, Match]) -> Lists:
    """Of a file nobody knows."""
    products = guessed[Lists.PRODUCTS]
    words = {folded(it) for it in header}
    if products.missing or words & _OF_ORDERS or "email" in guessed[Lists.ORDERS].columns:
        return Lists.ORDERS
    if words & _OF_PAYMENTS and "barcode" not in products.columns:
        return Lists.ORDERS
    return Lists.PRODUCTS


def _known_products(
    sheet: Sheet, of_orders: Iterable[Profile], of_products: Iterable[CatalogueProfile]
) -> CatalogueProfile | None:
    """The profile of products that ``sheet`` is read by; None: it is something else."""
    orders = recognised(sheet.line, of_orders, sheet.announced)
    found = _of_products(sheet, of_products)
    if found is None:
        return None
    layout, profile = found
    if profile.columns.remembered:
        return None if orders is not None and orders.profile.remembered else profile
    if orders is not None:
        return None
    words = {folded(it) for it in cells_of(sheet.line, layout.delimiter)}
    shaped = profile.shape is not Shape.PLAIN
    return profile if shaped or not words & (_OF_ORDERS | _OF_PAYMENTS) else None


def _of_products(
    sheet: Sheet, of_products: Iterable[CatalogueProfile]
) -> tuple[Layout, CatalogueProfile] | None:
    known = {it.columns.name: it for it in of_products}
    columns = (it.columns for it in known.values())
    layout = recognised(sheet.line, columns, sheet.announced)
    return None if layout is None else (layout, known[layout.profile.name])
