"""What each line of a file was, in the words of a summary."""

from collections.abc import Iterator, Mapping

from packstation.domain.intake import LineKind
from packstation.words.words import Words


def counted(lines: Mapping[LineKind, int], words: Words) -> Iterator[str]:
    """A line for each kind there is, its count in front."""
    for kind, count in lines.items():
        if count:
            yield f"  {count:>9}  {told(kind, words)}"


def told(kind: LineKind, words: Words) -> str:
    match kind:
        case LineKind.GOODS:
            return words("goods to pack")
        case LineKind.CANCELLATION:
            return words("cancellations")
        case LineKind.FEE:
            return words("fees and discounts")
        case LineKind.POSTAGE:
            return words("postage")
        case LineKind.SAMPLE:
            return words("samples")
        case LineKind.VOUCHER:
            return words("vouchers")
        case LineKind.ADJUSTMENT:
            return words("corrections of the stock")
        case LineKind.WITHOUT_PRODUCT:
            return words("without a product")
        case LineKind.VIRTUAL:
            return words("nothing for a box: downloads, gift cards by mail")
        case LineKind.AGAIN:
            return words("told once before in this file")
        case LineKind.SENT_BEFORE:
            return words("sent by the shop before")
        case LineKind.REFUNDED:
            return words("refunded")
        case LineKind.BLANK:
            return words("empty")
        case LineKind.REFUSED:
            return words("refused")
        case LineKind.SET_ASIDE:
            return words("good, but of an order with a refused line")
