"""What the office says of the products' codes: those missing, shared, and taught."""

from zoneinfo import ZoneInfo

from packstation.domain.codes import LearnedCode
from packstation.domain.product_codes import (
    MOST_LABELS,
    MOST_SHARED,
    CodesCounted,
    LabelsPrinted,
)
from packstation.words.printing import in_folder, why_not
from packstation.words.words import Words


def figure(count: int) -> str:
    """Such as 300 000, with a gap that no line breaks in."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def tabs(counted: CodesCounted | None, words: Words) -> tuple[str, str, str]:
    """What the three parts of the page are called, each with how much is in it."""
    names = (
        words("Without a code"),
        words("On several products"),
        words("Taught at the bench"),
    )
    if counted is None:
        return names
    shared = f"{MOST_SHARED}+" if counted.shared >= MOST_SHARED else figure(counted.shared)
    counts = (figure(counted.bare), shared, figure(counted.taught))
    first, second, third = (f"{it}: {n}" for it, n in zip(names, counts, strict=True))
    return first, second, third


def bare_said(count: int, words: Words) -> str:
    if not count:
        return words("No product is without a code.")
    return words.n(
        "{count} product has no code anybody could scan.",
        "{count} products have no code anybody could scan.",
        count,
        count=figure(count),
    )


def labelled_said(count: int, words: Words) -> str:
    return words.n(
        "{count} product has a label of ours.",
        "{count} products have a label of ours.",
        count,
        count=figure(count),
    )


def print_label(ticked: int, bare: int, words: Words) -> str:
    """What the button would do: those that are ticked, or all that there are."""
    if ticked:
        return _labels(ticked, words)
    if bare > MOST_LABELS:
        return words("Print the first {count} labels", count=figure(MOST_LABELS))
    if bare > 1:
        return words("Print all {count} labels", count=figure(bare))
    return _labels(bare, words) if bare else words("Print labels")


def which_ones(ticked: int, bare: int, words: Words) -> str:
    """Said beside the button while nothing is ticked."""
    if ticked or not 1 < bare <= MOST_LABELS:
        return ""
    return words("Tick some of them, or print all.")


def _labels(count: int, words: Words) -> str:
    return words.n("Print {count} label", "Print {count} labels", count, count=figure(count))


def labels_out(printed: LabelsPrinted, words: Words) -> str:
    count = len(printed.skus)
    if printed.trouble:
        reason = why_not(printed.trouble, words)
        return words("Nothing came out. {reason}", reason=reason).rstrip()
    if not count:
        return words("Every product has its label already.")
    if printed.in_folder:
        return words.n(
            "{count} label is in the folder {folder}: {file}",
            "{count} labels are in the folder {folder}: {file}",
            count,
            count=figure(count),
            **in_folder(printed.where),
        )
    return words.n(
        "{count} label went to the printer.",
        "{count} labels went to the printer.",
        count,
        count=figure(count),
    )


def shared_said(count: int, words: Words) -> str:
    if not count:
        return words("No code is on two products.")
    if count >= MOST_SHARED:
        return words("{count} codes or more are on several products.", count=count)
    return words.n(
        "{count} code is on several products.",
        "{count} codes are on several products.",
        count,
        count=count,
    )


def source_name(source: str, words: Words) -> str:
    """From where a product has a code."""
    match source:
        case "learned":
            return words("taught at the bench")
        case "ours":
            return words("our label")
        case "sku":
            return words("its SKU")
        case _:
            return words("your shop")


def taught_said(count: int, words: Words) -> str:
    if not count:
        return words("No code has been learned at a bench yet.")
    return words.n(
        "{count} code was taught at the bench.",
        "{count} codes were taught at the bench.",
        count,
        count=figure(count),
    )


def taught_when(it: LearnedCode, zone: str, words: Words) -> str:
    if it.at is None:
        return ""
    at = it.at.astimezone(ZoneInfo(zone))
    return f"{words.day(at.date())}, {words.clock(at)}"


def named(name: str, variant: str) -> str:
    return f"{name}, {variant}" if variant else name
