"""On the sheet of notes a text from outside is text, and its codes are read beside it."""

from dataclasses import replace
from io import BytesIO
from time import perf_counter

import pytest
from pypdf import PdfReader

from packstation.domain.touches import TalkingPoint
from packstation.places import resources
from packstation.slips.letters import plain
from packstation.slips.note_sheet import SheetOf, draw_notes
from packstation.words.words import load
from tests import making as made
from tests.hostile.rows import TEXTS, Hostile, own, rows
from tests.slips.reading import codes_of, text_of
from tests.table_states import NOTE

SECONDS = 3.0
BEGINNING = 6
ALL = [*own(), *rows(*TEXTS)]


def sheet_of(text: str, media: str) -> bytes:
    note = replace(
        NOTE,
        number=text,
        called=text,
        text=text,
        gloss=text,
        points=(TalkingPoint("recovery", text), TalkingPoint("favourite", text)),
    )
    of = SheetOf(shop=text, at=made.NOON, media=media)
    return draw_notes((note, NOTE), of, load("en", resources()))


@pytest.mark.parametrize("media", ["A4", "A5"])
@pytest.mark.parametrize("hostile", ALL)
def test_a_sheet_full_of_it_is_one_page_of_text_whose_codes_are_read(
    hostile: Hostile, media: str
) -> None:
    start = perf_counter()
    pdf = sheet_of(hostile.text, media)
    assert perf_counter() - start < SECONDS
    read = PdfReader(BytesIO(pdf))
    assert [page.get("/Annots") for page in read.pages] == [None]
    assert read.attachments == {}
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf
    assert codes_of(pdf, 203) == [("Code128", NOTE.code)] * 2
    shown = "".join(text_of(pdf).split())
    assert "".join(plain(hostile.text).split())[:BEGINNING] in shown
