"""On papers for the shelves a text from outside is text, and every code is read beside it."""

from io import BytesIO
from time import perf_counter

import pytest
from pypdf import PdfReader

from packstation.domain.codes import order_code
from packstation.domain.picking import PaperPicking, PickingSheet, sheet_of
from packstation.places import resources
from packstation.slips.picking_page import plain_or_box
from packstation.slips.picking_sheet import draw_picking
from packstation.words.words import load
from tests import making as made
from tests.hostile.rows import TEXTS, Hostile, own, rows
from tests.hostile.surfaces import an_order
from tests.slips.reading import codes_of, text_of

SECONDS = 3.0
BEGINNING = 4
ALL = [*own(), *rows(*TEXTS)]
CODES = tuple(order_code("K7Q", n) for n in (1, 2))


def papers_of(text: str, media: str) -> bytes:
    hostile = sheet_of(an_order(text))
    sheets = (
        PickingSheet(number=text, code=CODES[0], carrier=text, picks=hostile.picks),
        sheet_of(made.an_order(code=CODES[1])),
    )
    papers = PaperPicking(
        sheets=sheets, slots=2, shop=text, zone="UTC", language="en", media=media
    )
    return draw_picking(papers, load("en", resources()))


@pytest.mark.parametrize("media", ["A4", "A5"])
@pytest.mark.parametrize("hostile", ALL)
def test_a_cart_full_of_it_is_text_whose_codes_are_read(hostile: Hostile, media: str) -> None:
    start = perf_counter()
    pdf = papers_of(hostile.text, media)
    assert perf_counter() - start < SECONDS
    read = PdfReader(BytesIO(pdf))
    assert [page.get("/Annots") for page in read.pages] == [None] * len(read.pages)
    assert read.attachments == {}
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf
    assert codes_of(pdf, 203) == [("Code128", code) for code in CODES]
    shown = "".join(text_of(pdf).split())
    assert "".join(plain_or_box(hostile.text).split())[:BEGINNING] in shown
