"""Reads paper back: its words as a program does, its codes as a scanner does."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import zxingcpp
from pypdf import PdfReader

from packstation.domain.records import PackingRecord
from packstation.places import resources
from packstation.slips.slip import draw
from packstation.words.words import PAPER, load


def slip_of(record: PackingRecord, copy: int = 0) -> bytes:
    return draw(record, load(record.core.language, resources(), PAPER), copy)


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def lines_of(record: PackingRecord, copy: int = 0) -> list[str]:
    return [line.strip() for line in text_of(slip_of(record, copy)).splitlines()]


def codes_of(pdf: bytes, dots_an_inch: int) -> list[tuple[str, str]]:
    """Format and text of every code, page by page, on paper printed in black and white."""
    pages = pypdfium2.PdfDocument(pdf)
    images = (page.render(scale=dots_an_inch / 72).to_pil().convert("1") for page in pages)
    return [
        (code.format.name, code.text)
        for image in images
        for code in sorted(
            zxingcpp.read_barcodes(image.convert("L")), key=lambda it: it.format.name
        )
    ]


def fonts_of(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """The name of every font of the first page, and whether it is embedded."""
    page = pypdfium2.PdfDocument(pdf)[0]
    for font in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
        yield font.get_font().get_base_name(), font.get_font().is_embedded
