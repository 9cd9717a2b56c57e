"""What bringing products in says: its progress, its summary, and what somebody should know."""

from collections.abc import Iterator
from typing import Final

from packstation.domain import catalogue as it
from packstation.domain.intake import Stage
from packstation.words import intake_phrases, noticed_phrases
from packstation.words.words import Words, later


def stage(of: Stage, words: Words) -> str:
    if of is Stage.WRITING:
        return words("Bringing the products in")
    return intake_phrases.stage(of, words)


def summary(of: it.CatalogueSummary, words: Words) -> tuple[str, ...]:
    """Lines that add up, for people; what is zero is not said."""
    new, changed, unchanged = of.products
    counted = (
        (new, words.n("{n} new product", "{n} new products", new)),
        (changed, words.n("{n} product changed", "{n} products changed", changed)),
        (unchanged, words.n("{n} product unchanged", "{n} products unchanged", unchanged)),
        (of.codes, words.n("{n} new code", "{n} new codes", of.codes)),
        (of.pictures, words.n("{n} new picture", "{n} new pictures", of.pictures)),
    )
    total = of.total_lines
    return (
        *(text for count, text in counted if count),
        words.n("{n} line in the file:", "{n} lines in the file:", total),
        *(f"  {count:>9}  {_kind(kind, words)}" for kind, count in of.lines.items() if count),
        *_changed(of, words),
        *_warned(of, words),
        *(f"  {intake_phrases.refusal(row, words)}" for row in of.refused),
    )


def _kind(kind: it.RowKind, words: Words) -> str:
    match kind:
        case it.RowKind.PRODUCT:
            return words("products")
        case it.RowKind.MORE:
            return words("more of a product above: a picture, another code")
        case it.RowKind.HEADING:
            return words("nothing to pack: common names of variants, links")
        case it.RowKind.BLANK:
            return words("empty")
        case it.RowKind.REFUSED:
            return words("refused")


def _changed(of: it.CatalogueSummary, words: Words) -> Iterator[str]:
    if of.changed:
        yield words("What changed:")
    for changed in of.changed:
        yield f"  {noticed_phrases.change(changed, words)}"


def _warned(of: it.CatalogueSummary, words: Words) -> Iterator[str]:
    total = sum(of.counts.values())
    away = of.counts.get(it.WarningKind.PICTURE_AWAY, 0)
    if total > away:
        yield words.n("{n} thing to look at:", "{n} things to look at:", total - away)
    for told in of.warnings:
        yield f"  {warning(told, words)}"
    if away:
        yield words.n(
            "{n} picture is only an address on the internet: nothing is fetched. "
            "Put the picture beside the file, under the same name",
            "{n} pictures are only addresses on the internet: nothing is fetched. "
            "Put the pictures beside the file, under the same names",
            away,
        )


def warning(told: it.CatalogueWarning, words: Words) -> str:
    """One sentence: which product, and what became of its code or picture."""
    where = {"line": told.line, "sku": told.sku, "text": told.text, "other": told.other}
    return words(_SENTENCES[told.kind], **where)


_SENTENCES: Final = {
    it.WarningKind.CODE_SHARED: later(
        "Line {line}, {sku}: {other} has the code {text} too, so none of them gets it"
    ),
    it.WarningKind.CODE_TAKEN: later(
        "Line {line}, {sku}: the code {text} is the code of {other} here, and stays so"
    ),
    it.WarningKind.CHECK_DIGIT: later(
        "Line {line}, {sku}: the last digit of {text} does not fit the others. "
        "It is kept as it stands"
    ),
    it.WarningKind.PICTURE_MISSING: later("Line {line}, {sku}: there is no picture {text}"),
    it.WarningKind.PICTURE_UNREADABLE: later(
        "Line {line}, {sku}: {text} is no picture we can show, "
        "or it lies outside the file's folder"
    ),
    it.WarningKind.PICTURE_AWAY: later(
        "Line {line}, {sku}: {text} is an address on the internet: nothing is fetched"
    ),
}
