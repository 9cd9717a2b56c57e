"""The sheet of notes: to be copied by hand, and its strips to be scanned."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from packstation.domain.codes import note_code
from packstation.domain.note_cards import CardState, NoteAhead, PaperNotes
from packstation.domain.touches import TalkingPoint
from packstation.places import resources
from packstation.pressroom import Pressroom
from packstation.slips.note_sheet import SheetOf, draw_notes
from packstation.store.wire import read_notes, write_notes
from packstation.words.words import load
from tests.slips.reading import codes_of, pages_of, text_of

AT = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Europe/Madrid"))
TEXT = (
    "Hola, María de los Ángeles. Este papelito va escrito con boli y con cariño. Con este ya "
    "son sesenta pedidos tuyos, y seguimos preparándolos con las mismas ganas. Que tengas un "
    "día bonito, de los que se recuerdan. Un abrazo grande desde nuestra mesa de embalar."
)
GLOSS = "Hello. This little paper is written with a pen and with care. A big hug."


def a_note(order_id: int = 1042, **changes: object) -> NoteAhead:
    note = NoteAhead(
        order_id=order_id,
        number=str(order_id),
        called="María de los Ángeles",
        code=note_code("K7Q", order_id, 0),
        leaves_at=AT + timedelta(hours=5),
        points=(TalkingPoint("milestone", "60"), TalkingPoint("message")),
        text=TEXT,
        gloss=GLOSS,
        language="es",
        words=45,
    )
    return replace(note, **changes)  # type: ignore[arg-type] # names are checked at run time


def _sheet(*notes: NoteAhead, media: str = "A4") -> bytes:
    of = SheetOf(shop="Casa Azul", at=AT, media=media)
    return draw_notes(notes, of, load("en", resources()))


def _words(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def _charbox(page: pypdfium2.PdfTextPage, text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the first letter of ``text``."""
    found = page.search(text).get_next()
    assert found is not None
    left, bottom, right, top = page.get_charbox(found[0])
    return left, bottom, right, top


@pytest.mark.parametrize("media", ["A4", "A5"])
def test_a_note_says_all_that_whoever_writes_has_to_know(media: str) -> None:
    said = _words(_sheet(a_note(), media=media))
    wanted = (TEXT, GLOSS, "before 14:00", "60th order", "thanks for the message", "1042")
    assert [it for it in wanted if it not in said] == []


@pytest.mark.parametrize("media, pages", [("A4", 4), ("A5", 5)])
def test_they_stand_in_their_order_ten_to_the_pile(media: str, pages: int) -> None:
    found = pages_of(_sheet(*(a_note(n) for n in range(1, 11)), media=media))
    assert len(found) == pages
    assert "Pile 1, card 1\n" in found[0]
    assert "Pile 1, card 10" in found[-1]
    assert "Pile 2, card 1" in text_of(_sheet(*(a_note(n) for n in range(1, 12))))


@pytest.mark.parametrize("media", ["A4", "A5"])
def test_a_scanner_reads_every_strip(media: str) -> None:
    notes = [a_note(n) for n in range(1, 7)]
    read = codes_of(_sheet(*notes, media=media), 300)
    assert sorted(text for _, text in read) == sorted(it.code for it in notes)


def test_a_card_that_is_written_says_so_on_its_strip() -> None:
    assert "written" in text_of(_sheet(a_note(state=CardState.WRITTEN, text="", gloss="")))


@pytest.mark.parametrize(
    "hostile",
    [
        "<para>&amp;</para>",
        "A" * 4000,
        "שלום עולם",
        "\x00\x1b[31m\u202egnp.exe",
        "شركة " * 99,
        "",
    ],
)
def test_hostile_texts_are_plain_text_and_stay_in_their_room(hostile: str) -> None:
    note = a_note(called=hostile, number=hostile, text=hostile * 3, gloss=hostile)
    pages = pages_of(_sheet(note, a_note(2)))
    assert len(pages) == 1
    assert TEXT in " ".join(pages[0].split())


def test_a_long_draft_is_set_smaller_and_ends_above_its_strip() -> None:
    long = " ".join(["verdaderamente"] * 44 + ["Zuletzt"])
    page = pypdfium2.PdfDocument(_sheet(a_note(text=long), media="A5"))[0].get_textpage()
    last, strip = (_charbox(page, it) for it in ("Zuletzt", "Order 1042"))
    assert last[1] > strip[3]


def test_a_table_with_nothing_on_it_is_an_empty_page() -> None:
    assert len(pages_of(_sheet())) == 1


def test_the_same_notes_give_the_same_bytes() -> None:
    assert _sheet(a_note()) == _sheet(a_note())


def test_the_pressroom_draws_what_it_is_handed_as_text() -> None:
    sheet = PaperNotes(
        notes=(a_note(),), shop="Casa Azul", at=AT, zone="Europe/Madrid", language="en"
    )
    told = write_notes(sheet)
    assert read_notes(told) == sheet
    assert Pressroom().draw_notes(told) == _sheet(a_note())
