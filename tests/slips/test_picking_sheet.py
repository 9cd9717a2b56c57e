"""The papers for the shelves, read back: by eye, by a scanner, and letter by letter."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from packstation.domain.codes import order_code
from packstation.domain.orders import FRAGILE, GIFT, NO_INVOICE, NO_PLASTIC
from packstation.domain.picking import (
    NoteAtHand,
    PaperPicking,
    Pick,
    PickingSheet,
    sheet_of,
)
from packstation.places import resources
from packstation.pressroom import Pressroom
from packstation.slips.picking_sheet import draw_picking
from packstation.store.wire import read_picking, write_picking
from packstation.words.words import load
from tests import making as made
from tests.slips.reading import codes_of, pages_of, text_of

FLAGS = (GIFT, NO_INVOICE, NO_PLASTIC, FRAGILE, "PORTES DEBIDOS")
WISH = made.a_line(made.CUP, 3, note="Para Lucía: «25 de marzo»")
TIMES = "\N{MULTIPLICATION SIGN}"
HOSTILE = (
    "<para>&amp;</para>",
    "<img src='/etc/passwd'/>",
    "{slot} %s \\n",
    "\x00\x1b[31m\u202egnp.exe",
    "A" * 5000,
    "شركة " * 99,
    "שלום עולם",
    "e" + "\u0301" * 500,
    "\ud800",
    "",
)


def a_sheet(
    n: int = 1042, *, note: NoteAtHand = NoteAtHand.NONE, **more: object
) -> PickingSheet:
    order = made.an_order(id=n, number=str(n), code=order_code("K7Q", n), **more)
    return sheet_of(order, note)


def _papers(*sheets: PickingSheet, slots: int = 0, media: str = "A4") -> PaperPicking:
    return PaperPicking(
        sheets=sheets,
        slots=slots,
        shop="Casa Azul",
        zone="Europe/Madrid",
        language="en",
        media=media,
    )


def _pdf(*sheets: PickingSheet, slots: int = 0, media: str = "A4") -> bytes:
    papers = _papers(*sheets, slots=slots, media=media)
    return draw_picking(papers, load("en", resources()))


def _said(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


@pytest.mark.parametrize("media", ["A4", "A5"])
@pytest.mark.parametrize("dots_an_inch", [203, 300])
def test_the_bench_reads_the_code_of_every_sheet(media: str, dots_an_inch: int) -> None:
    sheets = [a_sheet(n) for n in (1, 1042, 36**6 - 1)]
    read = codes_of(_pdf(*sheets, slots=3, media=media), dots_an_inch)
    assert read == [("Code128", it.code) for it in sheets]


@pytest.mark.parametrize("media", ["A4", "A5"])
def test_a_sheet_says_all_that_whoever_fetches_has_to_know(media: str) -> None:
    lines = (WISH, made.a_line(made.TEA, 2, kit="Set de té"))
    sheet = a_sheet(note=NoteAtHand.TO_WRITE, lines=lines, flags=FLAGS, gift_message="¡Hola!")
    said = _said(_pdf(sheet, media=media))
    wanted = (
        "Order 1042",
        "SEUR 24 · Sun 22 November, 14:00",
        "5 pieces",
        sheet.code,
        "A-01-4",
        "Taza de barro pequeña · TAZ-002",
        "part of Set de té",
        "Wish: “Para Lucía: «25 de marzo»”",
        "IT IS A GIFT",
        "NO INVOICE IN THE BOX",
        "PAPER FILLING, NO PLASTIC",
        "FRAGILE",
        "PORTES DEBIDOS",
        "A note to write",
        "A gift message goes in",
        "The customer wrote something",
        "A piece with a wish",
        "page 1 of 1",
    )
    assert [it for it in wanted if it not in said] == []


def test_nothing_on_it_tells_who_ordered_or_what_they_wrote() -> None:
    order = made.an_order(recipient="Nuria", gift_message="Felicidades")
    said = _said(_pdf(sheet_of(order)))
    private = ("Lucía", "Fernández", "Nuria", "Felicidades", "Mandadme")
    assert [it for it in private if it in said] == []


def test_what_is_in_the_box_and_what_stays_out_is_said() -> None:
    picks = (Pick(product=made.CUP, quantity=1, in_box=2, stays_out=1),)
    said = _said(_pdf(PickingSheet(number="1", code="K7QP1", aside=True, picks=picks)))
    wanted = ("Put aside", "2 are in the box · 1 stays out", "1 piece")
    assert [it for it in wanted if it not in said] == []


def test_an_order_of_which_nothing_lies_on_a_shelf_says_so() -> None:
    assert "Nothing of it lies on a shelf." in _said(_pdf(a_sheet(lines=())))


@pytest.mark.parametrize("media, pages", [("A4", 12), ("A5", 17)])
def test_two_hundred_lines_flow_with_the_code_on_every_page(media: str, pages: int) -> None:
    sheet = sheet_of(made.an_order_of(200))
    pdf = _pdf(sheet, media=media)
    found = pages_of(pdf)
    assert len(found) == pages
    assert [f"page {n} of {pages}" in page for n, page in enumerate(found, 1)] == [True] * pages
    assert codes_of(pdf, 203) == [("Code128", sheet.code)] * pages
    assert [f"TAZ-{n:03}" for n in range(1, 201) if f"TAZ-{n:03}" not in "".join(found)] == []


def test_a_cart_has_one_list_by_place_and_then_its_sheets_in_its_order() -> None:
    tea = made.a_line(made.TEA, 2)
    sheets = (a_sheet(1, lines=(tea, WISH)), a_sheet(2, lines=(tea,)), a_sheet(3, lines=(tea,)))
    first, one, two, second, three = (
        " ".join(page.split()) for page in pages_of(_pdf(*sheets, slots=2))
    )
    assert "Cart 1 of 2 2 orders · 7 pieces" in first
    assert first.index("TAZ-002") < first.index("TE-100")
    assert "A wish in slot 1" in first
    assert f"1 {TIMES} 2 2 {TIMES} 2" in first
    assert [it.startswith(f"slot {n} {n} K7QP") for n, it in ((1, one), (2, two))] == [True] * 2
    assert "Cart 2 of 2 1 order · 2 pieces" in second
    assert three.startswith("slot 1 3 K7QP")


def test_a_cart_of_hundreds_still_says_every_slot() -> None:
    sheets = tuple(a_sheet(n, lines=(made.a_line(made.CUP),)) for n in range(1, 201))
    first, *_ = pages = pages_of(_pdf(*sheets, slots=200, media="A5"))
    lists = " ".join(" ".join(it.split()) for it in pages if it.startswith("Cart 1"))
    assert "Cart 1" in first
    assert [n for n in range(1, 201) if f" {n} {TIMES} 1" not in lists] == []


@pytest.mark.parametrize("media", ["A4", "A5"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_are_plain_text_and_keep_to_their_place(media: str, hostile: str) -> None:
    thing = made.a_product(name=hostile, variant=hostile, sku=hostile, place=hostile)
    line = made.a_line(thing, 99_999, note=hostile, kit=hostile)
    sheet = PickingSheet(
        number=hostile,
        code="K7QP0000SYV",
        carrier=hostile,
        flags=(hostile,) * 9,
        picks=sheet_of(made.an_order(lines=(line, made.a_line(made.TEA)))).picks,
    )
    pdf = _pdf(sheet, slots=4, media=media)
    assert "TE-100" in _said(pdf)
    assert codes_of(pdf, 203) == [("Code128", "K7QP0000SYV")] * (len(pages_of(pdf)) - 1)
    assert [box for box in _letters(pdf) if not _on_paper(box, media)] == []


def _letters(pdf: bytes) -> list[tuple[float, ...]]:
    """Left, bottom, right and top of every letter that is drawn."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf)]
    return [text.get_charbox(n) for text in texts for n in range(text.count_chars())]


def _on_paper(box: tuple[float, ...], media: str) -> bool:
    wide, high = {"A4": (596, 842), "A5": (420, 596)}[media]
    left, bottom, right, top = box
    return left >= 0 and bottom >= 0 and right <= wide and top <= high


def test_a_letter_nobody_can_print_leaves_a_box_in_its_place() -> None:
    thing = made.a_product(name="Taza 中文", sku="TAZ-9")
    said = _said(_pdf(a_sheet(lines=(made.a_line(thing),)), slots=1))
    assert said.count("Taza □□") == 2
    assert said.count("□ stands for a letter that cannot be printed.") == 2


def test_it_is_black_on_white() -> None:
    page = pypdfium2.PdfDocument(_pdf(a_sheet(lines=(WISH,), flags=FLAGS), slots=2))[1]
    drawn = [it for it in page.get_objects() if it.type != pypdfium2.raw.FPDF_PAGEOBJ_FORM]
    image = page.render(scale=203 / 72).to_pil().convert("L")
    dark = sum(image.histogram()[:128]) / (image.width * image.height)
    assert drawn
    assert dark < 0.06
    assert image.convert("RGB").getextrema()[0] == (0, 255)


def test_the_same_papers_give_the_same_bytes() -> None:
    assert _pdf(a_sheet(), slots=2) == _pdf(a_sheet(), slots=2)


def test_the_pressroom_draws_what_it_is_handed_as_text() -> None:
    papers = _papers(a_sheet(note=NoteAtHand.WRITTEN, flags=FLAGS), slots=3, media="A5")
    told = write_picking(papers)
    assert read_picking(told) == papers
    assert Pressroom().draw_picking(told) == draw_picking(papers, load("en", resources()))


def test_paper_outlives_today_so_it_names_the_day() -> None:
    late = datetime(2026, 12, 24, 0, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    assert "Thu 24 December, 00:30" in _said(_pdf(a_sheet(leaves_at=late)))
