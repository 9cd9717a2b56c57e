"""What has come in with a file, in the one sentence an owner waits for."""

from packstation.domain.catalogue import CatalogueSummary
from packstation.domain.file_errands import AnySummary
from packstation.words.words import Words


def came(summary: AnySummary, words: Words) -> str:
    """The one sentence when it is done."""
    if isinstance(summary, CatalogueSummary):
        return _products_came(summary, words)
    orders = summary.orders
    said = (
        words.n("{n} order is in.", "{n} orders are in.", orders.new),
        words.n("{n} order was changed.", "{n} orders were changed.", orders.changed),
    )
    return _done(said, (orders.new, orders.changed), words)


def _products_came(summary: CatalogueSummary, words: Words) -> str:
    new, changed, _ = summary.products
    said = (
        words.n("{n} product is in.", "{n} products are in.", new),
        words.n("{n} product was changed.", "{n} products were changed.", changed),
    )
    return _done(said, (new, changed), words)


def comes_next(summary: AnySummary, words: Words) -> str:
    """A shop's first products are followed by its orders."""
    if isinstance(summary, CatalogueSummary) and summary.products.new:
        return words("The orders come next: choose their file.")
    return ""


def _done(said: tuple[str, str], counts: tuple[int, int], words: Words) -> str:
    """Of the sentences those that count something."""
    told = [sentence for sentence, count in zip(said, counts, strict=True) if count]
    return " ".join(told) or words("Nothing new in this file.")
