"""The samples of the scanner check as bars and squares, for paper and screen alike."""

from itertools import groupby

import segno
from barcode.codex import Code128, Gs1_128
from barcode.ean import EuropeanArticleNumber13
from barcode.upc import UniversalProductCodeA

from packstation.domain.scanner_check import GS, Sample, Shape, Symbol


def shape(sample: Sample) -> Shape:
    """``sample`` in modules."""
    return Shape(sample.number, _rows(sample))


def path(shape: Shape) -> str:
    """``shape`` as one PDF path of rectangles, a module a unit, 1 high or as many as rows."""
    last = len(shape.rows) - 1
    return " ".join(
        f"{x} {last - y} {length} 1 re"
        for y, row in enumerate(shape.rows)
        for x, length in _dark(row)
    )


def _rows(sample: Sample) -> tuple[str, ...]:
    match sample.symbol:
        case Symbol.CODE_128:
            return (str(Code128(sample.text).build()[0]),)
        case Symbol.GS1_128:
            # FNC1, which begins it, also stands where a scanner is to send GS.
            text = sample.text.replace(GS, Gs1_128.FNC1_CHAR)
            return (str(Gs1_128(text).build()[0]),)
        case Symbol.EAN_13:
            return (str(EuropeanArticleNumber13(sample.text).build()[0]),)
        case Symbol.UPC_A:
            return (str(UniversalProductCodeA(sample.text).build()[0]),)
        case Symbol.QR:
            symbol = segno.make(sample.text, error="m", micro=False)
            return tuple("".join(map(str, row)) for row in symbol.matrix)


def _dark(row: str) -> list[tuple[int, int]]:
    """Where the dark stretches of ``row`` begin, and how long they are."""
    x, found = 0, []
    for letter, group in groupby(row):
        length = sum(1 for _ in group)
        if letter == "1":
            found.append((x, length))
        x += length
    return found
