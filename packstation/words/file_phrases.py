"""What the office says of a file before it comes in, and of why it did not."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Final

from packstation.domain.catalogue import CatalogueSummary, RowKind
from packstation.domain.file_errands import AnySummary
from packstation.domain.intake import (
    FileMissing,
    IntakeStopped,
    LineKind,
    Reason,
    Refusal,
    RowsRefused,
    Summary,
)
from packstation.domain.matching import DatesAsked, FileKind, FirstRows, Lists, Preview
from packstation.words import catalogue_phrases, noticed_phrases
from packstation.words.intake_phrases import reason, refusal
from packstation.words.legible import legible
from packstation.words.order_phrases import standing
from packstation.words.reasons import shorten
from packstation.words.words import Words

NAMED: Final = 6
"""How many of a kind are named one by one."""
_LONGEST: Final = 60
_STOPS: Final = (".", "?", "!")
_KILO: Final = 1000
_SHIPPED: Final = {"shopify": "Shopify", "woocommerce": "WooCommerce"}


def seen_as(preview: Preview, words: Words) -> str:
    """What kind of file it is, and how it is written."""
    match preview.kind:
        case FileKind.SHIPPED if preview.match.lists is Lists.PRODUCTS:
            return words("Products of the shop")
        case FileKind.SHIPPED if preview.profile in _SHIPPED:
            return words("Orders of {shop}", shop=_SHIPPED[preview.profile])
        case FileKind.SHIPPED if preview.profile == "packstation":
            return words("Our own template")
        case FileKind.SHIPPED:
            return words("A file we know: {profile}", profile=preview.profile)
        case FileKind.REMEMBERED:
            return matched_as(preview.profile, words)
        case FileKind.NEW:
            return words("A file we do not know yet")


def matched_as(name: str, words: Words) -> str:
    return words("Columns matched before, as “{name}”", name=legible(name))


def written_as(preview: Preview, words: Words) -> str:
    """Such as "4.2 MB · UTF-8 · semicolons"."""
    marks = {
        ",": words("commas"),
        ";": words("semicolons"),
        "\t": words("tabs"),
        "|": words("bars"),
    }
    encodings = {"utf-8-sig": "UTF-8", "cp1252": "Windows (cp1252)"}
    encoding = encodings.get(preview.encoding, preview.encoding.upper())
    said = [_size(preview.stamp.size, words), encoding, marks.get(preview.delimiter, "")]
    return " · ".join(filter(None, said))


def _size(size: int, words: Words) -> str:
    mega = size / _KILO**2
    if mega < 1:
        return words("{size} kB", size=max(1, round(size / _KILO)))
    shown = f"{mega:.1f}"
    return words("{size} MB", size=shown if words.language == "en" else shown.replace(".", ","))


def lists_question(words: Words) -> str:
    return words("What is in this file?")


def lists_answers(words: Words) -> tuple[str, ...]:
    """What each of Lists is called."""
    return (words("Orders"), words("Products"))


def dates_question(asked: DatesAsked, words: Words) -> str:
    return words("What does “{text}” mean?", text=_short(asked.text))


def dates_answers(asked: DatesAsked, words: Words) -> tuple[str, str]:
    """The reading with the day first, and the one with the month first."""
    days = (asked.day_first, asked.month_first)
    both = (words("Day first"), words("Month first"))
    if days[0] == days[1]:
        return both  # 04/04 is the same either way
    one, two = (_reading(day, how, words) for day, how in zip(days, both, strict=True))
    return one, two


def _reading(day: date | None, how: str, words: Words) -> str:
    if day is None:
        return words("{how}: impossible", how=how)
    return words("{day} {month}", day=day.day, month=words.month(day))


def words_question(words: Words) -> str:
    return words("The file says how orders stand in its own words. What do they mean?")


def states_offered(words: Words) -> tuple[tuple[object, str], ...]:
    """(state, what it means for the bench); the first says that nobody has chosen."""
    return (
        ("", words("choose…")),
        ("open", words("to be packed")),
        ("held", words("wait: on hold")),
        ("shipped", words("already sent")),
        ("cancelled", words("cancelled")),
    )


def at_first_sight(first: FirstRows, words: Words) -> str:
    """What the first rows come to, while the rest is still being read."""
    if first.products is not None:
        products = words.n("{n} product", "{n} products", first.products)
        return words("The first rows: {products}.", products=products)
    orders = words.n("{n} order", "{n} orders", first.orders)
    lines = words.n("{n} line", "{n} lines", first.lines)
    return words("The first rows: {orders}, {lines}.", orders=orders, lines=lines)


def would_come(summary: AnySummary, words: Words) -> str:
    """The one sentence before anything is written."""
    if isinstance(summary, CatalogueSummary):
        return _products_would_come(summary, words)
    orders = summary.orders
    if orders.new:
        coming = words.n("{n} order would come in", "{n} orders would come in", orders.new)
        if orders.changed:  # the button counts them, too
            also = words.n("and {n} would change", "and {n} would change", orders.changed)
            coming = f"{coming} {also}"
    elif orders.changed:
        coming = words.n("{n} order would change", "{n} orders would change", orders.changed)
    else:
        return words("Nothing new in this file.")
    return f"{coming}."


def _products_would_come(summary: CatalogueSummary, words: Words) -> str:
    new, changed, _ = summary.products
    if new:
        coming = words.n("{n} product would come in", "{n} products would come in", new)
        if changed:  # the button brings them, too
            also = words.n("and {n} would change", "and {n} would change", changed)
            coming = f"{coming} {also}"
        return f"{coming}."
    if changed:
        return words.n("{n} product would change.", "{n} products would change.", changed)
    return words("Nothing new in this file.")


def bring_label(summary: AnySummary, words: Words) -> str:
    """What the button does now that everything is known."""
    coming = coming_of(summary)
    if not coming:
        return words("Nothing to bring in")
    if isinstance(summary, CatalogueSummary):
        if summary.lines.get(RowKind.REFUSED, 0):
            return words.n(
                "Bring in the other product", "Bring in the other {n} products", coming
            )
        return words("Bring the products in")
    if summary.lines.get(LineKind.REFUSED, 0):
        return words.n("Bring in the other order", "Bring in the other {n} orders", coming)
    return words.n("Bring in {n} order", "Bring in {n} orders", coming)


def remembered(name: str, words: Words) -> str:
    return words(
        "The next file like this is read by itself: its columns are remembered as “{name}”.",
        name=legible(name),
    )


def coming_of(summary: AnySummary) -> int:
    """How many orders, or products, are new or change."""
    if isinstance(summary, CatalogueSummary):
        return summary.products.new + summary.products.changed
    return summary.orders.new + summary.orders.changed


def refused_figure(summary: AnySummary, words: Words) -> tuple[tuple[int, str], ...]:
    """(count, what is counted) of what stays out; nothing where nothing does."""
    kind = RowKind.REFUSED if isinstance(summary, CatalogueSummary) else LineKind.REFUSED
    refused = sum(count for it, count in summary.lines.items() if it == kind)
    return ((refused, words.n("row refused", "rows refused", refused)),) if refused else ()


def figures(summary: AnySummary, words: Words) -> tuple[tuple[int, str], ...]:
    """(count, what is counted) of what comes in or is known: what is zero is not said."""
    said = (
        _products(summary, words)
        if isinstance(summary, CatalogueSummary)
        else _orders(summary, words)
    )
    return tuple((count, what) for count, what in said if count)


def _products(summary: CatalogueSummary, words: Words) -> tuple[tuple[int, str], ...]:
    new, changed, unchanged = summary.products
    return (
        (new, words.n("new product", "new products", new)),
        (changed, words.n("product changes", "products change", changed)),
        (unchanged, words("known already")),
        (summary.codes, words.n("new code", "new codes", summary.codes)),
    )


def _orders(summary: Summary, words: Words) -> tuple[tuple[int, str], ...]:
    orders = summary.orders
    goods = summary.lines.get(LineKind.GOODS, 0)
    return (
        (orders.work, words.n("order to pack", "orders to pack", orders.work)),
        (orders.history, words("gone already, as history")),
        (orders.changed, words.n("order changes", "orders change", orders.changed)),
        (orders.unchanged, words("known already")),
        (orders.left_alone, words("left alone")),
        (goods, words.n("line of goods", "lines of goods", goods)),
        (summary.new_products, words.n("new product", "new products", summary.new_products)),
    )


def refusals(refused: tuple[Refusal, ...], words: Words, most: int) -> Iterator[str]:
    """Why, for the first of them."""
    yield from (_told(_refusal(it, words)) for it in refused[:most])


def _refusal(refused: Refusal, words: Words) -> str:
    """What can be told on this very page need not be written into a profile."""
    line, text = refused.line, refused.text
    match refused.reason:
        case Reason.STATUS_UNKNOWN:
            return words("Line {line}: say above what “{text}” means", line=line, text=text)
        case Reason.DATE_UNCLEAR:
            return words(
                "Line {line}: day and month of “{text}” could be either way round",
                line=line,
                text=text,
            )
        case _:
            return refusal(refused, words)


def changes(summary: AnySummary, words: Words, most: int) -> Iterator[str]:
    yield from (_told(noticed_phrases.change(it, words)) for it in summary.changed[:most])


def left_alone(summary: Summary, words: Words, most: int) -> Iterator[str]:
    for it in summary.left_alone[:most]:
        yield _told(f"{it.number}: {standing(it.state, words)}")


def warnings(summary: AnySummary, words: Words, most: int) -> Iterator[str]:
    if isinstance(summary, CatalogueSummary):
        told = (catalogue_phrases.warning(it, words) for it in summary.warnings[:most])
        yield from map(_told, told)
        return
    yield from (_told(noticed_phrases.warning(it, words)) for it in summary.warnings[:most])


def and_more(count: int, words: Words, most: int = NAMED) -> str:
    """How many are not named."""
    rest = count - most
    return words.n("and {n} more", "and {n} more", rest) if rest > 0 else ""


def stopped(why: IntakeStopped, words: Words) -> str:
    match why:
        case RowsRefused():
            return words("Nothing was brought in: rows of the file are refused.")
        case FileMissing(path):
            name = PurePath(path).name
            said = words("{name} is no longer where it was. Choose it again.", name=name)
            return _told(said)
        case _:
            said = _told(reason(why, words))
            return said if said.endswith(_STOPS) else f"{said}."


def _told(text: str) -> str:
    return " ".join(legible(text).split())


def _short(text: str) -> str:
    return shorten(legible(text), _LONGEST)
